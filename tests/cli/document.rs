//! The Word document, read as its readers would: the numbers of the result, one set of bytes, and no
//! text of others that becomes more than text.

use std::io::{Cursor, Read as _};

use quick_xml::events::Event;
use serde_json::Value;

use crate::hostile_formats::both_bytes;
use crate::sheets::{Counted, counted, formulas};
use crate::workplace::Workplace;

const SAMPLE: &str = "samples/west-midlands-2017.toml";

/// A part of the package.
fn part(document: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(document)).expect("it is a ZIP file");
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// What was read of the text: its tables by cell, and its paragraphs outside them by style.
#[derive(Default)]
struct Read {
    tables: Vec<Vec<Vec<String>>>,
    paragraphs: Vec<(String, String)>,
    instructions: Vec<String>,
    elements: Vec<String>,
}

fn read(document: &[u8]) -> Read {
    let xml = part(document, "word/document.xml");
    let mut reader = quick_xml::Reader::from_str(&xml);
    let mut read = Read::default();
    let (mut open, mut style, mut text) = (Vec::<String>::new(), String::new(), String::new());
    loop {
        match reader.read_event().expect("it is XML") {
            Event::Eof => break read,
            Event::Start(tag) => {
                let name: String = tag.name().as_ref().to_owned();
                match name.as_str() {
                    "w:tbl" => read.tables.push(Vec::new()),
                    "w:tr" => read.tables.last_mut().unwrap().push(Vec::new()),
                    "w:p" => (style, text) = ("Normal".to_owned(), String::new()),
                    "w:instrText" => read.instructions.push(String::new()),
                    "w:tc" => {
                        read.tables.last_mut().unwrap().last_mut().unwrap().push(String::new());
                    }
                    _ => {}
                }
                read.elements.push(name.clone());
                open.push(name);
            }
            Event::Empty(tag) => {
                let name: String = tag.name().as_ref().to_owned();
                if name == "w:pStyle" {
                    style = tag.attributes().next().unwrap().unwrap().value.to_string();
                }
                read.elements.push(name);
            }
            Event::End(_) => {
                let name = open.pop().unwrap();
                if name == "w:p" {
                    if open.iter().any(|name| name == "w:tc") {
                        let cell = read.tables.last_mut().unwrap().last_mut().unwrap();
                        cell.last_mut().unwrap().push_str(&text);
                    } else {
                        read.paragraphs.push((style.clone(), std::mem::take(&mut text)));
                    }
                }
            }
            Event::Text(said) => say(&mut read, &open, &mut text, &said),
            Event::GeneralRef(name) => {
                let said = match &*name {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    "quot" => "\"",
                    "apos" => "'",
                    other => panic!("an entity of no one's: {other}"),
                };
                say(&mut read, &open, &mut text, said);
            }
            Event::Decl(_) => {}
            other => panic!("what we never write: {other:?}"),
        }
    }
}

/// Adds text to what it stands in.
fn say(read: &mut Read, open: &[String], text: &mut String, said: &str) {
    match open.last().map(String::as_str) {
        Some("w:instrText") => read.instructions.last_mut().unwrap().push_str(said),
        Some("w:t") => text.push_str(said),
        _ => panic!("text outside a run: {said}"),
    }
}

impl Read {
    fn headings(&self, level: u8) -> Vec<&str> {
        let style = format!("Heading{level}");
        self.paragraphs
            .iter()
            .filter(|(of, _)| *of == style)
            .map(|(_, text)| text.as_str())
            .collect()
    }

    fn has(&self, style: &str, text: &str) -> bool {
        self.paragraphs.iter().any(|(of, said)| of == style && said.contains(text))
    }

    /// The rows of the appendix by column.
    fn appendix(&self) -> Vec<Vec<(&str, &str)>> {
        let has = |table: &Vec<Vec<String>>, head: &str| table[0].contains(&head.to_owned());
        let is_it =
            |table: &&Vec<Vec<String>>| has(table, "What is asked") && has(table, "Requirement");
        let table = self.tables.iter().find(is_it).expect("all requirements in a table");
        table[1..]
            .iter()
            .map(|row| {
                table[0]
                    .iter()
                    .zip(row)
                    .map(|(head, cell)| (head.as_str(), cell.as_str()))
                    .collect()
            })
            .collect()
    }
}

