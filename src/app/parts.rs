//! Parts of the page that are fetched when they are first asked for.
//!
//! What is declared as a `door` here, and all that only it needs, goes to a module of its own when
//! the page is built; calling it fetches that module. The parts share memory and signals with the
//! page, so a function of a part is a function like others, only that one waits for it and that
//! it may fail to arrive.

use super::link_card::Card;
use super::workbench::Workbench;
use super::{about, decision, further, how, link_card, live, money, panels, settled, surge};
use crate::model::evaluation::fetched;
use crate::model::findings::seldom;
use crate::model::presets;
use crate::model::scenario::parameter::further_rows;
use crate::model::scenario::{Address, Scenario, permalink};
use crate::model::strategy::further as strategies;
use crate::words::further as sentences;
use crate::words::notices;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use std::sync::Arc;

/// Declares the door of a part: a function of a module of its own. Only the page's own build can resolve
/// such doors (feature `split`); in any other build of the library, as for tests in a browser, they
/// are functions like others.
macro_rules! door {
    ($part:ident: $(#[$about:meta])* $vis:vis fn $name:ident($($given:ident: $kind:ty),*) -> $back:ty $body:block) => {
        $(#[$about])*
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($part, wasm_split_path = ::leptos::wasm_split, fallible)]
        $vis fn $name($($given: $kind),*) -> $back $body

        $(#[$about])*
        #[cfg(not(feature = "split"))]
        $vis async fn $name($($given: $kind),*) -> $back $body
    };
}

/// Where something stands that is fetched once nothing moves.
#[derive(Clone, Copy)]
pub enum Place {
    /// In the line below the ways of dividing the work: where to go on from there.
    Line,
    /// Below the charts.
    Below,
}

/// Builds what stands in a place.
pub type BuildIn = Arc<dyn Fn(Place) -> AnyView + Send + Sync>;

/// What arrives, or why it did not.
pub type Fetched<T> = Result<T, SplitLoaderError>;
/// Builds a part of the page.
pub type Build = fn() -> AnyView;

/// Said where the part that reads links could not be fetched.
pub const UNREAD: &str = "The link could not be read, because a part of the page did not load; the example stands. Reload the page to try again.";

/// Said where the formulas that a scenario needs could not be fetched.
pub const UNCOUNTED: &str = "Some of this could not be calculated, because a part of the page did not load. Reload the page to try again.";

/// What the part that knows links and examples is asked for.
#[expect(
    clippy::large_enum_variant,
    reason = "one is made where a link is asked for, and read at once"
)]
pub enum Wanted {
    /// To open a link.
    Opened(String),
    /// To write the link of a scenario.
    Written(Scenario),
    /// An example, by its key.
    Example(&'static str),
}

/// A scenario with what belongs to it.
pub struct Plan {
    /// The scenario.
    pub scenario: Scenario,
    /// The example that it started from.
    pub example: Scenario,
    /// Sentences about what could not be used.
    pub notices: Vec<String>,
    /// Its link, where that was asked for.
    pub link: String,
    /// Builds the card in which a link can be copied by hand.
    pub card: Option<Card>,
}

impl Plan {
    /// The first example.
    pub fn first() -> Self {
        Self {
            scenario: presets::first(),
            example: presets::first(),
            notices: Vec::new(),
            link: String::new(),
            card: None,
        }
    }
}

/// Opens and writes links, and builds examples, with the formulas that they need.
pub async fn plan(wanted: Wanted) -> Fetched<Box<Plan>> {
    let plan = found(wanted).await?;
    if !fetched::have_arrived() {
        further().await?.install();
    }
    Ok(plan)
}

/// What the first example does without: formulas, ways, searches and sentences.
#[derive(Clone, Copy)]
pub struct Further {
    examples: presets::Find,
    formulas: fetched::Fetched,
    ways: strategies::Find,
    findings: seldom::Search,
    sentences: sentences::Further,
    rows: Rows,
}

impl Further {
    /// Puts it to use.
    pub fn install(self) {
        presets::ARRIVAL.install(self.examples);
        strategies::ARRIVAL.install(self.ways);
        seldom::ARRIVAL.install(self.findings);
        self.rows.install();
        sentences::ARRIVAL.install(self.sentences);
        fetched::ARRIVAL.install(self.formulas);
    }
}

/// Rows of the table that the first example does without, with their labels. Every part through which
/// a scenario may come to have them brings them.
#[derive(Clone, Copy)]
struct Rows {
    rows: further_rows::Rows,
    labels: sentences::Label,
}

impl Rows {
    fn brought() -> Self {
        Self {
            rows: further_rows::rows(),
            labels: sentences::labels(),
        }
    }

