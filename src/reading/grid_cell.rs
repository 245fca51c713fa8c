//! What one cell says of its label: a status, one with something to it, a few words.

use std::collections::BTreeMap;

use super::grid::GridCell;
use super::grid_answers::{BLANK, GridReader, UNKNOWN};
use super::grid_said::{Answers, CellPart, Said};
use super::status::CellSays;
use crate::rulebook::{ColumnKind, Effect, Tick};
use crate::standing::State;

const CROSS: &str = "a cross alone ticks what stands beside it, or crosses it out";

/// The longest answer that is a status with something to it, in words.
const LONGEST: usize = 14;

impl GridReader<'_> {
    /// Takes in what a cell says of its label.
    pub(super) fn take(
        &self,
        cell: &GridCell,
        kind: Option<ColumnKind>,
        year: Option<u32>,
        answers: &mut Answers,
        parts: &mut BTreeMap<usize, CellPart>,
    ) {
        let said = match (cell.undecided, cell.says) {
            (Some(why), _) => Some(Said::Unsure(why)),
            // Alone under no head it may tick what stands beside it, or cross it out.
            (None, Some((CellSays::Tick(Tick::Either), _))) if kind.is_none() => {
                Some(Said::Unsure(CROSS))
            }
            (None, Some((says, end))) => Some(self.with_the_rest(cell, says, end)),
            (None, None) => self.in_words(cell),
        };
        let own = self.has_cues(cell);
        match (said, kind) {
            (Some(said), _) => {
                answers.stated.push((said, year));
                answers.blocks.extend(&cell.blocks);
                if !own {
                    self.part(cell, &CellPart::Status, parts);
                }
            }
            (None, Some(ColumnKind::Status)) if cell.text.split_whitespace().count() <= 4 => {
                answers.stated.push((Said::Unsure(UNKNOWN), year));
                answers.blocks.extend(&cell.blocks);
                self.part(cell, &CellPart::Status, parts);
            }
            (None, _) => answers.in_words = true,
        }
    }

    /// What a status says with the words that follow it: "Yes, part-time", "No, but planned".
    fn with_the_rest(&self, cell: &GridCell, says: CellSays, end: usize) -> Said {
        let state = match says {
            CellSays::Nothing => return Said::Unsure(UNKNOWN),
            CellSays::Tick(Tick::Chosen | Tick::Either) => State::InPlace,
            CellSays::Tick(Tick::Crossed) => State::Absent,
            CellSays::Tick(Tick::Empty) => return Said::Unsure(BLANK),
            CellSays::State(state) => state,
        };
        if end >= cell.text.trim_end().len() {
            return Said::State(state);
        }
        let first = cell.text.get(..end).unwrap_or_default().split_whitespace().count();
        let has = |effect: Effect| self.effect(cell, effect, first);
        Said::State(match state {
            State::InPlace | State::Partial if has(Effect::Ended) => State::Absent,
            State::InPlace if has(Effect::Planned) && !has(Effect::Since) => State::Planned,
            State::InPlace if has(Effect::Limited) => State::Partial,
            State::InPlace if has(Effect::Negated) && !has(Effect::NotNegated) => {
                return Said::Unsure(UNKNOWN);
            }
            State::Absent if has(Effect::Planned) && !has(Effect::Ended) => State::Planned,
            state => state,
        })
    }

    /// What a short answer says that begins with no status: "Post vacant", "Appointed in May".
    fn in_words(&self, cell: &GridCell) -> Option<Said> {
        if cell.text.split_whitespace().count() > LONGEST || self.has_cues(cell) {
            return None;
        }
        let has = |effect: Effect| self.effect(cell, effect, 0);
        let state = match () {
            () if has(Effect::Ended) => State::Absent,
            () if has(Effect::Negated) && !has(Effect::NotNegated) => {
                if has(Effect::Planned) {
                    State::Planned
                } else {
                    State::Absent
                }
            }
            () if has(Effect::Planned) && !has(Effect::Standing) => State::Planned,
            () if has(Effect::Limited) => State::Partial,
            () if has(Effect::Made) => State::InPlace,
            () => return None,
        };
        Some(Said::State(state))
    }

    fn effect(&self, cell: &GridCell, effect: Effect, from: usize) -> bool {
        self.sentences_of(cell).any(|sentence| {
            let mut marks = sentence.marks.iter();
            marks.any(|mark| mark.effect == effect && mark.span.start >= from)
        })
    }
}
