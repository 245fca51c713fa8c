//! A quick look: the text with the words that decided marked, the states at its margin.

use std::collections::{BTreeMap, VecDeque};
use std::iter::zip;

use super::document::{Topics, head};
use super::marked::{MarkedRow, Marks, rows, signs};
use super::summary::summary;
use crate::document::{Block, Kind};
use crate::reading::{ReadDocument, Statement, Upshot};
use crate::report::layout::{TerminalPage, Tone};
use crate::source::Span;
use crate::standing::State;

/// Blocks that are longer, in bytes, are shown around their statements only.
const LONG: usize = 700;
/// How many bytes of such a block are shown on either side of what decided.
const AROUND: usize = 200;
/// The widest column of text that is read with ease.
const WIDEST: usize = 100;
/// Pages that are narrower have their margin under the text.
const NARROW: usize = 64;

/// What the signs mean, where there is no colour.
#[must_use]
pub fn reading_legend(mut page: TerminalPage) -> String {
    if !page.has_colour() {
        let [(open, close), (decides, end)] =
            [Tone::Cue, Tone::Deciding(State::Partial)].map(signs);
        page.paragraph(
            "",
            &format!(
                "Marked in the text: {open}what names an arrangement{close} and {decides}what \
                 decides its state{end}."
            ),
        );
        page.gap();
    }
    page.finish()
}

/// A document's text with what was read in it: the parts that state something, or `all` of it.
/// Then each arrangement with its state and place, and what isn't stated.
#[must_use]
pub fn reading_look(
    read: &ReadDocument,
    topics: &Topics<'_>,
    all: bool,
    mut page: TerminalPage,
) -> String {
    head(&mut page, read);
    let shown = shown(read, topics);
    let mut columns = Columns::of(&page, read);
    let blocks = &read.document.blocks;
    let mut heading: Option<usize> = None;
    let mut last: Option<usize> = None;
    for (at, block) in blocks.iter().enumerate() {
        let heads = matches!(block.kind, Kind::Heading(_));
        if heads {
            heading = Some(at);
        }
        let own = shown.get(&at);
        if !all && own.is_none() {
            continue;
        }
        let above = heading.filter(|above| !all && last.is_none_or(|last| last < *above));
        let above = above.filter(|above| *above != at);
        let follows = last.is_some_and(|last| last + 1 == above.unwrap_or(at));
        let listed = matches!(block.kind, Kind::Item | Kind::Cell(_));
        if !follows || (above.is_some() || heads) || (all && !listed) {
            page.gap();
            columns.left_out = false;
        }
        if let Some((above, block)) = above.and_then(|at| Some((at, blocks.get(at)?))) {
            columns.block(&mut page, block, &Shown::default(), false);
            if above + 1 < at {
                columns.leave_out(&mut page);
            }
        }
        columns.block(&mut page, block, own.unwrap_or(&Shown::default()), all);
        last = Some(at);
    }
    summary(&mut page, read, topics);
    page.finish()
}

/// What is marked in a block, and what stands at its margin.
#[derive(Debug, Default)]
struct Shown {
    cues: Vec<Span>,
    deciding: Vec<(Span, State)>,
    /// Where in the block's text each stands.
    notes: Vec<(usize, String, Tone)>,
    /// What must be seen of a long block.
    focus: Vec<Span>,
}

/// The blocks that hold statements.
fn shown(read: &ReadDocument, topics: &Topics<'_>) -> BTreeMap<usize, Shown> {
    let mut shown: BTreeMap<usize, Shown> = BTreeMap::new();
    for (index, statement) in read.reading.statements.iter().enumerate() {
        let name = topics.name(&statement.arrangement);
        let (note, tone, state) = match statement.upshot {
            Upshot::State(state, _) if is_overruled(read, statement, index) => {
                (format!("{name}: {state} (doesn't count)"), Tone::Faint, state)
            }
            Upshot::State(state, _) => (format!("{name}: {state}"), Tone::from(state), state),
            Upshot::Unsure(_) => {
                (format!("{name}: unsure, look at it"), Tone::Middling, State::Partial)
            }
            Upshot::Silent(_) => continue,
        };
        for (span, _, _) in &statement.marks {
            if let Some(block) = read.place_of(statement, span) {
                shown.entry(block).or_default().deciding.push((span.clone(), state));
            }
        }
        for (block, span) in &statement.also {
            shown.entry(*block).or_default().focus.push(span.start..span.start);
        }
        let block = shown.entry(statement.block).or_default();
        block.cues.push(statement.cue.clone());
        block.focus.push(statement.cue.clone());
        let noted = block.notes.iter().rev().take_while(|(at, ..)| *at >= statement.sentence.start);
        if !noted.into_iter().any(|(_, said, _)| *said == note) {
            block.notes.push((statement.cue.start, note, tone));
        }
    }
    for block in shown.values_mut() {
        block.notes.sort_by_key(|(at, ..)| *at);
        block.focus.extend(block.deciding.iter().map(|(span, _)| span.clone()));
    }
    shown
}

