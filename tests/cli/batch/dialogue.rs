//! A stream that is asked line by line, for long, or by one who leaves.

use super::batch;
use crate::{Called, program};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::Child;
use std::sync::mpsc;
use std::time::Duration;

/// A batch that is asked and heard line by line.
struct Dialogue {
    child: Child,
    heard: mpsc::Receiver<String>,
}

impl Dialogue {
    fn new() -> Self {
        let mut child = batch().spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (told, heard) = mpsc::channel();
        std::thread::spawn(move || {
            let mut lines = output.lines().map_while(Result::ok);
            lines.try_for_each(|line| told.send(line))
        });
        Self { child, heard }
    }

    fn ask(&mut self, line: &Value) {
        let mut input = self.child.stdin.as_ref().unwrap();
        input.write_all(format!("{line}\n").as_bytes()).unwrap();
    }

    #[track_caller]
    fn hear(&self) -> Value {
        let line = self.heard.recv_timeout(Duration::from_secs(60));
        serde_json::from_str(&line.expect("an answer while the input is open")).unwrap()
    }

    /// Closes the input, after which it ends by itself.
    fn end(mut self) {
        drop(self.child.stdin.take());
        assert!(self.child.wait().unwrap().success());
    }
}

#[test]
fn whoever_writes_a_line_and_waits_gets_its_answer() {
    let mut dialogue = Dialogue::new();
    for id in 0..5 {
        dialogue.ask(&json!({"preset": "hotel", "id": id}));
        assert_eq!(dialogue.hear()["id"], id);
    }
    dialogue.end();
}

#[test]
fn a_reader_who_leaves_ends_it_quietly_though_input_goes_on() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let (questions, mut asker) = std::io::pipe().unwrap();
    asker.write_all(b"{\"preset\":\"hotel\"}\n").unwrap();
    let mut command = program(&["batch"]);
    let called = Called::from(command.stdin(questions).stdout(writer).output().unwrap());
    assert_eq!((called.status, called.said.as_str()), (0, ""));
    drop(asker);
}

/// The most memory that a program has had, in kilobytes.
#[cfg(target_os = "linux")]
fn peak_memory(child: &Child) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM:"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
#[cfg_attr(
    debug_assertions,
    ignore = "slow without optimisation; `make bench` runs it"
)]
fn memory_does_not_grow_with_the_input() {
    const ROUND: usize = 500;
    let mut dialogue = Dialogue::new();
    let mut asked = 0;
    let mut after = |lines: usize| {
        while asked < lines {
            // More at a time than it takes into work at once.
            for _ in 0..ROUND {
                dialogue.ask(&json!({"preset": "hotel", "id": asked}));
                asked += 1;
            }
            for id in asked - ROUND..asked {
                assert_eq!(dialogue.hear()["id"], id);
            }
        }
        peak_memory(&dialogue.child)
    };
    let (few, many) = (after(1_000), after(20_000));
    assert!(many < few + 2_000.0, "{few} kB became {many} kB");
    dialogue.end();
}
