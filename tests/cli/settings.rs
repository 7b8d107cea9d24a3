//! `--set` and links: what is taken, what is refused, what is said.

use crate::{call, evaluated};
use serde_json::json;

#[track_caller]
fn refused(setting: &str) -> String {
    call(&["evaluate", "consulting", "--set", setting]).refused()
}

#[test]
fn shares_and_switches_are_taken_in_several_spellings() {
    for spelling in ["0.1", "10%", "10 %"] {
        let found = evaluated("consulting", &[&format!("admin.unclear={spelling}")]);
        assert_eq!(found["scenario"]["changed"], json!({"admin.unclear": 0.1}));
    }
    for spelling in ["no", "false", "0", "No"] {
        let found = evaluated("consulting", &[&format!("back.posts_released={spelling}")]);
        assert_eq!(
            found["scenario"]["changed"],
            json!({"back.posts_released": 0.0})
        );
    }
    let found = evaluated("consulting", &["today=back_office"]);
    assert_eq!(found["scenario"]["today"], "back_office");
}

#[test]
fn the_people_of_today_may_be_others_than_those_planned() {
    let others = evaluated("office", &["back.staff=3", "today=back_office*5,6"]);
    assert_eq!(others["scenario"]["people_today"], json!([5.0, 6.0]));
    let usual = evaluated("office", &["back.staff=6"]);
    let before = &others["before"];
    assert_eq!(before["key"], "back_office");
    let same = usual["strategies"].as_array().unwrap();
    let same = same.iter().find(|way| way["key"] == "back_office").unwrap();
    assert_eq!(before["month"], same["month"]);
    assert_ne!(others["strategies"][0]["month"], before["month"]);
    assert_eq!(usual.get("before"), None);
    let text = call(&["evaluate", "office", "--set", "today=back_office*5,6"]).answered();
    assert!(
        text.contains("with the people of today (front office 5, back office 6)"),
        "{text}"
    );
    for wrong in ["5", "5,6,7", "5,many", "5,-1", "5,501", ""] {
        let said = refused(&format!("today=back_office*{wrong}"));
        assert!(
            said.contains("one number for each of the 2 teams"),
            "{said}"
        );
    }
}

#[test]
fn unknown_keys_are_named_with_their_nearest() {
    let said = refused("back.staf=2");
    assert!(
        said.contains("back.staf:") && said.contains("did you mean back.staff?"),
        "{said}"
    );
    assert!(refused("xyzzy=2").contains("xyzzy"));
    assert!(refused("today=back_ofice").contains("did you mean back_office?"));
    assert!(refused("today=own_process").contains("own_process"));
    assert!(refused("back.staff").contains("KEY=VALUE"));
}

#[test]
fn values_that_are_none_are_refused() {
    for value in ["many", "", "NaN", "inf", "1e309", "0x10", "2 people", "15%"] {
        let said = refused(&format!("back.staff={value}"));
        let wanted = [
            &format!("back.staff={value}:"),
            "not a number",
            "0 to 500 (people)",
        ];
        assert!(wanted.iter().all(|text| said.contains(text)), "{said}");
    }
    assert!(refused("back.queues=0.5").contains("give yes or no"));
}

#[test]
fn values_out_of_range_are_refused_with_the_range() {
    assert!(refused("back.staff=501").contains("out of range; give a number from 0 to 500"));
    assert!(refused("admin.unclear=95%").contains("0 to 0.9, or 0% to 90%"));
    assert!(refused("admin.unclear=15").contains("0 to 0.9, or 0% to 90%"));
    assert!(refused("back.staff=-1").contains("back.staff=-1"));
    let twice = [
        "evaluate",
        "consulting",
        "--set",
        "back.staff=2",
        "--set",
        "back.staff=3",
    ];
    assert!(call(&twice).refused().contains("given twice"));
}

#[test]
fn links_are_opened_as_far_as_they_can_be() {
    let link = "https://example.org/#v=1&example=consulting.1&back.staf=9&back.staff=2\
                &admin.rate=1e9&admin.unclear=abc&junk";
    let called = call(&["evaluate", link, "--json"]);
    assert_eq!(called.status, 0);
    assert_eq!(called.said.lines().count(), 4, "{}", called.said);
    assert!(called.said.contains("Did it mean “back.staff”?"));
    let found: serde_json::Value = serde_json::from_str(&called.answer).unwrap();
    let changed = json!({"admin.rate": 2000.0, "back.staff": 2.0});
    assert_eq!(found["scenario"]["changed"], changed);
}

#[test]
fn a_link_comes_in_many_forms() {
    let expected = evaluated("consulting", &["back.staff=2"]);
    let forms = [
        "v=1&example=consulting.1&back.staff=2",
        "#v=1&example=consulting.1&back.staff=2",
        "https://example.org/%23v=1&example=consulting.1&back.staff=2",
        "?s=v:1~example:consulting.1~back.staff:2",
        "https://example.org/page?s=v%3A1~example%3Aconsulting.1~back.staff%3A2",
    ];
    for form in forms {
        let called = call(&["evaluate", form, "--json"]);
        assert_eq!(called.said, "", "{form}");
        assert_eq!(called.json(), expected, "{form}");
    }
}

/// The weeks of a surge: of all kinds of work, of one alone, none; what is no kind of work is named.
#[test]
fn the_weeks_of_a_surge_are_taken() {
    let found = evaluated("service", &["surge=complaint:56,113*6"]);
    assert_eq!(found["surge"]["kind"], "complaint");
    assert!(evaluated("service", &["surge=1144,2288*6"])["surge"]["kind"].is_null());
    assert!(evaluated("surge", &["surge=none"])["surge"].is_null());
    let refused = |weeks: &str| call(&["evaluate", "service", "--set", weeks]).refused();
    assert!(refused("surge=complaints:56").contains("did you mean complaint?"));
    assert!(refused("surge=xyzzy:56").contains("it is one of change, quote,"));
    assert!(refused("surge=complaint:56,,3").contains("nothing stands for week 1"));
}
