//! Lines that set a status beside a label, as the rows of a grid do: "Modern slavery strategy: TBC".

use std::collections::BTreeMap;

use super::crossed::BULLETS;
use super::grid::GridCell;
use super::grid_answers::{BLANK, GridReader};
use super::grid_said::{Answers, CellPart, Said};
use super::grid_values::{Beside, LABEL, UNKNOWN, beside, coloned};
use crate::document::{Block, Kind};
use crate::rulebook::{ColumnKind, GridWords, Tick, plain};
use crate::standing::State;

/// Dots that lead from a label to what stands beside it.
const LEADER: &str = ".....";

/// What a line says of the thing that the line above it names: "Status: filled".
pub(super) fn status_line<'t>(block: &'t Block, words: &GridWords) -> Option<&'t str> {
    let (label, value) = block.text().split_once(": ")?;
    let kind = words.columns.get(&plain(label))?;
    let plain = matches!(block.kind, Kind::Paragraph | Kind::Item | Kind::Heading(_));
    (plain && matches!(kind, ColumnKind::Status)).then_some(value.trim())
}

/// A label and what stands beside it, behind a colon, a tabulator or dots that lead to it.
fn parted(block: &Block) -> Option<(&str, &str)> {
    if let Some(parts) = block.tabbed() {
        return Some(parts);
    }
    let text = block.text();
    let Some(at) = text.find(LEADER) else { return coloned(text) };
    let (label, rest) = text.split_at(at);
    Some((label.trim_end(), rest.trim_start_matches(['.', ' '])))
}

/// The word of a table whose meaning a line gives: "Held = not to be advertised".
fn explained(text: &str) -> Option<&str> {
    const KEY: usize = 3;
    let (key, _) = text.split_once(" = ")?;
    (key.split_whitespace().count() <= KEY).then_some(key)
}

/// Whether a line ends in the number of a page, as one of a list of contents may: "Single point of contact 04".
fn is_line_of_contents(text: &str) -> bool {
    let Some((label, page)) = text.trim_end().rsplit_once(char::is_whitespace) else {
        return false;
    };
    let padded = page.len() <= 3 && page.starts_with('0') && page.len() > 1;
    padded
        && page.bytes().all(|byte| byte.is_ascii_digit())
        && !label.contains(['.', ',', ':', ';', '?'])
}

/// A label and how far it has got: "Training on slavery 60%".
fn share(text: &str) -> Option<(&str, &str)> {
    let (label, value) = text.trim_end().rsplit_once(' ')?;
    let number = value.strip_suffix('%')?;
    number.parse::<f32>().is_ok().then_some((label.trim_end_matches([' ', '–', '-']), value))
}

