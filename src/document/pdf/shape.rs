//! What a path is by its form: a box, a frame.

use hayro_interpret::kurbo::{BezPath, PathEl, Point, Rect, Shape};

/// So many elements draw two boxes.
const OF_TWO: usize = 12;

/// Whether a path is a box along the axes.
pub(super) fn is_box(path: &BezPath) -> bool {
    let corners: Vec<Point> = path
        .elements()
        .iter()
        .filter_map(|element| match element {
            PathEl::MoveTo(to) | PathEl::LineTo(to) => Some(Some(*to)),
            PathEl::ClosePath => None,
            _ => Some(None),
        })
        .collect::<Option<_>>()
        .unwrap_or_default();
    let straight = corners
        .iter()
        .zip(corners.iter().skip(1))
        .all(|(a, b)| (a.x - b.x).abs() < 0.5 || (a.y - b.y).abs() < 0.5);
    (4..=5).contains(&corners.len()) && straight
}

/// The outer one of two boxes, where a path is these and one stands in the other: what is filled between them is a border,
/// and not what they hold.
pub(super) fn frame(path: &BezPath) -> Option<Rect> {
    let elements = path.elements();
    if elements.len() > OF_TWO {
        return None;
    }
    let second = elements.iter().rposition(|own| matches!(own, PathEl::MoveTo(_)))?;
    let (first, second) = elements.split_at_checked(second)?;
    let boxed = |part: &[PathEl]| {
        let path = BezPath::from_vec(part.to_vec());
        (!part.is_empty() && is_box(&path)).then(|| path.bounding_box())
    };
    let (one, other) = (boxed(first)?, boxed(second)?);
    let within = |outer: Rect, inner: Rect| outer.union(inner) == outer;
    match () {
        () if within(one, other) => Some(one),
        () if within(other, one) => Some(other),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxes(all: &[[f64; 4]]) -> BezPath {
        let mut path = BezPath::new();
        for [x0, y0, x1, y1] in all {
            path.extend(Rect::new(*x0, *y0, *x1, *y1).path_elements(0.1));
        }
        path
    }

    #[test]
    fn one_box_in_another_is_a_frame() {
        let (outer, inner) = ([10.0, 10.0, 90.0, 40.0], [11.0, 11.0, 89.0, 39.0]);
        let around = Some(Rect::new(10.0, 10.0, 90.0, 40.0));
        assert_eq!(frame(&boxes(&[outer, inner])), around);
        assert_eq!(frame(&boxes(&[inner, outer])), around);
        assert_eq!(frame(&boxes(&[outer])), None);
        assert_eq!(frame(&boxes(&[outer, [95.0, 10.0, 99.0, 40.0]])), None, "two in a row");
        assert_eq!(frame(&boxes(&[outer, inner, inner])), None);
    }
}
