//! What would turn the answer: searches over the numbers of a scenario, too long for the frame in
//! which a slider moves.

use crate::model::break_evens::rules::{Rule, rules};
use crate::model::break_evens::{BreakEven, break_evens};
use crate::model::cost::break_even;
use crate::model::evaluation::{Evaluation, StrategyEvaluation};
use crate::model::scenario::{Address, Scenario, TeamKind};
use crate::model::strategy;
use crate::model::turning_points::{TurningPoint, crossing, turning_points};
use crate::model::units::Minutes;

/// What would turn the answer.
#[derive(Clone, Default)]
pub struct Turns {
    /// What would change the answer, nearest first.
    pub turning_points: Vec<TurningPoint>,
    /// Front office against back office, by the front office's minutes.
    pub front_minutes: Vec<FrontMinutes>,
    /// Break-evens between two ways, nearest first.
    pub break_evens: Vec<BreakEven>,
    /// Break-evens that are no number of the scenario.
    pub rules: Vec<Rule>,
}

/// A break-even between the front office alone and the back office.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FrontMinutes {
    /// The task, by its place in the scenario.
    pub task: usize,
    /// Front-office minutes below which the front office is cheaper, touch basis.
    pub touch: Option<Minutes>,
    /// The same on the monthly run, this task's minutes alone being changed.
    pub month: Option<Minutes>,
}

/// Searches for what would turn the answer of an evaluation.
pub fn find_turns(scenario: &Scenario, evaluation: &Evaluation) -> Turns {
    let best = evaluation.comparison.best();
    let points = best.map(|best| turning_points(scenario, best));
    Turns {
        turning_points: points.unwrap_or_default(),
        front_minutes: front_minutes(scenario, evaluation),
        break_evens: break_evens(scenario, evaluation),
        rules: rules(scenario, evaluation),
    }
}

/// BE1, for every task, on both bases.
fn front_minutes(scenario: &Scenario, evaluation: &Evaluation) -> Vec<FrontMinutes> {
    let both = evaluation
        .of("front_office")
        .zip(evaluation.of("back_office"));
    let Some((_, back)) = both else {
        return Vec::new();
    };
    (0..scenario.tasks.len())
        .map(|task| FrontMinutes {
            task,
            touch: touch_front_minutes(scenario, task, back),
            month: month_front_minutes(scenario, task),
        })
        .collect()
}

fn touch_front_minutes(
    scenario: &Scenario,
    task: usize,
    back: &StrategyEvaluation,
) -> Option<Minutes> {
    let front = &scenario.teams[scenario.team_of(TeamKind::Front)?];
    let x = scenario.tasks[task].complexity.mean();
    let (error, detection) = (front.error_at(x), front.detection.get());
    let escapes = crate::model::cost::quality::escapes(error, detection);
    let other = back.touch_by_task[task].get();
    let escape_cost = escapes * scenario.tasks[task].error_cost.get();
    break_even::front_minutes(other, error, detection, escape_cost, front.rate.get())
        .map(|minutes| Minutes(minutes / front.time_factor(x)))
}

fn month_front_minutes(scenario: &Scenario, task: usize) -> Option<Minutes> {
    let key = format!("{}.front_minutes", scenario.tasks[task].key);
    let address = Address::find(scenario, &key)?;
    let (front, back) = (
        strategy::find("front_office")?,
        strategy::find("back_office")?,
    );
    crossing(scenario, address, front, back).map(Minutes)
}
