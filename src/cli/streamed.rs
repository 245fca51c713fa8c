//! A report that is written while assessments come about.

use std::io::stdout;
use std::path::Path;

use super::output;
use super::status::Status;
use super::terminal::Terminal;
use crate::check::{Assessing, Written};
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
        let written = match self.file {
            Some(file) => output::write_through(file, self.overwrite, |out| {
                assessing.write(self.pieces, out, |error| output::unwritten(file, error))
            }),
            None => assessing.write(self.pieces, &mut stdout().lock(), Terminal::unwritten),
        };
        let Written { unassessed, failing } = written?;
        Ok(Status::after(unassessed > 0, failing > 0))
    }
}