    fn install(self) {
        further_rows::ARRIVAL.install(self.rows);
        sentences::LABELS.install(self.labels);
    }
}

door! { further:
    /// Fetches it.
    pub fn further() -> Fetched<Further> {
        Ok(Further {
            examples: presets::find,
            formulas: fetched::formulas(),
            ways: strategies::find,
            findings: seldom::search,
            sentences: sentences::sentences(),
            rows: Rows::brought(),
        })
    }
}

door! { links:
    /// Opens and writes links, and builds examples: one door, since each has its weight in the page.
    fn found(wanted: Wanted) -> Fetched<Box<Plan>> {
        Rows::brought().install();
        let mut plan = Plan::first();
        match wanted {
            Wanted::Opened(link) => {
                let opened = permalink::decode(&link);
                plan.scenario = opened.scenario;
                plan.notices = opened.notices.iter().map(notices::notice).collect();
            }
            Wanted::Written(scenario) => {
                plan.link = permalink::encode(&scenario);
                plan.card = Some(link_card::card);
                plan.scenario = scenario;
            }
            Wanted::Example(key) => {
                if let Some(preset) = presets::find(key) {
                    plan.scenario = preset.current();
                }
            }
        }
        let origin = &plan.scenario.origin;
        if let Some(example) = presets::scenario(&origin.example, origin.revision) {
            plan.example = example;
        }
        Ok(Box::new(plan))
    }
}

door! { about:
    /// What is said about a number.
    pub fn about() -> Fetched<fn(Address) -> AnyView> {
        Ok(about::about)
    }
}

door! { settled:
    /// Attends to what is done once nothing moves: searches and the simulation.
    pub fn attend(bench: Workbench) -> Fetched<()> {
        settled::attend(bench);
        Ok(())
    }
}

/// What may be folded away.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// The table of the kinds of work.
    Kinds,
    /// The editor of a process.
    Process,
    /// The charts that the first load does without.
    Charts,
    /// How the figures are calculated.
    Formulas,
    /// Money line by line, levers, and further ways to compare.
    Money,
    /// Live contacts and work that can wait.
    Live,
    /// What the simulation says.
    Referee,
    /// The best plan, the frontier, the grid.
    Plan,
    /// One number for a target, the smallest change that cures.
    Solve,
    /// The five principles.
    Principles,
    /// The present arrangement, and what is observed of it.
    Today,
    /// Demand that comes and goes.
    Surge,
}

impl Panel {
    /// Whether it has a state of its own that must not be lost while it is folded; the others
    /// leave the page then, and cost nothing.
    pub fn stays(self) -> bool {
        matches!(self, Panel::Kinds | Panel::Process)
    }
}

door! { panels:
    /// The panels, by one door: each way into a module has its weight in the page.
    pub fn panel(which: Panel) -> Fetched<Build> {
        Rows::brought().install();
        Ok(match which {
            Panel::Kinds => panels::table,
            Panel::Process => panels::editor,
            Panel::Charts => further::charts,
            Panel::Formulas => how::formulas,
            Panel::Money => money::panel,
            Panel::Live => live::panel,
            Panel::Referee => settled::panel,
            Panel::Surge => surge::panel,
            Panel::Plan | Panel::Solve | Panel::Principles | Panel::Today => decision::panel(which),
        })
    }
}
