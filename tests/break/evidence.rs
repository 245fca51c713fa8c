//! Rows 1 and 22: what speaks for itself is no evidence.

use std::fs;

use crate::packing::{docx, odt, packed};
use crate::workplace::{NORTHMARCH, Workplace};
use crate::writer::{Writer, rule, text};

const QUOTE: &str = "These words are my own and nobody else's.";

/// A declaration that quotes this file.
fn quoting(file: &str) -> String {
    format!(
        "{NORTHMARCH}\n[[source]]\nid = \"book\"\ntitle = \"Book\"\nfile = \"{file}\"\n\n\
         [lead]\nstate = \"in place\"\ncapacity = \"full-time\"\nrank = \"superintendent\"\n\
         evidence = [{{ source = \"book\", quote = \"{QUOTE}\" }}]\n"
    )
}

#[test]
fn row_1_no_file_of_this_program_is_evidence() {
    let itself = quoting("book.txt");
    let place = Workplace::new().file("self.toml", &itself).file("paper.txt", QUOTE);
    let place = place.file("own.toml", quoting("paper.txt"));
    place.run("baseline own.toml").done();
    let check = "check --full own.toml --format";
    let rendered = |format: &str| place.bytes(&format!("{check} {format}"));
    let sources: Vec<(&str, Vec<u8>)> = vec![
        ("its own text", itself.clone().into_bytes()),
        ("a text around it", format!("Our answer:\n\n{itself}\nYours.\n").into_bytes()),
        ("inline tables", itself.replace("[[source]]", "[[ \"source\" ]]").into_bytes()),
        ("another declaration", format!("force.id = \"x\"\nnote = \"{QUOTE}\"\n").into_bytes()),
        ("settings", format!("check = [\"{QUOTE}\"]\n").into_bytes()),
        ("a rule pack", format!("[[requirement]]\ntitle = \"{QUOTE}\"\n").into_bytes()),
        ("a confirmation", format!("[[confirmation]]\nquote = \"{QUOTE}\"\n").into_bytes()),
        ("a baseline", (place.read("baseline.toml") + "# " + QUOTE).into_bytes()),
        ("a result", rendered("json")),
        ("lines of results", rendered("ndjson")),
        ("a report for people", rendered("markdown")),
        ("a report for programs", rendered("junit")),
    ];
    for (what, bytes) in sources {
        for name in ["book.txt", "book.md", "book"] {
            let place = Workplace::new().file("northmarch.toml", quoting(name)).file(name, &bytes);
            if what == "a report for programs" && name == "book.md" {
                // Such a file isn't read at all, so that it backs nothing.
                let out = place.run("check --full northmarch.toml --format json").done().out;
                assert!(!out.contains("\"basis\": \"quoted\""), "{what} as {name}: {out}");
                continue;
            }
            let run = place.run("check --full northmarch.toml --fail-on not-evidenced").wrong();
            let refused = run.err.contains("declaration::speaks-for-itself");
            assert!(refused, "{what} as {name}: {run}");
        }
    }
    let place = Workplace::new().file("northmarch.toml", quoting("northmarch.toml"));
    place.run("check --full northmarch.toml").wrong().golden_in("break", "speaks-for-itself");
    let place =
        Workplace::new().file("northmarch.toml", quoting("paper.txt")).file("paper.txt", QUOTE);
    let out = place.run("check --full northmarch.toml --format json").done().out;
    assert!(out.contains("\"basis\": \"quoted\""), "a paper is one");
}

#[cfg(unix)]
#[test]
fn row_1_nor_is_it_through_a_link() {
    let place = Workplace::new().file("northmarch.toml", quoting("book.txt"));
    std::os::unix::fs::symlink("northmarch.toml", place.path("book.txt")).unwrap();
    place.run("check --full northmarch.toml").wrong();
    fs::remove_file(place.path("book.txt")).unwrap();
    fs::hard_link(place.path("northmarch.toml"), place.path("book.txt")).unwrap();
    place.run("check --full northmarch.toml").wrong();
}

#[test]
fn row_1_nor_is_it_a_paper() {
    let place =
        Workplace::new().file("northmarch.toml", quoting("paper.txt")).file("paper.txt", QUOTE);
    let declared = place.read("northmarch.toml");
    let place = place.file("copy.txt", declared);
    place.run("check --full copy.txt --force northmarch").wrong().golden_in("break", "no-paper");
}

