//! Hatch patterns: the second sign, after colour, by which the parts of a stacked bar are told apart.

use super::clip::{self, Point};
use super::frame::Rect;

/// How a surface is filled beside its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hatch {
    /// Colour alone.
    Plain,
    /// Strokes that rise to the right.
    Rising,
    /// Strokes that fall to the right.
    Falling,
    /// Upright strokes.
    Upright,
}

/// The pattern of each of the four groups.
pub const PATTERNS: [Hatch; 4] = [Hatch::Plain, Hatch::Rising, Hatch::Upright, Hatch::Falling];

/// Distance between two strokes, in logical pixels.
const PITCH: f64 = 5.0;

/// The strokes of a pattern within a rectangle, cut at its edges.
/// Strokes hang on a fixed raster, so that they stand still while a bar grows.
pub fn strokes(rect: &Rect, hatch: Hatch) -> Vec<(Point, Point)> {
    let (slope, first, last) = match hatch {
        Hatch::Plain => return Vec::new(),
        Hatch::Upright => (0.0, rect.x0, rect.x1),
        Hatch::Rising => (-1.0, rect.x0 + rect.y0, rect.x1 + rect.y1),
        Hatch::Falling => (1.0, rect.x0 - rect.y1, rect.x1 - rect.y0),
    };
    let range = (first / PITCH).ceil() as i32..=(last / PITCH).floor() as i32;
    range
        .filter_map(|index| {
            let base = f64::from(index) * PITCH;
            let on = |y: f64| (base + slope * y, y);
            clip::segment(rect, on(rect.y0), on(rect.y1))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_stay_in_their_rectangle() {
        let rect = Rect::new(13.0, 7.0, 60.0, 31.0);
        for hatch in PATTERNS {
            for (a, b) in strokes(&rect, hatch) {
                let edge = rect.grown(1e-9);
                assert!(
                    edge.holds(&Rect::new(a.0, a.1, a.0, a.1)),
                    "{hatch:?} {a:?}"
                );
                assert!(
                    edge.holds(&Rect::new(b.0, b.1, b.0, b.1)),
                    "{hatch:?} {b:?}"
                );
            }
        }
        assert!(strokes(&rect, Hatch::Rising).len() > 10);
    }
}
