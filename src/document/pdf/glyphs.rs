//! From a PDF's drawing instructions to glyphs with places. The only file that knows the PDF crate.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use hayro_interpret::font::{Glyph as Drawn, GlyphIdentifier, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, SoftMask, TransformExt, interpret_page,
};
use hayro_syntax::object::{Dict, Name, Object, Stream, String as PdfString};
use hayro_syntax::page::Page;
use hayro_syntax::{DecryptionError, Filter, LoadPdfError, Pdf};

use super::grid::Area;
use super::letters::{decoded, spelt};
use super::sheet::{Glyph, Sheet};
use super::strokes::Strokes;
use super::unfold::{Fold, is_bomb, is_whole};

/// How many glyphs of one page are read. The densest page of real papers has a tenth of it.
pub(super) const GLYPHS_OF_A_PAGE: usize = 200_000;
/// How deep marked contents are followed into one another.
const MARKS: usize = 100;
/// The most letters that one glyph stands for.
const LETTERS: usize = 32;
/// So many shapes without any text may be letters drawn as shapes.
const SHAPES_OF_A_PICTURE: usize = 50;

/// What is learned of a PDF, in this order: one of `Unreadable` and `Pages`, then its pages.
#[derive(Debug)]
pub(super) enum News {
    /// Nothing of it can be read.
    Unreadable(Unreadable),
    /// How many pages it declares, where it does, and how many there are.
    Pages { declared: Option<u32>, found: u32 },
    /// The next page; none where reading it failed.
    Page(Option<Sheet>),
}

/// Why nothing of a PDF can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// It can't be opened without a password.
    Password,
    /// It is encrypted in a way that isn't known.
    Encryption,
    /// It is no PDF, or nothing of its structure is left.
    Damaged,
    /// A small part of it unfolds to more than is read.
    Bomb,
}

/// What a device throws to leave a page of which enough was read.
struct Enough;

/// Reads a PDF, telling what it finds as it goes. It ends early where nobody listens.
pub(super) fn read(bytes: Vec<u8>, tell: &mut dyn FnMut(News) -> bool) {
    let pdf = match catch_unwind(AssertUnwindSafe(|| Pdf::new(bytes))) {
        Ok(Ok(pdf)) => pdf,
        Ok(Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected))) => {
            tell(News::Unreadable(Unreadable::Password));
            return;
        }
        Ok(Err(LoadPdfError::Decryption(_))) => {
            tell(News::Unreadable(Unreadable::Encryption));
            return;
        }
        Ok(Err(LoadPdfError::Invalid)) | Err(_) => {
            tell(News::Unreadable(Unreadable::Damaged));
            return;
        }
    };
    let bomb = catch_unwind(AssertUnwindSafe(|| holds_a_bomb(&pdf))).unwrap_or(false);
    if bomb {
        tell(News::Unreadable(Unreadable::Bomb));
        return;
    }
    let declared = catch_unwind(AssertUnwindSafe(|| declared_pages(&pdf))).unwrap_or(None);
    let found = u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX);
    if !tell(News::Pages { declared, found }) {
        return;
    }
    let mut cache = InterpreterCache::new();
    for page in pdf.pages().iter() {
        let mut device = Pen::new(page);
        let drawn = catch_unwind(AssertUnwindSafe(|| draw(&pdf, page, &cache, &mut device)));
        let sheet = match drawn {
            Ok(()) => Some(device.into_sheet(false)),
            Err(thrown) if thrown.is::<Enough>() => Some(device.into_sheet(true)),
            Err(_) => {
                // What was being put in there when it failed isn't known.
                cache = InterpreterCache::new();
                None
            }
        };
        if !tell(News::Page(sheet)) {
            return;
        }
    }
}

fn draw<'a>(pdf: &'a Pdf, page: &Page<'a>, cache: &InterpreterCache<'a>, device: &mut Pen) {
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let transform = page.initial_transform(true).to_kurbo();
    let settings = InterpreterSettings::default();
    let mut context = Context::new(transform, bounds, cache, pdf.xref(), settings);
    interpret_page(page, &mut context, device);
    if page.page_stream().is_none() && page.raw().contains_key("Contents") {
        device.sheet.missing = true;
    }
    device.sheet.broken = is_broken(page);
}

