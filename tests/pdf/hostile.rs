//! Files that are damaged, locked, empty of text or made to do harm: each ends soon, and with words.

use std::time::{Duration, Instant};

use msacheck::document::{Document, open};
use msacheck::source::{Fault, Severity};

use crate::writer::{Writer, deflated, lines, text};

/// How long reading any of these may take, on a busy machine and unoptimised.
const PATIENCE: Duration = Duration::from_secs(40);

fn read(file: &[u8]) -> Result<Document, Fault> {
    let begun = Instant::now();
    let read = open("paper.pdf", file);
    assert!(begun.elapsed() < PATIENCE, "took {:?}", begun.elapsed());
    read
}

/// The codes of the faults: an error's alone, or the warnings' of what was read.
fn codes(read: &Result<Document, Fault>) -> Vec<&'static str> {
    match read {
        Ok(document) => {
            assert!(document.faults.iter().all(|fault| fault.how_bad() == Severity::Warning));
            document.faults.iter().map(Fault::fault_code).collect()
        }
        Err(fault) => {
            assert_eq!(fault.how_bad(), Severity::Error);
            vec![fault.fault_code()]
        }
    }
}

fn says(document: &Document, text: &str) -> bool {
    document.blocks.iter().any(|block| block.text().contains(text))
}

const SENTENCE: &str = "The force has a lead for modern slavery and human trafficking.";

#[test]
fn a_form_that_draws_itself_ends() {
    for again in ["/X1 Do", "/X1 Do /X1 Do /X1 Do"] {
        let mut writer = Writer::new();
        let content = writer.stream("", (text(72.0, 100.0, 11.0, SENTENCE) + "/X1 Do").as_bytes());
        let form = writer.objects() + 1;
        let resources = format!("/XObject << /X1 {form} 0 R >>");
        let own = format!("BT /F1 8 Tf 72 700 Td (again) Tj ET {again}");
        let head = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << {resources} /Font << /F1 3 0 R >> >>"
        );
        assert_eq!(writer.stream(&head, own.as_bytes()), form);
        writer.page_of(content, &resources);
        let document = read(&writer.finish()).unwrap();
        assert!(says(&document, SENTENCE));
    }
}

#[test]
fn a_bomb_is_left_out_and_the_rest_is_read() {
    let mut writer = Writer::new();
    let megabyte = || vec![b' '; 1 << 20];
    let bomb = deflated(std::iter::repeat_with(megabyte).take(1100));
    assert!(bomb.len() < 8 << 20);
    let content = writer.stream("/Filter /FlateDecode", &bomb);
    writer.page_of(content, "").page(&text(72.0, 100.0, 11.0, SENTENCE));
    let read = read(&writer.finish());
    assert_eq!(codes(&read), ["document::too-large"]);
    assert!(says(&read.unwrap(), SENTENCE));
}

#[test]
fn a_bomb_within_a_bomb_is_refused() {
    let mut writer = Writer::new();
    let megabyte = || vec![b' '; 1 << 20];
    let bomb = deflated(std::iter::repeat_with(megabyte).take(1100));
    let twice = deflated(std::iter::once(bomb));
    let content = writer.stream("/Filter [/FlateDecode /FlateDecode]", &twice);
    writer.page_of(content, "");
    assert_eq!(codes(&read(&writer.finish())), ["document::too-large"]);
}

#[test]
fn a_page_of_a_million_strings_is_read_as_far_as_pages_go() {
    let mut writer = Writer::new();
    let mut content = text(72.0, 100.0, 11.0, SENTENCE) + "BT /F1 5 Tf 5 TL 20 700 Td\n";
    for n in 0..1_000_000 {
        content.push_str(if n % 100 == 99 { "(word ) Tj T*\n" } else { "(word ) Tj\n" });
    }
    content.push_str("ET\n");
    writer.page(&content);
    let read = read(&writer.finish());
    assert_eq!(codes(&read), ["document::too-large"]);
    assert!(says(&read.unwrap(), SENTENCE));
}

