//! Quantiles in a memory that does not grow: a histogram whose bins have the same relative width.
//!
//! A bin is an exponent and the first nine bits of a number: a width of at most 0.2 % of the value.
//! Within a bin values are taken as evenly spread, between the least and the greatest of all: a
//! quantile is exact where all values are the same, and off by less than 0.2 % everywhere.

/// Bits of the mantissa that tell bins apart.
const BITS: u32 = 9;
/// The least exponent with bins of its own: about a thousandth of a second in minutes.
const LEAST_EXPONENT: u64 = 1023 - 16;
/// How many exponents have bins: up to some thousand years in minutes.
const EXPONENTS: u64 = 48;

/// Counts of values, and what is needed to read quantiles off them.
#[derive(Clone, Debug)]
pub struct Histogram {
    counts: Vec<u32>,
    total: u64,
    /// The first and last bin that is not empty.
    used: (usize, usize),
    least: f64,
    most: f64,
}

impl Default for Histogram {
    fn default() -> Self {
        let bins = (EXPONENTS << BITS) as usize + 1;
        Self {
            counts: vec![0; bins],
            total: 0,
            used: (bins - 1, 0),
            least: f64::INFINITY,
            most: 0.0,
        }
    }
}

/// The bin of a value; the first is for all that is nearly nothing.
fn bin(value: f64) -> usize {
    let shifted = value.to_bits() >> (52 - BITS);
    let first = LEAST_EXPONENT << BITS;
    let bin = shifted.saturating_sub(first) + u64::from(shifted >= first);
    bin.min(EXPONENTS << BITS) as usize
}

/// The least value of a bin.
fn floor(bin: usize) -> f64 {
    match bin as u64 {
        0 => 0.0,
        bin => f64::from_bits(((LEAST_EXPONENT << BITS) + bin - 1) << (52 - BITS)),
    }
}

impl Histogram {
    /// Counts a value that is not negative.
    pub fn add(&mut self, value: f64) {
        let bin = bin(value);
        self.counts[bin] += 1;
        self.total += 1;
        self.used = (self.used.0.min(bin), self.used.1.max(bin));
        self.least = self.least.min(value);
        self.most = self.most.max(value);
    }

    /// Forgets all values.
    pub fn clear(&mut self) {
        if self.total > 0 {
            self.counts[self.used.0..=self.used.1].fill(0);
        }
        self.total = 0;
        self.used = (self.counts.len() - 1, 0);
        (self.least, self.most) = (f64::INFINITY, 0.0);
    }

    /// The value that a share `p` of all stays within; zero where there is none.
    pub fn quantile(&self, p: f64) -> f64 {
        let wanted = p * self.total as f64;
        let mut below = 0.0;
        for bin in self.used.0..=self.used.1 {
            let here = f64::from(self.counts[bin]);
            if here > 0.0 && below + here >= wanted {
                let (low, high) = self.ends(bin);
                return low + (high - low) * ((wanted - below) / here).clamp(0.0, 1.0);
            }
            below += here;
        }
        self.most
    }

    /// The share of all values up to each of some ascending ones.
    pub fn shares(&self, values: &[f64]) -> Vec<f64> {
        let (mut next, mut below) = (self.used.0, 0.0);
        let share = |value: &f64| {
            while next <= self.used.1 && self.ends(next).1 <= *value {
                below += f64::from(self.counts[next]);
                next += 1;
            }
            let mut within = below;
            if next <= self.used.1 {
                let (low, high) = self.ends(next);
                if *value >= low && high > low {
                    within += f64::from(self.counts[next]) * (value - low) / (high - low);
                }
            }
            within / (self.total as f64).max(1.0)
        };
        values.iter().map(share).collect()
    }

    /// A bin's ends, no further out than any value.
    fn ends(&self, bin: usize) -> (f64, f64) {
        (
            floor(bin).max(self.least).min(self.most),
            floor(bin + 1).min(self.most).max(self.least),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_are_narrow_and_in_order() {
        let mut value = 1e-7;
        while value < 1e9 {
            let bin = bin(value);
            assert!(floor(bin) <= value && value < floor(bin + 1), "{value}");
            assert!(value < 2e-5 || floor(bin + 1) - floor(bin) <= value / 512.0 * 1.000_001);
            value *= 1.000_7;
        }
    }

    #[test]
    fn quantiles_are_those_of_the_sorted_list() {
        let values: Vec<f64> = (1..=20_000_u32)
            .map(|i| f64::from(i * 7919 % 20_000) / 30.0 + 0.01)
            .collect();
        let mut histogram = Histogram::default();
        values.iter().for_each(|value| histogram.add(*value));
        let mut sorted = values.clone();
        sorted.sort_by(f64::total_cmp);
        for p in [0.01, 0.1, 0.5, 0.9, 0.99, 1.0] {
            let exact = sorted[((p * 20_000.0) as usize).max(1) - 1];
            let found = histogram.quantile(p);
            assert!((found / exact - 1.0).abs() < 0.002, "{p}: {found} {exact}");
            let share = histogram.shares(&[found])[0];
            assert!((share - p).abs() < 1e-3, "{p}: {share}");
        }
    }

    #[test]
    fn a_constant_is_exact() {
        let mut histogram = Histogram::default();
        (0..50).for_each(|_| histogram.add(20.3));
        assert_eq!(histogram.quantile(0.9), 20.3);
        assert_eq!(histogram.shares(&[20.2, 20.3]), [0.0, 1.0]);
        histogram.clear();
        assert_eq!(histogram.quantile(0.9), 0.0);
    }
}
