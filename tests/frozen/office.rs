//! The formats that are no text, as what their readers show of them.

use std::fmt::Write as _;
use std::io::{Cursor, Read as _};

use calamine::{Reader as _, Xlsx};
use quick_xml::events::Event;

/// A report that is no text, as text.
pub(crate) fn readable(format: &str, bytes: Vec<u8>) -> String {
    match format {
        "docx" => document(bytes),
        "xlsx" => workbook(bytes),
        other => panic!("how is `{other}` read?"),
    }
}

/// A line a paragraph: its style, and its text.
fn document(bytes: Vec<u8>) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is a ZIP file");
    let mut xml = String::new();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let mut reader = quick_xml::Reader::from_str(&xml);
    let (mut told, mut style, mut text) = (String::new(), String::new(), String::new());
    let mut in_text = false;
    loop {
        match reader.read_event().expect("it is XML") {
            Event::Eof => break told,
            Event::Start(tag) if tag.name().as_ref() == "w:p" => (style, text) = Default::default(),
            Event::Start(tag) if tag.name().as_ref() == "w:t" => in_text = true,
            Event::Empty(tag) if tag.name().as_ref() == "w:pStyle" => {
                let value =
                    tag.attributes().map(Result::unwrap).find(|a| a.key.as_ref() == "w:val");
                style = value.unwrap().value.to_string();
            }
            Event::Text(part) if in_text => text.push_str(part.as_ref()),
            Event::GeneralRef(name) if in_text => text.push_str(match &*name {
                "lt" => "<",
                "gt" => ">",
                "amp" => "&",
                "quot" => "\"",
                "apos" => "'",
                other => panic!("an entity of no one's: {other}"),
            }),
            Event::End(tag) if tag.name().as_ref() == "w:t" => in_text = false,
            Event::End(tag) if tag.name().as_ref() == "w:p" => {
                let style = if style.is_empty() { "Normal" } else { &style };
                let _ = writeln!(told, "{style}: {text}");
            }
            Event::End(tag) if tag.name().as_ref() == "w:tr" => told.push_str("---\n"),
            _ => {}
        }
    }
}

/// A heading a sheet, then a line a row.
fn workbook(bytes: Vec<u8>) -> String {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
    let mut told = String::new();
    for name in book.sheet_names() {
        let _ = writeln!(told, "# {name}");
        for row in book.worksheet_range(&name).unwrap().rows() {
            let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
            let _ = writeln!(told, "{}", cells.join(" | ").trim_end());
        }
    }
    told
}
