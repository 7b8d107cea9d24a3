//! The calendar: what happens next, with ties that are always broken alike.
//!
//! An event is one 128-bit number: its time, its kind, its turn, its subject, from the most
//! significant bits down. The order of these numbers is the order of events: at the same moment
//! services end before delays, delays before rests, rests before arrivals, and whoever is served at the
//! last moment has not given up; among events of a kind the one that was entered first comes first.
//!
//! Nothing is taken off the calendar: what has become void (a customer who was served after all, a
//! pass that was interrupted) comes all the same, and is known by its time.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What happens. The order of the list breaks ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// A pass of a step ends; the subject is the case.
    ServiceEnd,
    /// A delay after a step ends, or a wait for the customer; the subject is the case.
    DelayEnd,
    /// A part-timer's rest ends; the subject is the station.
    RestEnd,
    /// A task arrives; the subject is the stream.
    Arrival,
    /// A customer gives up; the subject is the case.
    Abandonment,
}

impl Kind {
    const ALL: [Kind; 5] = [
        Kind::ServiceEnd,
        Kind::DelayEnd,
        Kind::RestEnd,
        Kind::Arrival,
        Kind::Abandonment,
    ];
}

/// Bits for the subject of an event: sixteen million.
const SUBJECT_BITS: u32 = 24;
/// Bits for the turn of an event: thousands of millions of a run.
const TURN_BITS: u32 = 36;
/// The most subjects that events can tell apart.
pub const MOST_SUBJECTS: usize = 1 << SUBJECT_BITS;

/// An event that has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event {
    /// When, in minutes.
    pub time: f64,
    /// What.
    pub kind: Kind,
    /// Whose.
    pub subject: usize,
}

/// What is to come.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    events: BinaryHeap<Reverse<u128>>,
    turn: u64,
}

impl Calendar {
    /// Enters an event. Times are not negative, so that their bits have the order of the times.
    pub fn enter(&mut self, time: f64, kind: Kind, subject: usize) {
        debug_assert!(time >= 0.0 && subject < MOST_SUBJECTS);
        self.turn += 1;
        let rank = ((kind as u64) << (TURN_BITS + SUBJECT_BITS))
            | ((self.turn << SUBJECT_BITS) & ((1 << (TURN_BITS + SUBJECT_BITS)) - 1))
            | subject as u64;
        let event = (u128::from(time.to_bits()) << 64) | u128::from(rank);
        self.events.push(Reverse(event));
    }

    /// Takes out the next event.
    #[inline]
    pub fn take(&mut self) -> Option<Event> {
        let Reverse(event) = self.events.pop()?;
        let rank = event as u64;
        Some(Event {
            time: f64::from_bits((event >> 64) as u64),
            kind: Kind::ALL[(rank >> (TURN_BITS + SUBJECT_BITS)) as usize],
            subject: (rank & ((1 << SUBJECT_BITS) - 1)) as usize,
        })
    }

    /// Forgets everything, and keeps the room for it.
    pub fn clear(&mut self) {
        self.events.clear();
        self.turn = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_come_by_time_then_kind_then_turn() {
        let mut calendar = Calendar::default();
        let entered = [
            (2.0, Kind::Arrival, 7),
            (2.0, Kind::ServiceEnd, 9),
            (1.0, Kind::Arrival, 3),
            (2.0, Kind::ServiceEnd, 1),
            (2.0, Kind::DelayEnd, 0),
            (0.0, Kind::Arrival, MOST_SUBJECTS - 1),
            (2.0, Kind::RestEnd, 4),
            (2.0, Kind::Abandonment, 5),
        ];
        for (time, kind, subject) in entered {
            calendar.enter(time, kind, subject);
        }
        let came: Vec<_> = std::iter::from_fn(|| calendar.take())
            .map(|event| (event.time, event.kind, event.subject))
            .collect();
        let order = [5, 2, 1, 3, 4, 6, 0, 7];
        assert_eq!(came, order.map(|i| entered[i]));
    }
}
