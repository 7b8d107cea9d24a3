//! What the page and the editor of a process say to each other: links, which are short, versioned
//! and understood by both anyway.

use crate::model::scenario::{Scenario, permalink};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// Id of the element in which the editor stands and on which both speak.
pub const HOST: &str = "process-editor";
/// The editor stands and wants the scenario.
pub const READY: &str = "ready";
/// The page has another scenario.
pub const SCENARIO: &str = "scenario";
/// The editor has drawn another one, within a gesture.
pub const PROCESS: &str = "process";
/// The gesture in the editor has ended.
pub const SETTLE: &str = "settle";
/// The editor could not be loaded, or has failed.
pub const FAILED: &str = "failed";

/// A scenario as a text.
pub fn write(scenario: &Scenario) -> String {
    permalink::encode(scenario)
}

/// The scenario of a text; `None` where it could not be read whole.
pub fn read(text: &str) -> Option<Scenario> {
    let opened = permalink::decode(text);
    opened.notices.is_empty().then_some(opened.scenario)
}

/// Says something to the other side.
pub fn say(host: &EventTarget, what: &str, text: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(text));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(what, &init) {
        let _ = host.dispatch_event(&event);
    }
}

/// The scenario that an event carries.
pub fn heard(event: &CustomEvent) -> Option<Scenario> {
    read(&event.detail().as_string()?)
}
