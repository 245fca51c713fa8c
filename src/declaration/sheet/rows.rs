//! The rows of a sheet, gathered under what they belong to.

use std::collections::HashMap;

use super::answer::value;
use super::body::{Body, Wrong};
use super::column::Column;
use super::folding::folded;
use super::head::Head;
use super::kind::{Kind, asked};
use super::part::Part;
use crate::document::{At, Held, Sheet};
use crate::rulebook::Vocabulary;
use crate::source::quoted_on_one_line;

/// What a sheet says of one part: its answers and its evidence, in the order of the rows.
pub(super) struct Gathered {
    pub part: Part,
    /// The cell that stands for it: of an arrangement that of its state.
    pub at: At,
    /// The cell that names it first.
    named: At,
    answers: Vec<Answer>,
    evidence: Vec<Vec<Answer>>,
}

/// A value under a key, each with its cell.
struct Answer {
    key: (At, String),
    value: (At, String),
}

/// The rows of a sheet, as far as they were read.
pub(super) struct Rows<'a> {
    pub sheet: &'a Sheet,
    pub head: &'a Head,
    pub vocabulary: &'a Vocabulary,
    pub wrong: Vec<Wrong>,
    parts: Vec<Gathered>,
    index: HashMap<Part, usize>,
    answered: HashMap<(Part, String), At>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(sheet: &'a Sheet, head: &'a Head, vocabulary: &'a Vocabulary) -> Self {
        Self {
            sheet,
            head,
            vocabulary,
            wrong: head.wrong(),
            parts: Vec::new(),
            index: HashMap::new(),
            answered: HashMap::new(),
        }
    }

    /// The parts that say something, in the order of their first rows.
    pub(super) fn gather(mut self) -> (Vec<Gathered>, Vec<Wrong>) {
        let below = self.sheet.cells.range((self.head.row + 1, 0)..);
        let mut rows: Vec<u32> = below.map(|((row, _), _)| *row).collect();
        rows.dedup();
        self.merged();
        rows.into_iter().for_each(|row| self.row(row));
        let parts = self.parts.into_iter().filter(|part| !part.is_blank()).collect();
        (parts, self.wrong)
    }

    /// What is merged hides what stands in all cells but one.
    fn merged(&mut self) {
        for (first, last) in &self.sheet.merged {
            let ours = self.head.columns.iter().filter(|(column, _)| **column != Column::Question);
            let crosses = ours.clone().any(|(_, at)| (first.1..=last.1).contains(at));
            let rows = first.0.max(self.head.row)..=last.0;
            let asks = rows
                .clone()
                .take(10_000)
                .any(|row| row == self.head.row || self.held(row, Column::Part).is_some());
            if crosses && asks {
                self.wrong.push(Wrong {
                    code: "sheet::merged",
                    at: *first,
                    message: "cells are merged here: whose answer is it?".to_owned(),
                    expected: "expected a cell for each answer".to_owned(),
                    help: Some("take the merged cells apart again (in Excel: Merge & Centre, Unmerge Cells)".to_owned()),
                    also: Some((*last, "up to here".to_owned())),
                });
            }
        }
    }

    fn held(&self, row: u32, column: Column) -> Option<(At, &'a Held)> {
        let at = self.head.at(row, column)?;
        self.sheet.cells.get(&at).map(|held| (at, held))
    }

    fn row(&mut self, row: u32) {
        let name = |of: Column| self.held(row, of).map(|(at, held)| (at, said(held)));
        let (part, detail) = (name(Column::Part), name(Column::Detail));
        let answer = self.held(row, Column::Answer);
        let evidence: Vec<(Column, At, &Held)> = Column::EVIDENCE
            .iter()
            .filter_map(|column| self.held(row, *column).map(|(at, held)| (*column, at, held)))
            .collect();
        let filled = answer.map(|(at, _)| at).or(evidence.first().map(|(_, at, _)| *at));
        let Some(filled) = filled else { return };
        let (Some(part), Some(detail)) = (part, detail) else {
            self.wrong.push(no_question(filled));
            return;
        };
        let known = Part::of(&part.1, self.vocabulary);
        let (key, kind) = asked(&known, &detail.1, self.vocabulary);
        let key = (detail.0, key);
        let answer = answer.and_then(|(at, held)| self.answer(&known, key, &kind, at, held));
        let evidence = self.evidence(&evidence);
        let gathered = self.part(known, part.0);
        if let Some(answer) = answer {
            if answer.key.1 == "state" {
                gathered.at = answer.value.0;
            }
            gathered.answers.push(answer);
        }
        gathered.evidence.extend(evidence);
    }

    fn part(&mut self, part: Part, at: At) -> &mut Gathered {
        let next = self.parts.len();
        let index = *self.index.entry(part.clone()).or_insert(next);
        if index == next {
            self.parts.push(Gathered {
                part,
                at,
                named: at,
                answers: Vec::new(),
                evidence: Vec::new(),
            });
        }
        #[allow(clippy::indexing_slicing, reason = "it was put there when the index was made")]
        &mut self.parts[index]
    }

    /// The answer of a row; what is wrong with it is told, and nothing follows from it.
    fn answer(
        &mut self,
        part: &Part,
        key: (At, String),
        kind: &Kind<'_>,
        at: At,
        held: &Held,
    ) -> Option<Answer> {
        if *kind == Kind::Nothing {
            self.wrong.push(Wrong {
                code: "sheet::no-question",
                at,
                message: "this row asks for evidence alone: nothing is answered here".to_owned(),
                expected: "expected nothing in this cell".to_owned(),
                help: Some(
                    "words belong under `Quote`; what else should be known, beside `note`"
                        .to_owned(),
                ),
                also: None,
            });
            return None;
        }
        if let Some(first) = self.answered.get(&(part.clone(), key.1.clone())) {
            self.wrong.push(Wrong {
                code: "sheet::twice",
                at,
                message: format!("`{}` is answered twice", key.1),
                expected: "expected one answer".to_owned(),
                help: Some("keep one of the two; for more evidence write `evidence` as the detail of the row, and no answer".to_owned()),
                also: Some((*first, "answered before".to_owned())),
            });
            return None;
        }
        self.answered.insert((part.clone(), key.1.clone()), at);
        let value = self.value(&key.1, kind, at, held);
        Some(Answer { key, value: (at, value) })
    }

    /// A value; of one that can't be read a stand-in, so that nobody misses it as well.
    fn value(&mut self, key: &str, kind: &Kind<'_>, at: At, held: &Held) -> String {
        value(held, kind, self.vocabulary.ranks()).unwrap_or_else(|unfit| {
            self.wrong.push(Wrong {
                code: "sheet::wrong-answer",
                at,
                message: format!("`{key}`: {}", unfit.message),
                expected: unfit.expected.to_owned(),
                help: unfit.help,
                also: None,
            });
            match kind {
                Kind::YesNo => "false".to_owned(),
                Kind::Number => "1".to_owned(),
                Kind::Date => "\"2000-01-01\"".to_owned(),
                Kind::List(_) => "[]".to_owned(),
                Kind::Words(words) => format!("\"{}\"", words.first().unwrap_or(&"-")),
                Kind::Text | Kind::Rank | Kind::Nothing => "\"-\"".to_owned(),
            }
        })
    }

    fn evidence(&mut self, cells: &[(Column, At, &Held)]) -> Option<Vec<Answer>> {
        let read = cells.iter().map(|(column, at, held)| {
            let (key, kind) = match column {
                Column::Page => ("page", Kind::Number),
                Column::Line => ("line", Kind::Number),
                Column::Date => ("date", Kind::Date),
                Column::From => ("from", Kind::Date),
                Column::To => ("to", Kind::Date),
                Column::Quote => ("quote", Kind::Text),
                _ => ("source", Kind::Text),
            };
            let value = self.value(key, &kind, *at, held);
            Answer { key: (*at, key.to_owned()), value: (*at, value) }
        });
        let read: Vec<Answer> = read.collect();
        (!read.is_empty()).then_some(read)
    }
}

