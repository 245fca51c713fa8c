//! An upright area of a page.

/// An upright area of a page, in points from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub x0: f32,
    pub y0: f32,
    pub x1: f32,
    pub y1: f32,
}

impl Area {
    /// Whether a point lies in it.
    pub(super) fn holds(&self, x: f32, y: f32) -> bool {
        self.x0 <= x && x <= self.x1 && self.y0 <= y && y <= self.y1
    }

    /// How much of the page it takes.
    pub(super) fn size(&self) -> f32 {
        (self.x1 - self.x0) * (self.y1 - self.y0)
    }
}
