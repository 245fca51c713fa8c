//! Which of a page's glyphs are seen: not those in the colour of their ground, under a box, cut off, not painted,
//! or struck through.

use std::collections::BTreeMap;

use super::lines::lines;
use super::sheet::{Glyph, Ground, Painted, RuledLine, Sheet};
use super::words::words;
use crate::document::left_out::Why;

/// Colours this near to one another, of 255, can't be told apart.
const NEAR: u8 = 10;
/// How many bands a page is cut into, so that a glyph is held against few boxes.
const BANDS: usize = 64;
/// A line strikes through what it crosses between these shares of the type's size above its baseline.
const STRIKES: std::ops::Range<f32> = 0.1..0.6;
/// A line that goes on beyond what it crosses by more than this share of the type's size is a border.
const BEYOND: f32 = 0.8;

/// Takes the glyphs that aren't seen off a page, and gives their words.
pub(super) fn part(sheet: &mut Sheet) -> Vec<(Why, String)> {
    let mut lost: Vec<Option<Why>> = {
        let bands = Bands::of(sheet);
        sheet.glyphs.iter().map(|glyph| unseen(glyph, sheet, &bands)).collect()
    };
    strike(sheet, &mut lost);
    if lost.iter().all(Option::is_none) {
        return Vec::new();
    }
    settle(&sheet.glyphs, &mut lost);
    let mut kinds: BTreeMap<Why, Vec<Glyph>> = BTreeMap::new();
    let mut kept = Vec::with_capacity(sheet.glyphs.len());
    for (glyph, why) in std::mem::take(&mut sheet.glyphs).into_iter().zip(lost) {
        match why {
            Some(why) => kinds.entry(why).or_default().push(glyph),
            None => kept.push(glyph),
        }
    }
    sheet.glyphs = kept;
    let text = |glyphs: &[Glyph]| {
        let lines = lines(words(glyphs), &[]);
        lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    kinds.into_iter().map(|(why, glyphs)| (why, text(&glyphs))).collect()
}

/// The boxes of a page, by the bands that they reach into.
struct Bands<'a> {
    bands: Vec<Vec<(u32, &'a Ground)>>,
    height: f32,
}

impl<'a> Bands<'a> {
    fn of(sheet: &'a Sheet) -> Self {
        let mut bands = Self { bands: vec![Vec::new(); BANDS], height: sheet.height.max(1.0) };
        for (order, ground) in (0..).zip(&sheet.grounds) {
            let own = bands.number(ground.area.y0)..=bands.number(ground.area.y1);
            for band in bands.bands.get_mut(own).unwrap_or_default() {
                band.push((order, ground));
            }
        }
        bands
    }

    fn number(&self, y: f32) -> usize {
        let share = (y / self.height * BANDS as f32).clamp(0.0, BANDS as f32 - 1.0);
        share as usize
    }

    /// The boxes at a place, with how many were painted before each.
    fn at(&self, x: f32, y: f32) -> impl DoubleEndedIterator<Item = (u32, &'a Ground)> {
        let band = self.bands.get(self.number(y)).map(Vec::as_slice).unwrap_or_default();
        band.iter().copied().filter(move |(_, ground)| ground.area.holds(x, y))
    }
}

/// Why a glyph by itself isn't seen.
fn unseen(glyph: &Glyph, sheet: &Sheet, bands: &Bands<'_>) -> Option<Why> {
    let (x, y) = middle(glyph);
    if sheet.redacted.iter().any(|area| area.holds(x, y)) {
        return Some(Why::Covered);
    }
    if sheet.struck.iter().any(|area| area.holds(x, y)) {
        return Some(Why::Struck);
    }
    match glyph.paint.how {
        Painted::CutOff => return Some(Why::Invisible),
        // What was recognised in the picture of a page lies unpainted behind it.
        Painted::Not => {
            let behind = bands.at(x, y).any(|(_, ground)| ground.picture);
            return (!behind).then_some(Why::Invisible);
        }
        Painted::Shown => {}
    }
    let covers = |(order, ground): &(u32, &Ground)| {
        *order >= glyph.paint.after && ground.dense && !ground.picture
    };
    if bands.at(x, y).any(|ground| covers(&ground)) {
        return Some(Why::Covered);
    }
    let colour = glyph.paint.colour?;
    let below = bands.at(x, y).rev().find(|(order, _)| *order < glyph.paint.after);
    let ground =
        below.map_or(Some([255; 3]), |(_, ground)| ground.colour.filter(|_| ground.dense))?;
    let alike = colour.iter().zip(ground).all(|(a, b)| a.abs_diff(b) <= NEAR);
    alike.then_some(Why::Invisible)
}

fn middle(glyph: &Glyph) -> (f32, f32) {
    if glyph.turn == 0 {
        ((glyph.x + glyph.end) / 2.0, glyph.y - 0.25 * glyph.size)
    } else {
        (glyph.x, glyph.y)
    }
}

/// Marks what lines that are drawn strike through.
fn strike(sheet: &Sheet, lost: &mut [Option<Why>]) {
    let mut order: Vec<usize> = (0..sheet.glyphs.len()).collect();
    let glyph = |n: &usize| sheet.glyphs.get(*n);
    order.retain(|n| glyph(n).is_some_and(|glyph| glyph.turn == 0 && !glyph.c.is_whitespace()));
    order.sort_by(|a, b| {
        let y = |n: &usize| glyph(n).map_or(0.0, |glyph| glyph.y);
        y(a).total_cmp(&y(b))
    });
    let largest = order.iter().filter_map(glyph).map(|glyph| glyph.size).fold(0.0, f32::max);
    for rule in sheet.rules.iter().filter(|rule| rule.lies) {
        let from = order.partition_point(|n| glyph(n).is_some_and(|glyph| glyph.y < rule.at));
        let below = order.get(from..).unwrap_or_default();
        let near = below.iter().copied().take_while(|n| {
            glyph(n).is_some_and(|glyph| glyph.y < rule.at + STRIKES.end * largest)
        });
        let crossed: Vec<usize> =
            near.filter(|n| glyph(n).is_some_and(|glyph| crosses(rule, glyph))).collect();
        if strikes(rule, &crossed.iter().filter_map(glyph).copied().collect::<Vec<_>>()) {
            for n in crossed {
                if let Some(why) = lost.get_mut(n) {
                    why.get_or_insert(Why::Struck);
                }
            }
        }
    }
}

fn crosses(rule: &RuledLine, glyph: &Glyph) -> bool {
    let middle = (glyph.x + glyph.end) / 2.0;
    STRIKES.contains(&((glyph.y - rule.at) / glyph.size.max(0.1)))
        && (rule.from..=rule.to).contains(&middle)
}

/// Whether a line that crosses these glyphs is there to strike them through: it is as long as they are.
fn strikes(rule: &RuledLine, crossed: &[Glyph]) -> bool {
    let from = crossed.iter().map(|glyph| glyph.x).fold(f32::MAX, f32::min);
    let to = crossed.iter().map(|glyph| glyph.end).fold(f32::MIN, f32::max);
    let size = crossed.iter().map(|glyph| glyph.size).fold(0.0, f32::max);
    let inked: f32 = crossed.iter().map(|glyph| glyph.end - glyph.x).sum();
    crossed.iter().any(|glyph| glyph.c.is_alphabetic())
        && from - rule.from < BEYOND * size
        && rule.to - to < BEYOND * size
        && inked > 0.5 * (rule.to - rule.from)
}

/// Makes one of the letters of each word: a box may leave out the first, a line the last.
fn settle(glyphs: &[Glyph], lost: &mut [Option<Why>]) {
    let mut start = 0;
    let joins = |a: &Glyph, b: &Glyph| {
        let size = a.size.max(b.size);
        !a.c.is_whitespace()
            && !b.c.is_whitespace()
            && a.turn == b.turn
            && (a.y - b.y).abs() < 0.2 * size
            && b.x - a.end < 0.15 * size
            && b.x > a.x - 0.1 * size
    };
    for word in glyphs.chunk_by(joins) {
        let own = lost.get_mut(start..start + word.len()).unwrap_or_default();
        start += word.len();
        let count = own.iter().flatten().count();
        if count > 0 {
            let why = own.iter().flatten().next().copied();
            own.fill(why.filter(|_| count * 2 >= word.len()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::area::Area;
    use super::super::sheet::Paint;
    use super::*;

    fn written(text: &str, y: f32, paint: Paint) -> Vec<Glyph> {
        let at = |n: u8| 10.0 + f32::from(n) * 5.0;
        let glyphs = text.chars().zip(0_u8..);
        glyphs
            .map(|(c, n)| Glyph {
                c,
                x: at(n),
                y,
                end: at(n) + 5.0,
                size: 10.0,
                paint,
                ..Glyph::default()
            })
            .collect()
    }

    fn box_of(colour: [u8; 3], y0: f32, y1: f32) -> Ground {
        let area = Area { x0: 0.0, y0, x1: 300.0, y1 };
        Ground { area, colour: Some(colour), dense: true, picture: false }
    }

    const BLACK: Paint = Paint { colour: Some([0; 3]), how: Painted::Shown, after: 0 };
    const WHITE: Paint = Paint { colour: Some([255; 3]), ..BLACK };

    fn parted(sheet: Sheet) -> (String, Vec<(Why, String)>) {
        let mut sheet = Sheet { width: 300.0, height: 300.0, ..sheet };
        let lost = part(&mut sheet);
        (sheet.glyphs.iter().map(|glyph| glyph.c).collect(), lost)
    }

    #[test]
    fn what_has_the_colour_of_its_ground_is_not_seen() {
        let text = [written("black ", 20.0, BLACK), written("white", 40.0, WHITE)].concat();
        let sheet = Sheet { glyphs: text, ..Sheet::default() };
        assert_eq!(parted(sheet), ("black ".into(), vec![(Why::Invisible, "white".into())]));
        let on_navy = Paint { after: 1, ..WHITE };
        let sheet = Sheet {
            glyphs: written("head", 20.0, on_navy),
            grounds: vec![box_of([0, 0, 128], 0.0, 30.0)],
            ..Sheet::default()
        };
        assert_eq!(parted(sheet), ("head".into(), Vec::new()));
    }

    #[test]
    fn what_lies_under_a_box_is_covered_and_what_lies_on_it_isnt() {
        let on = Paint { after: 1, ..BLACK };
        let text = [written("name ", 20.0, BLACK), written("over", 22.0, on)].concat();
        let sheet = Sheet {
            glyphs: text,
            grounds: vec![box_of([255, 255, 0], 8.0, 30.0)],
            ..Sheet::default()
        };
        assert_eq!(parted(sheet), ("over".into(), vec![(Why::Covered, "name".into())]));
    }

    #[test]
    fn unpainted_text_counts_where_it_stands_behind_a_picture() {
        let unpainted = Paint { how: Painted::Not, ..BLACK };
        let text = || written("scan", 20.0, unpainted);
        let picture = Ground { picture: true, colour: None, ..box_of([0; 3], 0.0, 300.0) };
        let scanned = Sheet { glyphs: text(), grounds: vec![picture], ..Sheet::default() };
        assert_eq!(parted(scanned), ("scan".into(), Vec::new()));
        let sheet = Sheet { glyphs: text(), ..Sheet::default() };
        assert_eq!(parted(sheet), (String::new(), vec![(Why::Invisible, "scan".into())]));
    }

    #[test]
    fn a_line_through_words_strikes_them_and_a_border_doesnt() {
        let line = |at: f32, to: f32| RuledLine { lies: true, at, from: 9.0, to };
        let sheet = |rule| Sheet {
            glyphs: written("no team", 20.0, BLACK),
            rules: vec![rule],
            ..Sheet::default()
        };
        let struck = vec![(Why::Struck, "no".to_owned())];
        assert_eq!(parted(sheet(line(17.0, 20.5))), (" team".into(), struck));
        for other in [line(21.5, 46.0), line(17.0, 200.0), line(5.0, 46.0)] {
            assert_eq!(parted(sheet(other)), ("no team".into(), Vec::new()), "{other:?}");
        }
    }
}
