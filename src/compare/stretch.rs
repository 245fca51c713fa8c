//! The dates of a force, some at a time, so that reports which need no more hold two of them.

use std::borrow::Borrow;
use std::ops::Range;

use super::between::Changes;
use crate::result::Gated;

/// How many dates make a stretch: enough that it matters little that one date between two is assessed
/// for both.
const LENGTH: usize = 16;

/// Which dates of a force are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dates {
    /// All of them.
    Every,
    /// The latest, and what changed since the one before it.
    Latest,
}

/// Some dates of a force that follow each other: what is assessed in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Their places among all dates of the force, the oldest first. Before those that are asked for stands the
    /// one before them, where there is one: for what changed since.
    pub places: Range<usize>,
    from: usize,
    of: usize,
}

/// A date of a force.
#[derive(Clone, Copy, Debug)]
pub struct OneDate<'a> {
    /// What it came to.
    pub gated: &'a Gated,
    /// What changed since the date before; nothing of the first.
    pub step: Option<&'a Changes<'a>>,
    /// How many dates are before it.
    pub before: usize,
    /// How many come after it.
    pub after: usize,
}

impl Dates {
    /// A force's dates in stretches, of so many that it has.
    pub fn stretches(self, of: usize) -> impl Iterator<Item = Stretch> {
        let first = match self {
            Self::Every => 0,
            Self::Latest => of.saturating_sub(1),
        };
        (first..of).step_by(LENGTH).map(move |from| {
            let end = from.saturating_add(LENGTH).min(of);
            Stretch { places: from.saturating_sub(1)..end, from, of }
        })
    }
}

impl Stretch {
    /// Takes one date after the other, of the assessments at its places. Two are held at a time.
    ///
    /// # Errors
    ///
    /// The first that an assessment comes with, or that `take` ends with.
    pub fn each<G: Borrow<Gated>, E>(
        &self,
        assessments: impl Iterator<Item = Result<G, E>>,
        mut take: impl FnMut(OneDate<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut earlier: Option<G> = None;
        for (before, assessed) in self.places.clone().zip(assessments) {
            let assessed = assessed?;
            let gated = assessed.borrow();
            let step = earlier.as_ref().map(|was| Changes::between(was.borrow(), gated));
            if before >= self.from {
                let after = self.of.saturating_sub(before + 1);
                take(OneDate { gated, step: step.as_ref(), before, after })?;
            }
            drop(step);
            earlier = Some(assessed);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_join_and_leave_nothing_out() {
        for of in [0, 1, 2, 15, 16, 17, 33, 1000] {
            let mut next = 0;
            for stretch in Dates::Every.stretches(of) {
                assert_eq!(stretch.places.start, usize::saturating_sub(next, 1), "{of}");
                assert!(stretch.places.len() <= LENGTH + 1, "{of}");
                next = stretch.places.end;
            }
            assert_eq!(next, of);
            let latest: Vec<_> = Dates::Latest.stretches(of).map(|own| own.places).collect();
            let expected = of.saturating_sub(2)..of;
            assert_eq!(latest, (of > 0).then_some(expected).into_iter().collect::<Vec<_>>());
        }
    }
}
