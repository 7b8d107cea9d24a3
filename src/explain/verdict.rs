//! The verdict: by how much the best is cheaper, when its set-up is back, and where the answer would
//! change.

use super::term::{Term, known, less, over};
use super::{Explanation, Study, keys};
use crate::model::cost::ledger::Line;
use crate::model::evaluation::monthly_costs;
use crate::model::findings::{Finding, find_turns};
use crate::model::turning_points::TurningPoint;
use crate::words::labels::label;
use crate::words::numbers::{found_text, money, number, percent};

/// How sure a difference of two months is.
const AS_THE_MONTHS: &str = "As sure as the two months.";

impl Study<'_> {
    /// What the verdict says, where there are two ways to be compared.
    pub(super) fn verdict(&self) -> Vec<Explanation> {
        let saving = self.saving().into_iter();
        let turns = find_turns(self.context.scenario, self.context.evaluation);
        let points = turns.turning_points.iter().enumerate();
        saving
            .chain(self.paybacks())
            .chain(points.filter_map(|(place, point)| self.turning_point(place, point)))
            .collect()
    }

    fn noun(&self, place: usize) -> &'static str {
        self.context.words(place).noun
    }

    fn month_of(&self, place: usize) -> Term {
        let month = self.context.strategy(place).month.total().get();
        known(format!("month of {}", self.noun(place)), month)
    }

    fn saving(&self) -> Option<Explanation> {
        let comparison = &self.context.evaluation.comparison;
        let (best, next) = comparison.best().zip(comparison.next())?;
        Some(Explanation {
            key: keys::SAVING.into(),
            name: format!(
                "A month cheaper with {} than with {}",
                self.noun(best),
                self.noun(next)
            ),
            value: comparison.margin?.get(),
            format: money,
            term: less(self.month_of(next), self.month_of(best)),
            sureness: AS_THE_MONTHS.into(),
            method: "page",
        })
    }

    /// Months until a set-up is earned back, on both bases.
    fn paybacks(&self) -> Vec<Explanation> {
        let mut all = Vec::new();
        for finding in &self.context.findings.notes {
            let Finding::PaysBack {
                strategy,
                against,
                set_up,
                months_on_run,
                months_on_touch,
            } = finding
            else {
                continue;
            };
            let bases = [
                (
                    "run",
                    "Set-up is back",
                    months_on_run,
                    less(self.month_of(*against), self.month_of(*strategy)),
                ),
                (
                    "touch",
                    "Set-up is back, counting the minutes alone",
                    months_on_touch,
                    self.touch_saving(*strategy, *against),
                ),
            ];
            for (key, name, months, saving) in bases {
                all.extend(months.map(|months| Explanation {
                    key: format!("payback-{key}"),
                    name: name.into(),
                    value: months,
                    format: |months| format!("{} months", number(months, 1)),
                    term: over(known("set-up", set_up.get()), saving),
                    sureness: AS_THE_MONTHS.into(),
                    method: "page",
                }));
            }
        }
        all
    }

    /// What a month saves in touch costs, licences taken off.
    fn touch_saving(&self, strategy: usize, against: usize) -> Term {
        let touch = |place: usize| {
            let task = self.context.strategy(place).touch.total().get();
            known(format!("touch cost of {}", self.noun(place)), task)
        };
        let tasks = known("tasks a month", self.context.scenario.tasks_per_month());
        let licences = self
            .context
            .strategy(strategy)
            .month
            .line(Line::Fixed)
            .get();
        let saved = Term::Product(vec![less(touch(against), touch(strategy)), tasks]);
        match licences {
            0.0 => saved,
            licences => less(saved, known("licences", licences)),
        }
    }

    /// The two months at the value where they change places: equal there, but for whole people.
    fn turning_point(&self, place: usize, point: &TurningPoint) -> Option<Explanation> {
        let best = self.context.evaluation.comparison.best()?;
        let winner = point.winner?;
        let mut there = self.context.scenario.clone();
        point.address.write(&mut there, point.at);
        let costs = monthly_costs(&there);
        let (own, other) = (costs[best]?, costs[winner]?);
        // A share of nothing is no number.
        if other <= 0.0 {
            return None;
        }
        let month = |way: usize, cost| known(format!("month of {} there", self.noun(way)), cost);
        let name = label(self.context.scenario, &point.address);
        let value = found_text(point.address.parameter, point.at);
        Some(Explanation {
            key: format!("{}-{place}", keys::TURNING),
            name: format!("{name} {value}: the one month as a share of the other"),
            value: own / other,
            format: percent,
            term: over(month(best, own), month(winner, other)),
            sureness: "Found by search, to nine digits; whole people step over the point.".into(),
            method: "page",
        })
    }
}