/// Pages and papers in which the quote stands where nobody sees it.
fn unseen(words: &str) -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let page =
        |body: &str| format!("<!doctype html><p>An answer on the lead.</p>{body}").into_bytes();
    let run = |properties: &str| {
        format!(
            "<w:p><w:r><w:t>An answer on the lead.</w:t></w:r></w:p>\
             <w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let urn = "urn:oasis:names:tc:opendocument:xmlns";
    let styled = |properties: &str| {
        let content = format!(
            "<office:document-content xmlns:office=\"{urn}:office:1.0\" xmlns:text=\"{urn}:text:1.0\" \
             xmlns:style=\"{urn}:style:1.0\" xmlns:fo=\"{urn}:xsl-fo-compatible:1.0\">\
             <office:automatic-styles><style:style style:name=\"T1\" style:family=\"text\">\
             <style:text-properties {properties}/></style:style></office:automatic-styles>\
             <office:body><office:text><text:p>An answer on the lead.</text:p><text:p>\
             <text:span text:style-name=\"T1\">{words}</text:span></text:p></office:text></office:body>\
             </office:document-content>"
        );
        let kind: &[u8] = b"application/vnd.oasis.opendocument.text";
        packed(&[("mimetype", kind), ("content.xml", content.as_bytes())])
    };
    vec![
        ("a hidden element", "book.html", page(&format!("<p hidden>{words}</p>"))),
        (
            "no display",
            "book.html",
            page(&format!("<div style='display: none'><p>{words}</p></div>")),
        ),
        ("white on white", "book.html", page(&format!("<p style='color:#FFF'>{words}</p>"))),
        ("a white font", "book.html", page(&format!("<p><font color=white>{words}</font></p>"))),
        ("no size", "book.html", page(&format!("<p style='font-size:0'>{words}</p>"))),
        (
            "off the page",
            "book.html",
            page(&format!("<p style='position:absolute;left:-9999px'>{words}</p>")),
        ),
        (
            "a class",
            "book.html",
            page(&format!("<style>.x {{ opacity: 0 }}</style><p class=x>{words}</p>")),
        ),
        ("struck out", "book.html", page(&format!("<p><del>{words}</del></p>"))),
        ("struck in Markdown", "book.md", format!("An answer.\n\n~~{words}~~\n").into_bytes()),
        ("a comment", "book.md", format!("An answer.\n\n<!-- {words} -->\n").into_bytes()),
        ("hidden in Word", "book.docx", docx(&run("<w:vanish/>"))),
        ("struck in Word", "book.docx", docx(&run("<w:strike/>"))),
        ("white in Word", "book.docx", docx(&run("<w:color w:val=\"FFFFFF\"/>"))),
        ("tiny in Word", "book.docx", docx(&run("<w:sz w:val=\"2\"/>"))),
        ("hidden in OpenDocument", "book.odt", styled("text:display=\"none\"")),
        ("white in OpenDocument", "book.odt", styled("fo:color=\"#ffffff\"")),
        ("struck in OpenDocument", "book.odt", styled("style:text-line-through-style=\"solid\"")),
        ("struck twice in Word", "book.docx", docx(&run("<w:dstrike w:val=\"true\"/>"))),
        ("deleted in Word", "book.docx", docx(&deleted(words))),
        ("struck by a class", "book.html", page(&struck_by_a_class(words))),
    ]
    .into_iter()
    .chain(unseen_in_pdfs(words))
    .collect()
}

fn deleted(words: &str) -> String {
    format!(
        "<w:p><w:r><w:t>An answer on the lead.</w:t></w:r></w:p>\
         <w:p><w:del w:id=\"1\"><w:r><w:delText>{words}</w:delText></w:r></w:del></w:p>"
    )
}

fn struck_by_a_class(words: &str) -> String {
    format!("<style>p.old {{ text-decoration: line-through }}</style><p class=old>{words}</p>")
}

/// The same of PDFs, in which everything is drawn.
fn unseen_in_pdfs(words: &str) -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let seen = text(72.0, 100.0, 11.0, "An answer on the lead, as everybody may read it.");
    let quote = text(72.0, 200.0, 11.0, words);
    let (left, right) = (71.0, 300.0);
    let bar = |y: f32, height: f32| {
        format!("{left} {} {} {height} re f\n", 842.0 - y - height, right - left)
    };
    let drawn = |content: &str| {
        let mut writer = Writer::new();
        writer.page(&(seen.clone() + content));
        writer.finish()
    };
    let noted = |kind: &str| {
        let mut writer = Writer::new();
        writer.page(&(seen.clone() + &quote));
        let file = String::from_utf8_lossy(&writer.finish()).into_owned();
        let note = format!(
            "/MediaBox [0 0 595 842] /Annots [<< /Type /Annot /Subtype /{kind} /F 4 /Rect [70 638 310 654] \
             /QuadPoints [70 654 310 654 70 638 310 638] >>]"
        );
        file.replace("/MediaBox [0 0 595 842]", &note).into_bytes()
    };
    vec![
        ("white in a PDF", "book.pdf", drawn(&format!("1 g\n{quote}"))),
        (
            "white on a white box in a PDF",
            "book.pdf",
            drawn(&format!("1 g\n{}{quote}", bar(190.0, 14.0))),
        ),
        ("black on black in a PDF", "book.pdf", drawn(&format!("{}{quote}", bar(190.0, 14.0)))),
        ("under a box in a PDF", "book.pdf", drawn(&format!("{quote}{}", bar(190.0, 14.0)))),
        (
            "clipped away in a PDF",
            "book.pdf",
            drawn(&format!("q 72 700 100 50 re W n\n{quote}Q\n")),
        ),
        ("unpainted in a PDF", "book.pdf", drawn(&format!("3 Tr\n{quote}"))),
        (
            "struck by a line in a PDF",
            "book.pdf",
            drawn(&format!("{quote}{}", rule(72.0, 197.0, 72.0 + 205.0, 197.0))),
        ),
        ("struck by a note in a PDF", "book.pdf", noted("StrikeOut")),
        ("marked to be taken out of a PDF", "book.pdf", noted("Redact")),
    ]
}

