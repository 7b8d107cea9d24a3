//! The best plan: staff and work together, the frontier, the grid.

use leptos::prelude::*;

/// The panel.
pub fn panel() -> AnyView {
    view! { <p>"Loading."</p> }.into_any()
}
