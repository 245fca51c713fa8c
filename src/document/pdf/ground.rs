//! What lies behind and over the text of a page while it is drawn: boxes that are filled, pictures, and how much
//! of the page is shown.

use hayro_interpret::kurbo::{Affine, BezPath, Rect, Shape};
use hayro_interpret::{BlendMode, DrawMode, DrawProps, Paint as Drawn};

use super::area::Area;
use super::sheet::{Ground, Paint, Painted};

/// How many boxes and pictures of one page are kept.
const MOST: usize = 3_000;
/// How many clips and groups are followed into one another.
const DEEPEST: usize = 1_000;
/// What is painted thinner than this nobody sees, and through what is denser than this, nothing.
const THIN: f32 = 0.05;
const DENSE: f32 = 0.95;

/// What lies behind and over the text that is drawn next.
#[derive(Debug, Default)]
pub(super) struct Grounds {
    grounds: Vec<Ground>,
    clips: Vec<Rect>,
    /// For each group that is open, how thickly it is painted, and whether it lies over what is below.
    groups: Vec<(f32, bool)>,
    /// How many more clips and groups are open.
    deeper_clips: usize,
    deeper_groups: usize,
}

impl Grounds {
    /// What was painted, in order.
    pub(super) fn into_grounds(self) -> Vec<Ground> {
        self.grounds
    }

    /// Notes a box that is filled.
    pub(super) fn fill(&mut self, own: Rect, is_box: bool, props: &DrawProps<'_>) {
        let (colour, opacity) = colour(&props.paint);
        let plain = props.blend_mode == BlendMode::Normal && props.soft_mask.is_none();
        let over = self.groups.iter().all(|(opacity, plain)| *plain && *opacity >= DENSE);
        let shown = self.shown(own);
        if shown.area() < 1.0 || opacity < THIN {
            return;
        }
        let dense = is_box && plain && over && opacity >= DENSE;
        self.push(shown, colour.filter(|_| is_box), dense && colour.is_some(), false);
    }

    /// Notes a picture, which fills the unit square.
    pub(super) fn picture(&mut self, transform: Affine, width: u32, height: u32) {
        let own = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let shown = self.shown(transform.transform_rect_bbox(own));
        self.push(shown, None, false, true);
    }

    fn push(&mut self, own: Rect, colour: Option<[u8; 3]>, dense: bool, picture: bool) {
        if self.grounds.len() < MOST {
            self.grounds.push(Ground { area: area(own), colour, dense, picture });
        }
    }

    /// Begins to show no more than what lies in a path.
    pub(super) fn clip(&mut self, path: &BezPath) {
        self.clip_to(path.bounding_box());
    }

    /// The same for a box.
    pub(super) fn clip_to(&mut self, own: Rect) {
        if self.clips.len() >= DEEPEST {
            self.deeper_clips += 1;
        } else {
            self.clips.push(self.shown(own));
        }
    }

    /// Ends that.
    pub(super) fn unclip(&mut self) {
        if self.deeper_clips > 0 {
            self.deeper_clips -= 1;
        } else {
            self.clips.pop();
        }
    }

    /// Begins a group.
    pub(super) fn group(&mut self, opacity: f32, plain: bool) {
        if self.groups.len() >= DEEPEST {
            self.deeper_groups += 1;
        } else {
            self.groups.push((opacity, plain));
        }
    }

    /// Ends it.
    pub(super) fn ungroup(&mut self) {
        if self.deeper_groups > 0 {
            self.deeper_groups -= 1;
        } else {
            self.groups.pop();
        }
    }

    fn shown(&self, own: Rect) -> Rect {
        self.clips.last().map_or(own, |clip| clip.intersect(own))
    }

    /// How a run of glyphs is painted.
    pub(super) fn paint(&self, props: &DrawProps<'_>, mode: &DrawMode) -> Paint {
        let (colour, opacity) = colour(&props.paint);
        let thin = opacity < THIN || self.groups.iter().any(|(opacity, _)| *opacity < THIN);
        let how =
            if thin || matches!(mode, DrawMode::Invisible) { Painted::Not } else { Painted::Shown };
        let after = u32::try_from(self.grounds.len()).unwrap_or(u32::MAX);
        Paint { colour: colour.filter(|_| props.soft_mask.is_none()), how, after }
    }

    /// Whether a point lies outside what is shown, by more than a little.
    pub(super) fn cuts_off(&self, x: f64, y: f64) -> bool {
        self.clips.last().is_some_and(|clip| !clip.inflate(1.0, 1.0).contains((x, y)))
    }
}

/// The colour of a paint, where it has one, and how thickly it is painted.
fn colour(paint: &Drawn<'_>) -> (Option<[u8; 3]>, f32) {
    match paint {
        Drawn::Color(colour) => {
            let rgba = colour.to_rgba();
            let [red, green, blue, _] = rgba.to_rgba8();
            (Some([red, green, blue]), rgba.components()[3])
        }
        Drawn::Pattern(_) => (None, 1.0),
    }
}

/// A box in the terms of this project.
pub(super) fn area(of: Rect) -> Area {
    Area { x0: of.x0 as f32, y0: of.y0 as f32, x1: of.x1 as f32, y1: of.y1 as f32 }
}
