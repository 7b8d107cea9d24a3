//! A surge in sentences: what each remedy is, what becomes of it, which is best, and for how long
//! temporary staff are the cheaper ones.

use super::labels::{lower_first, task_name, team_name, upper_first};
use super::numbers::{count_word, money, number, percent};
use super::phrase::Phrase;
use super::sentences::Context;
use crate::model::cost::tenure::Tenure;
use crate::model::scenario::surge::MOST_WEEKS;
use crate::model::scenario::weekly::Unusable;
use crate::model::scenario::{Scenario, SurgePlan};
use crate::model::strategy::Tone;
use crate::model::surge::answer::{Offer, Remedy};
use crate::model::surge::chance::Chance;
use crate::model::surge::{self, Answer, Mixed, Unplannable};

/// What a remedy is called.
pub fn remedy(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::Yours => "Your plan",
        Remedy::Nothing => "Wait it out",
        Remedy::Overtime => "Overtime",
        Remedy::Temps => "Temporary staff",
        Remedy::Hires => "Permanent staff",
        Remedy::Front => "Front office helps",
        Remedy::Mix => "Temps and overtime",
    }
}

/// A plan in a few words: `six temporary staff for seven weeks from week 2`.
pub fn plan(plan: &SurgePlan) -> String {
    let mut parts = Vec::new();
    if plan.temps > 0.0 && plan.weeks > 0.0 {
        parts.push(format!(
            "{} temporary staff for {} from week {}",
            count_word(plan.temps),
            weeks(plan.weeks),
            number(plan.start, 0)
        ));
    }
    if plan.overtime > 0.0 && plan.overtime_weeks > 0.0 {
        let (share, weeks) = (percent(plan.overtime), weeks(plan.overtime_weeks));
        parts.push(format!("{share} overtime for {weeks}"));
    }
    if plan.hires > 0.0 {
        parts.push(match plan.hires {
            1.0 => "one permanent hire".to_owned(),
            more => format!("{} permanent hires", count_word(more)),
        });
    }
    if plan.front_hours > 0.0 {
        let hours = number(plan.front_hours, 0);
        parts.push(format!("up to {hours} hours a week of the front office"));
    }
    match parts.pop() {
        None => "nothing is done".to_owned(),
        Some(last) if parts.is_empty() => last,
        Some(last) => format!("{} and {last}", parts.join(", ")),
    }
}

/// A number of weeks: `one week`, `6.5 weeks`.
pub fn weeks(count: f64) -> String {
    match count {
        1.0 => "one week".to_owned(),
        whole if whole.fract() == 0.0 => format!("{} weeks", count_word(whole)),
        other => format!("{} weeks", number(other, 1)),
    }
}

/// When nothing waits any more.
pub fn cleared(offer: &Offer) -> String {
    let run = &offer.run;
    match run.clearing {
        _ if run.peak.0 <= 0.0 => "nothing waits".to_owned(),
        Some(clearing) if clearing.last > clearing.first => {
            format!("week {}, for good week {}", clearing.first, clearing.last)
        }
        Some(clearing) => format!("week {}", clearing.first),
        None => format!("not within {} weeks", run.weeks.len()),
    }
}

/// How early and how late that may be, in eight cases of ten.
pub fn cleared_band(offer: &Offer) -> String {
    let run = &offer.run;
    match run.clearing {
        _ if run.peak.0 <= 0.0 => "–".to_owned(),
        None => "–".to_owned(),
        Some(clearing) => match clearing.band {
            (early, Some(late)) if early == late => format!("week {early}"),
            (early, Some(late)) => format!("weeks {early} to {late}"),
            (early, None) => format!("week {early} or much later"),
        },
    }
}

/// The verdict where the example has a single way and a surge: the user's plan against waiting it out.
pub(super) fn headline(context: &Context, place: usize) -> Option<Phrase> {
    let way = context.strategy(place);
    let answer = surge::answer(context.scenario, way, None).ok()?;
    let (yours, nothing) = (&answer.yours, answer.of(Remedy::Nothing)?);
    let tone = Tone::Other;
    if nothing.run.peak.0 <= 0.0 {
        return Some(Phrase::new().text(
            "The team keeps up with every week as it is: nothing piles up, and nobody need be hired.",
        ));
    }
    let waited = outlives(&answer, nothing);
    if yours.plan == SurgePlan::default() || does_nothing(&yours.plan) {
        return Some(
            Phrase::new()
                .text("Nothing is planned for the surge: ")
                .text(waited)
                .text("."),
        );
    }
    let saved = nothing.bill.total() - yours.bill.total();
    let verdict = match saved {
        saved if saved >= 0.5 => format!("{} less than waiting it out", money(saved)),
        saved if saved <= -0.5 => format!("{} more than waiting it out", money(-saved)),
        _ => "as much as waiting it out".to_owned(),
    };
    let gone = match (yours.run.peak.0 <= 0.0, yours.run.clearing) {
        (true, _) => "nothing ever waits".to_owned(),
        (_, Some(clearing)) => format!("the line is gone at the end of week {}", clearing.first),
        (_, None) => format!(
            "the line is not gone within {} weeks",
            yours.run.weeks.len()
        ),
    };
    Some(
        Phrase::new()
            .name(tone, upper_first(&self::plan(&yours.plan)))
            .text(format!(": {verdict}, and {gone}. Without, {waited}.")),
    )
}

fn does_nothing(plan: &SurgePlan) -> bool {
    let temps = plan.temps > 0.0 && plan.weeks > 0.0;
    let overtime = plan.overtime > 0.0 && plan.overtime_weeks > 0.0;
    !(temps || overtime || plan.hires > 0.0 || plan.front_hours > 0.0)
}

