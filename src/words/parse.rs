//! What people type into a field: `1 234,5`, `12%`, `1/6`, `1:30`, `2h 15m`, `£31.50`.

use super::english::CHANNELS;
use crate::model::decimal;
use crate::model::scenario::parameter::Unit;

/// Reads a number in the given unit (shares come back as 0 to 1); `None` where it is none.
pub fn parse(text: &str, unit: Unit) -> Option<f64> {
    let text: String = text.to_ascii_lowercase().replace('−', "-");
    let text = text.trim();
    let value = match unit {
        Unit::Minutes => duration(text, 1.0),
        Unit::Hours => duration(text, 60.0).map(|minutes| minutes / 60.0),
        Unit::Share | Unit::SharePerYear => {
            ratio(text).or_else(|| plain(text, UNIT_WORDS).map(|n| n / 100.0))
        }
        Unit::Switch => switch(text),
        Unit::Channel => channel(text),
        Unit::Seconds => duration(text, 1.0 / 60.0).map(|minutes| minutes * 60.0),
        // Another span of time is another number: it is refused rather than taken for an hour's.
        Unit::PerHour | Unit::MoneyPerHour => plain(text, HOURLY_WORDS),
        _ => plain(text, UNIT_WORDS),
    };
    value.filter(|number| number.is_finite())
}

/// A channel by its name or its number.
fn channel(text: &str) -> Option<f64> {
    let named = CHANNELS.iter().position(|name| *name == text);
    named.map(|place| place as f64).or_else(|| number(text))
}

fn switch(text: &str) -> Option<f64> {
    match text {
        "yes" | "on" | "true" | "1" => Some(1.0),
        "no" | "off" | "false" | "0" => Some(0.0),
        _ => None,
    }
}

/// A share told by its parts: `1/6` or `1 in 6`.
fn ratio(text: &str) -> Option<f64> {
    let (part, whole) = text.split_once('/').or_else(|| text.split_once(" in "))?;
    Some(number(part.trim())? / number(whole.trim())?)
}

/// Words that may stand behind a figure; what they mean is known from the field.
const UNIT_WORDS: &[&str] = &[
    // Thirteen that go with an hour, then those that name another span or a thing.
    "%", "/", "£", "$", "€", "a", "an", "per", "h", "hr", "hour", "hours", "/h", "day", "days",
    "week", "weeks", "month", "months", "year", "user", "people", "person",
];

/// Of them, those that may stand behind what is counted an hour.
const HOURLY_WORDS: &[&str] = UNIT_WORDS.split_at(13).0;

/// A number with a currency sign before it and unit words behind it.
fn plain(text: &str, words_known: &[&str]) -> Option<f64> {
    let figure = text.trim_start_matches(['£', '$', '€', '¥']).trim_start();
    let begins_word =
        |c: char| c.is_ascii_alphabetic() && c != 'e' || matches!(c, '%' | '/' | '£' | '€');
    let end = figure.find(begins_word).unwrap_or(figure.len());
    let (digits, words) = figure.split_at_checked(end)?;
    let known = words
        .split_whitespace()
        .all(|word| words_known.contains(&word));
    if known { number(digits.trim()) } else { None }
}

/// Minutes, from `1:30`, `2h 15m`, `90s`, `1.5 d` or a bare number of `unit` minutes each.
fn duration(text: &str, unit: f64) -> Option<f64> {
    if let Some((hours, minutes)) = text.split_once(':') {
        let (hours, minutes) = (number(hours.trim())?, number(minutes.trim())?);
        return (hours >= 0.0 && (0.0..60.0).contains(&minutes)).then_some(hours * 60.0 + minutes);
    }
    if !text.contains(|c: char| c.is_ascii_alphabetic()) {
        return number(text).map(|n| n * unit);
    }
    let mut minutes = 0.0;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        let (figure, after) = rest.split_at_checked(end)?;
        let figure = number(figure.trim())?;
        let word_end = after
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(after.len());
        let (word, further) = after.split_at_checked(word_end)?;
        minutes += figure * minutes_of(word)?;
        rest = further.trim_start();
    }
    Some(minutes)
}

