//! The worker behind the page: it does one job at a time, in slices, and says how far it is.
//!
//! What comes in is a [`Job`] as JSON, what goes out a [`Reply`] as JSON. A new job takes the
//! place of the one under way; an empty text ends it. Between two slices the worker listens.

use crate::model::job::{Job, Reply, Work};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Events of a slice: some tens of milliseconds.
const SLICE: u64 = 200_000;
/// Said once the worker listens.
pub const READY: &str = "ready";

/// The job under way, and the timer of its next slice.
#[derive(Default)]
struct Desk {
    work: Option<Work>,
    next: Option<Timeout>,
}

/// Begins to listen.
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let desk = Rc::new(RefCell::new(Desk::default()));
    let outside = scope.clone();
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let text = event.data().as_string().unwrap_or_default();
        // A job that cannot be read ends the one under way, and is answered by silence: the page
        // and its worker are built together.
        desk.borrow_mut().work = serde_json::from_str::<Job>(&text).ok().map(Work::new);
        work_on(&outside, &desk);
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // It listens as long as the worker lives.
    heard.forget();
    let _ = scope.post_message(&JsValue::from_str(READY));
}

/// Does a slice, says how it stands, and comes back for the next.
fn work_on(scope: &DedicatedWorkerGlobalScope, desk: &Rc<RefCell<Desk>>) {
    let mut at = desk.borrow_mut();
    let Some(work) = &mut at.work else {
        at.next = None;
        return;
    };
    let reply = match work.advance(SLICE) {
        Some(outcome) => Reply::Done(Box::new(outcome)),
        None => work.progress(),
    };
    let done = matches!(reply, Reply::Done(_));
    if let Ok(text) = serde_json::to_string(&reply) {
        let _ = scope.post_message(&JsValue::from_str(&text));
    }
    if done {
        at.work = None;
    }
    let (scope, again) = (scope.clone(), desk.clone());
    at.next = (!done).then(|| Timeout::new(0, move || work_on(&scope, &again)));
}
