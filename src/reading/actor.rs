//! Whom a sentence speaks of.

use crate::source::Span;

/// Somebody whom a sentence speaks of.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    pub who: Who,
    pub span: Span,
}

/// Whose arrangements somebody's are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// The force itself: "the force", "the constabulary".
    Own,
    /// Whoever speaks: "we".
    We,
    /// The police and crime commissioner.
    Commissioner,
    /// A police force by its name; whether it is the force itself depends on who speaks.
    Force(ForceName),
    /// Another body.
    Other,
}

/// A force's name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ForceName {
    /// A force of the table, by its place there.
    Known(usize),
    /// A name that no table knows, in lower case without "police".
    Unknown(String),
}