/// The words of a cell that names something.
fn said(held: &Held) -> String {
    super::answer::text(held).map_or_else(|unfit| unfit.message, |text| folded(&text))
}

fn no_question(at: At) -> Wrong {
    Wrong {
        code: "sheet::no-question",
        at,
        message: "this answers no question: its row names no part, or no detail".to_owned(),
        expected: "expected the names of both in this row".to_owned(),
        help: Some(
            "copy them from the row above; what isn't to be read belongs in another sheet"
                .to_owned(),
        ),
        also: None,
    }
}

impl Gathered {
    fn is_blank(&self) -> bool {
        self.answers.is_empty() && self.evidence.is_empty()
    }

    /// Writes its table.
    pub(super) fn write(&self, body: &mut Body) {
        // As a whole it stands where its state is answered; its name is that in the first column.
        let heading = self.part.heading();
        let name = heading.trim_start_matches('[');
        body.push(self.at, heading.strip_suffix(name).unwrap_or_default());
        body.push(self.named, &format!("{name}\n"));
        if let Part::None(event, _) = &self.part {
            body.line((self.at, "of"), (self.at, &quoted_on_one_line(event)));
        }
        for Answer { key, value } in &self.answers {
            body.line((key.0, &key.1), (value.0, &value.1));
        }
        let Some(first) = self.evidence.iter().flatten().next() else { return };
        body.push(first.key.0, "evidence = [\n");
        for piece in &self.evidence {
            let at = piece.first().map_or(self.at, |first| first.key.0);
            body.push(at, "  { ");
            for (n, Answer { key, value }) in piece.iter().enumerate() {
                body.push(
                    key.0,
                    &format!("{}{} = {}", if n > 0 { ", " } else { "" }, key.1, value.1),
                );
            }
            body.push(at, " },\n");
        }
        body.push(first.key.0, "]\n");
    }
}
