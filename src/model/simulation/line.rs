//! The lines in front of a station: one for each rank, first come, first served in each.

use std::collections::VecDeque;

/// Somebody in line.
#[derive(Clone, Copy, Debug)]
struct Waiting {
    case: u32,
    live: bool,
}

/// The cases of one rank.
#[derive(Clone, Debug, Default)]
struct Line {
    cases: VecDeque<Waiting>,
    /// How many of them are live.
    live: usize,
}

impl Line {
    /// The place of the first that may be begun: the head, or where only live ones may, the first
    /// of those.
    #[inline]
    fn first(&self, only_live: bool) -> Option<usize> {
        let head = self.cases.front()?;
        if !only_live || head.live {
            return Some(0);
        }
        // A long line of other work is not looked through in vain.
        (self.live > 0)
            .then(|| self.cases.iter().position(|one| one.live))
            .flatten()
    }
}

/// A place in one of the lines.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    rank: usize,
    place: usize,
    /// The case that has it.
    pub case: usize,
}

/// All lines of a station.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// The line of rank 0, in most plans the only one.
    first: Line,
    /// Those of the ranks from 1 up.
    others: Vec<Line>,
    waiting: usize,
}

impl Lines {
    /// How many wait.
    #[inline]
    pub fn waiting(&self) -> usize {
        self.waiting
    }

    /// A case joins the end of the line of its rank.
    #[inline]
    pub fn join(&mut self, rank: u8, case: usize, live: bool) {
        self.line(rank, live).cases.push_back(waiting(case, live));
    }

    /// A case goes back to the head of the line of its rank.
    pub fn rejoin(&mut self, rank: u8, case: usize, live: bool) {
        self.line(rank, live).cases.push_front(waiting(case, live));
    }

    /// The line of a rank, counted one longer.
    #[inline]
    fn line(&mut self, rank: u8, live: bool) -> &mut Line {
        let rank = usize::from(rank);
        if rank > self.others.len() {
            self.others.resize_with(rank, Line::default);
        }
        self.waiting += 1;
        let line = self.of_rank(rank);
        line.live += usize::from(live);
        line
    }

    fn of_rank(&mut self, rank: usize) -> &mut Line {
        match rank {
            0 => &mut self.first,
            rank => &mut self.others[rank - 1],
        }
    }

    /// Who is next: the lowest rank first, and only live ones where no other may be begun.
    #[inline]
    pub fn first(&self, only_live: bool) -> Option<Spot> {
        if self.waiting == 0 {
            return None;
        }
        if let Some(place) = self.first.first(only_live) {
            let case = self.first.cases[place].case as usize;
            return Some(Spot {
                rank: 0,
                place,
                case,
            });
        }
        let mut lines = (1..).zip(&self.others);
        lines.find_map(|(rank, line)| {
            let place = line.first(only_live)?;
            let case = line.cases[place].case as usize;
            Some(Spot { rank, place, case })
        })
    }

    /// Takes a case out of its line.
    #[inline]
    pub fn take(&mut self, spot: Spot) {
        let line = self.of_rank(spot.rank);
        let gone = match spot.place {
            0 => line.cases.pop_front(),
            place => line.cases.remove(place),
        };
        if let Some(gone) = gone {
            line.live -= usize::from(gone.live);
            self.waiting -= 1;
        }
    }

    /// Where a case waits.
    pub fn find(&self, rank: u8, case: usize) -> Option<Spot> {
        let rank = usize::from(rank);
        let line = match rank {
            0 => &self.first,
            rank => self.others.get(rank - 1)?,
        };
        let mut cases = line.cases.iter();
        let place = cases.position(|one| one.case as usize == case)?;
        Some(Spot { rank, place, case })
    }
}

fn waiting(case: usize, live: bool) -> Waiting {
    let case = case as u32;
    Waiting { case, live }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_rank_comes_first_and_live_ones_where_only_those_may() {
        let mut lines = Lines::default();
        lines.join(2, 7, true);
        lines.join(1, 4, false);
        lines.join(1, 5, true);
        lines.rejoin(1, 6, false);
        let case = |spot: Option<Spot>| spot.map(|spot| spot.case);
        assert_eq!(case(lines.first(false)), Some(6));
        assert_eq!(case(lines.first(true)), Some(5));
        lines.take(lines.find(1, 5).unwrap());
        assert_eq!(case(lines.first(true)), Some(7));
        lines.take(lines.first(true).unwrap());
        assert_eq!(case(lines.first(true)), None);
        assert_eq!((lines.waiting(), case(lines.find(1, 4))), (2, Some(4)));
    }
}
