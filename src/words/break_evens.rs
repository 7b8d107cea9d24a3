//! Break-evens in words: one sentence each, with every basis on which there is an answer.

use super::labels::{label, lower_first, task_name, team_name, upper_first};
use super::numbers::{found_text, money, number, percent, value_text};
use super::phrase::Phrase;
use super::sentences::Context;
use crate::model::break_evens::rules::Rule;
use crate::model::break_evens::{Basis, BreakEven, Point, Side};
use crate::model::cost::break_even::Threshold;
use crate::model::cost::tenure::Tenure;
use crate::model::findings::Turns;
use crate::model::scenario::parameter::Unit;

/// A value of a number; tasks are counted by the month.
fn value(context: &Context, of: &BreakEven, value: f64) -> String {
    let row = of.address.parameter;
    match row.unit {
        Unit::PerHour => {
            let a_month = value * context.scenario.calendar.hours_per_month();
            format!("{} a month", number(a_month, 0))
        }
        Unit::Minutes => format!("{} min", number(value, 2)),
        _ => found_text(row, value),
    }
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Below => "below",
        Side::Above => "above",
    }
}

/// What holds on one basis.
fn clause(context: &Context, of: &BreakEven, point: Point) -> String {
    match point {
        Point::At(at, which) => format!("{} {}", side(which), value(context, of, at)),
        Point::Always => "everywhere on the slider".into(),
        Point::Never => "nowhere on the slider".into(),
    }
}

fn basis(context: &Context, basis: Basis) -> String {
    match basis {
        Basis::Month => "on the monthly run".into(),
        Basis::Touch => "if people were paid for busy minutes only".into(),
        Basis::Horizon => {
            format!("with the set-up over {}", months(context))
        }
    }
}

/// How far ahead the comparison looks.
fn months(context: &Context) -> String {
    match number(context.scenario.horizon.months, 0).as_str() {
        "1" => "a month".into(),
        count => format!("{count} months"),
    }
}

/// Whether two answers are the same to what is shown of them.
fn alike(one: &Point, other: &Point) -> bool {
    match (one, other) {
        (Point::At(a, here), Point::At(b, there)) => {
            here == there && (a - b).abs() <= 1e-6 * a.abs().max(b.abs())
        }
        (one, other) => one == other,
    }
}

/// One break-even, in a sentence.
pub fn break_even(context: &Context, of: &BreakEven) -> Phrase {
    let name = label(context.scenario, &of.address);
    let (way, other) = (context.words(of.ways.0).noun, context.words(of.ways.1).noun);
    let now = match of.address.parameter.unit {
        Unit::PerHour | Unit::Minutes => value(context, of, of.now),
        _ => value_text(of.address.parameter, of.now),
    };
    let mut phrase = Phrase::new().text(format!(
        "{name} (now {now}): {way} costs less than {other} "
    ));
    let mut given = of.points.iter().flatten();
    let first = given.next().copied();
    if let Some(same) = first
        && given.all(|point| alike(&same, point))
    {
        let phrase = phrase.strong(clause(context, of, same));
        return phrase.text(", however it is counted.");
    }
    let answers = of.points.iter().zip(Basis::ALL);
    for (place, (point, on)) in answers.enumerate() {
        let Some(point) = point else { continue };
        if place > 0 {
            phrase = phrase.text(", ");
        }
        let clause = clause(context, of, *point);
        phrase = match on {
            Basis::Month => phrase.strong(clause),
            _ => phrase.text(clause),
        };
        phrase = phrase.text(format!(" {}", basis(context, on)));
    }
    phrase.text(".")
}

/// Where the best stops paying: by the questions that are about it, or else by what would turn the
/// answer first.
pub fn unless(context: &Context, turns: &Turns) -> Option<String> {
    if let Some(late) = too_late(context) {
        return Some(late);
    }
    let asked = stops_paying(context, turns);
    asked.or_else(|| {
        let point = turns.turning_points.first()?;
        let row = point.address.parameter;
        let other = point.winner?;
        if row.unit == Unit::Switch {
            return None;
        }
        let beyond = match (row.unit, point.at > point.now) {
            (Unit::People, _) => "at",
            (_, true) => "above",
            (_, false) => "below",
        };
        Some(format!(
            "The answer changes with “{}” {beyond} {}: {} then wins.",
            lower_first(&label(context.scenario, &point.address)),
            found_text(row, point.at),
            context.words(other).noun
        ))
    })
}

