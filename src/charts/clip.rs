//! Lines cut exactly at a rectangle: plotters' backends cannot clip.

use super::frame::Rect;

/// A position in logical pixels.
pub type Point = (f64, f64);

/// The part of the segment from `a` to `b` that lies within the rectangle (Liang and Barsky).
pub fn segment(rect: &Rect, a: Point, b: Point) -> Option<(Point, Point)> {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let (mut start, mut end) = (0.0f64, 1.0f64);
    let edges = [
        (-dx, a.0 - rect.x0),
        (dx, rect.x1 - a.0),
        (-dy, a.1 - rect.y0),
        (dy, rect.y1 - a.1),
    ];
    for (towards, room) in edges {
        if towards == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if towards < 0.0 {
            start = start.max(room / towards);
        } else {
            end = end.min(room / towards);
        }
    }
    let at = |t: f64| (a.0 + t * dx, a.1 + t * dy);
    (start <= end).then(|| (at(start), at(end)))
}

/// The pieces of an open line that lie within the rectangle.
pub fn polyline(rect: &Rect, points: &[Point]) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    for pair in points.windows(2) {
        let Some((from, to)) = segment(rect, pair[0], pair[1]) else {
            continue;
        };
        match pieces.last_mut() {
            Some(piece) if piece.last() == Some(&from) => piece.push(to),
            _ => pieces.push(vec![from, to]),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Rect = Rect {
        x0: 0.0,
        y0: 0.0,
        x1: 10.0,
        y1: 10.0,
    };

    #[test]
    fn a_line_leaves_exactly_at_the_frame() {
        let pieces = polyline(&FRAME, &[(2.0, -10.0), (4.0, 10.0), (8.0, 5.0)]);
        assert_eq!(pieces, [vec![(3.0, 0.0), (4.0, 10.0), (8.0, 5.0)]]);
    }

    #[test]
    fn what_lies_outside_is_gone() {
        assert!(polyline(&FRAME, &[(-5.0, -5.0), (20.0, -1.0)]).is_empty());
        assert!(segment(&FRAME, (11.0, 0.0), (11.0, 9.0)).is_none());
    }
}
