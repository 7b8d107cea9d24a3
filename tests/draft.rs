//! A process of the user's own while it is being drawn.
#![allow(clippy::unwrap_used)]

use counterbalance::draft::{
    Direction, Draft, Field, Hands, KindTable, Place, Target, Way, beginnings,
};
use counterbalance::model::evaluation::{Status, evaluate};
use counterbalance::model::findings::find;
use counterbalance::model::presets::PRESETS;
use counterbalance::model::scenario::validation::{MOST_ROUTES, MOST_TASKS};
use counterbalance::model::scenario::{Address, Doer, Scenario, TeamKind, permalink};
use counterbalance::words::sentences::{Answer, headline};

fn consulting() -> Scenario {
    PRESETS[0].current()
}

fn claims() -> Scenario {
    let text = include_str!("fixtures/claims_chain.json");
    serde_json::from_str(text).unwrap()
}

fn id_of(draft: &Draft, name: &str) -> u32 {
    let found = draft.chains.iter().flatten().find(|step| step.name == name);
    found.unwrap().id
}

/// The ways out of a step of the scenario that a draft makes, by names.
fn ways(draft: &Draft, name: &str) -> Vec<(String, f64)> {
    let scenario = draft.scenario().unwrap();
    let steps = &scenario.own_routes[0].steps;
    let step = steps.iter().find(|step| step.name.as_deref() == Some(name));
    let named = |to: usize| steps[to].name.clone().unwrap_or_default();
    let ways = step.unwrap().next.iter();
    ways.map(|way| (named(way.to), way.share.get())).collect()
}

fn to(name: &str, share: f64) -> (String, f64) {
    (name.to_owned(), share)
}

/// The sentences beside the fields of a draft.
fn sentences(draft: &Draft, field: Field) -> Vec<String> {
    let problems = draft.problems().into_iter();
    problems
        .filter(|problem| problem.field == field)
        .map(|problem| problem.sentence)
        .collect()
}

/// Three steps, by the back office, one after the other.
fn three() -> Draft {
    let mut draft = Draft::of(&consulting());
    for name in ["A", "B", "C"] {
        let id = draft.add_step(0).unwrap();
        let step = draft.step_mut(id).unwrap();
        step.name = name.to_owned();
        step.doer = Hands::Team("back".to_owned());
        step.minutes = "4".to_owned();
    }
    draft
}

#[test]
fn what_is_read_is_written_again() {
    for scenario in [consulting(), claims()] {
        let draft = Draft::of(&scenario);
        assert_eq!(draft.problems(), []);
        assert_eq!(draft.scenario().unwrap(), scenario);
    }
}

#[test]
fn steps_added_follow_one_another_and_the_last_ends_it() {
    let draft = three();
    assert_eq!(ways(&draft, "A"), [to("B", 1.0)]);
    assert_eq!(ways(&draft, "B"), [to("C", 1.0)]);
    assert_eq!(ways(&draft, "C"), []);
    let evaluation = evaluate(&draft.scenario().unwrap());
    let own = evaluation.strategies.last().unwrap();
    assert_eq!((own.key, own.status), ("own_process", Status::Steady));
    assert!(own.turnaround.as_ref().unwrap().mean.get() > 12.0);
}

#[test]
fn a_move_takes_the_named_ways_with_it_and_leaves_the_next_ones_in_order() {
    let mut draft = three();
    let (a, c) = (id_of(&draft, "A"), id_of(&draft, "C"));
    draft.step_mut(c).unwrap().ways = vec![
        Way {
            to: Target::Step(a),
            share: "10".into(),
        },
        Way {
            to: Target::Next,
            share: "90".into(),
        },
    ];
    assert!(draft.move_step(c, Direction::Up));
    assert_eq!(ways(&draft, "A"), [to("C", 1.0)]);
    assert_eq!(ways(&draft, "C"), [to("A", 0.1), to("B", 0.9)]);
    assert_eq!(ways(&draft, "B"), []);
    assert!(
        !draft.move_step(a, Direction::Up),
        "the first stays the first"
    );
    assert!(draft.move_step(c, Direction::Down));
    assert_eq!(ways(&draft, "C"), [to("A", 0.1)]);
}

