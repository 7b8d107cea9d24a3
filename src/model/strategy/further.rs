//! What the strategies do that the first example does without. The page fetches it apart and says so
//! by [`install`]; everywhere else it is always there.

use super::{Way, automated, middle_office, one_team, outsourced, redirected, ring_fenced};

/// Finds what a strategy does by its key.
pub type Find = fn(&str) -> Option<Way>;

/// Finds what one of these strategies does. On the page only the part that brings them may call
/// this: they go where it goes.
pub fn find(key: &str) -> Option<Way> {
    Some(match key {
        "middle_office" => middle_office::WAY,
        "outsourced" => outsourced::WAY,
        "automated" => automated::WAY,
        "one_team" => one_team::WAY,
        "ring_fenced" => ring_fenced::WAY,
        "redirected" => redirected::WAY,
        _ => return None,
    })
}

#[cfg(feature = "web")]
static ARRIVED: std::sync::OnceLock<Find> = std::sync::OnceLock::new();

/// Puts them to use.
#[cfg(feature = "web")]
pub fn install(find: Find) {
    // A second arrival brings the same.
    let _ = ARRIVED.set(find);
}

#[cfg(feature = "web")]
pub(super) fn way(key: &str) -> Option<Way> {
    ARRIVED.get().and_then(|find| find(key))
}

#[cfg(not(feature = "web"))]
pub(super) fn way(key: &str) -> Option<Way> {
    find(key)
}