#[test]
fn arrays_nested_without_end_are_no_end_of_the_program() {
    let nested = "[".repeat(200_000) + &"]".repeat(200_000);
    let mut writer = Writer::new();
    writer.page(&(text(72.0, 100.0, 11.0, SENTENCE) + &nested + " TJ\n"));
    let object = writer.object(nested.clone());
    writer.trailer = format!("/Info {object} 0 R /Odd {nested}");
    // Whether such a file is still a PDF is the reader's business, as long as it says so.
    assert!(
        !codes(&read(&writer.finish())).is_empty()
            || says(&read(&writer.finish()).unwrap(), SENTENCE)
    );
    let dictionaries = "<< /A ".repeat(100_000) + &">>".repeat(100_000);
    let mut writer = Writer::new();
    writer.page(&(text(72.0, 100.0, 11.0, SENTENCE) + "/Span " + &dictionaries + " BDC EMC\n"));
    writer.object(dictionaries);
    let read = read(&writer.finish());
    assert!(!codes(&read).is_empty() || says(&read.unwrap(), SENTENCE));
}

#[test]
fn pages_of_pictures_are_named() {
    let mut writer = Writer::new();
    let picture = writer.stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
        b"x",
    );
    let resources = format!("/XObject << /P {picture} 0 R >>");
    let content = writer.stream("", b"q 500 0 0 700 20 20 cm /P Do Q");
    writer.page_of(content, &resources).page_of(content, &resources);
    let scanned = read(&writer.finish());
    assert_eq!(codes(&scanned), ["document::image-only"]);
    assert!(scanned.is_err());
    writer.page(&text(72.0, 100.0, 11.0, SENTENCE)).page_of(content, &resources);
    let partly = read(&writer.finish());
    assert_eq!(codes(&partly), ["document::image-only"]);
    let document = partly.unwrap();
    assert_eq!(
        document.faults[0].one_line(),
        "pages 1-2 and 4 of `paper.pdf` hold pictures and no text"
    );
    assert!(says(&document, SENTENCE));
}

#[test]
fn locked_files_are_named_and_files_locked_for_changes_only_are_read() {
    let locked = read(include_bytes!("files/user-password.pdf"));
    assert_eq!(codes(&locked), ["document::encrypted"]);
    let document = read(include_bytes!("files/owner-password.pdf")).unwrap();
    assert!(document.faults.is_empty());
    assert!(says(&document, SENTENCE));
}

/// Text whose codes are its letters moved along, in a font that says nothing of it.
fn shifted(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'a'..='z' => char::from((c as u8 - b'a' + 9) % 26 + b'a'),
            'A'..='Z' => char::from((c as u8 - b'A' + 9) % 26 + b'A'),
            c => c,
        })
        .collect()
}

const PROSE: [&str; 4] = [
    "The Force takes part in the regional partnership against human trafficking and",
    "has one detective superintendent as its part time lead who reports to the chief",
    "constable. Training has been given to all officers of the response teams since the",
    "beginning of this year, and a coordinator of the partnership works with them.",
];

#[test]
fn undecoded_text_is_refused_page_by_page_and_line_by_line() {
    let garbled: Vec<String> = PROSE.iter().map(|line| shifted(line)).collect();
    let garbled: Vec<&str> = garbled.iter().map(String::as_str).collect();
    let mut writer = Writer::new();
    writer.page(&lines(72.0, 100.0, &garbled));
    let whole = read(&writer.finish());
    assert_eq!(codes(&whole), ["document::not-language"]);
    assert!(whole.is_err());
    // One page of two.
    writer.page(&lines(72.0, 100.0, &PROSE));
    let one = read(&writer.finish());
    assert_eq!(codes(&one), ["document::not-language"]);
    let one = one.unwrap();
    assert!(says(&one, "has one detective superintendent"));
    assert_eq!(one.blocks.iter().filter(|block| block.spot(0).page == Some(1)).count(), 0);
    // Some lines of one page.
    let mut writer = Writer::new();
    let page =
        [lines(72.0, 100.0, &PROSE), lines(72.0, 200.0, &PROSE), lines(72.0, 300.0, &garbled)];
    writer.page(&page.concat());
    let part = read(&writer.finish());
    assert_eq!(codes(&part), ["document::not-language"]);
    let part = part.unwrap();
    assert!(says(&part, "has one detective superintendent"));
    assert!(!part.blocks.iter().any(|block| block.text().contains(garbled[1])));
}

