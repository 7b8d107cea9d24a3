//! The one scenario, what follows from it, and its history.

mod watch;

use super::parts::BuildIn;
use crate::figures::Figure;
use crate::model::scenario::{Address, Scenario};
use crate::words::labels::lower_first;
use crate::words::sentences::Answer;
use leptos::prelude::*;
use std::any::Any;
use std::sync::Arc;

/// How many steps back there are.
const MOST_UNDO: usize = 200;

/// Draws what was simulated into a figure, by its key, of the strategy shown.
pub type Overlay = Arc<dyn Fn(&str, &mut Figure, usize) + Send + Sync>;

/// What is said of examples and ways beyond their names.
#[derive(Clone, Copy)]
pub struct Said {
    /// Title and subtitle of an example, by its key.
    pub title: fn(&str) -> (&'static str, &'static str),
    /// The question that an example asks, by its key.
    pub question: fn(&str) -> &'static str,
    /// What a way of dividing the work is, by its key.
    pub about: fn(&str) -> &'static str,
    /// What stays private.
    pub privacy: &'static str,
}

/// The state of the page. A handle: copies share it.
#[derive(Clone, Copy)]
pub struct Workbench {
    scenario: RwSignal<Scenario>,
    /// The scenario with all that follows from it.
    pub answer: Memo<Arc<Answer>>,
    /// The examples from which plans on the bench have started, the latest last.
    examples: StoredValue<Vec<Scenario>>,
    past: RwSignal<Vec<Scenario>>,
    future: RwSignal<Vec<Scenario>>,
    /// Where the scenario stood when the gesture under way began.
    gesture: StoredValue<Option<Scenario>>,
    /// Sentences about what could not be used.
    pub notices: RwSignal<Vec<String>>,
    /// The figure whose formula was asked for last, by its name in `explain::keys`.
    pub asked: RwSignal<Option<String>>,
    /// Builds what is shown once it has been fetched.
    pub why: RwSignal<Option<BuildIn>>,
    said: RwSignal<Option<Said>>,
    /// Where the best stops paying, in a sentence, and the answer that it is about.
    pub unless: RwSignal<(Option<Arc<Answer>>, String)>,
    /// What the simulation found, for those who know its type: the page itself need not.
    pub found: RwSignal<Option<Arc<dyn Any + Send + Sync>>>,
    /// How the simulation stands, in a line.
    pub referee: RwSignal<String>,
    /// How far the simulation under way is, 0 to 1.
    pub progress: RwSignal<Option<f64>>,
    /// Draws what was simulated into the figures of the first load.
    pub overlay: RwSignal<Option<Overlay>>,
    /// The strategy the user looks at; none follows the best.
    chosen: RwSignal<Option<&'static str>>,
}

impl Workbench {
    /// A bench with a scenario on it, and the example from which that started.
    pub fn new(scenario: Scenario, example: Scenario) -> Self {
        let scenario = RwSignal::new(scenario);
        Self {
            scenario,
            // A new scenario is a new answer: comparing them would cost more than it saves.
            answer: Memo::new_with_compare(
                move |_| scenario.with(|scenario| Arc::new(Answer::of(scenario.clone()))),
                |_, _| true,
            ),
            examples: StoredValue::new(vec![example]),
            past: RwSignal::new(Vec::new()),
            future: RwSignal::new(Vec::new()),
            gesture: StoredValue::new(None),
            notices: RwSignal::new(Vec::new()),
            asked: RwSignal::new(None),
            why: RwSignal::new(None),
            said: RwSignal::new(None),
            unless: RwSignal::new((None, String::new())),
            found: RwSignal::new(None),
            referee: RwSignal::new(String::new()),
            progress: RwSignal::new(None),
            overlay: RwSignal::new(None),
            chosen: RwSignal::new(None),
        }
    }

    /// The bench of the page.
    pub fn expect() -> Self {
        expect_context::<Self>()
    }

    /// Reads the scenario, following its changes.
    pub fn with<T>(&self, read: impl FnOnce(&Scenario) -> T) -> T {
        self.scenario.with(read)
    }

    /// Brings the words that the first load does without.
    pub fn say(&self, said: Said) {
        self.said.set(Some(said));
    }

