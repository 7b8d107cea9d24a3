//! Money: the month, the touch cost of a task, the horizon, and the hours behind them.

use super::term::{Term, known, part, plain};
use super::{EXACT, Explanation, Study, keys};
use crate::model::cost::horizon::annuity;
use crate::model::cost::ledger::{Entry, Ledger, Line, Valuation};
use crate::model::evaluation::{StepWorkings, TeamEvaluation, TeamState};
use crate::model::scenario::{Doer, TeamKind};
use crate::model::strategy;
use crate::words::english;
use crate::words::numbers::{hours, money, money_exact};

impl Study<'_> {
    /// Cost of a month: every entry of the ledger.
    pub(super) fn month(&self) -> Explanation {
        let evaluated = self.context.strategy(self.place);
        let prices = |line: Line, amount: f64| match line {
            Line::Errors => self.errors(self.hours_per_month()),
            Line::Delay => self.delay(),
            Line::Fixed => self.licences(amount),
            _ => plain(amount),
        };
        Explanation {
            key: keys::MONTH.into(),
            name: "Cost a month".into(),
            value: evaluated.month.total().get(),
            format: money,
            term: self.ledger(&evaluated.month, false, &prices),
            sureness: self.sure_of_month(),
            method: "page",
        }
    }

    /// How sure the month is, and what it leaves out.
    fn sure_of_month(&self) -> String {
        let evaluated = self.context.strategy(self.place);
        let sure = match evaluated.month.line(Line::Delay).get() > 0.0 {
            true => "As sure as the times that are priced in it, see below.",
            false => EXACT,
        };
        let stays = |team: &&TeamEvaluation| {
            let member = &self.context.scenario.teams[team.team];
            team.state != TeamState::Unused && !member.flexible && !member.posts_released
        };
        let staying: Vec<String> = self
            .own
            .teams
            .iter()
            .filter(stays)
            .map(|team| self.team(team.team))
            .collect();
        if staying.is_empty() {
            return sure.into();
        }
        format!(
            "{sure} The pay of {} is not in it, since those posts stay whatever is decided: their hours cost the fees lost where clients would have had them, and nothing where they are slack.",
            staying.join(" and ")
        )
    }

    /// Touch cost of a task: minutes at the hourly rates, and errors that escape.
    pub(super) fn touch(&self) -> Explanation {
        let evaluated = self.context.strategy(self.place);
        let prices = |_, _| self.errors_of_a_task();
        Explanation {
            key: keys::TOUCH.into(),
            name: "Touch cost of a task".into(),
            value: evaluated.touch.total().get(),
            format: money_exact,
            term: self.ledger(&evaluated.touch, true, &prices),
            sureness: EXACT.into(),
            method: "page",
        }
    }

    /// A part for each entry of a ledger: hours at a rate, or a price.
    fn ledger(&self, ledger: &Ledger, in_minutes: bool, price: &dyn Fn(Line, f64) -> Term) -> Term {
        let one = |entry: &Entry| {
            let line = english::line(entry.line);
            let Some(team) = entry.team else {
                return part(line, price(entry.line, entry.amount.get()));
            };
            let name = format!("{line} · {}", self.team(team));
            let member = &self.context.scenario.teams[team];
            let (word, rate) = match entry.valuation {
                Valuation::LostFee => ("fee lost for an hour", member.lost_fee().get()),
                _ => ("rate", member.rate.get()),
            };
            let spent = entry.hours.get();
            let spent = match in_minutes {
                true => super::term::over(known("minutes", spent * 60.0), plain(60.0)),
                false => known("hours", spent),
            };
            part(name, Term::Product(vec![spent, known(word, rate)]))
        };
        Term::Sum(ledger.entries.iter().map(one).collect())
    }

    fn hours_per_month(&self) -> f64 {
        self.context.scenario.calendar.hours_per_month()
    }

    /// Errors that reach the customer, in `hours`.
    fn errors(&self, hours: f64) -> Term {
        self.escaped(|tasks_per_minute| known("tasks", tasks_per_minute * 60.0 * hours))
    }

    fn errors_of_a_task(&self) -> Term {
        let all = self.own.tasks_per_minute();
        self.escaped(|tasks_per_minute| known("share of the tasks", tasks_per_minute / all))
    }

    fn escaped(&self, count: impl Fn(f64) -> Term) -> Term {
        let mut terms = Vec::new();
        for route in &self.own.routes {
            let price = self.context.scenario.tasks[route.task].error_cost.get();
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
    fn delay(&self) -> Term {
        let mut terms = Vec::new();
        for route in &self.own.routes {
            let (task, Some(time)) = (&self.context.scenario.tasks[route.task], &route.time) else {
                continue;
            };
            let tasks = || {
                known(
                    "tasks",
                    route.tasks_per_minute * 60.0 * self.hours_per_month(),
                )
            };
            if task.delay_cost.get() > 0.0 {
                let waited = super::term::over(
                    known("mean turnaround in minutes", time.mean()),
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

    fn licences(&self, amount: f64) -> Term {
        let scenario = self.context.scenario;
        match scenario.team_of(TeamKind::Front) {
            Some(front) => Term::Product(vec![
                known("users", scenario.teams[front].staff.get()),
                known("licence a month", scenario.tool.licence.get()),
            ]),
            None => plain(amount),
        }
    }

    /// Set-up and months over the horizon, where anything is set up.
    pub(super) fn horizon(&self) -> Option<Explanation> {
        let evaluated = self.context.strategy(self.place);
        let uses_tool = strategy::find(evaluated.key).is_some_and(|strategy| strategy.uses_tool);
        let horizon = &self.context.scenario.horizon;
        let (months, discount) = (horizon.months, horizon.discount.get());
        let count = if discount > 0.0 {
            Term::Call {
                function: "annuity",
                arguments: vec![known("months", months), known("discount a year", discount)],
                value: annuity(months, discount),
            }
        } else {
            known("months", months)
        };
        uses_tool.then(|| Explanation {
            key: "horizon".into(),
            name: "Cost over the horizon".into(),
            value: evaluated.horizon.get(),
            format: money,
            term: Term::Sum(vec![
                part("Set-up", known("set-up", evaluated.set_up.get())),
                part(
                    "Months",
                    Term::Product(vec![
                        known("cost a month", evaluated.month.total().get()),
                        count,
                    ]),
                ),
            ]),
            sureness: "As sure as the month.".into(),
            method: "page",
        })
    }

    /// Front-office hours that the work takes a month.
    pub(super) fn front_hours(&self) -> Explanation {
        let is_front = |step: &&StepWorkings| match step.step.doer {
            Doer::Team(team) => self.context.scenario.teams[team].kind == TeamKind::Front,
            Doer::Customer => false,
        };
        let mut terms = Vec::new();
        for route in &self.own.routes {
            let steps = route.steps.iter().filter(is_front);
            for step in steps.filter(|step| step.visits * step.step.minutes.get() > 0.0) {
                let of = Term::Product(vec![
                    known("tasks an hour", route.tasks_per_minute * 60.0),
                    known("visits", step.visits),
                    super::term::over(known("minutes", step.step.minutes.get()), plain(60.0)),
                    known("open hours a month", self.hours_per_month()),
                ]);
                terms.push(part(self.step_name(&step.step), of));
            }
        }
        Explanation {
            key: keys::FRONT.into(),
            name: "Front-office hours a month".into(),
            value: self.context.strategy(self.place).front_hours.get(),
            format: hours,
            term: Term::Sum(terms),
            sureness: EXACT.into(),
            method: "page",
        }
    }
}

fn escapes(step: &StepWorkings) -> f64 {
    step.visits * step.step.escapes()
}
