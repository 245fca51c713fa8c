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

/// Pieces on their way to whoever reads them. Where they go away, nobody wants the rest, and that is no
/// fault.
pub struct Sink<'a> {
    out: &'a mut dyn Write,
    unwritten: &'a dyn Fn(&io::Error) -> Fault,
    flow: Result<ControlFlow<()>, Fault>,
}

impl<'a> Sink<'a> {
    /// To `out`; `unwritten` is the fault where that fails.
    pub fn new(out: &'a mut dyn Write, unwritten: &'a dyn Fn(&io::Error) -> Fault) -> Self {
        Self { out, unwritten, flow: Ok(ControlFlow::Continue(())) }
    }

    /// Writes a piece, unless one before it failed or nobody reads on.
    pub fn put(&mut self, piece: Result<Vec<u8>, Fault>) {
        if let Ok(ControlFlow::Continue(())) = self.flow {
            self.flow = piece.and_then(|bytes| self.write(&bytes));
        }
    }

    fn write(&mut self, bytes: &[u8]) -> Result<ControlFlow<()>, Fault> {
        match self.out.write_all(bytes).and_then(|()| self.out.flush()) {
            Ok(()) => Ok(ControlFlow::Continue(())),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(ControlFlow::Break(())),
            Err(error) => Err((self.unwritten)(&error)),
        }
    }

    /// Whether a piece failed: then there is no use in going on.
    #[must_use]
    pub fn failed(&self) -> bool {
        self.flow.is_err()
    }

    /// Whether somebody wants the next piece.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        matches!(self.flow, Ok(ControlFlow::Continue(())))
    }

    /// Ends.
    ///
    /// # Errors
    ///
    /// What the first piece that failed did so with.
    pub fn finish(self) -> Result<(), Vec<Fault>> {
        self.flow.map(|_| ()).map_err(|fault| vec![fault])
    }
}

impl Assessing<'_> {
    /// Assesses each force, and writes what comes of it piece by piece.
    ///
    /// # Errors
    ///
    /// What a piece fails with, what the sink fails with; a fault where no threads can be started.
    pub fn write(self, pieces: Pieces, mut sink: Sink<'_>) -> Result<Written, Vec<Fault>> {
        let Pieces { head, piece, between, tail, .. } = pieces;
        let run = self.run();
        let (mut assessed, mut failing) = (0, 0);
        sink.put(head(&run));
        let work = |gated: Gated| (piece(&run, &gated), gated.fails());
        self.each(work, |(piece, fails)| {
            let lead = if assessed > 0 { between } else { b"" };
            assessed += 1;
            failing += usize::from(fails);
            // What the gate fails is counted to the end, whoever reads on.
            sink.put(piece.map(|piece| [lead, &piece].concat()));
            if sink.failed() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        sink.put(tail(&run, assessed, failing));
        sink.finish()?;
        Ok(Written { unassessed: run.unassessed, failing })
    }
}
