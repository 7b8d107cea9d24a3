//! Why a queueing formula has no answer: data only, to be put into words by whoever shows it.
//!
//! The functions below check one quantity each and are shared by every constructor, so that a
//! field is refused for the same reason wherever it is used.

use super::erlang::{MAX_SERVERS, least_servers};

/// Largest time or rate accepted, in the caller's unit; beyond it products overflow.
pub const MAX_MAGNITUDE: f64 = 1e100;
/// Smallest time accepted, in the caller's unit; below it its reciprocal overflows.
pub const MIN_TIME: f64 = 1e-100;
/// Smallest number of servers accepted: half a minute a year of one person.
pub const MIN_SERVERS: f64 = 1e-6;
/// Largest squared coefficient of variation accepted, a pure number.
pub const MAX_SCV: f64 = 1e6;

/// What a list has one entry for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Each {
    /// A station of a network.
    Station,
    /// A class of work.
    Class,
    /// A period of time.
    Period,
}

/// What is wrong with one input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum InputProblem {
    /// Not a number, or infinite.
    NotFinite,
    /// Below zero.
    Negative,
    /// Zero where only something above zero makes sense.
    Zero,
    /// Above the largest value the formulas take.
    TooLarge {
        /// The largest value accepted, in the unit of the field.
        limit: f64,
    },
    /// Positive, but below the smallest value the formulas take.
    TooSmall {
        /// The smallest value accepted, in the unit of the field.
        limit: f64,
    },
    /// A list of another length than the one it goes with.
    Length {
        /// The number of entries wanted.
        expected: usize,
        /// What each entry is for.
        each: Each,
    },
    /// A row of the routing matrix whose shares add up to more than one.
    RowOverOne,
    /// A fraction where only whole numbers make sense.
    NotWhole,
    /// Sound by itself, but the question asks for more steps than can be taken at once.
    TooMuchWork,
}

/// Why a queueing formula has no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum QueueError {
    /// Work arrives at least as fast as it can be served, so the queue grows without end.
    Overload {
        /// Position of the station in the network, if there is more than one.
        station: Option<usize>,
        /// Offered load in erlangs.
        load: f64,
        /// Servers on duty.
        servers: f64,
        /// The fewest whole servers that would keep up.
        least_servers: f64,
    },
    /// Customers who chase late work make more of it than can be done: the delay feeds itself.
    Spiral {
        /// Offered load in erlangs with nobody chasing.
        load: f64,
        /// Servers on duty.
        servers: f64,
        /// The chase rate up to which the delay stays bounded, per unit of overdue time.
        critical_chase_rate: f64,
    },
    /// Work that comes to this station has no way out of the network.
    NeverLeaves {
        /// Position of the station.
        station: usize,
    },
    /// An input that no formula can take.
    Input {
        /// Name of the input.
        field: &'static str,
        /// Position in the list (or row of the matrix), if the input is one.
        position: Option<usize>,
        /// What is wrong with it.
        problem: InputProblem,
        /// The value found (for a list of the wrong length, its length).
        value: f64,
    },
}

impl QueueError {
    /// An overload of a station by `load` erlangs offered to `servers`.
    pub fn overload(station: Option<usize>, load: f64, servers: f64) -> Self {
        let least_servers = least_servers(load);
        Self::Overload {
            station,
            load,
            servers,
            least_servers,
        }
    }

    /// The same error, said of the entry at `position` of a list.
    pub fn at(self, position: usize) -> Self {
        match self {
            Self::Input {
                field,
                problem,
                value,
                ..
            } => Self::Input {
                field,
                position: Some(position),
                problem,
                value,
            },
            Self::Overload { load, servers, .. } => Self::overload(Some(position), load, servers),
            whole @ (Self::NeverLeaves { .. } | Self::Spiral { .. }) => whole,
        }
    }
}

/// The refusal of one input.
pub fn refuse(field: &'static str, problem: InputProblem, value: f64) -> QueueError {
    QueueError::Input {
        field,
        position: None,
        problem,
        value,
    }
}

/// Accepts a number from zero to `limit`.
pub fn check_from_zero(field: &'static str, value: f64, limit: f64) -> Result<(), QueueError> {
    if !value.is_finite() {
        Err(refuse(field, InputProblem::NotFinite, value))
    } else if value < 0.0 {
        Err(refuse(field, InputProblem::Negative, value))
    } else if value > limit {
        Err(refuse(field, InputProblem::TooLarge { limit }, value))
    } else {
        Ok(())
    }
}

/// Accepts a rate: zero or above.
pub fn check_rate(field: &'static str, value: f64) -> Result<(), QueueError> {
    check_from_zero(field, value, MAX_MAGNITUDE)
}

/// Accepts a mean time: above zero.
pub fn check_time(field: &'static str, value: f64) -> Result<(), QueueError> {
    check_from_zero(field, value, MAX_MAGNITUDE)?;
    if value == 0.0 {
        Err(refuse(field, InputProblem::Zero, value))
    } else if value < MIN_TIME {
        Err(refuse(
            field,
            InputProblem::TooSmall { limit: MIN_TIME },
            value,
        ))
    } else {
        Ok(())
    }
}

/// Accepts a number of servers from [`MIN_SERVERS`] to [`MAX_SERVERS`]; fractions are welcome.
pub fn check_servers(field: &'static str, value: f64) -> Result<(), QueueError> {
    check_from_zero(field, value, MAX_SERVERS)?;
    if value == 0.0 {
        Err(refuse(field, InputProblem::Zero, value))
    } else if value < MIN_SERVERS {
        Err(refuse(
            field,
            InputProblem::TooSmall { limit: MIN_SERVERS },
            value,
        ))
    } else {
        Ok(())
    }
}

/// Accepts a whole number from `least` to `most`.
pub fn check_whole(
    field: &'static str,
    value: f64,
    least: f64,
    most: f64,
) -> Result<(), QueueError> {
    check_from_zero(field, value, most)?;
    if value.fract() != 0.0 {
        Err(refuse(field, InputProblem::NotWhole, value))
    } else if value < least && value == 0.0 {
        Err(refuse(field, InputProblem::Zero, value))
    } else if value < least {
        Err(refuse(
            field,
            InputProblem::TooSmall { limit: least },
            value,
        ))
    } else {
        Ok(())
    }
}

/// Accepts a whole number of servers from one to [`MAX_SERVERS`].
pub fn check_whole_servers(field: &'static str, value: f64) -> Result<(), QueueError> {
    check_whole(field, value, 1.0, MAX_SERVERS)
}

/// Refuses a question that would take more than `most` steps of arithmetic to answer.
pub fn check_work(
    field: &'static str,
    value: f64,
    steps: f64,
    most: f64,
) -> Result<(), QueueError> {
    if steps > most || steps.is_nan() {
        Err(refuse(field, InputProblem::TooMuchWork, value))
    } else {
        Ok(())
    }
}

/// Accepts a squared coefficient of variation: zero (constant) or above.
pub fn check_scv(field: &'static str, value: f64) -> Result<(), QueueError> {
    check_from_zero(field, value, MAX_SCV)
}

/// Accepts a list of the wanted length.
pub fn check_length(
    field: &'static str,
    found: usize,
    expected: usize,
    each: Each,
) -> Result<(), QueueError> {
    if found == expected {
        Ok(())
    } else {
        let length = InputProblem::Length { expected, each };
        Err(refuse(field, length, found as f64))
    }
}

/// Accepts a list that is not empty.
pub fn check_filled(field: &'static str, found: usize, each: Each) -> Result<(), QueueError> {
    check_length(field, found, found.max(1), each)
}
