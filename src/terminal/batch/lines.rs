//! Input cut into lines, of which no more than a fixed length is ever held.

use std::io::{self, BufRead, Read};

/// Longer lines are no scenarios. Every line in work may be as long.
pub(super) const LONGEST: usize = 4_000_000;

/// A line without its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// What stands on it.
    Text(Vec<u8>),
    /// It went on beyond `LONGEST` bytes and was let go.
    TooLong,
}

/// The next line of some input, if there is one. The last need not be ended.
pub(super) fn next(input: &mut impl BufRead) -> io::Result<Option<Line>> {
    cut(input, LONGEST)
}

fn cut(input: &mut impl BufRead, longest: usize) -> io::Result<Option<Line>> {
    let mut text = Vec::new();
    let with_end = longest as u64 + 1;
    if Read::take(&mut *input, with_end).read_until(b'\n', &mut text)? == 0 {
        return Ok(None);
    }
    if text.last() == Some(&b'\n') {
        text.pop();
    } else if text.len() > longest {
        input.skip_until(b'\n')?;
        return Ok(Some(Line::TooLong));
    }
    Ok(Some(Line::Text(text)))
}

#[cfg(test)]
mod tests {
    use super::{Line, cut};

    fn lines(mut text: &[u8], longest: usize) -> Vec<Line> {
        std::iter::from_fn(|| cut(&mut text, longest).unwrap()).collect()
    }

    fn text(line: &[u8]) -> Line {
        Line::Text(line.to_vec())
    }

    #[test]
    fn every_line_is_cut_blank_ones_too() {
        let found = lines(b"ab\n\n\xff\nlast", 4);
        assert_eq!(
            found,
            [text(b"ab"), text(b""), text(b"\xff"), text(b"last")]
        );
        assert_eq!(lines(b"", 4), []);
        assert_eq!(lines(b"\n", 4), [text(b"")]);
    }

    #[test]
    fn a_line_too_long_is_let_go_and_the_next_is_whole() {
        let found = lines(b"abcd\nabcde\nabcdefgh\nab\nabcde", 4);
        let long = || Line::TooLong;
        assert_eq!(found, [text(b"abcd"), long(), long(), text(b"ab"), long()]);
    }
}
