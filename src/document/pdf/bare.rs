//! Pictures of a page that no text lies over: they may show words of their own.

use std::collections::HashMap;

use super::area::Area;
use super::sheet::{Ground, Sheet};
use crate::document::pictures::{HIGH, WIDE};

/// So many pictures of a page are looked at, and so many of a document are kept.
const MOST: usize = 50;
const MOST_KEPT: usize = 10_000;
/// On so many pages the same place holds a banner or a mark.
const REPEATED: usize = 3;
/// So near, in points, is the edge of a page.
const EDGE: f32 = 3.0;
/// So much of a page is all of it: what is scanned reaches over its edges, too.
const WHOLE: f32 = 0.8;
/// Over a scanned page, so few signs are its number or a stamp.
const STAMP: usize = 20;
/// A first page with so few signs, before so many others, is a title page.
const TITLE: usize = 250;
const LONG: u32 = 4;
/// So much of the first page, above all of its text, is the height of a letterhead.
const LETTERHEAD: f32 = 0.2;

/// The pictures of a document that may show words.
#[derive(Debug, Default)]
pub(super) struct Bare {
    pictures: Vec<(u32, Area)>,
    pages: HashMap<[i32; 4], usize>,
    /// Whether the first page is a title page, if others follow.
    titled: bool,
}

impl Bare {
    /// Notes the pictures of a page with text that are large enough for words, over which no text stands, and whose
    /// place isn't one of decoration.
    pub(super) fn page(&mut self, page: u32, sheet: &Sheet) {
        let large = |ground: &&Ground| {
            let area = &ground.area;
            ground.picture && area.x1 - area.x0 >= WIDE && area.y1 - area.y0 >= HIGH
        };
        let signs = || sheet.glyphs.iter().filter(|glyph| !glyph.c.is_whitespace());
        let mut places = Vec::new();
        for Ground { area, .. } in sheet.grounds.iter().filter(large).take(MOST) {
            let whole = area.size() >= WHOLE * sheet.width * sheet.height;
            let most = if whole { STAMP } else { 0 };
            let over = signs().filter(|glyph| area.holds(glyph.x, glyph.y));
            if over.take(most + 1).count() > most || (!whole && bleeds(area, sheet)) {
                continue;
            }
            let above = signs().all(|glyph| glyph.y >= area.y1);
            if page == 1 && above && is_low(area, sheet) || self.pictures.len() >= MOST_KEPT {
                continue;
            }
            self.titled |= page == 1 && !whole && signs().take(TITLE).count() < TITLE;
            self.pictures.push((page, *area));
            places.push(place(area));
        }
        places.sort_unstable();
        places.dedup();
        for place in places {
            *self.pages.entry(place).or_default() += 1;
        }
    }

    /// Forgets those of a page.
    pub(super) fn forget(&mut self, page: u32) {
        self.pictures.retain(|(other, _)| *other != page);
    }

    /// The pages with such pictures of a document of so many, those apart that stand in the same place of one page
    /// after the other, and the title page.
    pub(super) fn pages(&self, of: u32) -> Vec<u32> {
        let once = |area| self.pages.get(&place(area)).is_none_or(|count| *count < REPEATED);
        let pictures = self.pictures.iter().filter(|(_, area)| once(area));
        let pages = pictures.map(|(page, _)| *page);
        let mut pages: Vec<u32> =
            pages.filter(|page| *page > 1 || !self.titled || of < LONG).collect();
        pages.dedup();
        pages
    }
}

/// Its place, in whole points.
fn place(area: &Area) -> [i32; 4] {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "what is out of range is far from any page"
    )]
    [area.x0, area.y0, area.x1, area.y1].map(|at| at.round() as i32)
}

/// Whether a picture runs over the page's edges, across all of it or into a corner: a photograph, a banner.
fn bleeds(area: &Area, sheet: &Sheet) -> bool {
    let (left, right) = (area.x0 <= EDGE, area.x1 >= sheet.width - EDGE);
    let (top, bottom) = (area.y0 <= EDGE, area.y1 >= sheet.height - EDGE);
    left && right || (left || right) && (top || bottom)
}

