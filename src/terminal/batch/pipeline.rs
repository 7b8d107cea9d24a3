//! Lines spread over threads, and their answers put back in order.
//!
//! One thread reads, some answer, and the caller's writes. Two bounded queues lie between them:
//! the lines that wait for a thread, and, in the order of the input, the places where their answers
//! will appear. Memory therefore does not grow with the input. The output is flushed whenever
//! nothing more is ready, so that whoever writes a line and waits gets the answer to it.

use super::lines::{self, Line};
use crate::terminal::failure::Failure;
use std::io::{self, BufRead, BufWriter, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// Lines in work for each thread: enough that one slow line does not leave the others idle.
const LINES_PER_THREAD: usize = 16;

/// What the main thread has on most systems; the commands that answer one scenario have as much.
const STACK: usize = 8 << 20;

/// How lines are answered.
#[derive(Clone, Copy)]
pub(super) struct Answering {
    /// How many threads answer.
    pub(super) threads: usize,
    /// The answer to a line with its number, counted from 1.
    pub(super) answer: fn(&Line, u64) -> String,
    /// The same where `answer` panicked.
    pub(super) gave_up: fn(&Line, u64) -> String,
}

/// A line and where its answer is expected.
struct Job {
    line: Line,
    number: u64,
    reply: SyncSender<String>,
}

/// Where an answer will appear, or why there is nothing more to read.
type Expected = io::Result<Receiver<String>>;

/// Answers every line of `input` on a line of `output`, in order.
///
/// The threads are not waited for: when nobody reads the output any more, the one that reads may
/// wait for input that never comes. They end with the program.
pub(super) fn run(
    input: impl BufRead + Send + 'static,
    output: impl Write,
    answering: Answering,
) -> Result<(), Failure> {
    let in_work = answering.threads * LINES_PER_THREAD;
    let (jobs, waiting) = sync_channel(in_work);
    let (order, ordered) = sync_channel(in_work);
    let waiting = Arc::new(Mutex::new(waiting));
    for _ in 0..answering.threads {
        let waiting = Arc::clone(&waiting);
        start(move || work(&waiting, answering))?;
    }
    start(move || read(input, &jobs, &order))?;
    // Only those who answer hold the queue: should they all be gone, the reader is told.
    drop(waiting);
    write(&ordered, output)
}

fn start(task: impl FnOnce() + Send + 'static) -> Result<(), Failure> {
    let thread = thread::Builder::new().stack_size(STACK).spawn(task);
    thread.map(drop).map_err(|error| {
        let what = "A thread could not be started; --threads N asks for fewer";
        Failure::machine(what, error)
    })
}

/// Reads to the end, or until nobody wants more.
fn read(mut input: impl BufRead, jobs: &SyncSender<Job>, order: &SyncSender<Expected>) {
    for number in 1.. {
        let line = match lines::next(&mut input) {
            Ok(Some(line)) => line,
            Ok(None) => return,
            Err(error) => {
                let _ = order.send(Err(error));
                return;
            }
        };
        let (reply, expected) = sync_channel(1);
        let job = Job {
            line,
            number,
            reply,
        };
        if order.send(Ok(expected)).is_err() || jobs.send(job).is_err() {
            return;
        }
    }
}

fn work(waiting: &Mutex<Receiver<Job>>, answering: Answering) {
    while let Some(job) = taken(waiting) {
        let answer = || (answering.answer)(&job.line, job.number);
        let answer = catch_unwind(AssertUnwindSafe(answer))
            .unwrap_or_else(|_| (answering.gave_up)(&job.line, job.number));
        // Nobody may be left to hear it.
        let _ = job.reply.send(answer);
    }
}

/// The next line that waits. The queue is locked while one thread waits at it, which is no loss:
/// the others would find it empty.
fn taken(waiting: &Mutex<Receiver<Job>>) -> Option<Job> {
    waiting.lock().ok()?.recv().ok()
}

fn write(ordered: &Receiver<Expected>, output: impl Write) -> Result<(), Failure> {
    let mut output = BufWriter::new(output);
    while let Some(expected) = next(ordered, &mut output)? {
        let expected = match expected {
            Ok(expected) => expected,
            Err(error) => {
                output.flush()?;
                return Err(Failure::machine("Standard input could not be read", error));
            }
        };
        let answer = next(&expected, &mut output)?
            .ok_or_else(|| Failure::Machine("An answer was lost on its way.".to_owned()))?;
        output.write_all(answer.as_bytes())?;
        output.write_all(b"\n")?;
    }
    Ok(output.flush()?)
}

/// What comes next, at once where it is there; otherwise all that was written goes out first.
fn next<T>(source: &Receiver<T>, output: &mut impl Write) -> io::Result<Option<T>> {
    match source.try_recv() {
        Ok(found) => Ok(Some(found)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            output.flush()?;
            Ok(source.recv().ok())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Answering, Line, run};
    use crate::terminal::failure::Failure;
    use std::io::{self, BufReader, Cursor, Read, Write};
    use std::time::Duration;

    fn echo(line: &Line, number: u64) -> String {
        // The first of every few is the slowest.
        std::thread::sleep(Duration::from_micros(if number % 8 == 1 { 500 } else { 0 }));
        assert!(!number.is_multiple_of(50), "a fault put here on purpose");
        format!("{number} {line:?}")
    }

    fn gave_up(_: &Line, number: u64) -> String {
        format!("{number} gave up")
    }

    fn answering(threads: usize) -> Answering {
        Answering {
            threads,
            answer: echo,
            gave_up,
        }
    }

    #[test]
    fn order_and_count_are_kept_and_a_fault_stays_on_its_line() {
        const LINES: usize = 1_000;
        for threads in [1, 3] {
            let mut output = Vec::new();
            let input = Cursor::new("x\n".repeat(LINES));
            run(input, &mut output, answering(threads)).unwrap();
            let output = String::from_utf8(output).unwrap();
            let numbers: Vec<usize> = output
                .lines()
                .map(|line| line.split(' ').next().unwrap().parse().unwrap())
                .collect();
            assert_eq!(numbers, Vec::from_iter(1..=LINES));
            assert_eq!(output.matches("gave up").count(), LINES / 50);
        }
    }

    struct Broken;

    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the wire is cut"))
        }
    }

    #[test]
    fn input_that_fails_ends_it_after_what_was_read() {
        let mut output = Vec::new();
        let input = BufReader::new(Cursor::new("x\n").chain(Broken));
        let failure = run(input, &mut output, answering(2)).unwrap_err();
        assert!(failure.message().contains("the wire is cut"));
        assert_eq!(String::from_utf8(output).unwrap().lines().count(), 1);
    }

    struct Closed;

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn input_without_end_is_left_when_nobody_reads_the_answers() {
        let input = BufReader::new(io::repeat(b'\n'));
        let failure = run(input, Closed, answering(2)).unwrap_err();
        assert_eq!(failure, Failure::NobodyReads);
    }
}
