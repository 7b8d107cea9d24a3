//! The consulting firm's figures, through the terminal.

use crate::{call, evaluated, named, near, strategy};

const HALF_A_PENNY: f64 = 0.005;
const HALF_A_POUND: f64 = 0.5;

#[test]
fn consulting_has_its_golden_figures() {
    let found = evaluated("consulting", &[]);
    let ways = [
        ("front_office", 33.33, 32_500.0),
        ("back_office", 16.91, 20_934.0),
        ("front_with_tool", 13.33, 13_800.0),
    ];
    for (key, touch, month) in ways {
        let way = strategy(&found, key);
        assert_eq!(way["status"]["code"], "steady");
        near(&way["touch"]["total"], touch, HALF_A_PENNY);
        near(&way["month"]["total"], month, HALF_A_POUND);
    }
    let back = strategy(&found, "back_office");
    near(&back["touch"]["lines"]["work"], 10.0, 1e-9);
    near(&back["touch"]["lines"]["hand_off"], 5.0, 1e-9);
    near(&named(&back["teams"], "back")["occupancy"], 0.696, 0.0005);
    near(&back["turnaround"]["mean"], 32.85, 0.005);
    near(&back["turnaround"]["p90"], 70.9, 0.05);
    let minutes = &found["break_evens"]["front_minutes"][0];
    assert_eq!(minutes["task"], "admin");
    near(&minutes["touch"], 10.15, HALF_A_PENNY);
    near(&minutes["month"], 12.88, HALF_A_PENNY);
    near(
        &found["break_evens"]["price_of_speed"]["per_hour"],
        77.0,
        0.5,
    );
    assert_eq!(found["scenario"]["changed"], serde_json::json!({}));
}

#[test]
fn consulting_has_its_verdict() {
    let found = evaluated("consulting", &[]);
    let verdict = &found["verdict"];
    assert_eq!(verdict["code"], "best");
    assert_eq!(verdict["best"], "front_with_tool");
    assert_eq!(verdict["next"], "back_office");
    near(&verdict["saving_per_month"], 7_134.0, HALF_A_POUND);
    assert!(verdict["sentence"].as_str().unwrap().contains("£7,134"));
    let notes = found["notes"].as_array().unwrap();
    assert!(
        notes
            .iter()
            .any(|note| note["code"] == "if_posts" && note["team"] == "back")
    );
    assert!(
        notes
            .iter()
            .all(|note| note["sentence"].as_str().unwrap().ends_with('.'))
    );
    let point = &found["turning_points"][0];
    assert_eq!(
        (&point["key"], &point["winner"]),
        (&"admin.front_minutes".into(), &"back_office".into())
    );
}

/// Lines add up to the total, entries to the lines.
#[test]
fn ledgers_add_up() {
    for way in evaluated("consulting", &["admin.late_penalty=5"])["strategies"]
        .as_array()
        .unwrap()
    {
        for basis in ["touch", "month"] {
            let lines = way[basis]["lines"].as_object().unwrap();
            let sum = lines.values().map(|line| line.as_f64().unwrap()).sum();
            near(&way[basis]["total"], sum, 1e-6);
        }
        let entries = way["month"]["entries"].as_array().unwrap();
        let sum = entries
            .iter()
            .map(|entry| entry["amount"].as_f64().unwrap())
            .sum();
        near(&way["month"]["total"], sum, 1e-6);
    }
}

#[test]
fn two_behind_fall_behind() {
    let found = evaluated("consulting", &["back.staff=2"]);
    let back = strategy(&found, "back_office");
    let status = &back["status"];
    assert_eq!(
        (&status["code"], &status["team"]),
        (&"overload".into(), &"back".into())
    );
    near(&status["growth_per_week"], 9.507, 0.001);
    near(&status["staff_needed"], 3.0, 0.0);
    assert!(back["turnaround"].is_null());
    let team = named(&back["teams"], "back");
    assert_eq!(team["status"]["code"], "overload");
    assert!(team["wait"].is_null());
    near(&found["scenario"]["changed"]["back.staff"], 2.0, 0.0);
}

#[test]
fn posts_that_stay_turn_the_answer() {
    let found = evaluated("consulting", &["back.posts_released=no"]);
    assert_eq!(found["verdict"]["best"], "back_office");
    near(
        &strategy(&found, "back_office")["month"]["total"],
        6_309.0,
        HALF_A_POUND,
    );
}

#[test]
fn nobody_behind_has_no_occupancy() {
    let found = evaluated("consulting", &["back.staff=0"]);
    let back = strategy(&found, "back_office");
    assert_eq!(back["status"]["code"], "nobody_on_duty");
    assert!(named(&back["teams"], "back")["occupancy"].is_null());
    assert!(
        call(&["evaluate", "consulting", "--set", "back.staff=0"])
            .answered()
            .contains("nobody there")
    );
}

/// The page and the terminal say the same in words, in lines that fit.
#[test]
fn the_report_is_readable() {
    let report = call(&["evaluate", "consulting", "--set", "back.staff=2"]).answered();
    let wanted = [
        "Give the front office the tool: £10,479 a month cheaper",
        "changed: People behind 2 (example 3)",
        "WAYS TO DIVIDE THE WORK",
        "£13,800  £13.33",
        "overload",
        "9.5 more",
        "IT WOULD CHANGE WITH",
    ];
    for text in wanted {
        assert!(report.contains(text), "{text} is missing in\n{report}");
    }
    let longest = report.lines().map(|line| line.chars().count()).max();
    assert!(longest <= Some(100), "{longest:?}");
}

/// Every number of the table at both ends of its limits: always an answer, never a panic.
#[test]
fn the_ends_of_every_range_are_answered() {
    let params = call(&["params", "--json"]).json();
    for row in params.as_array().unwrap() {
        for end in 0..2 {
            let setting = format!("{}={}", row["key"].as_str().unwrap(), row["limits"][end]);
            evaluated("consulting", &[&setting]);
            call(&["evaluate", "consulting", "--set", &setting]).answered();
        }
    }
}
