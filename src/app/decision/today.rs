//! The present arrangement, and what is observed of it.

use leptos::prelude::*;

/// The panel.
pub fn panel() -> AnyView {
    view! { <p>"Loading."</p> }.into_any()
}
