//! For whom a paper speaks, and how.

use super::actor::ForceName;

/// For whom a paper speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Speaker {
    /// For a force that it names.
    Force(ForceName),
    /// For a force, without naming it: "the force has …".
    Unnamed,
    /// For a force, it may be: it names none, and another body in passing. What it says a person decides.
    Doubted,
    /// For no force: whatever it says of slavery, it declares nothing.
    Nobody,
}

/// How a paper speaks.
#[derive(Clone, Debug)]
pub(super) struct Voice {
    /// For whom.
    pub speaker: Speaker,
    /// Whether "we" is the force.
    pub we: bool,
    /// Whether what names nobody speaks of the force: a force's own paper, not somebody's account.
    pub own: bool,
    /// Whether an account names others no more than in passing: what stands in its grids is the force's all the same.
    pub passing: bool,
    /// Whether it is another body's paper about the force: only what names the force speaks of it.
    pub about: bool,
}