/// Whether a picture is as low as a letterhead, and as high up.
fn is_low(area: &Area, sheet: &Sheet) -> bool {
    area.y1 - area.y0 <= LETTERHEAD * sheet.height && area.y1 <= sheet.height / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::pdf::sheet::Glyph;

    fn page(pictures: &[[f32; 4]], text: &[(f32, f32)]) -> Sheet {
        let grounds = pictures.iter().map(|[x0, y0, x1, y1]| Ground {
            area: Area { x0: *x0, y0: *y0, x1: *x1, y1: *y1 },
            colour: None,
            dense: false,
            picture: true,
        });
        let glyphs = text.iter().map(|(x, y)| Glyph { c: 'a', x: *x, y: *y, ..Glyph::default() });
        Sheet {
            width: 600.0,
            height: 800.0,
            grounds: grounds.collect(),
            glyphs: glyphs.collect(),
            ..Sheet::default()
        }
    }

    fn told(pages: &[Sheet]) -> Vec<u32> {
        let mut bare = Bare::default();
        for (number, sheet) in (1..).zip(pages) {
            bare.page(number, sheet);
        }
        bare.pages(u32::try_from(pages.len()).unwrap())
    }

    const TEXT: [(f32, f32); 1] = [(80.0, 60.0)];

    #[test]
    fn a_picture_between_text_may_show_words() {
        assert_eq!(told(&[page(&[[80.0, 200.0, 500.0, 240.0]], &TEXT)]), [1]);
        assert_eq!(told(&[page(&[[80.0, 200.0, 200.0, 240.0]], &TEXT)]), [0; 0], "a logo");
        assert_eq!(told(&[page(&[[80.0, 20.0, 500.0, 240.0]], &TEXT)]), [0; 0], "behind text");
    }

    #[test]
    fn a_letterhead_stands_above_all_text_of_the_first_page() {
        let head = page(&[[80.0, 30.0, 500.0, 90.0]], &[(80.0, 120.0)]);
        assert_eq!(told(std::slice::from_ref(&head)), [0; 0]);
        assert_eq!(told(&[page(&[], &TEXT), head]), [2], "on another page a table may begin so");
        let high = page(&[[80.0, 30.0, 500.0, 330.0]], &[(80.0, 400.0)]);
        assert_eq!(told(&[high]), [1]);
    }

    #[test]
    fn what_runs_over_the_edges_or_comes_again_is_decoration() {
        let bleeding = page(&[[0.0, 500.0, 600.0, 700.0], [300.0, 550.0, 600.0, 800.0]], &TEXT);
        assert_eq!(told(&[bleeding]), [0; 0]);
        assert_eq!(told(&[page(&[[300.0, 300.0, 600.0, 500.0]], &TEXT)]), [1], "one edge alone");
        let banner = page(&[[80.0, 700.0, 500.0, 740.0]], &TEXT);
        assert_eq!(told(&[banner.clone(), banner.clone()]), [1, 2]);
        let own = page(&[[80.0, 700.0, 500.0, 740.0], [80.0, 200.0, 500.0, 400.0]], &TEXT);
        assert_eq!(told(&[banner.clone(), banner.clone(), own, banner]), [3]);
    }

    #[test]
    fn a_picture_on_a_title_page_is_decoration() {
        let title = page(&[[80.0, 200.0, 500.0, 500.0]], &TEXT);
        let text = page(&[[80.0, 200.0, 500.0, 500.0]], &[(80.0, 60.0); 400]);
        let more = || (0..3).map(|_| page(&[], &TEXT));
        let after = |first: &Sheet| [first.clone()].into_iter().chain(more()).collect::<Vec<_>>();
        assert_eq!(told(&after(&title)), [0; 0]);
        assert_eq!(told(&after(&text)), [1]);
        assert_eq!(told(&[title]), [1], "of a letter");
    }

    #[test]
    fn white_space_is_no_text() {
        let mut sheet = page(&[[80.0, 200.0, 500.0, 240.0]], &[(80.0, 60.0), (90.0, 220.0)]);
        assert_eq!(told(&[sheet.clone()]), [0; 0]);
        sheet.glyphs[1].c = ' ';
        assert_eq!(told(&[sheet]), [1]);
    }

    #[test]
    fn a_scanned_page_with_a_stamp_is_told() {
        let scan = [[0.0, 0.0, 600.0, 800.0]];
        assert_eq!(told(&[page(&scan, &[(290.0, 780.0); 9])]), [1]);
        assert_eq!(told(&[page(&scan, &[(80.0, 60.0); 60])]), [0; 0]);
    }
}