fn is_overruled(read: &ReadDocument, statement: &Statement, index: usize) -> bool {
    let mut all = read.reading.arrangements.iter();
    let own = all.find(|own| own.arrangement == statement.arrangement);
    own.is_some_and(|own| own.overruled.binary_search(&index).is_ok())
}

/// The columns of the page: line numbers, text, margin.
struct Columns {
    numbers: usize,
    text: usize,
    /// None where the page is too narrow for one.
    margin: Option<usize>,
    paged: bool,
    /// Whether the last row says that something is left out: it is said once.
    left_out: bool,
}

impl Columns {
    fn of(page: &TerminalPage, read: &ReadDocument) -> Self {
        let spots = read
            .document
            .blocks
            .iter()
            .filter_map(|block| block.line_starts().last().map(|start| block.spot(*start)));
        let (mut line, mut last_page) = (0, 0);
        for spot in spots {
            line = line.max(spot.line);
            last_page = last_page.max(spot.page.unwrap_or(0));
        }
        let digits = |number: u32| number.to_string().len();
        let paged = last_page > 0;
        let numbers = digits(line).max(3) + if paged { digits(last_page) + 2 } else { 0 };
        let margin = (page.width() >= NARROW).then(|| (page.width() * 3 / 10).clamp(20, 36));
        let taken = numbers + 3 + margin.map_or(0, |margin| margin + 2);
        let text = page.width().saturating_sub(taken).min(WIDEST);
        Self { numbers, text, margin, paged, left_out: false }
    }

    fn block(&mut self, page: &mut TerminalPage, block: &Block, shown: &Shown, all: bool) {
        if let Some(labels) = labels(block) {
            for row in rows(page, &labels, 0..labels.len(), &Marks::default(), self.text, None) {
                let text = page.paint(&row.text, Some(Tone::Faint));
                self.row(page, "", &text, row.width, None);
            }
        }
        let text = block.text();
        let marks = Marks::new(text, shown.cues.clone(), shown.deciding.clone());
        let (bullet, base) = match block.kind {
            Kind::Heading(_) => ("", Some(Tone::Heading)),
            Kind::Item => ("• ", None),
            Kind::Quotation => ("> ", None),
            Kind::Furniture => ("", Some(Tone::Faint)),
            Kind::Paragraph | Kind::Cell(_) => ("", None),
        };
        let indent = bullet.chars().count();
        let parts = parts(text, (!all).then_some(&shown.focus));
        let mut notes = shown.notes.iter().peekable();
        let mut line = None;
        for (index, part) in parts.iter().enumerate() {
            if index > 0 || part.start > 0 {
                self.leave_out(page);
            }
            let wrapped =
                rows(page, text, part.clone(), &marks, self.text.saturating_sub(indent), base);
            let ends = wrapped.iter().skip(1).map(|row| row.start).chain([part.end]);
            let mut margin: VecDeque<MarkedRow> = VecDeque::new();
            for (number, (row, end)) in zip(&wrapped, ends.collect::<Vec<_>>()).enumerate() {
                while let Some((_, note, tone)) = notes.next_if(|(at, ..)| *at < end) {
                    margin.extend(self.note(page, note, *tone));
                }
                let now = block.line_starts().partition_point(|start| *start <= row.start);
                let number_shown = if line.replace(now) == Some(now) {
                    String::new()
                } else {
                    self.number(block, now)
                };
                let lead = if number == 0 && index == 0 { bullet } else { "  " };
                let lead = if indent > 0 { lead } else { "" };
                let text = format!("{lead}{}", row.text);
                let beside = self.margin.and_then(|_| margin.pop_front());
                self.row(page, &number_shown, &text, row.width + indent, beside.as_ref());
            }
            for row in margin {
                self.row(page, "", "", 0, Some(&row));
            }
            if index + 1 == parts.len() && part.end < text.len() {
                self.leave_out(page);
            }
        }
    }

