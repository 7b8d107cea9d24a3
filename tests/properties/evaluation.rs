//! Any scenario evaluates, and no number, sentence or picture of it is broken.

use super::cases;
use super::drawn::{grown, wild};
use counterbalance::charts::svg::svg;
use counterbalance::charts::{Chart, Theme};
use counterbalance::figures::more::{MORE, deciding};
use counterbalance::figures::{FIGURES, Figure};
use counterbalance::model::evaluation::{
    Evaluation, Line, Status, StrategyEvaluation, TeamEvaluation, TeamState, evaluate,
};
use counterbalance::model::findings::{find, find_turns};
use counterbalance::model::presets;
use counterbalance::model::scenario::Scenario;
use counterbalance::words::conditions::conditions;
use counterbalance::words::sentences::{Context, headline, troubles};
use counterbalance::words::{break_evens, reasons, turns};
use proptest::prelude::*;
use serde_json::Value;

/// Fields that may be empty; in any other an empty value is a number that was none.
const OPTIONAL: [&str; 4] = ["turnaround", "today", "margin", "team"];

/// Walks a JSON tree and refuses every null that stands for a number: that is how an infinity and
/// a NaN are written.
fn all_finite(path: &str, value: &Value) {
    match value {
        Value::Null => {
            let field = path.rsplit('.').next().unwrap();
            assert!(OPTIONAL.contains(&field), "{path} is not a number");
        }
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                all_finite(&format!("{path}[{i}]"), item);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                all_finite(&format!("{path}.{key}"), field);
            }
        }
        Value::Number(number) => assert!(number.as_f64().unwrap().is_finite()),
        Value::Bool(_) | Value::String(_) => {}
    }
}

/// What is not written to JSON must be a number all the same.
fn hidden_numbers(strategy: &StrategyEvaluation) {
    for team in &strategy.teams {
        if let TeamState::Steady {
            wait_variance,
            mean_service,
            ..
        } = team.state
        {
            assert!(
                wait_variance.is_finite() && wait_variance >= 0.0,
                "{team:?}"
            );
            assert!(mean_service.get().is_finite(), "{team:?}");
        }
    }
    if let Some(time) = &strategy.turnaround {
        assert!(time.punctuality.delay_cost_per_minute.is_finite());
    }
}

/// Orders that hold whatever the numbers are.
fn sane(scenario: &Scenario, strategy: &StrategyEvaluation) {
    for team in &strategy.teams {
        let (load, on_duty) = (team.load.get(), team.on_duty.get());
        let case = format!("{}: {team:?}", strategy.key);
        match team.state {
            TeamState::Shared => assert!(team.occupancy.get() <= 1.0, "{case}"),
            TeamState::Overload {
                staff_needed,
                growth_per_week,
            } => {
                // People who are kept free may stand idle while other work piles up.
                assert!(load >= on_duty || !team.lines.is_empty(), "{case}");
                assert!(growth_per_week >= 0.0, "{case}");
                assert!(
                    staff_needed.get() > scenario.teams[team.team].staff.get(),
                    "{case}"
                );
            }
            TeamState::Steady { wait, p_wait, .. } => {
                assert!(load < on_duty, "{case}");
                assert!(
                    wait.get() >= 0.0 && (0.0..=1.0).contains(&p_wait.get()),
                    "{case}"
                );
            }
            TeamState::NobodyOnDuty { staff_needed } => {
                assert!(staff_needed.get() >= 1.0, "{case}")
            }
            TeamState::Unused | TeamState::AtOnce => {}
        }
    }
    // Of what is done between live contacts no formula may know the time.
    let unknown = |line: &Line| line.wait.is_none();
    let known = |team: &TeamEvaluation| !team.lines.iter().any(unknown);
    let (told, runs) = (strategy.turnaround.is_some(), strategy.status.runs());
    let case = format!("{}: {:?}", strategy.key, strategy.status);
    assert!(runs || !told, "{case}");
    assert!(told || !runs || !strategy.teams.iter().all(known), "{case}");
    if let Some(time) = &strategy.turnaround {
        let marks = [
            0.0,
            time.p50.get(),
            time.p80.get(),
            time.p90.get(),
            time.p95.get(),
        ];
        // Quantiles are found to some 1e-12 of themselves, and several may be one and the same.
        let in_order = marks.is_sorted_by(|one, next| *one <= next * (1.0 + 1e-11));
        assert!(in_order, "{}: {time:?}", strategy.key);
        assert!(time.mean.get() >= 0.0 && (0.0..=1.0).contains(&time.within_promise.get()));
    }
}

pub fn check_numbers(scenario: &Scenario) -> Evaluation {
    let evaluation = evaluate(scenario);
    all_finite("evaluation", &serde_json::to_value(&evaluation).unwrap());
    for strategy in &evaluation.strategies {
        hidden_numbers(strategy);
        sane(scenario, strategy);
    }
    evaluation
}

