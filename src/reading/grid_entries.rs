//! What a heading names, and a status under it: "Coordinator", and below "Not begun". The other way round, a status that heads a
//! list says how far what each of its items names stands.

use std::collections::BTreeMap;

use super::grid::GridCell;
use super::grid_answers::{GridReader, UNKNOWN};
use super::grid_lines::status_line;
use super::grid_said::{Answers, CellPart, Said};
use super::legend_meaning::meaning;
use super::status::{CellSays, strict};
use crate::document::{Block, Kind};
use crate::rulebook::{ColumnKind, GridWords, plain};
use crate::standing::State;

/// The longest label, and the longest answer that needs no sign behind its status, in words.
const LABEL: usize = 14;
const ANSWER: usize = 14;
/// So many blocks under a label may answer it.
const WITHIN: usize = 4;
/// The longest status that heads a list, in words.
const HEAD: usize = 6;

impl GridReader<'_> {
    /// Notes what such labels and lists come to.
    pub(super) fn entries(&self, parts: &mut BTreeMap<usize, CellPart>) {
        self.under_statuses(parts);
        for at in 1..self.document.blocks.len() {
            // What has boxes of its own is answered by them.
            let boxed = self.filled.chosen.contains_key(&at);
            if boxed || parts.contains_key(&at) || !self.is_label(at) {
                continue;
            }
            let answers = self.answers_below(at, parts);
            if answers.stated.is_empty() {
                continue;
            }
            let text = self.document.blocks.get(at).map_or("", Block::text);
            let label = GridCell::of_line(at, 0, text, &self.filled.words);
            self.note(&label, &answers, parts);
        }
    }

    /// Whether a block names something and says nothing of it.
    fn is_label(&self, at: usize) -> bool {
        let Some(block) = self.document.blocks.get(at) else { return false };
        let text = block.text();
        let heading = matches!(block.kind, Kind::Heading(_));
        let apart = heading || matches!(block.kind, Kind::Paragraph | Kind::Item);
        if !apart || text.ends_with(['.', '?', ';']) || text.split_whitespace().count() > LABEL {
            return false;
        }
        let cell = GridCell::of_line(at, 0, text, &self.filled.words);
        self.is_bare(&cell) || self.has_cues(&cell) && (heading || self.is_task(text))
    }

    /// What the blocks under a label say of it.
    fn answers_below(&self, at: usize, parts: &mut BTreeMap<usize, CellPart>) -> Answers {
        let mut answers = Answers::default();
        let words = &self.filled.words;
        let task = self.document.blocks.get(at).is_some_and(|own| self.is_task(own.text()));
        let below = self.document.blocks.iter().enumerate().skip(at + 1).take(WITHIN);
        for (next, own) in below {
            let apart = matches!(own.kind, Kind::Paragraph | Kind::Heading(_) | Kind::Item);
            // An item is one of its list, unless it begins with a status.
            let item = matches!(own.kind, Kind::Item);
            let key = self.filled.legend.blocks.contains(&next);
            if !apart || key || parts.contains_key(&next) || item && !answers.stated.is_empty() {
                break;
            }
            let line = status_line(own, words);
            if line.is_none() && matches!(own.kind, Kind::Heading(_)) {
                break;
            }
            let value = line.unwrap_or_else(|| own.text());
            let cell = GridCell::of_line(next, own.text().len() - value.len(), value, words);
            if line.is_none() && !(fits(&cell) || task && cell.says.is_some()) {
                // "Owner: Learning and Development"
                let known = |(head, _): (&str, &str)| words.columns.contains_key(&plain(head));
                if own.text().split_once(": ").is_some_and(known) {
                    continue;
                }
                let short = value.split_whitespace().count() <= ANSWER && !self.has_cues(&cell);
                if answers.stated.is_empty() || !short {
                    break;
                }
            }
            self.take(&cell, Some(ColumnKind::Answer), None, &mut answers, parts);
            answers.worded.push(next);
        }
        answers
    }

    /// Statuses that head lists, where there are several: "In place:", "Not in place:".
    fn under_statuses(&self, parts: &mut BTreeMap<usize, CellPart>) {
        let blocks = &self.document.blocks;
        let words = &self.filled.words;
        let heads: Vec<(usize, Option<State>)> = (0..blocks.len())
            .filter_map(|at| {
                let block = blocks.get(at)?;
                let says = head_says(block, words);
                let heading = matches!(block.kind, Kind::Heading(_));
                (says.is_some() || heading).then_some((at, says))
            })
            .collect();
        let mut states: Vec<State> = heads.iter().filter_map(|(_, says)| *says).collect();
        states.sort_unstable();
        states.dedup();
        if states.len() < 2 {
            return;
        }
        let kind_of = |at: usize| blocks.get(at).map(|block| &block.kind);
        for (n, (head, says)) in heads.iter().enumerate() {
            // A heading beside them that is no status says nothing that is certain.
            let beside = heads
                .iter()
                .any(|(other, says)| says.is_some() && kind_of(*other) == kind_of(*head));
            if says.is_none() && !beside {
                continue;
            }
            let said = match says {
                Some(state) if *state != State::NotStated => Said::State(*state),
                _ => Said::Unsure(UNKNOWN),
            };
            let end = heads.get(n + 1).map_or(blocks.len(), |(next, _)| *next);
            let heading = matches!(kind_of(*head), Some(Kind::Heading(_)));
            for at in head + 1..end {
                let Some(own) = blocks.get(at) else { break };
                let item = matches!(own.kind, Kind::Item);
                // Under words that lead in a list only the list goes on from them.
                if !(item || heading && matches!(own.kind, Kind::Paragraph)) {
                    break;
                }
                let cell = GridCell::of_line(at, 0, own.text(), words);
                if !self.has_cues(&cell) || says.is_none() && !self.only_names(&cell) {
                    continue;
                }
                parts.entry(at).or_insert(CellPart::Label(said, vec![*head]));
            }
        }
    }

    pub(super) fn only_names(&self, cell: &GridCell) -> bool {
        let finite = self.reader.classes.finite;
        self.sentences_of(cell).all(|own| !own.has(finite, &(0..own.len())))
    }
}

