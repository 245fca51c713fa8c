//! Pictures of a page that no text lies over: they may show words of their own.

use super::sheet::{Ground, Sheet};
use crate::document::pictures::{HIGH, WIDE};

/// So many pictures of a page are looked at.
const MOST: usize = 50;

/// Whether a page has a picture that is large enough for words, and over which no text stands.
pub(super) fn has_one(sheet: &Sheet) -> bool {
    let large = |ground: &&Ground| {
        let area = &ground.area;
        ground.picture && area.x1 - area.x0 >= WIDE && area.y1 - area.y0 >= HIGH
    };
    sheet
        .grounds
        .iter()
        .filter(large)
        .take(MOST)
        .any(|ground| !sheet.glyphs.iter().any(|glyph| ground.area.holds(glyph.x, glyph.y)))
}
