//! Stands in for `zune-jpeg`: no picture is decoded.

use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;

/// What `zune-jpeg` has of `zune-core`.
pub mod zune_core {
    /// Bytes of a picture.
    pub mod bytestream {
        use std::marker::PhantomData;

        /// Those that aren't read.
        #[derive(Clone, Copy, Debug)]
        pub struct ZCursor<T>(PhantomData<T>);

        impl<T> ZCursor<T> {
            /// Lets them be.
            #[must_use]
            pub fn new(_buffer: T) -> Self {
                Self(PhantomData)
            }
        }
    }

    /// In what pictures measure colours.
    pub mod colorspace {
        use std::num::NonZeroU32;

        /// One of them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ColorSpace {
            /// Red, green and blue.
            RGB,
            /// With opacity.
            RGBA,
            /// Lightness, and two axes of colour.
            YCbCr,
            /// Shades of grey.
            Luma,
            /// With opacity.
            LumaA,
            /// The same as `YCbCr`, and black.
            YCCK,
            /// Inks.
            CMYK,
            /// So many that have no names.
            MultiBand(NonZeroU32),
        }
    }

    /// How to decode.
    pub mod options {
        use super::colorspace::ColorSpace;

        /// Nothing to choose.
        #[derive(Clone, Copy, Debug, Default)]
        pub struct DecoderOptions;

        impl DecoderOptions {
            /// The greatest width.
            #[must_use]
            pub fn set_max_width(self, _width: usize) -> Self {
                self
            }

            /// The greatest height.
            #[must_use]
            pub fn set_max_height(self, _height: usize) -> Self {
                self
            }

            /// The colours that are wanted.
            #[must_use]
            pub fn jpeg_set_out_colorspace(self, _colorspace: ColorSpace) -> Self {
                self
            }
        }
    }
}

/// Why a picture can't be decoded: none can.
#[derive(Debug)]
pub struct DecodeErrors;

/// What its head says.
#[derive(Clone, Copy, Debug)]
pub struct ImageInfo {
    /// The number of components of a colour.
    pub components: u8,
}

/// Decodes no picture.
#[derive(Debug)]
pub struct JpegDecoder<T>(ZCursor<T>);

impl<T> JpegDecoder<T> {
    /// Takes its bytes.
    #[must_use]
    pub fn new_with_options(buffer: ZCursor<T>, _options: DecoderOptions) -> Self {
        Self(buffer)
    }

    /// Reads its head.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn decode_headers(&mut self) -> Result<(), DecodeErrors> {
        Err(DecodeErrors)
    }

    /// In what it measures colours: it isn't known.
    #[must_use]
    pub fn input_colorspace(&self) -> Option<ColorSpace> {
        None
    }

    /// What its head says: nothing.
    #[must_use]
    pub fn info(&self) -> Option<ImageInfo> {
        None
    }

    /// Its width and height: they aren't known.
    #[must_use]
    pub fn dimensions(&self) -> Option<(usize, usize)> {
        None
    }

    /// Chooses anew how to decode.
    pub fn set_options(&mut self, _options: DecoderOptions) {}

    /// Decodes it.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn decode(&mut self) -> Result<Vec<u8>, DecodeErrors> {
        Err(DecodeErrors)
    }
}