/// Whether a block is a status, or begins with one and a sign.
fn fits(cell: &GridCell) -> bool {
    if matches!(cell.strict, Some(CellSays::State(_) | CellSays::Nothing)) {
        return true;
    }
    let Some((CellSays::State(_) | CellSays::Nothing, end)) = cell.says else { return false };
    let rest = cell.text.get(end..).unwrap_or_default().trim_start();
    rest.starts_with(['.', ',', ';', ':', '–', '—', '-', '('])
        || cell.text.split_whitespace().count() <= ANSWER
}

/// What a block says that heads a list with a status and nothing else.
fn head_says(block: &Block, words: &GridWords) -> Option<State> {
    let text = block.text();
    let heads = match block.kind {
        Kind::Heading(_) => true,
        Kind::Paragraph | Kind::Item => text.ends_with(':'),
        _ => false,
    };
    let own = text.trim_end_matches(':').trim();
    let short = own.split_whitespace().count() <= HEAD && !words.attendance.contains(&plain(own));
    if !heads || !short {
        return None;
    }
    match strict(own, words) {
        Some(CellSays::State(state)) => Some(state),
        Some(CellSays::Nothing) => Some(State::NotStated),
        Some(CellSays::Tick(_)) => None,
        // "Carried forward, not begun": each part is one.
        None => {
            let parts: Vec<Option<State>> =
                own.split(',').map(|part| meaning(part, words)).collect();
            let several = parts.len() > 1;
            parts.into_iter().collect::<Option<Vec<State>>>().filter(|_| several)?.into_iter().min()
        }
    }
}
