//! From a scenario and the routes of a strategy to a plan.

use super::{Chasing, Helps, Impossible, Plan, PlanStep, StationPlan, Stream, Way};
use crate::model::queueing::error::MIN_SERVERS;
use crate::model::queueing::visits_from;
use crate::model::scenario::{Doer, Route, Scenario, Step, Task, Team, TeamKind, UseOfTime};
use crate::model::simulation::spread::{Family, Spread};

impl Plan {
    /// The plan of a scenario whose work takes the given routes.
    pub fn new(scenario: &Scenario, routes: &[Route]) -> Result<Self, Impossible> {
        let loads = loads(scenario, routes)?;
        if loads.iter().all(|load| *load <= 0.0) && scenario.arrivals_per_hour() <= 0.0 {
            return Err(Impossible::NothingToDo);
        }
        let stations = scenario.teams.iter().zip(&loads).enumerate();
        let stations: Result<Vec<_>, _> = stations
            .map(|(index, (team, load))| station(scenario, index, team, *load))
            .collect();
        let (mut steps, mut first_steps) = (Vec::new(), Vec::new());
        for route in routes {
            let first = steps.len();
            first_steps.push(first);
            let planned = route.steps.iter();
            steps.extend(planned.map(|step| plan_step(scenario, route, step, first)));
        }
        let mut plan = Self {
            streams: streams(scenario, routes, &first_steps),
            steps,
            stations: stations?,
        };
        for (index, team) in scenario.teams.iter().enumerate() {
            if team.desk.use_of_time == UseOfTime::RingFenced {
                set_apart(&mut plan, index, team)?;
            }
        }
        Ok(plan)
    }
}

fn station(
    scenario: &Scenario,
    index: usize,
    team: &Team,
    load: f64,
) -> Result<StationPlan, Impossible> {
    let on_duty = match team.flexible {
        true => exact(load / team.target_occupancy.get()),
        false => team.on_duty(),
    };
    // As little work as the formulas take for none needs nobody.
    if on_duty < MIN_SERVERS && load >= MIN_SERVERS {
        return Err(Impossible::NobodyOnDuty(index));
    }
    let desk = &team.desk;
    let helps = desk.use_of_time == UseOfTime::HelpsBehind;
    let behind = scenario.team_of(TeamKind::Back).filter(|_| helps);
    let helps = behind.map(|station| Helps {
        station,
        pace: team.versatility.get(),
        switch: desk.switch_minutes.get(),
    });
    Ok(StationPlan {
        on_duty,
        queues: team.has_queue() && load >= MIN_SERVERS,
        // Hours that are bought as they are needed are not bought to stand idle.
        reserve: if team.flexible { 0.0 } else { desk.reserve },
        interrupts: desk.interrupts.then_some(desk.switch_minutes.get()),
        part_of: None,
        helps: helps.into_iter().collect(),
    })
}

/// Sets some people of a team apart for work that can wait: a station of their own, behind all
/// others.
fn set_apart(plan: &mut Plan, team: usize, of: &Team) -> Result<(), Impossible> {
    let all = plan.stations[team].on_duty;
    let apart = of.desk.ring_fenced.get().min(all);
    let own = plan.stations.len();
    let mut moved = false;
    for step in &mut plan.steps {
        if step.station == Some(team) && !step.live {
            step.station = Some(own);
            moved = true;
        }
    }
    let live = plan.steps.iter().any(|step| step.station == Some(team));
    if moved && apart < MIN_SERVERS || live && all - apart < MIN_SERVERS {
        return Err(Impossible::NobodyOnDuty(team));
    }
    let mut station = plan.stations[team].clone();
    (station.on_duty, station.part_of) = (apart, Some(team));
    // Nobody needs to be kept free where no live contact comes.
    (station.reserve, plan.stations[team].reserve) = (0.0, 0.0);
    plan.stations[team].on_duty = all - apart;
    plan.stations.push(station);
    Ok(())
}

