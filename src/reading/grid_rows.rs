//! The rows of a grid: which cell names what a row is about, and what the others answer.

use std::collections::{BTreeMap, BTreeSet};

use super::grid::{Grid, GridCell};
use super::grid_answers::{BLANK, GridReader, UNKNOWN};
use super::grid_said::{Answers, CellPart, Said, year};
use super::sentence::Sentence;
use super::status::CellSays;
use crate::rulebook::{ColumnKind, Tick, plain};
use crate::standing::State;

const ANOTHERS: &str = "another body looks after it, by its row";
const ANOTHER_ROW: &str = "another row of its table says otherwise";
const TAKEN_BACK: &str = "its row says that it doesn't hold any more";
const NOTED: &str = "a note stands at its row, which may say otherwise";
const REMARK: &str = "it is a remark beside what isn't there, and no sentence";
const CHECKED: &str = "its row says that it was checked, and not that it is so";

impl GridReader<'_> {
    pub(super) fn of_grid(&self, grid: &Grid, parts: &mut BTreeMap<usize, CellPart>) {
        let columns: Vec<u32> = grid.status_columns().collect();
        // By the first block of the label, which may reach over several rows.
        let mut labels: BTreeMap<usize, (&GridCell, Answers)> = BTreeMap::new();
        // Whether the rows of a band are about other business.
        let mut aside = false;
        for row in grid.rows().filter(|row| !grid.heads.contains(row)) {
            if grid.bands.contains(&row) {
                let first = grid.row(row).next();
                aside = first.is_some_and(|first| self.is_other_business(first));
                continue;
            }
            let specimen = |cell: &GridCell| self.is_specimen(&cell.text);
            if aside || grid.row(row).any(specimen) || self.wishes_in_row(grid, row) {
                grid.row(row).for_each(|cell| self.part(cell, &CellPart::Aside, parts));
                continue;
            }
            // "Westmoor Police | Modern slavery team | In place": another force's row.
            if let Some(first) = grid.row(row).next()
                && !self.has_cues(first)
                && !self.is_regional(first)
                && self.is_of_others(std::iter::once(first))
            {
                let others = grid.row(row).filter(|cell| cell.column != first.column);
                others.for_each(|cell| self.part(cell, &CellPart::Others, parts));
                continue;
            }
            let Some(label) = self.label_of_row(grid, row) else { continue };
            let Some(block) = label.blocks.first() else { continue };
            let (_, answers) = labels.entry(*block).or_insert_with(|| (label, Answers::default()));
            if self.counts_in_row(grid, row, label, answers, parts) {
                continue;
            }
            self.answers_in_row(grid, row, label, &columns, answers, parts);
            self.with_remarks(grid, row, label, answers);
            answers.doubted = answers.doubted.or_else(|| self.doubted(grid, row));
            if answers.said().is_none() && !answers.in_words {
                self.gap_in_row(grid, row, answers, parts);
            }
            for other in grid.across(row) {
                let known = other.column == label.column || self.is_answer(grid, other);
                if !known && other.column < label.column && self.has_cues(other) {
                    self.part(other, &CellPart::Asked, parts);
                }
            }
        }
        // Of rows that name one thing and don't agree nobody knows which one holds.
        let mut said: BTreeMap<String, BTreeSet<State>> = BTreeMap::new();
        for (label, answers) in labels.values() {
            if let Some(Said::State(state)) = answers.said() {
                said.entry(plain(&label.text)).or_default().insert(state);
            }
        }
        for (label, mut answers) in labels.into_values() {
            let torn = said.get(&plain(&label.text)).is_some_and(|states| states.len() > 1);
            answers.doubted = answers.doubted.or(torn.then_some(ANOTHER_ROW));
            self.note(label, &answers, parts);
        }
        self.turned(grid, parts);
    }

    /// The cell that a row is about.
    pub(super) fn label_of_row<'g>(&self, grid: &'g Grid, row: u32) -> Option<&'g GridCell> {
        let answers = grid.across(row).filter(|cell| self.is_answer(grid, cell));
        let first = answers
            .map(|cell| cell.column)
            .min()
            .or_else(|| grid.status_columns().chain(grid.ticked().keys().copied()).min())
            .or_else(|| self.counting_columns(grid).first().copied())?;
        let cells = grid.across(row).filter(|cell| {
            let kind = grid.column(cell.column);
            let label = matches!(kind, None | Some(ColumnKind::Label));
            label && !self.is_answer(grid, cell) && self.has_cues(cell)
        });
        let mut cells: Vec<&GridCell> = cells.collect();
        cells.sort_by_key(|cell| cell.column);
        let before = cells.iter().rfind(|cell| cell.column < first);
        before.or_else(|| cells.first()).copied()
    }

    /// Whether a cell says how far something stands, by its column or by its words.
    fn is_answer(&self, grid: &Grid, cell: &GridCell) -> bool {
        if grid.is_head(cell.row) {
            return false;
        }
        let kind = grid.kind(cell);
        let answers =
            matches!(kind, Some(ColumnKind::Status | ColumnKind::Answer | ColumnKind::Holder));
        answers
            || grid.ticked().contains_key(&cell.column)
            || kind.is_none()
                && cell.is_status()
                && (grid.holds_statuses(cell.column)
                    || grid.heads_of(cell.column).any(|head| year(&head.text).is_some()))
    }

    fn answers_in_row(
        &self,
        grid: &Grid,
        row: u32,
        label: &GridCell,
        columns: &[u32],
        answers: &mut Answers,
        parts: &mut BTreeMap<usize, CellPart>,
    ) {
        for cell in grid.across(row).filter(|cell| cell.column != label.column) {
            if !self.is_answer(grid, cell) {
                answers.torn |= self.may_answer(grid, cell);
                continue;
            }
            if self.is_of_others(grid.heads_of(cell.column)) {
                answers.others = true;
                self.part(cell, &CellPart::Others, parts);
                continue;
            }
            match grid.ticked().get(&cell.column) {
                Some(head) => {
                    answers.tick_columns = true;
                    if let Some(tick) = cell.tick(true) {
                        match head.state() {
                            Some(state) => answers.ticks.push((tick, state)),
                            None if matches!(tick, Tick::Chosen | Tick::Either) => {
                                answers.stated.push((Said::Unsure(UNKNOWN), None));
                            }
                            None => {}
                        }
                        answers.blocks.extend(&cell.blocks);
                        self.part(cell, &CellPart::Status, parts);
                    }
                }
                None if self.is_choice(grid, row, cell) => {
                    if matches!(cell.strict, Some(CellSays::Tick(Tick::Chosen | Tick::Either))) {
                        answers.stated.push((Said::Unsure(UNKNOWN), None));
                    }
                    answers.blocks.extend(&cell.blocks);
                    self.part(cell, &CellPart::Status, parts);
                }
                None => {
                    let year = grid.heads_of(cell.column).find_map(|head| year(&head.text));
                    let kind = grid.kind(cell);
                    // "Force lead | ACC": its rank answers who it is.
                    let ranked = cell.says.is_none() && self.is_answered_by_rank(label, cell);
                    let kind = if ranked { Some(ColumnKind::Holder) } else { kind };
                    self.take(cell, kind, year, answers, parts);
                }
            }
        }
        answers.tick_columns |= !grid.ticked().is_empty();
        for column in columns.iter().filter(|column| grid.cell(row, **column).is_none()) {
            if self.is_of_others(grid.heads_of(*column)) {
                continue;
            }
            // What is blank this year isn't what it was last year.
            match grid.heads_of(*column).find_map(|head| year(&head.text)) {
                Some(year) => answers.stated.push((Said::Unsure(BLANK), Some(year))),
                None => answers.blank = true,
            }
        }
    }

    /// Why what a row says doesn't settle it: another body looks after it, or somebody checked it.
    fn doubted(&self, grid: &Grid, row: u32) -> Option<&'static str> {
        let of = |kind: ColumnKind| {
            grid.across(row).filter(move |cell| grid.column(cell.column) == Some(kind))
        };
        let agrees = |cell: &GridCell| {
            let state = cell.strict.and_then(CellSays::state);
            state == Some(State::InPlace) || self.filled.words.agrees.contains(&plain(&cell.text))
        };
        if self.is_of_others(of(ColumnKind::Owner)) {
            return Some(ANOTHERS);
        }
        let classes = &self.reader.classes;
        let taken = |own: &Sentence| {
            let all = 0..own.len();
            own.has(classes.superseded, &all) || own.has(classes.taken_back, &all)
        };
        if of(ColumnKind::Evidence).any(|cell| self.sentences_of(cell).any(taken)) {
            return Some(TAKEN_BACK);
        }
        // "a", "2": the mark of a note.
        let mark = |cell: &GridCell| {
            cell.text.len() <= 2
                && cell
                    .text
                    .chars()
                    .all(|c| c.is_ascii_digit() || c.is_ascii_lowercase() || c == '*')
        };
        let lettered = |cell: &GridCell| self.has_lettered_note(&cell.text);
        if of(ColumnKind::Evidence).any(|cell| !cell.text.is_empty() && mark(cell))
            || grid.across(row).any(lettered)
        {
            return Some(NOTED);
        }
        of(ColumnKind::Checked).any(|cell| !agrees(cell)).then_some(CHECKED)
    }

    /// Notes what a label comes to.
    pub(super) fn note(
        &self,
        label: &GridCell,
        answers: &Answers,
        parts: &mut BTreeMap<usize, CellPart>,
    ) {
        let blocks = answers.blocks.clone();
        let said = answers.said().and_then(|said| self.of_task(label, said, answers));
        let part = match said {
            // "Closed" alone, beside what was done: that says how far it stands.
            Some(Said::Unsure(UNKNOWN)) if answers.in_words => CellPart::Asked,
            Some(said) => CellPart::Label(said, blocks),
            None if answers.in_words => CellPart::Asked,
            None if answers.others => CellPart::Others,
            None if answers.blank => CellPart::Label(Said::Unsure(BLANK), blocks),
            // "Problem profile held", and beside it what nobody understands.
            None if self.is_bare(label) => CellPart::Label(Said::Unsure(UNKNOWN), blocks),
            None => return,
        };
        self.part(label, &part, parts);
        let CellPart::Label(said, _) = part else { return };
        if matches!(said, Said::State(state) if state < State::InPlace) {
            self.hush(label, &answers.worded, parts);
        }
        if said == Said::State(State::Absent) {
            self.doubt_what_says_more(label, &answers.remarks, parts);
        }
        if said != Said::State(State::InPlace) {
            self.doubt_remarks(&answers.remarks, parts);
        }
    }

    /// Whether a label is a few words with no verb that states something.
    pub(super) fn is_bare(&self, label: &GridCell) -> bool {
        let finite = self.reader.classes.finite;
        self.has_cues(label)
            && !self.sentences_of(label).any(|own| own.has(finite, &(0..own.len())))
    }

    /// A remark that is no sentence, beside what isn't there, doesn't say that what it names is: "First case picked; legal
    /// training in May".
    fn doubt_remarks(&self, blocks: &[usize], parts: &mut BTreeMap<usize, CellPart>) {
        let finite = self.reader.classes.finite;
        for block in blocks {
            let cues = self.in_block(*block).any(|own| !own.cues.is_empty());
            if cues && !self.in_block(*block).any(|own| own.has(finite, &(0..own.len()))) {
                parts.entry(*block).or_insert(CellPart::Label(Said::Unsure(REMARK), Vec::new()));
            }
        }
    }

    /// "No", and beside it "We work to the national plan": that the thing is there after all is for a person to say.
    fn doubt_what_says_more(
        &self,
        label: &GridCell,
        blocks: &[usize],
        parts: &mut BTreeMap<usize, CellPart>,
    ) {
        for block in self.naming_no_more(label, blocks) {
            parts.entry(block).or_insert(CellPart::Label(Said::Unsure(REMARK), Vec::new()));
        }
    }

    /// What stands beside a status that is no yes, and names nothing else than the label does, says no more than that:
    /// "Due in May", and beside it "The analyst will write it".
    fn hush(&self, label: &GridCell, blocks: &[usize], parts: &mut BTreeMap<usize, CellPart>) {
        parts.extend(self.naming_no_more(label, blocks).map(|block| (block, CellPart::Aside)));
    }

    /// Those of some blocks that name something, and nothing else than the label does.
    fn naming_no_more(&self, label: &GridCell, blocks: &[usize]) -> impl Iterator<Item = usize> {
        let own = self.arrangements(label);
        blocks.iter().copied().filter(move |block| {
            let mut cues = self.in_block(*block).flat_map(|own| &own.cues).peekable();
            cues.peek().is_some() && cues.all(|hit| own.contains(&hit.arrangement))
        })
    }
}
