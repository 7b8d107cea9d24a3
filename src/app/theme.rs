//! Light and dark: the system's choice until the user makes their own.

use super::browser;
use crate::charts::Theme;
use leptos::prelude::*;

const KEY: &str = "counterbalance.theme";

/// What the user chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    System,
    Light,
    Dark,
}

impl Choice {
    fn remembered() -> Self {
        match browser::remembered(KEY).as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn after(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// The theme of the page. A handle: copies share it.
#[derive(Clone, Copy)]
pub struct Themes {
    choice: RwSignal<Choice>,
    system_is_dark: RwSignal<bool>,
}

impl Themes {
    /// The remembered choice, kept on the root element from now on.
    pub fn new() -> Self {
        let themes = Self {
            choice: RwSignal::new(Choice::remembered()),
            system_is_dark: RwSignal::new(browser::prefers_dark()),
        };
        browser::on_scheme_change(move || themes.system_is_dark.set(browser::prefers_dark()));
        Effect::new(move |_| {
            let choice = themes.choice.get();
            let forced = (choice != Choice::System).then(|| choice.name());
            browser::set_root_attribute("data-theme", forced);
            browser::remember(KEY, choice.name());
        });
        themes
    }

    /// Goes on to the next choice: system, light, dark.
    pub fn turn(&self) {
        self.choice.update(|choice| *choice = choice.after());
    }

    /// The name of the present choice.
    pub fn name(&self) -> &'static str {
        self.choice.get().name()
    }

    /// The colours for charts.
    pub fn charts(&self) -> Theme {
        let dark = match self.choice.get() {
            Choice::System => self.system_is_dark.get(),
            Choice::Light => false,
            Choice::Dark => true,
        };
        if dark { Theme::dark() } else { Theme::light() }
    }
}
