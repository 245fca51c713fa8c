//! Stands in for `hayro-ccitt`: no picture is decoded.

/// Why a picture can't be decoded: none can.
#[derive(Debug)]
pub struct DecodeError;

/// Takes the rows of a picture.
pub trait Decoder {
    /// The next row: where it turns from white to black, and back.
    fn push_row(&mut self, changes: &[u32]);
}

/// How to decode.
#[derive(Clone, Copy, Debug)]
pub struct DecodeSettings {
    /// How many points wide the picture is.
    pub columns: u32,
    /// How many points high it is.
    pub rows: u32,
    /// Whether a mark may end it.
    pub end_of_block: bool,
    /// Whether marks end its lines.
    pub end_of_line: bool,
    /// Whether each row begins with a byte of its own.
    pub rows_are_byte_aligned: bool,
    /// In which way it is written.
    pub encoding: EncodingMode,
    /// Whether to give up at the first mistake.
    pub strict: bool,
}

/// A way in which pictures are written.
#[derive(Clone, Copy, Debug)]
pub enum EncodingMode {
    /// Each row by how it differs from the one before.
    Group4,
    /// Each row for itself.
    #[allow(non_camel_case_types, reason = "the name is asked for")]
    Group3_1D,
    /// Either.
    #[allow(non_camel_case_types, reason = "the name is asked for")]
    Group3_2D,
}

/// What decoding goes by.
#[derive(Debug)]
pub struct DecoderContext;

impl DecoderContext {
    /// Takes how to decode.
    #[must_use]
    pub fn new(_settings: DecodeSettings) -> Self {
        Self
    }
}

/// Decodes a picture.
///
/// # Errors
///
/// Always.
pub fn decode(
    _data: &[u8],
    _decoder: &mut impl Decoder,
    _context: &mut DecoderContext,
) -> Result<usize, DecodeError> {
    Err(DecodeError)
}
