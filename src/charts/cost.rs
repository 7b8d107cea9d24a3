//! Chart 1: what each way of dividing the work costs a month, as bars stacked in up to four groups.
//!
//! Amounts are in one currency unit of the caller's choice, never negative. The groups are told apart by
//! colour and by hatching, and named once, at a segment that has room, or in a line above the plot.

mod layout;
mod names;
mod paint;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::frame::NARROW;
use super::pen::Pen;
use super::{Chart, DrawError, Hit, Theme, TickLabel};

/// One strategy's bar.
#[derive(Clone, Debug, PartialEq)]
pub struct CostBar {
    /// The strategy's name.
    pub label: String,
    /// The sum of the parts, in words.
    pub total_label: String,
    /// The best one: set in bold ink.
    pub emphasised: bool,
    /// One that does not hold, overloaded for example: drawn pale.
    pub muted: bool,
    /// A short remark beside the name, such as why the bar is muted.
    pub note: Option<String>,
    /// The amount at which the bar begins: 0, or where the bar before it ended.
    pub from: f64,
    /// One amount for each group, in the groups' order.
    pub parts: Vec<f64>,
    /// Where a simulation has the sum: the two ends of its interval.
    pub found: Option<(f64, f64)>,
    /// What tooltip and screen reader say about the bar.
    pub text: String,
}

impl CostBar {
    /// The amount of one group; what is missing, negative or not a number counts as nothing.
    fn part(&self, group: usize) -> f64 {
        self.parts
            .get(group)
            .copied()
            .filter(|amount| amount.is_finite())
            .unwrap_or(0.0)
            .max(0.0)
    }

    /// The amount at which the bar ends: the sum of the first `groups` amounts, behind its beginning.
    fn total(&self, groups: usize) -> f64 {
        self.from + (0..groups).map(|group| self.part(group)).sum::<f64>()
    }
}

/// The whole chart.
#[derive(Clone)]
pub struct CostChart {
    /// Names of the groups, from the inside of the bars outwards; a fifth and later one is not drawn.
    pub groups: Vec<String>,
    /// The bars from top to bottom.
    pub bars: Vec<CostBar>,
    /// Puts an amount on the axis into words.
    pub tick_label: TickLabel,
}

impl CostChart {
    /// How many groups are drawn.
    fn group_count(&self) -> usize {
        self.groups.len().min(super::hatch::PATTERNS.len())
    }
}

impl Chart for CostChart {
    fn preferred_height(&self, width: f64) -> f64 {
        let row = if width < NARROW { 40.0 } else { 42.0 };
        let head = layout::head(self, width, &super::type_width::estimate_chart_text);
        head + row * self.bars.len().max(1) as f64 + layout::FOOT
    }

    fn draw<B: DrawingBackend>(
        &self,
        area: &DrawingArea<B, Shift>,
        theme: &Theme,
    ) -> Result<Vec<Hit>, DrawError> {
        let pen = Pen::new(area);
        let layout = layout::Layout::of(self, pen.size(), &|text, bold| pen.measure(text, bold));
        paint::paint(self, &layout, &pen, theme)?;
        let hit = |(bar, row): (&CostBar, &layout::Row)| {
            let (x, y) = (row.end, row.bar.centre().1);
            Hit {
                x,
                y,
                text: bar.text.clone(),
            }
        };
        Ok(self.bars.iter().zip(&layout.rows).map(hit).collect())
    }
}
