//! The textbook: queueing formulas that take quantities and know nothing of a scenario.
//!
//! Times are in any one unit, the same for every argument of a call; rates are per that unit;
//! load is in erlangs (arrival rate times mean service) and every share lies in 0 to 1. The
//! answers are long-run averages of a system whose rates stand still. What is left out here:
//! customers who give up, priorities, and demand that changes through the day.

pub mod beta;
pub mod erlang;
pub mod error;
pub mod gamma;
pub mod lateness;
pub mod linear;
pub mod multi_server;
pub mod network;
pub mod qna;
pub mod root;
pub mod routing;
pub mod turnaround;
pub mod waiting;
pub mod whitt;

pub use erlang::{MAX_SERVERS, erlang_b, erlang_c, least_servers};
pub use error::{InputProblem, QueueError};
pub use multi_server::MultiServer;
pub use network::{Network, NetworkEvaluation, NetworkMethod, evaluate_network};
pub use routing::{Passage, passage, visits, visits_from};
pub use turnaround::Turnaround;
pub use waiting::{Accuracy, Method, Station, Wait, evaluate_wait};
