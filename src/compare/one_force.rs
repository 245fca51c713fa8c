//! One force of a comparison by itself, so that reports which need no more of the others hold one at a
//! time.

use super::asked::Asked;
use super::between::Changes;
use super::history::with_steps;
use super::territory::Lost;
use crate::result::{Gated, Run};

/// What a comparison is of: known before any force is assessed.
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

/// A force at each of its dates.
#[derive(Clone, Copy, Debug)]
pub struct OneForce<'a> {
    /// Its assessments, the oldest first.
    pub dates: &'a [Gated],
    /// What changed from each to the next.
    pub steps: &'a [Changes<'a>],
}

impl<'a> OneForce<'a> {
    /// Its rows, each with what changed since the date before: the latest date, or every date where no
    /// other force is compared.
    pub fn rows(
        self,
        about: &About<'_>,
    ) -> impl Iterator<Item = (&'a Gated, Option<&'a Changes<'a>>)> {
        let first = if about.alone { 0 } else { self.dates.len().saturating_sub(1) };
        with_steps(self.dates.iter(), self.steps).skip(first)
    }
}
