//! What stands behind a surge's verdict: what was tried, for how long temporary pays, the base load, the
//! closed form, the ends that it may have, and what chance makes of it.

use super::weeks;
use crate::model::cost::tenure::Tenure;
use crate::model::scenario::Scenario;
use crate::model::surge::answer::Remedy;
use crate::model::surge::chance::Chance;
use crate::model::surge::terms::Short;
use crate::model::surge::{Answer, Mixed};
use crate::words::labels::team_name;
use crate::words::numbers::{count_word, money, number, percent};

/// What was searched.
pub fn examined(mixed: &Mixed) -> String {
    format!(
        "{} of {} plans tried: 0 to 30 temporary staff from every week in which they could begin, for 1 to 30 weeks, with no overtime, 10\u{202f}% or 20\u{202f}% of it while too much arrives; overtime alone for up to 60 weeks; 0 to 30 permanent hires.{}",
        number(f64::from(mixed.examined), 0),
        number(f64::from(mixed.of), 0),
        match mixed.examined == mixed.of {
            true => " All were tried, so nothing among them is cheaper.",
            false => "",
        }
    )
}

/// For how long temporary staff are the cheaper ones.
pub fn tenure(answer: &Answer) -> String {
    let many = number(answer.temporaries_for_one, 2);
    let output = format!("{many} temporary staff do the work of one permanent person");
    match answer.tenure {
        Tenure::TemporaryAlways => {
            format!("{output} and cost less for any length of time: permanent posts would not pay.")
        }
        Tenure::PermanentAlways => format!(
            "{output} and cost more for any length of time: permanent posts pay at once, where they can be had."
        ),
        Tenure::TemporaryUpTo(at) => format!(
            "{output}. Temporary is cheaper for a need of up to {} weeks; permanent only if the need lasts longer and the post ends with it. A permanent hire above is paid for all the weeks looked ahead.",
            number(at, 1)
        ),
        Tenure::TemporaryFrom(at) => format!(
            "{output}. Temporary is cheaper only for a need of more than {} weeks.",
            number(at, 1)
        ),
    }
}

/// How much of the year's work is for permanent posts.
pub fn base_load(answer: &Answer) -> String {
    let base = &answer.base_load;
    match base.least_share {
        share if share > 1.0 => "An hour of temporary staff costs less than one of permanent staff for the same output, so no level of work is for new permanent posts.".to_owned(),
        share => format!(
            "A permanent post pays where it is needed in at least {} of weeks: that is the work of {} tasks a week, {} people; {} of the year's work is for those who come and go.",
            percent(share),
            number(base.tasks, 0),
            number(base.people, 1),
            percent(base.flexible)
        ),
    }
}

/// The closed form as a check.
pub fn closed_form(answer: &Answer) -> Option<String> {
    let temps = answer.terms.surge.plan.temps;
    let peak = answer.of(Remedy::Nothing)?.run.peak.0;
    if temps <= 0.0 || peak <= 0.0 {
        return None;
    }
    Some(match answer.closed_form {
        Some(time) => format!(
            "As a check, in closed form: if nobody coached, {} temporary staff who began when all {} tasks waited would clear them in {} weeks.",
            count_word(temps),
            number(peak, 0),
            number(time, 2)
        ),
        None => {
            "In closed form it never clears: even with them, more arrives than is done.".to_owned()
        }
    })
}

/// Teams that fall short too, and are not planned for.
pub fn others_short(scenario: &Scenario, answer: &Answer) -> Vec<String> {
    let one = |short: &Short| {
        let (name, planned) = (short.team, answer.terms.team);
        format!(
            "The {} falls short too: the week in which most comes brings it {} hours of work, and its people have {}; {} more would do. Only the {} is planned for here, and what waits for the other is not counted.",
            team_name(scenario, name),
            number(short.work, 0),
            number(short.hours, 0),
            count_word(short.more),
            team_name(scenario, planned)
        )
    };
    answer.terms.short.iter().map(one).collect()
}

/// Where the plan asks for more help than the front office has hours for.
pub fn more_help_than_there_is(scenario: &Scenario, answer: &Answer) -> Option<String> {
    let front = answer.terms.front?;
    let asked = answer.terms.surge.plan.front_hours;
    (asked > front.free).then(|| {
        format!(
            "The {} has {} hours a week free beside its own work; {} hours of help would keep it from that work, which is not counted here.",
            team_name(scenario, front.team),
            number(front.free, 0),
            number(asked, 0)
        )
    })
}

/// Over all ends that the surge may have.
pub fn ends(answer: &Answer) -> Option<String> {
    let count = answer.terms.ends().len();
    let (low, high) = answer.yours.range;
    (count > 1).then(|| {
        format!(
            "The end may come {} sooner or later: your plan then costs {} to {}, on average {}. The cheapest plans are those of the average.",
            weeks((count / 2) as f64),
            money(low),
            money(high),
            money(answer.yours.bill.total())
        )
    })
}

/// After how long nobody waits for the first time.
pub fn gone_after(moment: Option<f64>) -> String {
    moment.map_or_else(
        || "never".to_owned(),
        |moment| format!("{} weeks", number(moment, 1)),
    )
}

/// The same in the simulation, and how often where not always.
pub fn gone_by_chance(chance: &Chance) -> String {
    if chance.cleared <= 0.0 {
        return "never".to_owned();
    }
    let (mean, half) = (chance.moment.mean, chance.moment.half);
    let after = format!("{} ± {} weeks", number(mean, 1), number(half, 1));
    match chance.cleared < 1.0 {
        true => format!("{after}, in {} of runs", percent(chance.cleared)),
        false => after,
    }
}

/// What the plan costs with chance, beside the figure without.
pub fn with_chance(chance: &Chance) -> String {
    format!(
        " With chance it is {} ± {}.",
        money(chance.total.mean),
        money(chance.total.half)
    )
}

/// Why fluid and simulation differ; nothing where the fluid lies in the interval.
pub fn why_apart(fluid: f64, chance: &Chance) -> Vec<String> {
    if chance.total.holds(fluid) {
        return vec![
            "The cost without chance lies within the interval of the simulation.".to_owned(),
        ];
    }
    let apart = (chance.total.mean - fluid).abs();
    let share = apart / fluid.abs().max(1.0);
    // Where hardly anything is left of the cost without chance a share says nothing.
    let off = if share > 1.0 {
        money(apart)
    } else {
        percent(share)
    };
    vec![
        format!(
            "The cost without chance is {off} off. It has no luck in it: where a week is nearly full, some runs fall behind and no run can get ahead of nothing, so lines come back after they were cleared."
        ),
        format!(
            "Lines that chance makes in usual weeks too ({} of waiting over the weeks looked ahead) are taken off.",
            money(chance.usual_backlog.mean)
        ),
    ]
}
