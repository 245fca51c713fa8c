//! Rewriting a document: nothing outside the words that change, byte for byte.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::finding::{Edit, Finding, Safety};
use crate::source::Span;

/// A file with edits made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Which of the findings were mended, by their places in the list.
    pub made: Vec<usize>,
}

/// Makes the fixes of findings in the bytes that they were found in. What couldn't be found again there,
/// letter for letter, has no place and isn't touched.
#[must_use]
pub fn edited(bytes: &[u8], findings: &[Finding], most: Safety) -> Edited {
    let fits = |(at, finding): (usize, &'_ Finding)| {
        let fix = finding.fix.as_ref().filter(|fix| fix.safety <= most)?;
        fix.edit.clone().map(|edit| (at, edit))
    };
    let mut edits: Vec<(usize, Edit)> = findings.iter().enumerate().filter_map(fits).collect();
    edits.sort_by_key(|(_, edit)| edit.span.start);
    let mut out = Vec::with_capacity(bytes.len());
    let (mut from, mut made) = (0, Vec::new());
    for (at, edit) in edits {
        // Of two that overlap the first is made; the other one is found anew.
        let Some(before) = bytes.get(from..edit.span.start) else { continue };
        out.extend_from_slice(before);
        out.extend_from_slice(&edit.bytes);
        from = edit.span.end;
        made.push(at);
    }
    out.extend_from_slice(bytes.get(from..).unwrap_or_default());
    Edited { bytes: out, made }
}

/// Where the words of a finding stand in the bytes of a typed document, and what its fix makes of them.
pub(super) fn located(bytes: &[u8], finding: &Finding) -> Option<Edit> {
    let fix = finding.fix.as_ref()?;
    let encoding = encoding_of(bytes)?;
    let mark = Encoding::for_bom(bytes).map_or(0, |(_, length)| length);
    let body = bytes.get(mark..)?;
    let text = encoding.decode_without_bom_handling_and_without_replacement(body)?;
    let Span { start, end } = words_of(&text, finding)?;
    let written = |text: &str| -> Option<Vec<u8>> {
        let (bytes, _, unmapped) = encoding.encode(text);
        (!unmapped).then(|| bytes.into_owned())
    };
    let before = written(text.get(..start)?)?;
    let words = written(text.get(start..end)?)?;
    let span = mark + before.len()..mark + before.len() + words.len();
    // What doesn't come out as it went in isn't known well enough to be changed.
    let same = bytes.get(mark..span.start)? == before && bytes.get(span.clone())? == words;
    let own = text.get(start..end)?;
    let breaks = own.matches('\n').count();
    let last = own.rsplit('\n').next().map_or(0, |own| own.chars().count());
    let column = if breaks == 0 { finding.place.column + last } else { last + 1 };
    let end = (finding.place.line + breaks, column);
    same.then_some(Edit { span, bytes: written(&fix.replacement)?, end })
}

/// Where the words of a finding stand in the text of a typed document, without a byte-order mark; nothing where
/// they don't stand there letter for letter, since the format writes something within them.
#[must_use]
pub fn words_of(text: &str, finding: &Finding) -> Option<Span> {
    let start = offset(text, finding.place.line, finding.place.column)?;
    let end = match_words(text.get(start..)?, &finding.quote)? + start;
    Some(start..end)
}

/// The encoding of a file, if text can be put back into it.
fn encoding_of(bytes: &[u8]) -> Option<&'static Encoding> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    (encoding != UTF_16LE && encoding != UTF_16BE && !bytes.contains(&0)).then_some(encoding)
}

/// The text of a typed document, as places in it count.
pub(super) fn typed(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = encoding_of(bytes).unwrap_or(UTF_8);
    encoding.decode_with_bom_removal(bytes).0
}

/// Where a line and a column stand in a text, in bytes.
fn offset(text: &str, line: usize, column: usize) -> Option<usize> {
    let start = match line.checked_sub(2) {
        None => 0,
        Some(before) => memchr::memchr_iter(b'\n', text.as_bytes()).nth(before)? + 1,
    };
    let own = text.get(start..)?;
    let (at, _) = own.char_indices().nth(column.checked_sub(1)?)?;
    Some(start + at)
}

/// How many bytes at the start of a text these words take, if they stand there: white space is as it comes.
fn match_words(text: &str, quote: &str) -> Option<usize> {
    let mut rest = text;
    for (n, word) in quote.split(' ').enumerate() {
        if n > 0 {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        }
        rest = rest.strip_prefix(word)?;
    }
    Some(text.len() - rest.len())
}
