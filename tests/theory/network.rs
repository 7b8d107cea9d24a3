//! Routing, passages and open networks.

use crate::{agree, near};
use counterbalance::model::queueing::error::Each;
use counterbalance::model::queueing::network::evaluate_traffic;
use counterbalance::model::queueing::{
    InputProblem, MultiServer, Network, NetworkMethod, QueueError, Station, Turnaround,
    evaluate_network, evaluate_wait, passage, visits,
};

/// A network with every variability one.
fn exponential(
    external: &[f64],
    routing: &[&[f64]],
    mean_service: &[f64],
    servers: &[f64],
) -> Network {
    Network {
        external_arrivals: external.to_vec(),
        routing: routing.iter().map(|row| row.to_vec()).collect(),
        mean_service: mean_service.to_vec(),
        servers: servers.to_vec(),
        service_scv: vec![1.0; external.len()],
        arrival_scv: vec![1.0; external.len()],
    }
}

#[test]
fn visits_of_a_loop_are_geometric() {
    let routing = vec![
        vec![0.0, 0.15, 0.0],
        vec![1.0, 0.0, 0.0],
        vec![0.5, 0.0, 0.5],
    ];
    let found = visits(&routing).unwrap();
    near(found[0][0], 1.0 / 0.85, 1e-14);
    near(found[0][1], 0.15 / 0.85, 1e-14);
    near(found[0][2], 0.0, 0.0);
    near(found[2][2], 2.0, 1e-14);
    near(found[2][0], 1.0 / 0.85, 1e-14);
}

#[test]
fn work_that_never_leaves_is_found() {
    let trap = vec![vec![0.0, 0.5], vec![0.0, 1.0]];
    assert_eq!(
        visits(&trap).unwrap_err(),
        QueueError::NeverLeaves { station: 1 }
    );
    let ring = vec![vec![0.0, 1.0], vec![1.0, 0.0]];
    assert!(matches!(visits(&ring), Err(QueueError::NeverLeaves { .. })));
    let slow = vec![vec![0.0, 1.0], vec![1.0 - 1e-6, 0.0]];
    agree(visits(&slow).unwrap()[0][0], 1e6, 1e-9);
    let tenths = vec![vec![0.1; 10]; 10];
    assert!(matches!(
        visits(&tenths),
        Err(QueueError::NeverLeaves { .. })
    ));
}

#[test]
fn passage_through_geometric_loops() {
    // X once, then with probability q a loop of Y and back to a fresh X.
    let (q, x, y, var_x, var_y) = (0.3, 20.0, 5.0, 130.0, 25.0);
    let routing = vec![vec![0.0, q], vec![1.0, 0.0]];
    let found = passage(&[x, y], &[var_x, var_y], &routing, 0).unwrap();
    let (loops, spread) = (q / (1.0 - q), q / (1.0_f64 - q).powi(2));
    agree(found.mean, x + loops * (x + y), 1e-14);
    let variance = var_x + loops * (var_x + var_y) + spread * (x + y).powi(2);
    agree(found.variance, variance, 1e-13);
    let from_loop = passage(&[x, y], &[var_x, var_y], &routing, 1).unwrap();
    agree(from_loop.variance, variance + var_y, 1e-13);
    let constant = passage(&[x, y], &[0.0, 0.0], &[vec![0.0, 1.0], vec![0.0, 0.0]], 0).unwrap();
    assert_eq!((constant.mean, constant.variance), (25.0, 0.0));
}

