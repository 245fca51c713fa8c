//! Stands in for `moxcms`: colours to red, green and blue, as near as it takes to tell text from its ground.

use std::sync::Arc;

/// Why a colour can't be changed: it isn't said.
#[derive(Debug)]
pub struct CmsError;

/// In what a profile measures colours; what this program doesn't ask about is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataColorSpace {
    /// Lightness, and two axes of colour.
    Lab,
    /// Red, green and blue; shades of grey; inks.
    Other,
}

/// The components of a colour, a byte each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One of grey.
    Gray,
    /// Three: red, green, blue, or those of Lab.
    Rgb,
    /// Four: with opacity, or inks.
    Rgba,
}

/// A point of white, which counts for nothing here.
#[derive(Clone, Copy, Debug)]
pub struct Xyzd;

impl Xyzd {
    /// A point by its coordinates.
    #[must_use]
    pub fn new(_x: f64, _y: f64, _z: f64) -> Self {
        Self
    }
}

/// How to change colours: in one way here.
#[derive(Clone, Copy, Debug, Default)]
pub struct TransformOptions;

/// A curve of tones, which counts for nothing here.
#[derive(Clone, Copy, Debug)]
pub struct ToneReprCurve;

/// What a file says of its colours.
#[derive(Clone, Debug)]
pub struct ColorProfile {
    /// In what it measures them.
    pub color_space: DataColorSpace,
    /// The white of its paper.
    pub white_point: Xyzd,
    /// The tones of grey.
    pub gray_trc: Option<ToneReprCurve>,
    /// The tones of red.
    pub red_trc: Option<ToneReprCurve>,
}

/// Changes colours where they stand.
pub trait InPlaceTransformExecutor<V> {
    /// Changes them all.
    ///
    /// # Errors
    ///
    /// None here.
    fn transform(&self, inout: &mut [V]) -> Result<(), CmsError>;
}

/// Changes colours into others.
pub trait TransformExecutor<V> {
    /// Changes all of `src` into `dst`, three bytes each.
    ///
    /// # Errors
    ///
    /// None here.
    fn transform(&self, src: &[V], dst: &mut [V]) -> Result<(), CmsError>;
}

/// One for colours of a byte a component.
pub type Transform8BitExecutor = dyn TransformExecutor<u8> + Send + Sync;

impl ColorProfile {
    /// Reads what is needed of a profile: in what it measures.
    ///
    /// # Errors
    ///
    /// Where it is no profile.
    pub fn new_from_slice(profile: &[u8]) -> Result<Self, CmsError> {
        if profile.get(36..40) != Some(b"acsp") {
            return Err(CmsError);
        }
        let lab = profile.get(16..20) == Some(b"Lab ");
        Ok(Self::of(if lab { DataColorSpace::Lab } else { DataColorSpace::Other }))
    }

    /// That of screens.
    #[must_use]
    pub fn new_srgb() -> Self {
        Self::of(DataColorSpace::Other)
    }

    /// Grey, whatever its curve.
    #[must_use]
    pub fn new_gray_with_gamma(_gamma: f32) -> Self {
        Self::of(DataColorSpace::Other)
    }

    fn of(color_space: DataColorSpace) -> Self {
        Self { color_space, white_point: Xyzd, gray_trc: None, red_trc: None }
    }

    /// What changes colours of this profile where they stand.
    ///
    /// # Errors
    ///
    /// None here.
    pub fn create_in_place_transform_8bit(
        &self,
        layout: Layout,
        _dst: &Self,
        _options: TransformOptions,
    ) -> Result<Arc<dyn InPlaceTransformExecutor<u8> + Send + Sync>, CmsError> {
        Ok(Arc::new(self.near(layout)))
    }

    /// What changes colours of this profile into red, green and blue.
    ///
    /// # Errors
    ///
    /// None here.
    pub fn create_transform_8bit(
        &self,
        src_layout: Layout,
        _dst: &Self,
        _dst_layout: Layout,
        _options: TransformOptions,
    ) -> Result<Arc<Transform8BitExecutor>, CmsError> {
        Ok(Arc::new(self.near(src_layout)))
    }

    fn near(&self, layout: Layout) -> Near {
        match (layout, self.color_space) {
            (Layout::Gray, _) => Near::Grey,
            (Layout::Rgb, DataColorSpace::Lab) => Near::Lab,
            (Layout::Rgb, DataColorSpace::Other) => Near::Same,
            (Layout::Rgba, _) => Near::Inks,
        }
    }
}

/// How a colour comes near to that of a screen.
#[derive(Clone, Copy)]
enum Near {
    Grey,
    Same,
    Lab,
    Inks,
}

impl Near {
    fn components(self) -> usize {
        match self {
            Self::Grey => 1,
            Self::Same | Self::Lab => 3,
            Self::Inks => 4,
        }
    }

    fn rgb(self, of: &[u8]) -> [u8; 3] {
        match (self, of) {
            (Self::Grey, [grey]) => [*grey; 3],
            (Self::Same, [red, green, blue]) => [*red, *green, *blue],
            (Self::Lab, [lightness, a, b]) => from_lab(*lightness, *a, *b),
            (Self::Inks, [cyan, magenta, yellow, black]) => [cyan, magenta, yellow].map(|ink| {
                let left = u16::from(255 - ink) * u16::from(255 - black) / 255;
                u8::try_from(left).unwrap_or(u8::MAX)
            }),
            _ => [0; 3],
        }
    }
}

impl TransformExecutor<u8> for Near {
    fn transform(&self, src: &[u8], dst: &mut [u8]) -> Result<(), CmsError> {
        for (one, out) in src.chunks_exact(self.components()).zip(dst.chunks_exact_mut(3)) {
            out.copy_from_slice(&self.rgb(one));
        }
        Ok(())
    }
}

impl InPlaceTransformExecutor<u8> for Near {
    fn transform(&self, inout: &mut [u8]) -> Result<(), CmsError> {
        if matches!(self, Self::Lab) {
            for one in inout.chunks_exact_mut(3) {
                let rgb = self.rgb(one);
                one.copy_from_slice(&rgb);
            }
        }
        Ok(())
    }
}

/// Lab to the colours of a screen: CIE's formulas, with the white of paper (D50).
fn from_lab(lightness: u8, a: u8, b: u8) -> [u8; 3] {
    let high = (f32::from(lightness) / 255.0 * 100.0 + 16.0) / 116.0;
    let cube = |t: f32| {
        if t > 6.0 / 29.0 { t.powi(3) } else { (t - 4.0 / 29.0) * 3.0 * (6.0_f32 / 29.0).powi(2) }
    };
    let x = 0.9642 * cube(high + (f32::from(a) - 128.0) / 500.0);
    let y = cube(high);
    let z = 0.8249 * cube(high - (f32::from(b) - 128.0) / 200.0);
    [
        3.1339 * x - 1.6169 * y - 0.4906 * z,
        -0.9788 * x + 1.9161 * y + 0.0335 * z,
        0.0719 * x - 0.2290 * y + 1.4052 * z,
    ]
    .map(|linear| {
        let linear = linear.clamp(0.0, 1.0);
        let shown = if linear <= 0.003_130_8 {
            12.92 * linear
        } else {
            1.055 * linear.powf(1.0 / 2.4) - 0.055
        };
        (shown * 255.0).round() as u8
    })
}
