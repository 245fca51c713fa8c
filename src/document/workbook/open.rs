//! From bytes to a workbook: what they are is told by themselves.

use super::sheet::{Sheet, Workbook};
use super::taken::too_large;
use super::{csv, ods, xlsx};
use crate::document::archive::{Archive, damaged, encrypted, is_zip};
use crate::document::guard::caught;
use crate::source::{Digest, Fault};

/// The endings of the names of files that are workbooks, without the dot.
pub const WORKBOOK_ENDINGS: [&str; 3] = ["xlsx", "ods", "csv"];

/// The largest workbook that is read, in bytes.
pub const WORKBOOK_LIMIT: usize = 16 * 1024 * 1024;

/// What all of Office before 2007 begins with, and what is behind a password.
const OLE2: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Reads a workbook out of its bytes. What it is, the bytes tell; without a sign of their own they are CSV
/// where the name says so.
///
/// # Errors
///
/// A fault where it is no workbook, damaged, behind a password, or larger than a form can be.
pub fn open_workbook(name: &str, bytes: &[u8]) -> Result<Workbook, Fault> {
    if bytes.len() > WORKBOOK_LIMIT {
        return Err(too_large(name, "is larger than 16 MB"));
    }
    // A reader that panics mustn't take the rest along.
    let sheets = caught(|| sheets(name, bytes))
        .unwrap_or_else(|place| Err(damaged(name, &format!("its reader gave up (at {place})"))))?;
    let (name, digest) = (name.to_owned(), Digest::of(bytes));
    Ok(Workbook { name, digest, sheets, is_csv: !is_zip(bytes) })
}

fn sheets(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Fault> {
    if bytes.starts_with(OLE2) {
        return Err(old(name, bytes));
    }
    if !is_zip(bytes) {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        return match ending.as_deref() {
            Some("csv") => csv::sheet(name, bytes).map(|sheet| vec![sheet]),
            _ => Err(no_workbook(name)),
        };
    }
    let mut archive = Archive::open(name, bytes)?;
    archive.refuse_duplicates()?;
    if archive.has("xl/workbook.xml") {
        measure(&mut archive)?;
        return xlsx::sheets(name, bytes);
    }
    let kind = archive.part("mimetype")?.unwrap_or_default();
    if String::from_utf8_lossy(&kind).contains("opendocument.spreadsheet") {
        let manifest = archive.part("META-INF/manifest.xml")?.unwrap_or_default();
        if memchr::memmem::find(&manifest, b"encryption-data").is_some() {
            return Err(encrypted(name));
        }
        let content = archive.needed_part("content.xml").map_err(|fault| unpacked(name, fault))?;
        return ods::sheets(name, &content);
    }
    Err(no_workbook(name))
}

/// Unpacks everything once: what reads it after that believes what it says.
fn measure(archive: &mut Archive<'_>) -> Result<(), Fault> {
    let name = archive.name;
    archive.measure().map_err(|fault| unpacked(name, fault))
}

/// A fault of the archive as one of a workbook.
fn unpacked(name: &str, fault: Fault) -> Fault {
    match fault.fault_code() {
        "document::too-large" => too_large(name, "takes more than 32 MB when it is unpacked"),
        _ => fault,
    }
}

fn no_workbook(name: &str) -> Fault {
    let message = format!("`{name}` is no workbook, whatever its name ends in");
    Fault::whole("sheet::no-workbook", message).help(
        "workbooks are read as .xlsx (Excel), .ods (LibreOffice) and .csv: is this the right file?",
    )
}

/// What is wrong with a file of Office before 2007: it is old, or what is in it is behind a password.
fn old(name: &str, bytes: &[u8]) -> Fault {
    let password: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if memchr::memmem::find(bytes, &password).is_some() {
        return encrypted(name);
    }
    let message = format!("`{name}` is of Excel before 2007 (.xls), or of another old program");
    Fault::whole("sheet::no-workbook", message).help("save it as .xlsx, and take that copy")
}
