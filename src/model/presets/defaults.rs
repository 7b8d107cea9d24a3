//! A scenario of nothing but the table's defaults.

use crate::model::scenario::{
    Address, Calendar, Complexity, HandOff, Horizon, Origin, Scenario, Task, Team, TeamKind, Tool,
};
use crate::model::units::{Hours, Minutes, Money, MoneyPerHour, People, PerHour, Share};

/// A scenario with the given task and team keys, every number at its default.
pub fn blank(origin: Origin, today: &str, tasks: &[&str], teams: &[(&str, TeamKind)]) -> Scenario {
    let mut scenario = Scenario {
        origin,
        today: today.to_owned(),
        tasks: tasks.iter().map(|key| task(key)).collect(),
        teams: teams.iter().map(|(key, kind)| team(key, *kind)).collect(),
        tool: Tool {
            saving: Share(0.0),
            reach: Share(0.0),
            admin_minutes: Minutes(0.0),
            set_up: Money(0.0),
            licence: Money(0.0),
        },
        calendar: Calendar {
            hours_per_day: Hours(0.0),
            days_per_week: 0.0,
            weeks_per_year: 0.0,
        },
        horizon: Horizon {
            months: 0.0,
            discount: Share(0.0),
        },
        own_routes: Vec::new(),
    };
    for address in Address::all(&scenario) {
        let value = address.default(&scenario);
        address.write(&mut scenario, value);
    }
    scenario
}

fn task(key: &str) -> Task {
    Task {
        key: key.to_owned(),
        name: None,
        rate: PerHour(0.0),
        front_minutes: Minutes(0.0),
        back_minutes: Minutes(0.0),
        service_scv: 0.0,
        complexity: Complexity {
            alpha: 0.0,
            beta: 0.0,
        },
        split_at: Share(0.0),
        hand_off: HandOff {
            front_minutes: Minutes(0.0),
            delay: Minutes(0.0),
            unclear: Share(0.0),
            clarify_front_minutes: Minutes(0.0),
            clarify_back_minutes: Minutes(0.0),
        },
        error_cost: Money(0.0),
        promise: Minutes(0.0),
        delay_cost: MoneyPerHour(0.0),
        late_penalty: Money(0.0),
    }
}

fn team(key: &str, kind: TeamKind) -> Team {
    Team {
        key: key.to_owned(),
        name: None,
        kind,
        staff: People(0.0),
        rate: MoneyPerHour(0.0),
        fee: MoneyPerHour(0.0),
        billed_share: Share(0.0),
        client_hours: Hours(0.0),
        shrinkage: Share(0.0),
        max_occupancy: Share(1.0),
        flexible: false,
        target_occupancy: Share(0.0),
        posts_released: false,
        queues: false,
        error: Share(0.0),
        detection: Share(0.0),
        slower_with_complexity: Share(0.0),
        errors_with_complexity: Share(0.0),
    }
}
