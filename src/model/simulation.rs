//! The referee: a simulation that judges the formulas, and speaks where they cannot.
//!
//! It lets the tasks of a [`Plan`] arrive, wait, be worked on, come back and be done, one event
//! after the other, and measures what a formula would say. Times are in minutes of the site's
//! clock. Services are gamma, exponential, lognormal or always the same; arrivals are random
//! (Poisson). A station's lines go by rank, and are first come, first served within each; a customer in
//! line may give up, urgent work may interrupt, people may be kept free for it, and help elsewhere. Within a route all tasks are alike but for chance.
//!
//! - What is simulated: [`plan`], with times by [`spread`].
//! - Chance: [`draws`], keyed by task and visit; or a record instead of it ([`replay`]); both are
//!   a [`source`].
//! - The floor at one moment: [`calendar`], [`case`], [`station`] with
//!   its [`crew`] and its [`line`]; what happens there: [`engine`].
//! - What is made of it: [`tally`] (on [`histogram`]) for one replication, [`records`] for every
//!   task; [`study`] for many replications, with [`warm_up`] and [`interval`].

pub mod calendar;
pub mod case;
pub mod crew;
pub mod draws;
pub mod engine;
pub mod histogram;
pub mod interval;
pub mod line;
pub mod measures;
pub mod plan;
pub mod records;
pub mod replay;
pub mod source;
pub mod spread;
pub mod station;
pub mod study;
pub mod tally;
pub mod warm_up;

pub use engine::{Advance, Floor, Run, Window};
pub use interval::Estimate;
pub use measures::{Measures, StreamMeasures, Summary};
pub use plan::{Impossible, Plan};
pub use study::{Study, StudyRun, Verdict};
