//! Files made to harm, and files that were harmed: each is read or refused, soon, and never
//! half read without a word.

use std::time::{Duration, Instant};

use msacheck::document::{self, Document};
use msacheck::source::Fault;
use proptest::prelude::*;

use crate::packing::{docx, odt, packed};
use crate::paper::{Part, files};
use crate::runs;

/// No file takes longer, in a build without optimisation on a busy machine.
const SOON: Duration = Duration::from_secs(60);

const PARAGRAPH: &str = "<w:p><w:r><w:t>Text.</w:t></w:r></w:p>";

fn soon(name: &str, bytes: &[u8]) -> Result<Document, Fault> {
    let start = Instant::now();
    let read = document::open(name, bytes);
    assert!(start.elapsed() < SOON, "{name} took {:?}", start.elapsed());
    read
}

fn code(name: &str, bytes: &[u8]) -> &'static str {
    soon(name, bytes).unwrap_err().fault_code()
}

/// The first block's text.
fn first(name: &str, bytes: &[u8]) -> String {
    soon(name, bytes).unwrap().blocks[0].text().to_owned()
}

#[test]
fn a_zip_bomb_stops_at_what_a_paper_can_have() {
    let bomb = vec![b' '; 80 << 20];
    let bytes = packed(&[("word/document.xml", &bomb)]);
    assert!(bytes.len() < 1 << 20);
    assert_eq!(code("a.docx", &bytes), "document::too-large");
    // Each part of it would do.
    let header = [b"<w:hdr>", vec![b' '; 60 << 20].as_slice(), b"</w:hdr>"].concat();
    let names: Vec<String> = (0..6).map(|n| format!("word/header{n}.xml")).collect();
    let relations: String =
        (0..6).map(|n| format!("<R Type='x/header' Target='header{n}.xml'/>")).collect();
    let relations = format!("<R>{relations}</R>");
    let text = format!("<w:document>{PARAGRAPH}</w:document>");
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("word/document.xml", text.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
    ];
    parts.extend(names.iter().map(|name| (name.as_str(), header.as_slice())));
    assert_eq!(code("a.docx", &packed(&parts)), "document::too-large");
}

#[test]
fn archives_that_lie_are_refused() {
    let good = docx(PARAGRAPH);
    assert_eq!(code("a.docx", &good[..good.len() / 2]), "document::damaged");
    assert_eq!(code("a.docx", b"PK\x03\x04 and nothing more"), "document::damaged");
    // Two parts of one name: rename one of two in place.
    let text = format!("<w:document>{PARAGRAPH}</w:document>");
    let mut twice =
        packed(&[("word/document.xml", text.as_bytes()), ("word/documenu.xml", b"<a/>")]);
    while let Some(at) = twice.windows(17).position(|name| name == b"word/documenu.xml") {
        twice[at + 12] = b't';
    }
    assert_eq!(code("a.docx", &twice), "document::damaged");
    // The flag of encryption in the local header and in the directory.
    let mut encrypted = good.clone();
    for (mark, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let places: Vec<usize> =
            (0..encrypted.len() - 4).filter(|at| encrypted[*at..].starts_with(mark)).collect();
        for at in places {
            encrypted[at + flags] |= 1;
        }
    }
    assert_eq!(code("a.docx", &encrypted), "document::encrypted");
    // An archive in the archive is no business of ours.
    let nested = packed(&[("word/document.xml", text.as_bytes()), ("word/a.docx", &good)]);
    assert_eq!(first("a.docx", &nested), "Text.");
    // Nor are names that point elsewhere.
    let tricks =
        packed(&[("../../word/document.xml", b"<a/>"), ("word/document.xml", text.as_bytes())]);
    assert_eq!(first("a.docx", &tricks), "Text.");
}

