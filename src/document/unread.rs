//! Files that aren't read, and what to do with them.

use memchr::memmem;

use super::archive::{Archive, encrypted, is_zip};
use crate::source::Fault;

/// What an OLE2 file begins with: all of Office before 2007, and encrypted files of later ones.
const OLE2: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// How much of a file is searched for what kind of text it is.
const SAMPLE: usize = 4096;

/// What images, archives and other files that hold no text begin with.
const BEGINNINGS: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)"),
    (b"Rar!\x1a", "an archive (RAR)"),
    (b"\x1f\x8b", "an archive (gzip)"),
    (b"\xffWPC", "a WordPerfect file"),
    (b"bplist00", "a web archive of Safari"),
];

/// Why a file whose content no format recognises isn't read; none where it may be text. `expected` is
/// what its name says that it is, where the content should have told that.
pub(super) fn why(name: &str, ending: &str, expected: Option<&str>, bytes: &[u8]) -> Option<Fault> {
    if bytes.starts_with(OLE2) {
        return Some(ole2(name, bytes));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Some(
            fault("document::rtf", format!("`{name}` is rich text (RTF), which isn't read")).help(
                "save it as .docx in Word, or convert it: `soffice --headless --convert-to docx`",
            ),
        );
    }
    if is_zip(bytes) {
        return Some(zip(name, ending, expected, bytes));
    }
    if let Some((_, what)) = BEGINNINGS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Some(unknown(name, what));
    }
    if bytes.get(4..12).is_some_and(|kind| kind.starts_with(b"ftyphei")) {
        return Some(unknown(name, "a picture (HEIC)"));
    }
    if let Some(what) = expected {
        let message = if bytes.is_empty() {
            format!("`{name}` is empty")
        } else {
            format!("`{name}` ends in `.{ending}` but isn't {what}")
        };
        return Some(fault("document::damaged", message).help(
            "open it in the program that it comes from, save it anew, and read that copy; if it \
             is plain text, let it end in `.txt`",
        ));
    }
    text_of_another_kind(name, bytes)
}

fn fault(code: &'static str, message: String) -> Fault {
    Fault::whole(code, message)
}

fn unknown(name: &str, what: &str) -> Fault {
    fault("document::unknown-format", format!("`{name}` is {what}, which isn't read"))
        .help("documents are read as plain text, Markdown, HTML, DOCX, ODT and PDF")
}

fn spreadsheet(name: &str) -> Fault {
    fault("document::spreadsheet", format!("`{name}` is a spreadsheet, which isn't read"))
        .help("copy what it says into a Word or text file, or save the sheet as PDF; a form of `init` is for `check`")
}

fn presentation(name: &str) -> Fault {
    fault("document::presentation", format!("`{name}` is a presentation, which isn't read"))
        .help("save it as PDF: in PowerPoint, File, Export")
}

/// What an OLE2 file is, by the names of the streams in it, which are UTF-16.
fn ole2(name: &str, bytes: &[u8]) -> Fault {
    let holds = |stream: &str| {
        let units: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &units).is_some()
    };
    if holds("EncryptedPackage") {
        return encrypted(name);
    }
    if holds("WordDocument") {
        let message = format!("`{name}` is of Word before 2007 (.doc), which isn't read");
        return fault("document::old-word", message).help(
            "save it as .docx in Word, or convert it: `soffice --headless --convert-to docx`",
        );
    }
    if holds("Workbook") {
        return spreadsheet(name);
    }
    if holds("PowerPoint Document") {
        return presentation(name);
    }
    if holds("__properties_version1.0") {
        return unknown(name, "a message of Outlook (.msg)");
    }
    unknown(name, "of an office program before 2007")
}

/// What a ZIP archive is that is neither a Word nor an OpenDocument text file.
fn zip(name: &str, ending: &str, expected: Option<&str>, bytes: &[u8]) -> Fault {
    let mut archive = match Archive::open(name, bytes) {
        Ok(archive) => archive,
        Err(fault) => return fault,
    };
    let mut read = |part| archive.part(part).ok().flatten().unwrap_or_default();
    let mimetype = read("mimetype");
    let types = read("[Content_Types].xml");
    let is = |kind: &str| memmem::find(&types, kind.as_bytes()).is_some();
    let mimetype =
        String::from_utf8_lossy(mimetype.get(..mimetype.len().min(200)).unwrap_or_default());
    if mimetype.contains("opendocument.spreadsheet") || is("spreadsheetml") {
        return spreadsheet(name);
    }
    if mimetype.contains("opendocument.presentation") || is("presentationml") {
        return presentation(name);
    }
    if mimetype.contains("epub") {
        return unknown(name, "an electronic book (EPUB)");
    }
    if mimetype.contains("opendocument") {
        return unknown(name, "an OpenDocument file without running text");
    }
    if archive.has("Index/Document.iwa") || ending == "pages" {
        return unknown(name, "of Apple's office programs")
            .help("export it as Word: in Pages, File, Export To, Word");
    }
    if let Some(what) = expected {
        let message =
            format!("`{name}` is a ZIP archive but not {what}: the part with its text is missing");
        return fault("document::damaged", message)
            .help("open it in the program that it comes from, save it anew, and read that copy");
    }
    unknown(name, "a ZIP archive").help("unpack it, and read the documents in it one by one")
}

/// Text that is written for programs rather than for people.
fn text_of_another_kind(name: &str, bytes: &[u8]) -> Option<Fault> {
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    let sample = String::from_utf8_lossy(sample);
    let start = sample.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with("<?xml") || start.starts_with("<office:document") {
        return Some(
            unknown(name, "XML of a kind that isn't known here")
                .help("save it as .docx, .odt or PDF in the program that it comes from"),
        );
    }
    let is_mail = start.starts_with("MIME-Version:") || start.starts_with("From:");
    if is_mail && sample.contains("multipart/related") {
        return Some(
            unknown(name, "a web archive (MHTML)")
                .help("save the page as HTML, or print it to PDF"),
        );
    }
    None
}
