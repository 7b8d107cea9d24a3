//! The verdict and the notes beside it, in sentences.

use super::english::{self, StrategyWords};
use super::further;
use super::labels::team_name;
use super::numbers::{duration, money};
use super::paybacks::{other_posts, payback};
use super::phrase::Phrase;
use crate::model::evaluation::{Effort, Evaluation, StrategyEvaluation, evaluate, evaluate_with};
use crate::model::findings::{Finding, Findings, Verdict, find};
use crate::model::scenario::Scenario;

/// A scenario with all that follows from it.
#[derive(Clone)]
pub struct Answer {
    /// What the user said.
    pub scenario: Scenario,
    /// What came of it.
    pub evaluation: Evaluation,
    /// What the numbers say.
    pub findings: Findings,
}

impl Answer {
    /// Evaluates a scenario.
    pub fn of(scenario: Scenario) -> Self {
        let evaluation = evaluate(&scenario);
        Self::from(scenario, evaluation)
    }

    /// The same with more effort than fits into a frame.
    pub fn in_full(scenario: Scenario) -> Self {
        let evaluation = evaluate_with(&scenario, Effort::Full);
        Self::from(scenario, evaluation)
    }

    fn from(scenario: Scenario, evaluation: Evaluation) -> Self {
        let findings = find(&scenario, &evaluation);
        Self {
            scenario,
            evaluation,
            findings,
        }
    }

    /// What sentences are made from.
    pub fn context(&self) -> Context<'_> {
        Context {
            scenario: &self.scenario,
            evaluation: &self.evaluation,
            findings: &self.findings,
        }
    }
}

/// What sentences are made from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What the user said.
    pub scenario: &'a Scenario,
    /// What came of it.
    pub evaluation: &'a Evaluation,
    /// What the numbers say.
    pub findings: &'a Findings,
}

impl<'a> Context<'a> {
    /// A strategy by its place in the list.
    pub fn strategy(&self, place: usize) -> &'a StrategyEvaluation {
        &self.evaluation.strategies[place]
    }

    /// The words of a strategy by its place in the list.
    pub fn words(&self, place: usize) -> &'static StrategyWords {
        english::strategy(self.strategy(place).key)
    }
}

/// The answer, as a headline.
pub fn headline(context: &Context) -> Phrase {
    match context.findings.verdict {
        Verdict::Best { best, next: None } if context.evaluation.strategies.len() == 1 => {
            further::headline(context, best)
        }
        Verdict::Best { best, next } => order(context, best)
            .then(advantage(context, best, next))
            .text("."),
        Verdict::TooClose { best, next, margin } => match further::tie(context, best, next) {
            Some(answers) => order(context, best).then(answers),
            None => too_close(context, best, next, margin.get()),
        },
        Verdict::NoneRuns => Phrase::new().text("None of these ways keeps up with the work."),
        Verdict::NothingToDo => {
            Phrase::new().text("No tasks arrive, so there is nothing to divide.")
        }
    }
}

fn order(context: &Context, place: usize) -> Phrase {
    let (before, coloured, after) = context.words(place).order;
    Phrase::new()
        .text(before)
        .name(context.strategy(place).tone, coloured)
        .text(after)
}

fn advantage(
    context: &Context,
    best: usize,
    next: Option<(usize, crate::model::units::Money)>,
) -> Phrase {
    let phrase = match next {
        Some((next, margin)) => Phrase::new().text(format!(
            ": {} a month cheaper than {}",
            money(margin.get()),
            context.words(next).noun
        )),
        None => further::alone(context, best),
    };
    match &context.strategy(best).turnaround {
        Some(time) => phrase.text(format!(
            ", nine in ten done within {}",
            duration(time.p90.get())
        )),
        None => phrase,
    }
}

fn too_close(context: &Context, best: usize, next: usize, margin: f64) -> Phrase {
    let (one, other) = (context.words(best), context.words(next));
    Phrase::new()
        .text("Too close to call: ")
        .name(context.strategy(best).tone, one.noun)
        .text(" and ")
        .name(context.strategy(next).tone, other.noun)
        .text(match money(margin).as_str() {
            "£0" => " cost the same.".to_owned(),
            margin => format!(" cost the same within {margin} a month."),
        })
}

/// What is in trouble, each as a sentence of its own.
pub fn troubles(context: &Context) -> Vec<Phrase> {
    context
        .findings
        .notes
        .iter()
        .filter(|note| !note.is_condition())
        .map(|finding| note(context, finding))
        .collect()
}

/// One finding as a sentence.
pub fn note(context: &Context, finding: &Finding) -> Phrase {
    let scenario = context.scenario;
    match finding {
        Finding::PaysBack {
            against,
            set_up,
            months_on_run,
            months_on_touch,
            ..
        } => Phrase::new().text(payback(
            context,
            *against,
            set_up.get(),
            *months_on_run,
            *months_on_touch,
        )),
        Finding::IfPosts {
            team,
            posts,
            released,
            pay,
            winner,
            by,
        } => {
            let team = team_name(scenario, *team).replace(' ', "-");
            Phrase::new().text(other_posts(
                &team,
                posts.get(),
                *released,
                pay.get(),
                context.words(*winner).noun,
                by.get(),
            ))
        }
        seldom => further::note(context, seldom),
    }
}

/// A way's name before what is said of it.
pub(super) fn named(context: &Context, place: usize) -> Phrase {
    Phrase::new()
        .name(context.strategy(place).tone, context.words(place).name)
        .text(": ")
}