#[test]
fn missing_and_broken_parts_are_faults() {
    let types: &[u8] = b"<Types>wordprocessingml.document.main+xml</Types>";
    assert_eq!(code("a.docx", &packed(&[("[Content_Types].xml", types)])), "document::damaged");
    let mimetype: &[u8] = b"application/vnd.oasis.opendocument.text";
    assert_eq!(code("a.odt", &packed(&[("mimetype", mimetype)])), "document::damaged");
    for broken in [
        &b""[..],
        b"no xml",
        b"<w:document><w:body>",
        b"<w:document></w:body>",
        b"<w:document>\xff</w:document>",
        b"\xff\xfe<\0w\0",
        b"<!DOCTYPE a [<!ENTITY b 'cccc'>]><w:document><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>",
        b"<w:document><w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p></w:document>",
    ] {
        let bytes = packed(&[("word/document.xml", broken)]);
        let shown = String::from_utf8_lossy(broken);
        assert_eq!(code("a.docx", &bytes), "document::damaged", "{shown}");
        let bytes = packed(&[("mimetype", mimetype), ("content.xml", broken)]);
        assert_eq!(code("a.odt", &bytes), "document::damaged", "{shown}");
    }
}

#[test]
fn elements_within_elements_need_no_stack() {
    // Three in one another each are just below what any document may have.
    let deep = |open: &str, close: &str| open.repeat(33_000) + &close.repeat(33_000);
    for (open, close) in [
        ("<w:sdt>", "</w:sdt>"),
        ("<w:p><w:r>", "</w:r></w:p>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"),
        ("<w:rPr>", "</w:rPr>"),
        ("<w:del>", "</w:del>"),
    ] {
        let body = PARAGRAPH.to_owned() + &deep(open, close);
        assert_eq!(first("a.docx", &docx(&body)), "Text.", "{open}");
    }
    for (open, close) in [
        ("<text:span>", "</text:span>"),
        ("<text:p>", "</text:p>"),
        ("<text:list><text:list-item>", "</text:list-item></text:list>"),
        ("<text:note><text:note-body>", "</text:note-body></text:note>"),
        (
            "<table:table><table:table-row><table:table-cell>",
            "</table:table-cell></table:table-row></table:table>",
        ),
    ] {
        let body = "<text:p>Text.</text:p>".to_owned() + &deep(open, close);
        assert_eq!(first("a.odt", &odt(&body)), "Text.", "{open}");
    }
    let unclosed = PARAGRAPH.to_owned() + &"<w:sdt>".repeat(1_000_000);
    assert_eq!(code("a.docx", &docx(&unclosed)), "document::damaged");
}

#[test]
fn html_of_any_depth_is_read() {
    let many =
        |times: usize, what: &str| format!("<!doctype html><p>Text.</p>{}", what.repeat(times));
    for html in [
        many(1_000_000, "<div>"),
        many(1_000_000, "<b>"),
        many(100_000, "<ul><li>"),
        many(100_000, "<table><tr><td>"),
        many(200_000, "</p></td>"),
        many(1_000_000, "<"),
        many(1_000_000, "&"),
        many(1_000_000, "<!--"),
        many(100_000, "<script>"),
        many(200_000, "<div>") + &"</span></div>".repeat(100_000),
        format!("<!doctype html><p>Text.<a {}>", "a b=1 ".repeat(200_000)),
    ] {
        let text = first("a.html", html.as_bytes());
        assert!(text.starts_with("Text."), "{}", text.chars().take(80).collect::<String>());
    }
}

#[test]
fn markdown_of_any_depth_is_read_or_refused() {
    for text in [
        "[".repeat(300_000),
        "*a **b ".repeat(100_000),
        "`".repeat(300_000),
        "<!-- ".repeat(100_000) + "x",
        (0..1000).map(|n| format!("{}- x\n", "  ".repeat(n))).collect(),
        "|a|b|\n|-|-|\n".to_owned() + &"|c|\n".repeat(100_000),
    ] {
        let _ = soon("a.md", text.as_bytes());
    }
    for marks in ["> ", ">", "- ", "1. "] {
        let text = marks.repeat(100_000) + "x\n" + &"lazy\n".repeat(100_000);
        assert_eq!(code("a.md", text.as_bytes()), "document::too-deep", "{marks}");
    }
}

