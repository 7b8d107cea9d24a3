//! The controls, built wholly from the parameter table: the example's first ones stand open, all
//! others are in folds that tell their values in a line.

mod field;
mod number;
mod slider;
mod switch;

use super::reactive::{flag, part, part_if, text};
use super::workbench::Workbench;
use crate::model::presets;
use crate::model::scenario::address::Entity;
use crate::model::scenario::parameter::{Group, Unit};
use crate::model::scenario::{Address, Doer, Scenario, Team, TeamKind};
use crate::words::labels::label;
use crate::words::numbers::value_text;
use crate::words::{english, labels};
use leptos::prelude::*;
use number::Number;
use switch::Switch;

/// All controls.
#[component]
pub fn Controls() -> impl IntoView {
    let bench = Workbench::expect();
    // The set of controls depends on what exists, not on its values.
    let shape = Memo::new(move |_| bench.with(|scenario| shape_of(scenario) + &names_of(scenario)));
    let mut afresh = Afresh::default();
    let first = part(move || {
        let _ = shape.read();
        afresh.of(controls(bench.with_untracked(first_controls)))
    });
    let mut afresh = Afresh::default();
    let folds = part(move || {
        let _ = shape.read();
        let fold = |group: Group| {
            let addresses = bench.with_untracked(|scenario| folded(scenario, group));
            (!addresses.is_empty()).then(|| view! { <Fold group addresses/> }.into_any())
        };
        afresh.of(Group::ALL.into_iter().filter_map(fold).collect())
    });
    view! {
        <aside class="controls" aria-label="What you know">
            <div class="first">{first}</div>
            {folds}
        </aside>
    }
}

/// Makes views anew where the framework would mend those that stand: their labels and ids are
/// said once and would stay. Two types of view in turn have nothing in common to be mended.
#[derive(Default)]
struct Afresh {
    turned: bool,
}

impl Afresh {
    fn of(&mut self, views: Vec<AnyView>) -> AnyView {
        self.turned = !self.turned;
        if self.turned {
            views.into_any()
        } else {
            (views, ()).into_any()
        }
    }
}

/// What exists in a scenario, as a text to compare.
fn shape_of(scenario: &Scenario) -> String {
    let mut shape = scenario.origin.example.clone();
    if scenario.surge.is_some() {
        shape.push('~');
    }
    for step in scenario.own_routes.iter().flat_map(|route| &route.steps) {
        let name = step.name.as_deref().unwrap_or("");
        shape.push_str(&format!("\n{}{name}", step.next.len()));
    }
    shape
}

/// What the labels of tasks and teams follow.
fn names_of(scenario: &Scenario) -> String {
    let task = |index: usize| {
        [
            "\n",
            &scenario.tasks[index].key,
            &labels::task_name(scenario, index),
        ]
        .concat()
    };
    let tasks: String = (0..scenario.tasks.len()).map(task).collect();
    let teams = scenario.teams.iter().enumerate();
    let said = |(index, team): (usize, &Team)| {
        [
            "\n",
            &team.key,
            english::team(team.kind),
            &labels::team_name(scenario, index),
        ]
        .concat()
    };
    tasks + &teams.map(said).collect::<String>()
}

fn controls(addresses: Vec<Address>) -> Vec<AnyView> {
    let control = |address: Address| view! { <Control address/> }.into_any();
    addresses.into_iter().map(control).collect()
}

/// Whether a number says anything about what it belongs to, as that is now.
fn concerns(scenario: &Scenario, address: &Address) -> bool {
    match address.entity {
        Entity::Task(task) => scenario
            .tasks
            .get(task)
            .is_none_or(|task| address.parameter.concerns(task)),
        // Nobody is kept free where nobody calls.
        Entity::Team(_) if matches!(address.parameter.field, "reserve" | "ring_fenced") => {
            scenario.tasks.iter().any(|task| task.channel.is_live())
        }
        _ => true,
    }
}

/// The controls that the example shows first.
fn first_controls(scenario: &Scenario) -> Vec<Address> {
    let keys = presets::of(scenario).controls;
    keys.iter()
        .filter_map(|key| Address::find(scenario, key))
        .collect()
}

/// The other controls of a group.
fn folded(scenario: &Scenario, group: Group) -> Vec<Address> {
    let first = first_controls(scenario);
    Address::all(scenario)
        .into_iter()
        .filter(|address| address.parameter.group == group && !first.contains(address))
        .collect()
}

