//! What the page and the editor of a process say to each other: links, which are short, versioned
//! and understood by both anyway.
//!
//! The page keeps the link of its scenario in an attribute of the editor's element. The editor
//! sends an event with the link of what is drawn, within a gesture, and an empty one when the
//! gesture ends.

use crate::model::scenario::{Scenario, permalink};
use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// Id of the element in which the editor stands.
pub const HOST: &str = "process-editor";
/// The attribute of that element with the page's scenario.
pub const SCENARIO: &str = "data-scenario";
/// Id of the line that says how far the editor is.
pub const STATE: &str = "process-state";
const DRAWN: &str = "process";

/// A scenario as a text.
pub fn write(scenario: &Scenario) -> String {
    permalink::encode(scenario)
}

/// The scenario of a text; `None` where it could not be read whole.
pub fn read(text: &str) -> Option<Scenario> {
    let opened = permalink::decode(text);
    opened.notices.is_empty().then_some(opened.scenario)
}

/// The page's end: hears what is drawn, and `None` when a gesture ends.
pub fn listen(heard: impl Fn(Option<Scenario>) + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let hear = move |event: &web_sys::Event| {
        let text = event.unchecked_ref::<CustomEvent>().detail().as_string();
        heard(
            text.filter(|text| !text.is_empty())
                .and_then(|text| read(&text)),
        );
    };
    EventListener::new(&window, DRAWN, hear).forget();
}

/// The editor's end: says what is drawn, or by an empty text that a gesture ends.
pub fn say(host: &EventTarget, text: &str) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_detail(&JsValue::from_str(text));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(DRAWN, &init) {
        let _ = host.dispatch_event(&event);
    }
}
