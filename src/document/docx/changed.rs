//! Changes offered in a copy of a Word file: tracked, so that whoever opens it accepts or rejects each. Not a byte
//! of any other part changes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::alternatives::Alternatives;
use super::package::Package;
use crate::document::archive::damaged;
use crate::document::xml::{Damage, Ns, Xml, XmlPiece};
use crate::source::{Fault, Span};

/// Words of a Word file, and what is offered in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordChange {
    /// The paragraph that they stand in, from 1, and the column at which they begin.
    pub line: usize,
    /// See `line`.
    pub column: usize,
    /// The words, letter for letter.
    pub words: String,
    /// What is offered.
    pub instead: String,
}

/// A copy of a Word file with changes offered in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordCopy {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Which of the changes it has, by their places in the list. Those that stand across a change of letters, or in what
    /// somebody changed already, it hasn't.
    pub made: Vec<usize>,
}

/// A run of letters that look alike.
struct Run {
    /// The paragraph, and the columns that its text takes.
    line: usize,
    column: usize,
    text: String,
    /// Where it stands in the part, and what says how it looks.
    span: Span,
    looks: Option<Span>,
}

/// Offers changes in a copy of a Word file. `day` is the day on which they are offered, as `2026-11-24`.
///
/// # Errors
///
/// A fault where the file can't be read.
pub fn with_changes(
    name: &str,
    bytes: &[u8],
    changes: &[WordChange],
    day: &str,
) -> Result<WordCopy, Fault> {
    let mut package = Package::open(name, bytes)?;
    let main = package.main()?;
    let mut written = (String::new(), Vec::new());
    package.needed(&main, |text| {
        written = rewritten(text, &runs(text)?, changes, day);
        Ok(())
    })?;
    let (body, made) = written;
    if made.is_empty() {
        return Ok(WordCopy { bytes: bytes.to_vec(), made });
    }
    let bytes = repacked(bytes, &main, body.as_bytes())
        .map_err(|_| damaged(name, "its parts can't be copied"))?;
    Ok(WordCopy { bytes, made })
}

/// The runs of a part that can be changed: text alone, once, and no part of a change.
fn runs(text: &str) -> Result<Vec<Run>, Damage> {
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut xml = Xml::new(text);
    let mut alternatives = Alternatives::default();
    let (mut line, mut column, mut changed) = (0, 1, 0_usize);
    let mut found = Vec::new();
    // The run that is open, whether it holds one text and nothing else, and whether that is open.
    let (mut open, mut texts, mut odd, mut in_text): (Option<Run>, usize, bool, bool) =
        (None, 0, false, false);
    loop {
        let before = xml.position() + mark;
        let Some(piece) = xml.next()? else { return Ok(found) };
        match piece {
            XmlPiece::Open(Ns::Compat, element) => {
                odd = true;
                if alternatives.passes_over(element.name()) {
                    xml.skip()?;
                }
            }
            XmlPiece::Close(Ns::Compat, name) => alternatives.closes(&name),
            XmlPiece::Open(Ns::Word, element) => match element.name() {
                "p" => (line, column) = (line + 1, 1),
                "ins" | "moveTo" => changed += 1,
                "del" | "moveFrom" | "pPr" | "instrText" | "rt" | "sectPr" => xml.skip()?,
                "r" => {
                    let span = before..before;
                    open = Some(Run { line, column, text: String::new(), span, looks: None });
                    (texts, odd) = (0, changed > 0);
                }
                "rPr" => {
                    xml.skip()?;
                    let looks = before..xml.position() + mark;
                    if let Some(open) = &mut open {
                        open.looks = Some(looks);
                    }
                }
                "t" => (texts, in_text) = (texts + 1, true),
                "tab" | "ptab" | "br" | "cr" | "noBreakHyphen" => {
                    (column, odd) = (column + 1, true);
                }
                _ => odd = true,
            },
            XmlPiece::Close(Ns::Word, name) => match name.as_str() {
                "t" => in_text = false,
                "ins" | "moveTo" => changed = changed.saturating_sub(1),
                "r" => {
                    if let Some(mut run) = open.take().filter(|_| texts == 1 && !odd) {
                        run.span.end = xml.position() + mark;
                        found.push(run);
                    }
                }
                _ => {}
            },
            XmlPiece::Text(own) if in_text => {
                column += own.chars().count();
                if let Some(open) = &mut open {
                    open.text.push_str(&own);
                }
            }
            XmlPiece::Open(..) => odd = true,
            XmlPiece::Close(..) | XmlPiece::Text(_) => {}
        }
    }
}

