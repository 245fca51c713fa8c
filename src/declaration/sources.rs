//! The documents that evidence is quoted from.

use std::sync::Arc;

use crate::source::{Fault, Text};

/// Gives the text of a source by the name under which a declaration knows its file.
pub trait Sources {
    /// The text of a source.
    ///
    /// # Errors
    ///
    /// A fault where there is no such file, or no text can be had from it.
    fn read(&self, name: &str) -> Result<Arc<Text>, Fault>;
}

/// No sources at all: every quote stays unchecked.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoSources;

impl Sources for NoSources {
    fn read(&self, name: &str) -> Result<Arc<Text>, Fault> {
        Err(Fault::whole("file::not-found", format!("`{name}` isn't looked for")))
    }
}
