//! Notes on a page (annotations) that say what counts of it: words struck through, words to be made unreadable.

use hayro_interpret::TransformExt;
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_syntax::object::{Array, Dict, Name};
use hayro_syntax::page::Page;

use super::ground::area;
use super::pen::Pen;

/// The most notes of a page that are looked at, and the most areas of one.
const MOST: usize = 2_000;
/// The flags of a note that isn't shown.
const NOT_SHOWN: u32 = 0b10_0010;

/// Tells a pen what the notes of a page mark.
pub(super) fn marks(page: &Page<'_>, pen: &mut Pen) {
    let transform = page.initial_transform(true).to_kurbo();
    let notes = page.raw().get::<Array<'_>>("Annots");
    for note in notes.iter().flat_map(Array::iter::<Dict<'_>>).take(MOST) {
        let kind = note.get::<Name<'_>>("Subtype");
        let redacts = match kind.as_ref().map(Name::as_str) {
            Some("StrikeOut") => false,
            Some("Redact") => true,
            _ => continue,
        };
        if note.get::<u32>("F").unwrap_or(0) & NOT_SHOWN == 0 {
            let sheet = pen.sheet_mut();
            let marked = if redacts { &mut sheet.redacted } else { &mut sheet.struck };
            marked.extend(areas(&note, transform).into_iter().map(area));
        }
    }
}

/// The areas that a note marks, each by four corners; else the box that it stands in.
fn areas(note: &Dict<'_>, transform: Affine) -> Vec<Rect> {
    let numbers = |key: &str| -> Vec<f64> {
        let numbers = note.get::<Array<'_>>(key);
        let numbers = numbers.iter().flat_map(Array::iter::<f32>).take(8 * MOST);
        numbers.map(f64::from).collect()
    };
    let corners = numbers("QuadPoints");
    let groups = if corners.len() < 8 { numbers("Rect") } else { corners };
    let size = if groups.len() < 8 { 4 } else { 8 };
    let boxes = groups.chunks_exact(size).filter_map(|own| {
        let across = own.iter().step_by(2).copied();
        let up = own.iter().skip(1).step_by(2).copied();
        let least = |of: &mut dyn Iterator<Item = f64>| of.reduce(f64::min);
        let most = |of: &mut dyn Iterator<Item = f64>| of.reduce(f64::max);
        let (x0, x1) = (least(&mut across.clone())?, most(&mut across.clone())?);
        let (y0, y1) = (least(&mut up.clone())?, most(&mut up.clone())?);
        Some(transform.transform_rect_bbox(Rect::new(x0, y0, x1, y1)))
    });
    boxes.collect()
}
