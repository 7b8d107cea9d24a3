//! What one may do to the list of teams and to the list of steps.

use super::read::{figure, per_cent};
use super::resolve::share;
use super::{Draft, Hands, StepDraft, Target, TeamDraft, Way};
use crate::model::scenario::address::is_reserved;
use crate::model::scenario::validation::{MOST_STEPS, MOST_TEAMS};
use crate::model::scenario::{Activity, Doer, Step, Team, TeamKind};

/// Minutes of a new step.
const MINUTES: f64 = 10.0;
/// Spread of a new step: the usual wide one.
const SPREAD: f64 = 1.0;

/// Which way something is moved in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the first.
    Up,
    /// Towards the last.
    Down,
}

impl Direction {
    /// The place beside a place of a list of a length, if there is one.
    pub fn from(self, place: usize, length: usize) -> Option<usize> {
        match self {
            Self::Up => place.checked_sub(1),
            Self::Down => Some(place + 1).filter(|place| *place < length),
        }
    }
}

impl Draft {
    /// Whether there is room for another team.
    pub fn has_room_for_team(&self) -> bool {
        self.teams.len() < MOST_TEAMS
    }

    /// Adds a team at the end and returns its key.
    pub fn add_team(&mut self) -> Option<String> {
        let key = self.has_room_for_team().then(|| self.free_key())?;
        let mut team = Team::with_defaults(&key, TeamKind::Back);
        team.staff.0 = 1.0;
        self.teams.push(TeamDraft::of(&team));
        Some(key)
    }

    /// Puts a copy of a team below it and returns the copy's key.
    pub fn duplicate_team(&mut self, key: &str) -> Option<String> {
        let place = self.team_place(key)?;
        let copied = self.has_room_for_team().then(|| self.free_key())?;
        let mut copy = self.teams[place].clone();
        copy.name = format!("{}, copy", copy.shown());
        copy.key.clone_from(&copied);
        copy.kept.key.clone_from(&copied);
        self.teams.insert(place + 1, copy);
        Some(copied)
    }

    /// Removes a team; its steps stand without hands. The last one stays.
    pub fn remove_team(&mut self, key: &str) -> bool {
        let Some(place) = self.team_place(key).filter(|_| self.teams.len() > 1) else {
            return false;
        };
        self.teams.remove(place);
        let theirs = Hands::Team(key.to_owned());
        for step in self.chains.iter_mut().flatten() {
            if step.doer == theirs {
                step.doer = Hands::Open;
            }
        }
        true
    }

    /// Moves a team by one place.
    pub fn move_team(&mut self, key: &str, direction: Direction) -> bool {
        let places = self.team_place(key);
        swap(&mut self.teams, places, direction)
    }

    /// Makes a team one of another kind. Its name, its people, their absence and its rate stay;
    /// what is not drawn here becomes what is usual for the kind.
    pub fn set_kind(&mut self, key: &str, kind: TeamKind) {
        if let Some(team) = self.team_mut(key)
            && team.kept.kind != kind
        {
            team.kept = Team::with_defaults(key, kind);
        }
    }

    fn free_key(&self) -> String {
        let taken = |key: &String| {
            self.teams.iter().any(|team| team.key == *key)
                || self.base.tasks.iter().any(|task| task.key == *key)
                || is_reserved(key)
        };
        let mut free = (1..).map(|n| format!("team{n}")).filter(|key| !taken(key));
        free.next().expect("there are more numbers than teams")
    }

    /// Whether there is room for another step of a task.
    pub fn has_room_for_step(&self, task: usize) -> bool {
        self.chains
            .get(task)
            .is_some_and(|chain| chain.len() < MOST_STEPS)
    }

    /// Adds a step at the end of a task's and returns its lasting name.
    pub fn add_step(&mut self, task: usize) -> Option<u32> {
        let id = self.has_room_for_step(task).then(|| self.fresh_id())?;
        let doer = self.likely_hands(task);
        self.chains[task].push(StepDraft {
            id,
            name: String::new(),
            doer,
            minutes: figure(MINUTES),
            spread: figure(SPREAD),
            wait: figure(0.0),
            ways: vec![onward()],
            kept: Step::new(Activity::Work, Doer::Customer, MINUTES, SPREAD),
        });
        Some(id)
    }

