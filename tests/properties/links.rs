//! Links: what is written is read again, and nothing that is read can do harm.

use super::cases;
use super::drawn::wild;
use counterbalance::model::evaluation::evaluate;
use counterbalance::model::scenario::permalink::{decode, encode};
use counterbalance::model::scenario::{Address, Scenario};
use proptest::collection::vec;
use proptest::prelude::*;

fn in_range(scenario: &Scenario) {
    for address in Address::all(scenario) {
        let value = address.read(scenario);
        let (low, high) = address.parameter.limit;
        assert!(
            (low..=high).contains(&value),
            "{}: {value}",
            address.key(scenario)
        );
    }
}

/// The forms in which one link may arrive.
fn forms(link: &str) -> Vec<String> {
    let query = link.replace('=', ":").replace('&', "~");
    let all_escaped: String = link.bytes().map(|byte| format!("%{byte:02X}")).collect();
    vec![
        link.to_owned(),
        format!("#{link}"),
        format!("  #{link}\n"),
        format!("?{link}"),
        format!("?s={query}"),
        format!("s={query}"),
        format!("%23{link}"),
        format!("https://example.org/tool/#{link}"),
        format!("https://example.org/tool/%23{link}"),
        format!("%23{}", link.replace('=', "%3D").replace('&', "%26")),
        format!("?s={}", query.replace(':', "%3A").replace('~', "%7E")),
        all_escaped,
    ]
}

/// Pieces from which text is made that looks like a link.
fn scraps() -> impl Strategy<Value = String> {
    let words = vec![
        "v=1",
        "v=2",
        "example=consulting.1",
        "example=consulting.9",
        "example=",
        "today=split",
        "today=nothing",
        "back.staff=2",
        "back.staff",
        "back.staff=",
        "front.rate=1e309",
        "front.rate=-5",
        "admin.promise=NaN",
        "tool.saving=inf",
        "tool.saving=0.5",
        "back.staf=1",
        "&",
        "~",
        "=",
        ":",
        "#",
        "?",
        "%",
        "%2",
        "%23",
        "%FF",
        "s=",
        "é",
        "💥",
        "<script>",
        "\u{0}",
        "..",
        ".",
        "e",
        "9999999999999999999999",
        "-0",
        "0x10",
        " ",
    ];
    vec(proptest::sample::select(words), 0..24).prop_map(|words| words.concat())
}

fn harmless(text: &str) {
    let opened = decode(text);
    in_range(&opened.scenario);
    assert!(
        opened.notices.len() <= 13,
        "{} notices",
        opened.notices.len()
    );
    for notice in &opened.notices {
        let sentence = counterbalance::words::notices::notice(notice);
        assert!(sentence.chars().count() < 400, "{sentence}");
    }
    // What was opened has a link, and that link means the same.
    let again = decode(&encode(&opened.scenario));
    assert_eq!(again.scenario, opened.scenario);
    assert_eq!(again.notices, []);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn what_is_written_is_read(scenario in wild()) {
        let link = encode(&scenario);
        let opened = decode(&link);
        prop_assert_eq!(&opened.notices, &[], "{}", link);
        prop_assert_eq!(&opened.scenario, &scenario, "{}", link);
        prop_assert_eq!(encode(&opened.scenario), link);
    }

    #[test]
    fn a_link_may_arrive_in_any_form(scenario in super::drawn::sober()) {
        for form in forms(&encode(&scenario)) {
            if form.len() <= counterbalance::model::scenario::permalink::LONGEST {
                let opened = decode(&form);
                prop_assert_eq!(&opened.notices, &[], "{}", form);
                prop_assert_eq!(&opened.scenario, &scenario, "{}", form);
            }
        }
    }

    #[test]
    fn any_text_is_harmless(text in any::<String>()) {
        harmless(&text);
    }

    #[test]
    fn scraps_of_links_are_harmless(text in scraps()) {
        harmless(&text);
    }

    #[test]
    fn a_mutilated_link_is_harmless(
        scenario in wild(),
        cuts in vec((any::<prop::sample::Index>(), any::<char>()), 1..6),
    ) {
        let mut link: Vec<char> = encode(&scenario).chars().collect();
        for (place, sign) in cuts {
            let place = place.index(link.len());
            link[place] = sign;
        }
        harmless(&link.into_iter().collect::<String>());
    }
}

#[test]
fn an_opened_link_evaluates() {
    let opened = decode("#v=1&example=consulting.1&back.staff=0&admin.rate=1e308&tool.saving=-1");
    assert_eq!(opened.notices.len(), 2);
    assert_eq!(evaluate(&opened.scenario).strategies.len(), 4);
}
