//! A million seeded random lines through the stream of formulas: no panic, every line answered.

#[path = "../tests/formula/random_lines.rs"]
mod random_lines;

use counterbalance::terminal::formula::stream;
use random_lines::{Chance, line};
use std::collections::BTreeMap;
use std::io::{BufReader, Read, Write};
use std::time::Instant;

const LINES: usize = 1_000_000;

/// The lines, made as they are read: memory stays flat.
struct Questions {
    chance: Chance,
    asked: usize,
    ready: Vec<u8>,
}

impl Read for Questions {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.ready.is_empty() && self.asked < LINES {
            self.ready = line(&mut self.chance, self.asked).into_bytes();
            self.ready.push(b'\n');
            self.asked += 1;
        }
        let count = into.len().min(self.ready.len());
        into[..count].copy_from_slice(&self.ready[..count]);
        self.ready.drain(..count);
        Ok(count)
    }
}

/// The answers, counted by status; each arrives in pieces and is flushed as a whole.
#[derive(Default)]
struct Answers {
    line: Vec<u8>,
    by_status: BTreeMap<String, usize>,
    slowest: f64,
    last: Option<Instant>,
}

impl Write for Answers {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.line.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        let answer: serde_json::Value = serde_json::from_slice(&self.line)?;
        let status = answer["status"].as_str().unwrap_or("none").to_string();
        *self.by_status.entry(status).or_default() += 1;
        self.line.clear();
        let now = Instant::now();
        if let Some(last) = self.last.replace(now) {
            self.slowest = self.slowest.max((now - last).as_secs_f64());
        }
        Ok(())
    }
}

fn main() {
    let start = Instant::now();
    let questions = Questions {
        chance: Chance::new(1),
        asked: 0,
        ready: Vec::new(),
    };
    let mut answers = Answers::default();
    stream(BufReader::new(questions), &mut answers).expect("memory neither fails nor ends");
    let count: usize = answers.by_status.values().sum();
    println!(
        "{count} random lines answered in {:.1} s, the slowest in {:.2} s: {:?}",
        start.elapsed().as_secs_f64(),
        answers.slowest,
        answers.by_status
    );
    assert_eq!(count, LINES);
}
