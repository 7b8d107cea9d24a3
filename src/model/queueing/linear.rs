//! Small dense systems of linear equations, as networks of teams lead to.
//!
//! LU factors with partial pivoting: work grows with the cube of the size, which is fine for a
//! few hundred equations. It leaves out sparsity and iterative refinement.

/// The LU factors of a square matrix, rows reordered for the largest pivots.
#[derive(Debug, Clone)]
pub struct Factors {
    rows: Vec<Vec<f64>>,
    order: Vec<usize>,
}

impl Factors {
    /// Factors a square matrix; `Err` with the column whose pivot vanishes if it is singular.
    pub fn new(mut rows: Vec<Vec<f64>>) -> Result<Self, usize> {
        let size = rows.len();
        let mut order: Vec<usize> = (0..size).collect();
        for column in 0..size {
            let pivot = (column..size)
                .max_by(|&i, &j| rows[i][column].abs().total_cmp(&rows[j][column].abs()))
                .unwrap_or(column);
            if rows[pivot][column] == 0.0 || !rows[pivot][column].is_finite() {
                return Err(column);
            }
            rows.swap(column, pivot);
            order.swap(column, pivot);
            eliminate(&mut rows, column);
        }
        Ok(Self { rows, order })
    }

    /// Solves A x = b for a right-hand side of the matrix's size.
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        let mut x: Vec<f64> = self.order.iter().map(|&i| right[i]).collect();
        for i in 0..x.len() {
            x[i] -= dot(&self.rows[i][..i], &x[..i]);
        }
        for i in (0..x.len()).rev() {
            x[i] = (x[i] - dot(&self.rows[i][i + 1..], &x[i + 1..])) / self.rows[i][i];
        }
        x
    }

    /// Solves xᵀA = bᵀ for a right-hand side of the matrix's size.
    pub fn solve_transposed(&self, right: &[f64]) -> Vec<f64> {
        let mut y = right.to_vec();
        for i in 0..y.len() {
            y[i] /= self.rows[i][i];
            let (known, later) = y.split_at_mut(i + 1);
            for (value, factor) in later.iter_mut().zip(&self.rows[i][i + 1..]) {
                *value -= factor * known[i];
            }
        }
        for i in (0..y.len()).rev() {
            let (earlier, known) = y.split_at_mut(i);
            for (value, factor) in earlier.iter_mut().zip(&self.rows[i][..i]) {
                *value -= factor * known[0];
            }
        }
        let mut x = vec![0.0; y.len()];
        self.order
            .iter()
            .zip(y)
            .for_each(|(&i, value)| x[i] = value);
        x
    }
}

/// Clears a column below its pivot, leaving the multipliers in its place.
fn eliminate(rows: &mut [Vec<f64>], column: usize) {
    let (above, below) = rows.split_at_mut(column + 1);
    let pivot = &above[column];
    for row in below {
        let multiplier = row[column] / pivot[column];
        row[column] = multiplier;
        for (entry, &over) in row[column + 1..].iter_mut().zip(&pivot[column + 1..]) {
            *entry -= multiplier * over;
        }
    }
}

/// The sum of products of two lists of the same length.
pub fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(l, r)| l * r).sum()
}

/// A matrix times a column.
pub fn multiply(matrix: &[Vec<f64>], column: &[f64]) -> Vec<f64> {
    matrix.iter().map(|row| dot(row, column)).collect()
}

/// The identity less a matrix.
pub fn identity_less(matrix: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let row = |(i, row): (usize, &Vec<f64>)| {
        row.iter()
            .enumerate()
            .map(|(j, &entry)| f64::from(u8::from(i == j)) - entry)
            .collect()
    };
    matrix.iter().enumerate().map(row).collect()
}

/// Rows for columns.
pub fn transpose(matrix: &[Vec<f64>]) -> Vec<Vec<f64>> {
    (0..matrix.len())
        .map(|j| matrix.iter().map(|row| row[j]).collect())
        .collect()
}