/// Whether the drawing instructions of a page are damaged: read as far as they go, they would pass
/// for a page that says no more.
fn is_broken(page: &Page<'_>) -> bool {
    let contents = page.raw().get::<Object<'_>>("Contents");
    let streams: Vec<Stream<'_>> = match contents {
        Some(Object::Stream(stream)) => vec![stream],
        Some(Object::Array(parts)) => parts.iter::<Stream<'_>>().collect(),
        _ => Vec::new(),
    };
    streams.iter().any(|stream| {
        stream.filters().as_slice() == [Filter::FlateDecode] && !is_whole(&stream.raw_data())
    })
}

/// The number of pages that the page tree says it has.
fn declared_pages(pdf: &Pdf) -> Option<u32> {
    let catalogue: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    catalogue.get::<Dict<'_>>("Pages")?.get::<u32>("Count")
}

/// Whether any stream that will be read unfolds to too much. Those of one usual filter were looked
/// at in the file itself, before the crate saw it; here come the others, and encrypted ones.
fn holds_a_bomb(pdf: &Pdf) -> bool {
    pdf.objects().into_iter().any(|object| {
        let Object::Stream(stream) = object else { return false };
        let mut folds = Vec::new();
        for filter in stream.filters() {
            folds.push(match filter {
                Filter::FlateDecode => Fold::Flate,
                Filter::LzwDecode => Fold::Lzw,
                Filter::RunLengthDecode => Fold::RunLength,
                Filter::AsciiHexDecode => Fold::Hex,
                Filter::Ascii85Decode => Fold::Base85,
                Filter::Crypt => continue,
                // Pictures aren't unfolded.
                _ => return false,
            });
        }
        is_bomb(&stream.raw_data(), &folds)
    })
}

/// Text that stands in the place of a stretch of glyphs.
struct Instead {
    from: usize,
    text: Option<String>,
    edge: bool,
}

/// The device that pages are drawn on: it notes what it is told to draw.
struct Pen {
    sheet: Sheet,
    /// How much of its box each glyph fills.
    inks: HashMap<GlyphIdentifier, f32>,
    /// The marked contents that are open.
    marks: Vec<Instead>,
    /// How many more are open within those.
    deeper: usize,
    strokes: Strokes,
    shapes: usize,
    /// How many glyphs were drawn, beside the page, too.
    seen: usize,
}

impl Pen {
    fn new(page: &Page<'_>) -> Self {
        let (width, height) = page.render_dimensions();
        let sheet = Sheet { width, height, ..Sheet::default() };
        Self {
            sheet,
            inks: HashMap::new(),
            marks: Vec::new(),
            deeper: 0,
            strokes: Strokes::default(),
            shapes: 0,
            seen: 0,
        }
    }

    fn into_sheet(mut self, cut: bool) -> Sheet {
        self.sheet.cut = cut;
        self.sheet.rules = self.strokes.into_rules();
        self.sheet.pictures |= self.shapes >= SHAPES_OF_A_PICTURE;
        self.sheet
    }

    fn path(&mut self, path: &BezPath, transform: Affine, mode: &DrawMode) {
        self.shapes += 1;
        if matches!(mode, DrawMode::Fill(_)) {
            // A row of boxes may be one path.
            let mut part = BezPath::new();
            for element in path.elements().iter().chain([&PathEl::MoveTo(Point::ZERO)]) {
                if matches!(element, PathEl::MoveTo(_)) && !part.elements().is_empty() {
                    if is_box(&part) {
                        let own = transform.transform_rect_bbox(part.bounding_box());
                        self.strokes.fill(area(own));
                    }
                    part = BezPath::new();
                }
                part.push(*element);
            }
            return;
        }
        // What has curves is a drawing.
        let curved = |element: &PathEl| matches!(element, PathEl::QuadTo(..) | PathEl::CurveTo(..));
        if path.elements().iter().any(curved) {
            return;
        }
        let place = |at: Point| {
            let at = transform * at;
            (at.x as f32, at.y as f32)
        };
        let (mut start, mut last) = (Point::ZERO, Point::ZERO);
        for element in path.elements() {
            let to = match element {
                PathEl::MoveTo(to) => {
                    (start, last) = (*to, *to);
                    continue;
                }
                PathEl::LineTo(to) => *to,
                _ => start,
            };
            self.strokes.line(place(last), place(to));
            last = to;
        }
    }