fn minutes_of(word: &str) -> Option<f64> {
    match word {
        "s" | "sec" | "secs" | "second" | "seconds" => Some(1.0 / 60.0),
        "m" | "min" | "mins" | "minute" | "minutes" => Some(1.0),
        "h" | "hr" | "hrs" | "hour" | "hours" => Some(60.0),
        _ => None,
    }
}

/// A bare number with either decimal sign and any thousands sign.
///
/// Where both signs occur the last is the decimal one. A single comma with three digits behind it
/// is a thousands sign, as in English; any other single sign is a decimal one.
fn number(text: &str) -> Option<f64> {
    let compact: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '_'))
        .collect();
    let decimal = match (compact.rfind(','), compact.rfind('.')) {
        (Some(comma), Some(dot)) => Some(comma.max(dot)),
        (Some(comma), None) => {
            let (before, after) = compact.split_once(',')?;
            let only = !after.contains(',');
            let thousands = after.len() == 3 && !matches!(before, "" | "0" | "-" | "-0");
            // "1 234,500" has a thousands space already: its comma is the decimal sign.
            let spaced = text.trim().contains(char::is_whitespace);
            (only && (!thousands || spaced)).then_some(comma)
        }
        (None, Some(dot)) => (compact.matches('.').count() == 1).then_some(dot),
        (None, None) => None,
    };
    let clean: String = compact
        .char_indices()
        .filter_map(|(i, c)| match c {
            ',' | '.' if Some(i) == decimal => Some('.'),
            ',' | '.' => None,
            c => Some(c),
        })
        .collect();
    let plain = clean
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e'));
    if plain { decimal::parse(&clean) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(text: &str, unit: Unit, expected: f64) {
        let found = parse(text, unit).unwrap_or_else(|| panic!("{text} should be understood"));
        assert!(
            (found - expected).abs() < 1e-12 * expected.abs().max(1.0),
            "{text}: {found}"
        );
    }

    #[test]
    fn the_ways_people_write_numbers() {
        close("1 234,5", Unit::Money, 1234.5);
        close("1,234.5", Unit::Money, 1234.5);
        close("1.234,5", Unit::Money, 1234.5);
        close("1,234", Unit::Money, 1234.0);
        close("1,5", Unit::PerHour, 1.5);
        close("0,125", Unit::PerHour, 0.125);
        close("£31.50", Unit::MoneyPerHour, 31.5);
        close("£31.50 /h", Unit::MoneyPerHour, 31.5);
        close("1’000’000", Unit::Money, 1e6);
        close("−5", Unit::Number, -5.0);
    }

    #[test]
    fn shares_are_per_cent() {
        close("12%", Unit::Share, 0.12);
        close("12", Unit::Share, 0.12);
        close("12,5 %", Unit::Share, 0.125);
    }

    #[test]
    fn durations_in_any_unit() {
        close("1:30", Unit::Minutes, 90.0);
        close("1:30", Unit::Hours, 1.5);
        close("2h 15m", Unit::Minutes, 135.0);
        close("2h15m", Unit::Hours, 2.25);
        close("90 s", Unit::Minutes, 1.5);
        close("20", Unit::Minutes, 20.0);
        close("8", Unit::Hours, 8.0);
        close("45 min", Unit::Hours, 0.75);
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "abc",
            "1:99",
            "NaN",
            "inf",
            "1e999",
            "h",
            "3 fortnights",
            "<script>",
            "--1",
            "1-2",
        ] {
            for unit in [Unit::Minutes, Unit::Money, Unit::Share, Unit::PerHour] {
                assert_eq!(parse(text, unit), None, "{text}");
            }
        }
    }
}
