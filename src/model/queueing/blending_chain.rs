//! Blending when live contacts and deferred work take different times: the chain on both.
//!
//! State (i, j): i live customers inside, j desks with deferred work, topped up at once to
//! c−k−i or more, so that i + j ≥ c−k always. Levels by i, solved by block elimination from the
//! longest queue down. What it leaves out is a queue longer than [`Blend::new`] allows for,
//! which has a chance below 1e-16.

use super::blending::{Blending, too_many_states};
use super::error::{InputProblem, QueueError, refuse};
use super::linear::Factors;

/// Most multiplications in one elimination: about two seconds.
const MAX_STEPS: f64 = 3e9;
/// Most numbers kept while eliminating: 160 MB.
const MAX_NUMBERS: f64 = 2e7;

/// The chain of a blended desk.
#[derive(Debug, Clone, Copy)]
pub struct Blend {
    arrival_rate: f64,
    /// Rate at which one live contact is completed.
    live: f64,
    /// Rate at which one piece of deferred work is completed.
    deferred: f64,
    /// Rate at which one waiting customer gives up.
    giving_up: f64,
    servers: usize,
    /// Most desks with deferred work at once: c − k.
    most_deferred: usize,
    /// Most live customers that are looked at.
    most_live: usize,
}

/// The long-run distribution, level by level.
#[derive(Debug, Clone)]
pub struct Steady {
    levels: Vec<Vec<f64>>,
    /// P(no desk is free).
    pub p_wait: f64,
    /// Live customers waiting on average.
    pub mean_queue: f64,
    /// Desks with deferred work on average.
    pub deferred_servers: f64,
}

impl Steady {
    /// Every state with its probability: live customers, desks with deferred work, share.
    pub(super) fn states(&self, most_deferred: usize) -> impl Iterator<Item = (usize, usize, f64)> {
        self.levels.iter().enumerate().flat_map(move |(i, level)| {
            let fewest = most_deferred.saturating_sub(i);
            level
                .iter()
                .enumerate()
                .map(move |(row, &share)| (i, fewest + row, share))
        })
    }
}

impl Blend {
    /// The chain of a blended desk, with room for as many live customers as would come together
    /// once in 10¹⁶ if deferred work never gave its desks back.
    pub fn new(blending: &Blending) -> Result<Self, QueueError> {
        let reserve = blending.reserve as usize;
        let servers = blending.servers as usize;
        let most_deferred = servers - reserve;
        let mut chain = Self {
            arrival_rate: blending.live_arrival_rate,
            live: 1.0 / blending.live_mean_service,
            deferred: 1.0 / blending.deferred_mean_service,
            giving_up: 1.0 / blending.mean_patience,
            servers,
            most_deferred,
            most_live: servers,
        };
        let width = most_deferred as f64 + 1.0;
        let most = (MAX_STEPS / width.powi(3)).min(MAX_NUMBERS / width.powi(2));
        let most_live = chain.longest(most).filter(|&longest| longest <= most);
        let Some(most_live) = most_live else {
            return Err(too_many_states(blending));
        };
        chain.most_live = (most_live as usize).max(servers) + 1;
        Ok(chain)
    }

    /// The number of live customers beyond which their weight is negligible, if it is at most
    /// `most`, were only the reserved desks there for them.
    fn longest(&self, most: f64) -> Option<f64> {
        let reserved = (self.servers - self.most_deferred) as f64;
        let leave = |n: f64| n.min(reserved) * self.live + (n - reserved).max(0.0) * self.giving_up;
        let (mut n, mut weight, mut total) = (0.0, 1.0, 1.0);
        loop {
            n += 1.0;
            weight *= self.arrival_rate / leave(n);
            total += weight;
            if total > 1e250 {
                (weight, total) = (weight / total, 1.0);
            }
            if weight < 1e-17 * total && self.arrival_rate < 0.9 * leave(n) {
                return Some(n);
            }
            if n > most {
                return None;
            }
        }
    }

    /// The fewest desks with deferred work when `i` live customers are inside.
    fn fewest(&self, i: usize) -> usize {
        self.most_deferred.saturating_sub(i)
    }

    /// States on level `i`.
    fn width(&self, i: usize) -> usize {
        self.most_deferred - self.fewest(i) + 1
    }

    /// Desks, most of them with deferred work, and most live customers looked at.
    pub(super) fn sizes(&self) -> (usize, usize, usize) {
        (self.servers, self.most_deferred, self.most_live)
    }

    /// Rates at which one live contact, one piece of deferred work and one patience end.
    pub(super) fn ends(&self) -> (f64, f64, f64) {
        (self.live, self.deferred, self.giving_up)
    }

    /// Live customers in service and waiting in state (i, j).
    fn split(&self, i: usize, j: usize) -> (f64, f64) {
        let served = i.min(self.servers - j);
        (served as f64, (i - served) as f64)
    }

    /// Rate from (i, j) to the level below, and the j arrived at.
    fn down(&self, i: usize, j: usize) -> (f64, usize) {
        let (served, waiting) = self.split(i, j);
        let rate = served * self.live + waiting * self.giving_up;
        // A desk that gets free beyond the reserve takes deferred work.
        (rate, j + usize::from(i + j == self.most_deferred))
    }

