//! Share done by a time: the promise, and the time that nine in ten keep.

use super::{Drawing, Figure, FigureKind, series, workings_of};
use crate::charts::lines::{Line, LinesChart, Rule, Spot};
use crate::charts::ticks::clean_ticks;
use crate::figures::Table;
use crate::model::evaluation::{Workings, workings};
use crate::model::strategy;
use crate::model::units::Minutes;
use crate::words::numbers::{axis_duration, axis_unit, duration, percent, promise as promise_text};
use crate::words::sentences::Context;
use std::sync::Arc;

pub(super) const KIND: FigureKind<LinesChart> = FigureKind { key: "done", build };

/// Places on the axis at which a line is computed.
const PLACES: u32 = 120;
/// The share that the page speaks of.
const NINE_IN_TEN: f64 = 0.9;

fn build(context: &Context, shown: usize) -> Option<Figure> {
    let time = context.strategy(shown).turnaround.as_ref()?;
    let own = workings_of(context, shown)?;
    let promise = context.scenario.shared_promise().map(Minutes::get);
    let far = time.p95.get() * 1.15;
    let end = promise
        .filter(|promise| *promise < 4.0 * far)
        .map_or(far, |promise| far.max(promise * 1.2));
    let (p90, kept) = (time.p90.get(), time.within_promise.get());
    let nine = format!("nine in ten within {}", duration(p90));
    let headline = match promise {
        Some(promise) => format!(
            "{} are done within the promised {}; {nine}",
            percent(kept),
            promise_text(promise)
        ),
        None => format!("{} keep the promise of their kind; {nine}", percent(kept)),
    };
    let curve = Curve {
        context,
        shown,
        own,
        today: today(context, shown),
        promise,
        p90,
        end,
    };
    Some(Figure {
        headline,
        measure:
            "Share of tasks done, by working time from request to completion; grey band: simulated"
                .into(),
        summary: curve.summary(),
        table: curve.table(),
        drawing: Drawing::Curves(curve.chart()),
    })
}

/// Today's way of working, where it is another one and has a time.
fn today(context: &Context, shown: usize) -> Option<(usize, Workings)> {
    let today = context.evaluation.comparison.today?;
    let own = match context.scenario.as_today() {
        Some(then) => workings(&then, strategy::find(context.strategy(today).key)?)?,
        None if today == shown => return None,
        None => workings_of(context, today)?,
    };
    own.within(0.0).map(|_| (today, own))
}

struct Curve<'a> {
    context: &'a Context<'a>,
    shown: usize,
    own: Workings,
    today: Option<(usize, Workings)>,
    promise: Option<f64>,
    p90: f64,
    end: f64,
}

impl Curve<'_> {
    fn chart(&self) -> LinesChart {
        let unit = axis_unit(self.end);
        let line = |place: usize, own: &Workings, name: &str, emphasised| Line {
            name: name.to_owned(),
            series: series(self.context.strategy(place).tone),
            emphasised,
            points: (0..=PLACES)
                .map(|place| {
                    let minutes = self.end * f64::from(place) / f64::from(PLACES);
                    (minutes / unit, own.within(minutes))
                })
                .collect(),
        };
        let today = self
            .today
            .as_ref()
            .map(|(place, own)| line(*place, own, self.name_of_today(*place), false));
        let promised = self
            .promise
            .filter(|promise| *promise <= self.end)
            .map(|promise| Rule::At(promise / unit, format!("promise {}", promise_text(promise))));
        LinesChart {
            band: Vec::new(),
            areas: Vec::new(),
            dots: Vec::new(),
            unit,
            lines: today
                .into_iter()
                .chain([line(
                    self.shown,
                    &self.own,
                    self.context.words(self.shown).short,
                    true,
                )])
                .collect(),
            rules: promised
                .into_iter()
                .chain([Rule::Level(NINE_IN_TEN, "nine in ten".into())])
                .collect(),
            spots: self.spots(unit),
            x: (0.0, self.end / unit),
            y: (0.0, 1.0),
            x_tick_label: Arc::new(move |time| axis_duration(time, unit)),
            y_tick_label: Arc::new(percent),
        }
    }

    /// Where two lines are of the same way, the people are other ones.
    fn name_of_today(&self, place: usize) -> &'static str {
        match place == self.shown {
            true => "today",
            false => self.context.words(place).short,
        }
    }

    fn spots(&self, unit: f64) -> Vec<Spot> {
        let mut spots: Vec<Spot> = self
            .times()
            .into_iter()
            .map(|minutes| {
                let ringed = minutes == self.p90;
                Spot {
                    x: minutes / unit,
                    y: self.own.within(minutes).unwrap_or(0.0),
                    label: if ringed {
                        duration(minutes)
                    } else {
                        String::new()
                    },
                    text: self.sentence(minutes),
                    ringed,
                }
            })
            .collect();
        spots.retain(|spot| spot.x <= self.end / unit);
        spots
    }

    /// The times that table, arrow keys and words step through, ascending.
    fn times(&self) -> Vec<f64> {
        let mut times = self.clean_times();
        times.extend(self.promise.filter(|promise| *promise <= self.end));
        times.push(self.p90);
        times.sort_by(f64::total_cmp);
        times.dedup();
        times.retain(|minutes| *minutes > 0.0);
        times
    }

    fn clean_times(&self) -> Vec<f64> {
        let unit = axis_unit(self.end);
        let times = clean_ticks(self.end / unit, 10.0).into_iter();
        times.map(|time| time * unit).collect()
    }

    fn sentence(&self, minutes: f64) -> String {
        let share = percent(self.own.within(minutes).unwrap_or(0.0));
        let before = match &self.today {
            Some((_, own)) => format!(" (today {})", percent(own.within(minutes).unwrap_or(0.0))),
            None => String::new(),
        };
        format!("Within {}: {share} done{before}.", duration(minutes))
    }

    fn summary(&self) -> String {
        let sentences = self
            .times()
            .into_iter()
            .map(|minutes| self.sentence(minutes));
        sentences.collect::<Vec<_>>().join(" ")
    }

    fn table(&self) -> Table {
        let mut head = vec![
            "Within".to_owned(),
            self.context.words(self.shown).short.to_owned(),
        ];
        head.extend(self.today.as_ref().map(|_| "Today".to_owned()));
        let row = |minutes: f64| {
            let mut row = vec![
                duration(minutes),
                percent(self.own.within(minutes).unwrap_or(0.0)),
            ];
            row.extend(
                self.today
                    .as_ref()
                    .map(|(_, own)| percent(own.within(minutes).unwrap_or(0.0))),
            );
            row
        };
        Table {
            head,
            rows: self.times().into_iter().map(row).collect(),
        }
    }
}
