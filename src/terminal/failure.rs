//! Why a command has no answer, and the exit status that says so.

use std::fmt::Display;
use std::io;
use std::process::ExitCode;

/// Why a command has no answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// What was asked or given cannot be used: one sentence that names it and the cure.
    Input(String),
    /// The machine failed: reading, writing.
    Machine(String),
    /// Whoever read the answer stopped reading.
    NobodyReads,
}

impl Failure {
    /// Bad input, in a sentence.
    pub(super) fn input(sentence: impl Into<String>) -> Self {
        Self::Input(sentence.into())
    }

    /// A failure to read or write something with a name.
    pub(super) fn machine(what: &str, error: impl Display) -> Self {
        Self::Machine(format!("{what}: {error}."))
    }

    /// The sentence for standard error; empty where there is nothing to say.
    pub(super) fn message(&self) -> &str {
        match self {
            Self::Input(sentence) | Self::Machine(sentence) => sentence,
            Self::NobodyReads => "",
        }
    }

    /// 2 for bad input, 1 for a failure of the machine. A reader who has read enough is no failure.
    pub(super) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Input(_) => ExitCode::from(2),
            Self::Machine(_) => ExitCode::FAILURE,
            Self::NobodyReads => ExitCode::SUCCESS,
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::NobodyReads
        } else {
            Self::machine("The answer could not be written", error)
        }
    }
}
