//! Tick values that people would choose: 1, 2, 2.5 or 5 times a power of ten.

/// The smallest clean step that divides a span into at most `most` parts; 0 where there is nothing to divide.
pub fn clean_step(span: f64, most: f64) -> f64 {
    if !span.is_finite() || span <= 0.0 || most < 1.0 {
        return 0.0;
    }
    let rough = span / most;
    let decade = 10f64.powi(rough.log10().floor() as i32);
    let fits = |factor: &f64| factor * decade >= rough * (1.0 - 1e-9);
    [1.0, 2.0, 2.5, 5.0, 10.0]
        .iter()
        .copied()
        .find(fits)
        .unwrap_or(10.0)
        * decade
}

/// The clean multiples from 0 to `high` with at most `most` steps; only 0 where the range is empty.
pub fn clean_ticks(high: f64, most: f64) -> Vec<f64> {
    let step = clean_step(high, most);
    if step <= 0.0 {
        return vec![0.0];
    }
    let count = (high / step * (1.0 + 1e-9)).floor() as u32;
    (0..=count).map(|index| f64::from(index) * step).collect()
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
        assert_eq!(clean_ticks(0.0, 4.0), [0.0]);
        assert_eq!(clean_ticks(f64::NAN, 4.0), [0.0]);
        assert_eq!(clean_step(1e9, 5.0), 2e8);
    }

    #[test]
    fn whole_steps_never_split_a_person() {
        assert_eq!(whole_step(6.0, 12.0), 1.0);
        assert_eq!(whole_step(10.0, 4.0), 5.0);
        assert_eq!(whole_step(100.0, 4.0), 25.0);
    }
}
