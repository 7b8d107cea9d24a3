//! Formula and simulation side by side: where they agree, and why they may not.

use super::evaluation::{Accuracy, Answered, Basis, StrategyEvaluation, TeamState};
use super::scenario::Scenario;
use super::simulation::{Estimate, Summary};

/// Within this share of each other a mean of both is close enough.
const CLOSE: f64 = 0.05;
/// The same for a time that most tasks keep.
const CLOSE_QUANTILE: f64 = 0.10;

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Mean turnaround, minutes.
    Mean,
    /// The time that half keep, minutes.
    P50,
    /// The time that four in five keep, minutes.
    P80,
    /// The time that nine in ten keep, minutes.
    P90,
    /// The time that nineteen in twenty keep, minutes.
    P95,
    /// Share done within the promise.
    Within,
    /// Cost of a month.
    Month,
    /// How busy a team is, by its place in the scenario.
    Busy(usize),
    /// How long a visit waits for it, minutes.
    Wait(usize),
    /// Share of live contacts answered in time, by task.
    Answered(usize),
    /// Share of live contacts that give up, by task.
    GaveUp(usize),
}

impl Measure {
    /// Whether it is a share.
    pub fn is_share(self) -> bool {
        matches!(
            self,
            Self::Within | Self::Busy(_) | Self::Answered(_) | Self::GaveUp(_)
        )
    }
}

/// How the two stand to each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Agreement {
    /// The formula's value lies in the simulation's interval.
    Inside,
    /// It lies outside, but near: the difference as a share of the simulation's mean; of a share, the
    /// difference itself.
    Close(f64),
    /// It lies further off.
    Apart(f64),
    /// It is a bound, and holds.
    Bounds,
}

/// One number by formula and by simulation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// What it is.
    pub measure: Measure,
    /// What the formula says.
    pub formula: f64,
    /// What the simulation says.
    pub simulation: Estimate,
    /// How they stand to each other.
    pub agreement: Agreement,
}

/// Why formula and simulation may differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cause {
    /// The formula is exact: the interval misses one value in twenty.
    Chance,
    /// The quantiles come from a distribution fitted to mean and variance.
    Fitted,
    /// Visits of a task are taken as independent.
    Independent,
    /// The wait is approximated; whether times vary more than exponential ones.
    Approximate(bool),
    /// A fraction of a person, by team: a number to the formula, a part-timer in the simulation.
    Fraction(usize),
    /// The formula takes other work as never short.
    Bound,
    /// Live contacts of several kinds are taken as one, or their times are not exponential.
    Merged,
    /// Interruptions cost minutes that the formula leaves out.
    Interrupted,
    /// So near its limit that it settles more slowly than is simulated.
    NearLimit,
    /// Times are lognormal in the simulation.
    Lognormal,
}

/// Every cause for which a number may differ that lies outside its interval, with those numbers.
pub fn reasons(
    scenario: &Scenario,
    way: &StrategyEvaluation,
    judged: &[Judged],
) -> Vec<(Cause, Vec<Measure>)> {
    let mut all: Vec<(Cause, Vec<Measure>)> = Vec::new();
    for one in judged {
        if matches!(one.agreement, Agreement::Inside) {
            continue;
        }
        for cause in causes(scenario, way, one.measure) {
            match all.iter_mut().find(|(known, _)| *known == cause) {
                Some((_, measures)) => measures.push(one.measure),
                None => all.push((cause, vec![one.measure])),
            }
        }
    }
    all
}

/// All numbers of a way that both know.
pub fn judge(scenario: &Scenario, way: &StrategyEvaluation, found: &Summary) -> Vec<Judged> {
    let mut all = Vec::new();
    let mut enter = |measure, formula: f64, simulation: Estimate| {
        all.push(Judged {
            measure,
            formula,
            simulation,
            agreement: agreement(measure, formula, simulation),
        });
    };
    if let Some(time) = &way.turnaround {
        let [half, four, nine, nineteen] = found.quantiles;
        enter(Measure::Mean, time.mean.get(), found.turnaround);
        enter(Measure::P50, time.p50.get(), half);
        enter(Measure::P80, time.p80.get(), four);
        enter(Measure::P90, time.p90.get(), nine);
        enter(Measure::P95, time.p95.get(), nineteen);
        enter(Measure::Within, time.within_promise.get(), found.within);
    }
    enter(Measure::Month, way.month.total().get(), found.month);
    for (_, line, answered) in way.answered() {
        let stream = found.streams.iter().find(|one| one.task == line.task);
        let Some(stream) = stream else { continue };
        let mut enter = |measure, formula: Option<f64>, simulation| {
            let Some(formula) = formula else { return };
            all.push(Judged {
                measure,
                formula,
                simulation,
                agreement: of_live(measure, answered, formula, simulation),
            });
        };
        let in_time = answered.in_time.map(|share| share.get());
        enter(Measure::Answered(line.task), in_time, stream.answered);
        let gave_up = answered.gave_up.map(|share| share.get());
        enter(Measure::GaveUp(line.task), gave_up, stream.given_up);
    }
    let mut enter = |measure, formula: f64, simulation: Estimate| {
        all.push(Judged {
            measure,
            formula,
            simulation,
            agreement: agreement(measure, formula, simulation),
        });
    };
    let helped = way.teams.iter().find_map(|team| Some(team.help?.team));
    let used = way.teams.iter().zip(&found.teams);
    for (team, found) in used.filter(|(team, _)| team.state != TeamState::Unused) {
        // Who does how much of what is shared no formula says.
        if team.help.is_some() || helped == Some(team.team) {
            continue;
        }
        let on_duty = team.on_duty.get();
        let share = |people: f64| if on_duty > 0.0 { people / on_duty } else { 0.0 };
        let busy = Estimate {
            mean: share(found.busy.mean),
            half: share(found.busy.half),
        };
        enter(Measure::Busy(team.team), team.occupancy.get(), busy);
        if let TeamState::Steady { wait, .. } = team.state
            && scenario.teams[team.team].queues
        {
            enter(Measure::Wait(team.team), wait.get(), found.wait);
        }
    }
    all
}