/// Where the month is best and the horizon is not: what is set up does not come back in time.
fn too_late(context: &Context) -> Option<String> {
    let best = context.evaluation.comparison.best()?;
    let horizon = |place: &usize| context.strategy(*place).horizon.get();
    let ranking = context.evaluation.comparison.ranking.iter();
    let cheapest = ranking.min_by(|a, b| horizon(a).total_cmp(&horizon(b)))?;
    let more = horizon(&best) - horizon(cheapest);
    (more > 0.5).then(|| {
        format!(
            "Its set-up does not come back within {}: over them, {} costs {} less.",
            months(context),
            context.words(*cheapest).noun,
            money(more)
        )
    })
}

/// The questions about the best, nearest first: at most two. Over the horizon where something is
/// set up, on the monthly run else.
fn stops_paying(context: &Context, turns: &Turns) -> Option<String> {
    let best = context.evaluation.comparison.best()?;
    let about_best = turns.break_evens.iter().filter(|one| one.ways.0 == best);
    let limit = |of: &BreakEven| {
        let point = of.points[2].or(of.points[0])?;
        let Point::At(at, which) = point else {
            return None;
        };
        // The other side of where it pays.
        let beyond = match which {
            Side::Below => "above",
            Side::Above => "below",
        };
        let name = lower_first(&label(context.scenario, &of.address));
        let over = of.points[2].is_some();
        Some((
            format!("“{name}” is {beyond} {}", value(context, of, at)),
            over,
        ))
    };
    let limits: Vec<(String, bool)> = about_best.filter_map(limit).take(2).collect();
    let texts: Vec<&str> = limits.iter().map(|(text, _)| text.as_str()).collect();
    if texts.is_empty() {
        return None;
    }
    let over = match limits.iter().any(|(_, over)| *over) {
        true => format!(", {}", basis(context, Basis::Horizon)),
        false => String::new(),
    };
    Some(format!(
        "This no longer pays once {}{over}.",
        texts.join(" or ")
    ))
}

/// One rule, in a sentence.
pub fn rule(context: &Context, rule: &Rule) -> String {
    match *rule {
        Rule::Gatekeeper {
            task,
            success,
            complexity,
        } => {
            let task = upper_first(&task_name(context.scenario, task));
            gatekeeper(&task, success, complexity)
        }
        Rule::Tenure(tenure) => match tenure {
            Tenure::TemporaryAlways => {
                "Temporary staff cost less than permanent ones however long they are needed.".into()
            }
            Tenure::PermanentAlways => {
                "Permanent staff cost less than temporary ones however short they are needed."
                    .into()
            }
            Tenure::TemporaryUpTo(weeks) => format!(
                "Temporary staff cost less than permanent ones for up to {} weeks of need.",
                number(weeks, 1)
            ),
            Tenure::TemporaryFrom(weeks) => format!(
                "Temporary staff cost less than permanent ones only from {} weeks of need on.",
                number(weeks, 1)
            ),
        },
        Rule::BaseLoad(share) if share >= 1.0 => {
            "No load is steady enough for permanent staff at these rates.".into()
        }
        Rule::BaseLoad(share) => format!(
            "A post that is needed in at least {} of weeks is cheaper filled for good.",
            percent(share)
        ),
        Rule::Raise { team, elasticity } => format!(
            "A raise in the {} pays through fewer leavers alone only where 1 % more pay means {} % fewer leavers; experiments find 2 to 3 %. Morale and fairness are not in it.",
            team_name(context.scenario, team),
            number(elasticity, 1)
        ),
    }
}

fn gatekeeper(task: &str, success: Threshold, complexity: Point) -> String {
    match success {
        Threshold::Always => format!("{task}: worth trying in front whatever the chance."),
        Threshold::Never => format!(
            "{task}: never worth trying in front first, since a try costs more than the hand-over it may save."
        ),
        Threshold::At(chance) => {
            let chance = percent(chance);
            let where_to = match complexity {
                Point::At(x, _) => format!("up to a complexity of {}", percent(x)),
                Point::Always => "at every complexity".into(),
                Point::Never => "at no complexity".into(),
            };
            format!(
                "{task}: worth trying in front first where it succeeds in {chance} of cases, which is so {where_to}."
            )
        }
    }
}
