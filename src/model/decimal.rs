//! Reading and writing decimal numbers.
//!
//! The standard library's reader brings a ten-kilobyte table that does not compress, and its
//! writer of fixed decimals another five: together a tenth of the page's weight. What people type
//! and what the page shows has at most fifteen digits, for which plain arithmetic is exact.

/// Powers of ten up to this are exact in an `f64`.
const EXACT_POWER: i32 = 22;
/// Whole numbers of up to this many digits are exact in an `f64`.
const EXACT_DIGITS: usize = 15;

/// Reads a plain decimal number; `None` for anything else, infinity included.
///
/// Correctly rounded up to fifteen digits with an exponent within ±22 (Clinger 1990), within two
/// units in the last place beyond that.
pub fn parse(text: &str) -> Option<f64> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (figures, power) = match text.split_once(['e', 'E']) {
        Some((figures, power)) => (figures, exponent(power)?),
        None => (text, 0),
    };
    let (whole, fraction) = figures.split_once('.').unwrap_or((figures, ""));
    let digits = || whole.bytes().chain(fraction.bytes());
    if digits().next().is_none() || !digits().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let leading = digits().take_while(|digit| *digit == b'0').count();
    let mut mantissa = 0u64;
    let mut taken = 0;
    // Nineteen digits fit; more cannot change the answer by more than its last place.
    for digit in digits().skip(leading).take(19) {
        mantissa = mantissa * 10 + u64::from(digit - b'0');
        taken += 1;
    }
    let dropped = whole.len() + fraction.len() - leading - taken;
    let power = power + i32::try_from(dropped).ok()? - i32::try_from(fraction.len()).ok()?;
    let value = scaled(mantissa, power, taken);
    value
        .is_finite()
        .then_some(if negative { -value } else { value })
}

fn exponent(text: &str) -> Option<i32> {
    const FURTHEST: i32 = 9_999;
    let power: i32 = text.parse().ok()?;
    (power.abs() <= FURTHEST).then_some(power)
}

/// mantissa × 10^power.
fn scaled(mantissa: u64, power: i32, digits: usize) -> f64 {
    let value = mantissa as f64;
    if mantissa == 0 {
        0.0
    } else if digits <= EXACT_DIGITS && power.abs() <= EXACT_POWER {
        // One correctly rounded operation on two exact numbers.
        if power < 0 {
            value / 10f64.powi(-power)
        } else {
            value * 10f64.powi(power)
        }
    } else if power < -300 {
        // In two steps, since 10^power itself may be too small to exist.
        value / 10f64.powi(300) / 10f64.powi((-power - 300).min(400))
    } else if power < 0 {
        value / 10f64.powi(-power)
    } else {
        value * 10f64.powi(power.min(400))
    }
}

/// Smaller numbers are kept as zero.
const SMALLEST: f64 = 1e-9;
/// Digits that a number of a scenario keeps.
const KEPT_DIGITS: i32 = 12;

/// The nearest number of twelve significant digits, which is what a scenario keeps: a link, a file
/// and the page then hold the same number.
pub fn kept(value: f64) -> f64 {
    match figures(value) {
        Some((mantissa, power)) => scaled(mantissa, power, EXACT_DIGITS).copysign(value),
        None if value.abs() < SMALLEST => 0.0,
        None => value,
    }
}

/// The twelve leading digits as a whole number, and the power of ten that belongs to it; `None`
/// for zero and for what is too large or too small to be a person's number.
fn figures(value: f64) -> Option<(u64, i32)> {
    const LARGEST: f64 = 1e15;
    let size = value.abs();
    if !(SMALLEST..LARGEST).contains(&size) {
        return None;
    }
    let power = size.log10().floor() as i32 + 1 - KEPT_DIGITS;
    let shifted = if power < 0 {
        size * 10f64.powi(-power)
    } else {
        size / 10f64.powi(power)
    };
    Some((shifted.round() as u64, power))
}

