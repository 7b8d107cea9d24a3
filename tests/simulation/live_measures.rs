//! What is measured of live contacts, and that the luck of a task is its own.

use super::plans::{kind, live, step, stream, study_run, team, with_customer};
use counterbalance::model::cost::ledger::Line;
use counterbalance::model::simulation::records::{Record, Records};
use counterbalance::model::simulation::source::Chance;
use counterbalance::model::simulation::spread::Spread;
use counterbalance::model::simulation::study::Settings;
use counterbalance::model::simulation::tally::{Price, Tally};
use counterbalance::model::simulation::{
    Advance, Floor, Measures, Plan, Run, Study, Verdict, Window,
};

/// What a study says of live contacts travels as text, and comes back as it was; what is given up is
/// paid for, contact by contact.
#[test]
fn measures_of_streams_travel_and_what_is_given_up_has_its_price() {
    let plan = Plan {
        streams: vec![live(kind(0, 1.0, 0), 4.0, 0.5), kind(1, 0.1, 1)],
        steps: vec![with_customer(step(0, 5.0, 1.0)), step(1, 5.0, 1.0)],
        stations: vec![team(5.0), team(2.0)],
    };
    let mut study = Study::new(vec![study_run(plan.clone())], Settings::with_seed(1));
    while !study.advance(1 << 20) {}
    let verdict = study.verdicts().swap_remove(0);
    let text = serde_json::to_string(&verdict).unwrap();
    let back: Verdict = serde_json::from_str(&text).unwrap();
    assert_eq!(back, verdict);
    let Verdict::Steady { summary, .. } = verdict else {
        panic!("it is steady");
    };
    assert_eq!([0, 1].map(|place| summary.streams[place].task), [0, 1]);
    assert_eq!(summary.streams[1].given_up.mean, 0.0);
    assert_eq!(summary.streams[1].answered.mean, 0.0);

    let price = Price {
        given_up: 3.0,
        ..Price::default()
    };
    let mut tally = Tally::new(&plan, &[price, Price::default()]);
    let mut source = Chance::new(&plan, 1, 0);
    let window = Window {
        from: 500,
        until: 5_000,
    };
    let mut floor = Floor::new(&plan, &mut source, window);
    let mut run = Run {
        plan: &plan,
        floor: &mut floor,
        source: &mut source,
        witness: &mut tally,
    };
    while run.advance(1 << 20) == Advance::Paused {}
    let gave_up = tally.streams[0].gave_up;
    assert!(gave_up > 100.0 && tally.lost == 3.0 * gave_up);
    assert_eq!(tally.offered, 4_500.0);
    assert_eq!(tally.done + gave_up, 4_500.0);
    let scenario = study_run(plan).scenario;
    let found = Measures::measured(&tally, &scenario, false, &[]);
    let lost = Line::ALL
        .iter()
        .position(|line| *line == Line::LostCustomers);
    let month = scenario.tasks_per_month() * 3.0 * gave_up / 4_500.0;
    assert!((found.lines[lost.unwrap()] / month - 1.0).abs() < 1e-12);
}

/// The same task has the same luck whether its customer is patient or not.
#[test]
fn patience_takes_no_luck_from_the_work() {
    let times = |patience: Option<f64>, people| {
        let mut stream = stream(1.0);
        stream.patience = patience.map(Spread::Exponential);
        let plan = Plan {
            streams: vec![stream],
            steps: vec![with_customer(step(0, 5.0, 1.0))],
            stations: vec![team(people)],
        };
        let mut source = Chance::new(&plan, 1, 0);
        let window = Window {
            from: 0,
            until: 500,
        };
        let records = Records::of_run(&plan, &mut source, window);
        let work = |record: &Record| {
            let visit = record.visits.first()?;
            Some((record.arrived, visit.ended - visit.began))
        };
        records.all().take(500).map(work).collect::<Vec<_>>()
    };
    let (patient, not) = (times(None, 6.0), times(Some(2.0), 4.0));
    assert!(not.iter().filter(|work| work.is_none()).count() > 20);
    for pair in patient.iter().zip(&not) {
        if let (Some((came, minutes)), Some((other, same))) = pair {
            assert!((came - other).abs() < 1e-9 && (minutes - same).abs() < 1e-9);
        }
    }
}
