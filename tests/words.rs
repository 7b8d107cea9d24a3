//! The words: none is missing, none is doubled, and the sentences of the example as they are read.
#![allow(clippy::unwrap_used)]

use counterbalance::figures::FIGURES;
use counterbalance::model::cost::ledger::{Line, LineGroup};
use counterbalance::model::evaluation::{Accuracy, evaluate};
use counterbalance::model::findings::find_turns;
use counterbalance::model::presets::{self, PRESETS};
use counterbalance::model::scenario::parameter::{Group, Unit, table};
use counterbalance::model::scenario::{Address, Scenario, Task, Team, TeamKind};
use counterbalance::model::strategy::STRATEGIES;
use counterbalance::words::conditions::conditions;
use counterbalance::words::sentences::{Answer, Context, headline, troubles};
use counterbalance::words::{break_evens, english, help, labels, numbers, reasons};
use std::collections::HashSet;

fn with(changes: &[(&str, f64)]) -> Scenario {
    let mut scenario = presets::find("consulting").unwrap().current();
    for (key, value) in changes {
        let address = Address::parse(&scenario, key).unwrap();
        address.write(&mut scenario, *value);
    }
    scenario
}

fn said<T>(scenario: &Scenario, say: impl Fn(&Context) -> T) -> T {
    say(&Answer::of(scenario.clone()).context())
}

/// A sentence begins with a capital or a figure, ends with a full stop and has no holes.
#[track_caller]
fn is_sentence(text: &str) {
    let first = text.chars().next().expect("something is said");
    assert!(
        first.is_uppercase() || first == '£' || first.is_ascii_digit(),
        "“{text}” begins oddly"
    );
    assert!(text.ends_with('.'), "“{text}” has no end");
    for hole in ["  ", "{", "}", " .", " ,", "..", "NaN", "inf "] {
        assert!(!text.contains(hole), "“{text}” has “{hole}” in it");
    }
}

#[test]
fn every_number_has_a_label_and_help() {
    let mut seen = HashSet::new();
    for row in table() {
        let scope = labels::scope(row);
        let words = english::lookup(scope, row.field).zip(help::lookup(scope, row.field));
        let (label, help) = words.unwrap_or_else(|| panic!("{scope}.{} has no words", row.field));
        assert!(!label.is_empty() && label.chars().count() <= 40, "{label}");
        assert!(!label.ends_with('.'), "{label}");
        is_sentence(&labels::upper_first(&help.replace("{team}", "back office")));
        assert!(help.chars().count() <= 220, "{help}");
        assert!(
            seen.insert((scope, row.field)),
            "{scope}.{} stands twice",
            row.field
        );
    }
}

#[test]
fn every_strategy_has_words() {
    let mut seen = HashSet::new();
    for strategy in STRATEGIES {
        assert!(english::has_strategy(strategy.key), "{}", strategy.key);
        let words = english::strategy(strategy.key);
        assert_eq!(words.key, strategy.key);
        for text in [words.name, words.short, words.noun, words.order.1] {
            assert!(!text.is_empty() && text.chars().count() <= 32, "{text}");
        }
        is_sentence(english::about(strategy.key));
        let order = format!("{}{}{}", words.order.0, words.order.1, words.order.2);
        assert!(
            order.starts_with(char::is_uppercase) && !order.contains("  "),
            "{order}"
        );
        assert!(
            seen.insert(words.name) && seen.insert(words.short),
            "{}",
            words.name
        );
    }
}

#[test]
fn every_example_has_words() {
    for preset in PRESETS {
        let (title, subtitle) = english::preset(preset.key);
        assert_ne!(title, "Example", "{}", preset.key);
        assert!(!subtitle.is_empty(), "{}", preset.key);
        assert!(
            english::preset_question(preset.key).ends_with('?'),
            "{}",
            preset.key
        );
        // One passage is an item of a list.
        if preset.key != "helping" {
            is_sentence(english::preset_passage(preset.key).trim_start_matches('“'));
        }
        for task in &preset.current().tasks {
            let named = task.name.is_some() || english::task(&task.key).is_some();
            assert!(named, "{}", task.key);
        }
        for key in preset.strategies {
            assert!(english::has_strategy(key), "{key}");
        }
        assert!(FIGURES.iter().any(|kind| kind.key == preset.first_chart));
    }
}

