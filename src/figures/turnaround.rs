//! Turnaround against staff: the promise, the overload, and what one more or one fewer does.

mod words;

use super::{Drawing, Figure, FigureKind, series};
use crate::charts::turnaround::{StaffPoint, TurnaroundChart};
use crate::model::evaluation::{Status, StrategyEvaluation, TeamState, evaluate_strategy};
use crate::model::order::sort_short;
use crate::model::scenario::Scenario;
use crate::model::strategy::{self, Strategy};
use crate::model::units::{Minutes, People};
use crate::words::labels::team_name;
use crate::words::numbers::{axis_duration, axis_unit, duration, number, promise as promise_text};
use crate::words::sentences::Context;
use std::sync::Arc;

pub(super) const KIND: FigureKind = FigureKind {
    key: "turnaround",
    build,
};

/// A staff number with what follows from it.
struct Row {
    staff: f64,
    evaluated: StrategyEvaluation,
}

/// The curve of one team's staff in one strategy.
struct Curve<'a> {
    context: &'a Context<'a>,
    place: usize,
    team: usize,
    rows: Vec<Row>,
    here: Option<usize>,
}

fn build(context: &Context, shown: usize) -> Option<Figure> {
    let (place, team) = subject(context, shown)?;
    let strategy = strategy::find(context.strategy(place).key)?;
    let now = context.scenario.teams[team].staff.get();
    let rows: Vec<Row> = staff_numbers(context, place, team)
        .into_iter()
        .filter_map(|staff| row(context.scenario, strategy, team, staff))
        .collect();
    let here = rows.iter().position(|row| row.staff == now);
    let curve = Curve {
        context,
        place,
        team,
        rows,
        here,
    };
    Some(curve.figure())
}

/// The strategy that the figure is about, by its place: the one shown, or the first that has a queue;
/// and its busiest team that queues.
pub fn subject(context: &Context, shown: usize) -> Option<(usize, usize)> {
    let strategies = &context.evaluation.strategies;
    let queueing = |place: usize| {
        let waits = |team: &&crate::model::evaluation::TeamEvaluation| {
            let queues = context.scenario.teams[team.team].queues;
            queues && !matches!(team.state, TeamState::Unused | TeamState::AtOnce)
        };
        let busiest = strategies.get(place)?.teams.iter().filter(waits);
        busiest
            .max_by(|a, b| a.occupancy.get().total_cmp(&b.occupancy.get()))
            .map(|team| (place, team.team))
    };
    let with_fixed_staff = |found: &(usize, usize)| !context.scenario.teams[found.1].flexible;
    std::iter::once(shown)
        .chain(0..strategies.len())
        .filter_map(queueing)
        .find(with_fixed_staff)
}

/// From the last number that falls behind to some way past the present one.
fn staff_numbers(context: &Context, place: usize, team: usize) -> Vec<f64> {
    const MOST: f64 = 9.0;
    let member = &context.scenario.teams[team];
    let load = context.strategy(place).teams[team].load.get();
    let least = (load / member.shrinkage.rest().get()).floor() + 1.0;
    let now = member.staff.get();
    let low = (least - 2.0).min(now.floor() - 1.0).max(1.0);
    let high = (least + 3.0).max(now.ceil() + 2.0);
    let stride = ((high - low) / MOST).ceil().max(1.0);
    let mut numbers: Vec<f64> = (0..)
        .map(|i| low + stride * f64::from(i))
        .take_while(|n| *n <= high)
        .collect();
    if !numbers.contains(&now) && now > 0.0 {
        numbers.push(now);
        sort_short(&mut numbers, f64::total_cmp);
    }
    numbers
}

/// The numbers of people round the present one at which the way of the figure keeps up, with the
/// way's place and the team's.
pub fn nearby_staff(context: &Context, shown: usize) -> Option<(usize, usize, Vec<f64>)> {
    const EACH_SIDE: usize = 2;
    let (place, team) = subject(context, shown)?;
    let strategy = strategy::find(context.strategy(place).key)?;
    let now = context.scenario.teams[team].staff.get();
    let keeps_up = |staff: &f64| {
        row(context.scenario, strategy, team, *staff).is_some_and(|row| row.mean().is_some())
    };
    let numbers: Vec<f64> = staff_numbers(context, place, team)
        .into_iter()
        .filter(keeps_up)
        .collect();
    let here = numbers.iter().filter(|staff| **staff < now).count();
    let from = here.saturating_sub(EACH_SIDE);
    let near = numbers.into_iter().skip(from).take(2 * EACH_SIDE + 1);
    Some((place, team, near.collect()))
}

