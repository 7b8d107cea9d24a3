//! Live contacts and work that can wait: how many people they need apart, and how many at one desk.

use crate::model::evaluation::{Effort, answered, teams_of};
use crate::model::queueing::{Staffing, least_staff};
use crate::model::scenario::{Scenario, Task, TeamKind};
use crate::model::strategy;
use crate::model::units::{People, Share};
use serde::{Deserialize, Serialize};

/// Most people a desk may have to be looked at.
const MOST_PEOPLE: f64 = 40.0;

/// How many people a desk needs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct OneDesk {
    /// For live contacts alone.
    pub live: f64,
    /// For the work that can wait alone: the fewest that keep up.
    pub others: f64,
    /// At one desk, filling the gaps: the fewest with whom live contacts are answered as asked and the
    /// rest finds room.
    pub together: f64,
    /// How many of them are kept free.
    pub reserve: f64,
    /// Share of the time left by live contacts that the other work then takes.
    pub taken: f64,
}

/// The people needed by the front office for its live contacts and its other work, on duty; `None`
/// where it has not both of one kind, or is too large.
pub fn people(scenario: &Scenario) -> Option<OneDesk> {
    let front = scenario.team_of(TeamKind::Front)?;
    let coming = || scenario.tasks.iter().filter(|task| task.rate.get() > 0.0);
    let mut live = coming().filter(|task| task.channel.is_live());
    let (calls, None) = (live.next()?, live.next()) else {
        return None;
    };
    let load = |task: &Task| task.rate.get() / 60.0 * task.front_minutes.get();
    let others: f64 = coming()
        .filter(|task| !task.channel.is_live())
        .map(load)
        .sum();
    if others <= 0.0 {
        return None;
    }
    let alone = least_staff(&Staffing {
        arrival_rate: calls.rate.get() / 60.0,
        mean_service: calls.front_minutes.get() * calls.channel.attention(),
        target: calls.channel.answer_within.get(),
        level: calls.channel.answer_share.get(),
        mean_patience: Some(calls.channel.patience.get()),
        max_occupancy: 1.0,
        shrinkage: 0.0,
    });
    let live = alone.ok()?.servers;
    let apart = others.floor() + 1.0;
    let mut people = live;
    while people <= (live + apart).min(MOST_PEOPLE) {
        if let Some((reserve, taken)) = reserve(scenario, front, people) {
            return Some(OneDesk {
                live,
                others: apart,
                together: people,
                reserve,
                taken,
            });
        }
        people += 1.0;
    }
    None
}

/// The least reserve with which so many people are enough, and how full it makes them.
fn reserve(scenario: &Scenario, front: usize, people: f64) -> Option<(f64, f64)> {
    let way = strategy::find("front_office")?;
    let mut trial = scenario.clone();
    trial.teams[front].staff = People(people);
    trial.teams[front].shrinkage = Share(0.0);
    trial.teams[front].flexible = false;
    let mut reserve = 0.0;
    while reserve < people {
        trial.teams[front].desk.reserve = reserve;
        let (teams, runs) = teams_of(&trial, way, Effort::Full)?;
        let (team, _, answered) = answered(&teams).next()?;
        if answered.at_worst?.get() >= answered.asked.get() {
            let taken = team.taken?.get();
            // A greater reserve leaves even less room.
            return (runs && taken < 1.0).then_some((reserve, taken));
        }
        reserve += 1.0;
    }
    None
}
