//! Who works in a week of a replication, how fast, and for what pay.

use super::replication::{State, Worker};
use crate::model::scenario::SurgePlan;
use crate::model::simulation::draws::{Purpose, StreamKey};
use crate::model::surge::supply::Crew;

impl State<'_> {
    /// Sets everybody's speed for a week; returns the pay.
    pub(super) fn staff(
        &mut self,
        crew: &Crew,
        plan: &SurgePlan,
        week: i32,
        there: &mut [Vec<bool>; 2],
        leavers: StreamKey,
    ) -> f64 {
        let terms = self.terms;
        let planned = [plan.temps, plan.hires];
        let mut paid =
            crew.overtime(week) * terms.people * terms.hours * terms.rate * terms.surge.premium;
        let mut new = 0.0;
        for (kind, (cohort, joiner)) in crew.cohorts().into_iter().enumerate() {
            let parts: Vec<f64> = parts(planned[kind]).collect();
            let all = cohort.there(week);
            let staying = if planned[kind] > 0.0 {
                all / planned[kind]
            } else {
                0.0
            };
            if week == cohort.start && all > 0.0 {
                there[kind] = vec![true; parts.len()];
                paid += joiner.hire_cost * planned[kind];
            }
            let last = week == cohort.start + cohort.weeks - 1;
            let gone = staying <= 0.0;
            // Who stays does so by the ratio of those there this week and the week before.
            let earlier = cohort.there(week - 1);
            let chance = if earlier > 0.0 { all / earlier } else { 1.0 };
            let worked = cohort.worked(week);
            let mut workers = Vec::new();
            for (person, part) in parts.iter().enumerate() {
                let mut stays = there[kind].get(person).copied().unwrap_or(false) && !gone;
                if stays && chance < 1.0 {
                    let key = leavers.task((person as u64) << 1 | kind as u64);
                    stays = key.draw(week as u32, Purpose::Branch).share() <= chance;
                }
                if let Some(place) = there[kind].get_mut(person) {
                    *place = stays;
                }
                let speed = match worked {
                    Some(worked) if stays => {
                        part * joiner.present * joiner.output(f64::from(worked))
                    }
                    _ => 0.0,
                };
                if stays {
                    paid += part * terms.hours * joiner.rate;
                    if last {
                        paid += part * joiner.exit_cost;
                    }
                    if worked.is_some_and(|worked| f64::from(worked) < terms.surge.coaching_weeks) {
                        new += part;
                    }
                }
                workers.push(Worker { speed, left: None });
            }
            self.replace(kind + 1, workers);
        }
        // What the team gives to newcomers, each of its people gives a part of.
        let coaching = if terms.people > 0.0 {
            terms.surge.coaching * new / terms.people
        } else {
            0.0
        };
        let usual = (terms.present - coaching).max(0.0) + terms.present * crew.overtime(week);
        let own = parts(terms.people).map(|part| Worker {
            speed: part * usual,
            left: None,
        });
        self.replace(0, own.collect());
        if let Some(front) = terms.front {
            let speed = terms.task_hours / front.task_hours;
            let helpers = parts(plan.front_hours / terms.hours);
            self.replace(
                3,
                helpers
                    .map(|part| Worker {
                        speed: part * speed,
                        left: None,
                    })
                    .collect(),
            );
        }
        paid
    }

    /// Puts workers in the place of those there were: they go on with the tasks at hand; what those have
    /// who are gone goes back to the head of the line.
    fn replace(&mut self, kind: usize, mut workers: Vec<Worker>) {
        let before = std::mem::take(&mut self.workers[kind]);
        for (place, old) in before.into_iter().enumerate() {
            let Some(left) = old.left else { continue };
            match workers.get_mut(place).filter(|worker| worker.speed > 0.0) {
                Some(worker) => worker.left = Some(left),
                None => self.line.push_front(left),
            }
        }
        self.workers[kind] = workers;
    }
}

/// So many people as whole ones, and a part of one.
fn parts(people: f64) -> impl Iterator<Item = f64> {
    let whole = people.max(0.0).floor();
    let rest = people.max(0.0) - whole;
    std::iter::repeat_n(1.0, whole as usize).chain((rest > 1e-9).then_some(rest))
}
