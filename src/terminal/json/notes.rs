//! The notes beside the verdict as JSON: a code, its numbers, and the sentence.

use crate::model::findings::Finding;
use crate::terminal::answer::Answer;
use crate::words::sentences;
use serde::Serialize;

/// A note with its sentence.
#[derive(Serialize)]
pub(super) struct Note<'a> {
    #[serde(flatten)]
    data: Data<'a>,
    sentence: String,
}

/// What a note says. People are counts, pay and amounts are money a month, hours are a month's,
/// waits are minutes.
#[derive(Serialize)]
#[serde(rename_all = "snake_case", tag = "code")]
enum Data<'a> {
    PaysBack {
        strategy: &'static str,
        against: &'static str,
        set_up: f64,
        /// Null where it never comes back.
        months_on_run: Option<f64>,
        /// The same, counting touch costs and licences only.
        months_on_touch: Option<f64>,
    },
    IfPosts {
        team: &'a str,
        posts: f64,
        released: bool,
        pay: f64,
        winner: &'static str,
        by: f64,
    },
    Promise {
        strategy: &'static str,
        team: &'a str,
        /// Share in time with one more person there.
        with_more: Option<f64>,
        /// People who keep it nine times in ten; null where no number does.
        enough: Option<f64>,
        /// Share in time if nobody ever waited.
        ceiling: f64,
    },
    Overload {
        strategy: &'static str,
        team: &'a str,
        growth_per_week: f64,
        staff: f64,
        staff_needed: f64,
    },
    NobodyOnDuty {
        strategy: &'static str,
        team: &'a str,
        staff_needed: f64,
    },
    Fragile {
        strategy: &'static str,
        team: &'a str,
        occupancy: f64,
        wait: f64,
        /// With five per cent more work; null where the team would then fall behind.
        wait_with_more: Option<f64>,
    },
    Unanswered {
        strategy: &'static str,
        task: &'a str,
        /// Share of all contacts answered in time.
        in_time: f64,
        /// Share that gives up.
        gave_up: f64,
    },
    Crowded {
        strategy: &'static str,
        team: &'a str,
        taken: f64,
    },
    Spiral {
        strategy: &'static str,
    },
    NeverEnds {
        strategy: &'static str,
    },
    ClientsExceedTeam {
        team: &'a str,
        hours: f64,
    },
    MostlyRepeated {
        task: &'a str,
    },
}

/// A finding as a note.
pub(super) fn note<'a>(answer: &'a Answer, finding: &Finding) -> Note<'a> {
    Note {
        data: data(answer, finding),
        sentence: sentences::note(&answer.context(), finding).plain(),
    }
}

fn data<'a>(answer: &'a Answer, finding: &Finding) -> Data<'a> {
    let way = |place: usize| answer.key(place);
    let team_key = |place: usize| answer.team(place);
    match *finding {
        Finding::PaysBack {
            strategy,
            against,
            set_up,
            months_on_run,
            months_on_touch,
        } => Data::PaysBack {
            strategy: way(strategy),
            against: way(against),
            set_up: set_up.get(),
            months_on_run,
            months_on_touch,
        },
        Finding::IfPosts {
            team,
            posts,
            released,
            pay,
            winner,
            by,
        } => Data::IfPosts {
            team: team_key(team),
            posts: posts.get(),
            released,
            pay: pay.get(),
            winner: way(winner),
            by: by.get(),
        },
        Finding::Promise {
            strategy,
            team,
            with_more,
            enough,
            ceiling,
        } => Data::Promise {
            strategy: way(strategy),
            team: team_key(team),
            with_more: with_more.map(|share| share.get()),
            enough: enough.map(|people| people.get()),
            ceiling: ceiling.get(),
        },
        Finding::Overload {
            strategy,
            team,
            growth_per_week,
            staff,
            staff_needed,
        } => Data::Overload {
            strategy: way(strategy),
            team: team_key(team),
            growth_per_week,
            staff: staff.get(),
            staff_needed: staff_needed.get(),
        },
        Finding::NobodyOnDuty {
            strategy,
            team,
            staff_needed,
        } => Data::NobodyOnDuty {
            strategy: way(strategy),
            team: team_key(team),
            staff_needed: staff_needed.get(),
        },
        Finding::Fragile {
            strategy,
            team,
            occupancy,
            wait,
            wait_with_more,
        } => Data::Fragile {
            strategy: way(strategy),
            team: team_key(team),
            occupancy: occupancy.get(),
            wait: wait.get(),
            wait_with_more: wait_with_more.map(|wait| wait.get()),
        },
        Finding::Unanswered {
            strategy,
            task,
            in_time,
            gave_up,
        } => Data::Unanswered {
            strategy: way(strategy),
            task: answer.task(task),
            in_time: in_time.get(),
            gave_up: gave_up.get(),
        },
        Finding::Crowded {
            strategy,
            team,
            taken,
        } => Data::Crowded {
            strategy: way(strategy),
            team: team_key(team),
            taken: taken.get(),
        },
        Finding::Spiral { strategy } => Data::Spiral {
            strategy: way(strategy),
        },
        Finding::NeverEnds { strategy } => Data::NeverEnds {
            strategy: way(strategy),
        },
        Finding::ClientsExceedTeam { team, hours } => Data::ClientsExceedTeam {
            team: team_key(team),
            hours,
        },
        Finding::MostlyRepeated { task } => Data::MostlyRepeated {
            task: answer.task(task),
        },
    }
}
