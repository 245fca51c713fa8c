//! The device that pages are drawn on: it notes the glyphs, the strokes and the text that stands for
//! glyphs.

use std::collections::HashMap;
use std::panic::resume_unwind;

use hayro_interpret::font::{Glyph as Drawn, GlyphIdentifier, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, FillRule, Image, ImageDrawProps, SoftMask,
};
use hayro_syntax::object::{Dict, Name, String as PdfString};
use hayro_syntax::page::Page;

use super::boxes::Boxes;
use super::ground::{Grounds, area};
use super::letters::{decoded, spelt};
use super::shape::{frame, is_box};
use super::sheet::{Glyph, Paint, Painted, Sheet};
use super::strokes::Strokes;
use super::work::Work;

/// How many glyphs of one page are read. The densest page of real papers has a third
/// of it.
pub(super) const GLYPHS_OF_A_PAGE: usize = 60_000;
/// How deep marked contents are followed into one another.
const MARKS: usize = 100;
/// The most letters that one glyph stands for.
const LETTERS: usize = 32;
/// So many shapes without any text may be letters drawn as shapes.
const SHAPES_OF_A_PICTURE: usize = 50;

/// What a device throws to leave a page of which enough was read.
pub(super) struct Enough;

// What it takes to draw, in steps of work: to be told of anything, of an element of a path, of a glyph.
const A_CALL: usize = 5;
const AN_ELEMENT: usize = 2;
const A_GLYPH: usize = 20;

/// Text that stands in the place of a stretch of glyphs.
struct Instead {
    from: usize,
    text: Option<String>,
    edge: bool,
}

/// The device that pages are drawn on: it notes what it is told to draw.
pub(super) struct Pen {
    sheet: Sheet,
    /// How much of its box each glyph fills.
    inks: HashMap<GlyphIdentifier, f32>,
    /// The marked contents that are open.
    marks: Vec<Instead>,
    /// How many more are open within those.
    deeper: usize,
    strokes: Strokes,
    boxes: Boxes,
    grounds: Grounds,
    shapes: usize,
    /// How many glyphs were drawn, beside the page, too.
    seen: usize,
    /// The work that is left for the document.
    work: Work,
}

impl Pen {
    pub(super) fn new(page: &Page<'_>, work: Work) -> Self {
        let (width, height) = page.render_dimensions();
        let sheet = Sheet { width, height, ..Sheet::default() };
        Self {
            sheet,
            inks: HashMap::new(),
            marks: Vec::new(),
            deeper: 0,
            strokes: Strokes::default(),
            boxes: Boxes::default(),
            grounds: Grounds::default(),
            shapes: 0,
            seen: 0,
            work,
        }
    }

    /// The work that is left for the document.
    pub(super) fn work(&self) -> Work {
        self.work
    }

    /// Takes work, and leaves the page where none is left.
    fn spend(&mut self, steps: usize) {
        if !self.work.spend(steps) {
            resume_unwind(Box::new(Enough));
        }
    }

    /// The page as it was drawn; `cut` where it was left before its end.
    pub(super) fn into_sheet(mut self, cut: bool) -> Sheet {
        self.sheet.cut = cut;
        self.boxes.write(&mut self.sheet);
        self.sheet.rules = self.strokes.into_rules();
        self.sheet.grounds = self.grounds.into_grounds();
        self.sheet.pictures |= self.shapes >= SHAPES_OF_A_PICTURE;
        self.sheet
    }

    /// Says that the page's drawing instructions aren't there.
    pub(super) fn misses_its_contents(&mut self) {
        self.sheet.missing = true;
    }

    /// The page as far as it was drawn.
    pub(super) fn sheet_mut(&mut self) -> &mut Sheet {
        &mut self.sheet
    }

    /// Says whether a font of it names a table of codes that isn't in the file.
    pub(super) fn is_foreign(&mut self, foreign: bool) {
        self.sheet.foreign = foreign;
    }

    /// Says whether the page's drawing instructions are damaged.
    pub(super) fn is_broken(&mut self, broken: bool) {
        self.sheet.broken = broken;
    }

    fn path(&mut self, path: &BezPath, props: &DrawProps<'_>, mode: &DrawMode) {
        let transform = props.transform;
        self.spend(A_CALL + AN_ELEMENT * path.elements().len());
        self.shapes += 1;
        if let DrawMode::Fill(rule) = mode {
            let odd = matches!(rule, FillRule::EvenOdd);
            if let Some(outer) = frame(path).filter(|_| odd) {
                self.strokes.outline(area(transform.transform_rect_bbox(outer)));
                return;
            }
            // A row of boxes may be one path.
            let mut part = BezPath::new();
            for element in path.elements().iter().chain([&PathEl::MoveTo(Point::ZERO)]) {
                if matches!(element, PathEl::MoveTo(_)) && !part.elements().is_empty() {
                    let own = transform.transform_rect_bbox(part.bounding_box());
                    self.grounds.fill(own, is_box(&part), props);
                    if is_box(&part) {
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
        if is_box(path) {
            self.boxes.square(area(transform.transform_rect_bbox(path.bounding_box())));
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
            self.boxes.slash(place(last), place(to));
            last = to;
        }
    }

    fn glyph(&mut self, glyph: &Drawn<'_>, transform: Affine, paint: Paint) {
        if self.seen >= GLYPHS_OF_A_PAGE {
            resume_unwind(Box::new(Enough));
        }
        self.seen += 1;
        self.spend(A_GLYPH);
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
        let cut_off = self.grounds.cuts_off(origin.x + step.x / 2.0, origin.y - 0.25 * size);
        let how = if cut_off { Painted::CutOff } else { paint.how };
        let paint = Paint { how, ..paint };
        for c in letters.into_iter().take(LETTERS) {
            let (x, y, size) = (at.x as f32, at.y as f32, size as f32);
            let end = x + step.hypot() as f32;
            self.sheet.glyphs.push(Glyph { c, x, y, end, size, ink, turn, edge, paint });
            at += step;
        }
    }
}

impl<'a> Device<'a> for Pen {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.path(path, &props, mode);
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        self.spend(A_CALL);
        self.shapes += 1;
        let own = props.transform.transform_rect_bbox(*rect);
        match mode {
            DrawMode::Fill(_) => {
                self.grounds.fill(own, true, &props);
                self.strokes.fill(area(own));
            }
            _ => {
                self.boxes.square(area(own));
                self.strokes.outline(area(own));
            }
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
            let paint = self.grounds.paint(&props, mode);
            for glyph in run.glyphs() {
                self.glyph(glyph, props.transform * glyph.transform(), paint);
            }
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.spend(A_CALL);
        self.sheet.pictures = true;
        self.grounds.picture(props.transform, image.width(), image.height());
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        self.spend(A_CALL + properties.map_or(0, |properties| properties.data().len()));
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
            self.sheet.replace(from, &text);
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.spend(A_CALL + AN_ELEMENT * clip.path.elements().len());
        self.grounds.clip(&clip.path);
    }

    fn push_clip_rect(&mut self, own: &Rect) {
        self.spend(A_CALL);
        self.grounds.clip_to(*own);
    }

    fn push_transparency_group(
        &mut self,
        opacity: f32,
        mask: Option<SoftMask<'a>>,
        mode: BlendMode,
    ) {
        self.spend(A_CALL);
        self.grounds.group(opacity, mask.is_none() && mode == BlendMode::Normal);
    }

    fn pop_clip(&mut self) {
        self.grounds.unclip();
    }

    fn pop_transparency_group(&mut self) {
        self.grounds.ungroup();
    }
}
