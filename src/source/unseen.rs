//! What a document holds and nobody sees.

/// The words of a document that nobody sees who looks at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unseen {
    /// Those that stand in no text that is read out of it: hidden, struck out.
    pub left_out: String,
    /// Those that do: white on white, too small to read.
    pub taken_in: String,
}
