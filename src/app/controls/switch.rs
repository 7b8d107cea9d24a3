//! A choice between yes and no.

use super::Spoken;
use super::number::About;
use crate::app::reactive::{Flag, flag, text};
use crate::app::workbench::Workbench;
use crate::model::scenario::Address;
use leptos::prelude::*;

/// A switch.
#[component]
pub(super) fn Switch(address: Address, hidden: Flag) -> impl IntoView {
    let bench = Workbench::expect();
    let Spoken { id, label, tone } = Spoken::of(&bench, address);
    let on = Memo::new(move |_| bench.value(address) >= 0.5);
    view! {
        <div class=format!("control switch {tone}") hidden=hidden>
            <div class="name">
                <label for=id.clone()>{label.clone()}</label>
                <About address label/>
            </div>
            <span class="value">
                <span class="state" aria-hidden="true">{text(move || if on.get() { "yes" } else { "no" })}</span>
                <input
                    type="checkbox" role="switch" id=id
                    prop:checked=flag(move || on.get())
                    on:change=move |_| bench.write(address, if on.get_untracked() { 0.0 } else { 1.0 })
                />
            </span>
        </div>
    }
}
