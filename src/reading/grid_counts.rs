//! Rows that are answered by numbers: how many there are of what they count, year by year; how many hold a post, and how many
//! should.

use std::collections::BTreeMap;

use super::grid::{Grid, GridCell};
use super::grid_answers::{GridReader, UNKNOWN};
use super::grid_said::{Answers, CellPart, Said, year};
use super::status::CellSays;
use crate::rulebook::{AnsweredBy, ColumnKind, CueSays, Effect, VerbForm, plain};
use crate::standing::State;

/// A year, which counts nothing.
const YEARS: std::ops::RangeInclusive<f64> = 1990.0..=2060.0;

/// The number that a text is: "412", "£30,000", "0.4".
pub(super) fn number(text: &str) -> Option<f64> {
    let bare = text.trim().trim_start_matches('£').trim_end_matches(" FTE").replace(',', "");
    let digits = bare.starts_with(|c: char| c.is_ascii_digit());
    let number: f64 = bare.parse().ok().filter(|_| digits)?;
    let typed_as_year = bare.len() == 4 && !text.contains(['£', ',']) && YEARS.contains(&number);
    (!typed_as_year).then_some(number)
}

/// What a number says of what it counts. "<5" is some.
fn counts(text: &str) -> Option<State> {
    let some = text.trim().strip_prefix(['<', '>']).and_then(number).is_some();
    let state = |number: f64| if number > 0.0 { State::InPlace } else { State::Absent };
    number(text).map(state).or(some.then_some(State::InPlace))
}

