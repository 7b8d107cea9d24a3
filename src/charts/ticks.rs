//! Tick values that people would choose: 1, 2, 2.5 or 5 times a power of ten.

/// A clean step as its factor (1, 2, 2.5, 5 or 10) and its power of ten.
fn clean_parts(span: f64, most: f64) -> Option<(f64, i32)> {
    if !span.is_finite() || span <= 0.0 || most < 1.0 {
        return None;
    }
    let rough = span / most;
    let power = rough.log10().floor() as i32;
    let fits = |factor: &f64| times_ten_to(*factor, power) >= rough * (1.0 - 1e-9);
    let factor = [1.0, 2.0, 2.5, 5.0].into_iter().find(fits).unwrap_or(10.0);
    Some((factor, power))
}

/// A number times a power of ten; small powers divide, so that 3 times 0.2 is 0.6 to the last digit.
fn times_ten_to(number: f64, power: i32) -> f64 {
    if power < 0 {
        number / 10f64.powi(-power)
    } else {
        number * 10f64.powi(power)
    }
}

/// The smallest clean step that divides a span into at most `most` parts; 0 where there is nothing to divide.
pub fn clean_step(span: f64, most: f64) -> f64 {
    clean_parts(span, most).map_or(0.0, |(factor, power)| times_ten_to(factor, power))
}

/// The clean multiples from 0 to `high` with at most `most` steps; only 0 where the range is empty.
pub fn clean_ticks(high: f64, most: f64) -> Vec<f64> {
    let Some((factor, power)) = clean_parts(high, most) else {
        return vec![0.0];
    };
    let count = (high / times_ten_to(factor, power) * (1.0 + 1e-9)).floor() as u32;
    (0..=count)
        .map(|index| times_ten_to(f64::from(index) * factor, power))
        .collect()
}

/// Clean values within a range, with at most `most` steps.
pub fn ticks_between((low, high): (f64, f64), most: f64) -> Vec<f64> {
    if low == 0.0 {
        return clean_ticks(high, most);
    }
    let step = clean_step(high - low, most);
    if step <= 0.0 {
        return vec![low];
    }
    let first = (low / step - 1e-9).ceil();
    (0..=most as u32 + 1)
        .map(|index| (first + f64::from(index)) * step)
        .filter(|tick| *tick <= high + step * 1e-9)
        .collect()
}

/// The smallest clean step of whole numbers that divides a span into at most `most` parts, at least 1.
pub fn whole_step(span: f64, most: f64) -> f64 {
    let step = clean_step(span, most.max(1.0)).max(1.0);
    if step.fract() == 0.0 { step } else { 5.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_clean_numbers() {
        assert_eq!(clean_ticks(32.5, 4.0), [0.0, 10.0, 20.0, 30.0]);
        assert_eq!(clean_ticks(10.0, 4.0), [0.0, 2.5, 5.0, 7.5, 10.0]);
        assert_eq!(clean_ticks(1.0, 5.0), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(clean_ticks(0.0, 4.0), [0.0]);
        assert_eq!(clean_ticks(f64::NAN, 4.0), [0.0]);
        assert_eq!(clean_step(1e9, 5.0), 2e8);
    }

    #[test]
    fn ticks_lie_within_their_range() {
        assert_eq!(
            ticks_between((0.0, 1.0), 5.0),
            [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
        );
        assert_eq!(
            ticks_between((10.0, 30.0), 4.0),
            [10.0, 15.0, 20.0, 25.0, 30.0]
        );
        assert_eq!(ticks_between((12.0, 21.0), 3.0), [15.0, 20.0]);
        assert_eq!(ticks_between((5.0, 5.0), 3.0), [5.0]);
    }

    #[test]
    fn whole_steps_never_split_a_person() {
        assert_eq!(whole_step(6.0, 12.0), 1.0);
        assert_eq!(whole_step(10.0, 4.0), 5.0);
        assert_eq!(whole_step(100.0, 4.0), 25.0);
    }
}
