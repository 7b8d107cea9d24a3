//! What a doubter would hold against the answer, in words.

use super::english;
use super::labels::lower_first;
use super::numbers::money;
use super::sentences::Context;
use crate::model::second_opinions::{Opinion, opinions};

/// The objections to an answer, one sentence each.
pub fn second_opinions(context: &Context) -> Vec<String> {
    let found = opinions(context.evaluation);
    found.iter().map(|one| opinion(context, one)).collect()
}

/// One objection.
pub fn opinion(context: &Context, opinion: &Opinion) -> String {
    let noun = |place: usize| context.words(place).noun;
    match *opinion {
        Opinion::BusyTime {
            favours,
            by,
            unworked,
        } => {
            let best = context.evaluation.comparison.best();
            if best == Some(favours) {
                let unworked = match unworked.get() {
                    none if none < 0.5 => String::new(),
                    some => format!(" Of its month, {} is paid time without work.", money(some)),
                };
                format!(
                    "Paying people for busy minutes only would have said the same: {} by {} a month.{unworked}",
                    noun(favours),
                    money(by.get()),
                )
            } else {
                format!(
                    "Paying people for busy minutes only would have said otherwise: {} by {} a month. It leaves out people who are paid and away, or at work with nothing to do.",
                    noun(favours),
                    money(by.get()),
                )
            }
        }
        Opinion::OnlyBecause { line, instead, by } => format!(
            "Only “{}” makes the difference: without it, {} would win by {} a month.",
            lower_first(english::line(line)),
            noun(instead),
            money(by.get()),
        ),
        Opinion::Division {
            divided,
            whole,
            saved,
            spent,
        } => format!(
            "The critics of divided work are right here: {} saves {} of pay a month against {} and spends {} on hand-overs, questions, waiting and customers lost.",
            noun(divided),
            money(saved.get()),
            noun(whole),
            money(spent.get()),
        ),
    }
}
