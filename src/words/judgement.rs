//! Formula and simulation side by side, in words.

mod effort;

use super::labels::{lower_first, task_name, team_name, upper_first};
use super::numbers::{CURRENCY, duration, money, number, percent_figure};
use crate::model::decimal::fixed;
use crate::model::evaluation::{Status, StrategyEvaluation};
use crate::model::judgement::{Agreement, Cause, Judged, Measure};
use crate::model::scenario::Scenario;
use crate::model::simulation::measures::StreamMeasures;
use crate::model::simulation::{Estimate, Impossible, Summary};
pub use effort::{effort, parts};

/// Longer times are told in hours.
const LONG: f64 = 600.0;

/// What a number is called.
pub fn measure_name(scenario: &Scenario, measure: Measure) -> String {
    let of_team = |what: &str, team| format!("{}: {what}", upper_first(&team_name(scenario, team)));
    match measure {
        Measure::Mean => "Mean turnaround".to_owned(),
        Measure::P50 => "Half done within".to_owned(),
        Measure::P80 => "Four in five done within".to_owned(),
        Measure::P90 => "Nine in ten done within".to_owned(),
        Measure::P95 => "Nineteen in twenty done within".to_owned(),
        Measure::Within => "Within the promise".to_owned(),
        Measure::Month => "Cost a month".to_owned(),
        Measure::Busy(team) => of_team("busy", team),
        Measure::Wait(team) => of_team("mean wait", team),
        Measure::Answered(task) => format!(
            "{} answered within {}",
            task_name(scenario, task),
            duration(scenario.tasks[task].channel.answer_within.get())
        ),
        Measure::GaveUp(task) => format!("{} given up", task_name(scenario, task)),
    }
}

/// The formula's value and the simulation's interval, in one unit and to digits that mean
/// something: `32.85 min`, `33.0 ± 0.6 min`.
pub fn values(judged: &Judged) -> (String, String) {
    let found = judged.simulation;
    if judged.measure == Measure::Month {
        let of = |text: String| format!("{CURRENCY}{text}");
        let interval = interval(number(found.mean, 0), number(found.half, 0));
        return (of(number(judged.formula, 0)), of(interval));
    }
    let (factor, unit) = match judged.measure {
        share if share.is_share() => SHARE,
        _ => time_unit(judged.formula.max(found.mean)),
    };
    let formula = fixed(judged.formula * factor, decimals(found.half * factor));
    (format!("{formula}{unit}"), in_unit(found, (factor, unit)))
}

/// A share in per cent.
const SHARE: (f64, &str) = (100.0, "\u{202f}%");

fn time_unit(minutes: f64) -> (f64, &'static str) {
    if minutes >= LONG {
        (1.0 / 60.0, " h")
    } else {
        (1.0, " min")
    }
}

/// A time with its interval: `33.0 ± 0.6 min`.
pub fn interval_minutes(found: Estimate) -> String {
    in_unit(found, time_unit(found.mean))
}

/// A share with its interval: `84.8 ± 0.4 %`.
pub fn interval_share(found: Estimate) -> String {
    in_unit(found, SHARE)
}

fn in_unit(found: Estimate, (factor, unit): (f64, &str)) -> String {
    let digits = decimals(found.half * factor);
    let text = |value: f64| fixed(value * factor, digits);
    format!("{}{unit}", interval(text(found.mean), text(found.half)))
}

/// A value and its half-width, which is left out where it would be a row of noughts.
fn interval(mean: String, half: String) -> String {
    match half.chars().all(|sign| matches!(sign, '0' | '.')) {
        true => mean,
        false => format!("{mean} ± {half}"),
    }
}

/// Digits after the point with which a half-width shows one or two figures.
fn decimals(half: f64) -> usize {
    match half {
        half if half >= 10.0 => 0,
        half if half >= 0.3 => 1,
        _ => 2,
    }
}

/// How formula and simulation stand to each other, in a word or two.
pub fn agreement(judged: &Judged) -> String {
    let off = |off: f64| {
        let side = if off > 0.0 { "high" } else { "low" };
        let size = percent_figure(off.abs());
        let unit = match judged.measure {
            share if share.is_share() => " points",
            _ => "\u{202f}%",
        };
        format!("formula {size}{unit} {side}")
    };
    match judged.agreement {
        Agreement::Inside => "agree".to_owned(),
        Agreement::Close(share) => format!("close: {}", off(share)),
        Agreement::Apart(share) => format!("differ: {}", off(share)),
        Agreement::Bounds => "the bound holds".to_owned(),
    }
}

/// Why some numbers may differ, and which.
pub fn reason(
    scenario: &Scenario,
    way: &StrategyEvaluation,
    (cause, measures): (Cause, Vec<Measure>),
) -> String {
    let names = measures.iter();
    let names = names.map(|measure| lower_first(&measure_name(scenario, *measure)));
    let names = names.collect::<Vec<_>>().join("; ");
    format!("{} This concerns: {names}.", because(scenario, way, cause))
}

