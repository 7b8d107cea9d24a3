//! What is wrong with a draft, each thing as a sentence that belongs beside one field.

use super::resolve::{Row, comes_back, ending, reached, row, share};
use super::{Draft, Hands, StepDraft, TeamDraft};
use crate::model::scenario::parameter::{Parameter, Slot, Unit, table};
use crate::model::scenario::validation::MOST_STEPS;
use crate::words::labels::task_name;
use crate::words::numbers::{count_word, number, percent_figure, value_text};
use crate::words::parse::parse;

/// A sentence and the field beside which it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Whose field.
    pub place: Place,
    /// Which field.
    pub field: Field,
    /// What is wrong and what to do.
    pub sentence: String,
}

/// Whose field something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A team's, by its key.
    Team(String),
    /// A step's, by its lasting name.
    Step(u32),
    /// A whole task's, by its place in the list.
    Task(usize),
    /// That of a row of the table of tasks, by the task's key.
    Kind(String),
}

/// A field of a team, a step or a kind of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A name.
    Name,
    /// What a team is to the customer.
    Kind,
    /// People on the roster.
    People,
    /// Share of the time away.
    Away,
    /// Cost of an hour.
    Rate,
    /// Who does a step.
    Doer,
    /// Minutes of a pass.
    Minutes,
    /// Their spread.
    Spread,
    /// Time that passes after a step.
    Wait,
    /// All ways out of a step together.
    Ways,
    /// The share of one of them.
    Share(usize),
    /// The steps of a task together.
    Steps,
    /// How many tasks come in an hour.
    Arrivals,
    /// Minutes that a task takes in front.
    InFront,
    /// Minutes that a task takes behind.
    Behind,
    /// Share of the tasks behind that raise a question.
    Asks,
    /// Hours within which a task is promised.
    Promise,
}

/// Longest time of a step, in minutes.
const LONGEST: f64 = 240_000.0;
/// Widest spread of a step.
const WIDEST: f64 = 4.0;
/// Percentages are told apart to this many digits.
const ROUNDING: f64 = 1e-9;

/// The row of a team's number in the parameter table.
fn team_row(field: &str) -> &'static Parameter {
    let found = table().find(|row| row.field == field && matches!(row.slot, Slot::Team(_)));
    found.expect("the fields of the editor are rows of the table")
}

/// Reads a number of a team; a sentence where it cannot be used.
pub(super) fn number_in(field: &str, typed: &str) -> Result<f64, String> {
    number_of(team_row(field), typed)
}

/// Reads a number of a row of the table; a sentence where it cannot be used.
pub(super) fn number_of(row: &Parameter, typed: &str) -> Result<f64, String> {
    let (low, high) = row.limit;
    let value = parse(typed, row.unit).ok_or_else(|| not_a_number(typed))?;
    if (low..=high).contains(&value) {
        return Ok(value);
    }
    Err(format!(
        "This goes from {} to {}, not “{}”.",
        value_text(row, low),
        value_text(row, high),
        typed.trim()
    ))
}

fn not_a_number(typed: &str) -> String {
    match typed.trim() {
        "" => "This is empty. Type a number.".to_owned(),
        text => format!("“{text}” is not a number."),
    }
}

fn out_of(typed: &str, unit: Unit, high: f64, most: &str) -> Option<String> {
    match parse(typed, unit) {
        None => Some(not_a_number(typed)),
        Some(value) if (0.0..=high).contains(&value) => None,
        Some(_) => Some(format!(
            "This goes from 0 to {most}, not “{}”.",
            typed.trim()
        )),
    }
}

impl Draft {
    /// Everything that keeps the draft from being used.
    pub fn problems(&self) -> Vec<Problem> {
        let teams = self.teams.iter().flat_map(|team| self.in_team(team));
        let steps = self
            .chains
            .iter()
            .flatten()
            .flat_map(|step| self.in_step(step));
        let tasks = (0..self.chains.len()).flat_map(|task| self.in_chain(task));
        teams.chain(steps).chain(tasks).collect()
    }

    fn in_team(&self, team: &TeamDraft) -> Vec<Problem> {
        let said = |field, sentence| Problem {
            place: Place::Team(team.key.clone()),
            field,
            sentence,
        };
        let mut found = Vec::new();
        match number_in("staff", &team.people) {
            Err(sentence) => found.push(said(Field::People, sentence)),
            Ok(people) if people <= 0.0 => {
                found.extend(
                    self.nobody(team)
                        .map(|sentence| said(Field::People, sentence)),
                );
            }
            Ok(_) => {}
        }
        if let Err(sentence) = number_in("shrinkage", &team.away) {
            found.push(said(Field::Away, sentence));
        }
        if let Err(sentence) = number_in("rate", &team.rate) {
            found.push(said(Field::Rate, sentence));
        }
        found
    }

