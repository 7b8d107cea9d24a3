//! Where a number stands on its slider, and the numbers that a slider offers.

use super::{Parameter, Scale, Unit};

impl Parameter {
    /// The nearest value that may stand in the scenario.
    pub fn clamp(&self, value: f64) -> f64 {
        let clamped = within(value, self.limit);
        if matches!(self.unit, Unit::Switch | Unit::Whole | Unit::Channel) {
            clamped.round()
        } else {
            clamped
        }
    }

    /// Where a value stands on the slider, 0 to 1.
    pub fn position(&self, value: f64) -> f64 {
        let (low, high) = self.slider;
        let along = |v: f64| match self.scale {
            Scale::Linear => v,
            Scale::Log => v.max(low).ln(),
            Scale::Symlog(knee) => (v.max(0.0) / knee).ln_1p(),
        };
        ((along(value) - along(low)) / (along(high) - along(low))).clamp(0.0, 1.0)
    }

    /// The value at a place of the slider, rounded to what a person would say.
    pub fn value_at(&self, position: f64) -> f64 {
        let (low, high) = self.slider;
        let p = position.clamp(0.0, 1.0);
        let raw = match self.scale {
            Scale::Linear => low + p * (high - low),
            Scale::Log => low * (high / low).powf(p),
            Scale::Symlog(knee) => {
                let ends = ((low / knee).ln_1p(), (high / knee).ln_1p());
                knee * (ends.0 + p * (ends.1 - ends.0)).exp_m1()
            }
        };
        within(self.round(raw), self.slider)
    }

    /// One press of plus (`1.0`) or minus (`-1.0`) away from `value`.
    pub fn nudged(&self, value: f64, direction: f64) -> f64 {
        let inward = value + direction * 1e-9 * value.abs().max(self.step);
        let quantum = self.quantum(inward);
        let steps = (value / quantum + direction * 1e-6).round();
        let on_grid = (steps * quantum - value).abs() < 1e-6 * quantum;
        let target = if on_grid {
            (steps + direction) * quantum
        } else if direction > 0.0 {
            (value / quantum).ceil() * quantum
        } else {
            (value / quantum).floor() * quantum
        };
        self.clamp(tidy(target))
    }

    fn round(&self, value: f64) -> f64 {
        let quantum = self.quantum(value);
        tidy((value / quantum).round() * quantum)
    }

    /// On a log scale small values move in tenths of a step.
    fn quantum(&self, value: f64) -> f64 {
        const FINE_BELOW: f64 = 5.0;
        match self.scale {
            Scale::Log if value < FINE_BELOW * self.step => self.step / 10.0,
            _ => self.step,
        }
    }
}

/// The nearest number within the two. The library's `clamp` carries a message that prints numbers,
/// and with it all the code that does.
fn within(value: f64, (low, high): (f64, f64)) -> f64 {
    value.max(low).min(high)
}

/// Removes the dust of a product such as 3 × 0.1.
fn tidy(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
}
