//! Boxes that are drawn to be ticked: small squares, and what is drawn in them.

use super::area::Area;
use super::sheet::Sheet;

/// A box to tick is as wide as this, in points.
const SIDES: std::ops::Range<f32> = 5.0..20.0;
/// A page with more of them is a drawing.
const MOST: usize = 200;

/// The small squares of a page, and the strokes that run across them.
#[derive(Debug, Default)]
pub(super) struct Boxes {
    squares: Vec<Area>,
    /// The middles of slanted strokes.
    slashes: Vec<(f32, f32)>,
}

impl Boxes {
    /// Notes a square that is drawn with a stroke.
    pub(super) fn square(&mut self, own: Area) {
        let (width, height) = (own.x1 - own.x0, own.y1 - own.y0);
        let is_one =
            SIDES.contains(&width) && SIDES.contains(&height) && (width - height).abs() < 2.0;
        let again =
            |other: &Area| (other.x0 - own.x0).abs() < 2.0 && (other.y0 - own.y0).abs() < 2.0;
        if is_one && self.squares.len() <= MOST && !self.squares.iter().any(again) {
            self.squares.push(own);
        }
    }

    /// Notes a slanted stroke from one point to another.
    pub(super) fn slash(&mut self, (x0, y0): (f32, f32), (x1, y1): (f32, f32)) {
        let (across, down) = ((x0 - x1).abs(), (y0 - y1).abs());
        if across > 1.0 && down > 1.0 && across < SIDES.end && self.slashes.len() < 10 * MOST {
            self.slashes.push(((x0 + x1) / 2.0, (y0 + y1) / 2.0));
        }
    }

    /// Puts a sign where each box stands that has text beside it: ticked, or empty.
    pub(super) fn write(&self, sheet: &mut Sheet) {
        if self.squares.len() > MOST {
            return;
        }
        for own in &self.squares {
            let touches = |other: &&Area| {
                *other != own
                    && other.x0 < own.x1 + 1.0
                    && own.x0 < other.x1 + 1.0
                    && other.y0 < own.y1 + 1.0
                    && own.y0 < other.y1 + 1.0
            };
            let (x, y) = ((own.x0 + own.x1) / 2.0, (own.y0 + own.y1) / 2.0);
            let inside: Vec<char> = sheet
                .glyphs
                .iter()
                .filter(|glyph| own.holds((glyph.x + glyph.end) / 2.0, glyph.y - 0.3 * glyph.size))
                .map(|glyph| glyph.c)
                .filter(|c| !c.is_whitespace())
                .collect();
            let beside = sheet.glyphs.iter().any(|glyph| {
                let level = own.y0 - 2.0 < glyph.y && glyph.y < own.y1 + 3.0;
                let near = glyph.x > own.x1 - 1.0 && glyph.x < own.x1 + 20.0
                    || glyph.end < own.x0 + 1.0 && glyph.end > own.x0 - 20.0;
                level && near && glyph.c.is_alphabetic()
            });
            // Letters in a box of their own are no tick.
            let letters = inside.len() > 1
                || inside.iter().any(|c| matches!(c, '☐' | '☒'))
                || inside
                    .iter()
                    .any(|c| c.is_alphanumeric() && !matches!(c, 'x' | 'X' | '4' | '8'));
            if !beside || letters || self.squares.iter().any(|other| touches(&other)) {
                continue;
            }
            let slashed = self
                .slashes
                .iter()
                .any(|(at, down)| (at - x).abs() < 4.0 && (down - y).abs() < 4.0);
            let sign = if slashed || !inside.is_empty() { "☒" } else { "☐" };
            sheet.put_instead(*own, sign);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Glyph;
    use super::*;

    fn square(x: f32, y: f32) -> Area {
        Area { x0: x, y0: y, x1: x + 10.0, y1: y + 10.0 }
    }

    #[test]
    fn a_square_beside_words_is_a_box_and_a_stroke_across_it_ticks_it() {
        let word = |y: f32| Glyph { c: 'a', x: 24.0, y, end: 29.0, size: 10.0, ..Glyph::default() };
        let mut boxes = Boxes::default();
        for y in [0.0, 40.0, 80.0] {
            boxes.square(square(10.0, y));
        }
        boxes.slash((10.0, 40.0), (20.0, 50.0));
        let glyphs = vec![word(9.0), word(49.0)];
        let mut sheet = Sheet { width: 100.0, height: 100.0, glyphs, ..Sheet::default() };
        boxes.write(&mut sheet);
        let signs: Vec<(char, f32)> =
            sheet.glyphs.iter().filter(|g| g.c != 'a').map(|g| (g.c, g.y)).collect();
        assert_eq!(signs, [('☐', 9.0), ('☒', 49.0)]);
    }
}
