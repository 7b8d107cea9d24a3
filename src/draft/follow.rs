//! A draft that follows what happens to the scenario elsewhere: a slider, undo, an example.

use super::{Draft, TeamDraft};
use crate::model::scenario::Scenario;

impl Draft {
    /// Takes over a scenario that was changed elsewhere. What is being drawn and does not hold yet
    /// is kept as long as neither process nor teams were exchanged for others.
    pub fn follow(&mut self, scenario: &Scenario) {
        if self.is_unfinished() && self.same_process(scenario) {
            self.take_numbers(scenario);
        } else if self.scenario().as_ref() != Some(scenario) {
            self.reread(scenario);
        }
        self.base = scenario.clone();
    }

    /// Notes that the page shows what is drawn.
    pub fn taken_up(&mut self, scenario: Scenario) {
        self.several_routes = false;
        self.base = scenario;
    }

    /// Whether what is drawn does not hold yet.
    pub fn is_unfinished(&self) -> bool {
        !self.problems().is_empty()
    }

    fn same_process(&self, scenario: &Scenario) -> bool {
        let keys = |of: &Scenario| {
            of.teams
                .iter()
                .map(|team| team.key.clone())
                .collect::<Vec<_>>()
        };
        let tasks = |of: &Scenario| {
            of.tasks
                .iter()
                .map(|task| task.key.clone())
                .collect::<Vec<_>>()
        };
        scenario.own_routes == self.base.own_routes
            && scenario.origin == self.base.origin
            && keys(scenario) == keys(&self.base)
            && tasks(scenario) == tasks(&self.base)
    }

    /// Takes the numbers of teams that were changed elsewhere, and leaves the rest as typed.
    fn take_numbers(&mut self, scenario: &Scenario) {
        for (before, now) in self.base.teams.iter().zip(&scenario.teams) {
            let Some(drawn) = self.teams.iter_mut().find(|drawn| drawn.key == now.key) else {
                continue;
            };
            if before == now {
                continue;
            }
            let read = TeamDraft::of(now);
            if before.staff != now.staff {
                drawn.people = read.people;
            }
            if before.shrinkage != now.shrinkage {
                drawn.away = read.away;
            }
            if before.rate != now.rate {
                drawn.rate = read.rate;
            }
            if drawn.kept.kind == now.kind {
                drawn.kept = read.kept;
            }
        }
    }

    /// Reads everything anew. Steps that stand where steps stood keep their lasting names, so that
    /// what was unfolded stays so.
    fn reread(&mut self, scenario: &Scenario) {
        let mut read = Self::of(scenario);
        read.next_id = self.next_id.max(read.next_id) + scenario_steps(scenario);
        let mut names = Vec::new();
        for (task, chain) in read.chains.iter_mut().enumerate() {
            let before = self.chains.get(task);
            for (place, step) in chain.iter_mut().enumerate() {
                let kept = before
                    .and_then(|chain| chain.get(place))
                    .map(|step| step.id);
                let fresh = read.next_id;
                read.next_id += 1;
                let id = kept.unwrap_or(fresh);
                names.push((step.id, id));
                step.id = id;
            }
        }
        read.rename(&names);
        *self = read;
    }

    fn rename(&mut self, names: &[(u32, u32)]) {
        for way in self
            .chains
            .iter_mut()
            .flatten()
            .flat_map(|step| &mut step.ways)
        {
            if let super::Target::Step(id) = &mut way.to
                && let Some((_, now)) = names.iter().find(|(before, _)| before == id)
            {
                *id = *now;
            }
        }
    }
}

fn scenario_steps(scenario: &Scenario) -> u32 {
    scenario
        .own_routes
        .iter()
        .map(|route| route.steps.len() as u32)
        .sum()
}
