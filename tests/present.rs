//! The present arrangement stays what it was while other people are planned.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use counterbalance::model::evaluation::{evaluate, evaluate_strategy};
use counterbalance::model::findings::Finding;
use counterbalance::model::optimise::{Freedom, Search};
use counterbalance::model::presets::{self, PRESETS};
use counterbalance::model::scenario::permalink::{Notice, decode, encode};
use counterbalance::model::scenario::{Address, Scenario};
use counterbalance::model::strategy;
use counterbalance::words;
use counterbalance::words::sentences::{Answer, headline};

fn office() -> Scenario {
    presets::find("office").unwrap().current()
}

fn with(mut scenario: Scenario, changes: &[(&str, f64)]) -> Scenario {
    for (key, value) in changes {
        let address = Address::parse(&scenario, key).unwrap();
        address.write(&mut scenario, *value);
    }
    scenario
}

#[test]
fn until_it_is_said_today_has_the_people_planned() {
    for preset in PRESETS {
        let scenario = preset.current();
        assert_eq!(scenario.as_today(), None, "{}", preset.key);
        let found = evaluate(&scenario);
        assert_eq!(found.before, None, "{}", preset.key);
        let today = found.comparison.today.map(|place| &found.strategies[place]);
        assert_eq!(found.today(), today, "{}", preset.key);
    }
}

#[test]
fn a_way_that_was_marked_keeps_its_people() {
    let mut scenario = office();
    scenario.mark_today("back_office");
    assert_eq!(
        evaluate(&scenario).before,
        None,
        "nothing else is planned yet"
    );
    let planned = with(
        scenario.clone(),
        &[("back.staff", 3.0), ("front.staff", 4.0)],
    );
    let found = evaluate(&planned);
    let way = strategy::find("back_office").unwrap();
    assert_eq!(found.before, evaluate_strategy(&office(), way));
    assert_eq!(found.today(), found.before.as_ref());
    // Other numbers than people are the same today and tomorrow.
    let busier = with(planned, &[("request.rate", 12.0)]);
    let then = with(office(), &[("request.rate", 12.0)]);
    assert_eq!(evaluate(&busier).before, evaluate_strategy(&then, way));
    // Marked again, the people of now are those of today.
    let mut again = busier;
    again.mark_today("back_office");
    assert_eq!(evaluate(&again).before, None);
}

#[test]
fn what_a_plan_saves_is_the_same_before_and_after_it_is_taken() {
    let scenario = with(office(), &[("front.staff", 5.0), ("back.staff", 6.0)]);
    let before = evaluate(&scenario);
    let mut search = Search::new(&scenario, Freedom::default());
    while !search.advance(64) {}
    let plan = search.found().best.unwrap();
    let saved = before.today().unwrap().month.total().get() - plan.month;
    assert!(saved > 1_000.0);
    let mut kept = scenario.clone();
    kept.keep_today();
    let taken = plan.applied(&kept);
    let after = evaluate(&taken);
    assert_eq!(after.today(), before.today());
    let place = after
        .strategies
        .iter()
        .position(|way| way.key == "allotted");
    let month = after.strategies[place.unwrap()].month.total().get();
    assert!((after.today().unwrap().month.total().get() - month - saved).abs() < 0.01);
    // A second plan is held against the same today.
    let mut twice = taken;
    twice.keep_today();
    assert_eq!(
        evaluate(&with(twice, &[("front.staff", 9.0)])).today(),
        before.today()
    );
}

#[test]
fn links_and_files_hold_the_people_of_today() {
    let mut scenario = office();
    assert!(!encode(&scenario).contains("today"));
    scenario.mark_today("front_office");
    let scenario = with(scenario, &[("back.staff", 2.5)]);
    let link = encode(&scenario);
    assert!(link.contains("today=front_office*5,5"), "{link}");
    assert_eq!(decode(&link).scenario, scenario);
    assert_eq!(decode(&link).notices, []);
    let file = serde_json::to_string(&scenario).unwrap();
    assert_eq!(serde_json::from_str::<Scenario>(&file).unwrap(), scenario);
}

