//! First come, first served: how old what waits is, and what that loses. From the curves of what has
//! arrived and what is done.

use super::terms::Terms;
use super::walk::Week;

/// Moments of a week at which the wait of what arrives then is looked at, and their weights: Simpson.
const MOMENTS: [(f64, f64); 3] = [(0.0, 1.0 / 6.0), (0.5, 4.0 / 6.0), (1.0, 1.0 / 6.0)];

/// A curve that rises week by week: its value when week 0 begins, and when each week ends.
struct Curve(Vec<f64>);

impl Curve {
    fn of(start: f64, weekly: impl Iterator<Item = f64>) -> Self {
        let mut sum = start;
        let mut points = vec![start];
        points.extend(weekly.map(|tasks| {
            sum += tasks;
            sum
        }));
        Self(points)
    }

    fn at(&self, moment: f64) -> f64 {
        let week = (moment as usize).min(self.0.len() - 2);
        let share = (moment - week as f64).min(1.0);
        self.0[week] + share * (self.0[week + 1] - self.0[week])
    }

    /// The first moment at which it reaches a value; its end where it does not. `from` is a week that
    /// is not later, and is moved there.
    fn reaches(&self, value: f64, from: &mut usize) -> f64 {
        while *from + 1 < self.0.len() && self.0[*from + 1] < value {
            *from += 1;
        }
        let Some(after) = self.0.get(*from + 1) else {
            return (self.0.len() - 1) as f64;
        };
        let (before, step) = (self.0[*from], after - self.0[*from]);
        let share = if step > 0.0 {
            ((value - before) / step).clamp(0.0, 1.0)
        } else {
            1.0
        };
        *from as f64 + share
    }
}

/// Writes into every week the age of the oldest task that waits when it ends. What waited at the
/// beginning counts as come then.
pub(super) fn ages(waiting: f64, weeks: &mut [Week]) {
    if weeks.is_empty() {
        return;
    }
    let come = Curve::of(waiting, weeks.iter().map(|week| week.arrivals));
    let mut from = 0;
    let mut done = 0.0;
    for (at, week) in weeks.iter_mut().enumerate() {
        done += week.done;
        week.oldest = match week.backlog > 0.0 {
            true => (at + 1) as f64 - come.reaches(done, &mut from),
            false => 0.0,
        };
    }
}

/// Money lost with customers who leave because their task waited: beyond what they would have left
/// without the wait. A task counts as done when its place in the line is, plus its own work.
pub(super) fn lost(terms: &Terms, weeks: &[Week]) -> f64 {
    if terms.late.is_empty() || weeks.is_empty() {
        return 0.0;
    }
    let waiting = terms.surge.waiting;
    let come = Curve::of(waiting, weeks.iter().map(|week| week.arrivals));
    let done = Curve::of(0.0, weeks.iter().map(|week| week.done));
    let mut from = 0;
    let mut of_waiting = 0;
    let first = waiting * of_a_wait(terms, done.reaches(waiting, &mut of_waiting));
    let of_week = |(at, week): (usize, &Week)| {
        let moments = MOMENTS.map(|(moment, weight)| {
            let moment = at as f64 + moment;
            let wait = done.reaches(come.at(moment), &mut from) - moment;
            weight * of_a_wait(terms, wait.max(0.0))
        });
        week.arrivals * moments.iter().sum::<f64>()
    };
    first + weeks.iter().enumerate().map(of_week).sum::<f64>()
}

/// Money that a wait loses, a task.
fn of_a_wait(terms: &Terms, weeks: f64) -> f64 {
    let own = terms.task_hours * 60.0;
    let minutes = weeks * terms.hours * 60.0;
    let late = terms.late.iter().map(|late| {
        let lateness = |time: f64| late.loyalty.lateness(time - late.promise);
        let worth = late.loyalty.customer_value.get() * late.loyalty.late_loss.get();
        late.share * worth * (lateness(own + minutes) - lateness(own))
    });
    late.sum()
}
