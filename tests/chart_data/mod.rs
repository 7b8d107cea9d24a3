//! Chart data for tests, benchmarks and pictures.
#![allow(dead_code)]

use std::sync::Arc;

use counterbalance::charts::SeriesColour;
use counterbalance::charts::cost::{CostBar, CostChart};
use counterbalance::charts::turnaround::{StaffPoint, TurnaroundChart};

/// A bar of the four groups, in thousands.
pub fn bar(label: &str, parts: [f64; 4]) -> CostBar {
    let total: f64 = parts.iter().sum();
    CostBar {
        from: 0.0,
        found: None,
        label: label.into(),
        total_label: format!("{total:.1}"),
        emphasised: false,
        muted: false,
        note: None,
        parts: parts.to_vec(),
        text: format!("{label}: £{total:.1} thousand"),
    }
}

/// Four strategies, one of them the best, one overloaded.
pub fn cost() -> CostChart {
    CostChart {
        groups: ["work", "waiting, idle", "loops, errors", "set-up, people"]
            .map(String::from)
            .to_vec(),
        bars: vec![
            bar("Front office", [32.5, 0.0, 0.0, 0.0]),
            CostBar {
                from: 0.0,
                found: None,
                emphasised: true,
                ..bar("With the tool", [12.9, 0.0, 0.0, 0.9])
            },
            bar("Back-office centre", [14.2, 4.6, 2.1, 0.0]),
            CostBar {
                from: 0.0,
                found: None,
                muted: true,
                note: Some("+9 a week".into()),
                ..bar("Split by complexity", [11.9, 4.0, 2.4, 0.0])
            },
        ],
        tick_label: Arc::new(|value| format!("{value}")),
    }
}

/// Six numbers of people, two of them too few.
pub fn turnaround(here: usize) -> TurnaroundChart {
    let times = [
        None,
        None,
        Some((33.0, 71.0)),
        Some((26.0, 48.0)),
        Some((23.5, 41.0)),
        Some((22.5, 38.0)),
    ];
    let point = |(index, times): (usize, Option<(f64, f64)>)| StaffPoint {
        found: Vec::new(),
        staff: index as f64 + 1.0,
        mean: times.map(|(mean, _)| mean),
        p90: times.map(|(_, p90)| p90),
        text: format!("{} people", index + 1),
    };
    TurnaroundChart {
        unit: 1.0,
        points: times.into_iter().enumerate().map(point).collect(),
        here: Some(here),
        promise: Some(60.0),
        promise_label: "promise 60 min".into(),
        overload_label: vec!["overload".into(), "+9 a week".into()],
        here_label: if here < 2 {
            "2 people".into()
        } else {
            "3 people, 33 min".into()
        },
        mean_label: "mean".into(),
        p90_label: "nine in ten".into(),
        series: SeriesColour::Back,
        x_tick_label: Arc::new(|value| format!("{value}")),
        y_tick_label: Arc::new(|value| format!("{value}")),
    }
}

/// A steep one: the second person is just enough.
pub fn steep() -> TurnaroundChart {
    let times = [
        None,
        Some((900.0, 2100.0)),
        Some((33.0, 71.0)),
        Some((26.0, 48.0)),
        Some((23.5, 41.0)),
    ];
    let points = turnaround(2).points.into_iter().zip(times);
    let points = points.map(|(point, times)| StaffPoint {
        found: Vec::new(),
        mean: times.map(|(mean, _)| mean),
        p90: times.map(|(_, p90)| p90),
        ..point
    });
    TurnaroundChart {
        unit: 1.0,
        points: points.collect(),
        series: SeriesColour::Front,
        ..turnaround(2)
    }
}

/// Eight strategies.
pub fn eight_bars() -> CostChart {
    let amounts = (1..=8).map(f64::from);
    let bars = amounts.map(|n| {
        bar(
            &format!("Strategy number {n}"),
            [n * 3.1, n * 1.7, 9.0 - n, 0.4 * n],
        )
    });
    CostChart {
        bars: bars.collect(),
        ..cost()
    }
}
