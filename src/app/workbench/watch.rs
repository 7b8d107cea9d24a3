//! What is done once the bench stands still, and its keys.

use super::Workbench;
use crate::app::{browser, parts};
use crate::model::evaluation::fetched;
use crate::words::conditions::conditions;
use crate::words::sentences::headline;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

/// The address is written, and the answer spoken, when nothing has moved for this long.
const SETTLED_MILLISECONDS: u32 = 400;

impl Workbench {
    /// The answer as one text, once nothing has moved for a while.
    pub fn spoken(self) -> ReadSignal<String> {
        let text = move || {
            self.answer.with(|answer| {
                let context = answer.context();
                format!(
                    "{} {}",
                    headline(&context).plain(),
                    conditions(&context).plain()
                )
            })
        };
        // A live region is silent about what it holds at first: only what changes is news.
        let (spoken, speak) = signal(untrack(text));
        self.when_settled(text, move |text: &String| speak.set(text.clone()));
        spoken
    }

    /// Calls `then` with the latest value once it has stood still for a while.
    pub fn when_settled<T: Clone + Send + Sync + 'static>(
        self,
        value: impl Fn() -> T + Send + Sync + 'static,
        then: impl Fn(&T) + Clone + 'static,
    ) {
        // The timer of the value before is dropped, and so cancelled, when the next one comes.
        Effect::new(move |_: Option<Timeout>| {
            let latest = value();
            let then = then.clone();
            Timeout::new(SETTLED_MILLISECONDS, move || then(&latest))
        });
    }

    /// Fetches the formulas that the first example does without, at the first edit or when nothing
    /// moves for the first time; what has no numbers without them has them then.
    pub fn fetch_formulas(self) {
        let fetch = move || {
            if fetched::have_arrived() {
                return;
            }
            leptos::task::spawn_local(async move {
                match parts::further().await {
                    Ok(formulas) => {
                        formulas.install();
                        self.evaluate_again();
                    }
                    Err(_) => self.notices.set(vec![parts::UNCOUNTED.to_owned()]),
                }
            });
        };
        Effect::new(move |before: Option<()>| {
            self.with(|_| ());
            if before.is_some() {
                fetch();
            }
        });
        self.when_settled(|| (), move |()| fetch());
    }

    /// Ctrl+Z and Ctrl+Y, except in a field, which has its own.
    pub fn listen_for_keys(self) {
        let handle = window_event_listener(leptos::ev::keydown, move |event| {
            if !(event.ctrl_key() || event.meta_key()) || browser::is_in_text_field(&event) {
                return;
            }
            let redo = event.shift_key();
            match event.key().to_ascii_lowercase().as_str() {
                "z" if redo => self.redo(),
                "z" => self.undo(),
                "y" => self.redo(),
                _ => return,
            }
            event.prevent_default();
        });
        on_cleanup(move || handle.remove());
    }
}
