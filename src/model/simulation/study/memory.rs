//! How long the queues of a run remember that they began empty.
//!
//! The mean course of a few trials tells when a run has settled only where it is not tossed about by
//! long waves. A busy queue is: it goes on as it is for a time that grows with the square of what
//! idleness is left, and no short trial shows that. But what is in line tells it.

use crate::model::simulation::plan::Plan;
use crate::model::simulation::tally::Tally;

/// So many times what a queue remembers is left out: what is left of an empty beginning is then a
/// hundredth or so.
const TIMES: f64 = 2.0;

/// What the trials of one length saw of a station: sums over trials.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    visits: f64,
    busy: f64,
    in_line: f64,
}

/// What the trials of one length saw of all stations.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    trials: f64,
    arrivals: f64,
    stations: Vec<Seen>,
}

impl Memory {
    /// Enters a trial.
    pub(super) fn enter(&mut self, tally: &Tally) {
        self.trials += 1.0;
        self.arrivals += tally.arrivals;
        self.stations.resize(tally.stations.len(), Seen::default());
        for (seen, sums) in self.stations.iter_mut().zip(&tally.stations) {
            seen.visits += sums.visits;
            seen.busy += sums.busy;
            seen.in_line += sums.in_line;
        }
    }

    /// How many arrivals are to be left out for the queue that remembers longest.
    ///
    /// Near its limit a queue is a Brownian motion held at nought, with a drift of m and a variance
    /// of σ² a minute. In line are σ²/2m on average, and it forgets in 2σ²/m²: the time of 4·L·ρ/(1−ρ)
    /// visits. Source: Whitt (1989), Planning queueing simulations, Management Science 35(11); right in
    /// the limit, and for one exponential server short by the factor (2ρ/(1+√ρ))².
    pub(super) fn arrivals(&self, plan: &Plan) -> f64 {
        let stations = self.stations.iter().zip(&plan.stations);
        let busy = stations.filter(|(seen, station)| station.queues && seen.visits > 0.0);
        let each = busy.map(|(seen, station)| {
            let load = seen.busy / self.trials / station.on_duty;
            let in_line = seen.in_line / self.trials;
            let visits = 4.0 * in_line * load / (1.0 - load).max(f64::MIN_POSITIVE);
            TIMES * visits * self.arrivals / seen.visits
        });
        each.fold(0.0, f64::max)
    }
}
