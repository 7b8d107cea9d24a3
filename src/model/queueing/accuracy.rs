//! How far the approximations of waiting are from the truth, as measured.
//!
//! Relative errors as shares: (−0.02, 0.05) is from 2% too low to 5% too high. Measured against
//! exact solutions of M/D/c, M/E₂/c, M/H₂/c, D/M/c, E₂/M/c and H₂/M/c with 1 to 20 servers, 50 to
//! 95% busy, and against simulation of M/G/c with gamma and lognormal services of SCV 2 and 4,
//! 1 to 8 servers, 50 to 90% busy; rounded outward to whole per cents. A test holds these
//! figures to the measurement. Relative errors are largest where hardly anybody waits.

use super::waiting::Station;

/// Share of time busy from which a team counts as busy here.
pub const BUSY: f64 = 0.7;
/// The measured range of occupancy.
pub const OCCUPANCIES: (f64, f64) = (0.5, 0.95);
/// The most servers measured.
pub const MOST_SERVERS: f64 = 20.0;
/// The largest variability measured, of service and of arrivals.
pub const MOST_SCV: f64 = 4.0;

/// The lowest and the highest relative error, as shares.
pub type Range = (f64, f64);

/// The errors seen in one set of cases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Of the mean wait.
    pub mean: Range,
    /// Of the ninth decile of time in the system.
    pub p90: Range,
}

/// The errors seen with one kind of variability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// Servers busy at least [`BUSY`] of their time.
    pub busy: Band,
    /// Every case measured.
    pub all: Band,
}

/// Poisson arrivals, services that vary no more than exponential ones.
pub const STEADY: Measured = Measured {
    busy: Band {
        mean: (-0.02, 0.02),
        p90: (-0.02, 0.05),
    },
    all: Band {
        mean: (-0.18, 0.02),
        p90: (-0.05, 0.05),
    },
};

/// Poisson arrivals, services that vary more than exponential ones.
pub const VARIED: Measured = Measured {
    busy: Band {
        mean: (-0.11, 0.17),
        p90: (-0.11, 0.54),
    },
    all: Band {
        mean: (-0.18, 0.37),
        p90: (-0.11, 0.54),
    },
};

/// Arrivals that are not Poisson, exponential services.
pub const OTHER_ARRIVALS: Measured = Measured {
    busy: Band {
        mean: (-0.36, 0.23),
        p90: (-0.04, 0.02),
    },
    all: Band {
        mean: (-0.78, 2.62),
        p90: (-0.04, 0.03),
    },
};

/// What was measured of stations like this one; `None` where nothing was.
pub fn measured(station: &Station) -> Option<Band> {
    let (service, arrivals) = (station.service_scv, station.arrival_scv);
    let (busy, servers) = (station.occupancy(), station.servers);
    let inside = (OCCUPANCIES.0..=OCCUPANCIES.1).contains(&busy)
        && (1.0..=MOST_SERVERS).contains(&servers)
        && service.max(arrivals) <= MOST_SCV;
    let kind = if arrivals != 1.0 {
        // Only exponential services were measured with other arrivals.
        (service == 1.0 && arrivals <= 2.0).then_some(OTHER_ARRIVALS)
    } else if service <= 1.0 {
        Some(STEADY)
    } else {
        Some(VARIED)
    };
    let band = |kind: Measured| if busy >= BUSY { kind.busy } else { kind.all };
    kind.filter(|_| inside).map(band)
}
