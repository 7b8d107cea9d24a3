//! What can be done in a week, and what it costs to have it done.

use super::cohort::{Cohort, Joiner};
use super::terms::Terms;
use crate::model::scenario::SurgePlan;

/// Tasks that can be done in a week, by who does them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Supply {
    /// The team in its usual hours, less what it gives to newcomers.
    pub own: f64,
    /// The team in overtime.
    pub overtime: f64,
    /// Temporary staff.
    pub temps: f64,
    /// Permanent staff hired for it.
    pub hires: f64,
    /// The front office, at the most.
    pub front: f64,
}

impl Supply {
    /// Everybody but the front office, which helps where that is not enough.
    pub fn without_front(&self) -> f64 {
        self.own + self.overtime + self.temps + self.hires
    }
}

/// A plan, as the weeks see it.
#[derive(Clone, Debug)]
pub struct Crew<'a> {
    terms: &'a Terms,
    temps: Cohort,
    hires: Cohort,
    /// Overtime as a share, and the weeks in which it is worked.
    overtime: f64,
    from: i32,
    until: i32,
    front: f64,
}

impl<'a> Crew<'a> {
    /// The crew of a plan; overtime begins with the week `excess`.
    pub fn new(terms: &'a Terms, plan: &SurgePlan, excess: Option<usize>) -> Self {
        let surge = &terms.surge;
        let from = excess.unwrap_or(0) as i32;
        // Nobody works longer than the law allows.
        let most = (surge.most_hours / terms.hours - 1.0).max(0.0);
        let front = terms
            .front
            .map_or(0.0, |front| plan.front_hours / front.task_hours);
        Self {
            terms,
            temps: Cohort {
                people: plan.temps,
                start: plan.start.max(surge.earliest).round() as i32,
                weeks: plan.weeks.round() as i32,
                training: 0,
                hazard: terms.temps.hazard,
                restless: true,
            },
            hires: Cohort {
                people: plan.hires,
                start: surge.lead_weeks.round() as i32,
                weeks: surge.post_weeks.round() as i32,
                training: terms.hires.training_weeks.round() as i32,
                hazard: terms.hires.hazard,
                restless: false,
            },
            overtime: plan.overtime.min(most),
            from,
            until: from + plan.overtime_weeks.round() as i32,
            front,
        }
    }

    /// Overtime of a week, as a share of the usual hours.
    pub fn overtime(&self, week: i32) -> f64 {
        match (self.from..self.until).contains(&week) {
            true => self.overtime,
            false => 0.0,
        }
    }

    /// The cohorts with how each works: temporary staff, then permanent.
    pub fn cohorts(&self) -> [(&Cohort, &Joiner); 2] {
        [
            (&self.temps, &self.terms.temps),
            (&self.hires, &self.terms.hires),
        ]
    }

    /// Hours that newcomers cost the team in a week: g·n_new·h.
    pub fn coaching(&self, week: i32) -> f64 {
        let surge = &self.terms.surge;
        let new = |cohort: &Cohort| match cohort.worked(week) {
            Some(worked) if f64::from(worked) < surge.coaching_weeks => cohort.there(week),
            _ => 0.0,
        };
        surge.coaching * self.terms.hours * (new(&self.temps) + new(&self.hires))
    }

    /// What can be done in a week.
    pub fn supply(&self, week: i32) -> Supply {
        let terms = self.terms;
        let usual = terms.people * terms.hours * terms.present;
        let [temps, hires] = self.cohorts().map(|(cohort, joiner)| {
            let there = cohort.there(week);
            match cohort.worked(week) {
                Some(worked) if there > 0.0 => {
                    there * terms.hours * joiner.present * joiner.output(f64::from(worked))
                }
                _ => 0.0,
            }
        });
        // Who coaches does not work: never more of it than there is of the team.
        let own = (usual - self.coaching(week)).max(0.0);
        Supply {
            own: own / terms.task_hours,
            overtime: usual * self.overtime(week) / terms.task_hours,
            temps: temps / terms.task_hours,
            hires: hires / terms.task_hours,
            front: self.front,
        }
    }

    /// Pay of a week beyond that of the team, and of hiring, letting go: overtime, temporary staff,
    /// permanent staff.
    pub fn pay(&self, week: i32) -> [f64; 3] {
        let terms = self.terms;
        let overtime = self.overtime(week) * terms.people * terms.hours * terms.rate;
        let [temps, hires] = self.cohorts().map(|(cohort, joiner)| {
            let there = cohort.there(week);
            let week_pay = there * terms.hours * joiner.rate;
            let joins = (week == cohort.start && there > 0.0).then_some(joiner.hire_cost);
            let leaves = (week == cohort.start + cohort.weeks - 1).then_some(joiner.exit_cost);
            let people = cohort.people * joins.unwrap_or(0.0) + there * leaves.unwrap_or(0.0);
            week_pay + people
        });
        [overtime * terms.surge.premium, temps, hires]
    }
}
