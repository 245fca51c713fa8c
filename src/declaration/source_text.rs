//! The text of a source, in which quotes are looked up.

use std::path::Path;
use std::sync::Arc;

use super::Paper;
use crate::document;
use crate::source::{Fault, SIZE_LIMIT, Text};

/// The text of a source's bytes: as it stands there, or as it is read out of a document.
///
/// # Errors
///
/// A fault where no text can be had from it, or so much that looking up words in it would hurt.
pub fn source_text(name: &str, bytes: Vec<u8>) -> Result<Arc<Text>, Fault> {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let plain = matches!(ending.to_ascii_lowercase().as_str(), "" | "txt" | "text" | "toml");
    let bytes = if plain {
        match String::from_utf8(bytes) {
            Ok(body) if body.len() > SIZE_LIMIT => return Err(too_large(name)),
            Ok(body) => return Ok(Arc::new(Text::new(name, body))),
            Err(other) => other.into_bytes(),
        }
    } else {
        bytes
    };
    let document = Arc::new(document::open(name, bytes)?);
    let text = Arc::clone(Paper::new(Arc::clone(&document)).text());
    if text.body().len() > SIZE_LIMIT {
        return Err(too_large(name));
    }
    if document.left_out.trim().is_empty() {
        return Ok(text);
    }
    Ok(Arc::new(Text::clone(&text).with_unseen(&document.left_out)))
}

/// The fault of a source with so much text that looking up words in it would hurt.
fn too_large(name: &str) -> Fault {
    let megabytes = SIZE_LIMIT / 1024 / 1024;
    let message = format!("the text of `{name}` is larger than {megabytes} MB");
    Fault::whole("file::too-large", message).help("save the part that is quoted as its own file")
}