fn because(scenario: &Scenario, way: &StrategyEvaluation, cause: Cause) -> String {
    match cause {
        Cause::Chance => "The formula is exact for this model; one interval in twenty misses the true value, and another seed moves it.".to_owned(),
        Cause::Fitted => "The formula’s times and shares come from a distribution fitted to mean and variance; the true one may have another shape.".to_owned(),
        Cause::Independent => "The formula takes the visits of a task as independent, while one that waits long once is likelier to wait long again.".to_owned(),
        Cause::Approximate(false) => "The formula for the wait is an approximation; trust the simulation.".to_owned(),
        Cause::Approximate(true) => "The formula for the wait is an approximation, a rough one where times vary this much; trust the simulation.".to_owned(),
        Cause::Fraction(team) => {
            let on_duty = way.teams[team].on_duty.get();
            format!(
                "{} people on duty in the {}: to the formula a number, in the simulation {} and one who works part of the time.",
                number(on_duty, 2),
                team_name(scenario, team),
                number(on_duty.floor(), 0)
            )
        }
        Cause::Bound => "The formula is a bound: it takes the other work as never short, so that somebody is always busy with it when a call comes. With the work that really comes live contacts fare better: trust the simulation, and the bound to be safe.".to_owned(),
        Cause::Interrupted => "Each interruption costs minutes, which the formula leaves out: trust the simulation.".to_owned(),
        Cause::Merged => "Live contacts of several kinds are taken as one, or their times are not exponential; trust the simulation.".to_owned(),
        Cause::NearLimit => "So near the limit of what a team can take on a line builds up over longer than is simulated here: the formula says where it ends, the simulation how it begins.".to_owned(),
        Cause::Lognormal => "Times have long tails in the simulation; the formula knows their mean and variance only.".to_owned(),
    }
}

/// A way that does not settle in the simulation, beside what the formula says of it; growth in
/// tasks a week.
pub fn unstable(way: &StrategyEvaluation, growth: Estimate, replications: u32) -> String {
    if replications == 0 {
        return match way.status {
            Status::Spiral => "It never settles: a delay spiral, as the formula says.".to_owned(),
            _ => "It never settled: half a million tasks were inside before anything could be measured."
                .to_owned(),
        };
    }
    let found = format!(
        "{} ± {} more tasks are inside every week, over {replications} replications",
        number(growth.mean, 1),
        number(growth.half, 1)
    );
    match way.status {
        Status::Overload {
            growth_per_week, ..
        } => {
            let stand = match growth.holds(growth_per_week) {
                true => "they agree",
                false => "they differ",
            };
            format!(
                "It never settles: {found}; the formula says {}: {stand}.",
                number(growth_per_week, 1)
            )
        }
        Status::Spiral => {
            format!("It never settles: {found}; a delay spiral, as the formula says.")
        }
        _ => format!(
            "It did not settle while it was watched: {found}. The formula says that it keeps up; so near its limit it takes longer to settle than is simulated here."
        ),
    }
}

/// Tasks a week from tasks a minute.
pub fn per_week(scenario: &Scenario, growth: Estimate) -> Estimate {
    let minutes = scenario.calendar.hours_per_week() * 60.0;
    Estimate {
        mean: growth.mean * minutes,
        half: growth.half * minutes,
    }
}

/// Why there is nothing to simulate.
pub fn impossible(scenario: &Scenario, why: Impossible) -> String {
    match why {
        Impossible::NothingToDo => "No tasks arrive, so there is nothing to simulate.".to_owned(),
        Impossible::NeverEnds => "Its loops send work round for ever, so no simulation ends. Lower a share that goes back.".to_owned(),
        Impossible::NobodyOnDuty(team) => format!(
            "There is work for the {} and nobody on duty.",
            team_name(scenario, team)
        ),
    }
}

/// What only the simulation says.
pub fn only_simulated(found: &Summary) -> String {
    let counted = [
        (found.hand_offs, "handed over"),
        (found.clarifications, "asked about or answered"),
        (found.redone, "done again in part"),
    ];
    let counted = counted.iter().filter(|(times, _)| times.mean > 0.0);
    let counted: String = counted
        .map(|(times, what)| match number(times.mean, 2).as_str() {
            "1" => format!(", {what} once"),
            often => format!(", {what} {often} times"),
        })
        .collect();
    format!(
        "Only the simulation says: {} tasks are inside on average, the oldest of them for {} on average. A task is worked on for {}{counted}.",
        number(found.inside.mean, 1),
        duration(found.oldest.mean),
        duration(found.touch.mean),
    )
}

/// How each kind of work fares where they do not fare alike: how old the oldest gets.
pub fn by_kind(scenario: &Scenario, found: &Summary) -> Vec<String> {
    let said = |one: &StreamMeasures<Estimate>| {
        let name = task_name(scenario, one.task);
        let chased = match number(one.chasers.mean, 2).as_str() {
            "0" => String::new(),
            often => format!(", asked about {often} times"),
        };
        format!(
            "{name}: done within {} on average, nine in ten within {}; the oldest inside is {} old on average{chased}.",
            interval_minutes(one.turnaround),
            interval_minutes(one.nine_in_ten),
            duration(one.oldest.mean),
        )
    };
    found.streams.iter().map(said).collect()
}

/// What a way saves and gains against today, by paired differences.
pub fn against(noun: &str, time: Estimate, month: Estimate) -> String {
    let minutes = |value: f64| fixed(value, 2);
    format!(
        "{}: {}; {}.",
        upper_first(noun),
        difference(month, money, " a month", ("cheaper", "dearer")),
        difference(time, minutes, " min", ("faster", "slower")),
    )
}

/// A difference with its interval, or that none is to be seen.
fn difference(
    found: Estimate,
    text: impl Fn(f64) -> String,
    each: &str,
    (less, more): (&str, &str),
) -> String {
    let (size, half) = (text(found.mean.abs()), text(found.half));
    if found.holds(0.0) {
        format!("no {less} or {more} than chance shows ({size} ± {half}{each})")
    } else {
        let side = if found.mean < 0.0 { less } else { more };
        format!("{size} ± {half}{each} {side}")
    }
}
