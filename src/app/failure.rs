//! If the page itself fails: a card with the link of the plan, instead of a dead page.

use super::browser;
use std::panic::PanicHookInfo;

/// Shows the card that stands hidden in the document when anything panics.
pub fn install() {
    std::panic::set_hook(Box::new(|info: &PanicHookInfo| {
        let report = info.to_string();
        web_sys::console::error_1(&report.as_str().into());
        show(&report);
    }));
}

fn show(report: &str) {
    let Some(document) = browser::document() else {
        return;
    };
    if let Some(text) = document.get_element_by_id("failure-report") {
        text.set_text_content(Some(report));
    }
    if let Some(card) = document.get_element_by_id("failure") {
        let _ = card.remove_attribute("hidden");
    }
}