#[test]
fn clarification_case_without_removing_feedback() {
    // First visit 20 minutes; with probability 0.15 another of 5, and so on; six tasks an hour.
    let q: f64 = 0.15;
    let loops = q / (1.0 - q);
    let mean_service = (20.0 + 5.0 * loops) / (1.0 + loops);
    let second = (20.0 * 20.0 * 2.0 + 25.0 * 2.0 * loops) / (1.0 + loops);
    let service_scv = second / (mean_service * mean_service) - 1.0;
    near(mean_service, 17.75, 1e-12);
    near(service_scv, 1.182106724856179, 1e-12);
    let arrival_rate = 0.1 * (1.0 + loops);
    let merged = Station {
        servers: 3.0,
        arrival_rate,
        mean_service,
        service_scv,
        arrival_scv: 1.0,
    };
    let wait = evaluate_wait(&merged).unwrap();
    // mpmath, 30 digits.
    agree(wait.mean, 10.17147152812308, 1e-12);
    let later = vec![vec![0.0, q], vec![0.0, q]];
    let means = [wait.mean + 20.0, wait.mean + 5.0];
    let variances = [wait.variance + 400.0, wait.variance + 25.0];
    let through = passage(&means, &variances, &later, 0).unwrap();
    agree(through.mean, 32.84879003308598, 1e-12);
    agree(through.variance, 830.7464040405575, 1e-12);
    let gamma = Turnaround::Gamma {
        mean: through.mean,
        variance: through.variance,
    };
    near(through.mean, 32.85, 0.005);
    near(gamma.quantile(0.9), 70.9, 0.05);
    near(gamma.quantile(0.95), 89.8, 0.05);
    agree(gamma.quantile(0.9), 70.9089462927, 1e-11);
    agree(gamma.quantile(0.95), 89.840800276284, 1e-12);
}

#[test]
fn clarification_case_with_feedback_removed() {
    // The same case as one station that feeds itself; the specification prints 32.73, 73.0, 93.6.
    let mut network = exponential(&[0.1], &[&[0.15]], &[17.75], &[3.0]);
    network.service_scv = vec![1.182106724856179];
    let found = evaluate_network(&network).unwrap();
    near(found.mean_turnaround.unwrap(), 32.73, 0.005);
    // All service of a task as the analyser sees it: q + (1−q)c_s² about a mean of τ/(1−q).
    let service = (0.15 + 0.85 * network.service_scv[0]) * (17.75_f64 / 0.85).powi(2);
    let turnaround = Turnaround::Gamma {
        mean: found.mean_turnaround.unwrap(),
        variance: found.waits[0].variance + service,
    };
    near(turnaround.quantile(0.9), 73.0, 0.05);
    near(turnaround.quantile(0.95), 93.6, 0.05);
}

#[test]
fn jackson_with_feedback_is_independent_queues() {
    let routing: [&[f64]; 3] = [&[0.1, 0.6, 0.1], &[0.2, 0.0, 0.5], &[0.0, 0.1, 0.0]];
    let servers = [3.0, 2.0, f64::INFINITY];
    let network = exponential(&[0.3, 0.0, 0.1], &routing, &[4.0, 5.0, 6.0], &servers);
    let found = evaluate_network(&network).unwrap();
    assert_eq!(found.method, NetworkMethod::Exact);
    let rates = &found.traffic.arrival_rates;
    for j in 0..3 {
        let inflow: f64 = (0..3).map(|i| rates[i] * routing[i][j]).sum();
        agree(rates[j], network.external_arrivals[j] + inflow, 1e-13);
    }
    for i in 0..2 {
        let alone = MultiServer::new(servers[i], rates[i], network.mean_service[i]).unwrap();
        agree(found.mean_waits[i], alone.mean_wait(), 1e-12);
    }
    assert_eq!(found.mean_waits[2], 0.0);
    // Little's law for the whole network, and entries weighted by arrivals.
    let number: f64 = found.mean_numbers.iter().sum();
    let turnaround = found.mean_turnaround.unwrap();
    agree(number, 0.4 * turnaround, 1e-12);
    let entries = &found.mean_turnaround_by_entry;
    agree(turnaround, 0.75 * entries[0] + 0.25 * entries[2], 1e-12);
}