#[test]
fn what_led_to_a_removed_step_goes_where_it_led() {
    let mut draft = Draft::of(&claims());
    draft.remove_step(id_of(&draft, "Assessment"));
    assert_eq!(
        ways(&draft, "Triage"),
        [to("Missing papers", 0.2), to("Payment", 0.8)]
    );
    assert_eq!(ways(&draft, "Missing papers"), [to("Triage", 1.0)]);
}

#[test]
fn a_loop_whose_way_back_is_removed_is_no_loop_on_the_spot() {
    let mut draft = Draft::of(&claims());
    draft.remove_step(id_of(&draft, "Missing papers"));
    assert_eq!(ways(&draft, "Triage"), [to("Assessment", 1.0)]);
    assert_eq!(
        ways(&draft, "Assessment"),
        [to("Triage", 0.1), to("Payment", 0.9)]
    );
}

#[test]
fn a_copy_stands_below_and_loops_on_itself() {
    let mut draft = three();
    let b = id_of(&draft, "B");
    draft.step_mut(b).unwrap().ways = vec![
        Way {
            to: Target::Step(b),
            share: "25".into(),
        },
        Way {
            to: Target::Next,
            share: "75".into(),
        },
    ];
    draft.duplicate_step(b).unwrap();
    assert_eq!(ways(&draft, "B"), [to("B", 0.25), to("B, copy", 0.75)]);
    assert_eq!(
        ways(&draft, "B, copy"),
        [to("B, copy", 0.25), to("C", 0.75)]
    );
}

#[test]
fn a_step_without_a_team_is_said_at_its_field() {
    let mut draft = three();
    let id = draft.add_step(0).unwrap();
    assert_eq!(
        draft.problems(),
        [],
        "who did the step above does this one too"
    );
    draft.step_mut(id).unwrap().doer = Hands::Open;
    let problems = draft.problems();
    assert_eq!(problems.len(), 1);
    assert_eq!(
        (&problems[0].place, problems[0].field),
        (&Place::Step(id), Field::Doer)
    );
    assert!(problems[0].sentence.contains("“Step 4”"));
    assert_eq!(draft.scenario(), None);
    draft.step_mut(id).unwrap().doer = Hands::Customer;
    assert_eq!(
        draft.scenario().unwrap().own_routes[0].steps[3].doer,
        Doer::Customer
    );
}

#[test]
fn a_team_with_nobody_is_said_where_it_has_work() {
    let mut draft = three();
    draft.team_mut("front").unwrap().people = "0".into();
    assert_eq!(draft.problems(), [], "a team without work may be empty");
    draft.team_mut("back").unwrap().people = "0".into();
    let said = sentences(&draft, Field::People);
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("Nobody is in “Back office”, but three steps are theirs"));
}

#[test]
fn shares_of_more_than_all_are_said() {
    let mut draft = three();
    let a = id_of(&draft, "A");
    let c = id_of(&draft, "C");
    draft.step_mut(a).unwrap().ways.push(Way {
        to: Target::Step(c),
        share: "20 %".into(),
    });
    assert_eq!(
        sentences(&draft, Field::Ways),
        ["The ways out of “A” add up to 120 %. Together they can be 100 % at most; lower one."]
    );
    draft.step_mut(a).unwrap().ways[0].share = "80".into();
    assert_eq!(ways(&draft, "A"), [to("B", 0.8), to("C", 0.2)]);
}

#[test]
fn a_loop_that_never_ends_is_said_at_each_of_its_steps() {
    let mut draft = three();
    let (a, b) = (id_of(&draft, "A"), id_of(&draft, "B"));
    draft.step_mut(b).unwrap().ways = vec![Way {
        to: Target::Step(a),
        share: "100".into(),
    }];
    let problems = draft.problems();
    let places: Vec<_> = problems.iter().map(|one| (&one.place, one.field)).collect();
    let loops = [
        (&Place::Step(a), Field::Ways),
        (&Place::Step(b), Field::Ways),
    ];
    assert_eq!(places, loops);
    assert!(problems.iter().all(|one| one.sentence.contains("for ever")));
    draft.step_mut(b).unwrap().ways[0].share = "99".into();
    assert_eq!(draft.problems(), []);
    let c = id_of(&draft, "C");
    assert!(!draft.is_reached(c) && draft.is_reached(b));
    assert!((draft.left_over(b).unwrap() - 0.01).abs() < 1e-12);
}

