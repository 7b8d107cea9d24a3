//! The textbook: queueing formulas that take quantities and know nothing of a scenario.
//!
//! Times are in any one unit, the same for every argument of a call; rates are per that unit;
//! load is in erlangs (arrival rate times mean service) and every share lies in 0 to 1. The
//! answers are long-run averages of a system whose rates stand still, save in `transient` and
//! `offered_load`, which follow rates that change. A formula that is an approximation says so in
//! its documentation and carries its measured error ([`Accuracy`]).
//!
//! - One team: [`erlang`] (loss and waiting), [`multi_server`], [`abandonment`] (patience, on
//!   [`impatience`]), [`finite_capacity`], [`waiting`] (any variability, by [`whitt`]),
//!   [`priority`], [`blending`] (on [`blending_chain`]), [`staffing`],
//!   [`chasers`], [`quote`].
//! - Many teams: [`routing`], [`network`], [`qna`].
//! - Time: [`turnaround`], [`lateness`], [`phase_type`]; through the day [`offered_load`], [`transient`] (by
//!   uniformisation), [`carry_over`].
//! - Numbers: [`gamma`], [`beta`], [`linear`], [`root`]; refusals: [`error`]; measured errors:
//!   [`accuracy`].

pub mod abandonment;
pub mod accuracy;
pub mod backlog;
pub mod beta;
pub mod blending;
pub mod blending_chain;
mod blending_wait;
pub mod carry_over;
pub mod chasers;
pub mod erlang;
pub mod error;
pub mod finite_capacity;
pub mod gamma;
pub mod impatience;
pub mod lateness;
pub mod linear;
pub mod multi_server;
pub mod network;
pub mod offered_load;
pub mod phase_type;
mod phases;
pub mod priority;
pub mod qna;
pub mod quote;
pub mod root;
pub mod routing;
pub mod shared_desk;
pub mod staffing;
pub mod transient;
pub mod turnaround;
mod uniformisation;
pub mod waiting;
pub mod whitt;

pub use abandonment::Abandonment;
pub use blending::{Blending, BlendingEvaluation, evaluate_blending, least_reserve};
pub use chasers::{Chasers, evaluate_chasers};
pub use erlang::{MAX_SERVERS, erlang_b, erlang_c, least_servers};
pub use error::{InputProblem, QueueError};
pub use finite_capacity::FiniteCapacity;
pub use multi_server::MultiServer;
pub use network::{Network, NetworkEvaluation, NetworkMethod, evaluate_network};
pub use offered_load::{Periods, Returns, offered_load, offered_load_with_returns};
pub use priority::{Discipline, Priority, evaluate_priority};
pub use routing::{Passage, passage, visits, visits_from};
pub use shared_desk::{SharedDesk, evaluate_shared_desk};
pub use staffing::{LeastStaff, Staffing, least_staff, staff_by_period};
pub use transient::{Transient, evaluate_transient};
pub use turnaround::Turnaround;
pub use waiting::{Accuracy, Method, Station, Wait, evaluate_poisson_wait, evaluate_wait};
