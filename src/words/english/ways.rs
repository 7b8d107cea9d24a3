//! How the ways to divide the work are spoken of.

use crate::words::further;

/// How a strategy is spoken of.
pub struct StrategyWords {
    /// Key of the strategy.
    pub key: &'static str,
    /// Its name in tables.
    pub name: &'static str,
    /// A shorter name, for charts.
    pub short: &'static str,
    /// An order to take it: what stands before, the coloured words, what stands after.
    pub order: (&'static str, &'static str, &'static str),
    /// The noun that costs, wins and loses in a sentence.
    pub noun: &'static str,
}

static STRATEGIES: &[StrategyWords] = &[
    StrategyWords {
        key: "front_office",
        name: "Front office does it all",
        short: "Front office",
        order: ("Let the ", "front office", " do it all"),
        noun: "the front office alone",
    },
    StrategyWords {
        key: "front_with_tool",
        name: "Front office with the tool",
        short: "With the tool",
        order: ("Give the front office ", "the tool", ""),
        noun: "the tool",
    },
    StrategyWords {
        key: "back_office",
        name: "Back-office centre",
        short: "Back office",
        order: ("Hand it to the ", "back office", ""),
        noun: "the back office",
    },
    StrategyWords {
        key: "split",
        name: "Split by complexity",
        short: "Split",
        order: ("", "Split the work", " by complexity"),
        noun: "splitting by complexity",
    },
];

/// The words of a strategy; those of the last one here for one that has none, or none yet.
pub fn strategy(key: &str) -> &'static StrategyWords {
    let mut here = STRATEGIES.iter();
    let here = here.find(|words| words.key == key);
    here.or_else(|| further::way(key))
        .unwrap_or(&STRATEGIES[STRATEGIES.len() - 1])
}

/// Whether a strategy has words of its own.
pub fn has_strategy(key: &str) -> bool {
    strategy(key).key == key
}

/// What a strategy is, in a sentence. Apart from the rest, which the page needs at once.
pub fn about(key: &str) -> &'static str {
    match key {
        "front_office" => {
            "Whoever faces the customer also does the work behind it: no hand-over, in the dearest hours."
        }
        "front_with_tool" => {
            "The front office does it with a do-it-yourself tool that saves part of the minutes and costs set-up and licences."
        }
        "back_office" => {
            "A back-office centre of excellence does it: cheaper hours, at the price of hand-overs, questions and a queue."
        }
        "split" => "The front office keeps the simple tasks, the hard ones go to the back office.",
        "middle_office" => {
            "The front office does the work, a middle office checks it and has mended what it finds."
        }
        "outsourced" => "Another firm does it for a price a task, steered by people who stay on.",
        "automated" => {
            "Software finishes most tasks alone; the exceptions take people longer than a usual task."
        }
        "one_team" => {
            "Front and back office together, everybody trained for both: no hand-over, one queue."
        }
        "ring_fenced" => {
            "Some of the front office do nothing but work that can wait, the others nothing but live contacts."
        }
        "redirected" => {
            "The back office does its own work; when more of the front office are idle than the reserve, they take its oldest case."
        }
        "straight" => {
            "The team behind takes the work as it comes: no hand-over, no questions back."
        }
        "own_process" => "Steps, teams and loops as they stand in the process.",
        "allotted" => {
            "Every kind of work goes its own way, or is shared between two, as the grid says."
        }
        _ => "",
    }
}

/// What Metters and Vargas (2000, Journal of Operations Management 18) call a service that divides
/// its work so; `None` where none of their four fits.
pub fn known_as(key: &str) -> Option<&'static str> {
    Some(match key {
        "front_office" => "Personal Service: undivided, and close to the customer",
        "front_with_tool" | "one_team" => "a Kiosk: undivided, and yet at low cost",
        "back_office" | "outsourced" => "a Cost Leader: divided to save",
        "middle_office" | "split" => "a Focused Professional: divided for the service",
        _ => return None,
    })
}
