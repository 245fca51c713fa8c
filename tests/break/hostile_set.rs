//! Files that were made to take too long or too much: small, or no larger than what is read, and each of a
//! kind of its own. They are made here, since they are nothing to keep.

use crate::packing::{docx, odt, packed};
use crate::workplace::NORTHMARCH;
use crate::writer::{Writer, deflated, text};

/// Said first, so that the rest is read as a paper about slavery that speaks for a force.
pub(crate) const START: &str = "Northmarch Police has a modern slavery lead.\n\n";

/// A file, and what reads it beside `check`.
pub(crate) struct Hostile {
    pub(crate) name: &'static str,
    pub(crate) bytes: Vec<u8>,
    /// Files that it needs beside it.
    pub(crate) beside: Vec<(String, Vec<u8>)>,
}

impl Hostile {
    fn new(name: &'static str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name, bytes: bytes.into(), beside: Vec::new() }
    }
}

/// All of it, where a text has so many bytes.
pub(crate) fn hostile_set(size: usize) -> Vec<Hostile> {
    let mut set = texts(size);
    set.extend(packages(size));
    set.extend(pdfs(size));
    set.push(quotes(size));
    set.push(whole_lines(size));
    set
}

/// Text, Markdown and HTML.
pub(crate) fn texts(size: usize) -> Vec<Hostile> {
    let fill = |piece: &str, size: usize| START.to_owned() + &piece.repeat(size / piece.len());
    let lead = "We lead. ";
    let line = size.min(990_000);
    vec![
        // One paragraph; paragraphs, lines, sentences and words without end.
        Hostile::new("paragraph.txt", fill(lead, 15 * size / 4)),
        Hostile::new("paragraph-that-is-read.txt", fill(lead, line)),
        Hostile::new("paragraphs.txt", fill("We lead. We lead.\n\n", size)),
        Hostile::new("lines.txt", fill("a\n", size)),
        Hostile::new("letters.txt", fill("A.\n\n", size)),
        Hostile::new("questions.txt", fill("? ", size)),
        Hostile::new("cues.txt", fill("lead coordinator modern slavery team\n\n", size)),
        Hostile::new("cues-in-a-line.txt", fill("lead ", line)),
        Hostile::new("letters-in-a-line.txt", fill("a ", line)),
        Hostile::new("blank.txt", vec![b'\n'; 4 * size]),
        Hostile::new("lines.md", fill("a\n", size)),
        Hostile::new("items.md", fill("- a\n", size)),
        Hostile::new("stars.md", fill("*a **b ", size)),
        Hostile::new("cells.md", format!("|a|b|\n|-|-|\n{}", fill("|c|d|\n", size))),
        Hostile::new("bold.html", format!("<!doctype html><p>{}", fill("<b>", 2 * size))),
        Hostile::new("paragraphs.html", format!("<!doctype html>{}", fill("<p>a", 2 * size))),
        Hostile::new(
            "cells.html",
            format!("<!doctype html><table>{}", fill("<tr><td>a", 2 * size)),
        ),
        // A table of many columns, boxes in one another, rules without end for elements without end.
        Hostile::new(
            "columns.html",
            format!("<!doctype html><table><tr>{}", fill("<td>a", (size / 20).max(50_000))),
        ),
        Hostile::new("boxes.html", {
            let boxes = "<table><tr><td>".repeat(1_000);
            format!("<!doctype html><p>{START}{boxes}We lead.")
        }),
        Hostile::new("rules.html", {
            let rules: String = (0..5_000).map(|n| format!(".a{n} p{{display:none}}")).collect();
            format!("<!doctype html><style>{rules}</style>{}", fill("<p>a", 2 * size))
        }),
        Hostile::new("names.html", {
            let names = (0..size / 8).map(|n| format!("<x{n}>"));
            format!("<!doctype html>{}", names.collect::<String>())
        }),
    ]
}

