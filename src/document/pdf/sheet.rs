//! A page as it was drawn: glyphs, rules and pictures with their places, and nothing of the format.

use super::area::Area;

/// One character on a page. Places are in points from the page's top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Glyph {
    /// The character; U+FFFD where the font doesn't tell which it is.
    pub c: char,
    /// Where it begins on its baseline.
    pub x: f32,
    /// Its baseline.
    pub y: f32,
    /// Where the next one would begin: along the direction of writing from `x`.
    pub end: f32,
    /// The size of its font.
    pub size: f32,
    /// How much of its box is ink: more in bold type. Zero where unknown.
    pub ink: f32,
    /// The direction of writing in degrees clockwise from left-to-right, 0 to 359.
    pub turn: u16,
    /// Whether the document itself marks it as a header, a footer or a page number.
    pub edge: bool,
    /// How it is painted.
    pub paint: Paint,
}

/// How a glyph is painted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Paint {
    /// Red, green and blue; none where it isn't of one colour.
    pub colour: Option<[u8; 3]>,
    /// Whether it is painted at all.
    pub how: Painted,
    /// How many boxes and pictures were painted before it.
    pub after: u32,
}

/// Whether a glyph is painted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Painted {
    #[default]
    Shown,
    /// In no colour, or so thinly that nobody sees it: as the text behind the picture of a page.
    Not,
    /// Outside what is shown of the page there.
    CutOff,
}

/// A box that is painted on a page, or a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ground {
    pub area: Area,
    /// Its colour; none where it isn't of one colour.
    pub colour: Option<[u8; 3]>,
    /// Whether nothing is seen through it.
    pub dense: bool,
    pub picture: bool,
}

/// A straight line along an axis: a border, an underline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct RuledLine {
    /// Whether it lies; otherwise it stands.
    pub lies: bool,
    /// Its place across: y of one that lies, x of one that stands.
    pub at: f32,
    /// Where it begins along.
    pub from: f32,
    /// Where it ends along.
    pub to: f32,
}

/// What one page shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// The glyphs in the order in which they are drawn.
    pub glyphs: Vec<Glyph>,
    /// The straight lines.
    pub rules: Vec<RuledLine>,
    /// Boxes and pictures in the order in which they are painted.
    pub grounds: Vec<Ground>,
    /// Areas that notes beside the page strike through, and that they mark to be made unreadable.
    pub struck: Vec<Area>,
    pub redacted: Vec<Area>,
    /// Whether it shows a picture, or so many shapes that they may be one.
    pub pictures: bool,
    /// Whether more was to be drawn than is read of one page.
    pub cut: bool,
    /// Whether what it shows is missing from the file.
    pub missing: bool,
    /// Whether what it shows is damaged, so that some of it may be missing.
    pub broken: bool,
    /// Whether a font of it says what its codes are only by a table that isn't here.
    pub foreign: bool,
}

impl Sheet {
    /// The same page as seen by somebody who reads what is written in one direction: that text
    /// alone, turned upright.
    pub(super) fn turned(&self, turn: u16) -> Self {
        let glyphs = self.glyphs.iter().filter(|glyph| glyph.turn == turn);
        if turn == 0 {
            return Self { glyphs: glyphs.copied().collect(), ..self.clone() };
        }
        let (sin, cos) = f32::from(turn).to_radians().sin_cos();
        let back = |x: f32, y: f32| (x * cos + y * sin, y * cos - x * sin);
        let corners =
            [(0.0, 0.0), (self.width, 0.0), (0.0, self.height), (self.width, self.height)]
                .map(|(x, y)| back(x, y));
        let least = |of: fn(&(f32, f32)) -> f32| corners.iter().map(of).fold(f32::MAX, f32::min);
        let most = |of: fn(&(f32, f32)) -> f32| corners.iter().map(of).fold(f32::MIN, f32::max);
        let (left, top) = (least(|at| at.0), least(|at| at.1));
        let glyphs = glyphs.map(|glyph| {
            let (x, y) = back(glyph.x, glyph.y);
            let x = x - left;
            Glyph { x, y: y - top, end: x + (glyph.end - glyph.x), ..*glyph }
        });
        let rules = self.rules.iter().filter(|_| turn.is_multiple_of(90)).map(|rule| {
            let (a, b) = if rule.lies {
                (back(rule.from, rule.at), back(rule.to, rule.at))
            } else {
                (back(rule.at, rule.from), back(rule.at, rule.to))
            };
            let lies = (a.1 - b.1).abs() < (a.0 - b.0).abs();
            let (from, to) = if lies { (a.0 - left, b.0 - left) } else { (a.1 - top, b.1 - top) };
            let at = if lies { a.1 - top } else { a.0 - left };
            RuledLine { lies, at, from: from.min(to), to: from.max(to) }
        });
        Self {
            width: most(|at| at.0) - left,
            height: most(|at| at.1) - top,
            glyphs: glyphs.collect(),
            rules: rules.collect(),
            grounds: Vec::new(),
            struck: Vec::new(),
            redacted: Vec::new(),
            ..*self
        }
    }

    /// How much work it makes to find words, lines and tables on it: in the worst case each word is held
    /// against each line that stands, and each of those against each that lies.
    pub(super) fn work(&self) -> usize {
        let glyphs = self.glyphs.len();
        let lying = self.rules.iter().filter(|rule| rule.lies).count();
        let standing = self.rules.len() - lying;
        let seen = glyphs * (lying + self.grounds.len()) / 1000;
        10 * glyphs + glyphs * standing / 200 + lying * standing / 20 + seen
    }

    /// The directions that text is written in, the one with most of it first.
    pub(super) fn turns(&self) -> Vec<u16> {
        let mut counts: Vec<(u16, usize)> = Vec::new();
        for glyph in &self.glyphs {
            match counts.iter_mut().find(|(turn, _)| *turn == glyph.turn) {
                Some((_, count)) => *count += 1,
                None => counts.push((glyph.turn, 1)),
            }
        }
        counts.sort_by_key(|(turn, count)| (std::cmp::Reverse(*count), *turn));
        counts.into_iter().map(|(turn, _)| turn).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_runs_upwards_is_turned_upright() {
        // "ab" written upwards near the left edge of a page of 100 by 200.
        let glyph =
            |c, y| Glyph { c, x: 20.0, y, end: 26.0, size: 10.0, turn: 270, ..Glyph::default() };
        let sheet = Sheet {
            width: 100.0,
            height: 200.0,
            glyphs: vec![glyph('a', 180.0), glyph('b', 174.0)],
            rules: vec![RuledLine { lies: false, at: 30.0, from: 50.0, to: 150.0 }],
            ..Sheet::default()
        };
        let upright = sheet.turned(270);
        assert_eq!((upright.width.round(), upright.height.round()), (200.0, 100.0));
        let places: Vec<_> =
            upright.glyphs.iter().map(|g| (g.x.round(), g.y.round(), g.end.round())).collect();
        assert_eq!(places, [(20.0, 20.0, 26.0), (26.0, 20.0, 32.0)]);
        let rule = upright.rules.first().unwrap();
        assert!(rule.lies);
        assert_eq!((rule.at.round(), rule.from.round(), rule.to.round()), (30.0, 50.0, 150.0));
        assert_eq!(sheet.turns(), [270]);
    }
}
