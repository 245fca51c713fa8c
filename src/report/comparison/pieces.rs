//! A comparison that is written one force at a time, so that a territory over many years needn't be held.

use crate::compare::{About, Comparison, OneForce};
use crate::source::Fault;

/// The pieces of which a report is put together, in this order.
#[derive(Clone, Copy, Debug)]
pub struct ComparisonPieces {
    /// What stands before the first force.
    pub head: fn(&About<'_>) -> Result<Vec<u8>, Fault>,
    /// One force.
    pub force: fn(&About<'_>, OneForce<'_>) -> Result<Vec<u8>, Fault>,
    /// What stands after the last: how many forces there are.
    pub tail: fn(&About<'_>, forces: usize) -> Result<Vec<u8>, Fault>,
}

impl ComparisonPieces {
    /// The report of a comparison that is there as a whole.
    ///
    /// # Errors
    ///
    /// What a piece fails with.
    pub fn put_together(self, comparison: &Comparison<'_>) -> Result<Vec<u8>, Fault> {
        let about = comparison.about();
        let mut out = (self.head)(&about)?;
        for force in comparison.each_force() {
            out.extend((self.force)(&about, force)?);
        }
        out.extend((self.tail)(&about, comparison.forces)?);
        Ok(out)
    }
}