#[test]
fn what_is_no_number_or_beyond_its_limits_is_said_at_its_field() {
    let mut draft = three();
    let a = id_of(&draft, "A");
    for bad in ["", "abc", "-1", "1e9", "<b>1</b>", "1 fortnight"] {
        for field in [Field::Minutes, Field::Spread, Field::Wait, Field::Share(0)] {
            let mut draft = draft.clone();
            let step = draft.step_mut(a).unwrap();
            match field {
                Field::Minutes => step.minutes = bad.into(),
                Field::Spread => step.spread = bad.into(),
                Field::Wait => step.wait = bad.into(),
                _ => step.ways[0].share = bad.into(),
            }
            assert_eq!(sentences(&draft, field).len(), 1, "{field:?} {bad}");
            assert_eq!(draft.scenario(), None);
        }
        for field in [Field::People, Field::Away, Field::Rate] {
            let mut draft = draft.clone();
            let team = draft.team_mut("back").unwrap();
            match field {
                Field::People => team.people = bad.into(),
                Field::Away => team.away = bad.into(),
                _ => team.rate = bad.into(),
            }
            assert_eq!(sentences(&draft, field).len(), 1, "{field:?} {bad}");
        }
    }
    let step = draft.step_mut(a).unwrap();
    step.minutes = "1h 30m".into();
    step.wait = "1:15".into();
    let scenario = draft.scenario().unwrap();
    let step = &scenario.own_routes[0].steps[0];
    assert_eq!((step.minutes.get(), step.delay_after.get()), (90.0, 75.0));
}

#[test]
fn a_team_that_goes_leaves_its_steps_without_hands_and_the_last_one_stays() {
    let mut draft = three();
    assert!(draft.remove_team("back"));
    assert_eq!(sentences(&draft, Field::Doer).len(), 3);
    assert!(!draft.remove_team("front"));
}

#[test]
fn teams_are_added_copied_and_moved_and_steps_stay_theirs() {
    let mut draft = three();
    let added = draft.add_team().unwrap();
    let copy = draft.duplicate_team("back").unwrap();
    assert_ne!(added, copy);
    assert!(draft.move_team("back", Direction::Up));
    draft.set_kind(&added, TeamKind::Bot);
    let scenario = draft.scenario().unwrap();
    let keys: Vec<&str> = scenario
        .teams
        .iter()
        .map(|team| team.key.as_str())
        .collect();
    assert_eq!(keys, ["back", "front", &copy, &added]);
    assert_eq!(scenario.own_routes[0].steps[0].doer, Doer::Team(0));
    assert_eq!(scenario.teams[3].kind, TeamKind::Bot);
    assert_eq!(scenario.teams[2].name.as_deref(), Some("Back office, copy"));
}

#[test]
fn there_is_an_end_to_steps_and_teams() {
    let mut draft = Draft::of(&consulting());
    assert_eq!((0..100).filter_map(|_| draft.add_step(0)).count(), 60);
    assert_eq!((0..100).filter_map(|_| draft.add_team()).count(), 48);
    let first = draft.chains[0][0].id;
    assert_eq!(draft.duplicate_step(first), None);
    assert_eq!(draft.duplicate_team("back"), None);
}

#[test]
fn a_ready_made_way_is_a_beginning() {
    let scenario = consulting();
    let keys: Vec<_> = beginnings(&scenario).iter().map(|way| way.key()).collect();
    assert_eq!(keys, ["front_office", "back_office"]);
    for beginning in beginnings(&scenario) {
        let mut draft = Draft::of(&scenario);
        draft.begin_with(beginning);
        let evaluation = evaluate(&draft.scenario().unwrap());
        let place = |key| {
            evaluation
                .strategies
                .iter()
                .find(|way| way.key == key)
                .unwrap()
        };
        let (own, its) = (place("own_process"), place(beginning.key()));
        assert_eq!(own.month.total(), its.month.total());
        let mean = |way: &counterbalance::model::evaluation::StrategyEvaluation| {
            way.turnaround.as_ref().unwrap().mean.get()
        };
        assert!((mean(own) - mean(its)).abs() < 1e-9);
    }
}

