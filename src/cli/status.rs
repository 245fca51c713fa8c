//! How a command ended.

use crate::result::{CheckResult, Gated};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Status {
    /// Assessed, and the gate passes.
    Done,
    /// The gate fails, or rules don't stand up to their proof.
    Failed,
    /// Some input was wrong.
    Wrong,
}

impl Status {
    /// How a command ends that came to a result.
    pub(super) fn of(result: &CheckResult) -> Self {
        Self::after(result.run.incomplete(), result.assessments.iter().any(Gated::fails))
    }

    /// The same by what counts: whether an input is missing, and whether the gate fails anything.
    pub(super) fn after(incomplete: bool, fails: bool) -> Self {
        match (incomplete, fails) {
            (true, _) => Self::Wrong,
            (false, true) => Self::Failed,
            (false, false) => Self::Done,
        }
    }
}

impl From<Status> for u8 {
    fn from(status: Status) -> Self {
        match status {
            Status::Done => 0,
            Status::Failed => 1,
            Status::Wrong => 2,
        }
    }
}
