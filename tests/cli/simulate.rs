//! `simulate` and `replay`.

use super::{call, call_with};
use serde_json::Value;

fn simulated(options: &[&str]) -> Value {
    let mut all = vec!["simulate"];
    all.extend(options);
    all.push("--json");
    serde_json::from_str(&call(&all).answered()).unwrap()
}

#[test]
fn every_way_with_the_formula_beside_it() {
    let answer = simulated(&["consulting", "--precision", "3"]);
    assert_eq!(answer["seed"], 1);
    let ways = answer["strategies"].as_array().unwrap();
    let keys: Vec<_> = ways
        .iter()
        .map(|way| way["key"].as_str().unwrap())
        .collect();
    assert_eq!(
        keys,
        ["front_office", "front_with_tool", "back_office", "split"]
    );
    let back = &ways[2];
    assert_eq!(back["status"], "steady");
    let mean = &back["compared"][0];
    assert_eq!(mean["measure"], "turnaround_mean");
    assert!((mean["formula"].as_f64().unwrap() - 32.85).abs() < 0.1);
    let found = mean["simulation"]["mean"].as_f64().unwrap();
    let half = mean["simulation"]["half"].as_f64().unwrap();
    assert!((found - 33.0).abs() < 2.0 * half && half < 1.5, "{mean}");
    // Paired against today, which has nothing to be compared with.
    assert!(ways[0]["against_today"].is_null());
    assert!(back["against_today"]["month"]["mean"].as_f64().unwrap() < -11_000.0);
}

#[test]
fn the_same_seed_gives_the_same_text_and_another_does_not() {
    let with = |seed| {
        let options = ["simulate", "claims", "--seed", seed, "--replications", "4"];
        call(&options).answered()
    };
    assert_eq!(with("7"), with("7"));
    assert_ne!(with("7"), with("8"));
    let named = call(&[
        "simulate",
        "claims",
        "--set",
        "simulation.seed=7",
        "--replications",
        "4",
    ]);
    assert_eq!(named.answered(), with("7"));
}

#[test]
fn an_overload_and_nobody_have_a_status() {
    let overloaded = simulated(&[
        "consulting",
        "--set",
        "back.staff=2",
        "--strategy",
        "back_office",
    ]);
    let way = &overloaded["strategies"][0];
    assert_eq!(way["status"], "unstable");
    assert!(way["growth_per_week"]["mean"].as_f64().unwrap() > 5.0);
    assert!(way["found"].is_null());
    let nobody = simulated(&[
        "consulting",
        "--set",
        "back.staff=0",
        "--strategy",
        "back_office",
    ]);
    assert_eq!(nobody["strategies"][0]["status"], "nobody_on_duty");
}

#[test]
fn what_cannot_be_asked_has_its_sentence() {
    for (options, part) in [
        (
            &["simulate", "hotel", "--strategy", "split"][..],
            "there are straight",
        ),
        (&["simulate", "hotel", "--precision", "0"][..], "0.01 to 50"),
        (&["simulate", "hotel", "--replications", "1"][..], "2..="),
        (&["simulate", "hotel", "--seed", "0"][..], "1..="),
        (&["simulate", "hotel", "--seed", "-3"][..], "seed"),
    ] {
        let called = call(options);
        assert_eq!(
            (called.status, called.answer.as_str()),
            (2, ""),
            "{options:?}"
        );
        assert!(called.said.contains(part), "{}", called.said);
    }
}