#[test]
fn what_is_unfinished_outlives_a_slider_but_not_another_process() {
    let mut draft = three();
    let valid = draft.scenario().unwrap();
    draft.follow(&valid);
    let b = id_of(&draft, "B");
    draft.step_mut(b).unwrap().minutes = "abc".into();
    let mut moved = valid.clone();
    moved.teams[1].staff.0 = 7.0;
    moved.tasks[0].rate.0 = 3.0;
    draft.follow(&moved);
    assert_eq!(draft.step(b).unwrap().minutes, "abc");
    assert_eq!(draft.team("back").unwrap().people, "7");
    draft.step_mut(b).unwrap().minutes = "5".into();
    assert_eq!(draft.scenario().unwrap().tasks[0].rate.0, 3.0);
    draft.step_mut(b).unwrap().minutes = "abc".into();
    draft.follow(&consulting());
    assert!(draft.is_empty());
}

#[test]
fn steps_keep_their_lasting_names_when_they_are_read_anew() {
    let mut draft = three();
    let before: Vec<u32> = draft.chains[0].iter().map(|step| step.id).collect();
    let mut other = draft.scenario().unwrap();
    other.own_routes[0].steps[0].minutes.0 = 33.0;
    other.own_routes[0].steps[2].next = vec![counterbalance::model::scenario::Branch {
        to: 0,
        share: counterbalance::model::units::Share(0.5),
    }];
    draft.follow(&other);
    let after: Vec<u32> = draft.chains[0].iter().map(|step| step.id).collect();
    assert_eq!(before, after);
    assert_eq!(draft.scenario().unwrap(), other);
    let added = draft.add_step(0).unwrap();
    assert!(!before.contains(&added));
}

/// The page and its editor talk in links.
#[test]
fn what_is_drawn_goes_through_a_link() {
    let mut draft = three();
    let added = draft.add_team().unwrap();
    draft.set_kind(&added, TeamKind::Front);
    draft.set_kind("front", TeamKind::Outsourced);
    draft.team_mut(&added).unwrap().name = "A & B; ~=:|%23 <i>".into();
    draft.duplicate_team("back").unwrap();
    draft.duplicate_step(id_of(&draft, "B")).unwrap();
    let id = id_of(&draft, "C");
    let step = draft.step_mut(id).unwrap();
    step.name = "Zahlung, “5 %” – fertig?".into();
    step.wait = "12.5".into();
    draft.move_step(id, Direction::Up);
    let scenario = draft.scenario().unwrap();
    let opened = permalink::decode(&permalink::encode(&scenario));
    assert_eq!((opened.notices, opened.scenario), (Vec::new(), scenario));
}

#[test]
fn a_process_taken_away_is_today_no_more() {
    let mut draft = Draft::of(&claims());
    draft.clear();
    let scenario = draft.scenario().unwrap();
    assert!(scenario.own_routes.is_empty());
    assert_eq!(scenario.today, "front_office");
}

/// Every example can be drawn on, and what is drawn goes through a link.
#[test]
fn every_example_can_be_drawn_on() {
    for preset in PRESETS {
        let scenario = preset.current();
        let mut draft = Draft::of(&scenario);
        assert_eq!(draft.scenario().unwrap(), scenario, "{}", preset.key);
        for chain in 0..scenario.tasks.len() {
            draft.add_step(chain).unwrap();
        }
        draft.duplicate_team(&draft.teams[0].key.clone()).unwrap();
        let added = draft.scenario().unwrap();
        draft.clear();
        for scenario in [added, draft.scenario().unwrap()] {
            let opened = permalink::decode(&permalink::encode(&scenario));
            assert_eq!((opened.notices, opened.scenario), (Vec::new(), scenario));
        }
    }
}

/// Whatever teams are left, the page has something to say.
#[test]
fn any_teams_can_be_evaluated() {
    for kind in [
        TeamKind::Middle,
        TeamKind::Back,
        TeamKind::Front,
        TeamKind::Bot,
    ] {
        for minutes in ["0", "10"] {
            let mut draft = Draft::of(&consulting());
            draft.remove_team("front");
            draft.set_kind("back", kind);
            let id = draft.add_step(0).unwrap();
            draft.step_mut(id).unwrap().minutes = minutes.into();
            let scenario = draft.scenario().unwrap();
            let answer = Answer::of(scenario);
            let words = headline(&answer.context()).plain();
            assert!(!words.is_empty() && !words.contains("NaN"), "{words}");
            draft.clear();
            let scenario = draft.scenario().unwrap();
            find(&scenario, &evaluate(&scenario));
        }
    }
}

