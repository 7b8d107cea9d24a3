//! Quantities with their unit in the type, for the boundaries: scenario, ledger, evaluation.
//!
//! Formulas inside the model take `f64` and state the unit in their documentation. A quantity is
//! written to JSON as a bare number. Only the operators that mean something exist: minutes add to
//! minutes, hours times an hourly rate are money.

use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Sub};

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub f64);

        impl $name {
            /// The bare number, in the unit of the type.
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl Mul<f64> for $name {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self(self.0 * factor)
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(quantities: I) -> Self {
                quantities.fold(Self(0.0), Add::add)
            }
        }
    };
}

quantity!(
    /// Working minutes of the site's clock.
    Minutes
);
quantity!(
    /// Working hours.
    Hours
);
quantity!(
    /// An amount of money; the currency is a label of the page.
    Money
);
quantity!(
    /// Money for one hour of one person.
    MoneyPerHour
);
quantity!(
    /// Events an hour of the site's clock, such as tasks that arrive.
    PerHour
);
quantity!(
    /// A part of a whole, 0 to 1.
    Share
);
quantity!(
    /// People on the roster or on duty; fractions are part-timers.
    People
);

impl Minutes {
    /// The same duration in hours.
    pub fn hours(self) -> Hours {
        Hours(self.0 / 60.0)
    }
}

impl Share {
    /// What is left of the whole.
    pub fn rest(self) -> Share {
        Share(1.0 - self.0)
    }
}

impl Mul<MoneyPerHour> for Hours {
    type Output = Money;
    fn mul(self, rate: MoneyPerHour) -> Money {
        Money(self.0 * rate.0)
    }
}
