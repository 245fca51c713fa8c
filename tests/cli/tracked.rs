//! What a Word file still shows of its being written, and fixes that are offered in a copy of one.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::packing::packed;
use crate::workplace::Workplace;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn run(text: &str) -> String {
    format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A Word file with this in its body, and these comments.
fn word(body: &str, comments: &[&str]) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:document xmlns:w=\"{W}\"><w:body>{body}<w:sectPr/></w:body></w:document>"
    );
    let own = comments.iter().enumerate().map(|(id, text)| {
        format!("<w:comment w:id=\"{id}\" w:author=\"Desk\"><w:p>{}</w:p></w:comment>", run(text))
    });
    let comments = format!("<w:comments xmlns:w=\"{W}\">{}</w:comments>", own.collect::<String>());
    let relations = "<Relationships><Relationship Type=\"x/comments\" Target=\"comments.xml\"/></Relationships>";
    packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/comments.xml", comments.as_bytes()),
        ("word/media/seal.bin", &[0, 1, 2, 255]),
    ])
}

fn hangs(comment: usize) -> String {
    format!("<w:r><w:commentReference w:id=\"{comment}\"/></w:r>")
}

fn p(inner: &str) -> String {
    format!("<w:p>{inner}</w:p>")
}

fn dated() -> String {
    p(&run("Northmarch Police: modern slavery procedure, 3 May 2026."))
}

/// The text of a part.
fn part(bytes: &[u8], name: &str) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut body = Vec::new();
    zip.by_name(name).unwrap().read_to_end(&mut body).unwrap();
    body
}

#[test]
fn changes_and_comments_that_are_left_are_placeholders() {
    let body = [
        dated(),
        p(&format!("{}<w:ins w:id=\"7\" w:author=\"Desk\">{}</w:ins><w:del w:id=\"8\"><w:r><w:delText>two</w:delText></w:r></w:del>", run("The desk answers within "), run("three days"))),
        p(&format!("{}{}", run("The lead reads each case."), hangs(0))),
        p(&format!("<w:del w:id=\"9\"><w:r><w:delText>An old rule.</w:delText></w:r></w:del>{}", run("A new rule."))),
    ]
    .concat();
    let place = Workplace::new().file("procedure.docx", word(&body, &["ask legal first"]));
    let run = place.run("lint --today 2026-11-24 procedure.docx").failed();
    let out = &run.out;
    for told in ["three days", "ask legal first", "An old rule."] {
        assert!(out.contains(told), "{told}: {out}");
    }
    assert!(!out.contains("“two”"), "the changes of a paragraph are told of once: {out}");
    let csv = place.run("lint --today 2026-11-24 --format csv procedure.docx").failed().out;
    assert_eq!(csv.lines().filter(|line| line.contains("placeholder")).count(), 3, "{csv}");
}

#[test]
fn a_comment_allows_what_its_paragraph_says() {
    let allowed = |comment: &str| {
        let body = [dated(), p(&format!("{}{}", run("Ask HMIC."), hangs(0)))].concat();
        Workplace::new().file("a.docx", word(&body, &[comment]))
    };
    let line = "lint --today 2026-11-24 a.docx";
    allowed("msacheck: allow stale-name: quotes the leaflet of 2016").run(line).done();
    let run = allowed("msacheck: allow stale-name").run(line).failed();
    assert!(run.out.contains("gives no reason") && run.out.contains("HMIC"));
    let run = allowed("msacheck: allow weak-duty: of no use").run(line).failed();
    assert!(run.out.contains("allows nothing"));
}

#[test]
fn a_fix_is_offered_as_a_tracked_change_in_a_copy() {
    let body = [
        dated(),
        p(&format!("{}<w:r><w:tab/></w:r>{}", run("Ask"), run("HMIC &amp; the desk, or HMIC."))),
        // Across two looks, and in what somebody added: left to a person.
        p(&format!("{}<w:r><w:t>IC of it.</w:t></w:r>", run("Tell HM"))),
        p(&format!("<w:ins w:id=\"41\" w:author=\"Desk\">{}</w:ins>", run("Or HMIC."))),
    ]
    .concat();
    let original = word(&body, &[]);
    let place = Workplace::new().file("procedure.docx", &original);
    let shown = place.run("lint --today 2026-11-24 --diff procedure.docx").failed();
    assert!(shown.out.contains("@@ paragraph 2 @@\n-HMIC\n+HMICFRS\n"), "{}", shown.out);
    assert_eq!(place.names(), ["procedure.docx"], "nothing is written yet");
    let run = place.run("lint --today 2026-11-24 --fix procedure.docx").failed();
    assert!(run.err.contains("Offered 2 changes in procedure.fixed.docx"), "{}", run.err);
    assert!(run.err.contains("Left 2 changes to be made by hand"), "{}", run.err);
    let (own, copy) = (
        std::fs::read(place.path("procedure.docx")).unwrap(),
        std::fs::read(place.path("procedure.fixed.docx")).unwrap(),
    );
    assert_eq!(own, original, "the file itself is never touched");
    for name in ["[Content_Types].xml", "word/comments.xml", "word/media/seal.bin"] {
        assert_eq!(part(&copy, name), part(&original, name), "{name}");
    }
    let text = String::from_utf8(part(&copy, "word/document.xml")).unwrap();
    let changed = "<w:del w:id=\"42\" w:author=\"msacheck\" w:date=\"2026-11-24T00:00:00Z\"><w:r><w:rPr><w:b/></w:rPr>\
                   <w:delText xml:space=\"preserve\">HMIC</w:delText></w:r></w:del><w:ins w:id=\"43\"";
    assert!(text.contains(changed), "{text}");
    assert!(text.contains("HMICFRS</w:t></w:r></w:ins>"), "{text}");
    assert!(text.contains(" &amp; the desk, or </w:t>"), "what stands around it stays: {text}");
    // Rejected, all is as it was; accepted, the names are those of today.
    let without = |from: &str, element: &str| {
        let mut out = String::new();
        for (at, piece) in from.split(&format!("<w:{element} w:id=\"4")).enumerate() {
            let end = format!("</w:{element}>");
            out += if at == 0 || !piece.contains("author=\"msacheck\"") {
                piece
            } else {
                piece.split_once(&end).unwrap().1
            };
        }
        out
    };
    assert_eq!(without(&text, "ins").matches("HMICFRS").count(), 0);
    assert_eq!(without(&text, "del").matches("HMICFRS").count(), 2);
    // A copy that somebody may be at work on isn't written over.
    place.run("lint --today 2026-11-24 --fix procedure.docx").wrong();
    place.run("lint --today 2026-11-24 --fix --overwrite procedure.docx").failed();
}
