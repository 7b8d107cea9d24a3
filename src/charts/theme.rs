//! The colours of the charts, in light and dark.
//!
//! Only meaning has a colour: blue is the front office, ochre the back office, green tools, violet everyone
//! else; red is trouble, amber an assumption. The marks keep 3:1 to the card, the darker (in the dark theme:
//! lighter) tones for small text 4.5:1; both, and the distances between the marks, are held by tests.

#[cfg(test)]
mod colour_sight;
#[cfg(test)]
mod tests;

use plotters::style::RGBColor;

/// Whose curve or bar it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SeriesColour {
    /// The front office.
    Front,
    /// The back office.
    Back,
    /// Tools and automation.
    Tool,
    /// Everyone else: temporary, outsourced, bots.
    Other,
}

impl SeriesColour {
    /// All four, in the order in which a chart uses them up.
    pub const ALL: [Self; 4] = [Self::Front, Self::Back, Self::Other, Self::Tool];
}

/// One theme's colours.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// The page.
    pub paper: RGBColor,
    /// The ground of a chart.
    pub card: RGBColor,
    /// Text and lines that matter.
    pub ink: RGBColor,
    /// Text that matters less: ticks and plain labels.
    pub soft: RGBColor,
    /// Marks that matter least; too pale for text.
    pub faint: RGBColor,
    /// Grid and hairlines.
    pub line: RGBColor,
    /// Front office.
    pub front: RGBColor,
    /// Back office.
    pub back: RGBColor,
    /// Tools and automation.
    pub tool: RGBColor,
    /// Everyone else.
    pub other: RGBColor,
    /// Small text about the front office.
    pub front_text: RGBColor,
    /// Small text about the back office.
    pub back_text: RGBColor,
    /// Small text about tools.
    pub tool_text: RGBColor,
    /// Small text about everyone else.
    pub other_text: RGBColor,
    /// What is better; also for text.
    pub good: RGBColor,
    /// Trouble; also for text.
    pub bad: RGBColor,
    /// An assumption; also for text.
    pub warn: RGBColor,
}

/// A colour from its usual six digits.
const fn rgb(code: u32) -> RGBColor {
    RGBColor((code >> 16) as u8, (code >> 8) as u8, code as u8)
}

impl Theme {
    /// Ink on paper.
    pub const fn light() -> Self {
        Self {
            paper: rgb(0xfbfaf7),
            card: rgb(0xffffff),
            ink: rgb(0x1c2024),
            soft: rgb(0x5a626b),
            faint: rgb(0x8b929a),
            line: rgb(0xe3e0d8),
            front: rgb(0x0f4980),
            back: rgb(0x9a3d15),
            tool: rgb(0x0fa47f),
            other: rgb(0xcc4acf),
            front_text: rgb(0x0f4980),
            back_text: rgb(0x8a3612),
            tool_text: rgb(0x0a7459),
            other_text: rgb(0xa832ab),
            good: rgb(0x0b7f5d),
            bad: rgb(0xb3261e),
            warn: rgb(0x9a6700),
        }
    }

    /// The same at night.
    pub const fn dark() -> Self {
        Self {
            paper: rgb(0x14171a),
            card: rgb(0x1b1f23),
            ink: rgb(0xe8eaec),
            soft: rgb(0xa8b0b8),
            faint: rgb(0x7c858e),
            line: rgb(0x2c3238),
            front: rgb(0x588fec),
            back: rgb(0xeca01a),
            tool: rgb(0xa6efcf),
            other: rgb(0xcd1e71),
            front_text: rgb(0x7aa7f2),
            back_text: rgb(0xeca01a),
            tool_text: rgb(0xa6efcf),
            other_text: rgb(0xf06aa6),
            good: rgb(0x4cc29a),
            bad: rgb(0xff8a80),
            warn: rgb(0xe3b341),
        }
    }

    /// The colour of a series' marks.
    pub fn mark(&self, series: SeriesColour) -> RGBColor {
        match series {
            SeriesColour::Front => self.front,
            SeriesColour::Back => self.back,
            SeriesColour::Tool => self.tool,
            SeriesColour::Other => self.other,
        }
    }

    /// The tone for small text about a series.
    pub fn text(&self, series: SeriesColour) -> RGBColor {
        match series {
            SeriesColour::Front => self.front_text,
            SeriesColour::Back => self.back_text,
            SeriesColour::Tool => self.tool_text,
            SeriesColour::Other => self.other_text,
        }
    }

    /// Ink or card, whichever reads better on the given ground.
    pub fn reading_on(&self, ground: RGBColor) -> RGBColor {
        if contrast(self.ink, ground) >= contrast(self.card, ground) {
            self.ink
        } else {
            self.card
        }
    }
}

/// A mixture with `share` (0 to 1) of the first colour, opaque, in the gamma-coded values as CSS mixes.
pub fn blend(first: RGBColor, second: RGBColor, share: f64) -> RGBColor {
    let mix = |a: u8, b: u8| (f64::from(a) * share + f64::from(b) * (1.0 - share)).round() as u8;
    RGBColor(
        mix(first.0, second.0),
        mix(first.1, second.1),
        mix(first.2, second.2),
    )
}

/// One sRGB channel as linear light, 0 to 1 (WCAG 2.2 and IEC 61966-2-1).
fn linear(channel: u8) -> f64 {
    let coded = f64::from(channel) / 255.0;
    if coded <= 0.04045 {
        coded / 12.92
    } else {
        ((coded + 0.055) / 1.055).powf(2.4)
    }
}

/// Contrast ratio of two colours, 1 to 21 (WCAG 2.2).
pub fn contrast(first: RGBColor, second: RGBColor) -> f64 {
    let light = |c: RGBColor| 0.2126 * linear(c.0) + 0.7152 * linear(c.1) + 0.0722 * linear(c.2);
    let (a, b) = (light(first), light(second));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
