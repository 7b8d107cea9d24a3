//! Times: the mean turnaround, the share within the promise, the time that nine in ten keep.

use super::term::{Term, known, less, over, part, plain};
use super::{Explanation, Study, keys, sureness};
use crate::model::queueing::Turnaround;
use crate::words::numbers::{duration, percent};

impl Study<'_> {
    /// Mean, promise and nine in ten, where the strategy has a time.
    pub(super) fn time(&self) -> Vec<Explanation> {
        let Some(time) = &self.context.strategy(self.place).turnaround else {
            return Vec::new();
        };
        let explained = |key: &str, name: &str, value, format, term| Explanation {
            key: key.into(),
            name: name.into(),
            value,
            format,
            term,
            sureness: sureness(time.accuracy),
            method: "turnaround",
        };
        let p90 = time.p90.get();
        let nine = format!("Nine in ten: share done within {}", duration(p90));
        let done = self.done(&|_| p90);
        // What takes no time at all for nine in ten may take none for more of them.
        let share = if p90 > 0.0 { 0.9 } else { done.value() };
        let promise = |task: usize| self.scenario.tasks[task].promise.get();
        vec![
            explained(keys::NINE_IN_TEN, &nine, share, percent, done),
            explained(
                keys::KEPT,
                "Share done within the promise",
                time.within_promise.get(),
                percent,
                self.done(&promise),
            ),
            explained(
                keys::MEAN,
                "Mean turnaround",
                time.mean.get(),
                duration,
                self.mean(),
            ),
        ]
    }

    /// Step by step: visits, each with its wait, its work and the time after it.
    fn mean(&self) -> Term {
        let all = self.own.counted_per_minute();
        let mut terms = Vec::new();
        for route in self.own.counted() {
            for step in &route.steps {
                let minutes = if step.step.counts {
                    step.step.minutes.get()
                } else {
                    0.0
                };
                let once = [
                    ("wait", step.wait),
                    ("minutes", minutes),
                    ("time after it", step.step.delay_after.get()),
                ];
                let once: Vec<Term> = once
                    .into_iter()
                    .filter(|(_, value)| *value > 0.0)
                    .map(|(name, value)| known(name, value))
                    .collect();
                if once.is_empty() || step.visits <= 0.0 {
                    continue;
                }
                let mut factors = Vec::new();
                if self.own.counted().count() > 1 {
                    factors.push(known("share of the tasks", route.tasks_per_minute / all));
                }
                factors.push(known("visits", step.visits));
                factors.push(Term::Sum(once));
                terms.push(part(self.step_name(&step.step), Term::Product(factors)));
            }
        }
        Term::Sum(terms)
    }

    /// Share of all tasks done within a time that may depend on the task.
    fn done(&self, within: &dyn Fn(usize) -> f64) -> Term {
        let all = self.own.counted_per_minute();
        let several = self.own.counted().count() > 1;
        let mut terms = Vec::new();
        for route in self.own.counted() {
            let Some(time) = &route.time else { continue };
            let share = done_within(time, within(route.task));
            terms.push(match several {
                true => Term::Product(vec![
                    known("share of the tasks", route.tasks_per_minute / all),
                    share,
                ]),
                false => share,
            });
        }
        match terms.len() {
            1 => terms.remove(0),
            _ => Term::Sum(terms),
        }
    }
}

/// P(T ≤ t) of a distribution, in its own formula.
fn done_within(time: &Turnaround, minutes: f64) -> Term {
    let t = || known("minutes", minutes);
    let value = time.within(minutes);
    match time {
        Turnaround::Exponential { mean } if minutes >= 0.0 => {
            let exp = Term::Call {
                function: "exp",
                arguments: vec![over(t(), known("mean", *mean))],
                value: (minutes / mean).exp(),
            };
            less(plain(1.0), over(plain(1.0), exp))
        }
        Turnaround::MultiServer(queue) => Term::Call {
            function: "F",
            arguments: vec![
                t(),
                known("people on duty", queue.servers()),
                known("visits a minute", queue.arrival_rate()),
                known("minutes of a visit", queue.mean_service()),
            ],
            value,
        },
        Turnaround::Gamma { mean, variance } => Term::Call {
            function: "Γ",
            arguments: vec![
                t(),
                known("mean", *mean),
                known("variance, square minutes", *variance),
            ],
            value,
        },
        Turnaround::Shifted { by, inner } => done_within(inner, minutes - by),
        Turnaround::Mixture(parts) => {
            let part = |(share, time): &(f64, Turnaround)| {
                Term::Product(vec![known("share", *share), done_within(time, minutes)])
            };
            Term::Sum(parts.iter().map(part).collect())
        }
        // Phase by phase, or a step of certain length: no formula that fits a line.
        _ => known("share done, phase by phase", value),
    }
}
