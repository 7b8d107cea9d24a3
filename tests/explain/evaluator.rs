//! Reads a shown formula as a reader would, with pencil and paper: numbers, signs, brackets, and the
//! functions of the method page.

use counterbalance::model::cost::horizon::annuity;
use counterbalance::model::queueing::whitt::{kimura_factor, whitt_factor};
use counterbalance::model::queueing::{MultiServer, Turnaround, erlang_c};

/// What a shown formula comes to.
pub fn evaluate(text: &str) -> f64 {
    let mut reader = Reader {
        rest: text.chars().filter(|c| !c.is_whitespace()).collect(),
        at: 0,
    };
    let value = reader.sum();
    assert_eq!(reader.at, reader.rest.len(), "{text} is read to its end");
    value
}

struct Reader {
    rest: Vec<char>,
    at: usize,
}

impl Reader {
    fn peek(&self) -> Option<char> {
        self.rest.get(self.at).copied()
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn sum(&mut self) -> f64 {
        let mut value = self.product();
        loop {
            if self.take('+') {
                value += self.product();
            } else if self.take('−') {
                value -= self.product();
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut value = self.whole();
        loop {
            if self.take('×') {
                value *= self.whole();
            } else if self.take('÷') {
                value /= self.whole();
            } else {
                return value;
            }
        }
    }

    fn whole(&mut self) -> f64 {
        if self.take('−') {
            return -self.whole();
        }
        if self.take('(') {
            let value = self.sum();
            assert!(self.take(')'), "a bracket is closed");
            return value;
        }
        if self.peek().is_some_and(|c| c.is_ascii_digit()) {
            return self.number();
        }
        let name = self.run(|c| c != '(');
        assert!(self.take('('), "{name} is a function");
        let mut arguments = vec![self.sum()];
        while self.take(';') {
            arguments.push(self.sum());
        }
        assert!(self.take(')'), "{name} is closed");
        call(&name, &arguments)
    }

    fn run(&mut self, of: impl Fn(char) -> bool) -> String {
        let from = self.at;
        while self.peek().is_some_and(&of) {
            self.at += 1;
        }
        self.rest[from..self.at].iter().collect()
    }

    fn number(&mut self) -> f64 {
        let text = self.run(|c| c.is_ascii_digit() || c == '.' || c == ',');
        text.replace(',', "").parse().expect("a number")
    }
}

fn call(name: &str, given: &[f64]) -> f64 {
    match (name, given) {
        ("exp", [x]) => x.exp(),
        ("C", [servers, load]) => erlang_c(*servers, *load),
        ("K", [servers, busy, scv]) => kimura_factor(*servers, *busy, *scv),
        ("φ", [servers, busy, arrivals, scv]) => whitt_factor(*servers, *busy, *arrivals, *scv),
        ("F", [t, servers, rate, minutes]) => MultiServer::new(*servers, *rate, *minutes)
            .expect("a queue")
            .sojourn_within(*t),
        ("Γ", [t, mean, variance]) => {
            let (mean, variance) = (*mean, *variance);
            Turnaround::Gamma { mean, variance }.within(*t)
        }
        ("annuity", [months, yearly]) => annuity(*months, *yearly),
        _ => panic!("no function {name} of {} arguments", given.len()),
    }
}