    /// Something that is said; nothing until the words have come.
    pub fn said(&self, read: impl FnOnce(Said) -> &'static str) -> &'static str {
        self.said.get().map_or("", read)
    }

    /// Reads the scenario and the example from which it started, following the scenario.
    pub fn with_example<T>(&self, read: impl FnOnce(&Scenario, &Scenario) -> T) -> T {
        self.scenario.with(|scenario| {
            self.examples.with_value(|examples| {
                let same = |example: &&Scenario| example.origin == scenario.origin;
                // A file may name an example that does not exist here: any will do for it.
                read(scenario, examples.iter().find(same).unwrap_or(&examples[0]))
            })
        })
    }

    /// Puts a plan on the bench that started from an example.
    pub fn begin(&self, scenario: Scenario, example: Scenario) {
        self.examples.update_value(|examples| {
            if examples.iter().all(|known| known.origin != example.origin) {
                examples.push(example);
            }
        });
        self.assign(scenario);
    }

    /// Reads the scenario as it is, without following it.
    pub fn with_untracked<T>(&self, read: impl FnOnce(&Scenario) -> T) -> T {
        self.scenario.with_untracked(read)
    }

    /// Evaluates the same scenario anew: formulas have arrived.
    fn evaluate_again(&self) {
        self.scenario.notify();
    }

    /// The present value of a number, following its changes.
    pub fn value(&self, address: Address) -> f64 {
        self.scenario.with(|scenario| address.read(scenario))
    }

    /// Writes a number as part of a gesture that [`Self::settle`] will end: one step of undo.
    pub fn drag(&self, address: Address, value: f64) {
        let mut after = self.scenario.get_untracked();
        address.write(&mut after, value);
        self.draw(after);
    }

    /// The same for a whole scenario.
    pub fn draw(&self, after: Scenario) {
        let before = self.scenario.get_untracked();
        if after != before {
            self.gesture.update_value(|gesture| {
                gesture.get_or_insert(before);
            });
            self.scenario.set(after);
        }
    }

    /// Ends a gesture.
    pub fn settle(&self) {
        let mut began = None;
        self.gesture.update_value(|gesture| began = gesture.take());
        if let Some(before) = began
            && before != self.scenario.get_untracked()
        {
            self.remember(before);
        }
    }

    /// Takes back the gesture under way.
    pub fn abandon(&self) {
        let mut began = None;
        self.gesture.update_value(|gesture| began = gesture.take());
        if let Some(before) = began {
            self.scenario.set(before);
        }
    }

    /// Writes a number in one step.
    pub fn write(&self, address: Address, value: f64) {
        self.drag(address, value);
        self.settle();
    }

    /// Puts another scenario on the bench: an example, a link, a way of working marked as today's.
    pub fn assign(&self, scenario: Scenario) {
        self.settle();
        let before = self.scenario.get_untracked();
        if scenario != before {
            self.remember(before);
            self.scenario.set(scenario);
        }
    }

    fn remember(&self, before: Scenario) {
        self.future.set(Vec::new());
        self.past.update(|past| {
            past.push(before);
            if past.len() > MOST_UNDO {
                past.remove(0);
            }
        });
    }

    /// One step back.
    pub fn undo(&self) {
        self.settle();
        self.step(self.past, self.future);
    }

    /// One step forward again.
    pub fn redo(&self) {
        self.settle();
        self.step(self.future, self.past);
    }

    fn step(&self, from: RwSignal<Vec<Scenario>>, to: RwSignal<Vec<Scenario>>) {
        let Some(next) = from.try_update(Vec::pop).flatten() else {
            return;
        };
        to.update(|kept| kept.push(self.scenario.get_untracked()));
        self.scenario.set(next);
    }

    /// Whether there is a step back.
    pub fn can_undo(&self) -> bool {
        self.past.with(|past| !past.is_empty())
    }

    /// Whether there is a step forward.
    pub fn can_redo(&self) -> bool {
        self.future.with(|future| !future.is_empty())
    }

    /// The strategy shown, by place: the one chosen, else the best, else the first.
    pub fn shown(&self) -> usize {
        let chosen = self.chosen.get();
        self.answer.with(|answer| {
            let evaluation = &answer.evaluation;
            let place = |key| {
                evaluation
                    .strategies
                    .iter()
                    .position(|strategy| strategy.key == key)
            };
            chosen
                .and_then(place)
                .or(evaluation.comparison.best())
                .unwrap_or(0)
        })
    }

    /// What the strategy shown is called, within a sentence.
    pub fn shown_name(&self) -> String {
        let shown = self.shown();
        self.answer
            .with(|answer| lower_first(answer.context().words(shown).name))
    }

    /// The key of the strategy shown; none where the scenario has no team for any way.
    pub fn shown_key(&self) -> Option<&'static str> {
        let shown = self.shown();
        self.answer
            .with(|answer| Some(answer.evaluation.strategies.get(shown)?.key))
    }

    /// Shows a strategy, or follows the best again.
    pub fn choose(&self, key: Option<&'static str>) {
        self.chosen.set(key);
    }

    /// Whether something belongs to another answer than the present one.
    pub fn is_stale(&self, of: &Arc<Answer>) -> bool {
        self.answer.with(|answer| !Arc::ptr_eq(answer, of))
    }

    /// Whether the user has chosen a strategy rather than following the best.
    pub fn has_chosen(&self) -> bool {
        self.chosen.with(Option::is_some)
    }
}