    /// The number of a line of the document, in which a line of the block begins.
    fn number(&self, block: &Block, line: usize) -> String {
        let start = line.checked_sub(1).and_then(|line| block.line_starts().get(line));
        let spot = block.spot(start.copied().unwrap_or(0));
        match spot.page {
            Some(page) if self.paged => format!("p{page} {}", spot.line),
            _ => spot.line.to_string(),
        }
    }

    fn note(&self, page: &TerminalPage, note: &str, tone: Tone) -> Vec<MarkedRow> {
        let width = self.margin.unwrap_or(self.text).saturating_sub(2);
        let mut lines = rows(page, note, 0..note.len(), &Marks::default(), width, Some(tone));
        for (index, row) in lines.iter_mut().enumerate() {
            row.text.insert_str(0, if index == 0 { "← " } else { "  " });
            row.width += 2;
        }
        lines
    }

    fn row(
        &mut self,
        page: &mut TerminalPage,
        number: &str,
        text: &str,
        width: usize,
        note: Option<&MarkedRow>,
    ) {
        self.left_out = false;
        let bar = page.paint(&format!("{number:>0$} │ ", self.numbers), Some(Tone::Faint));
        let beside = match (note, self.margin) {
            (Some(note), Some(_)) => {
                format!("{}  {}", " ".repeat(self.text.saturating_sub(width)), note.text)
            }
            (Some(note), None) => note.text.clone(),
            (None, _) => String::new(),
        };
        let line = format!("{bar}{text}{beside}");
        page.line(&line);
    }

    /// A sign that something is left out.
    fn leave_out(&mut self, page: &mut TerminalPage) {
        if !self.left_out {
            self.row(page, "", "…", 1, None);
            self.left_out = true;
        }
    }
}

/// What heads the column and the row of a cell.
fn labels(block: &Block) -> Option<String> {
    let Kind::Cell(cell) = &block.kind else { return None };
    let labels: Vec<&str> =
        [&cell.beside, &cell.under].into_iter().flatten().map(String::as_str).collect();
    (!cell.heads && !labels.is_empty()).then(|| format!("[{}]", labels.join(" / ")))
}

/// The parts of a text to show: all of a short one, of a long one what is around the focus.
fn parts(text: &str, focus: Option<&Vec<Span>>) -> Vec<Span> {
    let Some(focus) = focus.filter(|_| text.len() > LONG) else {
        return std::iter::once(0..text.len()).collect();
    };
    let mut around: Vec<Span> = focus
        .iter()
        .map(|span| {
            let end = span.end.min(span.start + LONG);
            let from = word_end(text, span.start.saturating_sub(AROUND));
            let from = if span.start <= AROUND { 0 } else { from.min(span.start) };
            from..word_end(text, end.saturating_add(AROUND))
        })
        .collect();
    if around.is_empty() {
        around.push(0..word_end(text, LONG));
    }
    around.sort_by_key(|span| (span.start, span.end));
    let mut parts: Vec<Span> = Vec::new();
    for span in around {
        match parts.last_mut() {
            Some(last) if span.start <= last.end + 1 => last.end = last.end.max(span.end),
            _ => parts.push(span),
        }
    }
    parts
}

/// The end of the word at an offset, or a place near it where a character ends.
fn word_end(text: &str, offset: usize) -> usize {
    let offset = text.floor_char_boundary(offset);
    let rest = text.get(offset..).unwrap_or_default();
    let near = rest.char_indices().take(60).find(|(_, c)| *c == ' ').map(|(at, _)| offset + at);
    near.unwrap_or(if rest.chars().nth(60).is_some() { offset } else { text.len() })
}