/// The keys of the tasks of the scenario that a table makes.
fn keys(table: &KindTable) -> Vec<String> {
    let scenario = table.scenario().unwrap();
    scenario.tasks.iter().map(|task| task.key.clone()).collect()
}

/// Which task each route belongs to, and its first step's name.
fn owners(table: &KindTable) -> Vec<(String, String)> {
    let scenario = table.scenario().unwrap();
    let routes = scenario.own_routes.iter();
    let owner = |route: &counterbalance::model::scenario::Route| {
        let name = route.steps[0].name.clone().unwrap_or_default();
        (scenario.tasks[route.task].key.clone(), name)
    };
    routes.map(owner).collect()
}

#[test]
fn a_table_that_is_read_is_written_again_to_the_last_digit() {
    let mut scenario = claims();
    scenario.tasks[0].rate.0 = 1.23456789012;
    scenario.tasks[0].promise.0 = 60.0 / 7.0;
    let (scenario, _) = scenario.admit().unwrap();
    let table = KindTable::of(&scenario);
    assert_eq!(table.problems(), []);
    assert_eq!(table.scenario().unwrap(), scenario);
    assert_eq!(table.kinds[0].figures[0], "1.2346");
}

#[test]
fn a_kind_added_is_like_the_first_with_a_key_and_routes_of_its_own() {
    let mut table = KindTable::of(&consulting());
    assert_eq!(table.add().unwrap(), "kind2");
    assert_eq!(table.add().unwrap(), "kind3");
    let scenario = table.scenario().unwrap();
    assert_eq!(scenario.tasks[1].name.as_deref(), Some("Kind 2"));
    assert_eq!(scenario.tasks[1].rate, scenario.tasks[0].rate);
    assert_eq!(
        permalink::decode(&permalink::encode(&scenario)).scenario,
        scenario
    );
    let mut table = KindTable::of(&claims());
    table.add().unwrap();
    let first = claims().own_routes[0].steps[0].name.clone().unwrap();
    let task = claims().tasks[0].key.clone();
    assert_eq!(
        owners(&table),
        [(task, first.clone()), ("kind2".into(), first)]
    );
    assert_eq!(table.shares("kind2"), [1.0]);
    // A key that a team has is not free.
    let mut scenario = consulting();
    scenario.teams[0].key = "kind2".into();
    assert_eq!(KindTable::of(&scenario).add().unwrap(), "kind3");
}

#[test]
fn routes_follow_their_kind_of_work_wherever_it_goes() {
    let mut scenario = claims();
    scenario.tasks[0].key = "a".into();
    let mut table = KindTable::of(&scenario);
    let b = table.duplicate("a").unwrap();
    let c = table.add().unwrap();
    let mut scenario = table.scenario().unwrap();
    for (route, name) in scenario.own_routes.iter_mut().zip(["A", "B", "C"]) {
        route.steps[0].name = Some(name.into());
    }
    let mut table = KindTable::of(&scenario);
    let at_home = |table: &KindTable| {
        let mut found = owners(table);
        found.sort();
        found
    };
    let all = [("a", "A"), (&b, "B"), (&c, "C")].map(|(key, name)| (key.to_owned(), name.into()));
    assert!(table.shift("a", Direction::Down));
    assert_eq!(keys(&table), [b.as_str(), "a", &c]);
    assert_eq!(at_home(&table), all);
    assert!(table.shift(&c, Direction::Up));
    assert!(table.shift(&c, Direction::Up));
    assert!(!table.shift(&c, Direction::Up), "the first stays the first");
    assert_eq!(at_home(&table), all);
    let copy = table.duplicate(&b).unwrap();
    assert_eq!(table.name(&copy), format!("{}, copy", table.name(&b)));
    assert_eq!(
        owners(&table)
            .iter()
            .filter(|(_, name)| name == "B")
            .count(),
        2
    );
    assert!(table.remove(&copy));
    assert_eq!(at_home(&table), all);
    assert!(table.remove("a"));
    assert_eq!(at_home(&table), all[1..]);
    assert!(table.remove(&b));
    assert!(!table.remove(&c), "the last one stays");
    assert_eq!(keys(&table), [c]);
}