    /// Who does a new step: the team that does the one above, else the first team.
    fn likely_hands(&self, task: usize) -> Hands {
        let mut above = self.chains[task].iter().rev().map(|step| &step.doer);
        let theirs = above.find(|doer| matches!(doer, Hands::Team(_)));
        let first = || self.teams.first().map(|team| Hands::Team(team.key.clone()));
        theirs.cloned().or_else(first).unwrap_or(Hands::Open)
    }

    /// Puts a copy of a step below it and returns the copy's lasting name. A way from the step to
    /// itself leads from the copy to the copy.
    pub fn duplicate_step(&mut self, id: u32) -> Option<u32> {
        let (task, place) = self.step_place(id)?;
        let copied = self.has_room_for_step(task).then(|| self.fresh_id())?;
        let mut copy = self.chains[task][place].clone();
        copy.name = format!("{}, copy", self.step_name(id));
        copy.id = copied;
        for way in &mut copy.ways {
            if way.to == Target::Step(id) {
                way.to = Target::Step(copied);
            }
        }
        self.chains[task].insert(place + 1, copy);
        Some(copied)
    }

    /// Removes a step. What came to it by name goes where most of what left it went.
    pub fn remove_step(&mut self, id: u32) {
        let Some((task, place)) = self.step_place(id) else {
            return;
        };
        let chain = &mut self.chains[task];
        let heir = heir(chain, place);
        chain.remove(place);
        for step in chain {
            let own = step.id;
            let led_here = step.ways.iter().any(|way| way.to == Target::Step(id));
            for way in &mut step.ways {
                if way.to == Target::Step(id) {
                    way.to = heir;
                }
            }
            // A loop by way of the removed step would become a loop on the spot.
            if led_here && heir == Target::Step(own) {
                spread_on_others(step);
            }
        }
    }

    /// Moves a step by one place. Ways to it lead to it still; ways to the next step lead to
    /// whichever is next then.
    pub fn move_step(&mut self, id: u32, direction: Direction) -> bool {
        let Some((task, place)) = self.step_place(id) else {
            return false;
        };
        swap(&mut self.chains[task], Some(place), direction)
    }

    /// Adds a way out of a step, with what the others leave over.
    pub fn add_way(&mut self, id: u32) {
        let rest = self.left_over(id).unwrap_or_default();
        if let Some(step) = self.step_mut(id) {
            step.ways.push(Way {
                to: if step.ways.is_empty() {
                    Target::Next
                } else {
                    Target::Done
                },
                share: per_cent(rest),
            });
        }
    }

    /// Removes a way out of a step.
    pub fn remove_way(&mut self, id: u32, place: usize) {
        if let Some(step) = self.step_mut(id)
            && place < step.ways.len()
        {
            step.ways.remove(place);
        }
    }

    /// Removes all steps of all tasks; the teams stay.
    pub fn clear(&mut self) {
        self.chains.iter_mut().for_each(Vec::clear);
        self.several_routes = false;
    }

    fn fresh_id(&mut self) -> u32 {
        self.next_id += 1;
        self.next_id - 1
    }
}

/// All tasks go on to the next step.
fn onward() -> Way {
    Way {
        to: Target::Next,
        share: per_cent(1.0),
    }
}

pub(super) fn swap<T>(list: &mut [T], place: Option<usize>, direction: Direction) -> bool {
    let other = place.and_then(|place| direction.from(place, list.len()));
    if let (Some(place), Some(other)) = (place, other) {
        list.swap(place, other);
        return true;
    }
    false
}

/// Where most of what leaves a place goes, said so that it holds once the place is gone.
fn heir(chain: &[StepDraft], place: usize) -> Target {
    let weight = |way: &&Way| share(&way.share).unwrap_or_default();
    let heaviest = chain[place]
        .ways
        .iter()
        .max_by(|a, b| weight(a).total_cmp(&weight(b)));
    let to = heaviest.and_then(|way| way.to.place(place, chain));
    match to {
        Some(to) if to != place => Target::Step(chain[to].id),
        _ => Target::Done,
    }
}

/// Takes a step's ways to itself away and gives their share to the others, in proportion.
fn spread_on_others(step: &mut StepDraft) {
    let own = Target::Step(step.id);
    step.ways.retain(|way| way.to != own);
    let total: Option<f64> = step.ways.iter().map(|way| share(&way.share)).sum();
    let Some(total) = total.filter(|total| *total > 0.0) else {
        return;
    };
    for way in &mut step.ways {
        if let Some(part) = share(&way.share) {
            way.share = per_cent(part / total);
        }
    }
}
