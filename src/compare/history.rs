//! A force over its dates.

use super::Changes;
use crate::result::Gated;
use crate::rulebook::ForceId;

/// A force of which there are several dates.
#[derive(Clone, Debug)]
pub struct History<'a> {
    /// Its assessments, the oldest first: two at least.
    pub dates: Vec<&'a Gated>,
    /// What changed from each to the next.
    pub steps: Vec<Changes<'a>>,
}

impl<'a> History<'a> {
    /// Of the assessments of one force, the oldest first; nothing where there is one alone.
    #[must_use]
    pub fn of(dates: &'a [Gated]) -> Option<Self> {
        let steps = dates.iter().zip(dates.iter().skip(1));
        let steps: Vec<_> = steps.map(|(was, is)| Changes::between(was, is)).collect();
        (!steps.is_empty()).then(|| Self { dates: dates.iter().collect(), steps })
    }

    /// Each date with what changed since the one before: nothing for the first.
    pub fn with_steps(&self) -> impl Iterator<Item = (&'a Gated, Option<&Changes<'a>>)> {
        let steps = std::iter::once(None).chain(self.steps.iter().map(Some));
        self.dates.iter().copied().zip(steps)
    }

    /// The force.
    #[must_use]
    pub fn force(&self) -> Option<&'a ForceId> {
        self.dates.first().map(|of| &of.assessment.force)
    }
}
