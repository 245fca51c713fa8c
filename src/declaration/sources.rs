//! The documents that evidence is quoted from.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::source::{Fault, Text, read_file};

/// Gives the text of a source by the name under which a declaration knows its file.
pub trait Sources {
    /// The text of a source.
    ///
    /// # Errors
    ///
    /// A fault where there is no such file, or no text can be had from it.
    fn read(&self, name: &str) -> Result<Arc<Text>, Fault>;
}

/// Sources in a folder: that of the declaration. Each is read once.
#[derive(Debug, Default)]
pub struct Folder {
    path: PathBuf,
    read: RefCell<BTreeMap<String, Result<Arc<Text>, Fault>>>,
}

impl Folder {
    /// The sources in a folder.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self { path, read: RefCell::default() }
    }
}

impl Sources for Folder {
    fn read(&self, name: &str) -> Result<Arc<Text>, Fault> {
        let mut read = self.read.borrow_mut();
        read.entry(name.to_owned()).or_insert_with(|| read_file(&self.path.join(name))).clone()
    }
}

/// No sources at all: every quote stays unchecked.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoSources;

impl Sources for NoSources {
    fn read(&self, name: &str) -> Result<Arc<Text>, Fault> {
        Err(Fault::whole("file::not-found", format!("`{name}` isn't looked for")))
    }
}