#[test]
fn what_no_team_can_have_is_named_and_the_rest_taken() {
    for wrong in ["5", "5,6,7", "5,x", "-1,5", "501,5", "", "NaN,5"] {
        let link = format!("v=1&example=office.1&today=front_office*{wrong}&back.staff=4");
        let opened = decode(&link);
        assert_eq!(
            opened.notices,
            [Notice::Unreadable("today".into())],
            "{wrong}"
        );
        assert_eq!(opened.scenario.today, "front_office");
        assert_eq!(opened.scenario.as_today(), None);
        assert_eq!(opened.scenario.teams[1].staff.get(), 4.0);
    }
    let mut scenario = office();
    assert!(!scenario.set_staff_today(0, f64::NAN) && !scenario.set_staff_today(0, 501.0));
    assert_eq!(scenario, office());
    assert!(scenario.set_staff_today(0, 0.0));
    assert_eq!(scenario.teams[0].staff_today().get(), 0.0);
    assert_eq!(scenario.teams[1].staff_today(), scenario.teams[1].staff);
}

/// The permits office: three kinds of work, all behind, with more people than it needs.
fn permits() -> Scenario {
    let text = "#v=1&example=office.1&today=back_office&tasks=request,kind2,kind3&teams=front.f,back.b,temps.t&kind2.name=Building_notices&kind3.name=Event_permits&request.rate=12&kind2.rate=2&kind3.rate=1&request.front_minutes=6&kind2.front_minutes=45&kind3.front_minutes=60&request.back_minutes=4&kind2.back_minutes=30&kind3.back_minutes=40&request.unclear=0.166667&kind2.unclear=0.166667&kind3.unclear=0.166667&kind2.promise=7.5&kind3.promise=7.5&front.rate=26&back.rate=22&front.staff=5&back.staff=6&temps.staff=0";
    decode(text).scenario
}

/// A plan that was taken: the headline and the reasons hold it against today with its own people, and
/// that the other ways fall behind with the people of the plan is no trouble.
#[test]
fn a_plan_that_was_taken_is_held_against_today() {
    let mut scenario = permits();
    let mut search = Search::new(&scenario, Freedom::default());
    while !search.advance(u64::MAX / 4) {}
    let found = search.found();
    let plan = found.best.clone().unwrap();
    let before = Answer::of(scenario.clone());
    // £32,260.6 of the front office doing it all, less £25,196.4.
    let better = words::plan::better(&found, &before.evaluation).unwrap();
    assert!(better.contains("£7,064 a month less"), "{better}");
    let people = words::plan::people(&scenario, &plan);
    assert_eq!(people.len(), 2, "{people:?}");
    for (line, busy) in people.iter().zip(["89", "92"]) {
        let says = format!("3 fewer than today, {busy}\u{202f}% busy");
        assert!(line.ends_with(&says), "{line}");
    }
    let mut crowded = plan.clone();
    crowded.busy[0] = 0.96;
    let people = words::plan::people(&scenario, &crowded);
    assert!(
        people[0].ends_with("96\u{202f}% busy, which is fragile"),
        "{people:?}"
    );
    assert_eq!(
        words::plan::posts(&scenario, &plan),
        ["Its cost supposes that 6 posts go, against today."]
    );
    let mut staying = scenario.clone();
    staying.teams[1].posts_released = false;
    let says = words::plan::posts(&staying, &plan);
    assert!(
        says[0].contains("3 posts go") && says[1].starts_with("Back office: its posts stay"),
        "{says:?}"
    );
    // 12 × 0.7 + 2 × 0.5 + 1 × 0.4 of 15 an hour go behind whole.
    assert_eq!(
        words::plan::of_all_work(&scenario, &plan),
        "65\u{202f}% back-office centre, 35\u{202f}% split by complexity"
    );
    let split = words::plan::split(&scenario, &plan);
    assert!(split[0].contains("of the 30\u{202f}% that are split, the simplest 50\u{202f}% stay in front, 15\u{202f}% of all"));
    assert!(
        words::plan::assumed_errors(&scenario)
            .unwrap()
            .contains("£300")
    );
    scenario.tasks[0].error_cost.0 = 10.0;
    let some = words::plan::assumed_errors(&scenario).unwrap();
    assert!(some.starts_with("With some kinds"), "{some}");
    scenario
        .tasks
        .iter_mut()
        .for_each(|task| task.error_cost.0 = 10.0);
    assert_eq!(words::plan::assumed_errors(&scenario), None);

    let mut scenario = permits();
    scenario.keep_today();
    let answer = Answer::of(plan.applied(&scenario));
    let headline = headline(&answer.context()).plain();
    assert!(
        headline.contains("£22,904 a month cheaper than today"),
        "{headline}"
    );
    assert_eq!(words::plan::better(&found, &answer.evaluation), None);
    let today = words::plan::today(&answer.context()).unwrap();
    assert!(
        today.ends_with("The plan’s cost supposes that 6 posts go."),
        "{today}"
    );
    assert!(!answer.findings.reasons.is_empty());
    let why = words::reasons::reasons(&answer.context());
    assert!(
        why.iter()
            .any(|phrase| phrase.plain().contains("for today"))
    );
    let overloads = |finding: &&Finding| matches!(finding, Finding::Overload { .. });
    assert_eq!(answer.findings.notes.iter().filter(overloads).count(), 0);
}

