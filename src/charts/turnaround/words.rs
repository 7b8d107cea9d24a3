//! Finds the words of the turnaround chart their places, the most important first.

use super::TurnaroundChart;
use super::layout::{Layout, RING};
use crate::charts::clip::Point;
use crate::charts::frame::{LINE, Rect};
use crate::charts::labels::{CROSSING, INTERRUPTION, Placed, Placer, Side, place};
use crate::charts::type_width::{Measure, wrap};

/// Distance of the overload words from the edges of their zone.
const INSET: f64 = 6.0;
/// Height of a line of overload words.
const ZONE_LINE: f64 = LINE + 1.0;

impl Layout {
    /// Words in the order in which they may claim a place.
    pub fn place_words(&mut self, chart: &TurnaroundChart, measure: Measure) {
        let mut placer = Placer::new(Rect {
            x1: self.axes.plot.x1 + 1.0,
            ..self.axes.plot
        });
        for line in self.mean.iter().chain(&self.p90) {
            placer.avoid(line, CROSSING);
        }
        if let Some(y) = self.promise {
            placer.avoid(
                &[(self.axes.plot.x0, y), (self.axes.plot.x1, y)],
                INTERRUPTION,
            );
        }
        if let Some(here) = chart.here() {
            let (x, y) = self.position(here);
            placer.keep_free(Rect::new(x, y, x, y).grown(RING + 2.0));
        }
        self.place_overload(chart, &mut placer, measure);
        if let Some(here) = chart.here() {
            let (x, y) = self.position(here);
            let anchors = vec![
                (x + RING + 1.0, y - 1.0),
                (x - RING - 1.0, y - 1.0),
                (x, y - RING),
            ];
            self.here_words = place(
                &mut placer,
                &chart.here_label,
                true,
                anchors,
                Side::Above,
                measure,
            );
        }
        let (mean, p90) = (ends(&self.mean), ends(&self.p90));
        self.p90_words = place(
            &mut placer,
            &chart.p90_label,
            false,
            p90,
            Side::Above,
            measure,
        );
        self.mean_words = place(
            &mut placer,
            &chart.mean_label,
            false,
            mean,
            Side::Below,
            measure,
        );
        self.place_promise(chart, &mut placer, measure);
    }

    fn place_overload(&mut self, chart: &TurnaroundChart, placer: &mut Placer, measure: Measure) {
        let Some(edge) = self.zone else {
            return;
        };
        let room = (edge - self.axes.plot.x0 - 2.0 * INSET)
            .max(64.0)
            .min(self.axes.plot.width() - 2.0 * INSET);
        let wrapped = chart
            .overload_label
            .iter()
            .flat_map(|line| wrap(line, false, room, 3, measure));
        let words: Vec<String> = wrapped.collect();
        let mut y = self.below_promise(self.axes.plot.y0 + INSET, words.len() as f64 * ZONE_LINE);
        for text in words {
            let x0 = self.axes.plot.x0 + INSET;
            let at = Rect::new(x0, y, x0 + measure(&text, false), y + LINE);
            if at.y1 > self.axes.plot.y1 {
                break;
            }
            placer.keep_free(at.grown(1.0));
            self.overload_words.push(Placed { text, at });
            y += ZONE_LINE;
        }
    }

    /// Where a block of words begins that the promise line must not run through.
    fn below_promise(&self, from: f64, height: f64) -> f64 {
        let struck = self
            .promise
            .filter(|y| (from - 2.0..from + height + 2.0).contains(y));
        let lower = struck
            .map(|y| y + 4.0)
            .filter(|y| y + height <= self.axes.plot.y1);
        lower.unwrap_or(from)
    }

    fn place_promise(&mut self, chart: &TurnaroundChart, placer: &mut Placer, measure: Measure) {
        let (Some(_), right) = (chart.promised(), self.axes.plot.x1 - 1.0) else {
            return;
        };
        let (text, y, side) = match self.promise {
            Some(y) => (chart.promise_label.clone(), y, Side::Above),
            None => (
                format!("↑ {}", chart.promise_label),
                self.axes.plot.y0 - 2.0,
                Side::Below,
            ),
        };
        let anchors = [1.0, 0.8, 0.6]
            .map(|share| (self.axes.plot.x0 + (right - self.axes.plot.x0) * share, y));
        self.promise_words = place(placer, &text, false, anchors.to_vec(), side, measure);
    }
}

/// Anchors for a line's name: its right end, then back along the line.
fn ends(pieces: &[Vec<Point>]) -> Vec<Point> {
    pieces
        .iter()
        .rev()
        .flat_map(|piece| piece.iter().rev().copied())
        .take(4)
        .collect()
}
