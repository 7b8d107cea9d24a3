//! Teams: how busy each is, how long work waits for it, and how fast it falls behind.

use super::term::{Term, known, less, over, part, plain};
use super::{EXACT, Explanation, Study, keys};
use crate::model::evaluation::{RouteWorkings, StepWorkings, TeamEvaluation, TeamState};
use crate::model::queueing::whitt::{kimura_factor, whitt_factor};
use crate::model::queueing::{Method, erlang_c};
use crate::model::scenario::Doer;
use crate::words::labels::upper_first;
use crate::words::numbers::{duration, number, percent};

impl Study<'_> {
    /// Every team that has work.
    pub(super) fn teams(&self) -> Vec<Explanation> {
        let mut all = Vec::new();
        for team in self
            .own
            .teams
            .iter()
            .filter(|team| team.state != TeamState::Unused)
        {
            all.extend(self.busy(team));
            all.extend(self.wait(team));
            all.extend(self.growth(team));
        }
        all
    }

    fn named(&self, key: &str, team: &TeamEvaluation, what: &str) -> (String, String) {
        let name = format!("{} · {what}", upper_first(&self.team(team.team)));
        (format!("{key}-{}", team.team), name)
    }

    /// People kept busy: the load, step by step.
    fn load(&self, team: usize) -> Term {
        let mut terms = Vec::new();
        for route in &self.own.routes {
            for step in &route.steps {
                let minutes = step.step.minutes.get();
                if step.step.doer == Doer::Team(team) && step.visits * minutes > 0.0 {
                    terms.push(Term::Product(vec![
                        known("tasks an hour", route.tasks_per_minute * 60.0),
                        known("visits", step.visits),
                        known("minutes", minutes),
                    ]));
                }
            }
        }
        over(Term::Sum(terms), plain(60.0))
    }

    fn on_duty(&self, team: &TeamEvaluation) -> Term {
        let member = &self.scenario.teams[team.team];
        if member.flexible {
            return known("people on duty", team.on_duty.get());
        }
        let away = member.shrinkage.get();
        let people = known("people", member.staff.get());
        match away > 0.0 {
            true => Term::Product(vec![people, less(plain(1.0), known("share away", away))]),
            false => people,
        }
    }

    fn busy(&self, team: &TeamEvaluation) -> Option<Explanation> {
        let (key, name) = self.named(keys::BUSY, team, "share of the time busy");
        (team.on_duty.get() > 0.0).then(|| Explanation {
            key,
            name,
            value: team.occupancy.get(),
            format: percent,
            // Who gives up is not served, and who helps is busy elsewhere too.
            term: match team.lines.is_empty() {
                true => over(self.load(team.team), self.on_duty(team)),
                false => over(
                    known("people kept busy", team.load.get()),
                    self.on_duty(team),
                ),
            },
            sureness: match team.state {
                TeamState::AtOnce => {
                    "Exact. It has no queue: its work is begun at once, beside its clients.".into()
                }
                _ => EXACT.into(),
            },
            method: "networks",
        })
    }

    /// Mean wait of a visit: Erlang's C, and a factor for services that are not exponential.
    fn wait(&self, team: &TeamEvaluation) -> Option<Explanation> {
        let TeamState::Steady {
            wait,
            mean_service,
            service_scv,
            method,
            ..
        } = team.state
        else {
            return None;
        };
        if wait.get() <= 0.0 {
            return None;
        }
        let (servers, load) = (team.on_duty.get(), team.load.get());
        let (duty, busy) = (
            known("people on duty", servers),
            known("people kept busy", load),
        );
        let c = Term::Call {
            function: "C",
            arguments: vec![duty.clone(), busy.clone()],
            value: erlang_c(servers, load),
        };
        let spread = || known("spread", service_scv);
        let half = |of: Term| over(Term::Sum(vec![plain(1.0), of]), plain(2.0));
        let occupancy = || known("share busy", team.occupancy.get());
        let factors = match method {
            Method::Exact => vec![],
            Method::PollaczekKhinchine => vec![half(spread())],
            Method::Kimura => vec![Term::Call {
                function: "K",
                arguments: vec![duty.clone(), occupancy(), spread()],
                value: kimura_factor(servers, team.occupancy.get(), service_scv),
            }],
            Method::Whitt => vec![
                Term::Call {
                    function: "φ",
                    arguments: vec![duty.clone(), occupancy(), plain(1.0), spread()],
                    value: whitt_factor(servers, team.occupancy.get(), 1.0, service_scv),
                },
                half(spread()),
            ],
        };
        let minutes = known("minutes of a visit", mean_service.get());
        let above: Vec<Term> = factors.into_iter().chain([c, minutes]).collect();
        let (key, name) = self.named("wait", team, "mean wait of a visit");
        Some(Explanation {
            key,
            name,
            value: wait.get(),
            format: duration,
            term: over(Term::Product(above), less(duty, busy)),
            sureness: match method {
                Method::Exact => "Exact for Poisson arrivals and exponential times.".into(),
                Method::PollaczekKhinchine => "Exact for one server and Poisson arrivals.".into(),
                Method::Kimura => "Approximate: Kimura’s interpolation; its measured error stands on the method page.".into(),
                Method::Whitt => "Approximate: Whitt’s formula; its measured error stands on the method page.".into(),
            },
            method: match method {
                Method::Exact => "erlang-c",
                _ => "variability",
            },
        })
    }

    /// Tasks by which the backlog of an overloaded team grows a week.
    fn growth(&self, team: &TeamEvaluation) -> Option<Explanation> {
        let TeamState::Overload {
            growth_per_week, ..
        } = team.state
        else {
            return None;
        };
        if !team.lines.is_empty() {
            return None;
        }
        let week = self.scenario.calendar.hours_per_week();
        let excess = less(
            plain(1.0),
            over(plain(1.0), known("share asked for", team.occupancy.get())),
        );
        // A route brings as many tasks as come to the step to which most of them come.
        let tasks = |route: &RouteWorkings| {
            let own = |step: &&StepWorkings| step.step.doer == Doer::Team(team.team);
            let visits = route
                .steps
                .iter()
                .filter(own)
                .map(|step| step.visits.min(1.0));
            route.tasks_per_minute * 60.0 * visits.fold(0.0, f64::max)
        };
        let tasks: f64 = self.own.routes.iter().map(tasks).sum();
        let of = Term::Product(vec![
            known("tasks an hour that come to it", tasks),
            known("open hours a week", week),
            excess,
        ]);
        let (key, name) = self.named("growth", team, "backlog added a week");
        Some(Explanation {
            key,
            name,
            value: growth_per_week,
            format: |value| number(value, 1),
            term: part("growth", of),
            sureness: "Exact in the long run.".into(),
            method: "networks",
        })
    }
}
