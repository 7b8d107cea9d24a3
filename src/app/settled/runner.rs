//! Where jobs run: in the worker; where there is none, in slices between frames, with the same
//! answer.
//!
//! A worker that dies or falls silent is restarted once, and the job under way with it; after that
//! the page computes for itself. A reply counts only if it belongs to the latest job.

use crate::app::browser;
use crate::model::job::{Job, Reply, Work};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// What a worker says once it listens.
const READY: &str = "ready";
/// A worker at work that has said nothing for so long is dead, in milliseconds.
const SILENCE: u32 = 5_000;
/// The same for one that has to be fetched first.
const START: u32 = 30_000;
/// How many times a worker is begun.
const MOST_STARTS: u32 = 2;
/// Events of a slice on the page itself: some milliseconds.
const SLICE: u64 = 8_000;

type Hear = Rc<dyn Fn(Reply)>;

/// Runs one job at a time. A handle: copies share it.
#[derive(Clone)]
pub struct Runner(Rc<RefCell<State>>);

struct State {
    hear: Hear,
    worker: Option<At>,
    starts: u32,
    revision: u32,
    /// The job under way.
    job: Option<Job>,
    /// Looks after a worker that should have spoken.
    watch: Option<Timeout>,
    /// The next slice, where there is no worker.
    slice: Option<Timeout>,
}

/// A worker and what listens to it.
struct At {
    worker: Worker,
    listens: bool,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut()>,
}

impl Drop for At {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Runner {
    /// A runner that tells what it hears.
    pub fn new(hear: Hear) -> Self {
        Self(Rc::new(RefCell::new(State {
            hear,
            worker: None,
            starts: 0,
            revision: 0,
            job: None,
            watch: None,
            slice: None,
        })))
    }

    /// Begins a job in place of the one under way.
    pub fn begin(&self, mut job: Job) {
        {
            let mut state = self.0.borrow_mut();
            state.revision += 1;
            job.revision = state.revision;
            state.job = Some(job);
            state.slice = None;
        }
        self.send();
    }

    /// Gives up the job under way.
    pub fn cancel(&self) {
        let mut state = self.0.borrow_mut();
        state.job = None;
        state.watch = None;
        state.slice = None;
        if let Some(at) = state.worker.as_ref().filter(|at| at.listens) {
            // A worker that cannot be told falls silent, and is found out by the next job.
            let _ = at.worker.post_message(&"".into());
        }
    }

    /// Hands the job under way to the worker, to one yet to be begun, or to the page itself.
    fn send(&self) {
        let mut state = self.0.borrow_mut();
        if state.worker.is_none() && state.starts < MOST_STARTS {
            state.starts += 1;
            state.worker = self.start();
        }
        let Some(job) = state.job.clone() else { return };
        match &state.worker {
            Some(at) if at.listens => {
                let text = serde_json::to_string(&job).unwrap_or_default();
                let _ = at.worker.post_message(&text.into());
                state.watch = Some(self.watch(SILENCE));
            }
            // It is told once it listens.
            Some(_) => state.watch = Some(self.watch(START)),
            None => {
                let work = Rc::new(RefCell::new(Work::new(job)));
                state.slice = Some(self.slice(work));
            }
        }
    }

    fn start(&self) -> Option<At> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&browser::worker_address()?, &options).ok()?;
        let runner = self.clone();
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            runner.heard(&event.data().as_string().unwrap_or_default());
        });
        let runner = self.clone();
        let failed = Closure::<dyn FnMut()>::new(move || runner.lost());
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Some(At {
            worker,
            listens: false,
            _heard: heard,
            _failed: failed,
        })
    }

    fn heard(&self, text: &str) {
        if text == READY {
            if let Some(at) = &mut self.0.borrow_mut().worker {
                at.listens = true;
            }
            self.0.borrow_mut().watch = None;
            return self.send();
        }
        if let Ok(reply) = serde_json::from_str::<Reply>(text) {
            self.take(reply);
        }
    }

    /// Takes a reply, if it belongs to the latest job.
    fn take(&self, reply: Reply) {
        let (revision, done) = match &reply {
            Reply::Progress { revision, .. } => (*revision, false),
            Reply::Done(outcome) => (outcome.revision, true),
        };
        let hear = {
            let mut state = self.0.borrow_mut();
            if state.job.is_none() || revision != state.revision {
                return;
            }
            state.watch = state.worker.is_some().then(|| self.watch(SILENCE));
            if done {
                state.job = None;
                state.watch = None;
            }
            state.hear.clone()
        };
        hear(reply);
    }

    fn watch(&self, milliseconds: u32) -> Timeout {
        let runner = self.clone();
        Timeout::new(milliseconds, move || runner.lost())
    }

    /// The worker is gone: another, or the page itself, takes its job.
    fn lost(&self) {
        let gone = self.0.borrow_mut().worker.take();
        self.0.borrow_mut().watch = None;
        // What listens to the worker may be what is running just now: it goes once it has returned.
        Timeout::new(0, move || drop(gone)).forget();
        self.send();
    }

    fn slice(&self, work: Rc<RefCell<Work>>) -> Timeout {
        let runner = self.clone();
        Timeout::new(0, move || {
            let outcome = work.borrow_mut().advance(SLICE);
            let reply = match outcome {
                Some(outcome) => Reply::Done(Box::new(outcome)),
                None => work.borrow_mut().progress(),
            };
            if matches!(reply, Reply::Progress { .. }) {
                let next = runner.slice(work.clone());
                runner.0.borrow_mut().slice = Some(next);
            }
            runner.take(reply);
        })
    }
}
