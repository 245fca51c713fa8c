//! Stands in for `hayro-jbig2`: no picture is decoded.

use std::convert::Infallible;

/// Why a picture can't be decoded: none can.
#[derive(Debug)]
pub struct DecodeError;

/// How to decode.
#[derive(Clone, Copy, Debug)]
pub struct DecodeSettings {
    /// Whether to give up at the first mistake.
    pub strict: bool,
}

/// Takes the points of a picture.
pub trait Decoder {
    /// The next point.
    fn push_pixel(&mut self, black: bool);
    /// The next points, eight times so many.
    fn push_pixel_chunk(&mut self, black: bool, chunk_count: u32);
    /// The end of a line.
    fn next_line(&mut self);
}

/// What several pictures share: there is none.
#[derive(Debug)]
pub struct Globals(Infallible);

impl Globals {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn new(_data: &[u8], _settings: &DecodeSettings) -> Result<Self, DecodeError> {
        Err(DecodeError)
    }
}

/// A picture: there is none.
#[derive(Debug)]
pub struct Page(Infallible);

impl Page {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn new_embedded(
        _data: &[u8],
        _globals: Option<&Globals>,
        _settings: &DecodeSettings,
    ) -> Result<Self, DecodeError> {
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

    /// Decodes it.
    ///
    /// # Errors
    ///
    /// There is nothing to decode.
    pub fn decode(&self, _decoder: &mut impl Decoder) -> Result<(), DecodeError> {
        match self.0 {}
    }
}