/// Word and OpenDocument: one paragraph, many, many parts, elements in one another.
pub(crate) fn packages(size: usize) -> Vec<Hostile> {
    let xml = 30 * size / 4;
    let fill = |piece: &str| piece.repeat(xml / piece.len());
    let run = |text: &str| format!("<w:p><w:r>{text}</w:r></w:p>");
    let row = "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>";
    vec![
        Hostile::new("paragraph.docx", docx(&run(&format!("<w:t>{}</w:t>", fill("We lead. "))))),
        Hostile::new("paragraphs.docx", docx(&fill(&run("<w:t>A.</w:t>")))),
        Hostile::new("open.docx", docx(&fill("<w:p>"))),
        Hostile::new("breaks.docx", docx(&run(&format!("<w:t>a</w:t>{}", fill("<w:br/>"))))),
        Hostile::new("parts.docx", parts(13 * size)),
        Hostile::new("cells.odt", odt(&format!("<table:table>{}</table:table>", fill(row)))),
    ]
}

/// A Word file of which four parts have so many bytes each.
fn parts(size: usize) -> Vec<u8> {
    let header =
        format!("<w:hdr>{}</w:hdr>", "<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(size / 33));
    let names: Vec<String> = (0..3).map(|n| format!("word/header{n}.xml")).collect();
    let relations: String =
        (0..3).map(|n| format!("<R Type='x/header' Target='header{n}.xml'/>")).collect();
    let relations = format!("<R>{relations}</R>");
    let body = "<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(size / 33);
    let body = format!("<w:document><w:body>{body}</w:body></w:document>");
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("word/document.xml", body.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
    ];
    parts.extend(names.iter().map(|name| (name.as_str(), header.as_bytes())));
    packed(&parts)
}

/// PDFs that draw the same again and again, and others.
fn pdfs(size: usize) -> Vec<Hostile> {
    let folded = "/Filter /FlateDecode";
    let glyphs = |count: usize| {
        let line = "BT /F1 5 Tf 20 700 Td (The force has a lead for modern slavery and it works. ) Tj ET\n";
        line.repeat(count / 53)
    };
    let shared = |pages: usize, content: &str, resources: &str, mut writer: Writer| {
        let content =
            writer.stream(folded, &deflated(std::iter::once(content.as_bytes().to_vec())));
        for _ in 0..pages {
            writer.page_of(content, resources);
        }
        writer.finish()
    };
    let mut set = vec![
        Hostile::new("dense-20.pdf", shared(20, &glyphs(200_000), "", Writer::new())),
        Hostile::new("dense-2000.pdf", shared(2000, &glyphs(200_000), "", Writer::new())),
        Hostile::new("less-dense-2000.pdf", shared(2000, &glyphs(20_000), "", Writer::new())),
        Hostile::new("strokes-2000.pdf", {
            let strokes: String =
                (0..20_000).map(|n| format!("{} {} 50 1 re f\n", n % 500, n % 800)).collect();
            shared(2000, &strokes, "", Writer::new())
        }),
        Hostile::new("grid-200.pdf", {
            let lines = (0..1500).map(|n| {
                let (x, y) = (f64::from(n) * 0.39, f64::from(n) * 0.56);
                format!("{x} 0 m {x} 842 l S\n0 {y} m 595 {y} l S\n")
            });
            shared(200, &(lines.collect::<String>() + &glyphs(30_000)), "", Writer::new())
        }),
        Hostile::new("nothing-2000.pdf", shared(2000, &"q Q ".repeat(1 << 20), "", Writer::new())),
        Hostile::new("scattered-500.pdf", {
            let words: String = (0..3000)
                .map(|n| {
                    format!("BT /F1 4 Tf {} {} Td (A{n}.) Tj ET\n", (n * 37) % 590, (n * 91) % 840)
                })
                .collect();
            shared(500, &words, "", Writer::new())
        }),
    ];
    set.push(Hostile::new("forms.pdf", {
        // Each form draws the next one eight times.
        let mut writer = Writer::new();
        let levels = 9;
        for level in 0..levels {
            let next = writer.objects() + 2;
            let body = if level + 1 < levels { "/X Do ".repeat(8) } else { glyphs(500) };
            let head = format!(
                "/Type /XObject /Subtype /Form /BBox [0 0 595 842] \
                 /Resources << /XObject << /X {next} 0 R >> /Font << /F1 3 0 R >> >>"
            );
            writer.stream(&head, body.as_bytes());
        }
        let resources = format!("/XObject << /X {} 0 R >>", writer.objects() - levels + 1);
        let content = writer.stream("", b"/X Do");
        writer.page_of(content, &resources);
        writer.finish()
    }));
    set.push(Hostile::new("states.pdf", {
        // A large dictionary that is looked up again and again.
        let mut writer = Writer::new();
        let entries: String = (0..size / 16).map(|n| format!("/K{n} {n} ")).collect();
        let state = writer.object(format!("<< {entries} >>"));
        let resources = format!("/ExtGState << /G {state} 0 R >> /Properties << /P {state} 0 R >>");
        let content = writer.stream("", &"/G gs /Span /P BDC EMC ".repeat(50_000).into_bytes());
        writer.page_of(content, &resources);
        writer.finish()
    }));
    set.push(Hostile::new("dict.pdf", {
        let mut writer = Writer::new();
        let dictionary = "<< /A ".repeat(size / 16) + &">>".repeat(size / 16);
        writer.page(&(text(72.0, 100.0, 11.0, "We lead.") + "/Span " + &dictionary + " BDC EMC\n"));
        writer.object(dictionary.clone());
        writer.object("[".repeat(size / 8));
        writer.finish()
    }));
    set.push(Hostile::new("streams.pdf", {
        let mut file = b"%PDF-1.7\n".to_vec();
        file.extend("1 0 obj\n<<>>\nstream\n".repeat(size / 20).bytes());
        file
    }));
    set.push(Hostile::new("unfolding.pdf", {
        let mut writer = Writer::new();
        let stream = deflated(std::iter::repeat_n(vec![b' '; 1 << 20], 30));
        for _ in 0..size / (stream.len() + 200) {
            let content = writer.stream(folded, &stream);
            writer.page_of(content, "");
        }
        writer.finish()
    }));
    set.push(Hostile::new("pictures.pdf", {
        let mut writer = Writer::new();
        let stream = deflated(std::iter::repeat_n(vec![b' '; 1 << 20], 120));
        for _ in 0..size / (stream.len() + 200) {
            writer.stream(&format!("/Type /XObject /Subtype /Image {folded}"), &stream);
        }
        writer.page(&text(72.0, 100.0, 11.0, "We lead."));
        writer.finish()
    }));
    set
}

/// A declaration with many quotes from a long source.
pub(crate) fn quotes(size: usize) -> Hostile {
    let words = |n: usize| format!("one lead for this and reports {n:06} on it");
    let source: String = (0..size / 58).map(|n| format!("The force has {}.\n", words(n))).collect();
    let quotes: String = (0..size / 4 / 75)
        .map(|n| format!("  {{ source = \"s\", quote = \"{}\" }},\n", words(n)))
        .collect();
    declared("quotes.toml", &quotes, source)
}

/// One whose quotes stand in a source of one line, everywhere and nowhere as they must.
pub(crate) fn whole_lines(size: usize) -> Hostile {
    let source = "We lead. ".repeat(size / 9);
    let quotes: String = (0..200)
        .map(|n| {
            let quote = ["We lead.", "We lead. We lead. We lead."][n % 2];
            format!("  {{ source = \"s\", quote = \"{quote}\", line = {} }},\n", n + 2)
        })
        .collect();
    declared("whole-lines.toml", &quotes, source)
}

fn declared(name: &'static str, quotes: &str, source: String) -> Hostile {
    let body = format!(
        "{NORTHMARCH}\n[[source]]\nid = \"s\"\ntitle = \"S\"\nfile = \"s.txt\"\n\n[lead]\n\
         state = \"in place\"\nevidence = [\n{quotes}]\n"
    );
    Hostile { beside: vec![("s.txt".to_owned(), source.into_bytes())], ..Hostile::new(name, body) }
}
