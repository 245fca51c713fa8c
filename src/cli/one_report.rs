//! The one report of a command that makes no other: where it goes, and that it can go there.

use std::path::Path;

use super::output::{self, NewFile};
use super::pager;
use super::terminal::Terminal;
use crate::check::STDIN;
use crate::report::{Readers, sealed};
use crate::source::Fault;

/// A report, as it was asked for.
pub(super) struct OneReport<'a> {
    /// The format's name.
    pub(super) format: &'static str,
    /// Whether that is no text.
    pub(super) binary: bool,
    /// Who reads it.
    pub(super) readers: Readers,
    /// Where it goes; to standard output where nobody says.
    pub(super) output: Option<&'a Path>,
    /// Whether it may take the place of what somebody went on writing in.
    pub(super) overwrite: bool,
}

impl OneReport<'_> {
    /// Checks, before any work is done, that it can be written.
    pub(super) fn check(&self) -> Result<(), Vec<Fault>> {
        let one = |fault| vec![fault];
        match self.file() {
            Some(file) => output::check(file, self.may_replace(file)).map_err(one),
            None if self.binary && Terminal::is_shown() => {
                Err(one(output::binary_to_terminal(self.format)))
            }
            None => Ok(()),
        }
    }

    /// Writes it, or prints it.
    pub(super) fn put(&self, bytes: Vec<u8>, terminal: &Terminal) -> Result<(), Vec<Fault>> {
        match self.file() {
            Some(file) => output::write_all(&[NewFile {
                path: file.to_owned(),
                bytes: sealed(bytes, self.readers),
                overwrite: self.may_replace(file),
            }])
            .map_err(|fault| vec![fault]),
            None if self.readers == Readers::Screen => pager::show(&bytes, terminal),
            None => Terminal::print_bytes(&bytes),
        }
    }

    /// The file that it goes to.
    pub(super) fn file(&self) -> Option<&Path> {
        file(self.output)
    }

    /// Whether it may take the place of a file that is there.
    pub(super) fn may_replace(&self, file: &Path) -> bool {
        self.overwrite || output::may_be_replaced(file, self.readers)
    }
}

/// The file of an `--output`: `-` is standard output.
pub(super) fn file(output: Option<&Path>) -> Option<&Path> {
    output.filter(|file| *file != Path::new(STDIN))
}