/// Writes a number of at most twelve significant digits so that [`parse`] gives it back.
pub fn shortest(value: f64) -> String {
    let Some((mut mantissa, mut power)) = figures(value) else {
        return extreme(value);
    };
    while mantissa.is_multiple_of(10) {
        mantissa /= 10;
        power += 1;
    }
    let sign = if value < 0.0 { "-" } else { "" };
    let digits = mantissa.to_string();
    let point = digits.len() as i32 + power;
    if power >= 0 {
        format!("{sign}{digits}{}", "0".repeat(power as usize))
    } else if let Some((whole, fraction)) = digits.split_at_checked(point.max(0) as usize)
        && point > 0
    {
        format!("{sign}{whole}.{fraction}")
    } else {
        format!("{sign}0.{}{digits}", "0".repeat(-point as usize))
    }
}

/// Zero, and numbers no person types: in whole powers of ten, two digits.
fn extreme(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let power = value.abs().log10().floor();
    let lead = fixed(value / 10f64.powf(power), 1);
    format!(
        "{}e{}",
        lead.strip_suffix(".0").unwrap_or(&lead),
        power as i32
    )
}

/// Writes a number with exactly so many decimals (fifteen at most), halves away from zero.
pub fn fixed(value: f64, decimals: usize) -> String {
    let decimals = decimals.min(15);
    let unit = 10u64.pow(decimals as u32);
    // The cast saturates, so that a number beyond all figures shows as the largest there is.
    let scaled = (value.abs() * unit as f64).round() as u64;
    let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
    let (whole, fraction) = (scaled / unit, scaled % unit);
    if decimals == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction:0decimals$}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_as_the_standard_library_does() {
        for text in [
            "0",
            "-0.5",
            "1e3",
            "+7",
            "0.1",
            "1234567.891",
            "00012.50",
            "1e-7",
            "123456789012345e7",
            ".5",
            "5.",
        ] {
            assert_eq!(
                parse(text).map(f64::to_bits),
                text.parse().ok().map(f64::to_bits),
                "{text}"
            );
        }
    }

    #[test]
    fn reads_very_long_and_very_small_numbers_closely() {
        for text in [
            "9007199254740993",
            "1.7976931348623e308",
            "0.3333333333333333333333",
            "2.5e-310",
            "123456789012345678901234567890",
        ] {
            let (ours, exact) = (parse(text).unwrap(), text.parse::<f64>().unwrap());
            assert!(
                (ours - exact).abs() <= 4.0 * f64::EPSILON * exact.abs(),
                "{text}: {ours}"
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
            ".",
            "1e",
            "1e99999999999",
            "-",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn kept_numbers_are_written_short_and_read_back() {
        for (value, text) in [
            (0.0, "0"),
            (2.0, "2"),
            (-0.125, "-0.125"),
            (2047.5, "2047.5"),
            (0.1 + 0.2, "0.3"),
            (1.0 / 3.0, "0.333333333333"),
            (20_000.0, "20000"),
            (1e-7, "0.0000001"),
        ] {
            assert_eq!(shortest(kept(value)), text);
            assert_eq!(parse(text), Some(kept(value)), "{text}");
        }
        assert_eq!(shortest(1e200), "1e200");
        assert_eq!(shortest(-3.2e-30), "-3.2e-30");
    }

    proptest! {
        #[test]
        fn any_kept_number_goes_round(value in prop_oneof![-1e6f64..1e6, -1.0f64..1.0, 1e-8f64..1e-4]) {
            let kept = kept(value);
            prop_assert!((kept - value).abs() <= 1e-11 * value.abs());
            prop_assert_eq!(parse(&shortest(kept)), Some(kept));
            prop_assert_eq!(super::kept(kept), kept);
        }

        #[test]
        fn any_number_of_fifteen_digits_is_read_exactly(mantissa in 0u64..1_000_000_000_000_000, power in -22i32..8) {
            let text = format!("{mantissa}e{power}");
            prop_assert_eq!(parse(&text), text.parse().ok());
        }

        #[test]
        fn writes_as_the_standard_library_does_but_for_ties(value in -1e9f64..1e9, decimals in 0usize..5) {
            let theirs: f64 = format!("{value:.decimals$}").parse().unwrap();
            let ours: f64 = fixed(value, decimals).parse().unwrap();
            prop_assert!((ours - theirs).abs() < 1.5 * 10f64.powi(-(decimals as i32)));
            let half = 0.5 * 10f64.powi(-(decimals as i32));
            prop_assert!((ours - value).abs() <= half + 2.0 * f64::EPSILON * value.abs());
        }
    }
}