    /// Rate from (i, j) to (i, j−1); none where the desk takes deferred work again at once.
    fn release(&self, i: usize, j: usize) -> f64 {
        if i + j == self.most_deferred {
            0.0
        } else {
            j as f64 * self.deferred
        }
    }

    /// −A of level `i` as a matrix whose entry (j, m) is what leaves j for m.
    fn local(&self, i: usize) -> Vec<Vec<f64>> {
        let (fewest, width) = (self.fewest(i), self.width(i));
        let up = if i == self.most_live {
            0.0
        } else {
            self.arrival_rate
        };
        let mut matrix = vec![vec![0.0; width]; width];
        for (row, entries) in matrix.iter_mut().enumerate() {
            let j = fewest + row;
            let (down, release) = (
                if i > 0 { self.down(i, j).0 } else { 0.0 },
                self.release(i, j),
            );
            entries[row] = up + down + release;
            if row > 0 {
                entries[row - 1] = -release;
            }
        }
        matrix
    }

    /// S_i⁻¹·(transitions to the level below): where work that leaves level `i` for the first
    /// time downward arrives, from each j.
    fn first_passage(&self, i: usize, factors: &Factors) -> Vec<Vec<f64>> {
        let (width, below) = (self.width(i), self.width(i - 1));
        let fewest = self.fewest(i);
        let column = |to: usize| -> Vec<f64> {
            let into = |j: usize| match self.down(i, j) {
                (rate, reached) if reached == to => rate,
                _ => 0.0,
            };
            (fewest..fewest + width).map(into).collect()
        };
        (0..below)
            .map(|row| factors.solve(&column(self.fewest(i - 1) + row)))
            .collect()
    }

    /// The long-run distribution.
    ///
    /// S_i = −A_i − λ·(first passage from level i+1 back to i), from the top down; then
    /// π_{i+1} = λ π_i S_{i+1}⁻¹ from the bottom up. Every S_i is an M-matrix, so that nothing
    /// cancels. Source: Gaver, Jacobs and Latouche (1984), Advances in Applied Probability
    /// 16:715–731.
    pub fn solve(&self) -> Result<Steady, QueueError> {
        let mut factors: Vec<Factors> = Vec::with_capacity(self.most_live + 1);
        let mut back: Option<Vec<Vec<f64>>> = None;
        for i in (1..=self.most_live).rev() {
            let mut matrix = self.local(i);
            self.take_back(&mut matrix, i, back.as_ref());
            let level = Factors::new(matrix).map_err(|_| self.too_far_apart())?;
            back = Some(self.first_passage(i, &level));
            factors.push(level);
        }
        factors.reverse();
        // Level 0 has one state: nobody there, c − k desks with deferred work.
        let mut levels = vec![vec![1.0]];
        for i in 1..=self.most_live {
            let shift = self.fewest(i - 1) - self.fewest(i);
            let mut arriving = vec![0.0; self.width(i)];
            for (row, weight) in levels[i - 1].iter().enumerate() {
                arriving[row + shift] = self.arrival_rate * weight;
            }
            levels.push(factors[i - 1].solve_transposed(&arriving));
            rescale(&mut levels);
        }
        Ok(self.summarise(levels))
    }

    /// The refusal of rates between which rounding leaves nothing; [`Blending`] keeps them nearer.
    fn too_far_apart(&self) -> QueueError {
        refuse(
            "live_arrival_rate",
            InputProblem::NotFinite,
            self.arrival_rate,
        )
    }

    /// Takes the returns from the level above off a level's matrix.
    fn take_back(&self, matrix: &mut [Vec<f64>], i: usize, back: Option<&Vec<Vec<f64>>>) {
        let Some(back) = back else { return };
        let shift = self.fewest(i) - self.fewest(i + 1);
        for (row, entries) in matrix.iter_mut().enumerate() {
            for (to, entry) in entries.iter_mut().enumerate() {
                *entry -= self.arrival_rate * back[to][row + shift];
            }
        }
    }

    /// Normalises the weights and reads the means off them.
    fn summarise(&self, mut levels: Vec<Vec<f64>>) -> Steady {
        let total: f64 = levels.iter().flatten().sum();
        let (mut p_wait, mut mean_queue, mut deferred_servers) = (0.0, 0.0, 0.0);
        for (i, level) in levels.iter_mut().enumerate() {
            for (row, weight) in level.iter_mut().enumerate() {
                *weight = (*weight / total).max(0.0);
                let j = self.fewest(i) + row;
                if i + j >= self.servers {
                    p_wait += *weight;
                }
                mean_queue += self.split(i, j).1 * *weight;
                deferred_servers += j as f64 * *weight;
            }
        }
        Steady {
            levels,
            p_wait,
            mean_queue,
            deferred_servers,
        }
    }
}

/// Keeps the weights of the last level near one, the others in proportion.
fn rescale(levels: &mut [Vec<f64>]) {
    let largest = levels
        .last()
        .into_iter()
        .flatten()
        .fold(0.0_f64, |most, weight| most.max(*weight));
    if largest > 1e200 {
        levels
            .iter_mut()
            .flatten()
            .for_each(|weight| *weight /= largest);
    }
}