/// The cheapest way of all is not the best one for who asks for more than it keeps: the page says so,
/// and which way keeps it.
#[test]
fn what_was_asked_and_is_missed_is_said_where_another_way_keeps_it() {
    let mut scenario = permits();
    assert_eq!(
        words::plan::asked_for(&Answer::of(scenario.clone()).context()),
        None
    );
    scenario
        .tasks
        .iter_mut()
        .for_each(|task| task.promise_share.0 = 0.99);
    let says = words::plan::asked_for(&Answer::of(scenario.clone()).context()).unwrap();
    assert!(
        says.starts_with("Less than was asked: requests 96")
            && says.ends_with("instead of 99\u{202f}%; the back office does what was asked."),
        "{says}"
    );
    // Where no way keeps it there is nothing to point to.
    scenario
        .tasks
        .iter_mut()
        .for_each(|task| task.promise.0 = 1.0);
    assert_eq!(
        words::plan::asked_for(&Answer::of(scenario).context()),
        None
    );
}

/// Nothing that was looked at is both cheaper and quicker than the frontier that is told, whenever it
/// is told; and the best plan is on it.
#[test]
fn nothing_lies_below_the_frontier() {
    for scenario in [permits(), presets::find("service").unwrap().current()] {
        for error_cost in [None, Some(0.0)] {
            let mut scenario = scenario.clone();
            if let Some(cost) = error_cost {
                scenario
                    .tasks
                    .iter_mut()
                    .for_each(|task| task.error_cost.0 = cost);
            }
            let freedom = Freedom {
                most_trials: 6_000,
                ..Freedom::default()
            };
            let mut search = Search::new(&scenario, freedom);
            while !search.advance(u64::MAX / 4) {}
            let found = search.found();
            let told = |month: f64, p90: f64| {
                let mut plans = found.frontier.iter();
                plans.any(|plan| plan.month <= month && plan.p90.unwrap() <= p90)
            };
            assert!(found.frontier.len() > 5);
            assert!(found.mixes.iter().all(|mix| told(mix.month, mix.p90)));
            let best = found.best.unwrap();
            assert!(told(best.month, best.p90.unwrap()));
        }
    }
}