#[test]
fn row_22_what_nobody_sees_is_no_text_of_the_page_and_is_told() {
    let words = "Northmarch Police has a modern slavery lead.";
    for (what, name, bytes) in unseen(words) {
        let place = Workplace::new().file(name, bytes);
        let run = place.run(&format!("read {name} --force Northmarch --format json")).done();
        let reading: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(reading["arrangements"], serde_json::json!([]), "{what}: {run}");
        let told = reading["warnings"].as_array().unwrap();
        assert!(told.iter().any(|one| one["code"] == "document::unseen"), "{what}: {run}");
        assert!(!run.err.contains("slavery lead"), "{what}: what is secret isn't repeated: {run}");
        if matches!(what, "under a box in a PDF" | "struck by a class" | "deleted in Word") {
            let mut run = place.run(&format!("read {name} --force Northmarch"));
            run.out = "…\n".to_owned();
            run.golden_in("break", &format!("left-out-{}", name.replace("book.", "")));
        }
    }
}

#[test]
fn row_22_what_nobody_sees_is_found_marked_and_counts_as_cited() {
    for (what, name, bytes) in unseen(QUOTE) {
        let place = Workplace::new().file("northmarch.toml", quoting(name)).file(name, bytes);
        let run = place.run("check --full northmarch.toml --format json").done();
        assert!(run.err.contains("declaration::quote-unseen"), "{what}: {run}");
        let result: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let all = result["arrangements"].as_array().unwrap();
        let lead = all.iter().find(|one| one["arrangement"] == "lead").unwrap();
        assert_eq!(lead["basis"], "cited", "{what}");
        let evidence = &lead["evidence"][0];
        let seen = (&evidence["unseen"], &evidence["place"]);
        assert_eq!(seen, (&true.into(), &serde_json::Value::Null), "{what}");
        // A gate that asks for words that were found doesn't take it, and reports say why.
        let place = place.file("msacheck.toml", "[gate]\nbasis = \"quoted\"\n");
        place.run("check --full northmarch.toml --arrangement lead").failed();
        let csv =
            place.run("check --full northmarch.toml --format csv --arrangement lead").failed().out;
        assert!(csv.contains("hidden, covered or struck out there"), "{what}: {csv}");
        if what == "white on white" {
            let mut run = place.run("check --full northmarch.toml --arrangement lead");
            run.out = "…\n".to_owned();
            run.golden_in("break", "unseen");
        }
    }
}

#[test]
fn row_22_what_everybody_sees_is_quoted() {
    let page =
        |body: &str| format!("<!doctype html><p>An answer on the lead.</p>{body}").into_bytes();
    let shown = |properties: &str| {
        docx(&format!("<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{QUOTE}</w:t></w:r></w:p>"))
    };
    for (what, name, bytes) in [
        ("a page", "book.html", page(&format!("<p>{QUOTE}</p>"))),
        (
            "white on navy",
            "book.html",
            page(&format!("<p style='color:white;background:navy'>{QUOTE}</p>")),
        ),
        ("twice", "book.html", page(&format!("<p hidden>{QUOTE}</p><p>{QUOTE}</p>"))),
        (
            "hidden beside it",
            "book.html",
            page(&format!("<p hidden>Nothing of it all.</p><p>{QUOTE}</p>")),
        ),
        ("Word", "book.docx", shown("<w:b/>")),
        (
            "white on a ground",
            "book.docx",
            shown("<w:color w:val=\"FFFFFF\"/><w:shd w:fill=\"000080\"/>"),
        ),
        ("OpenDocument", "book.odt", odt(&format!("<text:p>{QUOTE}</text:p>"))),
        ("white on navy in a PDF", "book.pdf", {
            let mut writer = Writer::new();
            let text = text(72.0, 100.0, 11.0, QUOTE);
            writer.page(&format!("0 0 0.5 rg 60 700 400 100 re f 1 g\n{text}"));
            writer.finish()
        }),
        ("underlined and highlighted in a PDF", "book.pdf", {
            let mut writer = Writer::new();
            let text = text(72.0, 100.0, 11.0, QUOTE);
            let line = rule(72.0, 102.0, 290.0, 102.0);
            writer.page(&format!("1 1 0 rg 70 738 230 14 re f 0 g\n{text}{line}"));
            writer.finish()
        }),
    ] {
        let place = Workplace::new().file("northmarch.toml", quoting(name)).file(name, bytes);
        let run = place.run("check --full northmarch.toml --format json").done();
        let result: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let all = result["arrangements"].as_array().unwrap();
        let lead = all.iter().find(|one| one["arrangement"] == "lead").unwrap();
        assert_eq!(lead["basis"], "quoted", "{what}: {run}");
    }
}
