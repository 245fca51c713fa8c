//! A figure that can't be right.

use crate::lint::finding::Sensitivity;
use crate::source::Span;

/// What is wrong somewhere: where, in the words of its block, and what.
pub(super) struct Odd {
    pub span: Span,
    pub message: String,
    pub sensitivity: Sensitivity,
}
