//! One line answered: a scenario, or an example with changes, to its evaluation.

use super::distinct::Distinct;
use super::lines::{LONGEST, Line};
use crate::model::presets::{self, PRESETS};
use crate::model::scenario::Scenario;
use crate::terminal::answer::Answer;
use crate::terminal::failure::Failure;
use crate::terminal::source::{self, Loaded, nearest, shortened};
use crate::terminal::{json, settings};
use serde::Serialize;
use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// An evaluation with what was said about the line.
#[derive(Serialize)]
struct Evaluated<'a, Document> {
    id: &'a Value,
    status: &'static str,
    notices: &'a [String],
    #[serde(flatten)]
    document: Document,
}

/// A line without an evaluation.
#[derive(Serialize)]
struct Refused<'a> {
    id: &'a Value,
    /// Only where there is no id: what a line is answered should not depend on its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    status: &'static str,
    message: &'a str,
}

/// Why a line has no evaluation.
struct Refusal {
    code: &'static str,
    message: String,
}

impl Refusal {
    fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }

    fn input(message: impl Into<String>) -> Self {
        Self::new("bad_input", message)
    }
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Input(sentence) => Self::input(sentence),
            other => Self::new("internal", other.message()),
        }
    }
}

/// The line of JSON that answers a line.
pub(super) fn answer(line: &Line, number: u64) -> String {
    let (id, object) = read(line);
    object
        .and_then(|object| evaluated(&id, object))
        .unwrap_or_else(|refusal| refused(&id, number, &refusal))
}

/// The same, where the evaluation panicked.
pub(super) fn gave_up(line: &Line, number: u64) -> String {
    let refusal = Refusal::new(
        "internal",
        "The program failed on this line; the line may be sound. Please report it.",
    );
    refused(&read(line).0, number, &refusal)
}

fn refused(id: &Value, number: u64, refusal: &Refusal) -> String {
    let refused = Refused {
        id,
        line: id.is_null().then_some(number),
        status: refusal.code,
        message: &refusal.message,
    };
    // Texts and numbers under keys that are texts: there is nothing in it that JSON has not.
    serde_json::to_string(&refused).unwrap_or_default()
}

fn evaluated(id: &Value, object: Object) -> Result<String, Refusal> {
    let Loaded { scenario, notices } = scenario(object)?;
    let answer = Answer::in_full(scenario);
    Ok(json::compact(&Evaluated {
        id,
        status: "ok",
        notices: &notices,
        document: json::document(&answer),
    })?)
}

/// The id of a line and the rest of its object.
fn read(line: &Line) -> (Value, Result<Object, Refusal>) {
    let text = match text(line) {
        Ok(text) => text,
        Err(refusal) => return (Value::Null, Err(refusal)),
    };
    match serde_json::from_str(text) {
        Ok(Distinct(Value::Object(mut object))) => {
            (object.remove("id").unwrap_or_default(), Ok(object))
        }
        Ok(_) => {
            let sentence = format!("This line is not a JSON object; write {FORMS}.");
            (Value::Null, Err(Refusal::new("bad_json", sentence)))
        }
        Err(error) => unreadable(text, &error),
    }
}

/// What a line may be.
const FORMS: &str = "a scenario on one line, as `counterbalance presets show KEY` prints it, or \
                     {\"preset\": KEY, \"set\": {\"back.staff\": 4}}";

fn text(line: &Line) -> Result<&str, Refusal> {
    let Line::Text(bytes) = line else {
        let most = LONGEST / 1_000_000;
        let sentence =
            format!("This line is longer than any scenario: more than {most} million bytes.");
        return Err(Refusal::new("too_long", sentence));
    };
    let text = str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to() + 1;
        let sentence = format!("This line is not text in UTF-8: byte {at} is of another encoding.");
        Refusal::new("bad_utf8", sentence)
    })?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        let sentence = format!("This line is blank; write {FORMS}.");
        return Err(Refusal::new("blank", sentence));
    }
    Ok(text)
}

