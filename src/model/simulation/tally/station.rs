//! The sums of one station, and of a team that has several.

use super::Tally;
use crate::model::accounts::WorkHours;
use crate::model::simulation::plan::Plan;

/// The statistics of one station.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StationTally {
    /// Visits begun.
    pub visits: f64,
    /// Visits that waited.
    pub waited: f64,
    /// Minutes that they waited.
    pub wait: f64,
    /// Minutes worked, by what for.
    pub work: WorkHours,
    /// People at work on average, over the window.
    pub busy: f64,
    /// Cases in line on average, over the window.
    pub in_line: f64,
}

impl StationTally {
    fn add(&mut self, other: &Self) {
        self.visits += other.visits;
        self.waited += other.waited;
        self.wait += other.wait;
        self.work.work += other.work.work;
        self.work.hand_off += other.work.hand_off;
        self.work.loops += other.work.loops;
        self.work.passes += other.work.passes;
        self.busy += other.busy;
        self.in_line += other.in_line;
    }
}

/// The team of each station: its own place, but for those set apart from another.
pub(super) fn teams(plan: &Plan) -> Vec<usize> {
    let stations = plan.stations.iter().enumerate();
    let team = stations.map(|(place, station)| station.part_of.unwrap_or(place));
    team.collect()
}

impl Tally {
    /// The sums by team, in the order of the scenario.
    pub fn by_team(&self) -> Vec<StationTally> {
        let mut teams: Vec<StationTally> = Vec::new();
        for (sums, team) in self.stations.iter().zip(&self.teams) {
            if *team < teams.len() {
                teams[*team].add(sums);
            } else {
                teams.push(*sums);
            }
        }
        teams
    }
}