/// What an example names exists, and its first controls are few.
#[test]
fn every_example_names_what_exists() {
    for preset in PRESETS {
        let scenario = preset.current();
        for key in preset.controls.iter().chain(presets::deciders(preset.key)) {
            assert!(Address::parse(&scenario, key).is_ok(), "{key}");
        }
        assert!((1..=8).contains(&preset.controls.len()));
        assert_eq!(scenario.origin.example, preset.key);
        assert_eq!(scenario.origin.revision, preset.revision);
        let distinct: HashSet<_> = presets::deciders(preset.key).iter().collect();
        assert_eq!(distinct.len(), presets::deciders(preset.key).len());
    }
}

#[test]
fn groups_and_lines_have_names_of_their_own() {
    let groups = Group::ALL.map(english::group);
    let lines = Line::ALL.map(english::line);
    let line_groups = LineGroup::ALL.map(english::line_group);
    for names in [&groups[..], &lines[..], &line_groups[..]] {
        let distinct: HashSet<_> = names.iter().collect();
        assert_eq!(distinct.len(), names.len(), "{names:?}");
        assert!(names.iter().all(|name| !name.is_empty()));
    }
    for group in Group::ALL {
        assert!(table().any(|row| row.group == group), "{group:?} is empty");
    }
}

#[test]
fn every_team_and_every_accuracy_has_words() {
    use TeamKind::{Back, Bot, Front, Middle, Outsourced, Temporary};
    for kind in [Front, Middle, Back, Temporary, Outsourced, Bot] {
        assert!(!english::team(kind).is_empty());
    }
    use Accuracy::{Approximate, Exact, ExactMean, Rough};
    for accuracy in [Exact, ExactMean, Approximate, Rough] {
        assert!(!reasons::accuracy(accuracy).is_empty());
    }
}

fn distinct_labels(scenario: &Scenario) {
    let mut seen = HashSet::new();
    for address in Address::all(scenario) {
        let label = labels::label(scenario, &address);
        assert!(label.chars().count() <= 48, "{label}");
        assert!(
            !label.contains(['{', '}']) && label == label.trim(),
            "“{label}”"
        );
        assert!(label.starts_with(char::is_uppercase), "{label}");
        assert!(seen.insert(label.clone()), "{label} names two numbers");
        is_sentence(&labels::help(scenario, &address));
    }
}

#[test]
fn labels_tell_numbers_apart() {
    for preset in PRESETS {
        distinct_labels(&preset.current());
    }
}

#[test]
fn labels_tell_two_tasks_and_a_middle_office_apart() {
    let mut scenario = with(&[]);
    let task = Task {
        key: "second".into(),
        name: Some("Second task".into()),
        ..scenario.tasks[0].clone()
    };
    let team = Team {
        key: "middle".into(),
        kind: TeamKind::Middle,
        ..scenario.teams[1].clone()
    };
    scenario.tasks.push(task);
    scenario.teams.push(team);
    distinct_labels(&scenario);
}

/// What a control shows for a value, a person can type again.
#[test]
fn what_a_field_shows_can_be_typed_again() {
    use counterbalance::words::parse::parse;
    for row in table() {
        for i in 0..=200 {
            let value = row.value_at(f64::from(i) / 200.0);
            let text = numbers::field_text(row, value);
            let read = parse(&text, row.unit).unwrap_or_else(|| panic!("{}: {text}", row.field));
            assert!(
                (read - value).abs() <= 1e-6 * value.abs().max(1.0),
                "{}: {value} is shown as {text}, read as {read}",
                row.field
            );
            if row.unit != Unit::Switch {
                assert!(!numbers::value_text(row, value).is_empty());
            }
        }
    }
}

/// One variant of the example: what stands at the top of the page.
struct Reading {
    changes: &'static [(&'static str, f64)],
    headline: &'static str,
    conditions: &'static str,
    troubles: &'static [&'static str],
}

fn check(reading: &Reading) {
    let scenario = with(reading.changes);
    assert_eq!(
        said(&scenario, |context| headline(context).plain()),
        reading.headline
    );
    assert_eq!(
        said(&scenario, |context| conditions(context).plain()),
        reading.conditions
    );
    let found: Vec<String> = said(&scenario, |context| {
        troubles(context)
            .iter()
            .map(|phrase| phrase.plain())
            .collect()
    });
    assert_eq!(found, reading.troubles);
}

