//! Chance, keyed: every draw belongs to a task, a visit and a purpose, not to a moment.
//!
//! A draw is found by its key (seed, replication, stream, task, visit, purpose) and nothing else.
//! The same task therefore meets the same luck under every strategy and every staffing, however
//! many draws anybody else takes in between: what differs between two runs is the decision. The
//! generator is SplitMix64 (Steele, Lea and Flood 2014), its state set by hashing the key with its
//! own finaliser; a draw that needs several numbers goes on from there.

use rand::rand_core::TryRng;
use rand::{Rng, RngExt, distr::OpenClosed01};
use std::convert::Infallible;

/// The step of SplitMix64's counter: 2⁶⁴ over the golden ratio.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// What a draw decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Purpose {
    /// The time to the next arrival.
    Gap,
    /// Which of a task's routes it takes. The place of the task among all of its kind in order
    /// of complexity, so that a split by complexity keeps the same easy tasks in front wherever
    /// the line is drawn.
    Complexity,
    /// How long a visit takes.
    Service,
    /// Whether a pass has an error, and whether it is caught.
    Check,
    /// Where a task goes next.
    Branch,
    /// How long a customer waits in line before giving up.
    Patience,
    /// How often customers ask where their overdue task is.
    Chasers,
}

/// The luck of one stream of tasks in one replication.
#[derive(Clone, Copy, Debug)]
pub struct StreamKey(u64);

/// The luck of one task.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TaskKey(u64);

impl StreamKey {
    /// The key of a stream, by its place.
    pub fn new(seed: u64, replication: u32, stream: usize) -> Self {
        let seed = finalised(seed.wrapping_add(GOLDEN));
        let replication = finalised(seed ^ u64::from(replication).wrapping_mul(GOLDEN));
        Self(finalised(replication.wrapping_add(stream as u64)))
    }

    /// The key of a task, by its number in the stream.
    pub fn task(self, ordinal: u64) -> TaskKey {
        TaskKey(finalised(self.0.wrapping_add(ordinal.wrapping_mul(GOLDEN))))
    }
}

impl TaskKey {
    /// The numbers for one purpose at one visit.
    pub fn draw(self, visit: u32, purpose: Purpose) -> Draw {
        let place = (u64::from(visit) << 8) | purpose as u64;
        Draw(self.0 ^ place.wrapping_mul(GOLDEN))
    }
}

/// A source of numbers of one key.
#[derive(Clone, Copy, Debug)]
pub struct Draw(u64);

impl Draw {
    /// A number above 0 and up to 1, all alike likely.
    pub fn share(&mut self) -> f64 {
        self.sample(OpenClosed01)
    }
}

impl TryRng for Draw {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.next_u64() >> 32) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.0 = self.0.wrapping_add(GOLDEN);
        Ok(finalised(self.0))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(8) {
            let next = self.next_u64().to_le_bytes();
            chunk.copy_from_slice(&next[..chunk.len()]);
        }
        Ok(())
    }
}

/// SplitMix64's finaliser: every bit of the answer depends on every bit of the input.
fn finalised(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reference sequence of SplitMix64 from 1234567.
    #[test]
    fn the_generator_is_splitmix64() {
        let mut draw = Draw(1_234_567);
        let expected = [
            6_457_827_717_110_365_317_u64,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        assert_eq!(expected.map(|_| draw.next_u64()), expected);
    }

    #[test]
    fn a_draw_depends_on_its_key_and_on_nothing_else() {
        let key = StreamKey::new(7, 3, 1).task(42);
        let first = key.draw(2, Purpose::Service).share();
        assert_eq!(
            first,
            StreamKey::new(7, 3, 1)
                .task(42)
                .draw(2, Purpose::Service)
                .share()
        );
        let others = [
            StreamKey::new(8, 3, 1).task(42).draw(2, Purpose::Service),
            StreamKey::new(7, 4, 1).task(42).draw(2, Purpose::Service),
            StreamKey::new(7, 3, 2).task(42).draw(2, Purpose::Service),
            StreamKey::new(7, 3, 1).task(43).draw(2, Purpose::Service),
            key.draw(3, Purpose::Service),
            key.draw(2, Purpose::Branch),
        ];
        for mut other in others {
            assert_ne!(other.share(), first);
        }
    }

    /// Neighbours in every part of the key look independent: mean and correlation of the shares.
    #[test]
    fn neighbours_have_nothing_in_common() {
        const DRAWS: u32 = 100_000;
        let along: [&dyn Fn(u32) -> Draw; 4] = [
            &|i| {
                StreamKey::new(1, 0, 0)
                    .task(u64::from(i))
                    .draw(0, Purpose::Service)
            },
            &|i| StreamKey::new(1, i, 0).task(5).draw(0, Purpose::Service),
            &|i| {
                StreamKey::new(u64::from(i), 0, 0)
                    .task(5)
                    .draw(0, Purpose::Gap)
            },
            &|i| StreamKey::new(1, 0, 0).task(5).draw(i, Purpose::Branch),
        ];
        for of in along {
            let shares: Vec<f64> = (0..DRAWS).map(|i| of(i).share() - 0.5).collect();
            let n = f64::from(DRAWS);
            let mean = shares.iter().sum::<f64>() / n;
            let lag = shares.windows(2).map(|pair| pair[0] * pair[1]).sum::<f64>() / n * 12.0;
            // Five standard errors.
            assert!(mean.abs() < 5.0 / (12.0 * n).sqrt(), "mean {mean}");
            assert!(lag.abs() < 5.0 / n.sqrt(), "correlation {lag}");
        }
    }
}