fn row(scenario: &Scenario, strategy: &Strategy, team: usize, staff: f64) -> Option<Row> {
    let mut changed = scenario.clone();
    changed.teams[team].staff = People(staff);
    let evaluated = evaluate_strategy(&changed, strategy)?;
    Some(Row { staff, evaluated })
}

impl Row {
    fn mean(&self) -> Option<f64> {
        self.evaluated
            .turnaround
            .as_ref()
            .map(|time| time.mean.get())
    }

    fn p90(&self) -> Option<f64> {
        self.evaluated
            .turnaround
            .as_ref()
            .map(|time| time.p90.get())
    }

    fn growth(&self) -> Option<f64> {
        match self.evaluated.status {
            Status::Overload {
                growth_per_week, ..
            } => Some(growth_per_week),
            _ => None,
        }
    }
}

impl Curve<'_> {
    fn figure(&self) -> Figure {
        let team = team_name(self.context.scenario, self.team);
        let way = self.context.words(self.place).name;
        Figure {
            headline: self.headline(),
            // Said from the beginning: a line that grows when circles come would move the chart.
            measure: format!("{way}: turnaround by people in the {team}; circles: simulated"),
            summary: self
                .rows
                .iter()
                .map(|row| self.sentence(row))
                .collect::<Vec<_>>()
                .join(" "),
            table: self.table(),
            drawing: Drawing::Curves(self.chart()),
        }
    }

    fn chart(&self) -> TurnaroundChart {
        let promise = self.promise();
        let unit = self.axis_unit();
        let here = self.here.filter(|&here| self.rows[here].mean().is_some());
        TurnaroundChart {
            points: self.rows.iter().map(|row| self.point(row, unit)).collect(),
            unit,
            here,
            promise: promise.map(|minutes| minutes / unit),
            promise_label: promise.map_or_else(String::new, |minutes| {
                format!("promise {}", promise_text(minutes))
            }),
            overload_label: self.overload_label(),
            here_label: here.map_or_else(String::new, |here| {
                let row = &self.rows[here];
                let people = if row.staff == 1.0 { "person" } else { "people" };
                format!(
                    "{} {people}, {}",
                    number(row.staff, 2),
                    duration(row.mean().unwrap_or_default())
                )
            }),
            mean_label: "mean".into(),
            p90_label: "nine in ten".into(),
            series: series(self.context.strategy(self.place).tone),
            x_tick_label: Arc::new(|staff| number(staff, 1)),
            y_tick_label: Arc::new(move |time| axis_duration(time, unit)),
        }
    }

    /// The promise, where all tasks share one.
    fn promise(&self) -> Option<f64> {
        self.context.scenario.shared_promise().map(Minutes::get)
    }

    fn overload_label(&self) -> Vec<String> {
        let last = self.rows.iter().filter_map(Row::growth).next_back();
        last.map_or_else(Vec::new, |growth| {
            vec![
                "overload".into(),
                format!(
                    "+{} a week",
                    number(growth, if growth < 20.0 { 1 } else { 0 })
                ),
            ]
        })
    }

    /// Minutes of the unit in which the times are drawn.
    fn axis_unit(&self) -> f64 {
        let here = self.here.and_then(|here| self.rows[here].p90());
        let known = || self.rows.iter().filter_map(Row::p90).next_back();
        axis_unit(here.or_else(known).or(self.promise()).unwrap_or_default())
    }

    fn point(&self, row: &Row, unit: f64) -> StaffPoint {
        StaffPoint {
            staff: row.staff,
            mean: row.mean().map(|minutes| minutes / unit),
            p90: row.p90().map(|minutes| minutes / unit),
            found: Vec::new(),
            text: self.sentence(row),
        }
    }
}
