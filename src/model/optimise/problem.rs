//! What is searched: the kinds of work with their choices, the teams with their people, and the best
//! that has been found.

use super::Freedom;
use super::choice::{Choice, Kind, ceiling, of_task};
use super::floor::{Gathered, Pay, Payroll};
use super::plan::{OutOfReach, Plan};
use crate::model::evaluation::{NineInTen, Piece, Target, Trial, compared, try_plan};
use crate::model::scenario::parameter::table;
use crate::model::scenario::{Scenario, Team, TeamKind};
use crate::model::strategy::MIXABLE;
use crate::model::units::People;

/// Kinds of work up to which every option is examined or ruled out.
pub const MOST_PROVED: usize = 5;
/// Money by which a plan must be cheaper than another to take its place, as a share.
const ROUNDING: f64 = 1e-9;

/// A plan in hand.
#[derive(Clone, Debug)]
pub struct Held {
    /// What becomes of every kind.
    pub choices: Vec<Choice>,
    /// People on every team's roster.
    pub staff: Vec<f64>,
    /// What came of it.
    pub trial: Trial,
}

/// What is searched.
pub struct Problem {
    /// The scenario; its teams' people are those tried last.
    pub scenario: Scenario,
    /// The ways, by their keys.
    pub ways: Vec<String>,
    /// The kinds of work.
    pub kinds: Vec<Kind>,
    /// People on every team's roster as the scenario has them.
    pub given: Vec<f64>,
    /// How they are paid, for floors.
    pub payroll: Payroll,
    /// Share by which each kind's target is to be exceeded, because the simulation found that the
    /// formula thinks too well of a plan.
    pub spare: Vec<f64>,
    /// Targets that nothing meets.
    pub out_of_reach: Vec<OutOfReach>,
    /// Whether time has a price, so that more people than needed may pay.
    pub prices_time: bool,
    /// Plans tried.
    pub trials: u64,
    /// The best plan in hand.
    pub best: Option<Held>,
    /// While there is none: the closest that keeps up, and the sum of the shares by which it misses.
    pub closest: Option<(f64, Held)>,
    hurried: bool,
}

/// The ways that can be mixed, of those that a scenario compares, today's first.
pub fn ways_to_mix(scenario: &Scenario) -> Vec<&'static str> {
    let compared = compared(scenario).into_iter().map(|way| way.key);
    let mut ways: Vec<&str> = compared.filter(|key| MIXABLE.contains(key)).collect();
    if let Some(today) = ways.iter().position(|key| *key == scenario.today) {
        ways[..=today].rotate_right(1);
    }
    ways
}

impl Problem {
    /// The problem of a scenario.
    pub fn new(scenario: &Scenario, freedom: Freedom) -> Self {
        let mut ways = ways_to_mix(scenario);
        ways.retain(|way| freedom.allows(way));
        let keep_staff = freedom.keep_staff;
        let people = |team: &Team| !matches!(team.kind, TeamKind::Outsourced | TeamKind::Bot);
        let can_change = |team: &Team| people(team) && !team.flexible && team.posts_released;
        let teams = scenario.teams.iter();
        let free: Vec<bool> = teams.map(|team| !keep_staff && can_change(team)).collect();
        let payroll = Payroll::new(scenario, &free);
        let kinds = 0..scenario.tasks.len();
        let mut problem = Self {
            kinds: kinds
                .map(|task| of_task(scenario, task, &ways, &payroll))
                .collect(),
            ways: ways.into_iter().map(str::to_owned).collect(),
            given: scenario.teams.iter().map(|team| team.staff.get()).collect(),
            payroll,
            spare: vec![0.0; scenario.tasks.len()],
            out_of_reach: Vec::new(),
            prices_time: scenario.tasks.iter().any(|task| task.prices_time()),
            trials: 0,
            best: None,
            closest: None,
            hurried: scenario.teams.iter().any(|team| team.pressure > 0.0),
            scenario: scenario.clone(),
        };
        problem.out_of_reach = problem.unreachable();
        problem
    }

    /// Whether some kind of work has nowhere to go.
    pub fn is_impossible(&self) -> bool {
        self.kinds.iter().any(|kind| kind.pieces.is_empty())
    }

    /// Ways to share out the work.
    pub fn options(&self) -> f64 {
        self.kinds
            .iter()
            .map(|kind| kind.choices.len() as f64)
            .product()
    }

    /// Whether every option may be examined or ruled out.
    pub fn can_be_proved(&self) -> bool {
        let come = |kind: &&Kind| kind.choices.len() > 1;
        !self.hurried && self.kinds.iter().filter(come).count() <= MOST_PROVED
    }

    /// Money a month below which no plan can be; none where people hurry.
    pub fn root_floor(&self) -> Option<f64> {
        (!self.hurried && !self.is_impossible()).then(|| self.least_of(&self.kinds))
    }

    /// The least that some kinds of work cost, each on its cheapest way.
    pub fn least_of(&self, kinds: &[Kind]) -> f64 {
        let least = |kind: &Kind| {
            let costs = kind.floors.iter().map(|floor| self.payroll.alone(floor));
            costs.fold(f64::INFINITY, f64::min)
        };
        kinds.iter().map(least).sum()
    }

    /// The floor of a whole plan.
    pub fn floor(&self, gathered: &Gathered) -> f64 {
        match self.hurried {
            true => f64::NEG_INFINITY,
            false => self.payroll.whole(gathered),
        }
    }

