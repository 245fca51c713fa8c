//! The parts of a ZIP archive, each no larger than a paper's can be.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::source::Fault;

/// The largest part that is read, in bytes. What an archive says of its sizes isn't believed.
const PART_LIMIT: u64 = 32 * 1024 * 1024;
/// The most bytes that all parts of one archive come to.
const TOTAL_LIMIT: u64 = 48 * 1024 * 1024;
/// The most entries of an archive. Word and OpenDocument files have a few dozen.
const MOST_ENTRIES: usize = 50_000;

/// What every ZIP archive begins with.
const SIGNATURE: &[u8] = b"PK\x03\x04";
/// What every entry of an archive's directory begins with.
const ENTRY: &[u8] = b"PK\x01\x02";

/// A ZIP archive whose parts are read by name. Nothing is ever written to disk.
pub(super) struct Archive<'a> {
    pub(super) name: &'a str,
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

/// Whether bytes begin as a ZIP archive does.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(SIGNATURE)
}

impl<'a> Archive<'a> {
    /// Opens an archive.
    pub(super) fn open(name: &'a str, bytes: &'a [u8]) -> Result<Self, Fault> {
        if memmem::find_iter(bytes, ENTRY).nth(MOST_ENTRIES).is_some() {
            return Err(too_large(name, "has more than 50,000 parts"));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| {
            damaged(name, "its ZIP archive has no readable directory: the file may be cut short")
        })?;
        Ok(Self { name, zip, left: TOTAL_LIMIT })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, part: &str) -> bool {
        self.zip.index_for_name(part).is_some()
    }

    /// Refuses an archive that gives one name to several parts: programs differ in which they
    /// show.
    pub(super) fn refuse_duplicates(&self) -> Result<(), Fault> {
        if self.zip.has_duplicate_names() {
            return Err(damaged(self.name, "it holds two parts of one name"));
        }
        Ok(())
    }

    /// Reads a part; none where there is none of that name.
    pub(super) fn part(&mut self, part: &str) -> Result<Option<Vec<u8>>, Fault> {
        let name = self.name;
        let mut entry = match self.zip.by_name(part) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) if needs_password(&error) => return Err(encrypted(name)),
            Err(error) => return Err(unreadable(name, part, &error)),
        };
        let limit = PART_LIMIT.min(self.left);
        let mut bytes = Vec::new();
        let read = entry.by_ref().take(limit + 1).read_to_end(&mut bytes);
        let read =
            read.map_err(|_| damaged(name, &format!("its part `{part}` can't be unpacked")))?;
        let read = u64::try_from(read).unwrap_or(u64::MAX);
        if read > limit {
            let megabytes = PART_LIMIT / 1024 / 1024;
            return Err(too_large(
                name,
                &format!("has a part `{part}` of more than {megabytes} MB"),
            ));
        }
        self.left -= read;
        Ok(Some(bytes))
    }

    /// Unpacks everything once, so that whoever reads it on their own meets no more than may be.
    pub(super) fn measure(&mut self) -> Result<(), Fault> {
        self.left = TOTAL_LIMIT;
        let parts: Vec<String> = self.zip.file_names().flatten().map(Cow::into_owned).collect();
        parts.iter().try_for_each(|part| self.part(part).map(drop))
    }

    /// Reads a part that must be there.
    pub(super) fn needed_part(&mut self, part: &str) -> Result<Vec<u8>, Fault> {
        let name = self.name;
        self.part(part)?.ok_or_else(|| damaged(name, &format!("it has no part `{part}`")))
    }
}

fn needs_password(error: &ZipError) -> bool {
    matches!(
        error,
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword
    )
}

fn unreadable(name: &str, part: &str, error: &ZipError) -> Fault {
    match error {
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => damaged(
            name,
            &format!("its part `{part}` is packed in a way that office programs don't use"),
        ),
        _ => damaged(name, &format!("its part `{part}` can't be unpacked")),
    }
}

/// The fault of a document that can't be read as what it is.
pub(super) fn damaged(name: &str, why: &str) -> Fault {
    Fault::whole("document::damaged", format!("`{name}` is damaged: {why}"))
        .help("open it in the program that it comes from, save it anew, and read that copy")
}

/// The fault of a document that nobody can read without its password.
pub(super) fn encrypted(name: &str) -> Fault {
    Fault::whole("document::encrypted", format!("`{name}` is encrypted"))
        .help("open it with its password, save it without one, and read that copy")
}

/// The fault of a document that no person wrote in full.
pub(super) fn too_large(name: &str, what: &str) -> Fault {
    Fault::whole("document::too-large", format!("`{name}` {what}"))
        .help("split it, or save the part that matters as plain text")
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// An archive of parts with their text.
    pub(in crate::document) fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn parts_are_read_by_name_and_nothing_else_is() {
        let bytes = packed(&[("a/b.xml", "text"), ("../../etc/x", "tricks")]);
        let mut archive = Archive::open("t.docx", &bytes).unwrap();
        assert!(archive.has("a/b.xml"));
        assert_eq!(archive.part("a/b.xml").unwrap().unwrap(), b"text");
        assert_eq!(archive.part("a/c.xml").unwrap(), None);
        let fault = archive.needed_part("a/c.xml").unwrap_err();
        assert_eq!(fault.to_string(), "`t.docx` is damaged: it has no part `a/c.xml`");
    }

    #[test]
    fn the_total_of_all_parts_is_bounded() {
        let bytes = packed(&[("a", "12345"), ("b", "12345")]);
        let mut archive = Archive::open("t.docx", &bytes).unwrap();
        archive.left = 8;
        archive.part("a").unwrap().unwrap();
        assert_eq!(archive.part("b").unwrap_err().fault_code(), "document::too-large");
    }

    #[test]
    fn what_was_damaged_on_its_way_is_a_fault() {
        let bytes = packed(&[("a", &"some text of the force ".repeat(50))]);
        let cut = bytes.len() / 2;
        let fault = Archive::open("t.docx", &bytes[..cut]).err().unwrap();
        assert_eq!(fault.fault_code(), "document::damaged");
        let mut changed = bytes.clone();
        changed[45] ^= 0xff;
        let mut archive = Archive::open("t.docx", &changed).unwrap();
        assert_eq!(archive.part("a").unwrap_err().fault_code(), "document::damaged");
    }
}
