//! Where everything in a chart of lines stands.

use super::{LinesChart, Rule};
use crate::charts::axes::Axes;
use crate::charts::clip::Point;
use crate::charts::frame::Rect;
use crate::charts::labels::{CROSSING, INTERRUPTION, Placed, Placer, Side, place};
use crate::charts::ticks::ticks_between;
use crate::charts::type_width::Measure;

/// Radius of a ring.
pub const RING: f64 = 4.5;

/// The places of everything.
pub struct Layout {
    /// The frame, its scales and ticks.
    pub axes: Axes,
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
    pub fn of(chart: &LinesChart, size: (f64, f64), measure: Measure) -> Self {
        let ticks = |most| ticks_between(chart.y, most);
        let mut axes = Axes::of(size, chart.x, chart.y, ticks, &chart.y_tick_label, measure);
        axes.x_ticks = x_ticks(chart, &axes.plot, measure);
        let curve = |line: &super::Line| axes.curve(line.points.iter().copied());
        let pieces = chart.lines.iter().map(curve).collect();
        let mut layout = Self {
            axes,
            pieces,
            names: Vec::new(),
            rules: Vec::new(),
            spots: Vec::new(),
        };
        layout.place_words(chart, measure);
        layout
    }

    /// Words in the order in which they may claim a place.
    fn place_words(&mut self, chart: &LinesChart, measure: Measure) {
        let mut placer = Placer::new(self.axes.plot);
        for piece in self.pieces.iter().flatten() {
            placer.avoid(piece, CROSSING);
        }
        for rule in &chart.rules {
            placer.avoid(&self.along(rule), INTERRUPTION);
        }
        for spot in chart.spots.iter().filter(|spot| spot.ringed) {
            let (x, y) = self.axes.held(spot.x, spot.y);
            placer.keep_free(Rect::new(x, y, x, y).grown(RING + 2.0));
        }
        let spot = |spot: &super::Spot| {
            let (x, y) = self.axes.held(spot.x, spot.y);
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
                let x = self.axes.held(*x, 0.0).0;
                [(x, self.axes.plot.y0), (x, self.axes.plot.y1)]
            }
            Rule::Level(y, _) => {
                let y = self.axes.held(0.0, *y).1;
                [(self.axes.plot.x1, y), (self.axes.plot.x0, y)]
            }
        }
    }
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
