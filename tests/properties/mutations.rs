//! Ten thousand scenarios that nobody would make: other tasks, teams and routes than an example's,
//! names of markup and of a hundred thousand letters, numbers that are none, links and files cut
//! and flipped. Nothing panics; what is admitted evaluates to numbers and has a link that means
//! the same; everything else is refused with a sentence.
//!
//! A case is a seed, so that one that fails can be run again by itself.

use super::evaluation::{check_everything, check_numbers};
use super::mutants::{Dice, long_name, mutant, names, numbers};
use counterbalance::model::evaluation::evaluate;
use counterbalance::model::presets::{self, PRESETS};
use counterbalance::model::scenario::permalink::{LONGEST, Notice, decode, encode};
use counterbalance::model::scenario::validation::{MOST_STEPS, Problem};
use counterbalance::model::scenario::{Address, Origin, Scenario};
use counterbalance::words::notices;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// Cases of each kind; together ten thousand.
const STRUCTURES: u64 = 4_000;
const FILES: u64 = 3_000;
const LINKS: u64 = 3_000;

/// Runs cases and names the one that fails. What a case says of itself is counted.
fn each(cases: u64, case: impl Fn(&mut Dice) -> bool) -> u64 {
    let mut counted = 0;
    for seed in 0..cases {
        let run = AssertUnwindSafe(|| case(&mut Dice::new(seed)));
        match catch_unwind(run) {
            Ok(counts) => counted += u64::from(counts),
            Err(_) => panic!("seed {seed} fails"),
        }
    }
    counted
}

/// A sentence fit to be read: short, whole, without what no reader should see.
fn is_a_sentence(text: &str) {
    assert!(text.chars().count() < 400, "{text}");
    assert!(text.ends_with(['.', '?']), "{text}");
    assert!(!text.contains(char::is_control), "{text:?}");
    // What is quoted is the user's own.
    for ours in text.split('“').map(|part| part.rsplit('”').next().unwrap()) {
        for broken in ["NaN", "inf ", "Some("] {
            assert!(!ours.contains(broken), "“{text}” contains “{broken}”");
        }
    }
}

/// Takes a scenario as a file would bring it; the scenario where it is admitted.
fn admitted(scenario: Scenario) -> Option<Scenario> {
    let say = |problem: &Problem| is_a_sentence(&notices::problem(problem));
    match scenario.admit() {
        Ok((scenario, clamped)) => {
            clamped.iter().for_each(say);
            holds(&scenario);
            Some(scenario)
        }
        Err(problem) => {
            say(&problem);
            None
        }
    }
}

/// What must hold of everything that is admitted.
fn holds(scenario: &Scenario) {
    assert_eq!(scenario.check(), Ok(()));
    for address in Address::all(scenario) {
        let (low, high) = address.parameter.limit;
        let value = address.read(scenario);
        let key = address.key(scenario);
        assert!((low..=high).contains(&value), "{key}: {value}");
    }
    let again = scenario.clone().admit();
    assert_eq!(
        again,
        Ok((scenario.clone(), Vec::new())),
        "admitted twice is once"
    );
    if evaluate(scenario).strategies.is_empty() {
        check_everything(scenario);
    } else {
        check_numbers(scenario);
    }
    has_a_link(scenario);
}

/// The link of a scenario means the same, unless it is longer than links are.
fn has_a_link(scenario: &Scenario) {
    let link = encode(scenario);
    assert!(link.is_ascii() && !link.contains(['<', '>', '"', '\'', ' ', '#', '?']));
    let opened = decode(&link);
    if link.len() > LONGEST {
        return assert_eq!(opened.notices, [Notice::TooLong(link.len())]);
    }
    assert_eq!(opened.notices, [], "{link}");
    assert_eq!(opened.scenario, in_a_link(scenario.clone()), "{link}");
}

/// A scenario as its link has it: one of an example that does not exist here starts from the
/// first.
fn in_a_link(mut scenario: Scenario) -> Scenario {
    let Origin { example, revision } = &scenario.origin;
    let known = presets::scenario(example, *revision);
    if known.is_none() {
        scenario.origin = PRESETS[0].current().origin;
    }
    scenario
}

/// Opens a text as a link: whatever it is, a scenario comes of it.
fn opens(text: &str) {
    let opened = decode(text);
    assert!(
        opened.notices.len() <= 13,
        "{} notices",
        opened.notices.len()
    );
    for notice in &opened.notices {
        is_a_sentence(&notices::notice(notice));
    }
    holds(&opened.scenario);
}

