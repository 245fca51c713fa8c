//! Workbooks as people send them: the cells of their sheets, each with its row and column. Nothing here
//! knows what a cell means.
//!
//! Sheets are held as the cells that hold something, so that a sheet that claims a million rows takes no
//! more than what is in it.

mod csv;
mod ods;
mod xlsx;

use std::collections::BTreeMap;

use super::archive::{Archive, damaged, encrypted, is_zip};
use super::guard::caught;
use crate::source::{Digest, Fault};
use crate::standing::Day;

/// The endings of the names of files that are workbooks, without the dot.
pub const WORKBOOK_ENDINGS: [&str; 3] = ["xlsx", "ods", "csv"];

/// The largest workbook that is read, in bytes.
pub const WORKBOOK_LIMIT: usize = 16 * 1024 * 1024;

/// The furthest column and row that are looked at, from 0.
const LAST_COLUMN: u32 = 255;
const LAST_ROW: u32 = 99_999;
/// The most cells that hold something, and the most bytes of text in them.
const MOST_CELLS: usize = 300_000;
const MOST_TEXT: usize = 16 * 1024 * 1024;
/// What all of Office before 2007 begins with, and what is behind a password.
const OLE2: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// A workbook.
#[derive(Clone, Debug)]
pub struct Workbook {
    /// The name that people know it by: usually the path that they typed.
    pub name: String,
    /// The digest of its bytes.
    pub digest: Digest,
    /// Its sheets, in their order.
    pub sheets: Vec<Sheet>,
    /// Whether it is CSV: its cells are texts, and one that programs would take for a formula is guarded.
    pub is_csv: bool,
}

/// A cell's row and column, from 0.
pub type At = (u32, u32);

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name, as its tab shows it. That of a CSV file is the file's, as Excel has it.
    pub name: String,
    /// What its cells hold, row by row; an empty one isn't here.
    pub cells: BTreeMap<At, Held>,
    /// The first and the last cell of each area that was merged into one.
    pub merged: Vec<(At, At)>,
}

/// What a cell holds: of a formula, the value that was worked out last.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// A text.
    Text(String),
    /// A number, percentages among them: 0.5 may be shown as 50%.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
    /// A day.
    Day(Day),
    /// What is no value: `#REF!`, a time of day.
    NoValue(String),
}

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
        let content = archive.needed_part("content.xml")?;
        measure(&mut archive)?;
        return ods::sheets(name, bytes, &content);
    }
    Err(no_workbook(name))
}

/// Unpacks everything once: what reads it after that believes what it says.
fn measure(archive: &mut Archive<'_>) -> Result<(), Fault> {
    let name = archive.name;
    archive.measure().map_err(|fault| match fault.fault_code() {
        "document::too-large" => too_large(name, "takes more than 32 MB when it is unpacked"),
        _ => fault,
    })
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

fn too_large(name: &str, what: &str) -> Fault {
    Fault::whole("sheet::too-large", format!("`{name}` {what}: no form to fill in is so large"))
        .help("is this the right file? Delete the sheets, rows and columns that aren't of the form")
}

/// Cells as they come in, no more than a form can have.
struct Taken<'a> {
    name: &'a str,
    sheet: Sheet,
    left: &'a mut Left,
}

/// How much more a workbook may hold.
struct Left {
    cells: usize,
    text: usize,
}

impl Left {
    fn new() -> Self {
        Self { cells: MOST_CELLS, text: MOST_TEXT }
    }
}

impl<'a> Taken<'a> {
    fn new(name: &'a str, sheet: &str, left: &'a mut Left) -> Self {
        Self { name, sheet: Sheet { name: sheet.to_owned(), ..Sheet::default() }, left }
    }

    /// Takes a cell. What only looks filled is empty.
    fn put(&mut self, at: At, held: Held) -> Result<(), Fault> {
        let size = match &held {
            Held::Text(text) if text.trim().is_empty() => return Ok(()),
            Held::Text(text) | Held::NoValue(text) => text.len(),
            Held::Number(_) | Held::YesNo(_) | Held::Day(_) => 0,
        };
        if at.1 > LAST_COLUMN {
            return Ok(());
        }
        if at.0 > LAST_ROW {
            return Err(too_large(self.name, "has something in a row after the 100,000th"));
        }
        let cells = self.left.cells.checked_sub(1);
        let text = self.left.text.checked_sub(size);
        let (Some(cells), Some(text)) = (cells, text) else {
            return Err(too_large(self.name, "holds more than 300,000 cells or 16 MB of text"));
        };
        *self.left = Left { cells, text };
        self.sheet.cells.insert(at, held);
        Ok(())
    }
}
