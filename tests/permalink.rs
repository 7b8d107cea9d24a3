//! Links, case by case: what they mean, what is said of what they cannot mean, and that old ones
//! keep their meaning.
#![allow(clippy::unwrap_used)]

use counterbalance::model::presets::PRESETS;
use counterbalance::model::scenario::permalink::{LONGEST, Notice, Opened, decode, encode};
use counterbalance::model::scenario::{Address, Scenario, TeamKind};

fn example() -> Scenario {
    PRESETS[0].current()
}

fn read(scenario: &Scenario, key: &str) -> f64 {
    Address::parse(scenario, key).unwrap().read(scenario)
}

fn with(changes: &[(&str, f64)]) -> Scenario {
    let mut scenario = example();
    for (key, value) in changes {
        let address = Address::parse(&scenario, key).unwrap();
        address.write(&mut scenario, *value);
    }
    scenario
}

#[track_caller]
fn opens_the_example(opened: &Opened) {
    assert_eq!(opened.scenario, example());
}

fn not_a_number(key: &str, text: &str) -> Notice {
    Notice::NotANumber {
        key: key.into(),
        text: text.into(),
    }
}

#[test]
fn an_empty_text_is_the_first_example() {
    for text in ["", "#", "?", " ", "\n", "?s=", "%23", "&&&", "~", "#?"] {
        let opened = decode(text);
        opens_the_example(&opened);
        assert_eq!(opened.notices, [], "{text:?}");
    }
}

#[test]
fn an_unchanged_example_has_a_short_link() {
    assert_eq!(encode(&example()), "v=1&example=consulting.1");
}

#[test]
fn only_what_differs_is_written() {
    let link = encode(&with(&[("back.staff", 2.0), ("admin.promise", 1.5)]));
    assert_eq!(
        link,
        "v=1&example=consulting.1&admin.promise=1.5&back.staff=2"
    );
}

#[test]
fn todays_way_travels() {
    let mut scenario = example();
    scenario.today = "split".into();
    let link = encode(&scenario);
    assert_eq!(link, "v=1&example=consulting.1&today=split");
    assert_eq!(decode(&link).scenario, scenario);
}

#[test]
fn an_unknown_key_is_left_out_with_a_suggestion() {
    let opened = decode("#v=1&example=consulting.1&back.staf=2");
    opens_the_example(&opened);
    let notice = Notice::UnknownKey {
        key: "back.staf".into(),
        nearest: Some("back.staff".into()),
    };
    assert_eq!(opened.notices, [notice]);
}

#[test]
fn a_key_like_nothing_has_no_suggestion() {
    let opened = decode("zzzzz=1");
    let notice = Notice::UnknownKey {
        key: "zzzzz".into(),
        nearest: None,
    };
    assert_eq!(opened.notices, [notice]);
}

#[test]
fn what_is_out_of_range_is_clamped_and_named() {
    let opened = decode("back.staff=501&front.rate=-5&tool.saving=1");
    let clamped = |key: &str, given, taken| Notice::OutOfRange {
        key: key.into(),
        given,
        taken,
    };
    assert_eq!(
        opened.notices,
        [
            clamped("back.staff", 501.0, 500.0),
            clamped("front.rate", -5.0, 0.0),
            clamped("tool.saving", 1.0, 0.95),
        ]
    );
    assert_eq!(read(&opened.scenario, "back.staff"), 500.0);
    assert_eq!(read(&opened.scenario, "front.rate"), 0.0);
    assert_eq!(read(&opened.scenario, "tool.saving"), 0.95);
}

#[test]
fn what_is_no_number_leaves_the_examples_value() {
    for text in [
        "NaN", "nan", "1e309", "-1e400", "inf", "-inf", "infinity", "", "two", "1,5", "0x10",
        "1 2", "--1", "½",
    ] {
        let opened = decode(&format!("back.staff={text}"));
        opens_the_example(&opened);
        assert_eq!(
            opened.notices,
            [not_a_number("back.staff", text)],
            "{text:?}"
        );
    }
    assert_eq!(
        decode("back.staff").notices,
        [not_a_number("back.staff", "")]
    );
}