#[test]
fn scenarios_of_any_structure() {
    let kept = each(STRUCTURES, |dice| admitted(mutant(dice)).is_some());
    // Most are refused for one thing or another; enough must get through to be worth the name.
    assert!(kept > STRUCTURES / 4, "only {kept} were admitted");
}

#[test]
fn files_cut_and_flipped() {
    let kept = each(FILES, |dice| {
        let mut bytes = serde_json::to_vec(&mutant(dice)).unwrap();
        for _ in 0..dice.below(3) {
            dice.damage(&mut bytes);
        }
        let mut text = String::from_utf8_lossy(&bytes).into_owned();
        for _ in 0..dice.below(2) {
            text = dice.other_number(&text);
        }
        match serde_json::from_str::<Scenario>(&text) {
            Ok(scenario) => admitted(scenario).is_some(),
            Err(error) => {
                assert!(!error.to_string().is_empty());
                false
            }
        }
    });
    assert!(kept > FILES / 20, "only {kept} were admitted");
}

#[test]
fn links_cut_and_flipped() {
    let kept = each(LINKS, |dice| {
        let scenario = mutant(dice);
        let mut bytes = encode(&scenario).into_bytes();
        for _ in 0..dice.below(5) {
            dice.damage(&mut bytes);
        }
        let mut text = String::from_utf8_lossy(&bytes).into_owned();
        if dice.one_in(2) {
            text = dice.other_number(&text);
        }
        opens(&text);
        text.len() <= LONGEST
    });
    assert!(kept > LINKS / 2, "only {kept} were short enough");
}

/// Measures a refusal; generous, since the tests run without optimisation and side by side.
fn at_once<T>(refuse: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let answer = refuse();
    let took = begun.elapsed();
    assert!(took < Duration::from_millis(500), "{took:?}");
    answer
}

#[test]
fn a_hundred_kilobytes_of_rubbish_are_refused_at_once() {
    let mut dice = Dice::new(7);
    let noise: String = (0..100_000).map(|_| dice.letter()).collect();
    let texts = [
        "x".repeat(100_000),
        "#v=1&".repeat(20_000),
        "[".repeat(100_000),
        "{\"a\":".repeat(20_000),
        "%23".repeat(33_000),
        "0,1,*0*1*1x1".repeat(8_000),
        noise,
    ];
    for text in &texts {
        let opened = at_once(|| decode(text));
        assert_eq!(opened.notices, [Notice::TooLong(text.len())]);
        assert_eq!(opened.scenario, PRESETS[0].current());
        assert!(at_once(|| serde_json::from_str::<Scenario>(text)).is_err());
    }
}

#[test]
fn rubbish_as_long_as_a_link_may_be_is_opened_at_once() {
    for piece in [
        "own=0,1,*0*1*0x1&",
        "tasks=a,b,c&",
        "teams=a.f,b.b&",
        "a.name=!ff!00&",
        "%25",
        "&",
        "~:",
        "#",
        "admin.rate=1&",
    ] {
        let text = piece.repeat(LONGEST / piece.len());
        at_once(|| decode(&text));
        opens(&text);
    }
    let own = format!("own=0,1{}", ",*0*1*0x0.5".repeat(1_400));
    assert!(!at_once(|| decode(&own)).notices.is_empty());
}

#[test]
fn ten_thousand_steps_are_refused_with_a_sentence() {
    let claims = presets::find("claims").unwrap().current();
    let step = claims.own_routes[0].steps[0].clone();
    let mut long = claims.clone();
    long.own_routes[0].steps = vec![step.clone(); 10_000];
    let mut many = claims.clone();
    many.own_routes = vec![claims.own_routes[0].clone(); 10_000];
    for route in &mut many.own_routes[1..] {
        route.share.0 = 0.0;
    }
    let mut wide = claims.clone();
    let way = wide.own_routes[0].steps[0].next[0].clone();
    wide.own_routes[0].steps[0].next = vec![way; 10_000];
    for way in &mut wide.own_routes[0].steps[0].next[1..] {
        way.share.0 = 0.0;
    }
    for scenario in [long, many, wide] {
        let problem = at_once(|| scenario.admit()).unwrap_err();
        let said = notices::problem(&problem);
        assert!(said.contains("has more than"), "{said}");
        is_a_sentence(&said);
    }
    let mut most = claims;
    most.own_routes[0].steps = vec![step; MOST_STEPS];
    assert!(admitted(most).is_some());
}

#[test]
fn every_name_and_every_number_is_tried() {
    // The lists from which mutants are made hold what they are meant to.
    assert_eq!(long_name().len(), 100_000);
    assert_eq!(STRUCTURES + FILES + LINKS, 10_000);
    assert!(names().iter().any(String::is_empty));
    assert!(numbers().iter().any(|number| number.is_nan()));
}
