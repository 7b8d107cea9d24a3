//! The measured errors of the approximations of waiting: the model's formulas beside exact and
//! simulated values (`tests/reference/approximations.py`), and the tables of the method page.

use counterbalance::model::queueing::{Station, evaluate_wait};
use serde::Deserialize;
use std::fmt::Write;

const REFERENCE: &str = include_str!("../fixtures/approximations.jsonl");

/// One queue whose waits are known otherwise; mean service is one.
#[derive(Debug, Deserialize)]
pub struct Case {
    pub arrivals: String,
    pub service: String,
    pub servers: f64,
    pub occupancy: f64,
    pub arrival_scv: f64,
    pub service_scv: f64,
    pub p_wait: f64,
    pub mean_wait: f64,
    pub sojourn_p90: f64,
    pub source: String,
}

/// The relative errors of the model in one case, as shares.
#[derive(Debug)]
pub struct Errors {
    pub case: Case,
    pub p_wait: f64,
    pub mean: f64,
    pub p90: f64,
}

/// The errors in every case of the reference.
pub fn measure() -> Vec<Errors> {
    let read = |line| serde_json::from_str(line).expect("a case a line");
    REFERENCE.lines().map(read).map(errors).collect()
}

fn errors(case: Case) -> Errors {
    let station = Station {
        servers: case.servers,
        arrival_rate: case.servers * case.occupancy,
        mean_service: 1.0,
        service_scv: case.service_scv,
        arrival_scv: case.arrival_scv,
    };
    let wait = evaluate_wait(&station).expect("no case is an overload");
    let p90 = wait.turnaround(&station).quantile(0.9);
    Errors {
        p_wait: wait.p_wait / case.p_wait - 1.0,
        mean: wait.mean / case.mean_wait - 1.0,
        p90: p90 / case.sojourn_p90 - 1.0,
        case,
    }
}

/// The lowest and the highest of some errors; `None` of none.
pub fn range(errors: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    errors.fold(None, |range, error| {
        let (low, high) = range.unwrap_or((error, error));
        Some((error.min(low), error.max(high)))
    })
}

/// A row of the tables.
struct Family {
    name: &'static str,
    arrivals: &'static str,
    service: &'static str,
}

const FAMILIES: [Family; 11] = [
    family("M/D/c, constant services", "poisson", "constant"),
    family("M/E₂/c, SCV 0.5", "poisson", "erlang2"),
    family("M/H₂/c, SCV 2", "poisson", "hyper2"),
    family("M/H₂/c, SCV 4", "poisson", "hyper4"),
    family("M/gamma/c, SCV 2 (simulated)", "poisson", "gamma2"),
    family("M/gamma/c, SCV 4 (simulated)", "poisson", "gamma4"),
    family("M/lognormal/c, SCV 2 (simulated)", "poisson", "lognormal2"),
    family("M/lognormal/c, SCV 4 (simulated)", "poisson", "lognormal4"),
    family("D/M/c, constant gaps", "constant", "exponential"),
    family("E₂/M/c, gaps of SCV 0.5", "erlang2", "exponential"),
    family("H₂/M/c, gaps of SCV 2", "hyper2", "exponential"),
];

const fn family(name: &'static str, arrivals: &'static str, service: &'static str) -> Family {
    Family {
        name,
        arrivals,
        service,
    }
}

const OCCUPANCIES: [f64; 5] = [0.5, 0.7, 0.8, 0.9, 0.95];

/// What is measured: a heading, and which error of a case.
type Measure = (&'static str, fn(&Errors) -> f64);

const MEASURES: [Measure; 3] = [
    ("Mean wait", |errors| errors.mean),
    (
        "Time in the system that nine in ten stay within",
        |errors| errors.p90,
    ),
    ("Share who wait", |errors| errors.p_wait),
];

/// The tables of the method page: errors in per cent, lowest and highest over the servers.
pub fn tables() -> String {
    let measured = measure();
    let mut html = String::new();
    for (heading, error) in MEASURES {
        let _ = writeln!(
            html,
            "<div class=\"scroll\" role=\"region\" aria-label=\"{heading}: errors\" tabindex=\"0\">"
        );
        let _ = writeln!(
            html,
            "<table>\n<caption>{heading}: error in per cent, lowest to highest over 1 to 20 servers (simulated: 1 to 8)</caption>"
        );
        let busy = OCCUPANCIES.map(|busy| {
            format!(
                "<th scope=\"col\" class=\"n\">{:.0} % busy</th>",
                100.0 * busy
            )
        });
        let _ = writeln!(
            html,
            "<thead><tr><th scope=\"col\">Queue</th>{}</tr></thead>\n<tbody>",
            busy.concat()
        );
        for family in &FAMILIES {
            let cells = OCCUPANCIES.map(|busy| cell(&measured, family, busy, error));
            let _ = writeln!(
                html,
                "<tr><th scope=\"row\">{}</th>{}</tr>",
                family.name,
                cells.concat()
            );
        }
        html.push_str("</tbody>\n</table>\n</div>\n");
    }
    html
}

fn cell(measured: &[Errors], family: &Family, busy: f64, error: fn(&Errors) -> f64) -> String {
    let of = |errors: &&Errors| {
        errors.case.arrivals == family.arrivals
            && errors.case.service == family.service
            && errors.case.occupancy == busy
    };
    let text = match range(measured.iter().filter(of).map(error)) {
        Some((low, high)) => format!("{} to {}", per_cent(low), per_cent(high)),
        None => "–".to_string(),
    };
    format!("<td class=\"n\">{text}</td>")
}

/// A share in per cent to one decimal, with its sign; zero without.
fn per_cent(share: f64) -> String {
    let tenths = (1_000.0 * share).round();
    let size = tenths.abs() / 10.0;
    match tenths {
        0.0 => "0".to_string(),
        tenths if tenths < 0.0 => format!("−{size:.1}"),
        _ => format!("+{size:.1}"),
    }
}
