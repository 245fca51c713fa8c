//! A report that is written while assessments come about: a thousand needn't be held at once.

use std::io::{self, BufWriter, ErrorKind, Write, stdout};
use std::ops::ControlFlow;
use std::path::Path;

use super::output;
use super::status::Status;
use crate::check::Assessing;
use crate::report::Pieces;
use crate::source::Fault;

/// How much is written at a time, in bytes: an assessment has some hundred thousand.
const BUFFER: usize = 1 << 16;

/// A report, and where it goes.
pub(super) struct Streamed<'a> {
    pub(super) pieces: Pieces,
    /// Its file; standard output where there is none.
    pub(super) file: Option<&'a Path>,
    pub(super) overwrite: bool,
}

impl Streamed<'_> {
    /// Assesses, and writes each assessment when it is done.
    pub(super) fn write(&self, assessing: Assessing<'_>) -> Result<Status, Vec<Fault>> {
        match self.file {
            Some(file) => output::write_through(file, self.overwrite, |out| {
                self.write_to(out, assessing, |error| output::unwritten(file, error))
            }),
            None => {
                let unwritten = |error: &io::Error| {
                    let message = format!("the result couldn't be written: {error}");
                    Fault::whole("output::unwritten", message)
                };
                let mut out = BufWriter::with_capacity(BUFFER, stdout().lock());
                self.write_to(&mut out, assessing, unwritten)
            }
        }
    }

    fn write_to(
        &self,
        out: &mut dyn Write,
        assessing: Assessing<'_>,
        unwritten: impl Fn(&io::Error) -> Fault,
    ) -> Result<Status, Vec<Fault>> {
        let Pieces { head, piece, between, tail, .. } = self.pieces;
        let run = assessing.run();
        let (mut assessed, mut failing) = (0, 0);
        // A reader that went away is no fault: nobody wants the rest.
        let mut gone = false;
        let mut put = |bytes: &[u8]| match out.write_all(bytes) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                gone = true;
                Ok(())
            }
            other => other.map_err(|error| vec![unwritten(&error)]),
        };
        put(&head(&run).map_err(|fault| vec![fault])?)?;
        let mut failed = None;
        let written = |gated: crate::result::Gated| (piece(&gated), gated.fails());
        assessing.each(written, |(piece, fails)| {
            let lead = if assessed > 0 { between } else { b"" };
            assessed += 1;
            failing += usize::from(fails);
            let piece = piece.map_err(|fault| vec![fault]);
            match piece.and_then(|piece| put(lead).and_then(|()| put(&piece))) {
                Ok(()) => ControlFlow::Continue(()),
                Err(faults) => {
                    failed = Some(faults);
                    ControlFlow::Break(())
                }
            }
        })?;
        if let Some(faults) = failed {
            return Err(faults);
        }
        put(&tail(&run, assessed, failing).map_err(|fault| vec![fault])?)?;
        match out.flush() {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(vec![unwritten(&error)]),
            _ if run.incomplete() => Ok(Status::Wrong),
            _ if failing > 0 => Ok(Status::Failed),
            _ => Ok(Status::Done),
        }
    }
}