/// The loop worked out on paper: what comes back joins the end of the line.
#[test]
fn replayed_work_has_the_times_on_paper() {
    let log = "task,arrival,triage,intake,assessment,payment,missing papers\n\
               a,0,3;2,0,0,0,1\nb,1,4,0,0,0,\nc,2,1,0,0,0,\n";
    let options = ["replay", "-", "claims", "--set", "triage.staff=1", "--json"];
    let records: Value =
        serde_json::from_str(&call_with(&options, log.as_bytes()).answered()).unwrap();
    let times = |task: usize| {
        let visits = records[task]["visits"].as_array().unwrap();
        let triage = visits.iter().filter(|visit| visit["step"] == "Triage");
        let time = |visit: &Value, key: &str| visit[key].as_f64().unwrap();
        triage
            .map(|visit| {
                [
                    time(visit, "came"),
                    time(visit, "start"),
                    time(visit, "end"),
                ]
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(times(0), [[0.0, 0.0, 3.0], [4.0, 8.0, 10.0]]);
    assert_eq!(times(1), [[1.0, 3.0, 7.0]]);
    assert_eq!(times(2), [[2.0, 7.0, 8.0]]);
}

#[test]
fn a_log_of_several_types_keeps_its_order() {
    let log = "task,arrival,step1\nlate,9,5\nearly,0,20\nnext,9,1\n";
    let answer = call_with(&["replay", "-", "hotel"], log.as_bytes()).answered();
    let lines: Vec<&str> = answer.lines().collect();
    assert!(
        lines[1].starts_with("late") && lines[1].contains("9 to 14"),
        "{answer}"
    );
    assert!(
        lines[2].starts_with("early") && lines[2].contains("0 to 20"),
        "{answer}"
    );
    assert!(
        lines[3].starts_with("next") && lines[3].contains("14 to 15"),
        "{answer}"
    );
}

#[test]
fn a_log_that_cannot_be_used_has_its_sentence() {
    for (log, part) in [
        ("", "is empty"),
        ("arrival;step1\n0;5\n", "not separated by commas"),
        (
            "arrival,step1,step1\n0,5,5\n",
            "two columns are called “step1”",
        ),
        ("arrival,step1\n\n\n0,x\n", "line 4: step1"),
        ("arrival,step1\n0,5,7\n", "line 2: 3 cells"),
        ("arrival,step1\n1e12,5\n", "from 0 to 1,000,000,000"),
        ("task,step1\na,5\n", "no column “arrival”"),
        ("arrival,step1\n", "no tasks"),
        ("arrival,step1\nsoon,5\n", "line 2: arrival is “soon”"),
        ("arrival,step1\n0,-5\n", "line 2: step1 is “-5”"),
        (
            "arrival,priority,step1\n0,first,5\n",
            "line 2: priority is “first”; give a whole number",
        ),
        (
            "arrival,patience,step1\n0,-1,5\n",
            "line 2: patience is “-1”",
        ),
        ("arrival,step1\n0,5\n1,NaN\n", "line 3: step1 is “NaN”"),
        ("arrival,step9\n0,5\n", "no step “step9”; the steps are"),
        ("arrival,step1\n0,\n", "line 2: no way through the steps"),
        ("arrival,step1\n0,5;5\n", "line 2: no way through the steps"),
        (
            "arrival,type,step1\n0,leak,5\n",
            "no work of type “leak” arrives; there are fault",
        ),
    ] {
        let called = call_with(&["replay", "-", "hotel"], log.as_bytes());
        assert_eq!((called.status, called.answer.as_str()), (2, ""), "{log}");
        assert!(called.said.contains(part), "{log}: {}", called.said);
    }
    let missing = call(&["replay", "nowhere.csv", "hotel"]);
    assert_ne!(missing.status, 0);
    assert!(missing.said.contains("nowhere.csv"), "{}", missing.said);
}

/// One person: the second goes before the first that waits, and the last gives up.
#[test]
fn a_log_may_say_who_goes_first_and_who_gives_up() {
    let log = "task,arrival,priority,patience,step1\n\
               a,0,,,10\nb,1,1,,5\nc,2,0,8,5\nd,3,1,4,5\n";
    let options = ["replay", "-", "hotel", "--set", "maintenance.staff=1"];
    let json = [&options[..], &["--json"]].concat();
    let records: Value =
        serde_json::from_str(&call_with(&json, log.as_bytes()).answered()).unwrap();
    let done = [Some(10.0), Some(20.0), Some(15.0), None];
    for (record, done) in records.as_array().unwrap().iter().zip(done) {
        assert_eq!(record["done"].as_f64(), done, "{record}");
        assert_eq!(record["turnaround"].is_null(), done.is_none());
        let status = if done.is_some() { "done" } else { "gave_up" };
        assert_eq!(record["status"], status);
    }
    assert_eq!(records[3]["gave_up"], 7.0);
    assert_eq!(records[3]["waited"], 4.0);
    let table = call_with(&options, log.as_bytes()).answered();
    assert!(table.contains("gave up at 7"), "{table}");
}
