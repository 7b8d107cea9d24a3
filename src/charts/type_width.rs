//! How wide a text is, roughly, where no browser can be asked; and how to make a text fit.
//!
//! The estimate follows the proportions of DejaVu Sans, the widest of the usual interface fonts, so that what
//! fits here fits elsewhere. It is meant for layout, not for setting type.

use super::frame::TEXT;

/// Width of a chart text in logical pixels, given the text and whether it is bold.
pub type Measure<'a> = &'a dyn Fn(&str, bool) -> f64;

/// Width of one character in parts of the type size.
fn advance(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '|' => 0.28,
        ' ' | '.' | ',' | ':' | ';' | '!' | '·' | '\u{a0}' | '\u{2009}' => 0.32,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' | 'I' => 0.40,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '–' | '—' => 0.92,
        '0'..='9' | 'a'..='z' => 0.61,
        'A'..='Z' | '€' | '£' | '$' | '+' | '=' | '↑' => 0.68,
        _ if letter >= '\u{1100}' => 1.0,
        _ => 0.66,
    }
}

/// The estimated width of a text at a type size, in the unit of the size.
pub fn estimate(text: &str, size: f64, bold: bool) -> f64 {
    let weight = if bold { 1.1 } else { 1.0 };
    text.chars().map(advance).sum::<f64>() * size * weight
}

/// The estimated width of a chart text in logical pixels; a [`Measure`].
pub fn estimate_chart_text(text: &str, bold: bool) -> f64 {
    estimate(text, TEXT, bold)
}

/// The text, or as much of its beginning as fits, ending in an ellipsis.
pub fn shorten(text: &str, bold: bool, room: f64, measure: Measure) -> String {
    if measure(text, bold) <= room {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.pop().is_some() {
        let tried: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        if measure(&tried, bold) <= room {
            return tried;
        }
    }
    String::new()
}

/// The text in at most `most` lines, broken between words; the last line is shortened where it must be.
pub fn wrap(text: &str, bold: bool, room: f64, most: usize, measure: Measure) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let joined = lines.last().map(|line| format!("{line} {word}"));
        match joined {
            Some(joined) if lines.len() >= most || measure(&joined, bold) <= room => {
                lines.pop();
                lines.push(joined);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
        .iter()
        .map(|line| shorten(line, bold, room, measure))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_break_between_words_and_then_shorten() {
        let measure: Measure = &estimate_chart_text;
        let lines = wrap(
            "Back-office centre with a long name",
            false,
            90.0,
            2,
            measure,
        );
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
        assert!(lines.iter().all(|line| measure(line, false) <= 90.0));
        assert_eq!(shorten("short", false, 90.0, measure), "short");
        assert_eq!(shorten("short", false, 1.0, measure), "");
    }
}
