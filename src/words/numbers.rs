//! Numbers as people write them: money, durations, shares, counts.
//!
//! Every number that is shown goes through here, so that a language or a currency is one place.

use super::english::CHANNELS;
use crate::model::decimal::fixed;
use crate::model::scenario::parameter::{Parameter, Unit};

/// The currency is a label; nothing is converted.
pub const CURRENCY: &str = "£";
const NARROW_SPACE: char = '\u{202f}';
const MINUS: char = '−';

/// A number with at most `decimals` places, trailing zeros removed, thousands set off.
pub fn number(value: f64, decimals: usize) -> String {
    let text = fixed(value.abs(), decimals);
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    let mut shown = thousands(whole);
    if !fraction.is_empty() {
        shown.push('.');
        shown.push_str(fraction);
    }
    let is_zero = shown.chars().all(|c| matches!(c, '0' | '.' | ','));
    if value < 0.0 && !is_zero {
        format!("{MINUS}{shown}")
    } else {
        shown
    }
}

fn thousands(digits: &str) -> String {
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// A number to three significant digits, at least its whole part.
pub fn significant(value: f64) -> String {
    let size = value.abs();
    let decimals = match size {
        _ if size >= 100.0 || size == 0.0 => 0,
        _ if size >= 10.0 => 1,
        _ if size >= 1.0 => 2,
        _ => 3,
    };
    number(value, decimals)
}

/// Money in whole units: `£13,800`.
pub fn money(value: f64) -> String {
    signed_money(value, number(value.abs(), 0))
}

/// Money to the penny: `£16.91`; whole units alone from a thousand on.
pub fn money_exact(value: f64) -> String {
    const PENCE_UP_TO: f64 = 1_000.0;
    if value.abs() >= PENCE_UP_TO || (value - value.round()).abs() < 0.005 {
        return money(value);
    }
    signed_money(value, fixed(value.abs(), 2))
}

fn signed_money(value: f64, amount: String) -> String {
    let sign = if value < 0.0 && amount.chars().any(|c| ('1'..='9').contains(&c)) {
        "−"
    } else {
        ""
    };
    format!("{sign}{CURRENCY}{amount}")
}

/// A duration in the unit that suits it, as a figure and its unit.
pub fn duration_parts(minutes: f64) -> (String, &'static str) {
    let size = minutes.abs();
    if size == 0.0 {
        ("0".into(), "min")
    } else if size < 0.95 {
        (number(minutes * 60.0, 0), "s")
    } else if size < 9.95 {
        (number(minutes, 1), "min")
    } else if size < 180.0 {
        (number(minutes, 0), "min")
    } else if size < 6_000.0 {
        (number(minutes / 60.0, 1), "h")
    } else {
        (number(minutes / 60.0, 0), "h")
    }
}

/// The minutes of the unit in which an axis of durations up to `longest` minutes has clean ticks.
pub fn axis_unit(longest: f64) -> f64 {
    // From here on durations are written in hours.
    if longest < 180.0 { 1.0 } else { 60.0 }
}

/// A duration on an axis of such a unit: all of one axis in hours, or each as it suits.
pub fn axis_duration(time: f64, unit: f64) -> String {
    if unit == 60.0 {
        format!("{} h", number(time, 2))
    } else {
        duration(time * unit)
    }
}

/// A duration with its unit: `33 min`, `3.4 h`.
pub fn duration(minutes: f64) -> String {
    let (figure, unit) = duration_parts(minutes);
    format!("{figure} {unit}")
}

/// A promise, which people give in whole hours where they can: `1 h`, `45 min`.
pub fn promise(minutes: f64) -> String {
    let hours = minutes / 60.0;
    if hours >= 1.0 && (hours - hours.round()).abs() < 1e-9 {
        format!("{} h", number(hours, 0))
    } else {
        duration(minutes)
    }
}

/// A share in per cent, without the sign: `69.6`. Near its ends it never rounds to a lie.
pub fn percent_figure(share: f64) -> String {
    let percent = share * 100.0;
    if (99.5..100.0).contains(&percent) {
        return if percent >= 99.95 {
            ">99.9".into()
        } else {
            number(percent, 1)
        };
    }
    if percent > 0.0 && percent < 0.05 {
        return "<0.1".into();
    }
    number(percent, if percent.abs() < 9.95 { 1 } else { 0 })
}

/// A share in per cent: `70 %`.
pub fn percent(share: f64) -> String {
    format!("{}{NARROW_SPACE}%", percent_figure(share))
}

/// Whole hours: `130 h`.
pub fn hours(value: f64) -> String {
    format!(
        "{} h",
        number(value, if value.abs() < 10.0 { 1 } else { 0 })
    )
}

/// `one`, `two`, … `nine`, then figures.
pub fn count_word(value: f64) -> String {
    const WORDS: [&str; 10] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let whole = value.round();
    if (value - whole).abs() < 1e-9 && (0.0..10.0).contains(&whole) {
        WORDS[whole as usize].to_owned()
    } else {
        number(value, 1)
    }
}

/// What a control shows in its field: the figure without its unit.
pub fn field_text(parameter: &Parameter, value: f64) -> String {
    match parameter.unit {
        Unit::Share | Unit::SharePerYear => number(value * 100.0, 4),
        Unit::Switch => if value >= 0.5 { "yes" } else { "no" }.into(),
        Unit::Channel => CHANNELS[(value as usize).min(CHANNELS.len() - 1)].into(),
        _ => number(value, 4),
    }
}

/// The unit that stands beside a field, before or after its figure.
pub fn unit_text(unit: Unit) -> (&'static str, &'static str) {
    match unit {
        Unit::Seconds => ("", "s"),
        Unit::Minutes => ("", "min"),
        Unit::Hours => ("", "h"),
        Unit::HoursPerMonth => ("", "h/month"),
        Unit::PerHour => ("", "/h"),
        Unit::Money => (CURRENCY, ""),
        Unit::MoneyPerHour => (CURRENCY, "/h"),
        Unit::MoneyPerMonth => (CURRENCY, "a month"),
        Unit::MoneyPerUserMonth => (CURRENCY, "a user a month"),
        Unit::Share => ("", "%"),
        Unit::SharePerYear => ("", "% a year"),
        Unit::People | Unit::Number | Unit::Whole | Unit::Switch | Unit::Channel => ("", ""),
        Unit::DaysPerWeek => ("", "days a week"),
        Unit::Weeks => ("", "weeks"),
        Unit::WeeksPerYear => ("", "weeks a year"),
        Unit::Months => ("", "months"),
    }
}

/// A number of the table with its unit: `£30/h`, `15 %`.
pub fn value_text(parameter: &Parameter, value: f64) -> String {
    let (before, after) = unit_text(parameter.unit);
    if parameter.unit == Unit::Money && value < 1_000.0 {
        return money_exact(value);
    }
    let figure = field_text(parameter, value);
    match after {
        "" => format!("{before}{figure}"),
        _ if after.starts_with('/') => format!("{before}{figure}{after}"),
        _ if after.starts_with('%') => format!("{before}{figure}{NARROW_SPACE}{after}"),
        _ => format!("{before}{figure} {after}"),
    }
}

/// A value found by search, with its unit, to three significant digits.
pub fn found_text(parameter: &Parameter, value: f64) -> String {
    let rounded = match parameter.unit {
        Unit::Switch | Unit::People | Unit::Channel => value,
        Unit::Share | Unit::SharePerYear => rounded(value * 100.0) / 100.0,
        _ => rounded(value),
    };
    value_text(parameter, rounded)
}

fn rounded(value: f64) -> f64 {
    if value == 0.0 {
        return 0.0;
    }
    let digits = 2 - value.abs().log10().floor() as i32;
    let factor = 10f64.powi(digits.max(0));
    (value * factor).round() / factor
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_trimmed() {
        assert_eq!(number(1_234_567.5, 2), "1,234,567.5");
        assert_eq!(number(-0.004, 2), "0");
        assert_eq!(number(-20.0, 0), "−20");
        assert_eq!(number(100.0, 0), "100");
    }

    #[test]
    fn money_keeps_its_pence_where_they_matter() {
        assert_eq!(money(13_800.4), "£13,800");
        assert_eq!(money_exact(16.912), "£16.91");
        assert_eq!(money_exact(33.5), "£33.50");
        assert_eq!(money_exact(20.0), "£20");
        assert_eq!(money(-7_491.0), "−£7,491");
    }

    #[test]
    fn durations_choose_their_unit() {
        assert_eq!(duration(70.9), "71 min");
        assert_eq!(duration(8.0), "8 min");
        assert_eq!(duration(0.5), "30 s");
        assert_eq!(duration(418.1), "7 h");
    }

    #[test]
    fn shares_never_round_to_certainty() {
        assert_eq!(percent_figure(0.696), "70");
        assert_eq!(percent_figure(0.9997), ">99.9");
        assert_eq!(percent_figure(0.0001), "<0.1");
        assert_eq!(percent_figure(0.995), "99.5");
        assert_eq!(percent_figure(1.0), "100");
        assert_eq!(percent_figure(0.0), "0");
    }
}
