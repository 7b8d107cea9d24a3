//! Break-evens, rules, objections and levers as JSON.

use crate::model::break_evens::rules::Rule;
use crate::model::break_evens::{BreakEven, Point, Question, Side};
use crate::model::cost::break_even::Threshold;
use crate::model::cost::tenure::Tenure;
use crate::model::findings::Turns;
use crate::model::levers::{self, Lever};
use crate::model::strategy;
use crate::terminal::answer::Answer;
use crate::words::{break_evens as words, levers as lever_words, second_opinions};
use serde::Serialize;

/// A break-even between two ways.
#[derive(Serialize)]
pub(super) struct Crossing {
    code: &'static str,
    key: String,
    way: &'static str,
    against: &'static str,
    now: f64,
    month: Option<Where>,
    touch: Option<Where>,
    horizon: Option<Where>,
    sentence: String,
}

/// Where the cheaper side changes: `at` a value, `always` or `never` along the slider.
#[derive(Serialize)]
struct Where {
    status: &'static str,
    value: Option<f64>,
    /// On which side of the value the way is the cheaper one.
    pays: Option<&'static str>,
}

/// A rule with its figure.
#[derive(Serialize)]
pub(super) struct Ruled {
    code: &'static str,
    status: &'static str,
    value: Option<f64>,
    sentence: String,
}

/// What a tenth of a lever gains under the best way.
#[derive(Serialize)]
pub(super) struct Pulled {
    lever: &'static str,
    gain_per_month: Option<f64>,
    worth: Option<f64>,
    sentence: String,
}

/// Every break-even, nearest first.
pub(super) fn crossings(answer: &Answer, turns: &Turns) -> Vec<Crossing> {
    let one = |of: &BreakEven| Crossing {
        code: code(of.question),
        key: of.address.key(&answer.scenario),
        way: answer.key(of.ways.0),
        against: answer.key(of.ways.1),
        now: of.now,
        month: of.points[0].map(place),
        touch: of.points[1].map(place),
        horizon: of.points[2].map(place),
        sentence: words::break_even(&answer.context(), of).plain(),
    };
    turns.break_evens.iter().map(one).collect()
}

fn code(question: Question) -> &'static str {
    match question {
        Question::FrontMinutes => "be1_front_minutes",
        Question::PriceOfSpeed => "be2_price_of_speed",
        Question::ToolVolume => "be4_tool_volume",
        Question::WalkAway => "walk_away",
        Question::AutomationVolume => "be7_automation_volume",
        Question::StraightThrough => "be7_straight_through",
        Question::OutsourcingVolume => "be8_outsourcing_volume",
        Question::Price => "be8_price",
        Question::Check => "check_error",
    }
}

fn place(point: Point) -> Where {
    let (status, value, pays) = match point {
        Point::At(value, Side::Below) => ("at", Some(value), Some("below")),
        Point::At(value, Side::Above) => ("at", Some(value), Some("above")),
        Point::Always => ("always", None, None),
        Point::Never => ("never", None, None),
    };
    Where {
        status,
        value,
        pays,
    }
}

/// Every rule.
pub(super) fn rules(answer: &Answer, turns: &Turns) -> Vec<Ruled> {
    let one = |rule: &Rule| {
        let (code, status, value) = figure(rule);
        Ruled {
            code,
            status,
            value,
            sentence: words::rule(&answer.context(), rule),
        }
    };
    turns.rules.iter().map(one).collect()
}

fn figure(rule: &Rule) -> (&'static str, &'static str, Option<f64>) {
    match *rule {
        Rule::Gatekeeper { success, .. } => match success {
            Threshold::At(chance) => ("be3_gatekeeper", "at", Some(chance)),
            Threshold::Always => ("be3_gatekeeper", "always", None),
            Threshold::Never => ("be3_gatekeeper", "never", None),
        },
        Rule::Tenure(tenure) => match tenure {
            Tenure::TemporaryUpTo(weeks) => ("be5_tenure", "temporary_up_to", Some(weeks)),
            Tenure::TemporaryFrom(weeks) => ("be5_tenure", "temporary_from", Some(weeks)),
            Tenure::TemporaryAlways => ("be5_tenure", "temporary_always", None),
            Tenure::PermanentAlways => ("be5_tenure", "permanent_always", None),
        },
        Rule::BaseLoad(share) => ("be6_base_load", "at", Some(share)),
        Rule::Raise { elasticity, .. } => ("be9_raise", "at", Some(elasticity)),
    }
}

/// The objections, as sentences.
pub(super) fn objections(answer: &Answer) -> Vec<String> {
    second_opinions::second_opinions(&answer.context())
}

/// A tenth of every lever under the best way; none where none runs.
pub(super) fn levers(answer: &Answer) -> Vec<Pulled> {
    let best = answer.evaluation.comparison.best();
    let way = best.and_then(|best| strategy::find(answer.key(best)));
    let Some(way) = way else { return Vec::new() };
    let one = |lever: &Lever| {
        let gain = levers::gain(
            &answer.scenario,
            way,
            *lever,
            crate::terminal::evaluate::A_TENTH,
        );
        Pulled {
            lever: lever_key(*lever),
            gain_per_month: gain.map(|gain| gain.per_month),
            worth: gain.map(|gain| gain.worth),
            sentence: lever_words::gain(&answer.scenario, gain),
        }
    };
    Lever::ALL.iter().map(one).collect()
}

fn lever_key(lever: Lever) -> &'static str {
    match lever {
        Lever::Training => "training",
        Lever::Instructions => "instructions",
        Lever::HandOver => "hand_over",
        Lever::Pay => "pay",
    }
}
