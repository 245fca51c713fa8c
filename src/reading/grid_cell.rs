//! What one cell says of its label: a status, one with something to it, a few words.

use std::collections::BTreeMap;

use super::grid::GridCell;
use super::grid_answers::{BLANK, GridReader, UNKNOWN};
use super::grid_said::{Answers, CellPart, Said};
use super::sentence::{CueHit, ModifierHit};
use super::status::{CellSays, leading};
use super::tokens::Token;
use crate::rulebook::{AnsweredBy, ColumnKind, Effect, Tick, plain};
use crate::standing::State;

const CROSS: &str = "a cross alone ticks what stands beside it, or crosses it out";

const OF_FORM: &str = "it denies something of the form, and not what the form asks";
const UNTIL: &str = "it says until when, and nobody whether that has come";

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
        let said = match kind {
            Some(ColumnKind::Holder) => self.held(cell, said),
            _ => said,
        };
        // What stands behind a "no", and names nothing else, says no more.
        if said.is_some_and(|said| matches!(said, Said::State(state) if state < State::InPlace)) {
            answers.worded.extend(&cell.blocks);
        }
        answers.coloured |= self.is_colour(&cell.text);
        answers.unfinished |= self.is_unfinished(&cell.text);
        let own = self.has_cues(cell);
        if let (None, Some(Said::State(state))) = (cell.says, said) {
            answers.told.push(state);
        }
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
            (None, _) => {
                answers.in_words = true;
                answers.worded.extend(&cell.blocks);
            }
        }
    }

    /// What a status says with the words that follow it: "Yes, part-time", "No, but planned".
    fn with_the_rest(&self, cell: &GridCell, says: CellSays, end: usize) -> Said {
        let state = match says {
            CellSays::Nothing => {
                return self.after_nothing(cell, end).map_or(Said::Unsure(UNKNOWN), Said::State);
            }
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
        // "In post until March": whether that has come nobody says.
        if state == State::InPlace && self.is_until(cell, first) {
            return Said::Unsure(UNTIL);
        }
        let begins = plain(cell.text.get(..end).unwrap_or_default());
        Said::State(match state {
            State::Partial if self.is_until(cell, first) => state,
            State::Absent if self.filled.words.finals.contains(&begins) => state,
            State::InPlace | State::Partial if has(Effect::Ended) => State::Absent,
            State::InPlace if has(Effect::Planned) && !has(Effect::Since) => State::Planned,
            State::InPlace if has(Effect::Limited) => State::Partial,
            State::InPlace if has(Effect::Negated) && !has(Effect::NotNegated) => {
                return Said::Unsure(UNKNOWN);
            }
            State::Absent if self.plans(cell, first) && !has(Effect::Ended) => State::Planned,
            State::Absent if self.is_to_come(cell) => State::Planned,
            state => state,
        })
    }

    /// What follows a word that says nothing of how far something stands: "Closed. A superintendent was appointed."
    fn after_nothing(&self, cell: &GridCell, end: usize) -> Option<State> {
        let first = cell.text.get(..end)?.split_whitespace().count();
        let rest = cell.text.get(end..)?.trim();
        if !rest.starts_with(['.', ';', ':', '–', '—', '-', ',']) {
            return None;
        }
        // "Closed, published in March"
        let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        // "n/k: not known to us"
        if let Some((says, _)) = leading(rest, &self.filled.words) {
            return says.state();
        }
        let has = |effect: Effect| self.effect(cell, effect, first);
        let denied = has(Effect::Negated) && !has(Effect::NotNegated);
        match () {
            () if has(Effect::Ended) => Some(State::Absent),
            () if denied && has(Effect::Planned) => Some(State::Planned),
            () if denied => Some(State::Absent),
            () if has(Effect::Planned) => Some(State::Planned),
            () if has(Effect::Made) => Some(State::InPlace),
            // "Closed. Chief Superintendent since June."
            () if self.is_closed(cell) && self.has_rank(cell) => Some(State::InPlace),
            () => None,
        }
    }

    /// What the cell of a post's holder says: a rank holds it.
    fn held(&self, cell: &GridCell, said: Option<Said>) -> Option<Said> {
        let ranked = self.has_rank(cell);
        match said {
            Some(Said::State(State::Absent | State::Planned | State::Partial)) => said,
            // "T/DI, also child exploitation"
            _ if ranked && self.is_other_business(cell) => Some(Said::State(State::Partial)),
            _ if ranked => Some(Said::State(State::InPlace)),
            // A name, "[redacted]": somebody, it may be.
            _ => Some(Said::Unsure(UNKNOWN)),
        }
    }

    /// Whether a cell tells of a plan that it doesn't deny: "none is planned".
    pub(super) fn plans(&self, cell: &GridCell, from: usize) -> bool {
        const NEAR: usize = 4;
        let marks: Vec<&ModifierHit> = self.marks(cell, from).collect();
        let denied = |plan: &ModifierHit| {
            marks.iter().any(|own| {
                own.effect == Effect::Negated
                    && own.span.start < plan.span.start
                    && plan.span.start - own.span.start < NEAR
            })
        };
        marks.iter().any(|own| own.effect == Effect::Planned && !denied(own))
    }

    fn has_rank(&self, cell: &GridCell) -> bool {
        let rank = self.reader.classes.rank;
        self.sentences_of(cell).any(|own| own.has(rank, &(0..own.len())))
    }

    /// Whether a cell is a rank and little else beside a label that asks for whom.
    pub(super) fn is_answered_by_rank(&self, label: &GridCell, cell: &GridCell) -> bool {
        const RANK: usize = 6;
        let by_rank = |hit: &CueHit| {
            let arranged = self.reader.arrangements.get(hit.arrangement);
            arranged.is_some_and(|own| own.traits.answered_by.contains(&AnsweredBy::Rank))
        };
        cell.text.split_whitespace().count() <= RANK
            && self.has_rank(cell)
            && !self.has_cues(cell)
            && self.in_words(cell).is_none()
            && self.sentences_of(cell).all(|own| own.actors.is_empty())
            && self.sentences_of(label).flat_map(|own| &own.cues).any(by_rank)
    }

    fn is_closed(&self, cell: &GridCell) -> bool {
        let first = cell.text.split_whitespace().next().map(plain).unwrap_or_default();
        self.filled.words.closes.contains(&first)
    }

    /// Whether a cell says until when something lasts.
    fn is_until(&self, cell: &GridCell, from: usize) -> bool {
        self.marks(cell, from).any(|mark| {
            let written = self.reader.modifiers_written.get(mark.modifier);
            mark.effect == Effect::Ended
                && written.is_some_and(|written| written.starts_with("until"))
        })
    }

    /// What a short answer says that begins with no status: "Post vacant", "Appointed in May".
    pub(super) fn in_words(&self, cell: &GridCell) -> Option<Said> {
        if cell.text.split_whitespace().count() > LONGEST || self.has_cues(cell) {
            return None;
        }
        let has = |effect: Effect| self.effect(cell, effect, 0);
        let state = match () {
            () if self.is_until(cell, 0) => return Some(Said::Unsure(UNTIL)),
            () if has(Effect::Withheld) => State::Withheld,
            () if has(Effect::Ended) => State::Absent,
            () if has(Effect::Negated) && !has(Effect::NotNegated) => match () {
                () if self.speaks_of_the_form(cell) => return Some(Said::Unsure(OF_FORM)),
                () if has(Effect::Planned) => State::Planned,
                () => State::Absent,
            },
            () if has(Effect::Planned) && !has(Effect::Standing) => State::Planned,
            () if has(Effect::Limited) => State::Partial,
            () if has(Effect::Made) => State::InPlace,
            () => return None,
        };
        Some(Said::State(state))
    }

    /// Whether what a cell denies is a part of the form: "This line should not be here", "Figure not agreed".
    fn speaks_of_the_form(&self, cell: &GridCell) -> bool {
        let parts = &self.filled.words.form_parts;
        plain(&cell.text).split(' ').any(|word| parts.contains(word))
    }

    pub(super) fn effect(&self, cell: &GridCell, effect: Effect, from: usize) -> bool {
        self.marks(cell, from).any(|mark| mark.effect == effect)
    }

    /// The modifiers in a cell, from a word on.
    fn marks(&self, cell: &GridCell, from: usize) -> impl Iterator<Item = &'_ ModifierHit> {
        let start = cell.start;
        self.sentences_of(cell).flat_map(move |sentence| {
            let before = |token: &&Token| (token.start as usize) < start;
            let from = from + sentence.tokens.iter().take_while(before).count();
            sentence.marks.iter().filter(move |mark| mark.span.start >= from)
        })
    }
}
