//! The fields of a form: what was ticked, chosen or typed, also where the file doesn't say how that looks.

use hayro_interpret::TransformExt;
use hayro_interpret::kurbo::Rect;
use hayro_syntax::object::{Array, Dict, Name, Object, Rect as PdfRect, String as PdfString};
use hayro_syntax::page::Page;

use super::ground::area;
use super::letters::decoded;
use super::pen::Pen;

/// The most fields of a page that are looked at, and how far up one asks what it is.
const MOST: usize = 2_000;
const HIGHEST: usize = 8;
/// The flags of a field that isn't shown, and of a button that is only pushed.
const NOT_SHOWN: u32 = 0b10_0010;
const PUSHED: u32 = 1 << 16;
/// The longest text of a field, in letters.
const LONGEST: usize = 4_000;

/// Tells a pen what the fields of a page hold.
pub(super) fn fields(page: &Page<'_>, pen: &mut Pen) {
    let transform = page.initial_transform(true).to_kurbo();
    let notes = page.raw().get::<Array<'_>>("Annots");
    for field in notes.iter().flat_map(Array::iter::<Dict<'_>>).take(MOST) {
        let is_field =
            field.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Widget");
        let shown = field.get::<u32>("F").unwrap_or(0) & NOT_SHOWN == 0;
        let Some(own) = field.get::<PdfRect>("Rect").filter(|_| is_field && shown) else {
            continue;
        };
        let own = Rect::new(own.x0, own.y0, own.x1, own.y1);
        let own = area(transform.transform_rect_bbox(own));
        let kind = up(&field, |dict| dict.get::<Name<'_>>("FT"));
        match kind.as_ref().map(Name::as_str) {
            Some("Btn") => {
                let flags = up(&field, |dict| dict.get::<u32>("Ff")).unwrap_or(0);
                if flags & PUSHED == 0 {
                    pen.sheet_mut().put_instead(own, if is_on(&field) { "☒" } else { "☐" });
                }
            }
            // Of a list all that could be chosen may be drawn.
            Some("Ch") => {
                if let Some(text) = up(&field, value).filter(|text| !text.trim().is_empty()) {
                    pen.sheet_mut().put_instead(own, &text);
                }
            }
            Some("Tx") if !has_look(&field) => {
                if let Some(text) = up(&field, value) {
                    pen.sheet_mut().put(own, &text.chars().take(LONGEST).collect::<String>());
                }
            }
            _ => {}
        }
    }
}

/// What a field says, or one that it is part of.
fn up<'a, T>(field: &Dict<'a>, get: impl Fn(&Dict<'a>) -> Option<T>) -> Option<T> {
    let mut at = field.clone();
    for _ in 0..HIGHEST {
        if let Some(found) = get(&at) {
            return Some(found);
        }
        at = at.get::<Dict<'a>>("Parent")?;
    }
    None
}

/// Whether a box is ticked, or a button is the one that was chosen.
fn is_on(field: &Dict<'_>) -> bool {
    let state = field.get::<Name<'_>>("AS").or_else(|| field.get::<Name<'_>>("V"));
    state.is_some_and(|state| state.as_str() != "Off")
}

/// Whether the file says how it looks.
fn has_look(field: &Dict<'_>) -> bool {
    field.get::<Dict<'_>>("AP").is_some_and(|looks| looks.contains_key("N"))
}

fn value(field: &Dict<'_>) -> Option<String> {
    match field.get::<Object<'_>>("V")? {
        Object::String(text) => Some(decoded(text.as_bytes())),
        Object::Array(texts) => {
            let texts = texts.iter::<PdfString<'_>>().take(100);
            Some(texts.map(|text| decoded(text.as_bytes())).collect::<Vec<_>>().join(", "))
        }
        _ => None,
    }
}
