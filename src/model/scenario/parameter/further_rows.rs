//! The rows that the first example does without: of contracts and checks, and of a surge. The page
//! fetches them with the links, the examples and the panels, through which a scenario comes to have
//! them.

use super::{Parameter, contract_rows, surge_rows};
use crate::model::arrival::Arrival;

/// All of them: of contracts and checks, of a surge.
pub type Rows = [&'static [Parameter]; 2];

/// Where they arrive.
pub static ARRIVAL: Arrival<Rows> = Arrival::new();

/// The rows. On the page only the parts that bring them may call this: they go where it goes.
pub fn rows() -> Rows {
    [contract_rows::ROWS, surge_rows::ROWS]
}

/// Those that are there.
pub(super) fn at_hand() -> Rows {
    ARRIVAL.at_hand(rows).unwrap_or_default()
}
