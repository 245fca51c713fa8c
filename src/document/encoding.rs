//! From bytes to text: UTF-8 with or without a byte-order mark, UTF-16, and what Windows programs
//! of Western Europe save.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::source::Fault;

/// How many of the first bytes tell UTF-16 without a byte-order mark.
const SAMPLE: usize = 4096;

/// Decodes a text file. A byte-order mark is dropped.
///
/// # Errors
///
/// A fault where the bytes are no text in any encoding that a paper of a force comes in.
pub(super) fn decode<'a>(name: &str, bytes: &'a [u8]) -> Result<Cow<'a, str>, Fault> {
    let encoding = detect(bytes);
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let odd = text.chars().take(SAMPLE * 4).filter(|c| is_no_text(*c)).count();
    let looked_at = text.chars().take(SAMPLE * 4).count();
    if odd * 50 > looked_at {
        let message = format!("`{name}` isn't text: it holds bytes that no text has");
        return Err(Fault::whole("document::not-text", message)
            .help("documents are read as plain text, Markdown, HTML, DOCX, ODT and PDF"));
    }
    Ok(text)
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0) {
        return UTF_8;
    }
    let sample = bytes.get(..SAMPLE.min(bytes.len())).unwrap_or_default();
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 4 > sample.len() && even * 20 < sample.len() {
        return UTF_16LE;
    }
    if even * 4 > sample.len() && odd * 20 < sample.len() {
        return UTF_16BE;
    }
    // English text in some encoding of one byte: nearly always this one, and the detector knows
    // the other cases.
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes.get(..bytes.len().min(1 << 20)).unwrap_or_default(), true);
    let guess = detector.guess(Some(b"uk"), Utf8Detection::Allow);
    if guess.is_single_byte() || guess == UTF_8 { guess } else { WINDOWS_1252 }
}

/// Whether a character stands in no text: control characters and what couldn't be decoded.
fn is_no_text(c: char) -> bool {
    c == '\u{fffd}' || (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf_16(text: &str, big: bool, mark: bool) -> Vec<u8> {
        let units = text.encode_utf16();
        let pair = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        let mark = mark.then(|| pair(0xfeff)).into_iter().flatten();
        mark.chain(units.flat_map(pair)).collect()
    }

    #[test]
    fn the_encodings_that_papers_come_in_are_detected() {
        let text = "The Force’s lead – a “superintendent” – has £8.5m.\n";
        assert_eq!(decode("t", text.as_bytes()).unwrap(), text);
        let marked = format!("\u{feff}{text}");
        assert_eq!(decode("t", marked.as_bytes()).unwrap(), text);
        for big in [true, false] {
            for mark in [true, false] {
                assert_eq!(decode("t", &utf_16(text, big, mark)).unwrap(), text);
            }
        }
        let (windows, _, _) = WINDOWS_1252.encode(text);
        assert_eq!(decode("t", &windows).unwrap(), text);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let bytes: Vec<u8> = (0..4000_u32).map(|n| u8::try_from(n * 7919 % 251).unwrap()).collect();
        assert_eq!(decode("t", &bytes).unwrap_err().fault_code(), "document::not-text");
    }
}
