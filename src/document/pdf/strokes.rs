//! The straight lines among what a page draws: borders of cells are strokes, thin filled boxes, or
//! the edges of backgrounds.

use super::area::Area;
use super::sheet::RuledLine;

/// How many straight lines of one page are kept.
const MOST_RULES: usize = 6_000;
/// How many filled boxes of one page are kept.
const MOST_FILLS: usize = 1_500;
/// A filled box thinner than this is a line; a line shorter than this is none.
const THIN: f32 = 3.0;
/// How far a line may lean.
const LEAN: f32 = 0.5;

/// What is drawn of straight lines and boxes, in points from the page's top left corner.
#[derive(Debug, Default)]
pub(super) struct Strokes {
    rules: Vec<RuledLine>,
    fills: Vec<Area>,
}

impl Strokes {
    /// Notes a line from one point to another, where it runs along an axis.
    pub(super) fn line(&mut self, (x0, y0): (f32, f32), (x1, y1): (f32, f32)) {
        let (across, down) = ((x0 - x1).abs(), (y0 - y1).abs());
        let lies = down < LEAN && across > THIN;
        let stands = across < LEAN && down > THIN;
        if self.rules.len() < MOST_RULES && (lies || stands) {
            let (at, from, to) = if lies { (y0, x0, x1) } else { (x0, y0, y1) };
            self.rules.push(RuledLine { lies, at, from: from.min(to), to: from.max(to) });
        }
    }

    /// Notes the edges of a box.
    pub(super) fn outline(&mut self, area: Area) {
        let Area { x0, y0, x1, y1 } = area;
        self.line((x0, y0), (x1, y0));
        self.line((x1, y0), (x1, y1));
        self.line((x0, y1), (x1, y1));
        self.line((x0, y0), (x0, y1));
    }

    /// Notes a filled box: a line where it is thin.
    pub(super) fn fill(&mut self, area: Area) {
        let Area { x0, y0, x1, y1 } = area;
        let (width, height) = (x1 - x0, y1 - y0);
        if height < THIN && width > height {
            let middle = (y0 + y1) / 2.0;
            self.line((x0, middle), (x1, middle));
        } else if width < THIN {
            let middle = (x0 + x1) / 2.0;
            self.line((middle, y0), (middle, y1));
        } else if self.fills.len() < MOST_FILLS {
            self.fills.push(area);
        }
    }

    /// All lines, the edges of filled boxes among them; but not those of a box that only shades the
    /// words of a cell, set in from both sides of the cell's own.
    pub(super) fn into_rules(mut self) -> Vec<RuledLine> {
        let fills = std::mem::take(&mut self.fills);
        let shades = |inner: &Area, outer: &Area| {
            inner.x0 > outer.x0 + 1.0
                && inner.x1 < outer.x1 - 1.0
                && inner.y0 > outer.y0 - 1.0
                && inner.y1 < outer.y1 + 1.0
                && inner.x1 - inner.x0 > 0.5 * (outer.x1 - outer.x0)
        };
        for fill in &fills {
            if !fills.iter().any(|outer| shades(fill, outer)) {
                self.outline(*fill);
            }
        }
        self.rules
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thin_boxes_are_lines_and_slanted_ones_are_nothing() {
        let mut strokes = Strokes::default();
        strokes.fill(Area { x0: 10.0, y0: 20.0, x1: 90.0, y1: 21.0 });
        strokes.line((0.0, 0.0), (50.0, 50.0));
        strokes.line((30.0, 80.0), (30.0, 10.0));
        assert_eq!(
            strokes.into_rules(),
            [
                RuledLine { lies: true, at: 20.5, from: 10.0, to: 90.0 },
                RuledLine { lies: false, at: 30.0, from: 10.0, to: 80.0 },
            ]
        );
    }

    #[test]
    fn the_shade_of_words_in_a_cell_is_no_cell() {
        let mut strokes = Strokes::default();
        strokes.fill(Area { x0: 0.0, y0: 0.0, x1: 100.0, y1: 40.0 });
        strokes.fill(Area { x0: 5.0, y0: 0.0, x1: 95.0, y1: 20.0 });
        assert_eq!(strokes.into_rules().len(), 4);
    }
}
