//! The state of an editor, between the draft and the bench.

use crate::app::browser;
use crate::app::workbench::Workbench;
use crate::draft::{Draft, Drawn, Field, Place, Problem};
use crate::model::scenario::Scenario;
use leptos::prelude::*;
use std::sync::Arc;

/// A draft with what is wrong with it. A handle: copies share it.
pub(super) struct DeskOf<D: Drawn> {
    draft: RwSignal<D>,
    problems: Memo<Arc<Vec<Problem>>>,
    bench: Workbench,
    /// The last scenario that the bench is known to have.
    known: StoredValue<Scenario>,
    unfolded: RwSignal<Vec<String>>,
    task: RwSignal<usize>,
    said: RwSignal<String>,
}

/// The desk of the editor of a process.
pub(super) type Desk = DeskOf<Draft>;

impl<D: Drawn> Clone for DeskOf<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Drawn> Copy for DeskOf<D> {}

impl<D: Drawn> DeskOf<D> {
    /// A desk that follows the bench.
    pub(super) fn new(bench: Workbench) -> Self {
        let scenario = bench.with_untracked(Scenario::clone);
        let draft = RwSignal::new(D::of(&scenario));
        let desk = Self {
            draft,
            problems: Memo::new(move |_| draft.with(|draft| Arc::new(draft.problems()))),
            bench,
            known: StoredValue::new(scenario),
            unfolded: RwSignal::new(Vec::new()),
            task: RwSignal::new(0),
            said: RwSignal::new(String::new()),
        };
        Effect::new(move |_| bench.with(|scenario| desk.follow(scenario)));
        desk
    }

    /// The desk of the editor.
    pub(super) fn expect() -> Self {
        expect_context::<Self>()
    }

    /// Follows the bench, unless its scenario is the one that was drawn here.
    fn follow(self, scenario: &Scenario) {
        if self.known.with_value(|known| known == scenario) {
            return;
        }
        self.known.set_value(scenario.clone());
        if self.task.get_untracked() >= scenario.tasks.len() {
            self.task.set(0);
        }
        self.draft.update(|draft| draft.follow(scenario));
    }

    /// Reads the draft, following its changes.
    pub(super) fn with<T>(self, read: impl FnOnce(&D) -> T) -> T {
        self.draft.with(read)
    }

    /// Reads the draft as it is.
    pub(super) fn with_untracked<T>(self, read: impl FnOnce(&D) -> T) -> T {
        self.draft.with_untracked(read)
    }

    /// Changes the draft without a word to the page.
    pub(super) fn note(self, change: impl FnOnce(&mut D)) {
        self.draft.update(change);
    }

    /// Changes the draft within a gesture that [`Self::settle`] will end.
    pub(super) fn draw(self, change: impl FnOnce(&mut D)) {
        self.draft.update(change);
        self.send();
    }

    /// Ends a gesture: one step of undo.
    pub(super) fn settle(self) {
        self.send();
        self.bench.settle();
    }

    /// Changes the draft in one step.
    pub(super) fn act<T>(self, change: impl FnOnce(&mut D) -> T) -> Option<T> {
        let done = self.draft.try_update(change);
        self.settle();
        done
    }

    /// Puts what is drawn on the bench, if it holds and is news.
    fn send(self) {
        let Some(scenario) = self.draft.with_untracked(D::scenario) else {
            return;
        };
        if self.known.with_value(|known| *known != scenario) {
            self.known.set_value(scenario.clone());
            self.draft.update(|draft| draft.taken_up(scenario.clone()));
            self.bench.draw(scenario);
        }
    }

    /// How many things are wrong.
    pub(super) fn count(self) -> usize {
        self.problems.with(|problems| problems.len())
    }

    /// The sentence beside a field; empty if there is none.
    pub(super) fn sentence(self, place: &Place, field: Field) -> String {
        self.problems.with(|problems| {
            problems
                .iter()
                .find(|problem| problem.place == *place && problem.field == field)
                .map_or_else(String::new, |problem| problem.sentence.clone())
        })
    }

    /// The same, without following it.
    pub(super) fn sentence_untracked(self, place: &Place, field: Field) -> String {
        untrack(|| self.sentence(place, field))
    }

    /// The first sentence about a team or a step.
    pub(super) fn first_sentence(self, place: &Place) -> String {
        self.problems.with(|problems| {
            let found = problems.iter().find(|problem| problem.place == *place);
            found.map_or_else(String::new, |problem| problem.sentence.clone())
        })
    }

    /// Whether a row is unfolded.
    pub(super) fn is_unfolded(self, row: &str) -> bool {
        self.unfolded
            .with(|rows| rows.iter().any(|open| open == row))
    }

    /// Unfolds a row, or folds it again.
    pub(super) fn unfold(self, row: &str, open: bool) {
        self.unfolded.update(|rows| {
            rows.retain(|other| other != row);
            if open {
                rows.push(row.to_owned());
            }
        });
    }

    /// The task whose steps are shown.
    pub(super) fn task(self) -> usize {
        self.task.get()
    }

    /// The same, without following it.
    pub(super) fn task_untracked(self) -> usize {
        self.task.get_untracked()
    }

    /// What was said last.
    pub(super) fn said(self) -> String {
        self.said.get()
    }

    /// Says what has happened.
    pub(super) fn say(self, what: String) {
        self.said.set(what);
    }

    /// Puts the focus on an element that stands once the change has been drawn.
    pub(super) fn focus(self, id: String) {
        request_animation_frame(move || browser::focus(&id));
    }
}

impl Desk {
    /// Shows the steps of another task.
    pub(super) fn show_task(self, task: usize) {
        if self.with_untracked(|draft| task < draft.chains.len()) {
            self.task.set(task);
        }
    }

    /// Puts the focus on the first step.
    pub(super) fn focus_first_step(self) {
        let task = self.task_untracked();
        let first = self.with_untracked(|draft| draft.chains[task].first().map(|step| step.id));
        if let Some(id) = first {
            self.focus(super::steps::row_id(id));
        }
    }
}
