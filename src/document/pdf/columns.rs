//! The order in which parts of a page are read.

use super::area::Area;

/// More parts than this are read from top to bottom, as they come.
const MOST: usize = 300;

/// The places of these areas in the order of reading. An area is read after those above it that it
/// shares some width with, and after those left of it, unless something between the two stands
/// above it or below the other (Breuel 2003). What that leaves open is read as it was drawn.
pub(super) fn order(areas: &[(Area, usize)]) -> Vec<usize> {
    let mut by_place: Vec<usize> = (0..areas.len()).collect();
    let place = |n: &usize| areas.get(*n).map_or((0.0, 0), |(area, order)| (area.y0, *order));
    by_place.sort_by(|a, b| place(a).0.total_cmp(&place(b).0).then(place(a).1.cmp(&place(b).1)));
    if areas.len() > MOST {
        return by_place;
    }
    let mut waits: Vec<usize> = vec![0; areas.len()];
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); areas.len()];
    for (n, (a, _)) in areas.iter().enumerate() {
        for (m, (b, _)) in areas.iter().enumerate() {
            if n != m && is_before(a, b, areas) {
                if let Some(after) = before.get_mut(n) {
                    after.push(m);
                }
                if let Some(count) = waits.get_mut(m) {
                    *count += 1;
                }
            }
        }
    }
    let mut done = Vec::with_capacity(areas.len());
    let mut last: Option<usize> = None;
    while !by_place.is_empty() {
        let free = |n: &usize| waits.get(*n).is_none_or(|count| *count == 0);
        let key = |n: &usize| {
            let order = place(n).1;
            // What was drawn next goes before what was drawn earlier.
            (last.is_some_and(|last| order < last), order)
        };
        let next = by_place.iter().enumerate().filter(|(_, n)| free(n)).min_by_key(|(_, n)| key(n));
        // Where areas overlap, each may wait for another: the topmost goes first.
        let at = next.map_or(0, |(at, _)| at);
        let own = by_place.remove(at);
        last = Some(place(&own).1);
        for after in before.get(own).into_iter().flatten() {
            if let Some(count) = waits.get_mut(*after) {
                *count = count.saturating_sub(1);
            }
        }
        done.push(own);
    }
    done
}

fn is_before(a: &Area, b: &Area, areas: &[(Area, usize)]) -> bool {
    let share = |a: &Area, b: &Area| a.x1.min(b.x1) - a.x0.max(b.x0) > 1.0;
    if share(a, b) {
        return a.y0 + a.y1 < b.y0 + b.y1;
    }
    let left = a.x1 <= b.x0 + 1.0;
    left && !areas.iter().any(|(c, _)| {
        let middle = (c.y0 + c.y1) / 2.0;
        let between = (a.y0.min(b.y0)..=a.y1.max(b.y1)).contains(&middle)
            && middle > a.y0.min(b.y0)
            && (middle > a.y1 || middle > b.y1)
            && (middle < a.y0 || middle < b.y0);
        between && share(c, a) && share(c, b)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(x0: f32, y0: f32, x1: f32, y1: f32) -> Area {
        Area { x0, y0, x1, y1 }
    }

    #[test]
    fn columns_are_read_one_after_another_below_what_spans_them() {
        let areas = [
            (area(0.0, 0.0, 100.0, 10.0), 0),
            (area(55.0, 20.0, 100.0, 50.0), 1),
            (area(0.0, 20.0, 45.0, 30.0), 2),
            (area(0.0, 35.0, 45.0, 50.0), 3),
            (area(0.0, 60.0, 100.0, 70.0), 4),
            (area(55.0, 80.0, 100.0, 90.0), 6),
            (area(0.0, 80.0, 45.0, 90.0), 5),
        ];
        assert_eq!(order(&areas), [0, 2, 3, 1, 4, 6, 5]);
    }

    #[test]
    fn areas_that_overlap_come_out_once_each() {
        let areas = [
            (area(0.0, 0.0, 50.0, 50.0), 0),
            (area(10.0, 0.0, 60.0, 50.0), 1),
            (area(40.0, 5.0, 90.0, 45.0), 2),
        ];
        let mut order = order(&areas);
        order.sort_unstable();
        assert_eq!(order, [0, 1, 2]);
    }
}
