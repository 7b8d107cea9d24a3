//! Places labels beside what they name: never over each other, never outside the plot, and off the lines
//! where that is possible.
//!
//! Greedy, in the order of the calls: the label that matters most comes first. Each tries the places round
//! its anchors, the preferred anchor first, and takes the cheapest; a label without any free place is left out.

use super::clip::{self, Point};
use super::frame::{LINE, Rect};
use super::type_width::{Measure, shorten};

/// Which side of its anchor a label tries first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Over the anchor.
    Above,
    /// Under the anchor.
    Below,
}

/// A label that wants a place.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Width of the text in logical pixels.
    pub width: f64,
    /// Height of the text in logical pixels.
    pub height: f64,
    /// Points that the label may stand at, the best first.
    pub anchors: Vec<Point>,
    /// Distance of the text from its anchor, in logical pixels.
    pub gap: f64,
    /// The side to try first.
    pub side: Side,
    /// The part of the text, 0 to 1, that lies left of the anchor where it can be chosen.
    pub lean: f64,
}

/// A label that found its place.
pub struct Placed {
    /// The words.
    pub text: String,
    /// Their surface.
    pub at: Rect,
}

/// The places already taken in a plot.
#[derive(Clone, Debug)]
pub struct Placer {
    bounds: Rect,
    taken: Vec<Rect>,
    lines: Vec<(Point, Point, f64)>,
}

/// The price of standing across a line, in logical pixels of distance.
pub const CROSSING: f64 = 60.0;
/// The price of standing across a line that bears to be interrupted, such as a straight dashed one.
pub const INTERRUPTION: f64 = 25.0;
/// Distance between two labels side by side, in logical pixels.
const BESIDE: f64 = 5.0;
/// The price of the next anchor.
const NEXT_ANCHOR: f64 = 12.0;
/// The price of the other side.
const OTHER_SIDE: f64 = 20.0;
/// The price of lying wholly to the other side of the anchor.
const LEANING: f64 = 2.0;
/// The raster on which a label looks for a place when there is none near its anchors.
const RASTER: f64 = 6.0;

impl Placer {
    /// An empty plot.
    pub fn new(bounds: Rect) -> Self {
        Self {
            bounds,
            taken: Vec::new(),
            lines: Vec::new(),
        }
    }

    /// The width of the plot.
    pub fn room(&self) -> f64 {
        self.bounds.width()
    }