/// What becomes of the line if nobody does anything.
fn outlives(answer: &Answer, nothing: &Offer) -> String {
    let peak = number(nothing.run.peak.0, 0);
    let demand = answer.terms.demand(0);
    let Some(clearing) = nothing.run.clearing else {
        return format!(
            "{peak} tasks wait in the end, and the line does not go within {} weeks",
            demand.len()
        );
    };
    let ends = answer
        .terms
        .excess(&demand)
        .map_or(0, |(first, weeks)| first + weeks);
    let longer = (clearing.moment - ends as f64).max(0.0);
    format!(
        "{peak} tasks pile up, and the line outlives the surge by {}",
        match longer {
            few if few < 1.0 => "less than a week".to_owned(),
            longer => weeks(longer.round()),
        }
    )
}

/// The cheapest of all remedies, in two sentences.
pub fn verdict(answer: &Answer) -> String {
    let nothing = answer.of(Remedy::Nothing);
    let (Some(best), Some(nothing)) = (answer.best(), nothing) else {
        return String::new();
    };
    if nothing.run.peak.0 <= 0.0 {
        return "The team keeps up with every week as it is: nothing piles up.".to_owned();
    }
    let waited = outlives(answer, nothing);
    if best.remedy == Remedy::Nothing || does_nothing(&best.plan) {
        return format!(
            "Waiting it out is cheapest, at {}: {waited}.",
            money(nothing.bill.total())
        );
    }
    let saved = money(nothing.bill.total() - best.bill.total());
    let (name, cost) = (upper_first(&plan(&best.plan)), money(best.bill.total()));
    let mut said = format!("{name}: {cost} in all, {saved} less than waiting it out.");
    if best.remedy == Remedy::Mix
        && let Some(temps) = answer.of(Remedy::Temps)
        && temps.plan.temps > 0.0
        && best.plan.overtime > 0.0
    {
        said.push_str(&format!(
            " Without overtime: {}, {}.",
            plan(&temps.plan),
            money(temps.bill.total())
        ));
    }
    said.push_str(&format!(" With nothing done, {waited}."));
    said
}

/// What was searched.
pub fn examined(mixed: &Mixed) -> String {
    format!(
        "{} of {} plans tried: 0 to 30 temporary staff from every week in which they could begin, for 1 to 30 weeks, with no overtime, 10 % or 20 % of it while too much arrives; overtime alone for up to 60 weeks; 0 to 30 permanent hires.{}",
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
            "{output}. Temporary is cheaper for a need of up to {} weeks; permanent only if the need lasts longer.",
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

/// What the weeks are about: the team, what it can do, what a task takes.
pub fn about(scenario: &Scenario, answer: &Answer) -> String {
    let terms = &answer.terms;
    let of = match scenario.tasks.len() {
        1 => lower_first(&task_name(scenario, 0)),
        _ => "tasks".to_owned(),
    };
    format!(
        "The {} does {} {of} a week with {} people; {} come in a usual week.",
        team_name(scenario, terms.team),
        number(terms.capacity(), 1),
        number(terms.people, 1),
        number(terms.usual, 1)
    )
}

/// Why nothing can be planned.
pub fn unplannable(why: Unplannable) -> &'static str {
    match why {
        Unplannable::NoSurge => "No surge is planned.",
        Unplannable::NoWork => {
            "Under this way no team of people has work to do, so nothing can pile up. Choose another way above, or give the work its minutes."
        }
        Unplannable::BoughtAsNeeded => {
            "The team's hours are bought as the work comes, so nothing piles up. Turn off “paid only for hours needed” to plan for a surge."
        }
    }
}

/// What is wrong with a row of weeks, and the cure.
pub fn unusable(why: &Unusable) -> String {
    match why {
        Unusable::Nothing => "Weeks: no number stands here; write for example 50, 90*8.".to_owned(),
        Unusable::Gap(week) => {
            format!("Weeks: nothing stands for week {week}; write 0 if nothing arrives then.")
        }
        Unusable::NotANumber(week, text) => {
            format!("Weeks: “{text}” for week {week} is not a number; write how many tasks arrive.")
        }
        Unusable::Negative(week, value) => format!(
            "Weeks: {} for week {week} is less than nothing; write 0 or more.",
            number(*value, 2)
        ),
        Unusable::TooLarge(week, value) => format!(
            "Weeks: {} for week {week} is more than can be counted with; write at most 1,000,000.",
            number(*value, 0)
        ),
        Unusable::TooMany(count) => format!(
            "Weeks: {} are too many; give at most {MOST_WEEKS}.",
            number(*count as f64, 0)
        ),
    }
}

/// Why fluid and simulation differ; nothing where the fluid lies in the interval.
pub fn why_apart(fluid: f64, chance: &Chance) -> Vec<String> {
    if chance.total.holds(fluid) {
        return vec![
            "The cost without chance lies within the interval of the simulation.".to_owned(),
        ];
    }
    let apart = (chance.total.mean - fluid).abs() / fluid.abs().max(1.0);
    vec![
        format!(
            "The cost without chance is {} off. It has no luck in it: where a week is nearly full, some runs fall behind and no run can get ahead of nothing, so lines come back that the fluid has cleared.",
            percent(apart)
        ),
        format!(
            "Lines that chance makes in usual weeks too ({} of waiting over the weeks looked ahead) are taken off.",
            money(chance.usual_backlog.mean)
        ),
    ]
}
