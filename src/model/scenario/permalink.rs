//! The readable link: `v=1&example=consulting.1&back.staff=2`.
//!
//! It holds only what differs from the example at its pinned revision. It opens from a fragment
//! (`#…`), from an e-mail-safe query (`?s=v:1~example:consulting.1~back.staff:2`), and after a mail
//! program has mangled the `#` to `%23`. Nothing in a link can fail: what cannot be used is left
//! out and named. Tasks, teams and routes of the user's own are part of it too.

mod name_text;
mod route_text;
mod structure;

use super::validation::{Problem, shortened};
use super::{Address, Scenario, address::Written};
use crate::model::{decimal, presets, strategy};
use percent_encoding::percent_decode_str;

/// Version of the link format.
pub const VERSION: u32 = 1;
/// Longer texts are not links of ours.
pub const LONGEST: usize = 16_000;
const MOST_NOTICES: usize = 12;

/// Something in a link that could not be used as it stood.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// No number of that name; the nearest there is.
    UnknownKey {
        /// What the link said.
        key: String,
        /// The nearest number that exists, if one is near.
        nearest: Option<String>,
    },
    /// A value outside its limits: the nearest one was taken.
    OutOfRange {
        /// Whose value.
        key: String,
        /// What the link said.
        given: f64,
        /// What was taken.
        taken: f64,
    },
    /// Not a number: the example's value stands.
    NotANumber {
        /// Whose value.
        key: String,
        /// What the link said.
        text: String,
    },
    /// No example of that name or revision: the first example was opened.
    UnknownExample(String),
    /// No strategy of that name: the example's stands.
    UnknownStrategy(String),
    /// A way to compare that does not exist: it was left out.
    UnknownWay(String),
    /// The link was made by a later version of the format; what is understood was taken.
    NewerVersion(String),
    /// A list of tasks, teams or steps that cannot be read: the example's stands.
    Unreadable(String),
    /// Tasks, teams and routes that do not fit together: the example's stand.
    Process(Problem),
    /// Too long to be a link; nothing of it was taken.
    TooLong(usize),
    /// More of the same, not listed.
    More(usize),
}

/// A link, opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The scenario; the example's where the link says nothing or nothing usable.
    pub scenario: Scenario,
    /// What could not be used.
    pub notices: Vec<Notice>,
}

/// Writes the link of a scenario, without its leading `#`.
pub fn encode(scenario: &Scenario) -> String {
    // A file may name an example that does not exist here; its link starts from the first.
    let origin = &scenario.origin;
    let base = example(&origin.example, origin.revision).unwrap_or_else(presets::first);
    let origin = &base.origin;
    let mut link = format!("v={VERSION}&example={}.{}", origin.example, origin.revision);
    let today = scenario.today_text();
    if today != base.today {
        link.push_str(&format!("&today={today}"));
    }
    if scenario.also != base.also {
        link.push_str(&format!("&also={}", scenario.also.join(",")));
    }
    let base = structure::encode(&mut link, scenario, &base);
    for address in differing(scenario, &base) {
        link.push_str(&format!(
            "&{}={}",
            address.key(scenario),
            decimal::shortest(address.read(scenario))
        ));
    }
    link
}

/// The numbers in which a scenario differs from another of the same shape.
pub fn differing(scenario: &Scenario, base: &Scenario) -> Vec<Address> {
    let differs = |address: &Address| address.read(scenario) != address.read(base);
    Address::all(scenario).into_iter().filter(differs).collect()
}

/// Opens a link in any of its forms, with tasks, teams and a process of its own if it has them.
pub fn decode(text: &str) -> Opened {
    if text.len() > LONGEST {
        return Opened {
            scenario: presets::first(),
            notices: vec![Notice::TooLong(text.len())],
        };
    }
    let pairs = pairs(text);
    let mut notices = Vec::new();
    let example = opened_example(&pairs, &mut notices);
    let mut scenario = structure::decode(example, &pairs, &mut notices);
    for (key, value) in &pairs {
        // What nobody will read need not be searched for.
        let listed = notices.len() < MOST_NOTICES;
        if let Some(notice) = take(&mut scenario, key, value, listed) {
            notices.push(notice);
        }
    }
    let unlisted = notices.len().saturating_sub(MOST_NOTICES);
    if unlisted > 0 {
        notices.truncate(MOST_NOTICES);
        notices.push(Notice::More(unlisted));
    }
    Opened { scenario, notices }
}

