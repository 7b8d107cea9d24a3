//! Where everything in a chart of lines stands.

use super::{LinesChart, Rule};
use crate::charts::clip::{self, Point};
use crate::charts::frame::{Rect, Scale};
use crate::charts::labels::{CROSSING, INTERRUPTION, Placed, Placer, Side, place};
use crate::charts::ticks::{clean_step, clean_ticks};
use crate::charts::type_width::Measure;

/// Room for the ticks below the plot, in logical pixels.
const FOOT: f64 = 24.0;
/// Room above the plot: half a line, for the topmost tick.
const HEAD: f64 = 8.0;
/// Radius of a ring.
pub const RING: f64 = 4.5;

/// The places of everything.
pub struct Layout {
    /// The frame of the lines.
    pub plot: Rect,
    /// From numbers to positions.
    pub x: Scale,
    /// From values to positions.
    pub y: Scale,
    /// Numbers with a label.
    pub x_ticks: Vec<f64>,
    /// Values with a grid line.
    pub y_ticks: Vec<f64>,
    /// The pieces of each line, cut at the frame.
    pub pieces: Vec<Vec<Vec<Point>>>,
    /// The names of the lines.
    pub names: Vec<Option<Placed>>,
    /// The words of the rules.
    pub rules: Vec<Option<Placed>>,
    /// The words of the spots.
    pub spots: Vec<Option<Placed>>,
}

impl Layout {
    /// The layout for a size in logical pixels.
    pub fn of(chart: &LinesChart, (width, height): (f64, f64), measure: Measure) -> Self {
        let bottom = (height - FOOT).max(HEAD + 1.0);
        let most = ((bottom - HEAD) / 36.0).clamp(1.0, 6.0).floor();
        let y_ticks = ticks_between(chart.y, most);
        let widest = y_ticks
            .iter()
            .map(|&tick| measure(&(chart.y_tick_label)(tick), false));
        let left = widest.fold(0.0, f64::max).min(width * 0.3) + 8.0;
        let plot = Rect::new(left.ceil(), HEAD, width - 1.0, bottom);
        let scale = |(low, high), from, to| Scale {
            low,
            high,
            from,
            to,
        };
        let (x, y) = (
            scale(chart.x, plot.x0, plot.x1),
            scale(chart.y, plot.y1, plot.y0),
        );
        let mut layout = Self {
            x_ticks: x_ticks(chart, &plot, measure),
            y_ticks,
            plot,
            x,
            y,
            pieces: Vec::new(),
            names: Vec::new(),
            rules: Vec::new(),
            spots: Vec::new(),
        };
        layout.pieces = chart
            .lines
            .iter()
            .map(|line| layout.cut(&line.points))
            .collect();
        layout.place_words(chart, measure);
        layout
    }

    /// Where a point stands, held within the frame.
    pub fn position(&self, x: f64, y: f64) -> Point {
        let held = |at: f64, low: f64, high: f64| at.max(low).min(high);
        (
            held(self.x.at(x), self.plot.x0, self.plot.x1),
            held(self.y.at(y), self.plot.y0, self.plot.y1),
        )
    }

    fn cut(&self, points: &[(f64, Option<f64>)]) -> Vec<Vec<Point>> {
        points
            .split(|(_, value)| value.is_none_or(|value| !value.is_finite()))
            .map(|run| {
                let spot =
                    |&(x, y): &(f64, Option<f64>)| (self.x.at(x), self.y.at(y.unwrap_or(0.0)));
                run.iter().map(spot).collect::<Vec<Point>>()
            })
            .flat_map(|run| clip::polyline(&self.plot, &run))
            .collect()
    }

