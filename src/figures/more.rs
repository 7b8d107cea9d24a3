//! Figures that the page fetches when it is asked for them, and that the first load does without.

mod busy;
pub mod deciding;
mod done;
pub mod frontier;
pub mod live;
pub mod principles;
mod quote;
pub mod reserve;
pub mod tenure;
mod time;
pub mod waterfall;
pub mod weeks;

use super::{Drawing, FigureKind, series};
use crate::charts::lines::LinesChart;
use crate::model::evaluation::{Workings, workings};
use crate::model::strategy;
use crate::words::sentences::Context;

/// A figure of the further ones: its curves are lines over any number.
pub type Figure = super::Figure<LinesChart>;

/// Every further figure that needs no choice, in the order of the page.
pub static MORE: &[FigureKind<LinesChart>] = &[done::KIND, time::KIND, busy::KIND, quote::KIND];

/// The terms behind a strategy of the context.
fn workings_of(context: &Context, place: usize) -> Option<Workings> {
    workings(
        context.scenario,
        strategy::find(context.strategy(place).key)?,
    )
}
