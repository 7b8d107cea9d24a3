//! How the ways are spoken of that the first example does without. The page fetches them apart.

use super::StrategyWords;

static STRATEGIES: &[StrategyWords] = &[
    StrategyWords {
        key: "middle_office",
        name: "With a middle office",
        short: "Middle office",
        order: ("Let a ", "middle office", " check it"),
        noun: "the middle office",
    },
    StrategyWords {
        key: "outsourced",
        name: "Outsourced to a partner",
        short: "Outsourced",
        order: ("", "Outsource", " it"),
        noun: "outsourcing",
    },
    StrategyWords {
        key: "automated",
        name: "Automated, with exceptions",
        short: "Automated",
        order: ("", "Automate", " it and let people do the exceptions"),
        noun: "automation",
    },
    StrategyWords {
        key: "one_team",
        name: "One team for all of it",
        short: "One team",
        order: ("Make them ", "one team", ""),
        noun: "one team",
    },
    StrategyWords {
        key: "ring_fenced",
        name: "Some set apart for cases",
        short: "Set apart",
        order: ("", "Set people apart", " for work that can wait"),
        noun: "setting people apart",
    },
    StrategyWords {
        key: "redirected",
        name: "Front office helps behind",
        short: "Front helps",
        order: ("Let the front office ", "help behind", " when it is quiet"),
        noun: "help from the front",
    },
    StrategyWords {
        key: "straight",
        name: "Straight to the team behind",
        short: "Straight behind",
        order: ("Send it ", "straight behind", ""),
        noun: "the team behind",
    },
    StrategyWords {
        key: "own_process",
        name: "Your own process",
        short: "Your process",
        order: ("Keep ", "your own process", ""),
        noun: "your own process",
    },
    StrategyWords {
        key: "allotted",
        name: "Shared out kind by kind",
        short: "Kind by kind",
        order: ("Share the work out ", "kind by kind", ""),
        noun: "sharing it out kind by kind",
    },
];

/// The words of one of these ways.
pub fn way(key: &str) -> Option<&'static StrategyWords> {
    STRATEGIES.iter().find(|words| words.key == key)
}