#[test]
fn the_example_reads_so() {
    check(&Reading {
        changes: &[],
        headline: "Give the front office the tool: £7,134 a month cheaper than the back office, nine in ten done within 18 min.",
        conditions: "Against the back office, the £20,000 of set-up is back in 2.8 months (7.4 months counting the minutes alone). \
            This assumes that the three back-office posts go when the work goes. \
            If they stay, their £14,625 a month is spent either way and the back office wins by £7,491 a month.",
        troubles: &[],
    });
}

#[test]
fn posts_that_stay_read_so() {
    check(&Reading {
        changes: &[("back.posts_released", 0.0)],
        headline: "Hand it to the back office: £7,491 a month cheaper than the tool, nine in ten done within 71 min.",
        conditions: "The three back-office posts stay whatever is decided, so their £14,625 a month is left out of every option. \
            If they went with the work, the tool would win by £7,134 a month. \
            The tool is faster: nine in ten done within 18 min instead of 71 min. The back office keeps the promise of 1 h for 85\u{202f}% of tasks, the tool for 99.9\u{202f}%.",
        troubles: &[],
    });
}

#[test]
fn two_behind_read_so() {
    check(&Reading {
        changes: &[("back.staff", 2.0)],
        headline: "Give the front office the tool: £10,479 a month cheaper than splitting by complexity, nine in ten done within 18 min.",
        conditions: "Against splitting by complexity, the £20,000 of set-up is back in 1.9 months (3.1 months counting the minutes alone).",
        troubles: &[
            "Back-office centre: work arrives faster than two people in the back office can finish it: 9.5 more tasks wait every week. One more person cures it.",
        ],
    });
}

#[test]
fn nobody_behind_reads_so() {
    check(&Reading {
        changes: &[("back.staff", 0.0)],
        headline: "Give the front office the tool: £18,700 a month cheaper than the front office alone, nine in ten done within 18 min.",
        conditions: "Against the front office alone, the £20,000 of set-up is back in 1.1 months (1.1 months counting the minutes alone).",
        troubles: &[
            "Back-office centre: there is work for the back office and nobody on duty. Three people would keep up.",
            "Split by complexity: there is work for the back office and nobody on duty. Two people would keep up.",
        ],
    });
}

#[test]
fn a_tool_that_saves_nothing_is_not_recommended() {
    let scenario = with(&[("tool.saving", 0.0)]);
    let top = said(&scenario, |context| headline(context).plain());
    assert!(
        top.starts_with("Hand it to the back office: £8,221 a month cheaper than"),
        "{top}"
    );
    assert!(!said(&scenario, |context| conditions(context).plain()).contains("set-up"));
}

/// A promise changes what is kept, not what is cheapest, as long as lateness has no price.
#[test]
fn a_promise_without_a_price_changes_no_verdict() {
    let easy = said(&with(&[("admin.promise", 40.0)]), |context| {
        headline(context).plain()
    });
    let hard = said(&with(&[("admin.promise", 0.1)]), |context| {
        headline(context).plain()
    });
    assert_eq!(easy, hard);
    let kept = |promise| {
        let evaluation = evaluate(&with(&[("admin.promise", promise)]));
        let time = evaluation
            .of("back_office")
            .unwrap()
            .turnaround
            .clone()
            .unwrap();
        time.within_promise.get()
    };
    assert!(kept(0.5) < kept(1.0) && kept(1.0) < kept(2.0));
}

#[test]
fn a_tie_is_called_a_tie() {
    let scenario = with(&[
        ("front.client_hours", 0.0),
        ("back.posts_released", 0.0),
        ("tool.licence", 0.0),
    ]);
    let top = said(&scenario, |context| headline(context).plain());
    assert_eq!(
        top,
        "Too close to call: the front office alone and the tool cost the same."
    );
}

#[test]
fn a_single_post_is_spoken_of_as_one() {
    let scenario = with(&[("back.staff", 1.0), ("admin.rate", 1.0)]);
    let under = said(&scenario, |context| conditions(context).plain());
    assert!(
        under.contains("the one back-office post goes when the work goes. If it stays, its £4,875"),
        "{under}"
    );
}