#[test]
fn long_paragraphs_and_large_tables_take_their_time_once() {
    let long = "word ".repeat(190_000);
    let paragraph = format!("<w:p><w:r><w:t>{long}</w:t></w:r></w:p>");
    assert_eq!(first("a.docx", &docx(&paragraph)).len(), long.len() - 1);
    assert_eq!(first("a.odt", &odt(&format!("<text:p>{long}</text:p>"))).len(), long.len() - 1);
    assert_eq!(first("a.html", format!("<p>{long}").as_bytes()).len(), long.len() - 1);
    // Whether the first line of a paragraph is a label is looked at once.
    let lines = format!("{}{}", "A".repeat(400_000), "\na".repeat(250_000));
    assert!(soon("a.txt", lines.as_bytes()).is_ok());
    assert!(soon("a.md", lines.as_bytes()).is_ok());
    let runs = "<w:r><w:t>a</w:t><w:br/></w:r>".repeat(200_000);
    assert!(soon("a.docx", &docx(&format!("<w:p>{runs}</w:p>"))).is_ok());
    let row = format!("<tr>{}", "<td>x".repeat(10));
    let table = format!("<!doctype html><table>{}", row.repeat(10_000));
    assert_eq!(soon("a.html", table.as_bytes()).unwrap().blocks.len(), 100_000);
    let long = "<tr><td>Coordinator<td>G".repeat(100_000);
    let _ = soon("a.html", format!("<!doctype html><table>{long}").as_bytes());
    let wide = "<tr><td colspan=4000000000 rowspan=4000000000>x<th>y".repeat(20_000);
    assert!(soon("a.html", format!("<!doctype html><table>{wide}").as_bytes()).is_ok());
}

/// A paper with one of everything.
fn paper() -> Vec<Part> {
    let text = |text: &str| text.to_owned();
    vec![
        Part::Heading(1, text("Our response")),
        Part::Paragraph(text("The Force’s lead & its deputy.")),
        Part::Item(text("one item")),
        Part::Table(vec![
            vec![text("Area"), text("Position")],
            vec![text("Training"), text("Given.")],
        ]),
        Part::Quotation(text("Forces should.")),
    ]
}

const WORD_BODY: &str = "<w:p><w:pPr><w:pStyle w:val='Heading1'/><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>One</w:t></w:r></w:p>\
    <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>Two</w:t></w:r></w:p></w:tc></w:tr>\
    <w:tr><w:tc><w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>x</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>&#8217;</w:t>\
    <w:fldChar w:fldCharType='end'/></w:r></w:p></w:tc></w:tr></w:tbl><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Three</w:t></w:r></w:p></mc:Choice></mc:AlternateContent>";

proptest! {
    #![proptest_config(runs(200))]

    #[test]
    fn a_file_with_some_bytes_changed_is_read_or_refused(
        which in 0..4_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in proptest::option::of(any::<prop::sample::Index>()),
    ) {
        let file = &files(&paper())[which];
        let mut bytes = file.bytes.clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(document) = document::open(file.name, &bytes) {
            prop_assert!(!document.blocks.is_empty());
        }
    }

    #[test]
    fn a_body_with_pieces_left_out_or_doubled_is_read_or_refused(
        edits in prop::collection::vec((any::<bool>(), any::<prop::sample::Index>(), 1..40_usize), 1..5),
    ) {
        let mut body = WORD_BODY.to_owned();
        for (doubles, at, length) in edits {
            let start = at.index(body.len());
            let end = (start + length).min(body.len());
            if let Some(piece) = body.get(start..end).map(str::to_owned) {
                body.replace_range(start..end, &if doubles { piece.repeat(2) } else { String::new() });
            }
        }
        if let Ok(document) = document::open("a.docx", docx(&body)) {
            prop_assert!(!document.blocks.is_empty());
        }
    }
}
