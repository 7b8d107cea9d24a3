//! One root of one continuous function on a bracket.

/// Most steps Brent's method may take; bisection alone needs about 60.
const MAX_STEPS: usize = 200;

/// The bracket: the best estimate `b`, the point before it `a`, and `c` on the other side.
struct Bracket {
    a: (f64, f64),
    b: (f64, f64),
    c: (f64, f64),
}

impl Bracket {
    /// Puts the end with the smaller residual in `b`.
    fn sort(&mut self) {
        if self.c.1.abs() < self.b.1.abs() {
            self.a = self.b;
            self.b = self.c;
            self.c = self.a;
        }
    }

    /// The step of the secant (two points) or of inverse quadratic interpolation (three), as
    /// numerator and denominator with a numerator that is not negative.
    fn interpolate(&self, half: f64) -> (f64, f64) {
        let s = self.b.1 / self.a.1;
        let (p, q) = if self.a.0 == self.c.0 {
            (2.0 * half * s, 1.0 - s)
        } else {
            let q = self.a.1 / self.c.1;
            let r = self.b.1 / self.c.1;
            let p = s * (2.0 * half * q * (q - r) - (self.b.0 - self.a.0) * (r - 1.0));
            (p, (q - 1.0) * (r - 1.0) * (s - 1.0))
        };
        if p > 0.0 { (p, -q) } else { (-p, q) }
    }
}

/// Where does `f` cross zero between `lo` and `hi`?
///
/// Brent's method: inverse quadratic interpolation with bisection as its safety net, to an
/// absolute error of `tol` (or the rounding of the abscissa, if that is coarser). Holds for a
/// function of opposite signs (or zero) at the two ends; with a jump across zero it finds the
/// jump, and without a change of sign it returns the end with the smaller residual.
/// Source: Brent (1973), Algorithms for Minimization without Derivatives, chapter 4.
pub fn brent(f: impl Fn(f64) -> f64, lo: f64, hi: f64, tol: f64) -> f64 {
    let (a, b) = ((lo, f(lo)), (hi, f(hi)));
    if a.1 * b.1 > 0.0 {
        return if a.1.abs() < b.1.abs() { lo } else { hi };
    }
    let mut at = Bracket { a, b, c: a };
    let mut step = hi - lo;
    let mut previous = step;
    for _ in 0..MAX_STEPS {
        at.sort();
        let tolerance = 2.0 * f64::EPSILON * at.b.0.abs() + 0.5 * tol;
        let half = 0.5 * (at.c.0 - at.b.0);
        if half.abs() <= tolerance || at.b.1 == 0.0 {
            break;
        }
        let (p, q) = if previous.abs() >= tolerance && at.a.1.abs() > at.b.1.abs() {
            at.interpolate(half)
        } else {
            (1.0, 0.0)
        };
        // An interpolated step must stay inside and at least halve the step before the last.
        if 2.0 * p < (3.0 * half * q - (tolerance * q).abs()).min((previous * q).abs()) {
            (previous, step) = (step, p / q);
        } else {
            (previous, step) = (half, half);
        }
        at.a = at.b;
        let next = at.b.0
            + if step.abs() > tolerance {
                step
            } else {
                tolerance.copysign(half)
            };
        at.b = (next, f(next));
        if (at.b.1 > 0.0) == (at.c.1 > 0.0) {
            at.c = at.a;
            step = at.b.0 - at.a.0;
            previous = step;
        }
    }
    at.b.0
}
