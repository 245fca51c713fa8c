//! From straight lines to the boxes that they enclose, and from boxes that touch to tables.

use super::area::Area;
use super::sheet::RuledLine;

/// Lines this near to one another are one.
const SNAP: f32 = 2.5;
/// Lines that go on after such a gap are one: borders leave corners out.
const BRIDGE: f32 = 4.0;
/// A box narrower or lower than this holds no text.
const LEAST: f32 = 5.0;
/// More boxes than this are a drawing.
const MOST_BOXES: usize = 3_000;
/// More steps than this aren't taken to find them.
const MOST_STEPS: usize = 10_000_000;

/// A box of a table, with the place of its top left corner among the table's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spread {
    pub area: Area,
    pub row: u32,
    pub column: u32,
    /// How many columns and rows it goes over.
    pub columns: u32,
    pub rows: u32,
}

/// A table of boxes; or a box alone, or a row or a column of them, which frame text but order
/// nothing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Grid {
    /// From top to bottom and from left to right.
    pub boxes: Vec<Spread>,
    /// Its outline.
    pub area: Area,
    /// Where its columns begin.
    pub lefts: Vec<f32>,
}

impl Grid {
    /// Whether it orders what it holds in rows and columns.
    pub(super) fn is_table(&self) -> bool {
        self.lefts.len() > 1 && self.boxes.iter().any(|own| own.row > 0)
    }
}

/// The grids on a page of some width and height, from top to bottom.
pub(super) fn grids(rules: &[RuledLine], width: f32, height: f32) -> Vec<Grid> {
    let lying = merged(rules, true);
    let standing = merged(rules, false);
    // Drawings stick out.
    let page = Area { x0: -1.0, y0: -1.0, x1: width + 1.0, y1: height + 1.0 };
    let mut on_page = boxes(&lying, &standing);
    on_page.retain(|own| page.holds(own.x0, own.y0) && page.holds(own.x1, own.y1));
    let mut grids: Vec<Grid> = touching(on_page).iter().filter_map(|own| grid(own)).collect();
    grids.sort_by(|a, b| a.area.y0.total_cmp(&b.area.y0).then(a.area.x0.total_cmp(&b.area.x0)));
    grids
}

/// Lines of one kind, those that go on in one another put together.
fn merged(rules: &[RuledLine], lies: bool) -> Vec<RuledLine> {
    let mut rules: Vec<RuledLine> =
        rules.iter().filter(|rule| rule.lies == lies).copied().collect();
    rules.sort_by(|a, b| a.at.total_cmp(&b.at));
    // First those near to one another are laid on one place.
    let mut place = f32::MIN;
    for rule in &mut rules {
        if rule.at - place > SNAP {
            place = rule.at;
        }
        rule.at = place;
    }
    rules.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut merged: Vec<RuledLine> = Vec::new();
    for rule in rules {
        match merged.last_mut() {
            Some(last) if last.at == rule.at && rule.from <= last.to + BRIDGE => {
                last.to = last.to.max(rule.to);
            }
            _ => merged.push(rule),
        }
    }
    merged
}

/// The smallest boxes whose four corners are crossings of lines that run along all their edges.
fn boxes(lying: &[RuledLine], standing: &[RuledLine]) -> Vec<Area> {
    let crosses = |row: &RuledLine, column: &RuledLine| {
        (row.from - BRIDGE..=row.to + BRIDGE).contains(&column.at)
            && (column.from - BRIDGE..=column.to + BRIDGE).contains(&row.at)
    };
    let mut steps = 0;
    let mut boxes = Vec::new();
    for (n, top) in lying.iter().enumerate() {
        let columns: Vec<&RuledLine> =
            standing.iter().filter(|column| crosses(top, column)).collect();
        for (m, left) in columns.iter().enumerate() {
            let below = lying.iter().skip(n + 1);
            let mut found = None;
            for bottom in below.filter(|row| row.at > top.at + LEAST && crosses(row, left)) {
                let right = columns
                    .iter()
                    .skip(m + 1)
                    .inspect(|_| steps += 1)
                    .find(|right| right.at > left.at + LEAST && crosses(bottom, right));
                if let Some(right) = right {
                    found = Some(Area { x0: left.at, y0: top.at, x1: right.at, y1: bottom.at });
                    break;
                }
                if steps > MOST_STEPS {
                    break;
                }
            }
            steps += lying.len();
            if steps > MOST_STEPS || boxes.len() > MOST_BOXES {
                return Vec::new();
            }
            boxes.extend(found);
        }
    }
    boxes
}

