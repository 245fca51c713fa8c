//! The row of a sheet that names its columns.

use std::collections::BTreeMap;

use super::body::Wrong;
use super::column::Column;
use super::folding::{folded, meant};
use crate::document::{At, Held, Sheet};
use crate::source::nearest;
use crate::standing::Words as _;

/// How far down the head may stand: people put a title above it.
const LOWEST: u32 = 30;

/// The head of a sheet.
pub(super) struct Head {
    /// Its row.
    pub row: u32,
    /// Where each column is.
    pub columns: BTreeMap<Column, u32>,
    /// Its other heads.
    others: BTreeMap<u32, String>,
    twice: Vec<(Column, u32)>,
}

impl Head {
    /// The head of a sheet that is a form.
    pub(super) fn of(sheet: &Sheet) -> Option<Self> {
        let rows = sheet.cells.range(..(LOWEST, 0)).map(|((row, _), _)| *row);
        let mut rows: Vec<u32> = rows.collect();
        rows.dedup();
        rows.into_iter().map(|row| Self::in_row(sheet, row)).find(Self::is_one)
    }

    /// Whether it names enough of the columns that no other table has.
    fn is_one(&self) -> bool {
        Column::NEEDED.iter().filter(|column| self.columns.contains_key(column)).count() > 1
    }

    fn in_row(sheet: &Sheet, row: u32) -> Self {
        let mut own =
            Self { row, columns: BTreeMap::new(), others: BTreeMap::new(), twice: Vec::new() };
        for ((_, at), held) in sheet.cells.range((row, 0)..=(row, u32::MAX)) {
            let Held::Text(text) = held else { continue };
            let found = meant(text, Column::ALL.iter().map(|column| column.word()));
            match found.and_then(Column::from_word) {
                Some(column) if own.columns.contains_key(&column) => own.twice.push((column, *at)),
                Some(column) => {
                    own.columns.insert(column, *at);
                }
                None => {
                    own.others.insert(*at, folded(text));
                }
            }
        }
        own
    }

    /// Whether it has every column without which nothing can be read.
    pub(super) fn is_whole(&self) -> bool {
        Column::NEEDED.iter().all(|column| self.columns.contains_key(column))
    }

    /// The cell of a column in a row.
    pub(super) fn at(&self, row: u32, column: Column) -> Option<At> {
        self.columns.get(&column).map(|at| (row, *at))
    }

    /// The cell that stands for the sheet as a whole.
    pub(super) fn first(&self) -> At {
        (self.row, self.columns.values().min().copied().unwrap_or(0))
    }

    /// What is wrong with it. A column that is gone may be one that was given another name: what stands in
    /// it would be lost. Columns of people's own are theirs.
    pub(super) fn wrong(&self) -> Vec<Wrong> {
        let missing: Vec<Column> =
            Column::ALL.iter().filter(|one| !self.columns.contains_key(one)).copied().collect();
        let twice = self.twice.iter().map(|(column, at)| Wrong {
            code: "sheet::twice",
            at: (self.row, *at),
            message: format!("there are two columns `{column}`"),
            expected: "expected each of them once".to_owned(),
            help: Some("give this one another name, or delete it".to_owned()),
            also: self.at(self.row, *column).map(|at| (at, "the other one".to_owned())),
        });
        let mut wrong: Vec<Wrong> = twice.collect();
        for column in missing {
            let near = |name: &&String| nearest(name, [column.word()]).is_some();
            let any = || self.others.iter().next().filter(|_| !Column::LATER.contains(&column));
            let near = self.others.iter().find(|(_, name)| near(name)).or_else(any);
            let at = near.map_or(self.first(), |(at, _)| (self.row, *at));
            if near.is_none() && !Column::NEEDED.contains(&column) {
                continue;
            }
            wrong.push(Wrong {
                code: "sheet::renamed-column",
                at,
                message: match near {
                    Some((_, name)) => format!("`{name}` is no column of the form, and `{column}` is missing"),
                    None => format!("the column `{column}` is missing"),
                },
                expected: format!("expected the head `{column}`"),
                help: near.map(|_| format!("was it renamed? Write `{column}` again; a column of your own may stand beside all of ours")),
                also: None,
            });
        }
        wrong
    }
}
