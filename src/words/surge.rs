//! A surge in sentences: what each remedy is, what becomes of it, which is best, and for how long
//! temporary staff are the cheaper ones.

mod evidence;
mod problems;

pub use evidence::{
    base_load, closed_form, ends, examined, gone_after, gone_by_chance, more_help_than_there_is,
    others_short, tenure, why_apart, with_chance,
};
pub use problems::{unfillable, unplannable, unusable};

use super::labels::{lower_first, task_name, team_name, upper_first};
use super::numbers::{count_word, money, number, percent};
use super::phrase::Phrase;
use super::sentences::Context;
use crate::model::scenario::{Scenario, SurgePlan};
use crate::model::strategy::Tone;
use crate::model::surge::answer::{Offer, Remedy};
use crate::model::surge::{self, Answer, Terms};

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
        let who = match plan.temps {
            1.0 => "one temporary person".to_owned(),
            more => format!("{} temporary staff", count_word(more)),
        };
        parts.push(format!(
            "{who} for {} from week {}",
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
            format!(
                "first week {}, for good week {}",
                clearing.first, clearing.last
            )
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
    said.push_str(&format!(
        " With nothing done, {waited}. A task that waits a week counts {}; chance is not in these figures.",
        money(answer.terms.surge.week_cost)
    ));
    said
}

/// The same where one kind of work comes and goes alone.
fn about_one_kind(scenario: &Scenario, terms: &Terms, kind: usize) -> String {
    format!(
        "Of {}, {} come in a usual week; all else stays as usual. Tasks are counted in the mix of the weeks given, {} minutes of the {} each: {} people do {} a week, and a usual week brings the work of {}.",
        lower_first(&task_name(scenario, kind)),
        number(scenario.usual_week(), 1),
        number(terms.task_hours * 60.0, 1),
        team_name(scenario, terms.team),
        number(terms.people, 1),
        number(terms.capacity(), 1),
        number(terms.usual, 1)
    )
}

/// What the weeks are about: the team, what it can do, what a task takes, and whose tasks are counted.
pub fn about(scenario: &Scenario, answer: &Answer) -> String {
    let terms = &answer.terms;
    let about = match scenario.surging() {
        Some(kind) => about_one_kind(scenario, terms, kind),
        None => about_all(scenario, terms),
    };
    // A share that rounds to all of them is all of them.
    const ALL: f64 = 0.995;
    match terms.reach {
        reach if reach < ALL => format!(
            "{about} Only the {} of all tasks that come to the {} are counted.",
            percent(reach),
            team_name(scenario, terms.team)
        ),
        _ => about,
    }
}

/// The same where all kinds of work come and go together.
fn about_all(scenario: &Scenario, terms: &Terms) -> String {
    let (of, mix) = match scenario.tasks.len() {
        1 => (lower_first(&task_name(scenario, 0)), ""),
        _ => (
            "tasks".to_owned(),
            " The weeks count all kinds of work together, in their usual mix.",
        ),
    };
    format!(
        "The {} does {} {of} a week with {} people; {} come in a usual week.{mix}",
        team_name(scenario, terms.team),
        number(terms.capacity(), 1),
        number(terms.people, 1),
        number(terms.usual, 1)
    )
}