    /// Keeps a surface free: labels never overlap it.
    pub fn keep_free(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    /// A line that labels avoid where they can, and the price of standing across one of its segments.
    pub fn avoid(&mut self, line: &[Point], price: f64) {
        self.lines
            .extend(line.windows(2).map(|pair| (pair[0], pair[1], price)));
    }

    /// Finds a place, takes it and returns it.
    pub fn place(&mut self, wish: &Wish) -> Option<Rect> {
        let near = self.cheapest(beside(wish));
        let found = near.filter(|(cost, _)| *cost < CROSSING).or_else(|| {
            let far = self.cheapest(self.everywhere(wish));
            near.into_iter()
                .chain(far)
                .min_by(|a, b| a.0.total_cmp(&b.0))
        });
        let (_, rect) = found?;
        self.taken.push(Rect {
            x0: rect.x0 - BESIDE,
            x1: rect.x1 + BESIDE,
            ..rect
        });
        Some(rect)
    }

    fn cheapest(&self, places: Vec<(f64, Rect)>) -> Option<(f64, Rect)> {
        places
            .into_iter()
            .filter(|(_, rect)| self.is_free(rect))
            .map(|(cost, rect)| (cost + self.crossings(&rect), rect))
            .min_by(|a, b| a.0.total_cmp(&b.0))
    }

    fn is_free(&self, rect: &Rect) -> bool {
        self.bounds.holds(rect) && !self.taken.iter().any(|taken| taken.meets(rect))
    }

    /// What it costs to stand across the lines.
    fn crossings(&self, rect: &Rect) -> f64 {
        let near = rect.grown(0.5);
        let crossed = |(a, b, _): &&(Point, Point, f64)| clip::segment(&near, *a, *b).is_some();
        self.lines
            .iter()
            .filter(crossed)
            .map(|(_, _, price)| price)
            .sum()
    }

    /// All places on a raster, dearer the farther they lie from the first anchor.
    fn everywhere(&self, wish: &Wish) -> Vec<(f64, Rect)> {
        let Some(anchor) = wish.anchors.first() else {
            return Vec::new();
        };
        let steps =
            |room: f64| (0..=(room.max(0.0) / RASTER) as u32).map(|i| f64::from(i) * RASTER);
        let mut places = Vec::new();
        for y in steps(self.bounds.height() - wish.height) {
            for x in steps(self.bounds.width() - wish.width) {
                let (x0, y0) = (self.bounds.x0 + x, self.bounds.y0 + y);
                let rect = Rect::new(x0, y0, x0 + wish.width, y0 + wish.height);
                let (cx, cy) = rect.centre();
                places.push((
                    3.0 * NEXT_ANCHOR + (cx - anchor.0).hypot(cy - anchor.1),
                    rect,
                ));
            }
        }
        places
    }
}

/// The places round the anchors with their prices.
fn beside(wish: &Wish) -> Vec<(f64, Rect)> {
    let mut places = Vec::new();
    let sides = [Side::Above, Side::Below];
    for (index, anchor) in wish.anchors.iter().enumerate() {
        for side in sides {
            for (more, extra) in [(0.0, 0.0), (4.0, 3.0), (9.0, 6.0)] {
                for shift in [0.0, 0.5, 1.0f64] {
                    let other = if side == wish.side { 0.0 } else { OTHER_SIDE };
                    let cost = index as f64 * NEXT_ANCHOR
                        + other
                        + extra
                        + (shift - wish.lean).abs() * LEANING;
                    places.push((cost, beside_one(wish, *anchor, side, (more, shift))));
                }
            }
        }
    }
    places
}

fn beside_one(wish: &Wish, (x, y): Point, side: Side, (more, shift): (f64, f64)) -> Rect {
    let distance = wish.gap + more;
    let y0 = match side {
        Side::Above => y - distance - wish.height,
        Side::Below => y + distance,
    };
    let x0 = x - shift * wish.width;
    Rect::new(x0, y0, x0 + wish.width, y0 + wish.height)
}

/// Finds a label its place, shortening it where the plot is narrower than the words.
pub fn place(
    placer: &mut Placer,
    text: &str,
    bold: bool,
    anchors: Vec<Point>,
    side: Side,
    measure: Measure,
) -> Option<Placed> {
    if text.is_empty() || anchors.is_empty() {
        return None;
    }
    let text = shorten(text, bold, placer.room() - 4.0, measure);
    let wish = Wish {
        width: measure(&text, bold),
        height: LINE - 2.0,
        anchors,
        gap: 2.5,
        side,
        lean: if bold { 0.0 } else { 1.0 },
    };
    placer.place(&wish).map(|at| Placed { text, at })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(anchor: Point) -> Wish {
        Wish {
            width: 60.0,
            height: 14.0,
            anchors: vec![anchor],
            gap: 4.0,
            side: Side::Above,
            lean: 0.5,
        }
    }

    #[test]
    fn labels_at_one_point_part() {
        let mut placer = Placer::new(Rect::new(0.0, 0.0, 200.0, 100.0));
        placer.avoid(&[(0.0, 50.0), (200.0, 50.0)], CROSSING);
        let places: Vec<_> = (0..6)
            .filter_map(|_| placer.place(&wish((195.0, 50.0))))
            .collect();
        assert_eq!(places.len(), 6);
        for (index, first) in places.iter().enumerate() {
            assert!(
                places
                    .iter()
                    .skip(index + 1)
                    .all(|second| !first.meets(second))
            );
            assert!(Rect::new(0.0, 0.0, 200.0, 100.0).holds(first));
        }
    }

    #[test]
    fn a_full_plot_takes_no_label() {
        let mut placer = Placer::new(Rect::new(0.0, 0.0, 50.0, 100.0));
        assert!(placer.place(&wish((25.0, 50.0))).is_none());
    }
}
