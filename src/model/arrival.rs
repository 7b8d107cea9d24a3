//! Code that the page fetches apart: whether it has arrived.
//!
//! The first load of the page carries what the first example needs; the rest comes in a part of its
//! own, and puts itself to use here. Natively everything is always there. This is the one thing in the
//! model that is not a value. It changes no number: what needs code that has not arrived has none.

#[cfg(feature = "web")]
use std::sync::OnceLock;

/// Functions that may have to arrive first.
pub struct Arrival<T> {
    #[cfg(feature = "web")]
    arrived: OnceLock<T>,
    #[cfg(not(feature = "web"))]
    always: std::marker::PhantomData<fn() -> T>,
}

impl<T: Copy> Arrival<T> {
    /// Nothing has arrived.
    #[expect(
        clippy::new_without_default,
        reason = "a constant of a static, never a default"
    )]
    pub const fn new() -> Self {
        Self {
            #[cfg(feature = "web")]
            arrived: OnceLock::new(),
            #[cfg(not(feature = "web"))]
            always: std::marker::PhantomData,
        }
    }

    /// Puts the functions to use. Only the page has to.
    #[cfg(feature = "web")]
    pub fn install(&self, functions: T) {
        // A second arrival brings the same.
        let _ = self.arrived.set(functions);
    }

    /// The functions, if they are there. `natively` names them where they always are; on the page it
    /// is never called, so that nothing of them goes into the first load.
    #[cfg(feature = "web")]
    pub fn at_hand(&self, _natively: impl FnOnce() -> T) -> Option<T> {
        self.arrived.get().copied()
    }

    /// The functions, which are always there.
    #[cfg(not(feature = "web"))]
    pub fn at_hand(&self, natively: impl FnOnce() -> T) -> Option<T> {
        Some(natively())
    }
}
