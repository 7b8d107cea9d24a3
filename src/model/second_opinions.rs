//! What a doubter would hold against the answer: other ways of counting, and the one cost without
//! which it would be another.

use super::cost::ledger::Line;
use super::evaluation::Evaluation;
use super::units::Money;

/// One objection, with its figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Opinion {
    /// What paying people for busy minutes only would have said: the way it favours, what that seems
    /// to save against the other, and what of the best month is paid time without work.
    BusyTime {
        /// The way that seems cheapest, by place.
        favours: usize,
        /// What it seems to save a month against the best, or the best against the next.
        by: Money,
        /// Idle and absent time in the best month.
        unworked: Money,
    },
    /// The best wins only because of this line: without it, another does.
    OnlyBecause {
        /// The line.
        line: Line,
        /// Who would win.
        instead: usize,
        /// By how much a month.
        by: Money,
    },
    /// The critics' case: dividing the work saves pay, and loses more than that in hand-overs,
    /// questions, waiting and lost customers.
    Division {
        /// The way that divides the work, by place.
        divided: usize,
        /// The way that does not.
        whole: usize,
        /// What it saves a month on work and on people without any.
        saved: Money,
        /// What the division costs.
        spent: Money,
    },
}

/// Lines without which another way may win.
const DECISIVE: [Line; 5] = [
    Line::LostCustomers,
    Line::Errors,
    Line::Delay,
    Line::Turnover,
    Line::Fixed,
];

/// Lines that dividing the work brings.
const OF_DIVISION: [Line; 4] = [Line::HandOff, Line::Loops, Line::Delay, Line::LostCustomers];

/// The objections to an answer; none where fewer than two ways run.
pub fn opinions(evaluation: &Evaluation) -> Vec<Opinion> {
    let comparison = &evaluation.comparison;
    let Some((best, next)) = comparison.best().zip(comparison.next()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    found.extend(division(evaluation));
    found.extend(
        DECISIVE
            .iter()
            .filter_map(|line| only_because(evaluation, best, *line)),
    );
    found.extend(busy_time(evaluation, best, next));
    found
}

/// The cheapest of the ways that run, under some cost, and its cost.
fn cheapest(evaluation: &Evaluation, cost: impl Fn(usize) -> f64) -> Option<(usize, f64)> {
    let running = evaluation.comparison.ranking.iter();
    let costs = running.map(|place| (*place, cost(*place)));
    costs.min_by(|a, b| a.1.total_cmp(&b.1))
}

/// None where the two cost the same so.
fn busy_time(evaluation: &Evaluation, best: usize, next: usize) -> Option<Opinion> {
    let unworked = |place: usize| {
        let month = &evaluation.strategies[place].month;
        month.line(Line::Idle) + month.line(Line::Absence)
    };
    let seeming = |place: usize| {
        let month = &evaluation.strategies[place].month;
        (month.total() - unworked(place)).get()
    };
    let (favours, cost) = cheapest(evaluation, seeming).unwrap_or((best, 0.0));
    let against = if favours == best { next } else { best };
    let by = seeming(against) - cost;
    (by > 0.5).then(|| Opinion::BusyTime {
        favours,
        by: Money(by),
        unworked: unworked(best),
    })
}

fn only_because(evaluation: &Evaluation, best: usize, line: Line) -> Option<Opinion> {
    let without = |place: usize| {
        let month = &evaluation.strategies[place].month;
        (month.total() - month.line(line)).get()
    };
    let (instead, cost) = cheapest(evaluation, without)?;
    (instead != best && without(best) > cost).then(|| Opinion::OnlyBecause {
        line,
        instead,
        by: Money(without(best) - cost),
    })
}

/// Where the work is best left whole although dividing it saves pay.
fn division(evaluation: &Evaluation) -> Option<Opinion> {
    let place = |key: &str| evaluation.strategies.iter().position(|one| one.key == key);
    let best = evaluation.comparison.best()?;
    let whole_ways = ["front_office", "front_with_tool", "one_team"];
    if !whole_ways.contains(&evaluation.strategies[best].key) {
        return None;
    }
    let divided = ["back_office", "split", "outsourced"]
        .iter()
        .filter_map(|key| place(key));
    let case = |divided: usize| {
        let (ours, theirs) = (
            &evaluation.strategies[divided].month,
            &evaluation.strategies[best].month,
        );
        let of = |line: Line| (ours.line(line) - theirs.line(line)).get();
        let saved = -(of(Line::Work) + of(Line::Idle) + of(Line::Absence));
        let spent: f64 = OF_DIVISION.iter().map(|line| of(*line)).sum();
        (saved > 0.0 && spent > saved).then_some(Opinion::Division {
            divided,
            whole: best,
            saved: Money(saved),
            spent: Money(spent),
        })
    };
    divided
        .filter(|place| evaluation.strategies[*place].status.runs())
        .find_map(case)
}
