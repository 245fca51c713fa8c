//! The sources of a declaration: files beside it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::Files;
use super::inside::Inside;
use crate::declaration::Sources;
use crate::source::{Fault, Text};

/// Sources in a folder: that of the declaration. Each is read once.
pub struct Beside<'a> {
    files: &'a dyn Files,
    folder: PathBuf,
    inside: Option<Inside>,
    read: RefCell<BTreeMap<String, Result<Arc<Text>, Fault>>>,
}

impl<'a> Beside<'a> {
    /// The sources in a folder, wherever their paths lead from there.
    #[must_use]
    pub fn new(files: &'a dyn Files, folder: &Path) -> Self {
        Self { files, folder: folder.to_owned(), inside: None, read: RefCell::default() }
    }

    /// The same where only what lies in some folders is looked for.
    #[must_use]
    pub fn inside(mut self, inside: Inside) -> Self {
        self.inside = Some(inside);
        self
    }
}

impl Sources for Beside<'_> {
    fn read(&self, name: &str) -> Result<Arc<Text>, Fault> {
        let read = || {
            let path = self.folder.join(name);
            self.inside.as_ref().map_or(Ok(()), |inside| inside.check(self.files, &path))?;
            self.files.source(&path)
        };
        self.read.borrow_mut().entry(name.to_owned()).or_insert_with(read).clone()
    }
}
