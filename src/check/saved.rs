//! A saved result, from wherever its file comes.

use std::path::Path;
use std::sync::Arc;

use super::files::Files;
use crate::result::{CheckResult, SIZE_LIMIT, read};
use crate::source::{Fault, Text};

/// The result that a file holds.
///
/// # Errors
///
/// A fault where the file can't be read, is too large, or holds no result that agrees with itself.
pub fn saved(files: &dyn Files, path: &Path) -> Result<CheckResult, Fault> {
    read(&text(files, path)?)
}

fn text(files: &dyn Files, path: &Path) -> Result<Arc<Text>, Fault> {
    let name = path.display().to_string();
    let bytes = files.bytes(path, SIZE_LIMIT)?;
    if bytes.len() > SIZE_LIMIT {
        let megabytes = SIZE_LIMIT / 1024 / 1024;
        let message = format!("`{name}` is larger than {megabytes} MB");
        return Err(Fault::whole("file::too-large", message).help("is this the right file?"));
    }
    match String::from_utf8(bytes) {
        Ok(body) => Ok(Arc::new(Text::new(name, body))),
        Err(_) => Err(Fault::whole("file::not-utf-8", format!("`{name}` isn't UTF-8"))
            .help("JSON is always UTF-8: a result is what `msacheck check --format json` writes")),
    }
}