#[test]
fn what_cannot_be_used_in_the_table_has_a_sentence_and_holds_the_rest_back() {
    for (column, typed, said) in [
        (0, "", "This is empty. Type a number."),
        (0, "0", "This goes from 0.01/h to 2,000/h, not “0”."),
        (1, "many", "“many” is not a number."),
        (
            2,
            "99999",
            "This goes from 0.1 min to 2,400 min, not “99999”.",
        ),
        (
            3,
            "95",
            "This goes from 0\u{202f}% to 90\u{202f}%, not “95”.",
        ),
        (4, "-1", "This goes from 0.1 h to 400 h, not “-1”."),
    ] {
        let mut table = KindTable::of(&consulting());
        table.kind_mut("admin").unwrap().figures[column] = typed.into();
        let problems = table.problems();
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].sentence, said);
        assert_eq!(problems[0].place, Place::Kind("admin".into()));
        assert_eq!(table.scenario(), None);
    }
    let mut table = KindTable::of(&consulting());
    table.kind_mut("admin").unwrap().figures[1] = "1:30".into();
    assert_eq!(table.scenario().unwrap().tasks[0].front_minutes.get(), 90.0);
    table.kind_mut("admin").unwrap().figures[3] = "20".into();
    let asks = table.scenario().unwrap().tasks[0].hand_off.unclear.get();
    assert_eq!(asks, 0.2);
}

#[test]
fn a_table_follows_the_rest_of_the_page_and_keeps_what_is_half_typed() {
    let mut table = KindTable::of(&consulting());
    table.kind_mut("admin").unwrap().figures[0] = "seven".into();
    let mut moved = consulting();
    moved.tasks[0].back_minutes.0 = 25.0;
    moved.teams[0].staff.0 = 9.0;
    table.follow(&moved);
    assert_eq!(table.kinds[0].figures[0], "seven");
    assert_eq!(table.kinds[0].figures[2], "25");
    table.kind_mut("admin").unwrap().figures[0] = "7".into();
    let scenario = table.scenario().unwrap();
    assert_eq!(scenario.teams[0].staff.get(), 9.0);
    assert_eq!(
        (
            scenario.tasks[0].rate.get(),
            scenario.tasks[0].back_minutes.get()
        ),
        (7.0, 25.0)
    );
    // Another example is another table.
    table.kind_mut("admin").unwrap().figures[0] = "x".into();
    table.follow(&claims());
    assert_eq!(table, KindTable::of(&claims()));
}

#[test]
fn there_is_room_for_as_many_kinds_and_routes_as_may_be() {
    let mut table = KindTable::of(&consulting());
    while table.add().is_some() {}
    assert_eq!(table.kinds.len(), MOST_TASKS);
    assert!(!table.has_room());
    assert_eq!(table.duplicate("admin"), None);
    assert!(table.scenario().is_some());
    let mut scenario = claims();
    let route = scenario.own_routes[0].clone();
    scenario.own_routes = vec![route; 90];
    for route in &mut scenario.own_routes {
        route.share.0 = 1.0 / 90.0;
    }
    let mut table = KindTable::of(&scenario);
    assert!(table.add().is_some());
    assert_eq!(table.add(), None, "{MOST_ROUTES} routes are the most");
}

/// A number is compared with the same kind's in the example, wherever that stands.
#[test]
fn numbers_are_compared_kind_by_kind() {
    let example = PRESETS.iter().find(|preset| preset.key == "service");
    let example = example.unwrap().current();
    let mut table = KindTable::of(&example);
    assert!(table.remove("change"));
    let new = table.add().unwrap();
    let scenario = table.scenario().unwrap();
    let at = |key: &str| Address::find(&scenario, key).unwrap();
    let quote = at("quote.rate").counterpart(&scenario, &example).unwrap();
    assert_eq!(quote.read(&example), 6.0);
    let added = at(&format!("{new}.rate"));
    assert!(added.counterpart(&scenario, &example).is_none());
}
