//! What the searches at the desks found, in sentences.

use super::english;
use super::labels::{lower_first, task_name, upper_first};
use super::numbers::{count_word, number, percent, significant};
use crate::model::desks::one_desk::OneDesk;
use crate::model::desks::pooling::{Mixture, Pooled};
use crate::model::desks::{Chased, Desks, Reserve, Reserves};
use crate::model::scenario::Scenario;

/// Everything that was found, sentence by sentence.
pub fn all(scenario: &Scenario, found: &Desks) -> Vec<String> {
    let one_desk = found.one_desk.iter().map(one_desk);
    let reserves = found.reserves.iter().map(|one| reserve(scenario, one));
    let chasing = found.chasing.iter().map(|one| chased(scenario, one));
    let caution = (!found.chasing.is_empty()).then(|| BAD_LUCK.to_owned());
    let pooled = found.pooled.iter().flat_map(|one| pooled(scenario, one));
    one_desk
        .chain(reserves)
        .chain(chasing)
        .chain(caution)
        .chain(pooled)
        .collect()
}

/// What a formula of averages cannot see.
const BAD_LUCK: &str = "The formula spreads the chasing evenly over all tasks. In truth the latest are chased most, so that in a team that is nearly full one long line can start a spiral below that rate too: watch the simulation there.";

/// Live contacts and other work apart, or at one desk.
pub fn one_desk(found: &OneDesk) -> String {
    let apart = found.live + found.others;
    let count = |people: f64| number(people, 0);
    format!(
        "Apart, live contacts need {} people and the other work {}: {} in all. At one desk {} are enough, {} of them kept free; the other work then takes {} of the time that is left.",
        count(found.live),
        count(found.others),
        count(apart),
        count(found.together),
        count_word(found.reserve),
        percent(found.taken),
    )
}

/// The least reserve that keeps the promise to live contacts.
pub fn reserve(scenario: &Scenario, found: &Reserves) -> String {
    let name = lower_first(&task_name(scenario, found.task));
    let way = english::strategy(&found.strategy).noun;
    let asked = percent(scenario.tasks[found.task].channel.answer_share.get());
    let share = |share: f64| format!("{} %", number(100.0 * share, 1));
    let at = |reserve: Option<f64>| found.rows.iter().find(|row| Some(row.reserve) == reserve);
    let kept = |row: &Reserve| match row.reserve {
        0.0 => "nobody".to_owned(),
        reserve => count_word(reserve),
    };
    let Some(row) = at(found.least) else {
        let most = found.rows.last().map_or(0.0, |row| row.at_worst);
        return format!(
            "With {way} no reserve answers {asked} of {name} in time, if other work never runs out; with everybody kept free it is {}.",
            share(most)
        );
    };
    let real = at(found.least_in_truth).filter(|real| real.reserve < row.reserve);
    let real = real.map_or_else(String::new, |real| {
        format!(
            " With the work that really comes keeping {} free is enough: {}.",
            kept(real),
            share(real.in_time.unwrap_or(0.0))
        )
    });
    format!(
        "With {way}, keeping {} free has {asked} of {name} answered in time even if other work never runs out ({}), and leaves {} people’s time for it.{real}",
        kept(row),
        share(row.at_worst),
        number(row.room, 2),
    )
}

/// How much chasing a way bears.
pub fn chased(scenario: &Scenario, found: &Chased) -> String {
    let noun = upper_first(english::strategy(&found.strategy).noun);
    let now = scenario.tasks[found.task].chasing.rate.get();
    match found.critical {
        Some(critical) => format!(
            "{noun}: the delay feeds itself above {} chasers for each late hour (now {}).",
            significant(critical),
            significant(now),
        ),
        None => format!(
            "{noun}: no rate of chasing that was tried starts a spiral, or no formula knows the delay."
        ),
    }
}

/// Two kinds of contacts apart and together.
pub fn pooled(scenario: &Scenario, found: &Pooled) -> Vec<String> {
    let [one, other] = found
        .tasks
        .map(|task| lower_first(&task_name(scenario, task)));
    let mut said = vec![format!(
        "Apart, {one} need {} people and {other} {}: {} in all. Together, everybody doing both, {}.",
        number(found.apart[0], 0),
        number(found.apart[1], 0),
        number(found.apart[0] + found.apart[1], 0),
        number(found.together, 0),
    )];
    if let Some(people) = found.at_their_speed {
        said.push(format!(
            "At {} of the speed, as people who do both are assumed to work, together they need {}.",
            percent(found.speed),
            number(people, 0),
        ));
    }
    said.extend(between(found));
    if found.far_apart {
        said.push("Their minutes are more than three times apart: in one line the short contacts wait behind the long ones, and sharing may hurt them.".to_owned());
    }
    said
}

/// Where the mixtures lie.
fn between(found: &Pooled) -> Vec<String> {
    let mut sizes: Vec<f64> = Vec::new();
    for one in &found.mixtures {
        if !sizes.contains(&one.people) {
            sizes.push(one.people);
        }
    }
    let of_size = |people: &f64| {
        let same = found.mixtures.iter().filter(|one| one.people == *people);
        let enough: Vec<&Mixture> = same.filter(|one| one.is_enough()).collect();
        let size = number(*people, 0);
        match enough.first() {
            Some(one) if one.flexible == 0.0 => {
                format!("{size} people are enough without anybody who does both")
            }
            Some(one) if one.flexible == *people => {
                format!("{size} only if all of them do both")
            }
            Some(one) => format!("{size} if {} of them do both", count_word(one.flexible)),
            None => format!("{size} are not enough"),
        }
    };
    let said: Vec<String> = sizes.iter().map(of_size).collect();
    match said.is_empty() {
        true => Vec::new(),
        false => vec![format!(
            "Simulated between, those who do one kind split in proportion: {}.",
            said.join("; ")
        )],
    }
}
