//! The parts of a document: the headings of a paper, the tables of a file of ours.

use std::path::Path;

use serde_json::{Value, json};

use super::kind::{Kind, ending};
use super::shapes::Range;
use super::text::OpenText;
use crate::document::{self, Kind as BlockKind};
use crate::source::printable;

/// How the protocol calls a heading, and a table.
const STRING: u8 = 15;
const MODULE: u8 = 2;

/// A part, and how deep it lies.
struct Part {
    name: String,
    level: u8,
    start: usize,
    range: Range,
}

/// The parts of a document, each within the one above it that is wider.
pub(super) fn symbols(path: &Path, language: &str, kind: &Kind, text: &OpenText) -> Value {
    let parts = match kind {
        Kind::Paper => headings(path, language, text),
        Kind::Foreign => Vec::new(),
        _ => tables(text),
    };
    let symbol = if *kind == Kind::Paper { STRING } else { MODULE };
    let end = text.position(usize::MAX);
    let mut rest = parts.as_slice();
    Value::Array(nested(&mut rest, 0, symbol, &|start| {
        start.map_or(end, |offset| text.position(offset))
    }))
}

fn nested(
    rest: &mut &[Part],
    above: u8,
    symbol: u8,
    place: &dyn Fn(Option<usize>) -> super::shapes::Position,
) -> Vec<Value> {
    let mut found = Vec::new();
    while let Some((part, after)) = rest.split_first() {
        if part.level <= above {
            break;
        }
        let next = after.iter().find(|own| own.level <= part.level).map(|own| own.start);
        *rest = after;
        let children = nested(rest, part.level, symbol, place);
        let range = Range { start: part.range.start, end: place(next).max(part.range.end) };
        found.push(json!({
            "name": part.name,
            "kind": symbol,
            "range": range,
            "selectionRange": part.range,
            "children": children,
        }));
    }
    found
}

fn headings(path: &Path, language: &str, text: &OpenText) -> Vec<Part> {
    let ending = ending(path, language).unwrap_or("txt");
    let body = text.body();
    let opened = document::caught(|| document::open(&format!("text.{ending}"), body.as_bytes()));
    let Ok(Ok(document)) = opened else { return Vec::new() };
    let heading = |block: &document::Block| match block.kind {
        BlockKind::Heading(level) if !block.text().trim().is_empty() => {
            let range = text.line(block.spot(0).line as usize);
            let name = block.number().map(|own| format!("{own} ")).unwrap_or_default();
            let name = format!("{name}{}", block.text());
            Some(Part { name, level: level.max(1), start: text.offset(range.start), range })
        }
        _ => None,
    };
    document.blocks.iter().filter_map(heading).collect()
}

fn tables(text: &OpenText) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = 0;
    for line in text.body().split_inclusive('\n') {
        let written = line.trim();
        let name = written.split('#').next().unwrap_or_default().trim();
        let inner = name.strip_prefix('[').and_then(|own| own.strip_suffix(']'));
        if let Some(inner) = inner {
            let inner = inner.trim_matches(['[', ']']).trim();
            let span = start..start + line.trim_end().len();
            let level = inner.matches('.').count().saturating_add(1).min(9);
            if !inner.is_empty() {
                let level = u8::try_from(level).unwrap_or(9);
                parts.push(Part { name: printable(inner), level, start, range: text.range(&span) });
            }
        }
        start += line.len();
    }
    parts
}