fn cell<'a>(row: &[(&str, &'a str)], head: &str) -> Option<&'a str> {
    row.iter().find(|(of, _)| *of == head).map(|(_, cell)| *cell)
}

fn of(place: &Workplace, line: &str) -> (Value, Read) {
    let result = place.bytes(&format!("check --full --format json {line}"));
    let document = place.bytes(&format!("check --full --format docx {line}"));
    assert_eq!(
        document,
        place.bytes(&format!("check --full --format docx {line}")),
        "the same bytes"
    );
    (serde_json::from_slice(&result).unwrap(), read(&document))
}

#[test]
fn the_document_has_the_numbers_of_the_result() {
    let place = Workplace::with_samples();
    for line in [
        SAMPLE.to_owned(),
        format!("--fail-on not-evidenced {SAMPLE}"),
        format!("{SAMPLE} samples/fictional-all-in-place.toml samples/fictional-just-begun.toml"),
        "--as-of 2017-06-30 samples/west-midlands-2017.txt".to_owned(),
    ] {
        let (result, read) = of(&place, &line);
        let expected = counted(&result);
        assert!(expected.len() > 3, "{expected:?}");
        let one = [result.clone()];
        let assessments = result["assessments"].as_array().map_or(&one[..], Vec::as_slice);
        let mut found = Counted::new();
        for row in read.appendix() {
            // Where there are several forces, each row names its own.
            let force = match cell(&row, "Force") {
                Some(name) => assessments.iter().find(|one| one["name"] == name).unwrap(),
                None => &assessments[0],
            };
            let key = (
                force["force"].as_str().unwrap().to_owned(),
                cell(&row, "Outcome").unwrap().to_owned(),
                cell(&row, "How binding").unwrap().ends_with(", superseded"),
            );
            *found.entry(key).or_default() += 1;
            assert_eq!(cell(&row, "Gate").is_some(), line.contains("--fail-on"));
        }
        assert_eq!(found, expected, "{line}");
        // Each gap stands under a heading of its own, with what closes it.
        let gaps: usize = expected
            .iter()
            .filter(|((_, outcome, _), _)| {
                !["met", "not applicable", "not in force"].contains(&outcome.as_str())
            })
            .map(|(_, count)| count)
            .sum();
        let closes =
            read.paragraphs.iter().filter(|(_, text)| text.starts_with("What closes it: "));
        assert_eq!(closes.count(), gaps, "{line}");
        assert_eq!(read.instructions, [r#" TOC \o "1-2" \h \z \u "#]);
    }
}

#[test]
fn the_contents_list_is_filled_with_the_headings() {
    let place = Workplace::with_samples();
    for more in ["", " samples/fictional-just-begun.toml"] {
        let (_, read) = of(&place, &format!("{SAMPLE}{more}"));
        let texts = |styles: [&str; 2]| -> Vec<String> {
            let of_them = read.paragraphs.iter().filter(|(of, _)| styles.contains(&of.as_str()));
            of_them.map(|(_, text)| text.clone()).collect()
        };
        let listed = texts(["TOC1", "TOC2"]);
        assert!(listed.len() > 10);
        assert_eq!(listed, texts(["Heading1", "Heading2"]));
    }
}

#[test]
fn every_table_has_a_header_row_that_repeats_and_no_row_is_split() {
    let (_, read) = of(&Workplace::with_samples(), SAMPLE);
    let count = |name: &str| read.elements.iter().filter(|one| *one == name).count();
    assert!(count("w:tbl") >= 5);
    assert_eq!(count("w:tblHeader"), count("w:tbl"));
    assert_eq!(count("w:cantSplit"), count("w:tr"));
}

#[test]
fn several_forces_have_an_overview_and_a_chapter_each_and_what_is_missing_is_told() {
    let place = Workplace::with_samples();
    let (_, read) = of(&place, &format!("{SAMPLE} samples/fictional-all-in-place.toml"));
    let chapters = read.headings(1);
    for force in ["The forces", "West Midlands Police", "Northmarch Police (fictional)"] {
        assert!(chapters.contains(&force), "{chapters:?}");
    }
    assert!(!read.has("Alert", "Incomplete"));
    let (_, read) = of(&place, &format!("{SAMPLE} nowhere.toml"));
    assert!(read.has("Title", "1 force checked"));
    assert!(read.has("Alert", "Incomplete: 1 input couldn't be assessed."));
}

#[test]
fn what_is_waived_is_said_with_its_owner() {
    let settings = "[[waiver]]\nrequirement = \"strategy-2014/pursue-lead\"\nreason = \"A lead \
                    starts in May.\"\nowner = \"head of crime\"\nlast_day = 2027-01-31\n";
    let place = Workplace::with_samples().file("msacheck.toml", settings);
    let (_, read) = of(&place, &format!("--fail-on partly-met {SAMPLE}"));
    assert!(read.has("ListBullet", "The gate fails"));
    assert!(
        read.has("Normal", "At the gate: Waived until 2027-01-31 by head of crime: A lead starts")
    );
    let lead = read
        .appendix()
        .into_iter()
        .find(|row| cell(row, "Requirement") == Some("strategy-2014/pursue-lead"));
    let lead = lead.unwrap();
    assert_eq!(cell(&lead, "Outcome"), Some("partly met"));
    assert_eq!(cell(&lead, "Gate"), Some("waived"));
}

#[test]
fn texts_of_others_stay_text() {
    // The short report alone, and with its annex.
    let (harmless, hostile) = both_bytes("docx", &[]);
    assert_eq!(read(&harmless).elements, read(&hostile).elements);
    let (harmless, hostile) = both_bytes("docx", &["--full"]);
    let (harmless, hostile) = (read(&harmless), read(&hostile));
    assert_eq!(harmless.elements, hostile.elements);
    assert_eq!(harmless.instructions, hostile.instructions);
    assert!(!hostile.elements.iter().any(|name| name == "w:hyperlink"));
    assert!(hostile.has("Inset", "<script>alert(1)</script>"), "the text itself is there");
    for start in ["</w:t></w:r><w:hyperlink>", "\\u0000", "\\uffff", "{ DDEAUTO cmd }", "]]>"] {
        let place = Workplace::new().file("own.toml", formulas(start));
        let document = place.bytes("check --full --format docx own.toml");
        let read = read(&document);
        assert!(read.has("Title", "cmd|' /C calc'!A0,\";=1+1"), "{start}");
        assert_eq!(read.instructions.len(), 1, "{start}");
        let legal = |c: char| matches!(c, '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
        for name in ["word/document.xml", "docProps/core.xml"] {
            assert_eq!(part(&document, name).chars().find(|c| !legal(*c)), None, "{start}");
        }
    }
}

#[test]
fn nothing_of_the_machine_is_in_it() {
    let place = Workplace::with_samples();
    let document = place.bytes(&format!("check --full --format docx {SAMPLE}"));
    let core = part(&document, "docProps/core.xml");
    assert!(core.contains("<dc:title>West Midlands Police: modern slavery</dc:title>"));
    for day in ["created", "modified"] {
        assert!(core.contains(&format!("2017-06-30T00:00:00Z</dcterms:{day}>")), "{core}");
    }
    let mut zip = zip::ZipArchive::new(Cursor::new(&document)).unwrap();
    for index in 0..zip.len() {
        let time = zip.by_index(index).unwrap().last_modified().unwrap();
        assert_eq!(time, zip::DateTime::default());
    }
}

#[test]
fn every_part_is_xml_and_is_named_by_the_package() {
    let document = Workplace::with_samples().bytes(&format!("check --full --format docx {SAMPLE}"));
    let mut zip = zip::ZipArchive::new(Cursor::new(&document)).unwrap();
    let names: Vec<String> = (0..zip.len())
        .map(|index| zip.by_index(index).unwrap().name().unwrap().into_owned())
        .collect();
    assert_eq!(names[0], "[Content_Types].xml");
    let types = part(&document, "[Content_Types].xml");
    for name in &names {
        let xml = part(&document, name);
        let mut reader = quick_xml::Reader::from_str(&xml);
        while reader.read_event().expect(name) != Event::Eof {}
        let named = types.contains(&format!("\"/{name}\""));
        assert_eq!(named, !name.ends_with(".rels") && !name.starts_with('['), "{name}");
    }
    assert_eq!(types.matches("<Override ").count(), names.len() - 3);
}
