//! The cheapest people for work that is shared out: fewest who meet every target, and more where
//! time has a price and they earn it.

use super::choice::Choice;
use super::floor::Gathered;
use super::problem::Problem;

/// One search for people.
struct Staffing<'a> {
    problem: &'a mut Problem,
    choices: &'a [Choice],
    gathered: &'a Gathered,
    /// Teams whose people are to be found, with what one costs a month.
    teams: Vec<(usize, f64)>,
    staff: Vec<f64>,
    /// Fewest who can carry the work, by place in `teams`.
    least: Vec<f64>,
}

/// Finds the cheapest people for a plan, and keeps it if it is the best.
pub fn staff(problem: &mut Problem, choices: &[Choice], gathered: &Gathered) {
    let mut staff = problem.given.clone();
    let mut teams = Vec::new();
    let mut least = Vec::new();
    for (team, count) in staff.iter_mut().enumerate() {
        let works = gathered.used >> team.min(63) & 1 == 1;
        let Some((each, hours)) = problem.posts(team).filter(|_| works) else {
            continue;
        };
        *count = problem.payroll.people(gathered.hours[team], hours).max(1.0);
        teams.push((team, each));
        least.push(*count);
    }
    let mut search = Staffing {
        problem,
        choices,
        gathered,
        teams,
        staff,
        least,
    };
    search.run();
}

impl Staffing<'_> {
    fn run(&mut self) {
        if self.teams.is_empty() {
            self.problem.attempt(self.choices, &self.staff.clone());
            return;
        }
        self.level(0);
    }

    /// Money a month at the least with the people as they are, those from a level on at their fewest.
    fn floor(&self) -> f64 {
        let mut more = 0.0;
        for (place, (team, each)) in self.teams.iter().enumerate() {
            more += each * (self.staff[*team] - self.least[place]);
        }
        // The fewest may be one where parts of people would do: no floor counts that.
        self.problem.floor(self.gathered) + more
    }

    /// Most of a team that still leave a plan cheaper than the best, the others as they are.
    fn most(&self, place: usize) -> f64 {
        let (team, each) = self.teams[place];
        let limit = Problem::most_people();
        let Some(best) = &self.problem.best else {
            return limit;
        };
        if each <= 0.0 {
            return limit;
        }
        let room = (best.trial.month - self.floor()) / each;
        (self.staff[team] + room.floor().max(0.0)).min(limit)
    }

    /// Finds the people of a team and of those after it.
    fn level(&mut self, place: usize) {
        let (team, _) = self.teams[place];
        for later in place..self.teams.len() {
            self.staff[self.teams[later].0] = self.least[later];
        }
        if !self.problem.may_beat(self.floor()) {
            return;
        }
        let Some(fewest) = self.fewest(place) else {
            return;
        };
        let is_last = place + 1 == self.teams.len();
        let limit = Problem::most_people();
        let mut count = fewest;
        while count <= limit {
            for later in place..self.teams.len() {
                self.staff[self.teams[later].0] = self.least[later];
            }
            self.staff[team] = count;
            if !self.problem.may_beat(self.floor()) {
                return;
            }
            if is_last {
                let staff = self.staff.clone();
                let trial = self.problem.attempt(self.choices, &staff);
                // Only where time has a price can one more person pay.
                if self.problem.meets(&trial) && !self.problem.prices_time {
                    return;
                }
            } else {
                self.level(place + 1);
            }
            count += 1.0;
        }
    }

    /// Fewest of a team with which the rest could meet every target, the later ones at their most.
    fn fewest(&mut self, place: usize) -> Option<f64> {
        let team = self.teams[place].0;
        let most: Vec<f64> = (place..self.teams.len())
            .map(|place| self.most(place))
            .collect();
        for (i, most) in most.iter().enumerate() {
            self.staff[self.teams[place + i].0] = *most;
        }
        if !self.holds() {
            return None;
        }
        let (mut low, mut high) = (self.least[place], most[0]);
        while low < high {
            let middle = (0.5 * (low + high)).floor();
            self.staff[team] = middle;
            match self.holds() {
                true => high = middle,
                false => low = middle + 1.0,
            }
        }
        Some(low)
    }

    fn holds(&mut self) -> bool {
        let staff = self.staff.clone();
        let trial = self.problem.attempt(self.choices, &staff);
        self.problem.meets(&trial)
    }
}
