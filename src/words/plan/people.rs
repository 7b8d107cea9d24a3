//! The people of a plan: how many, how busy, who goes and who stays.

use crate::model::findings::FRAGILE;
use crate::model::optimise::Plan;
use crate::model::scenario::{Scenario, TeamKind};
use crate::words::english;
use crate::words::labels::{team_name, upper_first};
use crate::words::numbers::{number, percent};
use crate::words::sentences::Context;

/// People of every team under a plan that has some or had, against today's, and how busy they are.
pub fn people(scenario: &Scenario, plan: &Plan) -> Vec<String> {
    let says = |team: &usize| {
        let had = scenario.teams[*team].staff_today().get() > 0.0;
        has_people(scenario, *team) && (had || plan.used[*team])
    };
    let teams = (0..scenario.teams.len()).filter(says);
    teams
        .map(|team| {
            let busy = plan.busy.get(team).copied();
            [
                people_of(scenario, plan, team),
                how_busy(busy.unwrap_or(0.0)),
            ]
            .concat()
        })
        .collect()
}

fn people_of(scenario: &Scenario, plan: &Plan, team: usize) -> String {
    let (now, then) = (scenario.teams[team].staff_today().get(), plan.staff[team]);
    let name = upper_first(&team_name(scenario, team));
    let people = match then {
        1.0 => "1 person".to_owned(),
        then => format!("{} people", number(then, 1)),
    };
    let against = |more: f64| match more {
        0.0 => "as today".to_owned(),
        more if more > 0.0 => format!("{} more than today", number(more, 1)),
        fewer => format!("{} fewer than today", number(-fewer, 1)),
    };
    match (plan.used[team], scenario.teams[team].posts_released) {
        (true, _) => format!("{name}: {people}, {}", against(then - now)),
        (false, true) => format!("{name}: nobody needed, {}", against(-now)),
        (false, false) => format!("{name}: none of this work, its people stay"),
    }
}

fn how_busy(busy: f64) -> String {
    match busy {
        0.0 => String::new(),
        busy if busy > FRAGILE => format!(", {} busy, which is fragile", percent(busy)),
        busy => format!(", {} busy", percent(busy)),
    }
}

/// The people of a plan in a few words: `front office 2, back office 5`.
pub fn everybody(scenario: &Scenario, plan: &Plan) -> String {
    let teams =
        (0..scenario.teams.len()).filter(|team| has_people(scenario, *team) && plan.used[*team]);
    let said = teams.map(|team| {
        format!(
            "{} {}",
            team_name(scenario, team),
            number(plan.staff[team], 1)
        )
    });
    said.collect::<Vec<_>>().join(", ")
}

/// What today is, where the plan has other people.
pub fn today(context: &Context) -> Option<String> {
    let people = there_today(context.scenario)?;
    let way = english::strategy(context.evaluation.before.as_ref()?.key).noun;
    let gone = match posts_that_go(context.scenario, &planned(context.scenario)) {
        0.0 => String::new(),
        posts => format!(" The plan’s cost supposes that {}.", that_go(posts)),
    };
    Some(format!("Today is {way} with other people: {people}.{gone}"))
}

/// The people of every team as they are planned.
fn planned(scenario: &Scenario) -> Vec<f64> {
    let teams = scenario.teams.iter();
    teams.map(|team| team.staff.get()).collect()
}

/// Posts that there are today, that go with their work, and that a plan has no more, part-timers as
/// parts.
fn posts_that_go(scenario: &Scenario, planned: &[f64]) -> f64 {
    let teams = scenario.teams.iter().enumerate().zip(planned);
    let released =
        teams.filter(|((place, team), _)| has_people(scenario, *place) && team.posts_released);
    let fewer = released.map(|((_, team), then)| (team.staff_today().get() - then).max(0.0));
    fewer.sum()
}

fn that_go(posts: f64) -> String {
    match posts {
        1.0 => "one post goes".to_owned(),
        posts => format!("{} posts go", number(posts, 1)),
    }
}

/// What a plan supposes of posts: that some go, and that the pay of those that stay is in no plan's cost.
pub fn posts(scenario: &Scenario, plan: &Plan) -> Vec<String> {
    let staff = plan.staff.iter().zip(&plan.used);
    let staff: Vec<f64> = staff
        .map(|(staff, used)| if *used { *staff } else { 0.0 })
        .collect();
    let mut says = Vec::new();
    let gone = posts_that_go(scenario, &staff);
    if gone > 0.0 {
        says.push(format!(
            "Its cost supposes that {}, against today.",
            that_go(gone)
        ));
    }
    for (place, team) in scenario.teams.iter().enumerate() {
        if has_people(scenario, place) && !team.posts_released && team.staff.get() > 0.0 {
            says.push(format!(
                "{}: its posts stay whatever is decided, so their pay is in no plan’s cost.",
                upper_first(&team_name(scenario, place))
            ));
        }
    }
    says
}

/// Who is there today, where the plan has others: `front office 5, back office 6`.
pub fn there_today(scenario: &Scenario) -> Option<String> {
    let then = scenario.as_today()?;
    let somebody =
        |team: usize| then.teams[team].staff.get() + scenario.teams[team].staff.get() > 0.0;
    let teams = (0..then.teams.len()).filter(|team| has_people(&then, *team) && somebody(*team));
    let said = teams.map(|team| {
        let people = number(then.teams[team].staff.get(), 1);
        format!("{} {people}", team_name(&then, team))
    });
    Some(said.collect::<Vec<_>>().join(", "))
}

/// Whether a plan says anything about a team's people: not of a partner's or of software's.
pub fn has_people(scenario: &Scenario, team: usize) -> bool {
    let team = &scenario.teams[team];
    !team.flexible && !matches!(team.kind, TeamKind::Outsourced | TeamKind::Bot)
}
