//! Text in columns and paragraphs, measured as a terminal shows it.

use unicode_width::UnicodeWidthStr;

/// Between two columns.
const GAP: &str = "  ";

/// On which side the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Left: names.
    Left,
    /// Right: figures.
    Right,
}

/// Rows of equal length as lines of text, each column as wide as its widest cell. Columns beyond
/// those of `sides` stand on the right.
pub(super) fn aligned(rows: &[Vec<String>], sides: &[Side]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|i| {
            let cells = rows.iter().filter_map(|row| row.get(i));
            cells.map(|cell| cell.width()).max().unwrap_or(0)
        })
        .collect();
    let line = |row: &Vec<String>| {
        let cells = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(i, (cell, width))| {
                pad(cell, *width, sides.get(i).copied().unwrap_or(Side::Right))
            });
        let line = cells.collect::<Vec<_>>().join(GAP);
        line.trim_end_matches(' ').to_owned()
    };
    rows.iter().map(line).collect()
}

fn pad(cell: &str, width: usize, side: Side) -> String {
    let space = " ".repeat(width.saturating_sub(cell.width()));
    match side {
        Side::Left => format!("{cell}{space}"),
        Side::Right => format!("{space}{cell}"),
    }
}

/// A paragraph in lines of at most `width`; the first line begins with `first`, the others with
/// as many spaces. Only ordinary spaces are broken at.
pub(super) fn paragraph(text: &str, first: &str, width: usize) -> Vec<String> {
    let indent = " ".repeat(first.width());
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !is_empty && line.width() + 1 + word.width() > width {
            lines.push(std::mem::replace(&mut line, indent.clone()));
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    lines.push(line);
    lines
}

/// How wide the terminal is, within reason; 100 columns where there is none.
pub(super) fn screen_width() -> usize {
    const USUAL: usize = 100;
    terminal_size::terminal_size().map_or(USUAL, |(width, _)| usize::from(width.0).clamp(60, 120))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_measured_as_shown() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let rows = [row(["a", "£5"]), row(["bb", "15\u{202f}%"])];
        let lines = aligned(&rows, &[Side::Left]);
        assert_eq!(lines, ["a     £5", "bb  15\u{202f}%"]);
    }

    #[test]
    fn paragraphs_hang_from_their_mark() {
        assert_eq!(
            paragraph("one two three", "- ", 9),
            ["- one two", "  three"]
        );
        assert_eq!(paragraph("", "- ", 9), ["- "]);
        assert_eq!(
            paragraph("longer than all", "", 3),
            ["longer", "than", "all"]
        );
    }
}
