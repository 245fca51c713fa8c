//! A report that is written while assessments come about: a thousand needn't be held at once.

use std::io::{self, ErrorKind, Write};
use std::ops::ControlFlow;

use super::assess::Assessing;
use crate::result::{Gated, Pieces};
use crate::source::Fault;

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// How many inputs couldn't be assessed.
    pub unassessed: usize,
    /// How many of the assessments the gate fails.
    pub failing: usize,
}

impl Assessing<'_> {
    /// Assesses each force, and writes what comes of it piece by piece. Where whoever reads it goes
    /// away, nobody wants the rest, and that is no fault; `unwritten` is the fault of anything else.
    ///
    /// # Errors
    ///
    /// What a piece fails with, what `out` fails with; a fault where no threads can be started.
    pub fn write(
        self,
        pieces: Pieces,
        out: &mut dyn Write,
        unwritten: impl Fn(&io::Error) -> Fault,
    ) -> Result<Written, Vec<Fault>> {
        let Pieces { head, piece, between, tail, .. } = pieces;
        let run = self.run();
        let (mut assessed, mut failing) = (0, 0);
        let mut put = |bytes: Result<Vec<u8>, Fault>| -> Result<ControlFlow<()>, Fault> {
            match out.write_all(&bytes?).and_then(|()| out.flush()) {
                Ok(()) => Ok(ControlFlow::Continue(())),
                Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(ControlFlow::Break(())),
                Err(error) => Err(unwritten(&error)),
            }
        };
        let mut flow = put(head(&run));
        let work = |gated: Gated| (piece(&run, &gated), gated.fails());
        self.each(work, |(piece, fails)| {
            let lead = if assessed > 0 { between } else { b"" };
            assessed += 1;
            failing += usize::from(fails);
            if let Ok(ControlFlow::Continue(())) = flow {
                flow = put(piece.map(|piece| [lead, &piece].concat()));
            }
            // What the gate fails is counted to the end, whoever reads on.
            if flow.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        if let Ok(ControlFlow::Continue(())) = flow {
            flow = put(tail(&run, assessed, failing));
        }
        let _ = flow.map_err(|fault| vec![fault])?;
        Ok(Written { unassessed: run.unassessed, failing })
    }
}
