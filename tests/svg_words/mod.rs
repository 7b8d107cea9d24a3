//! The words of an SVG picture and the room they take, in logical pixels.

use counterbalance::charts::type_width::estimate;

/// Tenths of a pixel in a picture's coordinates.
const GRAIN: f64 = 10.0;

/// A piece of text and its surface: from the top of the capitals to the baseline.
#[derive(Clone, Debug)]
pub struct Word {
    pub text: String,
    pub x0: f64,
    pub y0: f64,
    pub x1: f64,
    pub y1: f64,
}

impl Word {
    /// Whether two words share more than a hair's breadth.
    pub fn meets(&self, other: &Word) -> bool {
        let hair = 0.5;
        self.x0 + hair < other.x1
            && other.x0 + hair < self.x1
            && self.y0 + hair < other.y1
            && other.y0 + hair < self.y1
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

/// All texts of a picture that plotters' SVG backend wrote.
pub fn words(picture: &str) -> Vec<Word> {
    let elements = picture.split("<text").skip(1);
    elements.filter_map(word).collect()
}

fn word(element: &str) -> Option<Word> {
    let (tag, rest) = element.split_once('>')?;
    let text = rest
        .split("</text>")
        .next()?
        .trim()
        .replace("&apos;", "'")
        .replace("&amp;", "&");
    let number = |name| attribute(tag, name)?.parse::<f64>().ok();
    let size = number("font-size")? / GRAIN;
    let bold = attribute(tag, "font-weight").is_some();
    let width = estimate(&text, size, bold);
    let (x, y) = (number("x")? / GRAIN, number("y")? / GRAIN);
    let x0 = match attribute(tag, "text-anchor")? {
        "end" => x - width,
        "middle" => x - width / 2.0,
        _ => x,
    };
    Some(Word {
        text,
        x0,
        y0: y - 0.45 * size,
        x1: x0 + width,
        y1: y + 0.35 * size,
    })
}
