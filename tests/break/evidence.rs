//! Rows 1 and 22: what speaks for itself is no evidence.

use std::fs;

use crate::packing::{docx, odt, packed};
use crate::workplace::{NORTHMARCH, Workplace};

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
    let check = "check own.toml --format";
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
                let out = place.run("check northmarch.toml --format json").done().out;
                assert!(!out.contains("\"basis\": \"quoted\""), "{what} as {name}: {out}");
                continue;
            }
            let run = place.run("check northmarch.toml --fail-on not-evidenced").wrong();
            let refused = run.err.contains("declaration::speaks-for-itself");
            assert!(refused, "{what} as {name}: {run}");
        }
    }
    let place = Workplace::new().file("northmarch.toml", quoting("northmarch.toml"));
    place.run("check northmarch.toml").wrong().golden_in("break", "speaks-for-itself");
    let place =
        Workplace::new().file("northmarch.toml", quoting("paper.txt")).file("paper.txt", QUOTE);
    let out = place.run("check northmarch.toml --format json").done().out;
    assert!(out.contains("\"basis\": \"quoted\""), "a paper is one");
}

#[cfg(unix)]
#[test]
fn row_1_nor_is_it_through_a_link() {
    let place = Workplace::new().file("northmarch.toml", quoting("book.txt"));
    std::os::unix::fs::symlink("northmarch.toml", place.path("book.txt")).unwrap();
    place.run("check northmarch.toml").wrong();
    fs::remove_file(place.path("book.txt")).unwrap();
    fs::hard_link(place.path("northmarch.toml"), place.path("book.txt")).unwrap();
    place.run("check northmarch.toml").wrong();
}

#[test]
fn row_1_nor_is_it_a_paper() {
    let place =
        Workplace::new().file("northmarch.toml", quoting("paper.txt")).file("paper.txt", QUOTE);
    let declared = place.read("northmarch.toml");
    let place = place.file("copy.txt", declared);
    place.run("check copy.txt --force northmarch").wrong().golden_in("break", "no-paper");
}

/// Pages and papers in which the quote stands where nobody sees it.
fn unseen() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let page =
        |body: &str| format!("<!doctype html><p>An answer on the lead.</p>{body}").into_bytes();
    let run = |properties: &str| {
        format!(
            "<w:p><w:r><w:t>An answer on the lead.</w:t></w:r></w:p>\
             <w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{QUOTE}</w:t></w:r></w:p>"
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
             <text:span text:style-name=\"T1\">{QUOTE}</text:span></text:p></office:text></office:body>\
             </office:document-content>"
        );
        let kind: &[u8] = b"application/vnd.oasis.opendocument.text";
        packed(&[("mimetype", kind), ("content.xml", content.as_bytes())])
    };
    vec![
        ("a hidden element", "book.html", page(&format!("<p hidden>{QUOTE}</p>"))),
        (
            "no display",
            "book.html",
            page(&format!("<div style='display: none'><p>{QUOTE}</p></div>")),
        ),
        ("white on white", "book.html", page(&format!("<p style='color:#FFF'>{QUOTE}</p>"))),
        ("a white font", "book.html", page(&format!("<p><font color=white>{QUOTE}</font></p>"))),
        ("no size", "book.html", page(&format!("<p style='font-size:0'>{QUOTE}</p>"))),
        (
            "off the page",
            "book.html",
            page(&format!("<p style='position:absolute;left:-9999px'>{QUOTE}</p>")),
        ),
        (
            "a class",
            "book.html",
            page(&format!("<style>.x {{ opacity: 0 }}</style><p class=x>{QUOTE}</p>")),
        ),
        ("struck out", "book.html", page(&format!("<p><del>{QUOTE}</del></p>"))),
        ("struck in Markdown", "book.md", format!("An answer.\n\n~~{QUOTE}~~\n").into_bytes()),
        ("a comment", "book.md", format!("An answer.\n\n<!-- {QUOTE} -->\n").into_bytes()),
        ("hidden in Word", "book.docx", docx(&run("<w:vanish/>"))),
        ("struck in Word", "book.docx", docx(&run("<w:strike/>"))),
        ("white in Word", "book.docx", docx(&run("<w:color w:val=\"FFFFFF\"/>"))),
        ("tiny in Word", "book.docx", docx(&run("<w:sz w:val=\"2\"/>"))),
        ("hidden in OpenDocument", "book.odt", styled("text:display=\"none\"")),
        ("white in OpenDocument", "book.odt", styled("fo:color=\"#ffffff\"")),
        ("struck in OpenDocument", "book.odt", styled("style:text-line-through-style=\"solid\"")),
    ]
}

#[test]
fn row_22_what_nobody_sees_is_found_marked_and_counts_as_cited() {
    for (what, name, bytes) in unseen() {
        let place = Workplace::new().file("northmarch.toml", quoting(name)).file(name, bytes);
        let run = place.run("check northmarch.toml --format json").done();
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
        place.run("check northmarch.toml --arrangement lead").failed();
        let csv = place.run("check northmarch.toml --format csv --arrangement lead").failed().out;
        assert!(csv.contains("hidden, covered or struck out there"), "{what}: {csv}");
        if what == "white on white" {
            let mut run = place.run("check northmarch.toml --arrangement lead");
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
    ] {
        let place = Workplace::new().file("northmarch.toml", quoting(name)).file(name, bytes);
        let run = place.run("check northmarch.toml --format json").done();
        let result: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let all = result["arrangements"].as_array().unwrap();
        let lead = all.iter().find(|one| one["arrangement"] == "lead").unwrap();
        assert_eq!(lead["basis"], "quoted", "{what}: {run}");
    }
}
