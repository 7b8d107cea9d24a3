//! The measures that all charts share: the fine grid, type sizes, rectangles and linear scales.
//!
//! plotters hands whole numbers to its backends. With one unit per pixel a curve wobbles by half a pixel,
//! so a chart works in logical pixels as `f64` and hands over tenths of them.

/// Backend units in one logical pixel.
pub const GRAIN: i32 = 10;

/// The font family that charts ask for; a backend may know a better stack for it.
pub const FONT: &str = "sans-serif";

/// Size of all chart text, in logical pixels.
pub const TEXT: f64 = 11.5;

/// Height to reserve for a line of chart text, in logical pixels.
pub const LINE: f64 = 14.0;

/// Below this width in logical pixels a chart moves its labels to where a phone has room for them.
pub const NARROW: f64 = 380.0;

/// Logical pixels to backend units; what is not a number becomes zero, what is far out stays far out.
pub fn px(length: f64) -> i32 {
    if length.is_nan() {
        return 0;
    }
    (length * f64::from(GRAIN)).round().clamp(-1.0e8, 1.0e8) as i32
}

/// The middle of the pixel that holds this position: where a hairline is crisp.
pub fn crisp(position: f64) -> f64 {
    position.floor() + 0.5
}

/// A rectangle in logical pixels, y downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x0: f64,
    /// Top edge.
    pub y0: f64,
    /// Right edge.
    pub x1: f64,
    /// Bottom edge.
    pub y1: f64,
}

impl Rect {
    /// The rectangle between two corners, upper left first.
    pub fn new(x0: f64, y0: f64, x1: f64, y1: f64) -> Self {
        Self { x0, y0, x1, y1 }
    }

    /// Width, never negative.
    pub fn width(&self) -> f64 {
        (self.x1 - self.x0).max(0.0)
    }

    /// Height, never negative.
    pub fn height(&self) -> f64 {
        (self.y1 - self.y0).max(0.0)
    }

    /// The point in the middle.
    pub fn centre(&self) -> (f64, f64) {
        ((self.x0 + self.x1) / 2.0, (self.y0 + self.y1) / 2.0)
    }

    /// The rectangle with every edge moved outwards (inwards where negative).
    pub fn grown(&self, by: f64) -> Self {
        Self::new(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)
    }

    /// Whether the other rectangle lies within this one.
    pub fn holds(&self, other: &Rect) -> bool {
        other.x0 >= self.x0 && other.y0 >= self.y0 && other.x1 <= self.x1 && other.y1 <= self.y1
    }

    /// Whether two rectangles share an area.
    pub fn meets(&self, other: &Rect) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1 && self.y0 < other.y1 && other.y0 < self.y1
    }
}

/// A linear scale from a range of values to a range of positions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The value that stands at `from`.
    pub low: f64,
    /// The value that stands at `to`.
    pub high: f64,
    /// Position of the low value, in logical pixels.
    pub from: f64,
    /// Position of the high value, in logical pixels.
    pub to: f64,
}

impl Scale {
    /// Where a value stands; an empty range of values puts everything at `from`.
    pub fn at(&self, value: f64) -> f64 {
        let span = self.high - self.low;
        if span <= 0.0 {
            return self.from;
        }
        self.from + (value - self.low) / span * (self.to - self.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_of_a_pixel_survives() {
        assert_eq!(px(12.3), 123);
        assert_eq!(px(f64::NAN), 0);
        assert_eq!(px(f64::INFINITY), 100_000_000);
        assert_eq!(crisp(7.9), 7.5);
    }

    #[test]
    fn an_empty_scale_does_not_divide_by_zero() {
        let scale = Scale {
            low: 0.0,
            high: 0.0,
            from: 5.0,
            to: 50.0,
        };
        assert_eq!(scale.at(3.0), 5.0);
        let scale = Scale {
            high: 10.0,
            ..scale
        };
        assert_eq!(scale.at(5.0), 27.5);
    }
}
