//! A report that is written while assessments come about.

use std::io::stdout;
use std::path::Path;

use super::output;
use super::status::Status;
use super::terminal::Terminal;
use crate::check::{Assessing, Sink, Written};
use crate::result::Pieces;
use crate::source::Fault;

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
        let Written { unassessed, failing } =
            through(self.file, self.overwrite, |sink| assessing.write(self.pieces, sink))?;
        Ok(Status::after(unassessed > 0, failing > 0))
    }
}

/// Hands a sink to what writes piece by piece: of a file, or of standard output where there is none.
pub(super) fn through<T>(
    file: Option<&Path>,
    overwrite: bool,
    write: impl FnOnce(Sink<'_>) -> Result<T, Vec<Fault>>,
) -> Result<T, Vec<Fault>> {
    match file {
        Some(file) => output::write_through(file, overwrite, |out| {
            write(Sink::new(out, &|error| output::unwritten(file, error)))
        }),
        None => write(Sink::new(&mut stdout().lock(), &Terminal::unwritten)),
    }
}