    /// Words in the order in which they may claim a place.
    fn place_words(&mut self, chart: &LinesChart, measure: Measure) {
        let mut placer = Placer::new(self.plot);
        for piece in self.pieces.iter().flatten() {
            placer.avoid(piece, CROSSING);
        }
        for rule in &chart.rules {
            placer.avoid(&self.along(rule), INTERRUPTION);
        }
        for spot in chart.spots.iter().filter(|spot| spot.ringed) {
            let (x, y) = self.position(spot.x, spot.y);
            placer.keep_free(Rect::new(x, y, x, y).grown(RING + 2.0));
        }
        let spot = |spot: &super::Spot| {
            let (x, y) = self.position(spot.x, spot.y);
            let anchors = vec![
                (x + RING + 1.0, y - 1.0),
                (x - RING - 1.0, y - 1.0),
                (x, y - RING),
            ];
            place(
                &mut placer,
                &spot.label,
                true,
                anchors,
                Side::Above,
                measure,
            )
        };
        let spots = chart.spots.iter().map(spot).collect();
        let rule = |rule: &Rule| {
            let (text, side) = match rule {
                Rule::At(_, text) => (text, Side::Below),
                Rule::Level(_, text) => (text, Side::Above),
            };
            let ends = self.along(rule);
            let anchors = [0.02, 0.2, 0.5, 0.8]
                .map(|share| {
                    let between = |from: f64, to: f64| from + (to - from) * share;
                    (between(ends[0].0, ends[1].0), between(ends[0].1, ends[1].1))
                })
                .to_vec();
            place(&mut placer, text, false, anchors, side, measure)
        };
        let rules = chart.rules.iter().map(rule).collect();
        let name = |(line, pieces): (&super::Line, &Vec<Vec<Point>>)| {
            let along = pieces
                .iter()
                .rev()
                .flat_map(|piece| piece.iter().rev().copied());
            let anchors = along.step_by(4).take(8).collect();
            place(
                &mut placer,
                &line.name,
                line.emphasised,
                anchors,
                Side::Above,
                measure,
            )
        };
        let mut names: Vec<_> = chart
            .lines
            .iter()
            .zip(&self.pieces)
            .rev()
            .map(name)
            .collect();
        names.reverse();
        (self.spots, self.rules, self.names) = (spots, rules, names);
    }

    /// The two ends of a rule, from the top or from the right.
    pub fn along(&self, rule: &Rule) -> [Point; 2] {
        match rule {
            Rule::At(x, _) => {
                let x = self.position(*x, 0.0).0;
                [(x, self.plot.y0), (x, self.plot.y1)]
            }
            Rule::Level(y, _) => {
                let y = self.position(0.0, *y).1;
                [(self.plot.x1, y), (self.plot.x0, y)]
            }
        }
    }
}

/// Clean values within a range, with at most `most` steps.
fn ticks_between((low, high): (f64, f64), most: f64) -> Vec<f64> {
    if low == 0.0 {
        return clean_ticks(high, most);
    }
    let step = clean_step(high - low, most);
    if step <= 0.0 {
        return vec![low];
    }
    let first = (low / step - 1e-9).ceil();
    (0..=most as u32 + 1)
        .map(|index| (first + f64::from(index)) * step)
        .filter(|tick| *tick <= high + step * 1e-9)
        .collect()
}

/// The ticks below whose words keep apart, as many as there is room for.
fn x_ticks(chart: &LinesChart, plot: &Rect, measure: Measure) -> Vec<f64> {
    let scale = plot.width() / (chart.x.1 - chart.x.0).max(f64::MIN_POSITIVE);
    let words = |tick: f64| {
        let half = measure(&(chart.x_tick_label)(tick), false) / 2.0;
        let middle = plot.x0 + (tick - chart.x.0) * scale;
        // Words at the edges are moved inwards.
        let middle = middle.min(plot.x1 - half).max(half);
        (middle - half, middle + half)
    };
    let apart = |pair: &[f64]| words(pair[1]).0 - words(pair[0]).1 >= 16.0;
    (1..=7u32)
        .rev()
        .map(|most| ticks_between(chart.x, f64::from(most)))
        .find(|ticks| ticks.windows(2).all(apart))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::ticks_between;

    #[test]
    fn ticks_lie_within_their_range() {
        assert_eq!(
            ticks_between((0.0, 1.0), 5.0),
            [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
        );
        assert_eq!(
            ticks_between((10.0, 30.0), 4.0),
            [10.0, 15.0, 20.0, 25.0, 30.0]
        );
        assert_eq!(ticks_between((12.0, 21.0), 3.0), [15.0, 20.0]);
        assert_eq!(ticks_between((5.0, 5.0), 3.0), [5.0]);
    }
}