#[test]
fn numbers_may_be_written_in_any_usual_way() {
    for text in ["2.5", "+2.5", "25e-1", "0.25E1", "2.50", "002.5"] {
        let opened = decode(&format!("back.staff={text}"));
        assert_eq!(opened.notices, [], "{text}");
        assert_eq!(read(&opened.scenario, "back.staff"), 2.5, "{text}");
    }
}

#[test]
fn rubbish_opens_the_example_and_is_quoted_in_short() {
    let long = "x".repeat(5_000);
    let opened = decode(&format!("#{long}=1&<script>alert(1)</script>=2&=3&💥"));
    opens_the_example(&opened);
    assert_eq!(opened.notices.len(), 4);
    for notice in &opened.notices {
        let Notice::UnknownKey { key, .. } = notice else {
            panic!("{notice:?}")
        };
        assert!(key.chars().count() <= 41, "{key}");
    }
}

#[test]
fn a_text_too_long_is_not_looked_into() {
    let long = format!("v=1&back.staff=2&{}", "a".repeat(100_000));
    let opened = decode(&long);
    opens_the_example(&opened);
    assert_eq!(opened.notices, [Notice::TooLong(long.len())]);
    let flood = "k=1&".repeat(5_000);
    assert_eq!(decode(&flood).notices, [Notice::TooLong(flood.len())]);
}

#[test]
fn a_flood_of_unknown_keys_is_summed_up() {
    let keys = 2_000;
    let flood = "k=1&".repeat(keys);
    assert!(flood.len() <= LONGEST);
    let opened = decode(&flood);
    assert_eq!(opened.notices.len(), 13);
    assert_eq!(opened.notices[12], Notice::More(keys - 12));
}

#[test]
fn an_unknown_example_or_revision_opens_the_first() {
    for name in [
        "bakery.1",
        "consulting.99",
        "consulting.0",
        "consulting.x",
        "consulting.-1",
        "consulting.1.2",
        "consulting.99999999999999999999",
        "",
        ".",
    ] {
        let opened = decode(&format!("v=1&example={name}&back.staff=2"));
        assert_eq!(
            opened.notices,
            [Notice::UnknownExample(name.into())],
            "{name}"
        );
        assert_eq!(opened.scenario, with(&[("back.staff", 2.0)]), "{name}");
    }
}

#[test]
fn an_example_without_revision_is_the_present_one() {
    let opened = decode("example=consulting&back.staff=2");
    assert_eq!(opened.notices, []);
    assert_eq!(opened.scenario, with(&[("back.staff", 2.0)]));
}

#[test]
fn an_unknown_strategy_is_named() {
    let opened = decode("today=everybody");
    opens_the_example(&opened);
    assert_eq!(
        opened.notices,
        [Notice::UnknownStrategy("everybody".into())]
    );
}

#[test]
fn a_newer_version_is_named_and_what_is_understood_is_taken() {
    let opened = decode("v=2&back.staff=2");
    assert_eq!(opened.notices, [Notice::NewerVersion("2".into())]);
    assert_eq!(read(&opened.scenario, "back.staff"), 2.0);
}

/// Of one number given twice the last counts; of two examples the first does, since everything
/// else is read on top of it.
#[test]
fn of_two_values_the_last_counts() {
    let opened = decode("back.staff=2&back.staff=5");
    assert_eq!(opened.notices, []);
    assert_eq!(read(&opened.scenario, "back.staff"), 5.0);
    let opened = decode("back.staff=5&back.staff=many");
    assert_eq!(read(&opened.scenario, "back.staff"), 5.0);
    assert_eq!(opened.notices, [not_a_number("back.staff", "many")]);
    let opened = decode("example=consulting.1&example=bakery.1");
    opens_the_example(&opened);
    assert_eq!(opened.notices, []);
}

