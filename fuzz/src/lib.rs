//! What the fuzz targets share: files made of fuzzed bytes, and what must hold of what comes out.

pub mod made;
pub mod rules;

use std::io::{Cursor, Write};
use std::sync::Arc;

use msacheck::document::{self, Document};
use msacheck::source::{Fault, Text};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Opens a document. What it says must be sayable.
pub fn open(name: &str, bytes: &[u8]) -> Option<Document> {
    match document::open(name, bytes) {
        Ok(document) => {
            say(&document.faults);
            Some(document)
        }
        Err(fault) => {
            say(&[fault]);
            None
        }
    }
}

/// Puts faults into words, with their places.
pub fn say(faults: &[Fault]) {
    for fault in faults {
        let _ = fault.one_line();
        let _ = format!("{fault:?}");
    }
}

/// A text under a name, where the bytes are one.
pub fn text(name: &str, bytes: &[u8]) -> Option<Arc<Text>> {
    let body = str::from_utf8(bytes).ok()?;
    Some(Arc::new(Text::new(name, body.to_owned())))
}

/// An archive of parts, stored as they are: what is fuzzed is what is in it.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).expect("a name that a ZIP takes");
        zip.write_all(bytes).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}
