//! What people decided about passages of papers: kept in a file by the paper's SHA-256, with what the
//! program suggested, so that nobody is asked twice and a later version can be held against it.
//!
//! A decision that rejects a statement takes it out of what a paper declares; one that accepts a passage,
//! changes its state, or marks words, puts it in.

mod decision;
mod file;
mod held;

pub use decision::{Decided, Decision, suggestion};
pub use file::{FILE_NAME, with_decision, without_decision};
pub use held::Decisions;