#[test]
fn the_order_does_not_matter() {
    let one = decode("back.staff=2&example=consulting.1&v=1");
    let other = decode("v=1&example=consulting.1&back.staff=2");
    assert_eq!(one, other);
}

#[test]
fn switches_are_zero_or_one() {
    for (text, value) in [("0", 0.0), ("1", 1.0)] {
        let opened = decode(&format!("back.posts_released={text}"));
        assert_eq!(opened.notices, []);
        assert_eq!(read(&opened.scenario, "back.posts_released"), value);
    }
    let opened = decode("back.posts_released=0.3");
    assert_eq!(read(&opened.scenario, "back.posts_released"), 0.0);
    assert_eq!(opened.notices.len(), 1);
}

/// Eight changes, as a user makes who tries things out: short enough for a chat or a slide.
#[test]
fn a_typical_link_is_short() {
    let scenario = with(&[
        ("admin.rate", 7.5),
        ("front.rate", 95.0),
        ("back.rate", 28.0),
        ("back.staff", 4.0),
        ("admin.unclear", 0.2),
        ("tool.saving", 0.45),
        ("admin.promise", 2.0),
        ("back.error", 0.01),
    ]);
    let link = encode(&scenario);
    assert_eq!(decode(&link).scenario, scenario);
    assert!(link.len() <= 150, "{} characters: {link}", link.len());
}

/// `tests/fixtures/links.txt` holds links that were handed out. They may be added to, but no line
/// may be changed: each has to mean for ever what stands beside it.
#[test]
fn old_links_keep_their_meaning() {
    let expected: [&[(&str, f64)]; 3] = [
        &[("back.staff", 2.0)],
        &[
            ("admin.rate", 7.5),
            ("admin.promise", 1.5),
            ("back.posts_released", 0.0),
            ("tool.saving", 0.45),
        ],
        &[
            ("front.rate", 95.0),
            ("back.rate", 28.5),
            ("admin.hand_off_delay", 0.5),
            ("admin.unclear", 0.2),
        ],
    ];
    let links = include_str!("fixtures/links.txt");
    let links: Vec<&str> = links
        .lines()
        .filter(|line| !line.starts_with("//"))
        .collect();
    assert_eq!(links.len(), expected.len());
    for (link, changes) in links.into_iter().zip(expected) {
        let opened = decode(link);
        assert_eq!(opened.notices, [], "{link}");
        let mut first = counterbalance::model::presets::scenario(PRESETS[0].key, 1).unwrap();
        for (key, value) in changes {
            let address = Address::parse(&first, key).unwrap();
            address.write(&mut first, *value);
        }
        assert_eq!(opened.scenario, first, "{link}");
    }
}

/// The numbers of the example at its first revision, on which old links build.
#[test]
fn the_first_revision_stands() {
    let first = counterbalance::model::presets::scenario(PRESETS[0].key, 1).unwrap();
    let numbers = [
        ("admin.rate", 6.0),
        ("admin.front_minutes", 20.0),
        ("admin.back_minutes", 20.0),
        ("admin.hand_off_minutes", 3.0),
        ("admin.unclear", 0.15),
        ("admin.clarify_front_minutes", 5.0),
        ("admin.clarify_back_minutes", 5.0),
        ("admin.promise", 1.0),
        ("front.rate", 100.0),
        ("front.staff", 20.0),
        ("front.client_hours", 2047.5),
        ("back.rate", 30.0),
        ("back.staff", 3.0),
        ("back.posts_released", 1.0),
        ("tool.saving", 0.6),
        ("tool.set_up", 20_000.0),
        ("tool.licence", 40.0),
        ("calendar.hours_per_day", 7.5),
        ("horizon.months", 36.0),
    ];
    for (key, value) in numbers {
        assert_eq!(read(&first, key), value, "{key}");
    }
}