impl GridReader<'_> {
    /// The columns that hold numbers, holders or gaps by what heads them, from left to right.
    pub(super) fn counting_columns(&self, grid: &Grid) -> Vec<u32> {
        use ColumnKind::{Fte, Gap, Holder, Strength, Vacancy};
        let mut columns = grid.columns_of(&[Fte, Gap, Holder, Strength, Vacancy]);
        let first = grid.first_column();
        columns.extend(grid.all_columns().into_iter().filter(|column| {
            *column != first && grid.column(*column).is_none() && counts_by_head(grid, *column)
        }));
        columns.sort_unstable();
        columns
    }

    /// Takes in the numbers of a row, if those answer its label.
    pub(super) fn counts_in_row(
        &self,
        grid: &Grid,
        row: u32,
        label: &GridCell,
        answers: &mut Answers,
        parts: &mut BTreeMap<usize, CellPart>,
    ) -> bool {
        self.strength_in_row(grid, row, answers, parts)
            || self.years_in_row(grid, row, label, answers, parts)
    }

    /// "Referrals made | 12 | 19 | 22": of several years the latest counts.
    fn years_in_row(
        &self,
        grid: &Grid,
        row: u32,
        label: &GridCell,
        answers: &mut Answers,
        parts: &mut BTreeMap<usize, CellPart>,
    ) -> bool {
        let own: Vec<&GridCell> = grid
            .across(row)
            .filter(|cell| cell.column != label.column && counts_by_head(grid, cell.column))
            .collect();
        let any = own.iter().any(|cell| counts(&cell.text).is_some());
        if !any || !self.is_counted(label) {
            return false;
        }
        for cell in own {
            let year = grid.heads_of(cell.column).find_map(|head| year(&head.text));
            // "2", where the paper says what a 2 means.
            let keyed = self.filled.words.own.contains_key(&plain(&cell.text));
            let counted = if keyed { None } else { counts(&cell.text) };
            let said = match (counted, cell.strict) {
                (Some(state), _) | (None, Some(CellSays::State(state))) => Said::State(state),
                _ => Said::Unsure(UNKNOWN),
            };
            answers.stated.push((said, year));
            answers.blocks.extend(&cell.blocks);
            self.part(cell, &CellPart::Status, parts);
        }
        true
    }

    /// "Coordinator | 1.0 | 0": how many should hold a post, and how many do.
    fn strength_in_row(
        &self,
        grid: &Grid,
        row: u32,
        answers: &mut Answers,
        parts: &mut BTreeMap<usize, CellPart>,
    ) -> bool {
        let of = |kind: ColumnKind| {
            let mut own = grid.across(row).filter(|cell| grid.column(cell.column) == Some(kind));
            let cell = own.next()?;
            // "2022/23 actual" and "2023/24 actual" tell of one year each.
            let timed =
                |cell: &GridCell| grid.heads_of(cell.column).any(|head| year(&head.text).is_some());
            if timed(cell) && own.any(timed) {
                return None;
            }
            Some((cell, leading_number(&cell.text)?))
        };
        let should = of(ColumnKind::Establishment);
        let vacant = of(ColumnKind::Vacancy);
        let left =
            || should.zip(vacant).map(|((_, should), (cell, vacant))| (cell, should - vacant));
        let in_post = || should.and_then(|_| of(ColumnKind::Status));
        let held =
            of(ColumnKind::Strength).or_else(in_post).or_else(left).or_else(|| of(ColumnKind::Fte));
        let Some((cell, held)) = held else { return false };
        // How many there should be says nothing of how many there are.
        let known = of(ColumnKind::Strength).is_some() || should.is_some();
        let note = grid.across(row).find(|cell| {
            matches!(grid.column(cell.column), Some(ColumnKind::Evidence | ColumnKind::Answer))
        });
        let noted = |effect: Effect| note.is_some_and(|note| self.effect(note, effect, 0));
        let said = match () {
            () if held <= 0.0 && noted(Effect::Planned) => Said::State(State::Planned),
            () if held <= 0.0 => Said::State(State::Absent),
            () if !known => Said::Unsure(UNKNOWN),
            () if held < 1.0 || should.is_some_and(|(_, should)| held < should) => {
                Said::State(State::Partial)
            }
            () => Said::State(State::InPlace),
        };
        answers.stated.push((said, None));
        answers.blocks.extend(&cell.blocks);
        self.part(cell, &CellPart::Status, parts);
        if let Some(note) = note.filter(|note| !self.has_cues(note)) {
            answers.blocks.extend(&note.blocks);
            self.part(note, &CellPart::Status, parts);
        }
        true
    }

    /// A column that says whether anything is missing: nothing is, where it says no.
    pub(super) fn gap_in_row(
        &self,
        grid: &Grid,
        row: u32,
        answers: &mut Answers,
        parts: &mut BTreeMap<usize, CellPart>,
    ) {
        let gap = grid.across(row).find(|cell| grid.column(cell.column) == Some(ColumnKind::Gap));
        let Some(gap) = gap else { return };
        let said = match gap.strict {
            Some(CellSays::State(State::Absent)) => Said::State(State::InPlace),
            _ => Said::Unsure(UNKNOWN),
        };
        answers.stated.push((said, None));
        answers.blocks.extend(&gap.blocks);
        if !self.has_cues(gap) {
            self.part(gap, &CellPart::Status, parts);
        }
    }

    /// Whether a number answers a label: by what it names, or since it says what was done, "officers trained".
    pub(super) fn is_counted(&self, label: &GridCell) -> bool {
        let by = |by: AnsweredBy, arrangement: usize| {
            let arranged = self.reader.arrangements.get(arrangement);
            arranged.is_some_and(|own| own.traits.answered_by.contains(&by))
        };
        self.sentences_of(label).any(|sentence| {
            let done = self.says_what_was_done(label);
            sentence.cues.iter().any(|hit| {
                by(AnsweredBy::Number, hit.arrangement)
                    || by(AnsweredBy::Sum, hit.arrangement)
                    || hit.says == CueSays::Does
                    || done
            })
        })
    }

    /// Whether a label says what was done to what it counts: "officers given training", "orders obtained".
    pub(super) fn says_what_was_done(&self, label: &GridCell) -> bool {
        self.sentences_of(label).any(|sentence| {
            (0..sentence.len()).any(|at| {
                let form = sentence.form(at);
                // "Dedicated team .... 7" says nothing that was done.
                let done = form.is(VerbForm::PARTICIPLE) && !form.is(VerbForm::BASE);
                done && !sentence.is(self.reader.classes.dedicated, at)
            }) || sentence.cues.iter().any(|hit| hit.says == CueSays::Does)
        })
    }
}

/// Whether what heads a column is a year and little else: its cells count.
fn counts_by_head(grid: &Grid, column: u32) -> bool {
    grid.column(column).is_none()
        && grid
            .heads_of(column)
            .any(|head| year(&head.text).is_some() && head.text.split_whitespace().count() <= 3)
}

/// The number that a cell begins with: "1.0 1" has the mark of a note behind it.
fn leading_number(text: &str) -> Option<f64> {
    number(text.split_whitespace().next()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_and_years_and_times_do_not() {
        for (text, state) in [
            ("412", Some(State::InPlace)),
            ("£30,000", Some(State::InPlace)),
            ("0", Some(State::Absent)),
            ("0.00", Some(State::Absent)),
            ("<5", Some(State::InPlace)),
            ("2023", None),
            ("0:56", None),
            ("*", None),
            ("nil", None),
        ] {
            assert_eq!(counts(text), state, "{text}");
        }
    }
}
