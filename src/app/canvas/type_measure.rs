//! How wide a text is on the canvas, asked of the browser once and remembered.
//!
//! plotters would measure by putting a styled `<span>` into the page, which forces a layout and which a strict
//! content security policy forbids. `measureText` does neither, and a chart redrawn while a slider moves has
//! mostly the words it had before.

use std::cell::{Cell, RefCell};

use crate::model::decimal::fixed;
use plotters_backend::{BackendTextStyle, FontStyle};
use web_sys::CanvasRenderingContext2d;

/// The page's own fonts, as its style sheet names them.
pub const FAMILY: &str =
    "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"DejaVu Sans\", sans-serif";

/// How many widths are remembered; a text that falls on the place of another takes it over.
const PLACES: usize = 2048;

/// What tells one type from another, given that the family is always the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
        format!(
            "{slant}{weight} {}px {FAMILY}",
            fixed(f64::from_bits(self.size), 2)
        )
    }
}

/// A text in a type, and its width.
struct Known {
    set: Type,
    text: String,
    width: f64,
}

thread_local! {
    static WIDTHS: RefCell<Vec<Option<Known>>> =
        RefCell::new((0..PLACES).map(|_| None).collect());
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
    let place = place_of(set, text);
    let known = WIDTHS.with_borrow(|widths| {
        let known = widths[place].as_ref()?;
        (known.set == set && known.text == text).then_some(known.width)
    });
    if known.is_some() {
        return known;
    }
    prepare();
    ASKED.set(ASKED.get().wrapping_add(1));
    let width = context.measure_text(text).ok()?.width();
    let text = text.to_owned();
    WIDTHS.with_borrow_mut(|widths| widths[place] = Some(Known { set, text, width }));
    Some(width)
}

/// The place of a text in the table: Fowler, Noll and Vo's hash. A map of the standard library
/// would do as well and weigh four kilobytes more.
fn place_of(set: Type, text: &str) -> usize {
    let start =
        0xcbf2_9ce4_8422_2325 ^ set.size ^ u64::from(set.bold) ^ (u64::from(set.slanted) << 1);
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = text.bytes().fold(start, mix);
    (hash ^ (hash >> 32)) as usize % PLACES
}
