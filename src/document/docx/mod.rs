//! Word files (DOCX): the parts of the package, in the order in which they are read.

mod alternatives;
mod body;
mod changed;
mod comments;
mod controls;
mod drawings;
mod numbering;
mod package;
mod paragraph;
mod properties;
mod sight;
mod styles;

pub use self::changed::{WordChange, WordCopy, with_changes};

use std::collections::{BTreeMap, BTreeSet};

use self::body::DocxBody;
use self::numbering::Numbering;
use self::package::{MAIN, Package};
use self::styles::DocxStyles;
use super::archive::{Archive, is_zip};
use super::block::Block;
use super::format::{Contents, Format, megabytes};
use super::pictures;
use super::xml;
use crate::source::Fault;

pub(super) static FORMAT: Format = Format {
    name: "Word (DOCX)",
    word: "docx",
    endings: &["docx", "docm", "dotx", "dotm"],
    always_told: Some("a Word file"),
    largest: megabytes(64),
    recognises,
    read: |name, bytes| read(name, &bytes),
};

/// The most headers and footers that are read.
const MOST_EDGES: usize = 200;

fn recognises(bytes: &[u8]) -> bool {
    if !is_zip(bytes) {
        return false;
    }
    let Ok(mut archive) = Archive::open("", bytes) else { return false };
    if archive.has(MAIN) {
        return true;
    }
    let types = archive.part("[Content_Types].xml").ok().flatten().unwrap_or_default();
    let types = xml::decode(&types).unwrap_or_default();
    types.contains("wordprocessingml.document.main+xml")
        || types.contains("wordprocessingml.template.main+xml")
        || types.contains("ms-word.document.macroEnabled")
}

fn read(name: &str, bytes: &[u8]) -> Result<Contents, Fault> {
    let mut package = Package::open(name, bytes)?;
    let main = package.main()?;
    let relations = package.relations(&main)?;
    let of_kind = |kind: &str| {
        let targets = relations.iter().filter(|relation| relation.kind == kind);
        let distinct: BTreeSet<&str> = targets.map(|relation| relation.target.as_str()).collect();
        distinct.into_iter().take(MOST_EDGES)
    };

    let mut styles = DocxStyles::default();
    for part in of_kind("styles").take(1) {
        package.walk(part, |text| styles.read(text))?;
    }
    let mut numbering = Numbering::default();
    for part in of_kind("numbering").take(1) {
        package.walk(part, |text| numbering.read(text))?;
    }
    let mut body = DocxBody::new(styles, numbering);
    package.needed(&main, |text| body.read(text))?;
    for kind in ["footnotes", "endnotes"] {
        for part in of_kind(kind) {
            package.walk(part, |text| body.read(text))?;
        }
    }
    let text = body.take();
    // What stands at the edges of pages is counted behind the text, and shown around it.
    body.reads_edges();
    let mut seen = BTreeSet::new();
    let mut edges = |kind| -> Result<Vec<Block>, Fault> {
        for part in of_kind(kind) {
            package.walk(part, |text| body.read(text))?;
        }
        let mut blocks = body.take();
        blocks.retain(|block| seen.insert(block.text().to_owned()));
        Ok(blocks)
    };
    let mut blocks = edges("header")?;
    let footers = edges("footer")?;
    blocks.extend(text);
    blocks.extend(footers);
    body.excess(name)?;
    let mut faults: Vec<Fault> = body.unread().map(|what| unread(name, what)).into_iter().collect();
    faults.extend(pictures::counted(name, body.drawings.pictures));
    let left_out = body.take_left_out();
    faults.extend(left_out.faults(name, "paragraph"));
    let makers = package.makers()?;
    let mut words = BTreeMap::new();
    for part in of_kind("comments").take(1) {
        package.walk(part, |text| comments::read(text, &mut words))?;
    }
    let remarks = body.tracked.take(words);
    let left_out = left_out.into_text();
    Ok(Contents { blocks, faults, left_out, makers, remarks, ..Contents::default() })
}

/// The warning of a document that holds something which isn't read.
fn unread(name: &str, what: &str) -> Fault {
    Fault::whole("document::part-unread", format!("`{name}` holds {what}, which isn't read"))
        .help("open it in Word, save it anew, and read that copy")
        .into_warning()
}

#[cfg(test)]
mod tests;
