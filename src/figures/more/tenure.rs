//! How long the extra work lasts: temporary against permanent staff, for the output of one permanent
//! person.

use super::{Drawing, Figure};
use crate::charts::SeriesColour;
use crate::charts::lines::{Line, LinesChart, Rule, Spot};
use crate::figures::Table;
use crate::model::cost::tenure::{Tenure, cost};
use crate::model::order::sort_short;
use crate::model::surge::Answer;
use crate::words::numbers::{money, number};
use crate::words::surge as words;
use std::sync::Arc;

/// The key of the choice.
pub const KEY: &str = "surge.duration";
/// Its name among what decides.
pub const LABEL: &str = "How long the extra work lasts";
/// Weeks on the axis where no crossing asks for more.
const USUAL: f64 = 52.0;
const PLACES: usize = 26;

/// Builds the figure.
pub fn build(answer: &Answer) -> Figure {
    let (permanent, temporary) = answer.terms.tenure();
    let m = answer.temporaries_for_one;
    let at = match answer.tenure {
        Tenure::TemporaryUpTo(at) | Tenure::TemporaryFrom(at) => Some(at),
        _ => None,
    };
    let far = at.map_or(USUAL, |at| (1.6 * at).max(12.0));
    let weeks: Vec<f64> = (0..=PLACES)
        .map(|place| far * place as f64 / PLACES as f64)
        .collect();
    let of = |terms, people, weeks| cost(terms, people, weeks);
    let line = |name: &str, series, emphasised, terms, people| Line {
        name: name.to_owned(),
        series,
        emphasised,
        points: weeks
            .iter()
            .map(|at| (*at, Some(of(terms, people, *at))))
            .collect(),
    };
    let both = |at: f64| (of(&permanent, 1.0, at), of(&temporary, m, at));
    let (a, b) = both(far);
    let spots = weeks
        .iter()
        .copied()
        .chain(at)
        .map(|week| spot(week, both(week), at));
    let mut spots: Vec<Spot> = spots.collect();
    sort_short(&mut spots, |a, b| a.x.total_cmp(&b.x));
    let rows = weeks.iter().step_by(2).map(|at| {
        let (permanent, temporary) = both(*at);
        vec![number(*at, 1), money(permanent), money(temporary)]
    });
    Figure {
        headline: words::tenure(answer),
        measure: "Cost of the output of one permanent person, by the weeks for which it is needed; hiring, training, learning and leaving in it".to_owned(),
        summary: words::tenure(answer),
        table: Table {
            head: ["Weeks", "Permanent", "Temporary"].map(str::to_owned).to_vec(),
            rows: rows.collect(),
        },
        drawing: Drawing::Curves(LinesChart {
            areas: Vec::new(),
            band: Vec::new(),
            dots: Vec::new(),
            unit: 1.0,
            lines: vec![
                line("permanent", SeriesColour::Back, false, &permanent, 1.0),
                line("temporary", SeriesColour::Other, true, &temporary, m),
            ],
            rules: at.map(|at| Rule::At(at, format!("{} weeks", number(at, 1)))).into_iter().collect(),
            spots,
            x: (0.0, far),
            y: (0.0, a.max(b) * 1.08),
            x_tick_label: Arc::new(|weeks| format!("{} weeks", number(weeks, 0))),
            y_tick_label: Arc::new(money),
        }),
    }
}

fn spot(week: f64, (permanent, temporary): (f64, f64), at: Option<f64>) -> Spot {
    Spot {
        x: week,
        y: temporary,
        label: String::new(),
        text: format!(
            "For {} weeks: permanent {}, temporary {}.",
            number(week, 1),
            money(permanent),
            money(temporary)
        ),
        ringed: at == Some(week),
    }
}
