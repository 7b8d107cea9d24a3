//! Weights from comparisons in pairs: the principal eigenvector of the comparison matrix, and how
//! consistent the comparisons are (Saaty 1980, the analytic hierarchy process).

use crate::model::scenario::principles::COUNT;

/// How many pairs there are.
pub const PAIRS: usize = COUNT * (COUNT - 1) / 2;

/// Above this consistency ratio comparisons contradict each other too much.
pub const INCONSISTENT: f64 = 0.10;

/// Mean consistency index of random matrices of five (Saaty).
const RANDOM_INDEX: f64 = 1.12;

/// Weights and consistency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// The weights; they add up to one.
    pub weights: [f64; COUNT],
    /// The consistency ratio: 0 without any contradiction.
    pub ratio: f64,
}

/// The weights of a matrix in which entry (i, j) says how many times as much i counts as j.
///
/// Power iteration from equal weights; CR = ((λ_max − n)/(n − 1))/RI.
pub fn of_matrix(matrix: &[[f64; COUNT]; COUNT]) -> Compared {
    const MOST_ROUNDS: usize = 1_000;
    const STILL: f64 = 1e-14;
    let n = COUNT as f64;
    let mut weights = [1.0 / n; COUNT];
    let mut largest = n;
    for _ in 0..MOST_ROUNDS {
        let image = matrix.map(|row| row.iter().zip(&weights).map(|(a, w)| a * w).sum::<f64>());
        largest = image.iter().sum();
        let next = image.map(|value| value / largest);
        let moved = next
            .iter()
            .zip(&weights)
            .map(|(a, b)| (a - b).abs())
            .fold(0.0, f64::max);
        weights = next;
        if moved < STILL {
            break;
        }
    }
    Compared {
        weights,
        ratio: ((largest - n) / (n - 1.0) / RANDOM_INDEX).max(0.0),
    }
}

/// The weights from one answer for each pair, in the order (1, 2), (1, 3), … (4, 5).
pub fn of_pairs(answers: &[f64; PAIRS]) -> Compared {
    let mut matrix = [[1.0; COUNT]; COUNT];
    let pairs = (0..COUNT).flat_map(|one| (one + 1..COUNT).map(move |other| (one, other)));
    for ((one, other), times) in pairs.zip(answers) {
        matrix[one][other] = *times;
        matrix[other][one] = 1.0 / times;
    }
    of_matrix(&matrix)
}
