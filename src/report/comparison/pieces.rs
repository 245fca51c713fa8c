//! A comparison that is written one date of a force after the other, so that neither a territory nor its
//! many years need be held.

use std::borrow::Borrow;

use crate::compare::{About, Comparison, Dates, OneDate, Stretch};
use crate::result::Gated;
use crate::source::Fault;

/// The pieces of which a report is put together, in this order.
#[derive(Clone, Copy, Debug)]
pub struct ComparisonPieces {
    /// What stands before the first force.
    pub head: fn(&About<'_>) -> Result<Vec<u8>, Fault>,
    /// Which dates of each force it is of.
    pub dates: fn(&About<'_>) -> Dates,
    /// One date.
    pub date: fn(&About<'_>, OneDate<'_>) -> Result<ComparisonPiece, Fault>,
    /// What stands after the last: how many forces there are.
    pub tail: fn(&About<'_>, forces: usize) -> Result<Vec<u8>, Fault>,
}

/// What is written of dates of one force.
#[derive(Debug, Default)]
pub struct ComparisonPiece {
    /// What is written at once.
    pub at_once: Vec<u8>,
    /// What is written when the force is done.
    pub at_end: Vec<u8>,
    /// Whether it is done with them.
    pub is_last: bool,
}

impl ComparisonPieces {
    /// Some dates of a force.
    ///
    /// # Errors
    ///
    /// What a date, or its assessment, fails with.
    pub fn stretch<G: Borrow<Gated>>(
        self,
        about: &About<'_>,
        stretch: &Stretch,
        assessments: impl Iterator<Item = Result<G, Fault>>,
    ) -> Result<ComparisonPiece, Fault> {
        let mut all = ComparisonPiece::default();
        stretch.each(assessments, |date| {
            let ComparisonPiece { at_once, at_end, .. } = (self.date)(about, date)?;
            all.at_once.extend(at_once);
            all.at_end.extend(at_end);
            all.is_last = date.after == 0;
            Ok(())
        })?;
        Ok(all)
    }

    /// The report of a comparison that is there as a whole.
    ///
    /// # Errors
    ///
    /// What a piece fails with.
    pub fn put_together(self, comparison: &Comparison<'_>) -> Result<Vec<u8>, Fault> {
        let about = comparison.about();
        let mut out = (self.head)(&about)?;
        let mut waiting = Vec::new();
        for dates in comparison.each_force() {
            for stretch in (self.dates)(&about).stretches(dates.len()) {
                let own = dates.get(stretch.places.clone()).unwrap_or_default();
                let piece = self.stretch(&about, &stretch, own.iter().map(Ok))?;
                out.extend(piece.now(&mut waiting));
            }
        }
        out.extend((self.tail)(&about, comparison.forces)?);
        Ok(out)
    }
}

impl ComparisonPiece {
    /// What of it is written now; the rest waits until the force is done.
    pub fn now(self, waiting: &mut Vec<u8>) -> Vec<u8> {
        let Self { mut at_once, at_end, is_last } = self;
        waiting.extend(at_end);
        if is_last {
            at_once.append(waiting);
        }
        at_once
    }
}
