//! The exponential phases that a visit is made of: a wait for some, a service, a fixed delay.
//!
//! Times in any one unit. It leaves out variability under an SCV of 1/12.

/// Phases in a row that stand for a constant time, and the most for any.
const MOST_IN_A_ROW: f64 = 12.0;

/// One visit of a task.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Visit {
    /// Share of visits that wait.
    pub p_wait: f64,
    /// Mean wait of all visits.
    pub mean_wait: f64,
    /// Mean service time.
    pub mean_service: f64,
    /// Squared coefficient of variation of service; under 1/12 it counts as 1/12.
    pub service_scv: f64,
    /// A fixed time after service, as good as twelve phases make it.
    pub delay: f64,
}

/// A part of a visit that a share of visits passes through.
pub(super) struct Part {
    share: f64,
    /// How it begins.
    begin: Vec<f64>,
    pub(super) rates: Vec<f64>,
    /// Whether its phases follow each other, or one of them is all.
    pub(super) in_a_row: bool,
}

impl Part {
    fn wait(visit: &Visit) -> Option<Self> {
        let waits = visit.p_wait > 0.0 && visit.mean_wait > 0.0;
        waits.then(|| Self {
            share: visit.p_wait,
            begin: vec![1.0],
            rates: vec![visit.p_wait / visit.mean_wait],
            in_a_row: true,
        })
    }

    /// A time of given mean and variability: phases in a row (Tijms 1994), whose mean and variance
    /// are right down to an SCV of 1/12, or for an SCV over one either of two with half of the
    /// mean each.
    fn time(mean: f64, scv: f64) -> Self {
        if scv > 1.0 {
            let often = 0.5 * (1.0 + ((scv - 1.0) / (scv + 1.0)).sqrt());
            return Self {
                share: 1.0,
                begin: vec![often, 1.0 - often],
                rates: vec![2.0 * often / mean, 2.0 * (1.0 - often) / mean],
                in_a_row: false,
            };
        }
        let scv = scv.max(1.0 / MOST_IN_A_ROW);
        let k = (1.0 / scv - 1e-9).ceil().max(1.0);
        // So many do with one phase fewer.
        let fewer = (k * scv - (k * (1.0 + scv) - k * k * scv).max(0.0).sqrt()) / (1.0 + scv);
        let fewer = if k > 1.0 { fewer.clamp(0.0, 1.0) } else { 0.0 };
        let mut begin = vec![0.0; k as usize];
        begin[0] = 1.0 - fewer;
        if let Some(second) = begin.get_mut(1) {
            *second = fewer;
        }
        Self {
            share: 1.0,
            rates: vec![(k - fewer) / mean; begin.len()],
            begin,
            in_a_row: true,
        }
    }

    /// The parts of a visit in their order; the last one is passed by all.
    pub(super) fn all(visit: &Visit, least: f64) -> Vec<Self> {
        let service = Self::time(visit.mean_service.max(least), visit.service_scv);
        let delay = (visit.delay > 0.0).then(|| Self::time(visit.delay, 0.0));
        Self::wait(visit)
            .into_iter()
            .chain([service])
            .chain(delay)
            .collect()
    }
}

/// How each part of each visit is entered: by those who pass through it, or else what follows.
pub(super) fn entries(parts: &[Vec<Part>], count: usize) -> Vec<Vec<Vec<f64>>> {
    let mut place = 0;
    let of_visit = |visit: &Vec<Part>| {
        let sizes = visit.iter().map(|part| part.rates.len());
        let starts: Vec<usize> = sizes
            .scan(place, |at, size| {
                *at += size;
                Some(*at - size)
            })
            .collect();
        place += visit.iter().map(|part| part.rates.len()).sum::<usize>();
        let mut found: Vec<Vec<f64>> = Vec::new();
        for (part, &start) in visit.iter().zip(&starts).rev() {
            let mut entry = vec![0.0; count];
            if let Some(next) = found.last() {
                entry
                    .iter_mut()
                    .zip(next)
                    .for_each(|(to, next)| *to = (1.0 - part.share) * next);
            }
            let begin = part.begin.iter().enumerate();
            begin.for_each(|(j, share)| entry[start + j] += part.share * share);
            found.push(entry);
        }
        found.reverse();
        found
    };
    parts.iter().map(of_visit).collect()
}

/// Where a task goes from a visit: the entries of the next ones, by their shares.
pub(super) fn mixed(shares: &[f64], entries: &[Vec<Vec<f64>>], count: usize) -> Vec<f64> {
    let mut sum = vec![0.0; count];
    for (share, entry) in shares
        .iter()
        .zip(entries)
        .filter(|(share, _)| **share > 0.0)
    {
        sum.iter_mut()
            .zip(&entry[0])
            .for_each(|(sum, to)| *sum += share * to);
    }
    sum
}