#[track_caller]
fn reads_well(text: &str) {
    let broken = ["NaN", "inf", "{team", "  ", "−0 ", "£−", "null"];
    for sign in broken {
        assert!(!text.contains(sign), "“{text}” contains “{sign}”");
    }
}

fn check_words(context: &Context) {
    reads_well(&headline(context).plain());
    reads_well(&conditions(context).plain());
    let found = troubles(context).into_iter();
    let why = reasons::reasons(context).into_iter();
    let searched = find_turns(context.scenario, context.evaluation);
    let crossings = searched.break_evens.iter();
    let minutes = crossings.map(|one| break_evens::break_even(context, one));
    let points = turns::turning_points(context, &searched)
        .into_iter()
        .map(|point| point.1);
    for phrase in found.chain(why).chain(minutes).chain(points) {
        assert!(!phrase.plain().is_empty());
        reads_well(&phrase.plain());
    }
    for place in 0..context.evaluation.strategies.len() {
        reads_well(&reasons::teams_line(context, place));
    }
    let example = presets::of(context.scenario).current();
    for (_, text) in reasons::assumptions(context.scenario) {
        reads_well(&text);
    }
    for text in reasons::changes(context.scenario, &example) {
        reads_well(&text);
    }
}

fn check_figures(context: &Context) {
    for shown in 0..context.evaluation.strategies.len() {
        for kind in FIGURES {
            check_figure(kind.key, (kind.build)(context, shown));
        }
        for kind in MORE {
            check_figure(kind.key, (kind.build)(context, shown));
        }
    }
    let turns = find_turns(context.scenario, context.evaluation);
    for address in deciding::choices(context, &turns) {
        check_figure(deciding::KEY, deciding::build(context, &turns, address));
    }
}

fn check_figure<C: Chart>(key: &str, figure: Option<Figure<C>>) {
    let Some(figure) = figure else {
        return;
    };
    for text in [&figure.headline, &figure.measure, &figure.summary] {
        reads_well(text);
    }
    for row in &figure.table.rows {
        assert_eq!(row.len(), figure.table.head.len(), "{key}");
        row.iter().for_each(|cell| reads_well(cell));
    }
    let height = figure.drawing.preferred_height(430.0);
    let picture = svg(&figure.drawing, &Theme::light(), 430.0, height).unwrap();
    assert!(
        !picture.contains("NaN") && !picture.contains("inf"),
        "{key}"
    );
    for hit in figure.drawing.hits(430.0, height) {
        assert!(hit.x.is_finite() && hit.y.is_finite(), "{key}: {hit:?}");
        reads_well(&hit.text);
    }
}

pub fn check_everything(scenario: &Scenario) {
    let evaluation = check_numbers(scenario);
    let findings = find(scenario, &evaluation);
    for point in &find_turns(scenario, &evaluation).turning_points {
        assert!(point.at.is_finite() && point.distance.is_finite());
    }
    let context = Context {
        scenario,
        evaluation: &evaluation,
        findings: &findings,
    };
    check_words(&context);
    check_figures(&context);
    // A page shows the first of the ways even where there is none.
    if evaluation.strategies.is_empty() {
        assert!(
            FIGURES
                .iter()
                .all(|kind| (kind.build)(&context, 0).is_none())
        );
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn every_number_of_an_example_is_a_number(scenario in wild()) {
        check_numbers(&scenario);
    }

    #[test]
    fn every_number_of_a_larger_scenario_is_a_number(scenario in grown()) {
        scenario.clone().admit().unwrap();
        check_numbers(&scenario);
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn everything_said_and_drawn_of_an_example_holds(scenario in wild()) {
        check_everything(&scenario);
    }

    #[test]
    fn everything_said_and_drawn_of_a_larger_scenario_holds(scenario in grown()) {
        check_everything(&scenario);
    }
}

#[test]
fn a_process_that_never_ends_says_so() {
    use counterbalance::model::scenario::{Activity, Doer, Route, Step};
    use counterbalance::model::units::Share;
    let mut scenario = super::drawn::consulting_with(&[]);
    let there = Step::new(Activity::Work, Doer::Team(0), 5.0, 1.0).then(1, 1.0);
    let back = Step::new(Activity::Work, Doer::Team(1), 5.0, 1.0).then(0, 1.0);
    scenario.own_routes = vec![Route {
        task: 0,
        share: Share(1.0),
        steps: vec![there, back],
    }];
    let evaluation = check_numbers(&scenario);
    assert_eq!(
        evaluation.of("own_process").unwrap().status,
        Status::NeverEnds
    );
    check_everything(&scenario);
}
