//! What is left in a document from its writing, beside its text: changes that are tracked, comments.

use super::block::Spot;

/// What something is that is left from the writing of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// Somebody says something beside the text.
    Comment,
    /// Words were added, and nobody accepted that yet: they are part of the text.
    Added,
    /// Words were deleted, and nobody accepted that yet: they are no part of the text.
    Deleted,
}

/// Something that is left from the writing of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is.
    pub kind: RemarkKind,
    /// Its words.
    pub text: String,
    /// Where it stands, or hangs on the text.
    pub spot: Spot,
}
