//! Which scenario is meant: an example's key, a file, a link copied from the page, or standard
//! input. A link can always be opened and says what it could not use; a file is either sound or
//! refused in a sentence.

use super::failure::Failure;
use crate::model::presets;
use crate::model::scenario::validation::{Problem, ProblemKind};
use crate::model::scenario::{Scenario, permalink};
use crate::words::notices;
use percent_encoding::percent_decode_str;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Longer files are no scenarios: fifty tasks with fifty routes of sixty steps take less.
const LONGEST_FILE: u64 = 16_000_000;

/// A scenario, and what of it could not be used as it stood.
#[derive(Debug)]
pub(super) struct Loaded {
    /// The scenario.
    pub(super) scenario: Scenario,
    /// Sentences about what was left out or changed.
    pub(super) notices: Vec<String>,
}

impl Loaded {
    /// A scenario about which there is nothing to say.
    pub(super) fn quietly(scenario: Scenario) -> Self {
        Self {
            scenario,
            notices: Vec::new(),
        }
    }

    /// The scenario, once its notices have been said on standard error.
    pub(super) fn announced(self) -> Scenario {
        self.notices.iter().for_each(|notice| super::warn(notice));
        self.scenario
    }
}

/// Loads the scenario that `source` means; `stdin` is opened only for `-`.
pub(super) fn load<R: Read>(source: &str, stdin: impl Fn() -> R) -> Result<Loaded, Failure> {
    if source == "-" {
        return from_text("Standard input", &read("Standard input", stdin())?);
    }
    if let Some(preset) = presets::find(source) {
        return Ok(Loaded::quietly(preset.current()));
    }
    if Path::new(source).exists() {
        return from_file(source);
    }
    if is_link(source) {
        return Ok(from_link(source));
    }
    Err(nothing_of_that_name(source))
}

fn from_file(path: &str) -> Result<Loaded, Failure> {
    if Path::new(path).is_dir() {
        return Err(Failure::input(format!(
            "“{path}” is a folder; name a scenario file in it."
        )));
    }
    let what = format!("“{path}”");
    let file = File::open(path).map_err(|error| Failure::machine(&what, error))?;
    from_text(&what, &read(&what, file)?)
}

fn read(what: &str, source: impl Read) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    source
        .take(LONGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::machine(what, error))?;
    if bytes.len() as u64 > LONGEST_FILE {
        return Err(Failure::input(format!(
            "{what} is longer than any scenario: more than {} million bytes.",
            LONGEST_FILE / 1_000_000
        )));
    }
    String::from_utf8(bytes)
        .map_err(|_| Failure::input(format!("{what} is not text in UTF-8; a scenario is JSON.")))
}

/// A file or standard input: a scenario as JSON, or a link on a line of its own.
fn from_text(what: &str, text: &str) -> Result<Loaded, Failure> {
    let text = text.trim_start_matches('\u{feff}').trim_end();
    if text.trim_start().is_empty() {
        return Err(Failure::input(format!(
            "{what} is empty; give a scenario as JSON or a link."
        )));
    }
    let one_line = text.len() <= permalink::LONGEST && !text.contains('\n');
    if one_line && !text.starts_with(['{', '[', '"']) && is_link(text) {
        return Ok(from_link(text));
    }
    let scenario: Scenario = serde_json::from_str(text)
        .map_err(|error| Failure::input(format!("{what} is no scenario: {}.", fault(&error))))?;
    admitted(what, scenario)
}

/// Where and why JSON could not be read, without a full stop.
fn fault(error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    let said = error.to_string();
    let place = format!(" at line {line} column {column}");
    let why = said.strip_suffix(&place).unwrap_or(&said);
    format!("line {line}, column {column}, {why}")
}

/// A scenario from outside: its numbers brought within their limits, or why it cannot be evaluated.
pub(super) fn admitted(what: &str, scenario: Scenario) -> Result<Loaded, Failure> {
    let (scenario, clamped) = scenario
        .admit()
        .map_err(|problem| Failure::input(format!("{what}: {}", notices::problem(&problem))))?;
    let origin = &scenario.origin;
    let unknown = presets::find(&origin.example).is_none().then(|| {
        format!(
            "{what} starts from the example “{}”, which does not exist here; the ways compared are those of “{}”.",
            origin.example,
            presets::of(&scenario).key
        )
    });
    let clamped = clamped
        .iter()
        .map(|problem| format!("{what}: {}", taken_instead(problem)));
    Ok(Loaded {
        notices: unknown.into_iter().chain(clamped).collect(),
        scenario,
    })
}

/// A number that was brought within its limits.
fn taken_instead(problem: &Problem) -> String {
    match problem.kind {
        ProblemKind::OutOfRange(given, low, high) => format!(
            "{} is {given}, which is out of range; {} was taken instead.",
            problem.at.path(),
            given.clamp(low, high)
        ),
        _ => notices::problem(problem),
    }
}

/// A link, opened as far as it can be.
pub(super) fn from_link(text: &str) -> Loaded {
    let opened = permalink::decode(without_address(text));
    Loaded {
        scenario: opened.scenario,
        notices: opened.notices.iter().map(notices::notice).collect(),
    }
}

/// A link as it was copied from the address bar, from its query on; the fragment goes first.
fn without_address(link: &str) -> &str {
    match link.find("?s=") {
        Some(query) if !link.contains('#') => &link[query..],
        _ => link,
    }
}

/// Whether a text is meant as a link, in any of its forms.
pub(super) fn is_link(text: &str) -> bool {
    let plain = percent_decode_str(text).decode_utf8_lossy();
    ["v=", "v:", "#", "?s="]
        .iter()
        .any(|sign| plain.contains(sign))
}

fn nothing_of_that_name(source: &str) -> Failure {
    let nearest = nearest(source, presets::PRESETS.iter().map(|preset| preset.key));
    let hint = nearest.map_or_else(
        || "`counterbalance presets` lists the examples.".to_owned(),
        |key| format!("did you mean the example “{key}”?"),
    );
    Failure::input(format!(
        "“{}” is neither an example, nor a file, nor a link; {hint}",
        shortened(source)
    ))
}

/// The likeliest of some names, if one is near.
pub(super) fn nearest<'a>(text: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    const NEAR: f64 = 0.75;
    names
        .map(|name| (strsim::jaro_winkler(name, text), name))
        .filter(|(likeness, _)| *likeness >= NEAR)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

/// A piece of foreign text, short enough to be quoted, on one line.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST_QUOTE: usize = 60;
    let mut quote: String = text.chars().take(LONGEST_QUOTE).collect();
    if quote.len() < text.len() {
        quote.push('…');
    }
    quote.replace(char::is_control, " ")
}
