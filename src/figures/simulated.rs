//! What was simulated, drawn into the figures of the formulas: points with their intervals, a band,
//! and the same in words and table.

use super::more;
use super::turnaround::subject;
use super::{Drawing, Figure};
use crate::charts::turnaround::Interval;
use crate::model::evaluation::TeamState;
use crate::model::job::{Outcome, Said};
use crate::model::simulation::{Estimate, Summary, Verdict};
use crate::words::judgement::{interval_minutes, interval_share};
use crate::words::numbers::number;
use crate::words::sentences::Context;

/// What was simulated, and whether it belongs to an earlier state of the page.
#[derive(Clone, Copy)]
pub struct Simulated<'a> {
    /// What came of it.
    pub outcome: &'a Outcome,
    /// Whether the page has moved on since.
    pub stale: bool,
}

impl<'a> Simulated<'a> {
    /// The estimates of a strategy, with its staff as it is or another number in a team.
    pub(super) fn summary(&self, key: &str, staff: Option<(usize, f64)>) -> Option<&'a Summary> {
        self.verdict(key, staff).map(|(summary, _)| summary)
    }

    /// The same with the times at which the shares done were measured.
    fn verdict(&self, key: &str, staff: Option<(usize, f64)>) -> Option<(&'a Summary, &'a [f64])> {
        let mut all = self.outcome.asked.iter().zip(&self.outcome.runs);
        let (_, said) = all.find(|(ask, _)| ask.strategy == key && ask.staff == staff)?;
        match said {
            Said::Found(Verdict::Steady { summary, times, .. }) => Some((summary, times)),
            _ => None,
        }
    }
}

/// Turnaround against staff: mean and 90th percentile at the numbers of people simulated.
pub fn turnaround(figure: &mut Figure, context: &Context, shown: usize, simulated: Simulated) {
    let (Drawing::Curves(chart), Some((place, team))) =
        (&mut figure.drawing, subject(context, shown))
    else {
        return;
    };
    let key = context.strategy(place).key;
    let now = context.scenario.teams[team].staff.get();
    let head = ["Simulated mean", "Simulated nine in ten"];
    figure.table.head.extend(head.map(str::to_owned));
    let mut said = String::new();
    for (point, cells) in chart.points.iter_mut().zip(&mut figure.table.rows) {
        let staff = (point.staff != now).then_some((team, point.staff));
        // Circles of earlier numbers beside fresh lines would read as a contradiction.
        let fresh = simulated.summary(key, staff).filter(|_| !simulated.stale);
        let Some(found) = fresh else {
            cells.extend(["–", "–"].map(str::to_owned));
            continue;
        };
        let both = [found.turnaround, found.quantiles[2]];
        let interval = |estimate: Estimate| Interval {
            middle: estimate.mean / chart.unit,
            half: estimate.half / chart.unit,
        };
        point.found = both.map(interval).to_vec();
        let [mean, nine] = both.map(interval_minutes);
        let sentence = format!("mean {mean}, nine in ten {nine}.");
        point.text.push_str(&format!(" Simulated: {sentence}"));
        let people = number(point.staff, 2);
        said.push_str(&format!(" Simulated with {people}: {sentence}"));
        cells.extend([mean, nine]);
    }
    figure.summary.push_str(&said);
}

/// The further figures, by their key.
pub fn further(
    key: &str,
    figure: &mut more::Figure,
    context: &Context,
    shown: usize,
    simulated: Simulated,
) {
    let strategy = context.strategy(shown).key;
    let fresh = simulated
        .verdict(strategy, None)
        .filter(|_| !simulated.stale);
    let Some((found, times)) = fresh else {
        return;
    };
    match key {
        "done" => done(figure, found, times),
        "busy" => busy(figure, context, shown, found),
        _ => {}
    }
}

/// Share done by a time: the band of the simulation, and its share at the spots.
fn done(figure: &mut more::Figure, found: &Summary, times: &[f64]) {
    let Drawing::Curves(chart) = &mut figure.drawing else {
        return;
    };
    let unit = chart.unit;
    let measured = times.iter().zip(&found.done);
    let points = measured.map(|(time, share)| {
        let (low, high) = (share.mean - share.half, share.mean + share.half);
        (time / unit, low.max(0.0), high.min(1.0))
    });
    chart.band = std::iter::once((0.0, 0.0, 0.0)).chain(points).collect();
    figure.table.head.push("Simulated".to_owned());
    for (spot, cells) in chart.spots.iter_mut().zip(&mut figure.table.rows) {
        let share = between(times, &found.done, spot.x * unit);
        let share = share.map_or_else(|| "–".to_owned(), interval_share);
        spot.text.push_str(&format!(" Simulated: {share}."));
        cells.push(share);
    }
}

/// The estimate at a time between two at which it was measured.
fn between(times: &[f64], shares: &[Estimate], at: f64) -> Option<Estimate> {
    let after = times.iter().position(|time| *time >= at)?;
    let (before_time, before) = match after.checked_sub(1) {
        Some(before) => (times[before], shares[before]),
        None => (0.0, Estimate::default()),
    };
    let part = (at - before_time) / (times[after] - before_time).max(f64::MIN_POSITIVE);
    let along = |from: f64, to: f64| from + (to - from) * part;
    Some(Estimate {
        mean: along(before.mean, shares[after].mean),
        half: along(before.half, shares[after].half),
    })
}

/// How busy each team is: the ends of the simulation's interval.
fn busy(figure: &mut more::Figure, context: &Context, shown: usize, found: &Summary) {
    let Drawing::Bars(chart) = &mut figure.drawing else {
        return;
    };
    let used = context.strategy(shown).teams.iter().zip(&found.teams);
    let used = used.filter(|(team, _)| !matches!(team.state, TeamState::Unused));
    figure.table.head.push("Simulated busy".to_owned());
    for ((bar, cells), (team, found)) in chart.bars.iter_mut().zip(&mut figure.table.rows).zip(used)
    {
        let on_duty = team.on_duty.get();
        if on_duty <= 0.0 {
            cells.push("–".to_owned());
            continue;
        }
        let share = Estimate {
            mean: found.busy.mean / on_duty,
            half: found.busy.half / on_duty,
        };
        bar.found = Some((share.mean - share.half, share.mean + share.half));
        let text = interval_share(share);
        bar.text.push_str(&format!(" Simulated: {text} busy."));
        cells.push(text);
    }
}