/// A team that is asked for more than all its time is in trouble, whether it has a queue or not.
#[test]
fn a_front_office_that_cannot_do_it_all_is_told_so() {
    let scenario = with(&[("admin.rate", 100.0)]);
    let found = said(&scenario, |context| troubles(context)[0].plain());
    assert_eq!(
        found,
        "Front office does it all: work arrives faster than 20 people in the front office can finish it: 2,175 more tasks wait every week. 28 more people cure it."
    );
}

/// The chart, the sentence and the cure name the same number of people.
#[test]
fn the_chart_and_the_cure_agree() {
    let scenario = with(&[("admin.rate", 100.0)]);
    let chart = said(&scenario, |context| {
        (FIGURES[0].build)(context, 2).unwrap().headline
    });
    assert_eq!(chart, "Too few: it takes 35 people");
    let cure = said(&scenario, |context| troubles(context)[1].plain());
    assert!(cure.ends_with("32 more people cure it."), "{cure}");
}

/// Every reason and turning point of many a scenario is a sentence or a clause without holes.
#[test]
fn reasons_are_sentences() {
    for changes in [
        &[][..],
        &[("back.staff", 2.0)],
        &[("back.staff", 0.0)],
        &[("tool.saving", 0.0)],
        &[("back.posts_released", 0.0)],
        &[("front.queues", 1.0), ("front.error", 0.1)],
        &[("admin.late_penalty", 20.0), ("admin.delay_cost", 5.0)],
        &[("back.flexible", 1.0), ("back.shrinkage", 0.25)],
    ] {
        let scenario = with(changes);
        is_sentence(&said(&scenario, |context| headline(context).plain()));
        let phrases = said(&scenario, |context| {
            let mut phrases = reasons::reasons(context);
            let found = find_turns(context.scenario, context.evaluation);
            let list = found.break_evens.iter();
            phrases.extend(list.map(|one| break_evens::break_even(context, one)));
            phrases.extend(troubles(context));
            phrases
        });
        phrases
            .iter()
            .for_each(|phrase| is_sentence(&phrase.plain()));
    }
}

#[test]
fn a_kind_of_work_that_the_example_does_not_have_was_added() {
    use counterbalance::draft::{Direction, KindTable};
    let example = presets::find("claims").unwrap().current();
    let mut table = KindTable::of(&example);
    let added = table.add().unwrap();
    assert!(table.shift(&added, Direction::Up));
    let mut scenario = table.scenario().unwrap();
    let name = labels::upper_first(&labels::task_name(&scenario, 0));
    let was_added = format!("{name}: added");
    assert_eq!(reasons::changes(&scenario, &example), [was_added.as_str()]);
    assert_eq!(
        reasons::changes(&example, &scenario),
        [format!("{name}: left out")]
    );
    scenario.tasks[1].rate.0 = 12.0;
    assert_eq!(
        reasons::changes(&scenario, &example),
        [was_added.as_str(), "Claims: tasks: 12/h (example 10/h)"]
    );
    // A step says whose it is, where there are several kinds of work.
    let step = Address::parse(&scenario, "step1.minutes").unwrap();
    assert_eq!(labels::label(&scenario, &step), "Claims: intake: minutes");
}

/// 200 a week is not 200 an hour, and a year's pay is no hourly rate: they are refused.
#[test]
fn a_share_may_be_told_by_its_parts() {
    use counterbalance::words::parse::parse;
    for (text, share) in [
        ("1/6", 1.0 / 6.0),
        ("1 in 6", 1.0 / 6.0),
        ("12 %", 0.12),
        ("12 % / a", 0.12),
    ] {
        assert_eq!(parse(text, Unit::Share), Some(share), "{text}");
    }
    for text in ["1/0", "/6", "1/2/3", "one in six"] {
        assert_eq!(parse(text, Unit::Share), None, "{text}");
    }
}

#[test]
fn another_span_of_time_is_refused() {
    use counterbalance::model::scenario::parameter::Unit;
    use counterbalance::words::parse::parse;
    for text in ["200 a week", "40 a day", "200 per month", "£42,000 a year"] {
        assert_eq!(parse(text, Unit::PerHour), None, "{text}");
        assert_eq!(parse(text, Unit::MoneyPerHour), None, "{text}");
    }
    assert_eq!(parse("6 an hour", Unit::PerHour), Some(6.0));
    assert_eq!(parse("£31.50 per hour", Unit::MoneyPerHour), Some(31.5));
    assert_eq!(parse("5 days a week", Unit::DaysPerWeek), Some(5.0));
}
