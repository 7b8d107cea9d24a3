//! How busy each team is, and how close to falling behind.

use super::{Drawing, Figure, FigureKind};
use crate::charts::cost::{CostBar, CostChart};
use crate::charts::lines::LinesChart;
use crate::figures::Table;
use crate::model::evaluation::{TeamEvaluation, TeamState};
use crate::words::labels::{team_name, upper_first};
use crate::words::numbers::{duration, number, percent};
use crate::words::sentences::Context;
use std::sync::Arc;

pub(super) const KIND: FigureKind<LinesChart> = FigureKind { key: "busy", build };

/// From here on a little more work makes a long queue.
const FRAGILE: f64 = 0.85;

fn build(context: &Context, shown: usize) -> Option<Figure> {
    let teams: Vec<&TeamEvaluation> = context
        .strategy(shown)
        .teams
        .iter()
        .filter(|team| !matches!(team.state, TeamState::Unused))
        .collect();
    let busiest = teams
        .iter()
        .max_by(|a, b| a.occupancy.get().total_cmp(&b.occupancy.get()))?;
    let (name, share) = (
        upper_first(&team_name(context.scenario, busiest.team)),
        busiest.occupancy.get(),
    );
    let headline = match busiest.state {
        TeamState::Overload { .. } | TeamState::NobodyOnDuty { .. } => {
            format!("{name}: more work than the people there can do")
        }
        _ if share >= FRAGILE => format!(
            "{name} is {} busy: {} more work and it falls behind",
            percent(share),
            percent(1.0 / share - 1.0)
        ),
        _ if teams.len() == 1 => {
            format!("{name}: {} of its time goes into this work", percent(share))
        }
        _ => format!("{name} is busiest: {}", percent(share)),
    };
    Some(Figure {
        headline,
        measure: format!(
            "{}: share of the time on duty, by team; upright marks: simulated",
            context.words(shown).name
        ),
        summary: teams
            .iter()
            .map(|team| sentence(context, team))
            .collect::<Vec<_>>()
            .join(" "),
        table: table(context, &teams),
        drawing: Drawing::Bars(CostChart {
            groups: vec!["busy".into(), "free for other work, or idle".into()],
            bars: teams.iter().map(|team| bar(context, team)).collect(),
            tick_label: Arc::new(percent),
        }),
    })
}

fn sentence(context: &Context, team: &TeamEvaluation) -> String {
    let name = upper_first(&team_name(context.scenario, team.team));
    let people = number(team.on_duty.get(), 2);
    match team.state {
        TeamState::NobodyOnDuty { .. } => format!("{name}: nobody on duty."),
        TeamState::Overload {
            growth_per_week, ..
        } => format!(
            "{name}: {people} on duty, asked for {} of their time; {} more tasks wait every week.",
            percent(team.occupancy.get()),
            number(growth_per_week, 1)
        ),
        TeamState::Steady { wait, p_wait, .. } => format!(
            "{name}: {people} on duty, {} busy; {} of the visits wait, {} on average.",
            percent(team.occupancy.get()),
            percent(p_wait.get()),
            duration(wait.get())
        ),
        _ => format!(
            "{name}: {people} on duty, {} busy; begins at once.",
            percent(team.occupancy.get())
        ),
    }
}

fn bar(context: &Context, team: &TeamEvaluation) -> CostBar {
    let share = team.occupancy.get();
    let trouble = matches!(
        team.state,
        TeamState::Overload { .. } | TeamState::NobodyOnDuty { .. }
    );
    CostBar {
        from: 0.0,
        found: None,
        label: upper_first(&team_name(context.scenario, team.team)),
        total_label: if matches!(team.state, TeamState::NobodyOnDuty { .. }) {
            String::new()
        } else {
            percent(share)
        },
        emphasised: share >= FRAGILE,
        muted: trouble,
        note: trouble.then(|| match team.state {
            TeamState::NobodyOnDuty { .. } => "nobody there".to_owned(),
            _ => "overload".to_owned(),
        }),
        parts: vec![share, (1.0 - share).max(0.0)],
        text: sentence(context, team),
    }
}

fn table(context: &Context, teams: &[&TeamEvaluation]) -> Table {
    let head = [
        "Team",
        "On duty",
        "Kept busy",
        "Busy",
        "Visits that wait",
        "Mean wait",
    ];
    let row = |team: &&TeamEvaluation| {
        let (waits, wait) = match team.state {
            TeamState::Steady { wait, p_wait, .. } => (percent(p_wait.get()), duration(wait.get())),
            TeamState::Overload { .. } => ("overload".to_owned(), "–".to_owned()),
            TeamState::NobodyOnDuty { .. } => ("nobody there".to_owned(), "–".to_owned()),
            _ => ("–".to_owned(), "–".to_owned()),
        };
        vec![
            upper_first(&team_name(context.scenario, team.team)),
            number(team.on_duty.get(), 2),
            number(team.load.get(), 2),
            percent(team.occupancy.get()),
            waits,
            wait,
        ]
    };
    Table {
        head: head.map(str::to_owned).to_vec(),
        rows: teams.iter().map(row).collect(),
    }
}