/// A chain of the user's own, from a file.
fn chain() -> Scenario {
    let text = include_str!("fixtures/claims_chain.json");
    let mut scenario: Scenario = serde_json::from_str(text).unwrap();
    scenario.own_routes[0].steps[0].name = Some("Prüfung <b>&~=#%:!_,;* 1".into());
    scenario.teams[1].name = Some("команда".into());
    scenario
}

#[test]
fn a_process_of_the_users_own_travels_in_the_link() {
    let scenario = chain();
    let link = encode(&scenario);
    let opened = decode(&link);
    assert_eq!(opened.notices, []);
    assert_eq!(opened.scenario, scenario);
    assert_eq!(encode(&opened.scenario), link);
    // The e-mail-safe form, and a link that a mail program has been at.
    let safe = format!("?s={}", link.replace('&', "~").replace('=', ":"));
    assert_eq!(decode(&safe).scenario, scenario);
    let mangled = format!("https://example.org/page/%23{}", link.replace('&', "%26"));
    assert_eq!(decode(&mangled).scenario, scenario);
    // Nothing in it needs escaping but what links are made of.
    let plain = |c: char| c.is_ascii_alphanumeric() || "=&.,;*_-!".contains(c);
    assert!(link.chars().all(plain), "{link}");
}

#[test]
fn a_process_that_cannot_be_read_or_does_not_fit_leaves_the_example() {
    let keeps = |part: &str, notice: fn(&Notice) -> bool| {
        let opened = decode(&format!("v=1&example=consulting.1&{part}&back.staff=2"));
        assert_eq!(opened.scenario, with(&[("back.staff", 2.0)]), "{part}");
        assert!(
            opened.notices.iter().any(notice),
            "{part}: {:?}",
            opened.notices
        );
    };
    let unreadable = |notice: &Notice| matches!(notice, Notice::Unreadable(_));
    let misfit = |notice: &Notice| matches!(notice, Notice::Process(_));
    for part in [
        "own=x",
        "own=0,1,A",
        "own=0,1,A*0*1e999",
        "own=0,1,A*0*5*1",
        "teams=front",
    ] {
        keeps(part, unreadable);
    }
    for part in [
        "own=0,1,A*9*5",
        "own=7,1,A*0*5",
        "own=0,0.5,A*0*5",
        "own=0,1,A*0*5*0x1.2",
        "own=0,1,A*0*5*8x1",
        "own=0,1",
        "own=0,1,A*0*-5",
        "teams=front.f,front.f",
        "teams=tool.f",
        "tasks=a<script>",
    ] {
        keeps(part, misfit);
    }
    let unknown = decode("example=consulting.1&nobody.name=Eve");
    assert!(matches!(unknown.notices[..], [Notice::UnknownKey { .. }]));
    let many = format!("own=0,1{}", ",A*0*5".repeat(10_000));
    assert!(matches!(decode(&many).notices[..], [Notice::TooLong(_)]));
    let sixty_one = format!("own=0,1{}", ",A*0*5".repeat(61));
    keeps(&sixty_one, misfit);
}

#[test]
fn a_loop_that_never_ends_opens_and_says_so_later() {
    let opened = decode("example=consulting.1&own=0,1,A*0*5*0x1");
    assert_eq!(opened.notices, []);
    assert_eq!(opened.scenario.own_routes[0].steps[0].next[0].to, 0);
}

#[test]
fn more_teams_than_the_example_has_start_from_the_defaults() {
    let opened = decode("example=consulting.1&teams=front.f,back.b,checks.m&checks.staff=4");
    assert_eq!(opened.notices, []);
    assert_eq!(opened.scenario.teams[..2], example().teams[..]);
    let checks = &opened.scenario.teams[2];
    assert_eq!((checks.staff.get(), checks.kind), (4.0, TeamKind::Middle));
    assert!(checks.rate.get() > 0.0);
}
