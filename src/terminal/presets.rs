//! The examples: a list of them, or one as a scenario file.

use super::arguments::{OnePreset, PresetsArguments};
use super::failure::Failure;
use super::source::{nearest, shortened};
use super::table::{Side, aligned, paragraph, screen_width};
use crate::model::presets::{self, PRESETS, Preset};
use crate::words::english;
use serde::Serialize;

/// One example as data.
#[derive(Serialize)]
struct Listed {
    key: &'static str,
    revision: u32,
    title: &'static str,
    question: &'static str,
    strategies: &'static [&'static str],
}

/// The answer of `presets`.
pub(super) fn answer(arguments: &PresetsArguments) -> Result<String, Failure> {
    match &arguments.one {
        Some(OnePreset::Show { key }) => show(key),
        None if arguments.json => {
            super::json::pretty(&PRESETS.iter().map(listed).collect::<Vec<_>>())
        }
        None => Ok(list()),
    }
}

fn listed(preset: &&'static Preset) -> Listed {
    Listed {
        key: preset.key,
        revision: preset.revision,
        title: english::preset(preset.key).0,
        question: english::preset_question(preset.key),
        strategies: preset.strategies,
    }
}

fn list() -> String {
    let rows: Vec<Vec<String>> = PRESETS
        .iter()
        .map(|preset| {
            let (title, subtitle) = english::preset(preset.key);
            vec![preset.key.to_owned(), format!("{title}: {subtitle}")]
        })
        .collect();
    let heads = aligned(&rows, &[Side::Left, Side::Left]);
    let mut lines = Vec::new();
    for (head, preset) in heads.into_iter().zip(PRESETS) {
        lines.push(head);
        let question = english::preset_question(preset.key);
        lines.extend(paragraph(question, "    ", screen_width()));
    }
    lines.join("\n")
}

fn show(key: &str) -> Result<String, Failure> {
    let keys = || PRESETS.iter().map(|preset| preset.key);
    let preset = presets::find(key).ok_or_else(|| {
        let hint = nearest(key, keys()).map_or_else(
            || format!("there is {}.", keys().collect::<Vec<_>>().join(", ")),
            |near| format!("did you mean {near}?"),
        );
        Failure::input(format!("There is no example “{}”; {hint}", shortened(key)))
    })?;
    super::json::pretty(&preset.current())
}
