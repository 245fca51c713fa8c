//! TOML whose characters know their cells.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::At;
use crate::source::quoted_key;
use crate::source::{Digest, Fault, Line, Position, Positions, Span, Text};

/// A text as it is put together.
#[derive(Default)]
pub(super) struct Body {
    text: String,
    /// From which offset on the text comes from which cell.
    marks: Vec<(usize, At)>,
}

/// Something that is wrong with a cell.
pub(super) struct Wrong {
    pub code: &'static str,
    pub at: At,
    pub message: String,
    pub expected: String,
    pub help: Option<String>,
    /// A second place, and what it is.
    pub also: Option<(At, String)>,
}

/// Where the text of a sheet stands.
struct Cells {
    sheet: String,
    marks: Vec<(usize, At)>,
}

impl Body {
    /// Adds text of a cell.
    pub(super) fn push(&mut self, at: At, text: &str) {
        self.marks.push((self.text.len(), at));
        self.text.push_str(text);
    }

    /// Adds a line that says something of a key.
    pub(super) fn line(&mut self, key: (At, &str), value: (At, &str)) {
        self.push(key.0, &bare(key.1));
        self.push(value.0, &format!(" = {}\n", value.1));
    }

    /// The text, under the name of its workbook, and its faults.
    pub(super) fn finish(
        mut self,
        (name, sheet, digest): (&str, &str, Digest),
        wrong: Vec<Wrong>,
    ) -> (Arc<Text>, Vec<Fault>) {
        // What says nothing has a place, too.
        let mut spans: BTreeMap<At, Span> = BTreeMap::new();
        for at in wrong.iter().flat_map(|one| [Some(one.at), one.also.as_ref().map(|(at, _)| *at)])
        {
            let Some(at) = at.filter(|at| !spans.contains_key(at)) else { continue };
            let start = self.text.len();
            self.push(at, "#\n");
            spans.insert(at, start..start + 1);
        }
        let cells = Cells { sheet: sheet.to_owned(), marks: self.marks };
        let text = Arc::new(Text::placed(name, self.text, Arc::new(cells), digest));
        let span = |at: &At| spans.get(at).cloned().unwrap_or(0..0);
        let faults = wrong.into_iter().map(|one| {
            let fault = Fault::new(one.code, &text, span(&one.at), one.message, one.expected);
            let fault = fault.maybe_help(one.help);
            match one.also {
                Some((at, label)) => fault.also(span(&at), label),
                None => fault,
            }
        });
        let faults = faults.collect();
        (text, faults)
    }
}

impl Cells {
    fn at(&self, offset: usize) -> At {
        let after = self.marks.partition_point(|(start, _)| *start <= offset);
        after.checked_sub(1).and_then(|last| self.marks.get(last)).map_or((0, 0), |(_, at)| *at)
    }
}

impl Positions for Cells {
    fn position(&self, offset: usize) -> Position {
        let (row, column) = self.at(offset);
        let from_one =
            |number: u32| usize::try_from(number).unwrap_or(usize::MAX).saturating_add(1);
        Position { page: None, line: from_one(row), column: from_one(column) }
    }

    fn line(&self, offset: usize) -> Line {
        Line { page: None, line: self.position(offset).line }
    }

    fn sheet(&self) -> Option<&str> {
        Some(&self.sheet)
    }
}

/// A key as TOML has it.
pub(super) fn bare(key: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !key.is_empty() && key.chars().all(plain) { key.to_owned() } else { quoted_key(key) }
}
