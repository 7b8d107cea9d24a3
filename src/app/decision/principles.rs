//! The five principles beside the money.

use leptos::prelude::*;

/// The panel.
pub fn panel() -> AnyView {
    view! { <p>"Loading."</p> }.into_any()
}
