//! How wide a text is on the canvas, asked of the browser once and remembered.
//!
//! plotters would measure by putting a styled `<span>` into the page, which forces a layout and which a strict
//! content security policy forbids. `measureText` does neither, and a chart redrawn while a slider moves has
//! mostly the words it had before.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use plotters_backend::{BackendTextStyle, FontStyle};
use web_sys::CanvasRenderingContext2d;

/// The page's own fonts, as its style sheet names them.
pub const FAMILY: &str =
    "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"DejaVu Sans\", sans-serif";

/// How many widths are remembered before all are forgotten.
const MOST: usize = 2048;

/// What tells one type from another, given that the family is always the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Type {
    size: u64,
    bold: bool,
    slanted: bool,
}

impl Type {
    /// The type that a plotters style asks for.
    pub fn of<S: BackendTextStyle>(style: &S) -> Self {
        Self {
            size: style.size().to_bits(),
            bold: matches!(style.style(), FontStyle::Bold),
            slanted: matches!(style.style(), FontStyle::Italic | FontStyle::Oblique),
        }
    }

    /// As the canvas wants it written.
    pub fn css(self) -> String {
        let slant = if self.slanted { "italic " } else { "" };
        let weight = if self.bold { "600" } else { "400" };
        format!("{slant}{weight} {}px {FAMILY}", f64::from_bits(self.size))
    }
}

#[derive(Default)]
struct Widths {
    known: HashMap<Type, HashMap<String, f64>>,
    count: usize,
}

thread_local! {
    static WIDTHS: RefCell<Widths> = RefCell::default();
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// How often the browser has been asked for a width since the page was loaded.
pub fn times_asked() -> u32 {
    ASKED.get()
}

/// The width of a text in the unit of the type size. `prepare` sets the type on the context; it is called only
/// where the browser has to be asked.
pub fn width(
    context: &CanvasRenderingContext2d,
    set: Type,
    text: &str,
    prepare: impl FnOnce(),
) -> Option<f64> {
    let known = WIDTHS.with_borrow(|widths| widths.known.get(&set)?.get(text).copied());
    if known.is_some() {
        return known;
    }
    prepare();
    ASKED.set(ASKED.get().wrapping_add(1));
    let width = context.measure_text(text).ok()?.width();
    WIDTHS.with_borrow_mut(|widths| {
        if widths.count >= MOST {
            *widths = Widths::default();
        }
        widths.count += 1;
        widths
            .known
            .entry(set)
            .or_default()
            .insert(text.to_owned(), width);
    });
    Some(width)
}
