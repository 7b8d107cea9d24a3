//! The only file that asks the browser for its address, clipboard, storage and pixel ratio.
//! Everything here may be refused (a sandboxed frame, a strict setting) and then does nothing.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlInputElement, KeyboardEvent, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

/// The document of the page.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The part of the address behind `#`, or an empty text.
pub fn fragment() -> String {
    let hash = window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Whether the address has a part behind `#`.
pub fn has_fragment() -> bool {
    !fragment().is_empty()
}

/// The whole address of the page.
pub fn href() -> String {
    let location = window().map(|window| window.location());
    location
        .and_then(|location| location.href().ok())
        .unwrap_or_default()
}

/// Replaces the part of the address behind `#` without a new entry in the browser's history.
pub fn write_fragment(link: &str) {
    let Some(history) = window().and_then(|window| window.history().ok()) else {
        return;
    };
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{link}")));
}

/// The whole address of a link.
pub fn address_of(link: &str) -> String {
    let href = href();
    let page = href.split(['#', '?']).next().unwrap_or_default();
    let (folder, file) = page.rsplit_once('/').unwrap_or((page, ""));
    let file = file.split('%').next().unwrap_or_default();
    let page = format!("{folder}/{file}");
    format!("{page}#{link}")
}

/// Puts a text on the clipboard and says whether the browser allowed it.
pub fn copy(text: &str, then: impl Fn(bool) + Clone + 'static) {
    let clipboard = window().map(|window| window.navigator().clipboard());
    // A missing clipboard (an insecure origin) is undefined, whatever the type says.
    let Some(clipboard) = clipboard.filter(|it| !JsValue::from(it.clone()).is_undefined()) else {
        return then(false);
    };
    let (allowed, refused) = (then.clone(), then);
    let allowed = Closure::<dyn FnMut(JsValue)>::new(move |_| allowed(true));
    let refused = Closure::<dyn FnMut(JsValue)>::new(move |_| refused(false));
    let _ = clipboard.write_text(text).then2(&allowed, &refused);
    // One of them is called after this has returned.
    allowed.forget();
    refused.forget();
}

/// Where the worker's script is.
pub fn worker_address() -> Option<String> {
    let script = document()?.query_selector("script[data-worker]").ok()??;
    script.get_attribute("data-worker")
}

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now())
}

/// Device pixels to a logical one.
pub fn pixel_ratio() -> f64 {
    window()
        .map_or(1.0, |window| window.device_pixel_ratio())
        .clamp(0.5, 4.0)
}

/// Whether the system asks for a dark page.
pub fn prefers_dark() -> bool {
    let query = window().and_then(|window| {
        window
            .match_media("(prefers-color-scheme: dark)")
            .ok()
            .flatten()
    });
    query.is_some_and(|query| query.matches())
}

/// Calls `then` whenever the system changes between light and dark.
pub fn on_scheme_change(then: impl Fn() + 'static) {
    let query = window().and_then(|window| {
        window
            .match_media("(prefers-color-scheme: dark)")
            .ok()
            .flatten()
    });
    if let Some(query) = query {
        gloo_events::EventListener::new(&query, "change", move |_| then()).forget();
    }
}

/// Sets or removes an attribute of the root element.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Reads a remembered choice.
pub fn remembered(key: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(key).ok()?
}

/// Remembers a choice, where that is allowed.
pub fn remember(key: &str, value: &str) {
    if let Some(Ok(Some(storage))) = window().map(|window| window.local_storage()) {
        let _ = storage.set_item(key, value);
    }
}

/// An element by its id.
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Unfolds a fold.
pub fn unfold(id: &str) {
    set_open(id, true);
}

/// Unfolds what has this id, or folds it.
pub fn set_open(id: &str, open: bool) {
    if let Some(element) = element(id) {
        let _ = element.toggle_attribute_with_force("open", open);
    }
}

/// Unfolds what has this id and leads there: into view, and with the keyboard.
pub fn go_to(id: &str) {
    unfold(id);
    if let Some(element) = element(id) {
        let _ = element.set_attribute("tabindex", "-1");
        focus(id);
    }
}

/// Removes an element by its id.
pub fn remove_element(id: &str) {
    if let Some(element) = element(id) {
        element.remove();
    }
}

/// Puts the focus on an element, and selects what stands in it.
pub fn focus(id: &str) {
    if let Some(element) =
        element(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = element.focus();
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            input.select();
        }
    }
}

/// Whether a key was pressed in a field that has an undo of its own.
pub fn is_in_text_field(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| match element.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.type_() == "text",
        None => element.tag_name().eq_ignore_ascii_case("textarea"),
    })
}