    /// Whether a floor leaves room for a plan cheaper than the best.
    pub fn may_beat(&self, floor: f64) -> bool {
        let best = self.best.as_ref();
        best.is_none_or(|best| floor < best.trial.month * (1.0 - ROUNDING))
    }

    /// Most people that a team may have.
    pub fn most_people() -> f64 {
        let staff = table().find(|row| row.field == "staff");
        staff.map_or(0.0, |row| row.limit.1)
    }

    /// Tries a plan with the given people, and keeps it if it is the best.
    pub fn attempt(&mut self, choices: &[Choice], staff: &[f64]) -> Trial {
        self.trials += 1;
        for (team, staff) in self.scenario.teams.iter_mut().zip(staff) {
            team.staff = People(*staff);
        }
        let parts: Vec<(&Piece, f64)> = self
            .kinds
            .iter()
            .zip(choices)
            .flat_map(|(kind, choice)| kind.parts(*choice))
            .collect();
        let trial = try_plan(&self.scenario, &parts, NineInTen::OfNothing);
        let held = |trial: &Trial| Held {
            choices: choices.to_vec(),
            staff: staff.to_vec(),
            trial: trial.clone(),
        };
        if self.meets(&trial) && self.may_beat(trial.month) {
            self.best = Some(held(&trial));
        } else if self.best.is_none() && trial.runs {
            let short = self.shortfall(&trial);
            let nearer = |(least, held): &(f64, Held)| {
                let as_near = (short - least).abs() <= ROUNDING;
                short < least - ROUNDING || as_near && trial.month < held.trial.month
            };
            if self.closest.as_ref().is_none_or(nearer) {
                self.closest = Some((short, held(&trial)));
            }
        }
        trial
    }

    /// Whether a plan keeps up and meets every target within reach.
    pub fn meets(&self, trial: &Trial) -> bool {
        let within_reach = |task: usize| self.out_of_reach.iter().all(|out| out.task != task);
        let met = |target: &Target| {
            let asked = target.share.get() + self.spare[target.task];
            let met = target.reached.is_some_and(|share| share.get() >= asked);
            met || !within_reach(target.task)
        };
        trial.runs && trial.targets.iter().all(met)
    }

    fn shortfall(&self, trial: &Trial) -> f64 {
        let missed = trial.targets.iter().map(|target| {
            let reached = target.reached.map_or(0.0, |share| share.get());
            (target.share.get() + self.spare[target.task] - reached).max(0.0)
        });
        missed.sum()
    }

    /// Promises that no way keeps even if nobody ever waits.
    fn unreachable(&mut self) -> Vec<OutOfReach> {
        for team in &mut self.scenario.teams {
            team.staff = People(MANY);
        }
        let mut found = Vec::new();
        for kind in &self.kinds {
            let ceilings: Option<Vec<(f64, f64)>> = kind
                .pieces
                .iter()
                .map(|(_, piece)| ceiling(&self.scenario, kind.task, piece))
                .collect();
            let Some(ceilings) = ceilings else { continue };
            let most = ceilings.iter().map(|(_, most)| *most).fold(0.0, f64::max);
            let Some((asked, _)) = ceilings.first().copied() else {
                continue;
            };
            if most < asked {
                found.push(OutOfReach {
                    task: kind.task,
                    asked,
                    ceiling: most,
                });
            }
        }
        for (team, staff) in self.scenario.teams.iter_mut().zip(&self.given) {
            team.staff = People(*staff);
        }
        found
    }

    /// Teams that can be staffed freely, with what one costs a month and works.
    pub fn posts(&self, team: usize) -> Option<(f64, f64)> {
        match self.payroll.pay[team] {
            Pay::Posts { each, hours } => Some((each, hours)),
            _ => None,
        }
    }

    /// The best plan as it is told, with the time within which nine in ten are done.
    pub fn best_plan(&self) -> Option<Plan> {
        self.best.as_ref().map(|held| self.told(held))
    }

    /// The closest, where nothing meets every target.
    pub fn closest_plan(&self) -> Option<Plan> {
        let held = self.closest.as_ref().filter(|_| self.best.is_none());
        held.map(|(_, held)| self.told(held))
    }

    /// A plan as it is told.
    pub fn told(&self, held: &Held) -> Plan {
        let (scenario, parts) = self.set(held);
        let trial = try_plan(&scenario, &parts, NineInTen::OfAll);
        Plan::new(self.allotted(&held.choices), held.staff.clone(), &trial)
    }

    /// What becomes of every kind, as a scenario says it.
    pub fn allotted(&self, choices: &[Choice]) -> Vec<Vec<crate::model::scenario::Allotment>> {
        let kinds = self.kinds.iter().zip(choices);
        kinds
            .map(|(kind, choice)| kind.allotments(*choice, &self.ways))
            .collect()
    }

    fn set(&self, held: &Held) -> (Scenario, Vec<(&Piece, f64)>) {
        let mut scenario = self.scenario.clone();
        for (team, staff) in scenario.teams.iter_mut().zip(&held.staff) {
            team.staff = People(*staff);
        }
        let kinds = self.kinds.iter().zip(&held.choices);
        let parts = kinds
            .flat_map(|(kind, choice)| kind.parts(*choice))
            .collect();
        (scenario, parts)
    }
}

/// So many that nobody waits.
const MANY: f64 = 1e5;
