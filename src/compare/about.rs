//! What a comparison is of, known before any force is assessed.

use super::asked::Asked;
use super::territory::Lost;
use crate::result::Run;

/// What a comparison is of.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// What the assessments rest on.
    pub run: &'a Run,
    /// Whether some were assessed by other rules than the rest.
    pub other_rules: bool,
    /// The inputs that came to no assessment.
    pub lost: &'a [Lost],
    /// What is asked.
    pub asked: &'a Asked,
    /// Whether it is of one force, so that the rows are its dates.
    pub alone: bool,
}
