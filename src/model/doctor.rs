//! The doctor: for a way that does not keep up or misses a target, the smallest single change of each
//! number that cures it.
//!
//! Every number is tried in the direction that helps: if not even the end of its range cures, it is no
//! cure; else the least that does is closed in upon, taking it that more of what helps does not harm.
//! One number after the other, so that the page can breathe in between.

use super::evaluation::{Status, StrategyEvaluation, Target, evaluate_strategy};
use super::order::sort_short;
use super::scenario::address::Entity;
use super::scenario::parameter::Slot;
use super::scenario::{Address, Scenario};
use super::solve::By;
use super::strategy::Strategy;
use super::units::People;

/// One change that cures.
#[derive(Clone, Copy)]
pub struct Cure {
    /// The number.
    pub by: By,
    /// Where it stands.
    pub now: f64,
    /// The least that cures.
    pub at: f64,
    /// How far away that is, as a share of its slider.
    pub distance: f64,
    /// What a month costs then.
    pub month: f64,
}

/// Which way a number helps.
#[derive(Clone, Copy, PartialEq)]
enum Helps {
    More,
    Less,
}

/// Numbers that may cure, and which way.
const LEVERS: &[(&str, Helps)] = &[
    ("staff", Helps::More),
    ("front_minutes", Helps::Less),
    ("back_minutes", Helps::Less),
    ("unclear", Helps::Less),
    ("error", Helps::Less),
    ("hand_off_delay", Helps::Less),
    ("hand_off_minutes", Helps::Less),
    ("shrinkage", Helps::Less),
    ("saving", Helps::More),
    ("service_scv", Helps::Less),
    ("promise", Helps::More),
    ("promise_share", Helps::Less),
    ("answer_share", Helps::Less),
];

/// Least share of the present demand, and of the minutes of work, that is tried: less is no cure but
/// another business.
const LEAST_LEFT: f64 = 0.25;
/// Most people that are added.
const MOST_ADDED: f64 = 60.0;

/// An examination under way.
pub struct Doctor {
    scenario: Scenario,
    way: &'static Strategy,
    levers: Vec<(By, f64)>,
    next: usize,
    cures: Vec<Cure>,
}

/// What ails a way.
#[derive(Clone, Debug, PartialEq)]
pub struct Ailment {
    /// Whether it keeps up.
    pub status: Status,
    /// Targets that it misses, with what would be reached if nobody ever waited.
    pub missed: Vec<(Target, Option<f64>)>,
}

/// What ails a way; `None` where nothing does, or where it cannot be used at all.
pub fn ailment(scenario: &Scenario, way: &Strategy) -> Option<Ailment> {
    let found = evaluate_strategy(scenario, way)?;
    let usable = !matches!(found.status, Status::Impossible | Status::NothingToDo);
    if !usable || found.meets_all(scenario) {
        return None;
    }
    let mut crowd = scenario.clone();
    for team in &mut crowd.teams {
        const MANY: f64 = 1e5;
        team.staff = People(MANY);
    }
    let at_best = evaluate_strategy(&crowd, way);
    let ceiling = |target: &Target| {
        let targets = at_best.as_ref()?.targets(&crowd).into_iter();
        let mut targets = targets.filter(|one| one.task == target.task);
        Some(targets.next()?.reached?.get())
    };
    let missed = |found: &StrategyEvaluation| {
        let targets = found.targets(scenario).into_iter();
        let missed = targets.filter(|target| !target.is_met());
        missed.map(|target| (target, ceiling(&target))).collect()
    };
    Some(Ailment {
        status: found.status,
        missed: missed(&found),
    })
}

impl Doctor {
    /// An examination that has not begun.
    pub fn new(scenario: Scenario, way: &'static Strategy) -> Self {
        let uses_tool = way.needs_tool(&scenario);
        let mut levers: Vec<(By, f64)> = Address::all(&scenario)
            .into_iter()
            .filter_map(|address| {
                let field = address.parameter.field;
                let (_, helps) = LEVERS.iter().find(|(known, _)| *known == field)?;
                let fits = field != "saving" || uses_tool;
                fits.then(|| (By::Number(address), end(&scenario, address, *helps)))
            })
            .collect();
        levers.push((By::Demand, LEAST_LEFT));
        Self {
            scenario,
            way,
            levers,
            next: 0,
            cures: Vec::new(),
        }
    }

    /// Tries one number more; whether all have been tried.
    pub fn advance(&mut self) -> bool {
        if let Some((by, end)) = self.levers.get(self.next).copied() {
            self.next += 1;
            self.cures.extend(self.cure(by, end));
        }
        self.next >= self.levers.len()
    }

    /// The cures found so far, the smallest first.
    pub fn cures(&self) -> Vec<Cure> {
        let mut cures = self.cures.clone();
        // Asking for less is a cure of last resort.
        let key = |cure: &Cure| cure.distance + if lowers_the_bar(cure.by) { 10.0 } else { 0.0 };
        sort_short(&mut cures, |a, b| key(a).total_cmp(&key(b)));
        cures
    }

    fn is_well(&self, by: By, value: f64) -> bool {
        let changed = by.at(&self.scenario, value);
        let found = evaluate_strategy(&changed, self.way);
        found.is_some_and(|found| found.meets_all(&changed))
    }

    fn cure(&self, by: By, end: f64) -> Option<Cure> {
        let now = by.now(&self.scenario);
        if now == end || !self.is_well(by, end) {
            return None;
        }
        let at = match by.is_people() {
            true => self.people(by, now, end),
            false => by.close_in(now, end, |value| self.is_well(by, value)),
        };
        let changed = by.at(&self.scenario, at);
        Some(Cure {
            by,
            now,
            at,
            distance: by.distance(now, at),
            month: evaluate_strategy(&changed, self.way)?.month.total().get(),
        })
    }

    /// The first whole number of people that cures.
    fn people(&self, by: By, now: f64, end: f64) -> f64 {
        let mut count = now.floor() + 1.0;
        while count < end && !self.is_well(by, count) {
            count += 1.0;
        }
        count.min(end)
    }
}

/// Whether a change only asks for less.
pub fn lowers_the_bar(by: By) -> bool {
    match by {
        By::Number(address) => {
            let field = address.parameter.field;
            ["promise", "promise_share", "answer_share"].contains(&field)
        }
        By::Demand => false,
    }
}

/// How far a number is tried in the direction that helps.
fn end(scenario: &Scenario, address: Address, helps: Helps) -> f64 {
    let row = address.parameter;
    let now = address.read(scenario);
    let is_work = row.field.ends_with("_minutes") && matches!(row.slot, Slot::Task(_));
    match helps {
        Helps::More if matches!(address.entity, Entity::Team(_)) => now.floor() + MOST_ADDED,
        Helps::More => row.slider.1.max(now),
        Helps::Less if is_work => (now * LEAST_LEFT).max(row.limit.0),
        Helps::Less => row.slider.0.min(now),
    }
}

/// Examines to the end at once.
pub fn cures(scenario: &Scenario, way: &'static Strategy) -> Vec<Cure> {
    let mut doctor = Doctor::new(scenario.clone(), way);
    while !doctor.advance() {}
    doctor.cures()
}
