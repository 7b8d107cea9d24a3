//! What to tell the customer who asks now: the wait from the state of the queue.
//!
//! M/M/c, first come first served, nobody gives up. Times in any one unit. It leaves out
//! everything that is not seen at the desk: how far the work in hand has come, for one.

use super::error::{QueueError, check_servers, check_time, check_whole};
use super::turnaround::Turnaround;

/// Most customers that may be ahead.
const MAX_AHEAD: f64 = 1e9;

/// How long will a customer wait who finds `ahead` others inside?
///
/// Not at all while a server is free; else n−c+1 completions at rate c/τ, an Erlang
/// distribution of that many phases, as a gamma distribution of the same two moments (which
/// it is for whole servers). `servers` above zero, `ahead` whole. Source: Whitt (1999), Management Science
/// 45:192–207.
pub fn quote(servers: f64, mean_service: f64, ahead: f64) -> Result<Turnaround, QueueError> {
    check_servers("servers", servers)?;
    check_time("mean_service", mean_service)?;
    check_whole("ahead", ahead, 0.0, MAX_AHEAD)?;
    let phases = ahead - servers + 1.0;
    if ahead < servers {
        return Ok(Turnaround::Constant(0.0));
    }
    let phase = mean_service / servers;
    Ok(Turnaround::Gamma {
        mean: phases * phase,
        variance: phases * phase * phase,
    })
}