    fn glyph(&mut self, glyph: &Drawn<'_>, transform: Affine) {
        if self.seen >= GLYPHS_OF_A_PAGE {
            resume_unwind(Box::new(Enough));
        }
        self.seen += 1;
        let origin = transform * Point::ZERO;
        let up = transform * Point::new(0.0, 1000.0) - origin;
        let along = transform * Point::new(1000.0, 0.0) - origin;
        let size = up.hypot();
        let on_page = (-size..=f64::from(self.sheet.width) + size).contains(&origin.x)
            && (-size..=f64::from(self.sheet.height) + size).contains(&origin.y);
        if !on_page || !size.is_finite() || !along.x.is_finite() || size < 0.1 {
            return;
        }
        let (advance, ink) = match glyph {
            Drawn::Outline(outline) => {
                let advance = outline.advance_width().unwrap_or(500.0);
                let ink = self.inks.entry(outline.identifier()).or_insert_with(|| {
                    let area = outline.outline().area().abs();
                    (area / (f64::from(advance).max(100.0) * 1000.0)) as f32
                });
                (advance, *ink)
            }
            Drawn::Type3(glyph) => (glyph.advance_width().unwrap_or(500.0), 0.0),
        };
        let turn = along.y.atan2(along.x).to_degrees().round().rem_euclid(360.0) as u16 % 360;
        let edge = self.marks.iter().any(|mark| mark.edge);
        let letters = match glyph.as_unicode() {
            Some(BfString::Char(c)) => spelt(c.encode_utf8(&mut [0; 4])),
            Some(BfString::String(text)) => spelt(&text),
            None => vec!['\u{fffd}'],
        };
        // Letters that are drawn as one share its width.
        let step = along * (f64::from(advance) / 1000.0 / letters.len().max(1) as f64);
        let mut at = origin;
        for c in letters.into_iter().take(LETTERS) {
            let (x, y, size) = (at.x as f32, at.y as f32, size as f32);
            let end = x + step.hypot() as f32;
            self.sheet.glyphs.push(Glyph { c, x, y, end, size, ink, turn, edge });
            at += step;
        }
    }

    /// Puts the text that the document gives in the place of the glyphs that it stands for.
    fn replace(&mut self, from: usize, text: &str) {
        let own = self.sheet.glyphs.get(from..).unwrap_or_default();
        let (Some(first), Some(last)) = (own.first().copied(), own.last()) else { return };
        let one_line = own
            .iter()
            .all(|glyph| glyph.turn == first.turn && (glyph.y - first.y).abs() < first.size / 2.0);
        let width = last.end - first.x;
        let chars: Vec<char> = text.chars().filter(|c| !c.is_control()).collect();
        if !one_line || first.turn != 0 || width < 0.0 || chars.len() > 4 * own.len() + 8 {
            return;
        }
        self.sheet.glyphs.truncate(from);
        let step = width / chars.len().max(1) as f32;
        let mut x = first.x;
        for c in chars {
            self.sheet.glyphs.push(Glyph { c, x, end: x + step, ..first });
            x += step;
        }
    }
}

/// A box in the terms of this project.
fn area(of: Rect) -> Area {
    Area { x0: of.x0 as f32, y0: of.y0 as f32, x1: of.x1 as f32, y1: of.y1 as f32 }
}

/// Whether a path is a box along the axes.
fn is_box(path: &BezPath) -> bool {
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

impl<'a> Device<'a> for Pen {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.path(path, props.transform, mode);
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        self.shapes += 1;
        let own = area(props.transform.transform_rect_bbox(*rect));
        match mode {
            DrawMode::Fill(_) => self.strokes.fill(own),
            _ => self.strokes.outline(own),
        }
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        // Type that is filled and stroked is told twice.
        let again = matches!(mode, DrawMode::Stroke(_))
            && run.glyphs().last().zip(self.sheet.glyphs.last()).is_some_and(|(new, old)| {
                let at = props.transform * new.transform() * Point::ZERO;
                (at.x as f32 - old.x).abs() < 0.01 && (at.y as f32 - old.y).abs() < 0.01
            });
        if !again {
            for glyph in run.glyphs() {
                self.glyph(glyph, props.transform * glyph.transform());
            }
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.sheet.pictures = true;
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        if self.marks.len() >= MARKS {
            self.deeper += 1;
            return;
        }
        let text = properties
            .and_then(|properties| properties.get::<PdfString<'_>>("ActualText"))
            .map(|text| decoded(text.as_bytes()));
        let edge = tag == b"Artifact"
            && properties
                .and_then(|properties| properties.get::<Name<'_>>("Type"))
                .is_some_and(|kind| kind.as_str() == "Pagination");
        self.marks.push(Instead { from: self.sheet.glyphs.len(), text, edge });
    }

    fn end_marked_content(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        if let Some(Instead { from, text: Some(text), .. }) = self.marks.pop() {
            self.replace(from, &text);
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_clip_rect(&mut self, _: &Rect) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
