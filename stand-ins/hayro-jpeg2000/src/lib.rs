//! Stands in for `hayro-jpeg2000`: no picture is decoded.

use std::convert::Infallible;

/// Why a picture can't be decoded: none can.
#[derive(Debug)]
pub struct DecodeError;

/// How to decode.
#[derive(Clone, Copy, Debug)]
pub struct DecodeSettings {
    /// Whether numbers of colours are to be looked up.
    pub resolve_palette_indices: bool,
    /// Whether to give up at the first mistake.
    pub strict: bool,
    /// The size that is wanted.
    pub target_resolution: Option<(u32, u32)>,
}

/// What is kept between pictures: nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct DecoderContext;

/// In what a picture measures colours.
#[derive(Debug)]
pub enum ColorSpace {
    /// Shades of grey.
    Gray,
    /// Red, green and blue.
    RGB,
    /// Inks.
    CMYK,
    /// It isn't said.
    Unknown {
        /// The number of its components.
        num_channels: u8,
    },
    /// By a profile.
    Icc {
        /// The number of its components.
        num_channels: u8,
    },
}

/// A picture: there is none.
#[derive(Debug)]
pub struct Image(Infallible);

impl Image {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn new(_data: &[u8], _settings: &DecodeSettings) -> Result<Self, DecodeError> {
        Err(DecodeError)
    }

    /// How many points wide it is.
    #[must_use]
    pub fn width(&self) -> u32 {
        match self.0 {}
    }

    /// How many points high it is.
    #[must_use]
    pub fn height(&self) -> u32 {
        match self.0 {}
    }

    /// The bits of a component.
    #[must_use]
    pub fn original_bit_depth(&self) -> u8 {
        match self.0 {}
    }

    /// In what it measures colours.
    #[must_use]
    pub fn color_space(&self) -> &ColorSpace {
        match self.0 {}
    }

    /// Whether it has opacity.
    #[must_use]
    pub fn has_alpha(&self) -> bool {
        match self.0 {}
    }

    /// Decodes it.
    ///
    /// # Errors
    ///
    /// There is nothing to decode.
    pub fn decode(&self, _context: &mut DecoderContext) -> Result<Bitmap, DecodeError> {
        match self.0 {}
    }
}

/// The points of a picture: there are none.
#[derive(Debug)]
pub struct Bitmap(Infallible);

impl Bitmap {
    /// A byte a component.
    #[must_use]
    pub fn data_u8(self) -> Vec<u8> {
        match self.0 {}
    }
}
