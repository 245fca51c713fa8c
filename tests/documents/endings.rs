//! What a file is goes by its content, and what isn't read says how to convert it.

use std::path::Path;

use miette::Diagnostic;
use msacheck::document;
use msacheck::source::Fault;
use snapbox::Data;

use crate::packing::{docx, odt, packed};

const PARAGRAPH: &str = "<w:p><w:r><w:t>The force has a lead.</w:t></w:r></w:p>";
const ODT_PARAGRAPH: &str = "<text:p>The force has a lead.</text:p>";
const HTML: &[u8] = b"<!doctype html><p>The force has a lead.";

fn fault(name: &str, bytes: &[u8]) -> Fault {
    document::open(name, bytes).unwrap_err()
}

#[test]
fn a_document_is_read_as_what_it_is() {
    let (word, open) = (docx(PARAGRAPH), odt(ODT_PARAGRAPH));
    for (name, bytes, format, warned) in [
        ("a.docx", word.as_slice(), "docx", false),
        ("a.DOCX", &word, "docx", false),
        ("a", &word, "docx", false),
        ("a.doc", &word, "docx", false),
        ("a.zip", &word, "docx", false),
        ("a.odt", &word, "docx", true),
        ("a.txt", &word, "docx", true),
        ("a.odt", &open, "odt", false),
        ("a.docx", &open, "odt", true),
        ("a.html", HTML, "html", false),
        ("a.txt", HTML, "html", true),
        ("a.docx", HTML, "html", true),
        ("a.htm", b"The force has a lead.", "html", false),
        ("a.md", b"# A lead", "markdown", false),
        ("a.txt", b"# A lead", "text", false),
        ("a", b"# A lead", "text", false),
    ] {
        let document = document::open(name, bytes).unwrap();
        assert_eq!(document.format.word(), format, "{name}");
        let codes: Vec<&str> = document.faults.iter().map(Fault::fault_code).collect();
        assert_eq!(codes, if warned { vec!["document::wrong-ending"] } else { vec![] }, "{name}");
    }
    let document = document::open("a.docx", &open).unwrap();
    let message = "`a.docx` ends in `.docx` but is OpenDocument text (ODT)";
    assert_eq!(document.faults[0].to_string(), message);
}

/// An OLE2 file with a stream of this name.
fn ole2(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(1024, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4096, 0);
    bytes
}

/// Files that aren't read, each with the code of the fault and words of its help.
fn refused() -> Vec<(&'static str, Vec<u8>, &'static str, &'static str)> {
    let types = |kind: &str| {
        let types = format!("<Types><Override ContentType='application/{kind}'/></Types>");
        packed(&[("[Content_Types].xml", types.as_bytes())])
    };
    let mimetype = |kind: &str| packed(&[("mimetype", kind.as_bytes())]);
    let open = "application/vnd.oasis.opendocument";
    vec![
        ("a.doc", ole2("WordDocument"), "document::old-word", ".docx"),
        ("a.docx", ole2("EncryptedPackage"), "document::encrypted", "password"),
        ("a.xls", ole2("Workbook"), "document::spreadsheet", "PDF"),
        ("a.ppt", ole2("PowerPoint Document"), "document::presentation", "PDF"),
        ("a.msg", ole2("__properties_version1.0"), "document::unknown-format", "DOCX"),
        ("a.rtf", b"{\\rtf1 The force}".to_vec(), "document::rtf", "soffice"),
        ("a.doc", b"{\\rtf1 The force}".to_vec(), "document::rtf", "soffice"),
        ("a.xlsx", types("vnd.x.spreadsheetml.sheet"), "document::spreadsheet", "PDF"),
        ("a.pptx", types("vnd.x.presentationml"), "document::presentation", "PDF"),
        ("a.docx", types("vnd.x.presentationml"), "document::presentation", "PDF"),
        ("a.ods", mimetype(&format!("{open}.spreadsheet")), "document::spreadsheet", "PDF"),
        ("a.odp", mimetype(&format!("{open}.presentation")), "document::presentation", "PDF"),
        ("a.epub", mimetype("application/epub+zip"), "document::unknown-format", "DOCX"),
        ("a.pages", packed(&[("Index/Document.iwa", b"x")]), "document::unknown-format", "Pages"),
        ("a.zip", packed(&[("a.txt", b"x")]), "document::unknown-format", "unpack"),
        ("a.docx", packed(&[("a.txt", b"x")]), "document::damaged", "save it anew"),
        ("a.png", b"\x89PNG\r\n\x1a\n".to_vec(), "document::unknown-format", "DOCX"),
        ("a.txt", b"\xff\xd8\xff\xe0".to_vec(), "document::unknown-format", "DOCX"),
        ("a.docx", b"plain words".to_vec(), "document::damaged", ".txt"),
        ("a.odt", b"plain words".to_vec(), "document::damaged", ".txt"),
        ("a.docx", Vec::new(), "document::damaged", "save it anew"),
        ("a.xml", b"<?xml version='1.0'?><r>words</r>".to_vec(), "document::unknown-format", "PDF"),
        (
            "a.mht",
            b"MIME-Version: 1.0\nContent-Type: multipart/related".to_vec(),
            "document::unknown-format",
            "HTML",
        ),
    ]
}