/// One control, as its unit asks.
#[component]
fn Control(address: Address) -> impl IntoView {
    let bench = Workbench::expect();
    // It stays while its channel changes: somebody may be typing in it.
    let hidden = flag(move || bench.with(|scenario| !concerns(scenario, &address)));
    match address.parameter.unit {
        Unit::Switch => view! { <Switch address hidden/> }.into_any(),
        _ => view! { <Number address hidden/> }.into_any(),
    }
}

/// A group of controls, folded; its contents exist only while it is open.
#[component]
fn Fold(group: Group, addresses: Vec<Address>) -> impl IntoView {
    let bench = Workbench::expect();
    let open = RwSignal::new(false);
    let listed = StoredValue::new(addresses);
    let differs = Memo::new(move |_| {
        bench.with_example(|scenario, example| {
            listed.with_value(|all| any_differs(scenario, example, all))
        })
    });
    let line = Memo::new(move |_| {
        bench.with_example(|scenario, example| {
            listed.with_value(|all| in_a_line(scenario, example, all))
        })
    });
    let toggled = move |event: leptos::ev::Event| {
        open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    };
    view! {
        <details class="fold" on:toggle=toggled>
            <summary>
                {part_if(move || differs.get().then(|| view! {
                    <span class="dot" title="differs from the example"></span>
                }.into_any()))}
                <strong>{english::group(group)}</strong>
                <span class="line">{text(move || line.get())}</span>
            </summary>
            {part_if(move || open.get().then(|| controls(listed.get_value()).into_any()))}
        </details>
    }
}

fn any_differs(scenario: &Scenario, example: &Scenario, addresses: &[Address]) -> bool {
    addresses
        .iter()
        .any(|address| address.read(scenario) != value_in(scenario, example, address))
}

/// The values of a fold in a line: first what differs from the example, then the rest.
fn in_a_line(scenario: &Scenario, example: &Scenario, addresses: &[Address]) -> String {
    const MOST: usize = 4;
    let (changed, same): (Vec<&Address>, Vec<&Address>) = addresses
        .iter()
        .filter(|address| concerns(scenario, address))
        .partition(|address| address.read(scenario) != value_in(scenario, example, address));
    let text = |address: &&Address| {
        let name = label(scenario, address);
        format!("{} {}", name.to_ascii_lowercase(), shown(scenario, address))
    };
    let mut line = String::new();
    for (place, address) in changed.iter().chain(&same).take(MOST).enumerate() {
        line.push_str(match place {
            0 if changed.is_empty() => "",
            0 => "changed: ",
            _ if place == changed.len() => "; ",
            _ => ", ",
        });
        line.push_str(&text(address));
    }
    line
}

fn shown(scenario: &Scenario, address: &Address) -> String {
    value_text(address.parameter, address.read(scenario))
}

/// The class that colours a control by whose number it is.
fn tone_of(scenario: &Scenario, address: &Address) -> &'static str {
    let field = address.parameter.field;
    if let Entity::Step(route, step) = address.entity {
        let step = scenario
            .own_routes
            .get(route)
            .and_then(|route| route.steps.get(step));
        return match step.map(|step| step.doer) {
            Some(Doer::Team(team)) => team_class(scenario.teams[team].kind),
            _ => "plain",
        };
    }
    match (address.entity, address.kind(scenario)) {
        (_, Some(kind)) => team_class(kind),
        (Entity::Tool, _) => "tool",
        _ => match field {
            "front_minutes" | "clarify_front_minutes" | "hand_off_minutes" => "front",
            "back_minutes" | "clarify_back_minutes" => "back",
            _ => "plain",
        },
    }
}

/// The class that colours what a kind of team does.
fn team_class(kind: TeamKind) -> &'static str {
    match kind {
        TeamKind::Front => "front",
        TeamKind::Back => "back",
        TeamKind::Bot => "tool",
        _ => "other",
    }
}

/// What a control needs to know of its number.
#[derive(Clone)]
struct Spoken {
    id: String,
    label: String,
    tone: &'static str,
}

impl Spoken {
    fn of(bench: &Workbench, address: Address) -> Self {
        bench.with_untracked(|scenario| Self {
            id: address.key(scenario).replace('.', "-"),
            label: label(scenario, &address),
            tone: tone_of(scenario, &address),
        })
    }
}

/// The value of a number in the example; its default where the example has no such thing.
pub fn example_value(bench: &Workbench, address: Address) -> f64 {
    bench.with_example(|scenario, example| value_in(scenario, example, &address))
}

fn value_in(scenario: &Scenario, example: &Scenario, address: &Address) -> f64 {
    let same = address.counterpart(scenario, example);
    same.map_or_else(|| address.default(scenario), |same| same.read(example))
}
