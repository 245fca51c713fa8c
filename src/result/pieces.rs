//! A report that is written one assessment at a time, so that a thousand needn't be held at once.

use super::{CheckResult, Gated, Run};
use crate::source::Fault;

/// The pieces of which a report is put together, in this order.
#[derive(Clone, Copy, Debug)]
pub struct Pieces {
    /// Whether a result that is one assessment and no more is put together so, too.
    pub alone: bool,
    /// What stands before the first assessment.
    pub head: fn(&Run) -> Result<Vec<u8>, Fault>,
    /// One assessment.
    pub piece: fn(&Run, &Gated) -> Result<Vec<u8>, Fault>,
    /// What stands between two.
    pub between: &'static [u8],
    /// What stands after the last: `assessed` there are, and the gate fails `failing` of them.
    pub tail: fn(run: &Run, assessed: usize, failing: usize) -> Result<Vec<u8>, Fault>,
}

impl Pieces {
    /// The report of a result that is there as a whole.
    ///
    /// # Errors
    ///
    /// What a piece fails with.
    pub fn put_together(self, result: &CheckResult) -> Result<Vec<u8>, Fault> {
        let mut out = (self.head)(&result.run)?;
        for (at, gated) in result.assessments.iter().enumerate() {
            if at > 0 {
                out.extend(self.between);
            }
            out.extend((self.piece)(&result.run, gated)?);
        }
        let failing = result.assessments.iter().filter(|gated| gated.fails()).count();
        out.extend((self.tail)(&result.run, result.assessments.len(), failing)?);
        Ok(out)
    }
}