#[test]
fn codes_without_letters_are_refused() {
    // A composite font without /ToUnicode: its codes are glyphs' numbers.
    let mut writer = Writer::new();
    let descendant = writer.object(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /CIDSystemInfo << /Registry (Adobe) \
         /Ordering (Identity) /Supplement 0 >> /DW 500 >>",
    );
    let font = writer.object(format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] >>"
    ));
    let mut content = format!("BT /F1 11 Tf 0 0 Td ({SENTENCE}) Tj /F9 11 Tf 13 TL 72 700 Td\n");
    for line in PROSE {
        let codes: String = line.bytes().map(|byte| format!("{:04x}", byte - 29)).collect();
        content.push_str(&format!("<{codes}> Tj T*\n"));
    }
    let content = writer.stream("", (content + "ET\n").as_bytes());
    writer.page_of(content, &format!("/Font << /F1 3 0 R /F9 {font} 0 R >>"));
    let read = read(&writer.finish());
    assert!(codes(&read).contains(&"document::not-language"), "{read:?}");
}

#[test]
fn text_in_a_table_of_codes_that_is_not_there_is_told_of() {
    let mut writer = Writer::new();
    let descendant = writer.object(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Odd /CIDSystemInfo << /Registry (Adobe) \
         /Ordering (GB1) /Supplement 0 >> /DW 500 >>",
    );
    let font = writer.object(format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /UniGB-UCS2-H /DescendantFonts [{descendant} 0 R] >>"
    ));
    let content =
        format!("BT /F1 11 Tf 72 740 Td ({SENTENCE}) Tj /F9 11 Tf 0 -40 Td <5f3a52b3> Tj ET\n");
    let content = writer.stream("", content.as_bytes());
    writer.page_of(content, &format!("/Font << /F1 3 0 R /F9 {font} 0 R >>"));
    let read = read(&writer.finish());
    assert_eq!(codes(&read), ["document::not-language"]);
    assert!(says(&read.unwrap(), SENTENCE));
}

#[test]
fn truncated_files_are_read_as_far_as_they_go() {
    let mut writer = Writer::new();
    for number in 0..40 {
        writer.page(&lines(
            72.0,
            100.0,
            &[SENTENCE, &format!("This is said on page {number} of many.")],
        ));
    }
    let file = writer.finish();
    let half = read(&file[..file.len() / 2]);
    assert_eq!(codes(&half), ["document::damaged"]);
    let half = half.unwrap();
    assert!(says(&half, SENTENCE));
    assert!((10..30).contains(&half.pages.unwrap()), "{:?}", half.pages);
    // A tree that promises more than there is.
    writer.count = Some(60);
    let fewer = read(&writer.finish()).unwrap();
    assert_eq!(
        fewer.faults[0].one_line(),
        "`paper.pdf` is damaged: 40 of its 60 pages could be read"
    );
}

#[test]
fn a_page_whose_text_may_not_be_whole_is_named() {
    let mut writer = Writer::new();
    // Only the sum at the end tells that a byte is wrong.
    let mut data = deflated(std::iter::once(lines(72.0, 100.0, &PROSE).into_bytes()));
    let last = data.len() - 1;
    data[last] ^= 0xff;
    let content = writer.stream("/Filter /FlateDecode", &data);
    writer.page_of(content, "");
    let read = read(&writer.finish()).unwrap();
    assert_eq!(
        read.faults[0].one_line(),
        "page 1 of `paper.pdf` is damaged: some of the text there may be missing"
    );
}

#[test]
fn what_is_no_pdf_is_called_so() {
    assert_eq!(
        codes(&read(b"The force has a lead, and this is plain text.\n")),
        ["document::damaged"]
    );
    assert_eq!(codes(&read(b"")), ["document::damaged"]);
    let mut seed = 7_u64;
    let mut noise = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as u8
    };
    let mut random: Vec<u8> = (0..300_000).map(|_| noise()).collect();
    assert_eq!(codes(&read(&random)), ["document::damaged"]);
    random.splice(..0, *b"%PDF-1.7\n");
    assert_eq!(codes(&read(&random)), ["document::damaged"]);
}

#[test]
fn damaged_copies_never_break_the_reader() {
    let mut writer = Writer::new();
    for _ in 0..3 {
        writer.page(&lines(72.0, 100.0, &PROSE));
    }
    let file = writer.finish();
    let mut seed = 11_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    for _ in 0..150 {
        let mut copy = file.clone();
        for _ in 0..next(30) + 1 {
            let at = next(copy.len());
            copy[at] = next(256) as u8;
        }
        if next(4) == 0 {
            copy.truncate(next(file.len()));
        }
        if let Ok(document) = read(&copy) {
            assert!(!document.blocks.is_empty());
        }
    }
}
