//! The plans side by side: doing nothing, each remedy at its cheapest, the best mix, and the user's.

use super::base_load::BaseLoad;
use super::clearing::weeks_to_clear;
use super::mix::Mixed;
use super::terms::{Terms, Unplannable};
use super::walk::{Bill, Run, run};
use crate::model::cost::tenure::{Tenure, temporaries_for_one, tenure};
use crate::model::evaluation::StrategyEvaluation;
use crate::model::scenario::{Scenario, SurgePlan};

/// What a plan consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// The user's plan.
    Yours,
    /// Waiting it out.
    Nothing,
    /// Overtime alone.
    Overtime,
    /// Temporary staff alone.
    Temps,
    /// Permanent staff alone.
    Hires,
    /// The front office alone, as far as its hours go.
    Front,
    /// Temporary staff and overtime.
    Mix,
}

/// A plan with what becomes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What it consists of.
    pub remedy: Remedy,
    /// The plan.
    pub plan: SurgePlan,
    /// Its cost, over all ends that the surge may have.
    pub bill: Bill,
    /// The cheapest and the dearest of these.
    pub range: (f64, f64),
    /// Its weeks, where the surge ends as given.
    pub run: Run,
}

/// Everything that is said of a surge.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The terms.
    pub terms: Terms,
    /// The user's plan.
    pub yours: Offer,
    /// The remedies, waiting it out first; those that were searched for only once they are found.
    pub offers: Vec<Offer>,
    /// For which durations of need temporary staff are cheaper than permanent.
    pub tenure: Tenure,
    /// m: temporaries for the output of one permanent person.
    pub temporaries_for_one: f64,
    /// How much of the year's work is there often enough for permanent staff.
    pub base_load: BaseLoad,
    /// Weeks in which the user's temporary staff would clear the highest backlog that there is without
    /// them, by the closed form; `None` where it never clears.
    pub closed_form: Option<f64>,
}

impl Answer {
    /// The offer of a remedy.
    pub fn of(&self, remedy: Remedy) -> Option<&Offer> {
        let mut all = self.offers.iter().chain([&self.yours]);
        all.find(|offer| offer.remedy == remedy)
    }

    /// The cheapest of the remedies; the user's own plan is not among them.
    pub fn best(&self) -> Option<&Offer> {
        let cost = |offer: &&Offer| offer.bill.total();
        self.offers
            .iter()
            .min_by(|a, b| cost(a).total_cmp(&cost(b)))
    }
}

/// What is said of the surge of a scenario under a way of dividing its work, with the cheapest plans if
/// they have been searched for.
pub fn answer(
    scenario: &Scenario,
    way: &StrategyEvaluation,
    mixed: Option<&Mixed>,
) -> Result<Answer, Unplannable> {
    let terms = Terms::of(scenario, way)?;
    let demands: Vec<Vec<f64>> = terms.ends().iter().map(|end| terms.demand(*end)).collect();
    let offer = |remedy, plan: SurgePlan| {
        let runs: Vec<Run> = demands
            .iter()
            .map(|demand| run(&terms, demand, &plan))
            .collect();
        let totals = || runs.iter().map(|run| run.bill.total());
        Offer {
            remedy,
            plan,
            bill: Bill::mean(runs.iter().map(|run| run.bill)),
            range: (
                totals().fold(f64::INFINITY, f64::min),
                totals().fold(f64::NEG_INFINITY, f64::max),
            ),
            run: runs
                .into_iter()
                .nth(demands.len() / 2)
                .unwrap_or_else(|| run(&terms, &[], &plan)),
        }
    };
    let mut offers = vec![offer(Remedy::Nothing, SurgePlan::default())];
    let searched = mixed.map(|mixed| {
        [
            (Remedy::Overtime, mixed.overtime.plan),
            (Remedy::Temps, mixed.temps.plan),
            (Remedy::Hires, mixed.hires.plan),
        ]
    });
    offers.extend(
        searched
            .into_iter()
            .flatten()
            .map(|(remedy, plan)| offer(remedy, plan)),
    );
    if let Some(front_hours) = front_hours(&terms) {
        offers.push(offer(
            Remedy::Front,
            SurgePlan {
                front_hours,
                ..SurgePlan::default()
            },
        ));
    }
    offers.extend(mixed.map(|mixed| offer(Remedy::Mix, mixed.mix.plan)));
    let (permanent, temporary) = terms.tenure();
    let plan = terms.surge.plan;
    Ok(Answer {
        yours: offer(Remedy::Yours, plan),
        tenure: tenure(&permanent, &temporary),
        temporaries_for_one: temporaries_for_one(&permanent, &temporary),
        base_load: terms.base_load(),
        closed_form: weeks_to_clear(&terms, offers[0].run.peak.0, plan.temps, terms.usual),
        offers,
        terms,
    })
}

/// Hours a week that the front office could help: what the plan allows, or all that its own work leaves.
fn front_hours(terms: &Terms) -> Option<f64> {
    // Less than that is nobody's help.
    const WORTH_NAMING: f64 = 0.5;
    let front = terms.front?;
    let planned = terms.surge.plan.front_hours;
    match planned > 0.0 {
        true => Some(planned),
        false => Some(front.free.floor()).filter(|hours| *hours > WORTH_NAMING),
    }
}