impl GridReader<'_> {
    fn status_of_the_line_above(
        &self,
        at: usize,
        block: &Block,
        parts: &mut BTreeMap<usize, CellPart>,
    ) {
        let Some(value) = status_line(block, &self.filled.words) else { return };
        let Some(before) = at.checked_sub(1) else { return };
        let Some(above) = self.document.blocks.get(before) else { return };
        let adjacent = above.spot(above.text().len()).line + 1 == block.spot(0).line;
        let Some((_, named)) = above.text().split_once(": ").filter(|_| adjacent) else { return };
        let label = GridCell::of_line(before, 0, named, &self.filled.words);
        if !self.has_cues(&label) {
            return;
        }
        let mut answers = Answers::default();
        let start = block.text().len() - value.len();
        let cell = GridCell::of_line(at, start, value, &self.filled.words);
        self.take(&cell, Some(ColumnKind::Status), None, &mut answers, parts);
        self.note(&label, &answers, parts);
    }

    /// Notes what such lines say. "Yes" and "no" are read where sentences are.
    pub(super) fn lines(&self, parts: &mut BTreeMap<usize, CellPart>) {
        let mut wished = false;
        for (at, block) in self.document.blocks.iter().enumerate() {
            self.status_of_the_line_above(at, block, parts);
            let apart = !matches!(block.kind, Kind::Cell(_));
            if apart && self.is_specimen(block.text()) {
                parts.insert(at, CellPart::Aside);
                continue;
            }
            let boxed = self.filled.chosen.contains_key(&at);
            if apart && !boxed {
                wished = self.is_wish(at);
            }
            if apart && parts.get(&at) == Some(&CellPart::Aside) {
                continue;
            }
            let keyed = apart
                && explained(block.text()).is_some_and(|key| !self.names_within(at, key.len()));
            if boxed && wished
                || keyed
                || apart && self.is_title(at)
                || self.is_wanted(block.text())
                || is_line_of_contents(block.text())
            {
                parts.insert(at, CellPart::Aside);
                continue;
            }
            let led = |text: &str| {
                text.contains(LEADER) || text.contains(": __") || block.tabbed().is_some()
            };
            let signs = block.text().starts_with(|c: char| !c.is_alphanumeric());
            let known = |value: &str| self.filled.words.own.contains_key(&plain(value));
            // "Strategy: not returned" may look like a heading, and states nothing all the same.
            let unknown = beside(block.text(), &self.filled.words).is_some()
                || coloned(block.text()).is_some_and(|(_, value)| {
                    let start = block.text().len() - value.len();
                    let cell = GridCell::of_line(at, start, value, &self.filled.words);
                    cell.strict.is_some()
                        || known(value)
                        || self.scored
                        || self.comes_after_all(&cell)
                });
            let heading =
                matches!(block.kind, Kind::Heading(_)) && (signs || unknown || led(block.text()));
            if !heading && !matches!(block.kind, Kind::Paragraph | Kind::Item) {
                continue;
            }
            if let Some(said) = self.signed(at, block) {
                if self.has_cues(&GridCell::of_line(at, 0, block.text(), &self.filled.words)) {
                    parts.insert(at, CellPart::Label(said, Vec::new()));
                }
                continue;
            }
            if let Some(chosen) = self.filled.chosen.get(&at) {
                if let Some(said) = self.looked_at(&chosen.rest(block.text())) {
                    parts.insert(at, CellPart::Label(said, Vec::new()));
                }
                continue;
            }
            if self.is_blank(at) {
                parts.insert(at, CellPart::Label(Said::Unsure(BLANK), Vec::new()));
                continue;
            }
            let share = share(block.text());
            let shared = share.is_some();
            let Some((label, value)) = parted(block).or(share) else {
                if let Some(own) = beside(block.text(), &self.filled.words) {
                    self.valued(at, &own, parts);
                }
                continue;
            };
            let words = label.split_whitespace().count();
            if words > LABEL || label.contains(['.', '?', ';']) || value.trim().is_empty() {
                continue;
            }
            if led(block.text()) {
                self.led(at, label, value.trim_matches(['_', ' ']), parts);
                continue;
            }
            self.valued(at, &Beside { label, value, shared, loose: false }, parts);
        }
    }

    /// Whether a cue begins in the first bytes of a block.
    fn names_within(&self, at: usize, end: usize) -> bool {
        self.in_block(at).any(|own| own.cues.iter().any(|hit| own.place(&hit.span).start < end))
    }

    /// Whether a block asks what somebody would like to have: what is ticked under it isn't there.
    pub(super) fn is_wish(&self, at: usize) -> bool {
        let wish = self.reader.classes.wish;
        self.in_block(at).any(|own| own.has(wish, &(0..own.len())))
    }

    /// Whether a line gives what should be: "Target for trained staff: 80%".
    fn is_wanted(&self, text: &str) -> bool {
        let Some((label, _)) = text.split_once(": ") else { return false };
        let first = label.split_whitespace().next().map(plain).unwrap_or_default();
        let wanted =
            |words: &str| self.filled.words.columns.get(words) == Some(&ColumnKind::Wanted);
        label.split_whitespace().count() <= LABEL && (wanted(&first) || wanted(&plain(label)))
    }

    /// What a sign says that a line begins with, by the document's key; what a box says that was left empty.
    fn signed(&self, at: usize, block: &Block) -> Option<Said> {
        let said = |state: State| match state {
            State::NotStated => Said::Unsure(UNKNOWN),
            state => Said::State(state),
        };
        if let Some(state) = self.filled.chosen.get(&at).and_then(|chosen| chosen.empty) {
            return Some(said(state));
        }
        let words = &self.filled.words;
        // "[x] Appoint a lead"
        if self.filled.chosen.get(&at).is_some_and(|chosen| chosen.ticked) {
            let chosen = self.filled.chosen.get(&at)?;
            let text = chosen.rest(block.text());
            let text = text.trim();
            let label = GridCell::of_line(at, 0, text, words);
            let done = Said::State(State::InPlace);
            return self
                .is_founded(text)
                .then(|| self.of_task(&label, done, &Answers::default()))
                .flatten();
        }
        let mark = block.mark().unwrap_or_default();
        let first = block.text().chars().next().map(String::from).unwrap_or_default();
        let sign = |text: &str| {
            if text.is_empty() || text.contains(char::is_alphanumeric) {
                return None;
            }
            let known = words.own.get(text).or_else(|| words.signs.get(text)).copied();
            let crossed = self.crossed && words.ticks.get(text) == Some(&Tick::Crossed);
            let ticked = self.crossed
                && words.ticks.get(text) == Some(&Tick::Chosen)
                && !BULLETS.contains(&text)
                && self.only_names(&GridCell::of_line(at, 0, block.text(), words));
            let listed = if ticked { Some(State::InPlace) } else { None };
            known.or(crossed.then_some(State::Absent)).or(listed).map(said)
        };
        // "[>] Training for sergeants"
        let boxed = block.text().strip_prefix('[').and_then(|rest| rest.split_once(']'));
        let boxed = boxed.map(|(sign, _)| sign.trim()).filter(|sign| sign.chars().count() == 1);
        sign(mark.trim()).or_else(|| sign(&first)).or_else(|| sign(boxed?))
    }
}
