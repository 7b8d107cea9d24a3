//! How much of a run is not yet the long run: MSER-5.

/// Observations in a batch.
const BATCH: usize = 5;

/// How many of the first observations to leave out, by MSER-5: batches of five, and that cut after
/// which the standard error of the rest is least, (Σ(x−x̄)²)/(n−d)². `None` where the best cut lies
/// in the second half: the run is too short to tell. Source: White and Spratt (2000), Simulation
/// 69(6); White 1997.
pub fn warm_up(observations: &[f64]) -> Option<usize> {
    let batches: Vec<f64> = observations
        .chunks_exact(BATCH)
        .map(|batch| batch.iter().sum::<f64>() / BATCH as f64)
        .collect();
    // From the end: count, mean and squares of what is left (Welford's update).
    let (mut count, mut mean, mut square) = (0.0, 0.0, 0.0);
    let (mut best, mut cut) = (f64::INFINITY, batches.len());
    for (place, value) in batches.iter().enumerate().rev() {
        count += 1.0;
        let away = value - mean;
        mean += away / count;
        square += away * (value - mean);
        let error = square / (count * count);
        // The last few batches may agree by chance.
        if place + BATCH <= batches.len() && error <= best {
            (best, cut) = (error, place);
        }
    }
    (cut <= batches.len() / 2).then_some(cut * BATCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ramp_before_a_level_is_cut_off() {
        let noise = |i: usize| ((i * 7919 % 101) as f64 - 50.0) / 500.0;
        let of = |i: usize| noise(i) + if i < 200 { i as f64 / 200.0 } else { 1.0 };
        let observations: Vec<f64> = (0..2_000).map(of).collect();
        let cut = warm_up(&observations).unwrap();
        assert!((150..=210).contains(&cut), "{cut}");
    }

    #[test]
    fn a_level_is_kept_and_growth_without_end_is_seen() {
        assert_eq!(warm_up(&[3.0; 500]), Some(0));
        let growing: Vec<f64> = (0..1_000).map(f64::from).collect();
        assert_eq!(warm_up(&growing), None);
    }
}
