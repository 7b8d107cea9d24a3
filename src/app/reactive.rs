//! Reactive pieces of a view, each kind of one type.
//!
//! Every closure in a view is a type of its own, and the framework's code is compiled once for
//! each. Behind these types it is compiled once for all, which is a good part of the page's
//! weight.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// A text that follows what it reads.
pub type Text = Arc<dyn Fn() -> String + Send + Sync>;
/// The same for a field: written into it only where it changes, so that what is being typed stays when
/// something else does.
pub fn field_text(of: Text) -> Text {
    let kept = Memo::new(move |_| of());
    Arc::new(move || kept.get())
}

/// A yes or no that follows what it reads.
pub type Flag = Arc<dyn Fn() -> bool + Send + Sync>;
/// A part of the page that follows what it reads.
pub type Part = Box<dyn FnMut() -> AnyView + Send>;

/// A text that follows what it reads.
pub fn text<S: Into<String>>(of: impl Fn() -> S + Send + Sync + 'static) -> Text {
    Arc::new(move || of().into())
}

/// A yes or no that follows what it reads.
pub fn flag(of: impl Fn() -> bool + Send + Sync + 'static) -> Flag {
    Arc::new(of)
}

/// A part of the page that follows what it reads.
pub fn part(of: impl FnMut() -> AnyView + Send + 'static) -> Part {
    Box::new(of)
}

/// A part of the page that is not always there.
pub fn part_if(mut of: impl FnMut() -> Option<AnyView> + Send + 'static) -> Part {
    Box::new(move || of().unwrap_or_else(|| ().into_any()))
}

/// What a press of a button does.
pub fn pressed(act: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// A list with an item for each text.
pub fn items(texts: Vec<String>) -> Vec<AnyView> {
    texts
        .into_iter()
        .map(|text| view! { <li>{text}</li> }.into_any())
        .collect()
}
