//! What is priced by the event: errors, waiting, customers lost, partners, people who come and go.

use super::Study;
use super::term::{Term, known, over, plain};
use crate::model::evaluation::StepWorkings;
use crate::model::scenario::{Activity, Doer, TeamKind};

impl Study<'_> {
    pub(super) fn hours_per_month(&self) -> f64 {
        self.scenario.calendar.hours_per_month()
    }

    /// Errors that reach the customer, in `hours`.
    pub(super) fn errors(&self, hours: f64) -> Term {
        self.escaped(|tasks_per_minute| known("tasks", tasks_per_minute * 60.0 * hours))
    }

    pub(super) fn errors_of_a_task(&self) -> Term {
        let all = self.own.tasks_per_minute();
        self.escaped(|tasks_per_minute| known("share of the tasks", tasks_per_minute / all))
    }

    fn escaped(&self, count: impl Fn(f64) -> Term) -> Term {
        let mut terms = Vec::new();
        for route in &self.own.routes {
            let price = self.scenario.tasks[route.task].error_cost.get();
            for step in route
                .steps
                .iter()
                .filter(|step| escapes(step) * price > 0.0)
            {
                terms.push(Term::Product(vec![
                    count(route.tasks_per_minute),
                    known("visits", step.visits),
                    known("errors that escape in a visit", step.step.escapes()),
                    known("cost of one", price),
                ]));
            }
        }
        Term::Sum(terms)
    }

    /// Waiting and lateness at their prices.
    pub(super) fn delay(&self) -> Term {
        let mut terms = Vec::new();
        for route in self.own.counted() {
            let (task, Some(time)) = (&self.scenario.tasks[route.task], &route.time) else {
                continue;
            };
            let tasks = || {
                known(
                    "tasks",
                    route.tasks_per_minute * 60.0 * self.hours_per_month(),
                )
            };
            if task.delay_cost.get() > 0.0 {
                let waited = over(
                    known("mean turnaround in minutes", route.mean()),
                    plain(60.0),
                );
                terms.push(Term::Product(vec![
                    tasks(),
                    waited,
                    known("price of an hour", task.delay_cost.get()),
                ]));
            }
            if task.late_penalty.get() > 0.0 {
                terms.push(Term::Product(vec![
                    tasks(),
                    known("share later than promised", time.over(task.promise.get())),
                    known("price of one", task.late_penalty.get()),
                ]));
            }
        }
        Term::Sum(terms)
    }

    pub(super) fn licences(&self, amount: f64) -> Term {
        let scenario = &self.scenario;
        match scenario.team_of(TeamKind::Front) {
            Some(front) => Term::Product(vec![
                known("users", scenario.teams[front].staff.get()),
                known("licence a month", scenario.tool.licence.get()),
            ]),
            None => plain(amount),
        }
    }

    /// How many tasks a route has in a month.
    pub(super) fn tasks_a_month(&self) -> impl Fn(f64) -> Term {
        let hours = self.hours_per_month();
        move |per_minute| known("tasks", per_minute * 60.0 * hours)
    }

    /// How many a route has of the average task.
    pub(super) fn tasks_of_a_task(&self) -> impl Fn(f64) -> Term {
        let all = self.own.tasks_per_minute();
        move |per_minute| known("share of the tasks", per_minute / all)
    }

    /// What a partner or a piece of software is paid for its passes.
    pub(super) fn passes(&self, team: usize, tasks: impl Fn(f64) -> Term) -> Term {
        let contract = &self.scenario.teams[team].contract;
        let own = |step: &&StepWorkings| {
            step.step.doer == Doer::Team(team) && step.step.activity == Activity::Work
        };
        let mut terms = Vec::new();
        for route in &self.own.routes {
            for step in route.steps.iter().filter(own) {
                let mut factors = vec![
                    tasks(route.tasks_per_minute),
                    known("visits", step.visits),
                    known("price", contract.unit_price.get()),
                ];
                if contract.governance.get() > 0.0 {
                    factors.push(known("with steering", 1.0 + contract.governance.get()));
                }
                terms.push(Term::Product(factors));
            }
        }
        Term::Sum(terms)
    }

    /// What a contract costs each month, whatever comes.
    pub(super) fn contract(&self, team: usize) -> Term {
        let contract = &self.scenario.teams[team].contract;
        let mut terms = Vec::new();
        if contract.monthly_fee.get() > 0.0 {
            terms.push(known("monthly fee", contract.monthly_fee.get()));
        }
        if let Some(back) = self.scenario.team_of(TeamKind::Back)
            && contract.retained.get() > 0.0
        {
            terms.push(Term::Product(vec![
                known("people who stay on", contract.retained.get()),
                known("open hours a month", self.hours_per_month()),
                known("rate", self.scenario.teams[back].rate.get()),
            ]));
        }
        Term::Sum(terms)
    }

    /// People who leave, and those who follow them.
    pub(super) fn turnover(&self, team: usize, amount: f64) -> Term {
        let member = &self.scenario.teams[team];
        let week = self.scenario.calendar.hours_per_week() * member.rate.get();
        let newcomer = member.turnover.newcomer(week);
        let each = newcomer.total();
        if each <= 0.0 {
            return plain(amount);
        }
        Term::Product(vec![
            known("leavers a month", amount / each),
            Term::Sum(vec![
                known("hiring", newcomer.hire),
                known("training", newcomer.training),
                known("slow at first", newcomer.ramp_up),
            ]),
        ])
    }

    /// Customers who go elsewhere.
    pub(super) fn lost_customers(&self) -> Term {
        let tasks = self.tasks_a_month();
        let mut terms = Vec::new();
        for route in &self.own.routes {
            let task = &self.scenario.tasks[route.task];
            let loyalty = &task.loyalty;
            let handed = |step: &&StepWorkings| step.step.activity == Activity::HandOff;
            let handed: f64 = route
                .steps
                .iter()
                .filter(handed)
                .map(|step| step.visits)
                .sum();
            let escapes: f64 = route.steps.iter().map(escapes).sum();
            let (promise, patience) = (task.promise.get(), loyalty.late_patience.get());
            let late = route.time.as_ref().filter(|_| route.counts);
            let late = late.map_or(0.0, |time| time.late_loss(promise, patience));
            let ways = [
                (
                    "leave when handed over",
                    loyalty.walk_away.get(),
                    handed.min(1.0),
                ),
                ("leave when late", loyalty.late_loss.get(), late),
                ("leave after an error", loyalty.error_loss.get(), escapes),
            ];
            let lost = loyalty.lost(handed.min(1.0), late, escapes);
            let worth = loyalty.customer_value.get();
            if worth * lost <= 0.0 {
                continue;
            }
            let sum: f64 = ways.iter().map(|(_, share, how)| share * how).sum();
            let share = if sum > lost {
                known("all of them", lost)
            } else {
                let used = ways.iter().filter(|(_, share, how)| share * how > 0.0);
                let term = |(name, share, how): &(&str, f64, f64)| {
                    Term::Product(vec![known(*name, *share), known("how far", *how)])
                };
                Term::Sum(used.map(term).collect())
            };
            terms.push(Term::Product(vec![
                tasks(route.tasks_per_minute),
                share,
                known("worth of a customer", worth),
            ]));
        }
        for (_, line, answered) in self.context.strategy(self.place).answered() {
            let task = &self.scenario.tasks[line.task];
            let cost = task.channel.given_up_cost.get();
            let gave_up = answered.gave_up.map_or(0.0, |share| share.get());
            if cost * gave_up > 0.0 {
                terms.push(Term::Product(vec![
                    known(
                        "contacts given up",
                        task.rate.get() * self.hours_per_month() * gave_up,
                    ),
                    known("cost of one", cost),
                ]));
            }
        }
        Term::Sum(terms)
    }
}

fn escapes(step: &StepWorkings) -> f64 {
    step.visits * step.step.escapes()
}