#[test]
fn the_analyser_equals_jackson_when_all_is_exponential() {
    let routing: [&[f64]; 2] = [&[0.2, 0.5], &[0.3, 0.0]];
    let exact = exponential(&[0.4, 0.2], &routing, &[1.5, 2.0], &[2.0, 2.0]);
    let mut almost = exact.clone();
    // Enough to leave the exact method, too little to change the answer.
    almost.service_scv[0] = 1.0 + 1e-12;
    let (jackson, qna) = (
        evaluate_network(&exact).unwrap(),
        evaluate_network(&almost).unwrap(),
    );
    assert_eq!(
        (jackson.method, qna.method),
        (NetworkMethod::Exact, NetworkMethod::Qna)
    );
    for i in 0..2 {
        agree(qna.mean_waits[i], jackson.mean_waits[i], 1e-9);
        near(qna.arrival_scvs[i], 1.0, 0.0);
    }
}

#[test]
fn the_analyser_agrees_with_an_independent_program() {
    let routing: [&[f64]; 3] = [&[0.1, 0.6, 0.1], &[0.2, 0.0, 0.5], &[0.0, 0.1, 0.0]];
    let mut network = exponential(
        &[0.3, 0.0, 0.1],
        &routing,
        &[4.0, 5.0, 6.0],
        &[3.0, 2.0, 4.0],
    );
    network.service_scv = vec![0.5, 2.0, 1.0];
    network.arrival_scv = vec![2.0, 1.0, 0.5];
    let found = evaluate_network(&network).unwrap();
    assert_eq!(found.method, NetworkMethod::Qna);
    // mpmath, 25 digits, written from the equations of the article.
    let scvs = [1.6597802224253, 1.2205812480708, 0.97661872924099];
    let waits = [0.86897613717748, 5.7689246681775, 0.23123085536179];
    for i in 0..3 {
        agree(found.arrival_scvs[i], scvs[i], 1e-12);
        agree(found.mean_waits[i], waits[i], 1e-12);
    }
    agree(found.mean_turnaround.unwrap(), 16.025966565558, 1e-12);
}

#[test]
fn overload_names_the_station_and_its_traffic_is_still_known() {
    let network = exponential(
        &[1.0, 0.0],
        &[&[0.0, 1.0], &[0.5, 0.0]],
        &[1.0, 1.0],
        &[3.0, 1.0],
    );
    let error = evaluate_network(&network).unwrap_err();
    let QueueError::Overload {
        station,
        load,
        servers,
        least_servers,
    } = error
    else {
        panic!("{error:?}");
    };
    assert_eq!((station, servers, least_servers), (Some(1), 1.0, 3.0));
    agree(load, 2.0, 1e-14);
    agree(
        evaluate_traffic(&network).unwrap().utilisation[0],
        2.0 / 3.0,
        1e-14,
    );
}

#[test]
fn nothing_arriving_and_bad_networks() {
    let idle = exponential(
        &[0.0, 0.0],
        &[&[0.0, 1.0], &[0.5, 0.0]],
        &[1.0, 1.0],
        &[1.0, 1.0],
    );
    let found = evaluate_network(&idle).unwrap();
    assert_eq!((found.mean_turnaround, found.traffic.visits), (None, None));
    near(found.mean_turnaround_by_entry[0], 4.0, 1e-12);
    let problem = |network: Network| match evaluate_network(&network).unwrap_err() {
        QueueError::Input { field, problem, .. } => (field, problem),
        other => panic!("{other:?}"),
    };
    let mut short = idle.clone();
    short.servers.pop();
    assert_eq!(
        problem(short),
        (
            "servers",
            InputProblem::Length {
                expected: 2,
                each: Each::Station
            }
        )
    );
    let mut over = idle.clone();
    over.routing[0] = vec![0.5, 0.6];
    assert_eq!(problem(over), ("routing", InputProblem::RowOverOne));
    let mut negative = idle;
    negative.routing[1][0] = -0.1;
    assert_eq!(problem(negative), ("routing", InputProblem::Negative));
}
