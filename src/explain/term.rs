//! Formulas with numbers in them: they know their value, their words and their figures, and the
//! three cannot part ways.

use crate::words::numbers::number;

/// A formula, or a number in it.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    /// A number with its name.
    Number {
        /// What it is.
        name: String,
        /// How much.
        value: f64,
    },
    /// All of them added up.
    Sum(Vec<Term>),
    /// The second taken from the first.
    Difference(Box<Term>, Box<Term>),
    /// All of them multiplied.
    Product(Vec<Term>),
    /// The first divided by the second.
    Quotient(Box<Term>, Box<Term>),
    /// A function that the method page explains.
    Call {
        /// What it is called there.
        function: &'static str,
        /// What it is given.
        arguments: Vec<Term>,
        /// What it gives.
        value: f64,
    },
    /// A formula with a name of its own.
    Part {
        /// What it is.
        name: String,
        /// How it is made.
        of: Box<Term>,
    },
}

/// How tightly a formula holds together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Sum,
    Product,
    Whole,
}

/// A line to be shown: what it is, how it is made, with the numbers put in.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is; empty for the whole.
    pub name: String,
    /// The formula in words; empty where the lines above have said it.
    pub words: String,
    /// The formula in numbers, and what comes of it: `130 × 100 = 13,000`.
    pub numbers: String,
}

/// A number with its name.
pub fn known(name: impl Into<String>, value: f64) -> Term {
    Term::Number {
        name: name.into(),
        value,
    }
}

/// A bare number, whose name is itself.
pub fn plain(value: f64) -> Term {
    known(figure(value), value)
}

/// A named formula.
pub fn part(name: impl Into<String>, of: Term) -> Term {
    Term::Part {
        name: name.into(),
        of: Box::new(of),
    }
}

/// The first divided by the second.
pub fn over(above: Term, below: Term) -> Term {
    Term::Quotient(Box::new(above), Box::new(below))
}

/// The second taken from the first.
pub fn less(from: Term, take: Term) -> Term {
    Term::Difference(Box::new(from), Box::new(take))
}

/// A number as formulas show it: to eight significant digits.
pub fn figure(value: f64) -> String {
    const DIGITS: i32 = 8;
    const MOST_DECIMALS: i32 = 15;
    let size = value.abs();
    let before = if size > 0.0 {
        size.log10().floor() as i32 + 1
    } else {
        1
    };
    number(value, (DIGITS - before).clamp(0, MOST_DECIMALS) as usize)
}

impl Term {
    /// What the formula comes to.
    pub fn value(&self) -> f64 {
        match self {
            Term::Number { value, .. } | Term::Call { value, .. } => *value,
            Term::Sum(terms) => terms.iter().map(Term::value).sum(),
            Term::Product(terms) => terms.iter().map(Term::value).product(),
            Term::Difference(from, take) => from.value() - take.value(),
            Term::Quotient(above, below) => above.value() / below.value(),
            Term::Part { of, .. } => of.value(),
        }
    }

    fn binding(&self) -> Binding {
        match self {
            Term::Sum(terms) | Term::Product(terms) if terms.len() == 1 => terms[0].binding(),
            Term::Sum(_) | Term::Difference(..) => Binding::Sum,
            Term::Product(_) | Term::Quotient(..) => Binding::Product,
            Term::Number { .. } | Term::Call { .. } => Binding::Whole,
            Term::Part { of, .. } => of.binding(),
        }
    }

