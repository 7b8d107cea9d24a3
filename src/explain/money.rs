//! Money: the month, the touch cost of a task, the horizon, and the hours behind them.

use super::term::{Term, known, part, plain};
use super::{EXACT, Explanation, Study, keys};
use crate::model::cost::horizon::annuity;
use crate::model::cost::ledger::{Entry, Ledger, Line, Valuation};
use crate::model::evaluation::{StepWorkings, TeamEvaluation, TeamState};
use crate::model::scenario::{Doer, TeamKind};
use crate::words::english;
use crate::words::numbers::{hours, money, money_exact};

impl Study<'_> {
    /// Cost of a month: every entry of the ledger.
    pub(super) fn month(&self) -> Explanation {
        let evaluated = self.context.strategy(self.place);
        let prices = |entry: &Entry| match (entry.line, entry.team) {
            (Line::Errors, _) => self.errors(self.hours_per_month()),
            (Line::Delay, _) => self.delay(),
            (Line::LostCustomers, _) => self.lost_customers(),
            (Line::Work, Some(team)) => self.passes(team, self.tasks_a_month()),
            (Line::Fixed, Some(team)) => self.contract(team),
            (Line::Fixed, None) => self.licences(entry.amount.get()),
            (Line::Turnover, Some(team)) => self.turnover(team, entry.amount.get()),
            _ => plain(entry.amount.get()),
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
        let hangs_on_times = [Line::Delay, Line::LostCustomers];
        let hangs_on_times = hangs_on_times.map(|line| evaluated.month.line(line).get() > 0.0);
        let sure = match hangs_on_times.contains(&true) {
            true => "As sure as the times that are priced in it, see below.",
            false => EXACT,
        };
        let stays = |team: &&TeamEvaluation| {
            let member = &self.scenario.teams[team.team];
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
        let prices = |entry: &Entry| match entry.team {
            Some(team) => self.passes(team, self.tasks_of_a_task()),
            None => self.errors_of_a_task(),
        };
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
    fn ledger(&self, ledger: &Ledger, in_minutes: bool, price: &dyn Fn(&Entry) -> Term) -> Term {
        let one = |entry: &Entry| {
            let line = english::line(entry.line);
            let Some(team) = entry.team else {
                return part(line, price(entry));
            };
            if entry.valuation == Valuation::Price {
                return part(format!("{line} · {}", self.team(team)), price(entry));
            }
            let name = format!("{line} · {}", self.team(team));
            let member = &self.scenario.teams[team];
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

    /// Set-up and months over the horizon, where anything is set up.
    pub(super) fn horizon(&self) -> Option<Explanation> {
        let evaluated = self.context.strategy(self.place);
        let horizon = &self.scenario.horizon;
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
        (evaluated.set_up.get() > 0.0).then(|| Explanation {
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
            Doer::Team(team) => self.scenario.teams[team].kind == TeamKind::Front,
            Doer::Customer => false,
        };
        let mut terms = Vec::new();
        let in_front = |team: &&TeamEvaluation| {
            self.scenario.teams[team.team].kind == TeamKind::Front && !team.lines.is_empty()
        };
        let in_lines: Vec<&TeamEvaluation> = self.own.teams.iter().filter(in_front).collect();
        for team in &in_lines {
            terms.push(Term::Product(vec![
                known("people kept busy", team.load.get()),
                known("open hours a month", self.hours_per_month()),
            ]));
        }
        let told = |step: &&StepWorkings| match step.step.doer {
            Doer::Team(team) => in_lines.iter().any(|one| one.team == team),
            Doer::Customer => false,
        };
        for route in &self.own.routes {
            let steps = route
                .steps
                .iter()
                .filter(is_front)
                .filter(|step| !told(step));
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