/// Where the fault is, and the id if it can still be read.
fn unreadable(text: &str, error: &serde_json::Error) -> (Value, Result<Object, Refusal>) {
    let (said, column) = (error.to_string(), error.column());
    let place = format!(" at line {} column {column}", error.line());
    let why = said.strip_suffix(&place).unwrap_or(&said);
    match serde_json::from_str(text) {
        Ok(Value::Object(mut object)) => {
            let sentence = format!("At column {column}, {why}; give it once.");
            let id = object.remove("id").unwrap_or_default();
            (id, Err(Refusal::input(sentence)))
        }
        _ => {
            let sentence = format!("This line is not JSON: column {column}, {why}; write {FORMS}.");
            (Value::Null, Err(Refusal::new("bad_json", sentence)))
        }
    }
}

/// The scenario that a line means.
fn scenario(mut object: Object) -> Result<Loaded, Refusal> {
    let set = object.remove("set");
    let mut loaded = match (object.remove("preset"), object.remove("link")) {
        (None, None) if set.is_none() => return whole(object),
        (None, None) => {
            return Err(Refusal::input(
                "`set` changes a `preset` or a `link`; a whole scenario has its numbers in itself.",
            ));
        }
        (Some(_), Some(_)) => {
            return Err(Refusal::input(
                "`preset` and `link` are both given; give one of them.",
            ));
        }
        (Some(key), None) => preset(&key)?,
        (None, Some(link)) => linked(&link)?,
    };
    if let Some(field) = object.keys().next() {
        let hint = nearest(field, ["preset", "link", "set", "id"].into_iter()).map_or_else(
            || "leave it out.".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        let sentence = format!("`{}` is not known here; {hint}", shortened(field));
        return Err(Refusal::input(sentence));
    }
    if let Some(set) = set {
        change(&mut loaded.scenario, &set)?;
    }
    Ok(loaded)
}

fn whole(object: Object) -> Result<Loaded, Refusal> {
    let scenario = serde_path_to_error::deserialize(Value::Object(object)).map_err(|error| {
        let path = match error.path().to_string() {
            root if root == "." => String::new(),
            path => format!("{path}: "),
        };
        let why = abridged(&error.inner().to_string());
        Refusal::input(format!(
            "This line is no scenario: {path}{why}; write {FORMS}."
        ))
    })?;
    Ok(source::admitted("The scenario", scenario)?)
}

/// A reason without most of a long text that it may quote.
fn abridged(why: &str) -> String {
    const LONGEST_REASON: usize = 600;
    let mut short: String = why.chars().take(LONGEST_REASON).collect();
    if short.len() < why.len() {
        short.push('…');
    }
    short
}

fn preset(key: &Value) -> Result<Loaded, Refusal> {
    let keys = || PRESETS.iter().map(|preset| preset.key);
    let listed = || keys().collect::<Vec<_>>().join(", ");
    let key = key.as_str().ok_or_else(|| {
        let sentence = format!(
            "`preset` must be the key of an example in quotes: {}.",
            listed()
        );
        Refusal::input(sentence)
    })?;
    let preset = presets::find(key).ok_or_else(|| {
        let hint = nearest(key, keys()).map_or_else(
            || format!("there is {}.", listed()),
            |near| format!("did you mean {near}?"),
        );
        let key = shortened(key);
        Refusal::input(format!("`preset`: there is no example “{key}”; {hint}"))
    })?;
    Ok(Loaded::quietly(preset.current()))
}

fn linked(link: &Value) -> Result<Loaded, Refusal> {
    match link.as_str() {
        Some(text) if source::is_link(text) => Ok(source::from_link(text)),
        _ => Err(Refusal::input(
            "`link` must be a link of the page in quotes, such as \
             \"v=1&example=consulting.1&back.staff=2\".",
        )),
    }
}

fn change(scenario: &mut Scenario, set: &Value) -> Result<(), Refusal> {
    let set = set.as_object().ok_or_else(|| {
        Refusal::input("`set` must be an object of keys and values, such as {\"back.staff\": 4}.")
    })?;
    for (key, value) in set {
        let text = match value {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Bool(switch) => switch.to_string(),
            _ => {
                let key = shortened(key);
                return Err(Refusal::input(format!(
                    "set {key}: a value is a number, a text such as \"15%\", or true or false."
                )));
            }
        };
        settings::change(scenario, "set", key, &text)?;
    }
    Ok(())
}
