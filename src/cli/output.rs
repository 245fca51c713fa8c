//! What goes out of a command: files whole or not at all, and what may take the place of what is there.

use std::fs;
use std::path::Path;

pub(super) use crate::output::{
    NewFile, append, check, exists, folder, make_folder, unwritten, write, write_all, write_through,
};
use crate::report::{self, Readers};
use crate::source::Fault;

/// Whether a report may take the place of what is there without asking.
pub(super) fn may_be_replaced(path: &Path, readers: Readers) -> bool {
    path.is_file() && fs::read(path).is_ok_and(|bytes| report::may_be_replaced(&bytes, readers))
}

/// The fault of a result that has no JSON form.
pub(super) fn no_json(error: &serde_json::Error) -> Vec<Fault> {
    vec![report::no_json(error)]
}

/// The fault of what is no text and would go to a terminal.
pub(super) fn binary_to_terminal(format: &str) -> Fault {
    let message = format!("`{format}` is no text, and standard output is a terminal");
    Fault::whole("usage::binary-to-terminal", message)
        .help(format!("name a file: `--output report.{format}`"))
}
