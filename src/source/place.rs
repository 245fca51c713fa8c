//! Places in files: lines and columns, pages of documents, cells of workbooks.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// Where the characters of a text stand that was put together out of a document.
pub trait Positions: Send + Sync {
    /// Where the character at a byte offset of the text stands in the document.
    fn position(&self, offset: usize) -> Position;

    /// The same without the column, which takes longer to tell.
    fn line(&self, offset: usize) -> Line;

    /// The bullets and numbers that the document has before words without being part of their text, each with the
    /// offset of the words, in order.
    fn marks(&self) -> Box<dyn Iterator<Item = (usize, Cow<'_, str>)> + '_> {
        Box::new(std::iter::empty())
    }

    /// The sheet of a workbook, where it is one: lines are its rows then.
    fn sheet(&self) -> Option<&str> {
        None
    }
}

/// A place in a document, whatever it is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// The page, from 1, where the document has pages.
    pub page: Option<u32>,
    /// The line, or the paragraph, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// A line of a document, whatever it is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The page, from 1, where the document has pages.
    pub page: Option<u32>,
    /// The line, or the paragraph, from 1.
    pub line: usize,
}

/// A place that a reader can go to. Lines and columns count from 1, columns in Unicode scalars.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The name of the text: a path as the user gave it, or `-` for standard input.
    pub file: String,
    /// The page, from 1, in a document that has pages: then lines count from the page's first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// The sheet, in a workbook: then the line is a row, and the column one of the sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in Unicode scalars.
    pub column: usize,
}

impl Place {
    /// The name of the cell, in a workbook: `D7`.
    #[must_use]
    pub fn cell(&self) -> Option<String> {
        self.sheet.as_ref().map(|_| format!("{}{}", letters(self.column), self.line))
    }
}

/// The letters of a column of a sheet, from 1: `A`, `Z`, `AA`.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    while let Some(before) = left.checked_sub(1) {
        letters.push(char::from(u8::try_from(before % 26).map_or(b'?', |place| b'A' + place)));
        left = before / 26;
    }
    letters.iter().rev().collect()
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.sheet, self.page) {
            (Some(sheet), _) => {
                let cell = self.cell().unwrap_or_default();
                write!(f, "{}, sheet {sheet}, cell {cell}", self.file)
            }
            (None, Some(page)) => write!(f, "{}, p. {page}, line {}", self.file, self.line),
            (None, None) => write!(f, "{}:{}:{}", self.file, self.line, self.column),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_that_sheets_give_them() {
        for (column, name) in [(1, "A7"), (26, "Z7"), (27, "AA7"), (702, "ZZ7"), (703, "AAA7")] {
            let sheet = Some("Northmarch".to_owned());
            let place = Place { file: "b.xlsx".to_owned(), page: None, sheet, line: 7, column };
            assert_eq!(place.cell().unwrap(), name);
            assert_eq!(place.to_string(), format!("b.xlsx, sheet Northmarch, cell {name}"));
        }
    }
}
