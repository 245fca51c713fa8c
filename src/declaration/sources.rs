//! The documents that evidence is quoted from.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Paper;
use crate::document;
use crate::source::{Fault, SIZE_LIMIT, Text, read_bytes};

/// Gives the text of a source by the name under which a declaration knows its file.
pub trait Sources {
    /// The text of a source.
    ///
    /// # Errors
    ///
    /// A fault where there is no such file, or no text can be had from it.
    fn read(&self, name: &str) -> Result<Arc<Text>, Fault>;
}

/// Sources in a folder: that of the declaration. Each is read once; of a document that isn't plain
/// text, the text is that of its blocks.
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
        read.entry(name.to_owned()).or_insert_with(|| text(&self.path.join(name))).clone()
    }
}

/// The text of a file: as it stands there, or as it is read out of a document.
fn text(path: &Path) -> Result<Arc<Text>, Fault> {
    let name = path.display().to_string();
    let bytes = read_bytes(path, document::SIZE_LIMIT)?;
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let plain = matches!(ending.to_ascii_lowercase().as_str(), "" | "txt" | "text" | "toml");
    if let (true, Ok(body)) = (plain, std::str::from_utf8(&bytes)) {
        if body.len() > SIZE_LIMIT {
            return Err(too_large(&name));
        }
        return Ok(Arc::new(Text::new(name, body.to_owned())));
    }
    let document = document::open(&name, &bytes)?;
    let text = Arc::clone(Paper::new(document).text());
    if text.body().len() > SIZE_LIMIT { Err(too_large(&name)) } else { Ok(text) }
}

/// The fault of a source with so much text that looking up words in it would hurt.
fn too_large(name: &str) -> Fault {
    let megabytes = SIZE_LIMIT / 1024 / 1024;
    let message = format!("the text of `{name}` is larger than {megabytes} MB");
    Fault::whole("file::too-large", message).help("save the part that is quoted as its own file")
}

/// No sources at all: every quote stays unchecked.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoSources;

impl Sources for NoSources {
    fn read(&self, name: &str) -> Result<Arc<Text>, Fault> {
        Err(Fault::whole("file::not-found", format!("`{name}` isn't looked for")))
    }
}
