//! The package around the document: a ZIP file of parts, without a trace of when or where it was made.

use std::io::{Cursor, Write as _};

use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::writer::Writer;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::super::lede::title;
use super::blocks::DocxBlock;
use super::numbering::numbering;
use super::write::{self, clean};
use crate::result::CheckResult;
use crate::standing::Day;

/// The parts that are the same in every document.
const FIXED: [(&str, &str); 6] = [
    ("[Content_Types].xml", include_str!("parts/content-types.xml")),
    ("_rels/.rels", include_str!("parts/package.rels")),
    ("word/_rels/document.xml.rels", include_str!("parts/document.rels")),
    ("word/styles.xml", include_str!("parts/styles.xml")),
    ("word/settings.xml", include_str!("parts/settings.xml")),
    ("word/footer1.xml", include_str!("parts/footer1.xml")),
];

/// The document of a result as the bytes of a file.
pub(super) fn packed(result: &CheckResult, blocks: &[DocxBlock]) -> std::io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The day on which a ZIP file's time begins: the clock of the machine has no say.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let made = [
        ("docProps/core.xml", properties(result)?),
        ("word/numbering.xml", numbering(result.assessments.len()).into_bytes()),
        ("word/document.xml", write::document(blocks)?),
    ];
    let fixed = FIXED.iter().map(|(name, part)| (*name, part.as_bytes()));
    for (name, part) in fixed.chain(made.iter().map(|(name, part)| (*name, part.as_slice()))) {
        zip.start_file(name, options)?;
        zip.write_all(part)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// What the document is called, in which language, and of which days it is: the first and the last
/// that was assessed.
fn properties(result: &CheckResult) -> std::io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    let mut root = BytesStart::new("cp:coreProperties");
    for (key, value) in [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ] {
        root.push_attribute((key, value));
    }
    xml.write_event(Event::Start(root))?;
    let days = || result.assessments.iter().map(|gated| gated.assessment.assessed_on);
    let at = |day: Option<Day>| day.map(|day| format!("{day}T00:00:00Z"));
    let told = [
        ("dc:title", Some(title(result))),
        ("dc:creator", Some(result.run.program.clone())),
        ("dc:language", Some("en-GB".to_owned())),
        ("dcterms:created", at(days().min())),
        ("dcterms:modified", at(days().max())),
    ];
    for (name, value) in told.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        let mut element = BytesStart::new(name);
        if name.starts_with("dcterms:") {
            element.push_attribute(("xsi:type", "dcterms:W3CDTF"));
        }
        xml.write_event(Event::Start(element))?;
        xml.write_event(Event::Text(BytesText::new(&clean(&value))))?;
        xml.write_event(Event::End(BytesEnd::new(name)))?;
    }
    xml.write_event(Event::End(BytesEnd::new("cp:coreProperties")))?;
    Ok(xml.into_inner())
}
