//! What stands beside a status or a label and changes what it says: a remark that it is only planned, numbers that nobody
//! explains.

use std::collections::BTreeMap;

use super::corrected::IN_WORDS;
use super::grid::{Grid, GridCell};
use super::grid_answers::{GridReader, UNKNOWN};
use super::grid_counts::number;
use super::grid_said::{Answers, CellPart, Said};
use super::lettered::alone;
use super::status::CellSays;
use crate::rulebook::{ColumnKind, Effect};
use crate::standing::State;

/// The longest remark, in words, and the longest score.
const REMARK: usize = 14;
const SCORE: usize = 3;

/// What a remark makes of a yes beside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Nothing,
    Limits,
    Denies,
}

impl GridReader<'_> {
    /// "Amber", and beside it "In draft, to the board in May": as if one cell said both. "Yes", and beside it "but for the city
    /// alone": no more than a part of it. "Yes", and beside it "Lapsed in 2022": nobody knows which.
    pub(super) fn with_remarks(
        &self,
        grid: &Grid,
        row: u32,
        label: &GridCell,
        answers: &mut Answers,
    ) {
        let own = self.arrangements(label);
        for remark in self.remarks(grid, row) {
            answers.remarks.extend(&remark.blocks);
            if remark.text.split_whitespace().count() > REMARK {
                continue;
            }
            let named = self.arrangements(remark);
            // "No dedicated budget" says nothing of a lead.
            if !named.is_empty() && named.is_disjoint(&own) && !self.is_regional(remark) {
                continue;
            }
            let weighs = self.weight(remark, label);
            let leads = matches!(remark.says, Some((CellSays::State(State::Planned), _)));
            let plans = leads || self.plans(remark, 0) && !self.effect(remark, Effect::Ended, 0);
            let names = self.has_cues(remark);
            if weighs == Weight::Denies && !answers.ticks.is_empty() {
                answers.doubted = answers.doubted.or(Some(IN_WORDS));
            }
            for (said, _) in &mut answers.stated {
                let becomes = match said {
                    Said::State(State::Absent) if plans && !names => State::Planned,
                    Said::State(State::Partial | State::InPlace) if leads && !names => {
                        State::Planned
                    }
                    Said::State(State::InPlace) if weighs == Weight::Limits && !names => {
                        State::Partial
                    }
                    Said::State(State::InPlace | State::Partial) if weighs == Weight::Denies => {
                        answers.doubted = answers.doubted.or(Some(IN_WORDS));
                        continue;
                    }
                    _ => continue,
                };
                *said = Said::State(becomes);
                answers.blocks.extend(&remark.blocks);
            }
        }
    }

    /// What stands in a row beside its status, in a column of remarks or in one whose head nobody knows.
    fn remarks<'g>(&self, grid: &'g Grid, row: u32) -> impl Iterator<Item = &'g GridCell> {
        let last =
            grid.across(row).filter(|cell| cell.says.is_some()).map(|cell| cell.column).max();
        grid.across(row).filter(move |cell| match grid.kind(cell) {
            Some(kind) => kind == ColumnKind::Evidence,
            None => last.is_some_and(|last| cell.column > last) && cell.says.is_none(),
        })
    }

    /// Whether a cell speaks of the region.
    pub(super) fn is_regional(&self, cell: &GridCell) -> bool {
        let regional = self.reader.classes.regional;
        self.sentences_of(cell).any(|own| own.has(regional, &(0..own.len())))
    }

    /// What a remark makes of a yes beside it.
    fn weight(&self, remark: &GridCell, label: &GridCell) -> Weight {
        let classes = &self.reader.classes;
        let says = remark.says.and_then(|(says, _)| says.state());
        let has = |effect: Effect| self.effect(remark, effect, 0);
        // "Post withdrawn in May", and not "Recommendation 4 closed".
        const FIRST: usize = 2;
        let over = || {
            self.sentences_of(remark).any(|own| own.has(classes.over, &(0..FIRST.min(own.len()))))
                && !has(Effect::Since)
        };
        let denied = has(Effect::Negated) && !has(Effect::NotNegated);
        // "Provided by the regional unit": another's, and whose it is a person must say.
        let others = self.is_regional(remark) && !self.is_regional(label);
        if others || says == Some(State::Absent) || has(Effect::Ended) || denied || over() {
            return Weight::Denies;
        }
        let breaks = self.sentences_of(remark).next().is_some_and(|own| own.is(classes.breaks, 0));
        let share = remark.text.contains('%');
        if breaks || !share && (says == Some(State::Partial) || has(Effect::Limited)) {
            return Weight::Limits;
        }
        Weight::Nothing
    }

    /// Whether a cell ends in a letter of its own under which the paper has a note: "Analyst (FTE) b", "b Seconded since May".
    pub(super) fn has_lettered_note(&self, text: &str) -> bool {
        let last = text.trim_end().rsplit_once(' ').map(|(_, letter)| letter);
        last.and_then(alone).is_some_and(|letter| self.lettered_notes.contains(&letter))
    }

    /// A label beside scores or counts alone, under heads that nobody knows, says nothing by itself: "Care for victims | 2 | n/s".
    pub(super) fn beside_numbers(&self, grid: &Grid, parts: &mut BTreeMap<usize, CellPart>) {
        let score = |cell: &GridCell| {
            number(&cell.text).is_some()
                || cell.strict.is_none() && cell.text.chars().count() <= SCORE
        };
        for row in grid.rows().filter(|row| !grid.is_head(*row) && !grid.heads.is_empty()) {
            let Some(label) = grid.row(row).next().filter(|label| self.has_cues(label)) else {
                continue;
            };
            if label.blocks.iter().any(|block| parts.contains_key(block)) {
                continue;
            }
            let beside: Vec<&GridCell> = grid
                .across(row)
                .filter(|cell| cell.column != label.column && !cell.text.is_empty())
                .filter(|cell| grid.kind(cell).is_none())
                .collect();
            let numbers: Vec<f64> = beside.iter().filter_map(|cell| number(&cell.text)).collect();
            let counted = numbers.iter().all(|number| *number > 0.0);
            let done = counted && self.says_what_was_done(label);
            if !numbers.is_empty() && beside.iter().all(|cell| score(cell)) && !done {
                self.part(label, &CellPart::Label(Said::Unsure(UNKNOWN), Vec::new()), parts);
            }
        }
    }
}
