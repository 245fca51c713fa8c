//! Text that stands on a page in the place of glyphs: as the document gives it, or as a field of a form holds it.

use super::area::Area;
use super::sheet::{Glyph, Paint, Sheet};

impl Sheet {
    /// Puts the text that the document gives in the place of the glyphs that it stands for.
    pub(super) fn replace(&mut self, from: usize, text: &str) {
        let own = self.glyphs.get(from..).unwrap_or_default();
        let (Some(first), Some(last)) = (own.first().copied(), own.last()) else { return };
        let one_line = own
            .iter()
            .all(|glyph| glyph.turn == first.turn && (glyph.y - first.y).abs() < first.size / 2.0);
        let width = last.end - first.x;
        let chars: Vec<char> = text.chars().filter(|c| !c.is_control()).collect();
        if !one_line || first.turn != 0 || width < 0.0 || chars.len() > 4 * own.len() + 8 {
            return;
        }
        self.glyphs.truncate(from);
        let step = width / chars.len().max(1) as f32;
        let mut x = first.x;
        for c in chars {
            self.glyphs.push(Glyph { c, x, end: x + step, ..first });
            x += step;
        }
    }

    /// Puts what a field holds where it stands, on its first line.
    pub(super) fn put(&mut self, own: Area, text: &str) {
        let size = ((own.y1 - own.y0) * 0.8).clamp(4.0, 11.0);
        let y = (own.y0 + size).min(own.y1 - 0.2 * size);
        // Nothing lies over it.
        let paint = Paint { colour: None, after: u32::MAX, ..Paint::default() };
        let mut x = own.x0;
        for c in text.chars().filter(|c| !c.is_control()) {
            let end = x + 0.5 * size;
            self.glyphs.push(Glyph { c, x, y, end, size, paint, ..Glyph::default() });
            x = end;
        }
    }

    /// The same instead of what was drawn there.
    pub(super) fn put_instead(&mut self, own: Area, text: &str) {
        self.glyphs
            .retain(|glyph| !own.holds((glyph.x + glyph.end) / 2.0, glyph.y - 0.25 * glyph.size));
        // It goes in the line of the words beside it.
        let level = |glyph: &&Glyph| {
            let near = (glyph.x - own.x1).abs().min((glyph.end - own.x0).abs()) < 60.0;
            near && glyph.turn == 0 && own.y0 < glyph.y && glyph.y < own.y1 + 2.0
        };
        let beside = self.glyphs.iter().filter(level).filter(|glyph| glyph.c.is_alphanumeric());
        let line = beside.map(|glyph| (glyph.y, glyph.size)).next();
        let from = self.glyphs.len();
        self.put(own, text);
        if let Some((y, size)) = line {
            for glyph in self.glyphs.iter_mut().skip(from) {
                (glyph.y, glyph.size) = (y, size);
            }
        }
    }
}
