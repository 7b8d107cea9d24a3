//! The weeks of a surge as a text: what somebody types or pastes, and what stands in a link.
//!
//! `50, 90*8`: 50 in week 0, 90 in each of weeks 1 to 8. A row or a column of a spreadsheet is the
//! same with tabs or line ends between the numbers. Where one kind of work comes and goes alone, its key
//! stands before them: `notices:75,150*6`.

use super::surge::{MOST_A_WEEK, MOST_WEEKS, Surge};
use crate::model::decimal;

/// Why a text is not a list of weeks. Places are counted from week 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Unusable {
    /// No number at all.
    Nothing,
    /// Nothing stands for this week.
    Gap(usize),
    /// This week holds something other than a number.
    NotANumber(usize, String),
    /// Less than nothing arrives.
    Negative(usize, f64),
    /// More than can be counted with.
    TooLarge(usize, f64),
    /// So many weeks are too many.
    TooMany(usize),
}

/// Reads the weeks.
pub fn read(text: &str) -> Result<Vec<f64>, Unusable> {
    let mut weeks = Vec::new();
    let mut count = 0;
    for cell in cells(text) {
        let (value, times) = read_cell(cell, count)?;
        count += times;
        // Only what can be kept is kept: somebody may paste a whole sheet.
        if count <= MOST_WEEKS {
            weeks.extend(std::iter::repeat_n(value, times));
        }
    }
    match count {
        0 => Err(Unusable::Nothing),
        count if count > MOST_WEEKS => Err(Unusable::TooMany(count)),
        _ => Ok(weeks),
    }
}

/// Writes the weeks, with those that repeat taken together.
pub fn written(weeks: &[f64]) -> String {
    let runs = weeks.chunk_by(|a, b| a == b);
    let run = |run: &[f64]| match (decimal::shortest(run[0]), run.len()) {
        (value, 1) => value,
        (value, times) => format!("{value}*{times}"),
    };
    runs.map(run).collect::<Vec<_>>().join(",")
}

/// What stands for weeks that are all as usual.
pub const USUAL: &str = "usual";

/// Writes the weeks of a surge with the kind of work that they are of.
pub fn written_of(surge: &Surge) -> String {
    let weeks = match surge.weekly.is_empty() {
        true => USUAL.to_owned(),
        false => written(&surge.weekly),
    };
    match &surge.kind {
        Some(kind) => format!("{kind}:{weeks}"),
        None => weeks,
    }
}

/// Reads what [`written_of`] writes into a surge. Whether there is such a kind is not looked at here.
pub fn read_into(text: &str, surge: &mut Surge) -> Result<(), Unusable> {
    let (kind, weeks) = match text.split_once(':') {
        Some((kind, weeks)) => (Some(kind.trim().to_owned()), weeks.trim()),
        None => (None, text.trim()),
    };
    surge.weekly = match weeks {
        USUAL => Vec::new(),
        weeks => read(weeks)?,
    };
    surge.kind = kind;
    Ok(())
}

/// The cells of a text: a spreadsheet parts them by tabs or line ends, people by semicolons, commas
/// or spaces. The first kind of these that occurs is meant, so that commas within numbers may stay.
fn cells(text: &str) -> Vec<&str> {
    let text = text.trim_matches([' ', '\n', '\r']);
    if text.trim().is_empty() {
        return Vec::new();
    }
    if text.contains(['\t', '\n']) {
        // A line end of Windows is one.
        return text.split(['\t', '\n']).map(str::trim).collect();
    }
    if text.contains(';') {
        return text.split(';').map(str::trim).collect();
    }
    if text.contains(',') {
        return text.split(',').map(str::trim).collect();
    }
    text.split_whitespace().collect()
}

/// A number and how many weeks it stands for.
fn read_cell(cell: &str, week: usize) -> Result<(f64, usize), Unusable> {
    if cell.is_empty() {
        return Err(Unusable::Gap(week));
    }
    let not = || Unusable::NotANumber(week, shortened(cell));
    let (value, times) = match cell.split_once(['*', '×', 'x']) {
        Some((value, times)) => (value, times.trim().parse().map_err(|_| not())?),
        None => (cell, 1),
    };
    let value = number(value.trim()).ok_or_else(not)?;
    match value {
        value if value < 0.0 => Err(Unusable::Negative(week, value)),
        value if value > MOST_A_WEEK => Err(Unusable::TooLarge(week, value)),
        _ if times == 0 || times > 1_000_000 => Err(not()),
        _ => Ok((decimal::kept(value), times)),
    }
}

/// A number, perhaps with its thousands set apart: `1,200`.
fn number(text: &str) -> Option<f64> {
    let mut groups = text.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let is_grouped = !rest.is_empty()
        && (1..=3).contains(&first.trim_start_matches('-').len())
        && rest.iter().all(|group| group.get(..3).is_some_and(digits))
        && rest[..rest.len() - 1].iter().all(|group| group.len() == 3)
        && rest[rest.len() - 1][3..]
            .trim_start_matches('.')
            .chars()
            .all(|c| c.is_ascii_digit());
    if is_grouped {
        return decimal::parse(&text.replace(',', ""));
    }
    // Elsewhere a comma parts the whole from the rest.
    decimal::parse(&text.replacen(',', ".", 1)).filter(|value| value.is_finite())
}

fn digits(text: &str) -> bool {
    text.chars().all(|letter| letter.is_ascii_digit())
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 20;
    text.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_however_it_is_parted() {
        let weeks = vec![50.0, 90.0, 90.0, 60.5];
        for text in [
            "50, 90*2, 60.5",
            "50\t90\t90\t60.5",
            "50\t90\t90\t60,5\r\n",
            "50\r\n90\r\n90\r\n60.5\r\n",
            "50; 90; 90; 60,5",
            "50 90 90 60.5",
            "50 90x2 60.5",
            "  50,90*2,60.5  ",
        ] {
            assert_eq!(read(text), Ok(weeks.clone()), "{text:?}");
        }
        assert_eq!(read("1,200\t1,350.5"), Ok(vec![1_200.0, 1_350.5]));
        assert_eq!(written(&weeks), "50,90*2,60.5");
        assert_eq!(read(&written(&weeks)), Ok(weeks));
    }

    #[test]
    fn what_is_wrong_is_named_with_its_week() {
        assert_eq!(read("50\t\t90"), Err(Unusable::Gap(1)));
        assert_eq!(read("\t50"), Err(Unusable::Gap(0)));
        assert_eq!(
            read("50, many"),
            Err(Unusable::NotANumber(1, "many".into()))
        );
        assert_eq!(read("50*2, -3"), Err(Unusable::Negative(2, -3.0)));
        assert_eq!(read("1e9"), Err(Unusable::TooLarge(0, 1e9)));
        assert_eq!(read(" \n"), Err(Unusable::Nothing));
        assert_eq!(
            read(&"7\t".repeat(4_999).add("7")),
            Err(Unusable::TooMany(5_000))
        );
        assert_eq!(read("7*999999"), Err(Unusable::TooMany(999_999)));
        assert!(matches!(read("NaN, 1"), Err(Unusable::NotANumber(0, _))));
    }

    use std::ops::Add;
}
