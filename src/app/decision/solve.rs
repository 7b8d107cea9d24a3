//! What a target would take, and the smallest change that cures.

use leptos::prelude::*;

/// The panel.
pub fn panel() -> AnyView {
    view! { <p>"Loading."</p> }.into_any()
}
