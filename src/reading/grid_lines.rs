//! Lines that set a status beside a label, as the rows of a grid do: "Modern slavery strategy: TBC".

use std::collections::BTreeMap;

use super::choices::Chosen;
use super::grid::GridCell;
use super::grid_answers::GridReader;
use super::grid_said::{Answers, CellPart, Said};
use super::status::{CellSays, strict};
use crate::document::{Block, Kind};
use crate::rulebook::{ColumnKind, Effect, GridWords, plain};
use crate::standing::State;

const UNKNOWN: &str = "what stands beside it says that nobody knows yet";
/// The longest label, in words.
const LABEL: usize = 12;
/// Dots that lead from a label to what stands beside it.
const LEADER: &str = ".....";

/// What a line says of the thing that the line above it names: "Status: filled".
pub(super) fn status_line<'t>(block: &'t Block, words: &GridWords) -> Option<&'t str> {
    let (label, value) = block.text().split_once(": ")?;
    let kind = words.columns.get(&plain(label))?;
    let plain = matches!(block.kind, Kind::Paragraph | Kind::Item | Kind::Heading(_));
    (plain && matches!(kind, ColumnKind::Status)).then_some(value.trim())
}

/// A label and what stands beside it, behind a colon or behind dots that lead to it.
fn parted(text: &str) -> Option<(&str, &str)> {
    let Some(at) = text.find(LEADER) else { return text.split_once(": ") };
    let (label, rest) = text.split_at(at);
    Some((label.trim_end(), rest.trim_start_matches(['.', ' '])))
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
        let Some(value) = status_line(block, &self.reader.grids) else { return };
        let Some(before) = at.checked_sub(1) else { return };
        let Some(above) = self.document.blocks.get(before) else { return };
        let adjacent = above.spot(above.text().len()).line + 1 == block.spot(0).line;
        let Some((_, named)) = above.text().split_once(": ").filter(|_| adjacent) else { return };
        let label = GridCell::of_line(before, named, &self.reader.grids);
        if !self.has_cues(&label) {
            return;
        }
        let mut answers = Answers::default();
        let cell = GridCell::of_line(at, value, &self.reader.grids);
        self.take(&cell, Some(ColumnKind::Status), None, &mut answers, parts);
        self.note(&label, &answers, parts);
    }

    /// Notes what such lines say. "Yes" and "no" are read where sentences are.
    pub(super) fn lines(
        &self,
        chosen: &BTreeMap<usize, Chosen>,
        parts: &mut BTreeMap<usize, CellPart>,
    ) {
        for (at, block) in self.document.blocks.iter().enumerate() {
            self.status_of_the_line_above(at, block, parts);
            if !matches!(block.kind, Kind::Paragraph | Kind::Item) || chosen.contains_key(&at) {
                continue;
            }
            let share = share(block.text());
            let shared = share.is_some();
            let Some((label, value)) = parted(block.text()).or(share) else { continue };
            let led = block.text().contains(LEADER);
            let words = label.split_whitespace().count();
            if words > LABEL || label.contains(['.', '?', ';']) || value.trim().len() < 2 {
                continue;
            }
            let said = match strict(value, &self.reader.grids) {
                Some(CellSays::State(State::InPlace)) if !led => continue,
                Some(CellSays::Tick(_)) | None => continue,
                Some(CellSays::State(state)) => Said::State(state),
                Some(CellSays::Nothing) => Said::Unsure(UNKNOWN),
            };
            let mut own = self.of_block.get(&at).into_iter().flatten();
            let sentence = own.next().and_then(|own| self.sentences.get(*own));
            let Some(sentence) = sentence.filter(|_| led || own.next().is_none()) else { continue };
            let all = 0..sentence.len();
            if shared && sentence.has(self.reader.classes.finite, &all) {
                continue;
            }
            let denied = sentence.marks.iter().any(|mark| mark.effect == Effect::Negated);
            if !sentence.cues.is_empty() && (shared || !denied) {
                parts.insert(at, CellPart::Label(said, Vec::new()));
            }
        }
    }
}
