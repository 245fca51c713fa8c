//! Every character of a block stands in the document where the block says.

use msacheck::document::Document;

use crate::paper::{Part, files};

fn parts() -> Vec<Part> {
    let text = |text: &str| text.to_owned();
    vec![
        Part::Heading(2, text("Our *response* & more")),
        Part::Paragraph(text("The Force’s lead, a “superintendent”, has £8.5m, and <no> team.")),
        Part::Item(text("anti-trafficking, part-time")),
        Part::Table(vec![
            vec![text("Area"), text("Position")],
            vec![text("R&D"), text("It was given, in part, in 2017.")],
        ]),
        Part::Quotation(text("Forces should.")),
    ]
}

fn each_character(document: &Document, mut see: impl FnMut(char, u32, u32)) {
    for block in &document.blocks {
        // A space stands for white space of any kind, and has no place of its own.
        for (at, c) in block.text().char_indices().filter(|(_, c)| *c != ' ') {
            let spot = block.spot(at);
            assert_eq!(spot.page, None);
            see(c, spot.line, spot.column);
        }
    }
}

#[test]
fn in_text_formats_by_line_and_column_of_the_file() {
    let mut seen = 0;
    for file in files(&parts()).iter().take(2) {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        let lines: Vec<Vec<char>> = text.lines().map(|line| line.chars().collect()).collect();
        each_character(&file.open(), |c, line, column| {
            let found = lines[line as usize - 1].get(column as usize - 1).copied();
            let is_it = found == Some(c) || ("&<>".contains(c) && found == Some('&'));
            assert!(is_it, "{}: {c:?} is {found:?} at {line}:{column}", file.name);
            seen += 1;
        });
    }
    assert!(seen > 200);
}

#[test]
fn in_packed_formats_by_paragraph_and_character() {
    let paragraphs: Vec<String> = parts()
        .into_iter()
        .flat_map(|part| match part {
            Part::Heading(_, words)
            | Part::Paragraph(words)
            | Part::Item(words)
            | Part::Quotation(words) => vec![words],
            Part::Table(rows) => rows.concat(),
        })
        .collect();
    for file in files(&parts()).iter().skip(2) {
        each_character(&file.open(), |c, line, column| {
            let found = paragraphs[line as usize - 1].chars().nth(column as usize - 1);
            assert_eq!(found, Some(c), "{}: {line}:{column}", file.name);
        });
    }
}