/// The part of a text that holds the numbers: what stands behind `#`, else the value of `s` behind
/// `?`, else the whole, unless that is the address of a page without numbers.
fn link_of(text: &str) -> &str {
    let holds_numbers = |link: &&str| link.contains(['=', ':', '%']);
    if let Some((_, fragment)) = text.rsplit_once('#') {
        return Some(fragment).filter(holds_numbers).unwrap_or_default();
    }
    if let Some((page, query)) = text.rsplit_once('?')
        && !page.contains('%')
    {
        let parts = || query.split('&');
        let whole = parts().any(|part| part.starts_with("example="));
        let named = parts().find_map(|part| part.strip_prefix("s="));
        return named.or(whole.then_some(query)).unwrap_or_default();
    }
    let end = text.rsplit('/').next().unwrap_or_default();
    let is_address = text.contains('/') && !end.contains('%');
    if is_address {
        ""
    } else {
        end.strip_prefix("s=").unwrap_or(end)
    }
}

/// Splits a link into keys and values, whatever form it came in.
fn pairs(text: &str) -> Vec<(String, String)> {
    let link = link_of(text.trim());
    // What is not text after decoding is taken as it stands, and named piece by piece.
    let decoded = String::from_utf8(percent_decode_str(link).collect());
    let text = decoded.as_deref().unwrap_or(link);
    // A mail program may have turned the # of the link into %23.
    let text = text.rsplit_once('#').map_or(text, |(_, fragment)| fragment);
    text.split(['&', '~'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (key, value) = part.split_once(['=', ':']).unwrap_or((part, ""));
            (key.trim().to_owned(), value.trim().to_owned())
        })
        .collect()
}

fn opened_example(pairs: &[(String, String)], notices: &mut Vec<Notice>) -> Scenario {
    let first = || presets::first();
    let Some((_, named)) = pairs.iter().find(|(key, _)| key == "example") else {
        return first();
    };
    let (key, revision) = named.split_once('.').unwrap_or((named, ""));
    let found = if revision.is_empty() {
        presets::find(key).map(|preset| preset.current())
    } else {
        revision
            .parse()
            .ok()
            .and_then(|revision| example(key, revision))
    };
    found.unwrap_or_else(|| {
        notices.push(Notice::UnknownExample(shortened(named)));
        first()
    })
}

fn example(key: &str, revision: u32) -> Option<Scenario> {
    presets::scenario(key, revision)
}

/// Takes one pair into the scenario, or says why not.
fn take(scenario: &mut Scenario, key: &str, value: &str, listed: bool) -> Option<Notice> {
    match key {
        "example" => None,
        key if structure::is_structure(key) => None,
        "v" => (value != VERSION.to_string()).then(|| Notice::NewerVersion(shortened(value))),
        "today" => take_today(scenario, value),
        "also" => take_also(scenario, value),
        _ if !listed && Address::find(scenario, key).is_none() => Some(Notice::More(1)),
        _ => take_number(scenario, key, value),
    }
}

fn take_today(scenario: &mut Scenario, value: &str) -> Option<Notice> {
    let (way, people) = value
        .split_once('*')
        .map_or((value, None), |(way, people)| (way, Some(people)));
    if strategy::find(way).is_none() {
        return Some(Notice::UnknownStrategy(shortened(way)));
    }
    scenario.today = way.to_owned();
    let read = people.is_none_or(|people| scenario.take_people_today(people));
    (!read).then(|| Notice::Unreadable("today".to_owned()))
}

/// Ways compared beside the example's, each once, in the order of the link.
fn take_also(scenario: &mut Scenario, value: &str) -> Option<Notice> {
    scenario.also.clear();
    let mut unknown = None;
    for key in value.split(',').filter(|key| !key.is_empty()) {
        if strategy::find(key).is_none() {
            unknown = Some(Notice::UnknownWay(shortened(key)));
        } else if !scenario.also.iter().any(|known| known == key) {
            scenario.also.push(key.to_owned());
        }
    }
    unknown
}

fn take_number(scenario: &mut Scenario, key: &str, value: &str) -> Option<Notice> {
    let address = match Address::parse(scenario, key) {
        Ok(address) => address,
        Err(unknown) => {
            return Some(Notice::UnknownKey {
                key: shortened(key),
                nearest: unknown.nearest,
            });
        }
    };
    let key = key.to_owned();
    let Some(given) = decimal::parse(value) else {
        return Some(Notice::NotANumber {
            key,
            text: shortened(value),
        });
    };
    match address.write(scenario, given) {
        Written::Clamped(taken) => Some(Notice::OutOfRange { key, given, taken }),
        Written::Exactly | Written::Refused => None,
    }
}