/// Boxes in groups of those that touch.
fn touching(mut boxes: Vec<Area>) -> Vec<Vec<Area>> {
    let touch = |a: &Area, b: &Area| {
        a.x0 <= b.x1 + 1.0 && b.x0 <= a.x1 + 1.0 && a.y0 <= b.y1 + 1.0 && b.y0 <= a.y1 + 1.0
    };
    let mut groups = Vec::new();
    while let Some(first) = boxes.pop() {
        let mut group = vec![first];
        let mut seen = 0;
        while let Some(own) = group.get(seen).copied() {
            seen += 1;
            let (near, far) = boxes.into_iter().partition(|other| touch(&own, other));
            boxes = far;
            group.extend::<Vec<Area>>(near);
        }
        groups.push(group);
    }
    groups
}

fn grid(boxes: &[Area]) -> Option<Grid> {
    let edges = |of: fn(&Area) -> f32| {
        let mut edges: Vec<f32> = boxes.iter().map(of).collect();
        edges.sort_by(f32::total_cmp);
        edges.dedup_by(|a, b| (*a - *b).abs() < SNAP);
        edges
    };
    let (lefts, tops) = (edges(|own| own.x0), edges(|own| own.y0));
    let place = |edges: &[f32], at: f32| edges.partition_point(|edge| *edge < at - SNAP) as u32;
    let mut spreads: Vec<Spread> = boxes
        .iter()
        .map(|area| {
            let column = place(&lefts, area.x0);
            let next = lefts.iter().filter(|left| **left < area.x1 - SNAP).count() as u32;
            let row = place(&tops, area.y0);
            let below = tops.iter().filter(|top| **top < area.y1 - SNAP).count() as u32;
            Spread {
                area: *area,
                row,
                column,
                columns: next.saturating_sub(column).max(1),
                rows: below.saturating_sub(row).max(1),
            }
        })
        .collect();
    spreads.sort_by_key(|own| (own.row, own.column));
    let most = |of: fn(&Area) -> f32| boxes.iter().map(of).fold(f32::MIN, f32::max);
    let area = Area {
        x0: *lefts.first()?,
        y0: *tops.first()?,
        x1: most(|own| own.x1),
        y1: most(|own| own.y1),
    };
    Some(Grid { boxes: spreads, area, lefts })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lying(at: f32, from: f32, to: f32) -> RuledLine {
        RuledLine { lies: true, at, from, to }
    }

    fn standing(at: f32, from: f32, to: f32) -> RuledLine {
        RuledLine { lies: false, at, from, to }
    }

    #[test]
    fn a_title_over_two_columns_is_one_box() {
        let rules = [
            lying(0.0, 0.0, 100.0),
            lying(20.0, 0.0, 100.0),
            lying(40.0, 0.0, 100.0),
            standing(0.0, 0.0, 40.0),
            standing(30.0, 20.0, 40.0),
            standing(100.0, 0.0, 40.0),
        ];
        let grids = grids(&rules, 100.0, 100.0);
        assert_eq!(grids.len(), 1);
        let own = grids.first().unwrap();
        assert!(own.is_table());
        let places: Vec<_> =
            own.boxes.iter().map(|b| (b.row, b.column, b.columns, b.area.x1)).collect();
        assert_eq!(places, [(0, 0, 2, 100.0), (1, 0, 1, 30.0), (1, 1, 1, 100.0)]);
    }

    #[test]
    fn borders_that_leave_corners_out_and_double_ones_make_the_same_boxes() {
        let mut rules = Vec::new();
        for y in [0.0, 20.0, 40.0] {
            for x in [0.0, 50.0] {
                rules.extend([lying(y, x + 1.0, x + 48.0), lying(y + 1.0, x + 1.0, x + 48.0)]);
            }
        }
        for x in [0.0, 50.0, 100.0] {
            rules.extend([standing(x, 1.0, 19.0), standing(x, 21.0, 39.0)]);
        }
        let own = grids(&rules, 150.0, 100.0);
        assert_eq!(own.first().map(|grid| grid.boxes.len()), Some(4));
    }

    #[test]
    fn a_frame_is_no_table_and_an_underline_is_nothing() {
        let frame = [
            lying(0.0, 0.0, 100.0),
            lying(40.0, 0.0, 100.0),
            standing(0.0, 0.0, 40.0),
            standing(100.0, 0.0, 40.0),
        ];
        assert!(!grids(&frame, 100.0, 100.0).first().unwrap().is_table());
        assert_eq!(grids(&[lying(0.0, 0.0, 100.0)], 100.0, 100.0), []);
    }
}