    /// The sentence about a team with nobody in it, where a step needs one.
    fn nobody(&self, team: &TeamDraft) -> Option<String> {
        let theirs = |step: &&StepDraft| step.doer == Hands::Team(team.key.clone());
        let steps = self.chains.iter().flatten().filter(theirs).count();
        let (noun, verb) = match steps {
            0 => return None,
            1 => ("step", "is"),
            _ => ("steps", "are"),
        };
        Some(format!(
            "Nobody is in “{}”, but {} {noun} {verb} theirs. Put in at least part of a person, or give the work to others.",
            team.shown(),
            count_word(steps as f64)
        ))
    }

    fn in_step(&self, step: &StepDraft) -> Vec<Problem> {
        let said = |field, sentence| Problem {
            place: Place::Step(step.id),
            field,
            sentence,
        };
        let mut found = Vec::new();
        if self.lacks_hands(step) {
            let name = self.step_name(step.id);
            let sentence = format!("Nobody does “{name}” yet. Choose a team, or the customer.");
            found.push(said(Field::Doer, sentence));
        }
        let days = "240,000 min";
        for (field, typed, unit, high, most) in [
            (Field::Minutes, &step.minutes, Unit::Minutes, LONGEST, days),
            (Field::Spread, &step.spread, Unit::Number, WIDEST, "4"),
            (Field::Wait, &step.wait, Unit::Minutes, LONGEST, days),
        ] {
            found.extend(out_of(typed, unit, high, most).map(|sentence| said(field, sentence)));
        }
        for (place, way) in step.ways.iter().enumerate() {
            let wrong = out_of(&way.share, Unit::Share, 1.0, "100 %");
            found.extend(wrong.map(|sentence| said(Field::Share(place), sentence)));
        }
        found.extend(
            self.too_much(step)
                .map(|sentence| said(Field::Ways, sentence)),
        );
        found
    }

    fn lacks_hands(&self, step: &StepDraft) -> bool {
        match &step.doer {
            Hands::Open => true,
            Hands::Customer => false,
            Hands::Team(key) => self.team(key).is_none(),
        }
    }

    fn too_much(&self, step: &StepDraft) -> Option<String> {
        let shares: Option<f64> = step.ways.iter().map(|way| share(&way.share)).sum();
        let sum = shares.filter(|sum| *sum > 1.0 + ROUNDING)?;
        Some(format!(
            "The ways out of “{}” add up to {} %. Together they can be 100 % at most; lower one.",
            self.step_name(step.id),
            number(sum * 100.0, 2)
        ))
    }

    fn in_chain(&self, task: usize) -> Vec<Problem> {
        let chain = &self.chains[task];
        let said = |sentence| Problem {
            place: Place::Task(task),
            field: Field::Steps,
            sentence,
        };
        if chain.is_empty() && !self.is_empty() {
            let name = task_name(&self.base, task);
            return vec![said(format!(
                "“{name}” has no steps yet. Every kind of work needs its way."
            ))];
        }
        if chain.len() > MOST_STEPS {
            return vec![said(format!("More than {MOST_STEPS} steps are too many."))];
        }
        self.endless(chain)
    }

    /// The ways of the steps between which a task goes round for ever: of all of them, since any one
    /// can let it out.
    fn endless(&self, chain: &[StepDraft]) -> Vec<Problem> {
        let rows: Option<Vec<Row>> = (0..chain.len()).map(|from| row(chain, from)).collect();
        let Some(rows) = rows else { return Vec::new() };
        let (reached, ending) = (reached(&rows), ending(&rows));
        let trapped = |place: &usize| reached[*place] && !ending[*place];
        let back = |place: &usize| comes_back(&rows, *place);
        let said = |place: usize| Problem {
            place: Place::Step(chain[place].id),
            field: Field::Ways,
            sentence: format!(
                "From “{}” the task goes round for ever. Let less than {} % go back, or add a way that leads to the end.",
                self.step_name(chain[place].id),
                percent_figure(1.0)
            ),
        };
        (0..chain.len())
            .filter(trapped)
            .filter(back)
            .map(said)
            .collect()
    }
}