/// How a figure of live contacts stands to the simulation's: a bound holds or does not.
fn of_live(measure: Measure, of: &Answered, formula: f64, simulation: Estimate) -> Agreement {
    let better = match measure {
        Measure::GaveUp(_) => simulation.mean - simulation.half <= formula,
        _ => simulation.mean + simulation.half >= formula,
    };
    match of.basis {
        Basis::Bound if better => Agreement::Bounds,
        _ => agreement(measure, formula, simulation),
    }
}

fn agreement(measure: Measure, formula: f64, simulation: Estimate) -> Agreement {
    let away = formula - simulation.mean;
    let is_share = measure.is_share();
    // Less than anybody would print is nothing: a twentieth of a per mille, a third of a second.
    let nothing = if is_share { 5e-5 } else { 5e-3 };
    if simulation.holds(formula) || away.abs() < nothing {
        return Agreement::Inside;
    }
    let off = match simulation.mean {
        _ if is_share => away,
        0.0 => 1.0,
        mean => away / mean,
    };
    let close = match measure {
        Measure::P80 | Measure::P90 | Measure::P95 => CLOSE_QUANTILE,
        _ => CLOSE,
    };
    if off.abs() <= close {
        Agreement::Close(off)
    } else {
        Agreement::Apart(off)
    }
}

/// Why a figure of live contacts may differ.
fn of_contacts(way: &StrategyEvaluation, task: usize) -> Cause {
    let mut all = way.answered();
    let basis = all.find(|(_, line, _)| line.task == task);
    match basis.map(|(_, _, answered)| answered.basis) {
        Some(Basis::Bound) => Cause::Bound,
        Some(Basis::Approximate) => Cause::Merged,
        _ => Cause::Chance,
    }
}

/// Whether nearly everything waits for some team: it then takes longer to settle than anybody watches.
fn near_limit(way: &StrategyEvaluation) -> bool {
    const NEARLY_ALL: f64 = 0.97;
    way.teams.iter().any(|team| {
        let waits = team.lines.iter().filter_map(|line| line.wait);
        let line = waits.map(|wait| wait.p_wait.get()).fold(0.0, f64::max);
        let all = match team.state {
            TeamState::Steady { p_wait, .. } => p_wait.get(),
            _ => line,
        };
        all > NEARLY_ALL
    })
}

/// Why a number of a way may differ, the weightiest first; never empty.
fn causes(scenario: &Scenario, way: &StrategyEvaluation, measure: Measure) -> Vec<Cause> {
    let interrupts =
        |team: &super::scenario::Team| team.desk.interrupts && team.desk.switch_minutes.get() > 0.0;
    if scenario.teams.iter().any(interrupts) && measure != Measure::Month {
        return vec![Cause::Interrupted];
    }
    if matches!(measure, Measure::Busy(_) | Measure::Month) {
        return vec![Cause::Chance];
    }
    if let Measure::Answered(task) | Measure::GaveUp(task) = measure {
        return vec![of_contacts(way, task)];
    }
    if near_limit(way) {
        return vec![Cause::NearLimit];
    }
    let mut causes = Vec::new();
    let used = |team: usize| !matches!(measure, Measure::Wait(other) if other != team);
    for team in way.teams.iter().filter(|team| used(team.team)) {
        let waits = matches!(team.state, TeamState::Steady { .. });
        let fraction = team.on_duty.get().fract();
        if waits && fraction > 1e-6 && fraction < 1.0 - 1e-6 {
            causes.push(Cause::Fraction(team.team));
        }
    }
    if scenario.simulation.lognormal {
        causes.push(Cause::Lognormal);
    }
    let of_mean = matches!(measure, Measure::Mean | Measure::Wait(_));
    match way.turnaround.as_ref().map(|time| time.accuracy) {
        Some(Accuracy::Approximate) => causes.push(Cause::Approximate(false)),
        Some(Accuracy::Rough) => causes.push(Cause::Approximate(true)),
        Some(Accuracy::ExactMean) if of_mean => causes.push(Cause::Chance),
        Some(Accuracy::Independent) if !of_mean => causes.push(Cause::Independent),
        Some(Accuracy::ExactMean) => {}
        _ => causes.push(Cause::Chance),
    }
    let fitted = |accuracy| accuracy != Accuracy::Exact && accuracy != Accuracy::Independent;
    if !of_mean
        && way
            .turnaround
            .as_ref()
            .is_some_and(|time| fitted(time.accuracy))
    {
        causes.push(Cause::Fitted);
    }
    causes
}
