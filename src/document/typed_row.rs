//! Lines of plain text as they were typed, and the cells that tables make of them.

/// The most columns of a typed table.
pub(super) const MOST_COLUMNS: usize = 12;

/// A line as it was typed.
#[derive(Clone, Copy)]
pub(super) struct TypedRow<'a> {
    /// Its number.
    pub number: u32,
    /// How many characters of white space stand before it.
    pub indent: u32,
    pub text: &'a str,
    /// The line with the white space around it, which may part cells.
    pub whole: &'a str,
    /// How many characters its text has.
    pub width: u32,
    /// How many bytes of its text are its bullet or its number.
    pub mark: u32,
}

/// A cell of a line: where it begins, in characters of the line, and its text.
pub(super) type TypedCell<'a> = (usize, &'a str);

/// Rows of cells, each of one or several pieces of lines.
pub(super) type Rows<'a> = Vec<Vec<Vec<(u32, usize, &'a str)>>>;