    /// The formula, its leaves written as `leaf` says.
    fn written(&self, leaf: &dyn Fn(&str, f64) -> String) -> String {
        let within = |term: &Term, least: Binding| {
            let text = term.written(leaf);
            if term.binding() < least {
                format!("({text})")
            } else {
                text
            }
        };
        let all = |terms: &[Term], least, sign: &str| {
            let texts: Vec<String> = terms.iter().map(|term| within(term, least)).collect();
            texts.join(sign)
        };
        match self {
            Term::Number { name, value } => leaf(name, *value),
            Term::Sum(terms) if terms.is_empty() => leaf("nothing", 0.0),
            Term::Sum(terms) => all(terms, Binding::Sum, " + "),
            Term::Product(terms) => all(terms, Binding::Product, " × "),
            Term::Difference(from, take) => {
                format!(
                    "{} − {}",
                    within(from, Binding::Sum),
                    within(take, Binding::Product)
                )
            }
            Term::Quotient(above, below) => {
                format!(
                    "{} ÷ {}",
                    within(above, Binding::Product),
                    within(below, Binding::Whole)
                )
            }
            Term::Call {
                function,
                arguments,
                ..
            } => {
                let texts: Vec<String> = arguments.iter().map(|term| term.written(leaf)).collect();
                format!("{function}({})", texts.join("; "))
            }
            Term::Part { of, .. } => of.written(leaf),
        }
    }

    /// The formula in words: `hours × rate`.
    pub fn in_words(&self) -> String {
        self.written(&|name, _| name.to_owned())
    }

    /// The formula in numbers: `130 × 100`.
    pub fn in_numbers(&self) -> String {
        // A negative number in the middle of a formula needs its own brackets.
        self.written(&|_, value| {
            if value < 0.0 {
                format!("({})", figure(value))
            } else {
                figure(value)
            }
        })
    }

    fn line(&self, name: &str) -> Line {
        let value = figure(self.value());
        let numbers = self.in_numbers();
        Line {
            name: name.to_owned(),
            words: self.in_words(),
            numbers: if numbers == value {
                value
            } else {
                format!("{numbers} = {value}")
            },
        }
    }

    /// The lines to be shown: one for each named part of a sum and one that adds them up; a single
    /// one for everything else.
    pub fn lines(&self) -> Vec<Line> {
        let Term::Sum(terms) = self else {
            return vec![self.line("")];
        };
        let named = |term: &Term| match term {
            Term::Part { name, of } => of.line(name),
            other => other.line(""),
        };
        if let [only] = &terms[..] {
            return vec![named(only)];
        }
        let leaf = |term: &Term| match term {
            Term::Part { name, of } => known(name.clone(), of.value()),
            other => other.clone(),
        };
        let mut total = Term::Sum(terms.iter().map(leaf).collect()).line("together");
        // The names stand in the lines above.
        total.words = String::new();
        terms.iter().map(named).chain([total]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_stand_where_they_are_needed() {
        let sum = || Term::Sum(vec![plain(1.0), plain(2.0)]);
        let product = Term::Product(vec![sum(), plain(3.0)]);
        assert_eq!(product.in_numbers(), "(1 + 2) × 3");
        assert_eq!(
            over(plain(6.0), product.clone()).in_numbers(),
            "6 ÷ ((1 + 2) × 3)"
        );
        assert_eq!(less(plain(6.0), sum()).in_numbers(), "6 − (1 + 2)");
        assert_eq!(less(plain(6.0), product).value(), -3.0);
        assert_eq!(
            Term::Product(vec![plain(-2.0), plain(3.0)]).in_numbers(),
            "(−2) × 3"
        );
    }

    #[test]
    fn figures_have_eight_digits() {
        assert_eq!(figure(1.0 / 3.0), "0.33333333");
        assert_eq!(figure(13_800.0), "13,800");
        assert_eq!(figure(1234.56789), "1,234.5679");
        assert_eq!(figure(0.0), "0");
    }

    #[test]
    fn a_sum_of_parts_adds_up_in_its_last_line() {
        let work = part(
            "work",
            Term::Product(vec![known("hours", 130.0), known("rate", 100.0)]),
        );
        let lines = Term::Sum(vec![work, part("licences", plain(800.0))]).lines();
        assert_eq!(lines[0].name, "work");
        assert_eq!(lines[0].words, "hours × rate");
        assert_eq!(lines[0].numbers, "130 × 100 = 13,000");
        assert_eq!(lines[2].words, "");
        assert_eq!(lines[2].numbers, "13,000 + 800 = 13,800");
    }
}
