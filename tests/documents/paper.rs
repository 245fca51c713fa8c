//! A small paper, and the files that it comes to in each format.

use std::fmt::Write;

use msacheck::document::{self, Document, Kind};

use crate::packing::{docx, escaped, odt};

/// A part of a paper.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    Heading(u8, String),
    Paragraph(String),
    Item(String),
    Quotation(String),
    /// Rows of cells; the first row heads the columns.
    Table(Vec<Vec<String>>),
}

/// A paper in one format.
pub(crate) struct File {
    pub name: &'static str,
    pub bytes: Vec<u8>,
}

impl File {
    /// Reads it.
    pub(crate) fn open(&self) -> Document {
        let document = document::open(self.name, &self.bytes).unwrap();
        assert!(document.faults.is_empty(), "{}: {:?}", self.name, document.faults);
        document
    }
}

/// The paper in every format that has tables and quotations.
pub(crate) fn files(parts: &[Part]) -> Vec<File> {
    vec![
        File { name: "paper.md", bytes: markdown(parts).into_bytes() },
        File { name: "paper.html", bytes: html(parts).into_bytes() },
        File { name: "paper.docx", bytes: docx(&word(parts)) },
        File { name: "paper.odt", bytes: odt(&open_document(parts)) },
    ]
}

/// Each block's kind and text.
pub(crate) fn told(document: &Document) -> Vec<(Kind, String)> {
    document.blocks.iter().map(|block| (block.kind.clone(), block.text().to_owned())).collect()
}

/// The paper as plain text: without tables, quotations, and levels of headings.
pub(crate) fn plain(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Heading(_, words) | Part::Paragraph(words) => {
                writeln!(text, "{words}\n").unwrap();
            }
            Part::Item(words) => writeln!(text, "• {words}\n").unwrap(),
            Part::Quotation(_) | Part::Table(_) => {}
        }
    }
    text
}

fn markdown(parts: &[Part]) -> String {
    let escaped = |words: &str| {
        let mut text = String::new();
        for c in words.chars() {
            if c.is_ascii_punctuation() {
                text.push('\\');
            }
            text.push(c);
        }
        text
    };
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Heading(level, words) => {
                writeln!(text, "{} {}\n", "#".repeat((*level).into()), escaped(words)).unwrap();
            }
            Part::Paragraph(words) => writeln!(text, "{}\n", escaped(words)).unwrap(),
            Part::Item(words) => writeln!(text, "- {}\n", escaped(words)).unwrap(),
            Part::Quotation(words) => writeln!(text, "> {}\n", escaped(words)).unwrap(),
            Part::Table(rows) => {
                for (n, row) in rows.iter().enumerate() {
                    let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
                    writeln!(text, "| {} |", cells.join(" | ")).unwrap();
                    if n == 0 {
                        writeln!(text, "{}|", "|---".repeat(row.len())).unwrap();
                    }
                }
                text.push('\n');
            }
        }
    }
    text
}

fn html(parts: &[Part]) -> String {
    let mut text = "<!DOCTYPE html>\n<html><head><title>A paper</title></head><body>\n".to_owned();
    for part in parts {
        match part {
            Part::Heading(level, words) => {
                writeln!(text, "<h{level}>{}</h{level}>", escaped(words)).unwrap();
            }
            // Browsers take line breaks in the source for spaces.
            Part::Paragraph(words) => {
                writeln!(text, "<p>{}\n</p>", escaped(words).replace(", ", ",\n  ")).unwrap();
            }
            Part::Item(words) => writeln!(text, "<ul><li>{}</ul>", escaped(words)).unwrap(),
            Part::Quotation(words) => {
                writeln!(text, "<blockquote><p>{}</p></blockquote>", escaped(words)).unwrap();
            }
            Part::Table(rows) => {
                text.push_str("<table>");
                for (n, row) in rows.iter().enumerate() {
                    text.push_str("<tr>");
                    for cell in row {
                        let tag = if n == 0 { "th" } else { "td" };
                        write!(text, "<{tag}>{}", escaped(cell)).unwrap();
                    }
                }
                text.push_str("</table>\n");
            }
        }
    }
    text + "</body></html>\n"
}

/// Pieces of a text, as a program leaves them that has seen many edits.
fn pieces(words: &str) -> Vec<String> {
    let chars: Vec<char> = words.chars().collect();
    chars.chunks(7).map(|piece| escaped(&piece.iter().collect::<String>())).collect()
}

fn word(parts: &[Part]) -> String {
    let paragraph = |properties: &str, words: &str| {
        let runs = pieces(words);
        let runs =
            runs.iter().map(|run| format!("<w:r><w:t xml:space=\"preserve\">{run}</w:t></w:r>"));
        format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", runs.collect::<String>())
    };
    let mut body = String::new();
    for part in parts {
        body += &match part {
            Part::Heading(level, words) => {
                paragraph(&format!("<w:pStyle w:val=\"Heading{level}\"/>"), words)
            }
            Part::Paragraph(words) => paragraph("", words),
            Part::Item(words) => paragraph("<w:numPr><w:numId w:val=\"1\"/></w:numPr>", words),
            Part::Quotation(words) => paragraph("<w:pStyle w:val=\"Quote\"/>", words),
            Part::Table(rows) => {
                let row = |(n, row): (usize, &Vec<String>)| {
                    let head = if n == 0 { "<w:trPr><w:tblHeader/></w:trPr>" } else { "" };
                    let cell = |cell: &String| format!("<w:tc>{}</w:tc>", paragraph("", cell));
                    format!("<w:tr>{head}{}</w:tr>", row.iter().map(cell).collect::<String>())
                };
                let rows: String = rows.iter().enumerate().map(row).collect();
                format!("<w:tbl>{rows}</w:tbl>")
            }
        };
    }
    body
}

fn open_document(parts: &[Part]) -> String {
    let spans = |words: &str| {
        pieces(words).iter().map(|run| format!("<text:span>{run}</text:span>")).collect::<String>()
    };
    let paragraph = |words: &str| format!("<text:p>{}</text:p>", spans(words));
    let mut body = String::new();
    for part in parts {
        body += &match part {
            Part::Heading(level, words) => {
                format!("<text:h text:outline-level=\"{level}\">{}</text:h>", spans(words))
            }
            Part::Paragraph(words) => paragraph(words),
            Part::Item(words) => {
                format!(
                    "<text:list><text:list-item>{}</text:list-item></text:list>",
                    paragraph(words)
                )
            }
            Part::Quotation(words) => {
                format!("<text:p text:style-name=\"Quotations\">{}</text:p>", spans(words))
            }
            Part::Table(rows) => {
                let row = |row: &Vec<String>| {
                    let cell = |cell: &String| {
                        format!("<table:table-cell>{}</table:table-cell>", paragraph(cell))
                    };
                    let cells: String = row.iter().map(cell).collect();
                    format!("<table:table-row>{cells}</table:table-row>")
                };
                let (head, rest) = rows.split_first().unwrap();
                let rest: String = rest.iter().map(row).collect();
                format!(
                    "<table:table><table:table-header-rows>{}</table:table-header-rows>{rest}</table:table>",
                    row(head)
                )
            }
        };
    }
    body
}