/// People kept busy in each team.
fn loads(scenario: &Scenario, routes: &[Route]) -> Result<Vec<f64>, Impossible> {
    let mut loads = vec![0.0; scenario.teams.len()];
    for route in routes {
        let visits = visits_from(&route.routing(), 0).map_err(|_| Impossible::NeverEnds)?;
        let per_minute = scenario.tasks[route.task].rate.get() / 60.0 * route.share.get();
        for (step, visits) in route.steps.iter().zip(visits) {
            if let Doer::Team(team) = step.doer {
                loads[team] += per_minute * visits * step.minutes.get();
            }
        }
    }
    Ok(loads)
}

fn streams(scenario: &Scenario, routes: &[Route], first_steps: &[usize]) -> Vec<Stream> {
    let can_wait = |task: &Task| task.rate.get() > 0.0 && !task.channel.is_live();
    let has_others = scenario.tasks.iter().any(can_wait);
    let stream = |(index, task): (usize, &Task)| {
        let own = routes.iter().zip(first_steps);
        let own = own.filter(|(route, _)| route.task == index && !route.steps.is_empty());
        let begins = ways(own.map(|(route, first)| (exact(route.share.get()), *first)));
        let channel = &task.channel;
        let live = channel.is_live();
        (task.rate.get() > 0.0 && !begins.is_empty()).then_some(Stream {
            task: index,
            gap: Spread::Exponential(60.0 / task.rate.get()),
            begins,
            promise: task.promise.get(),
            patience: live.then_some(Spread::Exponential(channel.patience.get())),
            target: live.then_some(channel.answer_within.get()),
            counts: !live || !has_others,
            chasing: chasing(scenario, task),
        })
    };
    let tasks = scenario.tasks.iter().enumerate();
    tasks.filter_map(stream).collect()
}

fn chasing(scenario: &Scenario, task: &Task) -> Option<Chasing> {
    let chasing = &task.chasing;
    let minutes = chasing.front_minutes.get();
    let front = scenario.team_of(TeamKind::Front);
    (chasing.costs() && !task.channel.is_live()).then_some(Chasing {
        per_minute: chasing.rate.get() / 60.0,
        minutes: chasing.work_minutes.get(),
        front: front
            .filter(|_| minutes > 0.0)
            .map(|front| (front, minutes)),
    })
}

fn plan_step(scenario: &Scenario, route: &Route, step: &Step, first: usize) -> PlanStep {
    let family = match scenario.simulation.lognormal {
        true => Family::Lognormal,
        false => Family::Gamma,
    };
    let task = &scenario.tasks[route.task];
    let faces_customers = route.first_doer().filter(|_| task.channel.is_live());
    let live = faces_customers == Some(step.doer);
    PlanStep {
        station: match step.doer {
            Doer::Team(team) => Some(team),
            Doer::Customer => None,
        },
        activity: step.activity,
        time: Spread::new(exact(step.minutes.get()), step.scv, family),
        delay_after: step.delay_after.get(),
        redo: exact(step.rework()),
        error: exact(step.error.get()),
        counts: step.counts,
        next: ways(
            step.next
                .iter()
                .map(|way| (way.share.get(), first + way.to)),
        ),
        live,
        rank: if live { 0 } else { task.priority as u8 },
    }
}

/// Ways with the shares added up.
fn ways(shares: impl Iterator<Item = (f64, usize)>) -> Vec<Way> {
    const ROUNDING: f64 = 1e-9;
    let mut up_to = 0.0;
    let taken = shares.filter(|(share, _)| *share > 0.0);
    let mut ways: Vec<Way> = taken
        .map(|(share, to)| {
            up_to += share;
            Way { up_to, to }
        })
        .collect();
    if let Some(last) = ways.last_mut().filter(|last| last.up_to > 1.0 - ROUNDING) {
        last.up_to = 1.0;
    }
    ways
}

/// A number without its last bits. Shares and minutes that come out of a logarithm differ there
/// from one target to another, and records must not.
fn exact(value: f64) -> f64 {
    const LAST_BITS: u64 = (1 << 12) - 1;
    f64::from_bits((value.to_bits() + (LAST_BITS >> 1)) & !LAST_BITS)
}
