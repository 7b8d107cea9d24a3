//! Reading decimal numbers.

use lexical_parse_float::FromLexical;

/// Reads a plain decimal number, correctly rounded; `None` for anything else, infinity included.
///
/// The standard library's reader brings a ten-kilobyte table that does not compress, a twentieth
/// of the page's weight; this one computes what it needs.
pub fn parse(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('+').unwrap_or(text);
    f64::from_lexical(digits.as_bytes())
        .ok()
        .filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_as_the_standard_library_does() {
        for text in [
            "0",
            "-0.5",
            "1e3",
            "+7",
            "0.1",
            "1234567.891",
            "5e-324",
            "9007199254740993",
            "1.7976931348623157e308",
        ] {
            assert_eq!(
                parse(text).map(f64::to_bits),
                text.parse().ok().map(f64::to_bits),
                "{text}"
            );
        }
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in [
            "",
            "NaN",
            "inf",
            "-infinity",
            "1e309",
            "1,5",
            "12 ",
            "0x10",
            "1.2.3",
            "--1",
            "e5",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
