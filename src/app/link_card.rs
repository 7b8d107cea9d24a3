//! The link of a plan, to be copied by hand: where the browser gives no clipboard. Comes with the part
//! that writes links.

use super::browser;
use super::reactive::pressed;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// Id of the field.
const LINK: &str = "link";

/// What is done when the card has been read.
pub type Close = Arc<dyn Fn() + Send + Sync>;
/// Builds the card of a link.
pub type Card = fn(String, Close) -> AnyView;

/// The card. It takes the focus as it comes, its link ready to be copied.
pub fn card(link: String, close: Close) -> AnyView {
    Effect::new(|_| browser::focus(LINK));
    let closed = close.clone();
    let key_pressed = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    view! {
        <div class="link-card" role="dialog" aria-label="Link of this plan" on:keydown=key_pressed>
            <label>"Copy this link"
                <input type="text" readonly value=link id=LINK/>
            </label>
            <button class="quiet" on:click=pressed(move || closed())>"Close"</button>
        </div>
    }
    .into_any()
}
