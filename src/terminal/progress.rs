//! How far long work is, as a bar where standard error is a terminal.

use indicatif::{ProgressBar, ProgressStyle};

/// Parts of the bar.
const PARTS: u64 = 1_000;

/// A bar under way.
pub(super) struct Progress(ProgressBar);

impl Progress {
    /// A bar that says what is being done.
    pub(super) fn new(doing: &str) -> Self {
        let bar = ProgressBar::new(PARTS);
        let template = format!("{doing} [{{bar:40}}] {{percent}} %");
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style.progress_chars("=> "));
        }
        Self(bar)
    }

    /// Shows a share, 0 to 1.
    pub(super) fn show(&self, share: f64) {
        self.0.set_position((share * PARTS as f64) as u64);
    }

    /// Takes the bar away.
    pub(super) fn end(self) {
        self.0.finish_and_clear();
    }
}