/// The part with those changes that can be made, and which these are.
fn rewritten(text: &str, runs: &[Run], changes: &[WordChange], day: &str) -> (String, Vec<usize>) {
    // What is changed in each run: the bytes of its text, and by which change.
    let mut of: BTreeMap<usize, Vec<(Span, usize)>> = BTreeMap::new();
    for (at, change) in changes.iter().enumerate() {
        let within = |run: &Run| {
            let skipped =
                change.column.checked_sub(run.column).filter(|_| run.line == change.line)?;
            let start = run.text.char_indices().map(|(at, _)| at).nth(skipped)?;
            let same = run.text.get(start..)?.starts_with(&change.words);
            (same && !change.words.is_empty()).then(|| start..start + change.words.len())
        };
        let found = runs.iter().enumerate().find_map(|(run, own)| Some((run, within(own)?)));
        if let Some((run, span)) = found {
            of.entry(run).or_default().push((span, at));
        }
    }
    let (mut out, mut from, mut made) = (String::with_capacity(text.len()), 0, Vec::new());
    let mut number = next_number(text);
    for (run, mut spans) in of {
        let Some(run) = runs.get(run) else { continue };
        // By another prefix the elements that are written would mean nothing.
        let own = text.get(run.span.clone()).filter(|own| own.starts_with("<w:r"));
        let (Some(before), Some(_)) = (text.get(from..run.span.start), own) else { continue };
        let looks = run.looks.clone().and_then(|looks| text.get(looks)).unwrap_or_default();
        out.push_str(before);
        from = run.span.end;
        spans.sort_by_key(|(span, _)| span.start);
        let mut done = 0;
        for (span, at) in spans {
            let (Some(kept), Some(words), Some(change)) =
                (run.text.get(done..span.start), run.text.get(span.clone()), changes.get(at))
            else {
                continue;
            };
            out.push_str(&written("t", looks, kept));
            for (kind, element, words) in
                [("del", "delText", words), ("ins", "t", change.instead.as_str())]
            {
                let own = written(element, looks, words);
                let _ = write!(
                    out,
                    "<w:{kind} w:id=\"{number}\" w:author=\"msacheck\" w:date=\"{day}T00:00:00Z\">{own}</w:{kind}>"
                );
                number += 1;
            }
            done = span.end;
            made.push(at);
        }
        out.push_str(&written("t", looks, run.text.get(done..).unwrap_or_default()));
    }
    out.push_str(text.get(from..).unwrap_or_default());
    made.sort_unstable();
    (out, made)
}

/// A run; nothing where it would hold nothing.
fn written(element: &str, looks: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!("<w:r>{looks}<w:{element} xml:space=\"preserve\">{text}</w:{element}></w:r>")
}

/// A number that no change and no comment of the part has.
fn next_number(text: &str) -> u64 {
    let numbers = text.split("w:id=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let known = numbers.filter_map(|number| number.parse::<u32>().ok()).max();
    known.map_or(1, |known| u64::from(known) + 1)
}

/// The package with another part in the place of one; all others as they are packed.
fn repacked(bytes: &[u8], part: &str, body: &[u8]) -> zip::result::ZipResult<Vec<u8>> {
    let mut from = ZipArchive::new(Cursor::new(bytes))?;
    let mut to = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    for at in 0..from.len() {
        let entry = from.by_index_raw(at)?;
        if entry.name()? == part {
            let how = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
            to.start_file(part, how)?;
            to.write_all(body)?;
        } else {
            to.raw_copy_file(entry)?;
        }
    }
    Ok(to.finish()?.into_inner())
}