#[test]
fn what_isnt_read_says_how_to_convert_it() {
    for (name, bytes, code, help) in refused() {
        let fault = fault(name, &bytes);
        assert_eq!(fault.fault_code(), code, "{name}: {fault}");
        let told = Diagnostic::help(&fault).unwrap().to_string();
        assert!(told.contains(help), "{name}: {told}");
        assert!(fault.to_string().contains(&format!("`{name}`")), "{fault}");
    }
}

#[test]
fn a_document_without_text_is_no_document() {
    for (name, bytes) in [
        ("a.docx", docx("")),
        ("a.docx", docx("<w:p><w:r><w:t> </w:t></w:r></w:p>")),
        ("a.odt", odt("<text:p/>")),
        ("a.html", b"<!doctype html><script>x</script>".to_vec()),
        ("a.md", b"<!-- nothing -->\n".to_vec()),
    ] {
        assert_eq!(fault(name, &bytes).fault_code(), "document::no-text", "{name}");
    }
}

/// Every code that a document can cause, as `golden/faults.txt` shows it.
#[test]
fn every_fault_says_what_is_wrong_and_what_to_do() {
    let inserted = docx(&format!("{PARAGRAPH}<w:altChunk/>"));
    let deep = "> ".repeat(100) + "a lead";
    let noise: Vec<u8> = (0..4000_u32).map(|n| u8::try_from(n * 7919 % 251).unwrap()).collect();
    let mut faults: Vec<Fault> =
        refused().iter().map(|(name, bytes, ..)| fault(name, bytes)).collect();
    faults.extend([
        fault("deep.md", deep.as_bytes()),
        fault("noise.txt", &noise),
        fault("empty.odt", &odt("")),
        fault("large.md", &vec![b' '; 5 << 20]),
    ]);
    for (name, bytes) in [
        ("word.odt", docx(PARAGRAPH)),
        ("inserted.docx", inserted),
        ("comment.html", b"<p>Text<!-- no end".to_vec()),
        ("html.md", b"Text\n\n<div>words</div>\n".to_vec()),
    ] {
        faults.extend(document::open(name, &bytes).unwrap().faults);
    }
    let told: Vec<String> = faults
        .iter()
        .map(|fault| {
            let help = Diagnostic::help(fault).unwrap();
            format!("{}\n  {:?}: {fault}\n  help: {help}\n", fault.fault_code(), fault.how_bad())
        })
        .collect();
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/golden/faults.txt");
    snapbox::assert_data_eq!(Data::text(told.join("\n")), Data::read_from(&golden, None).raw());
}
