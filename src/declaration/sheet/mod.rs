//! A declaration as a sheet of a workbook: a row a question, for people who live in Excel.
//!
//! A sheet holds what a TOML file holds, and is read by the same code: its answers are put into TOML, each of
//! whose characters knows the cell that it comes from. So a fault in a sheet is told as one in a file is, with
//! the sheet and the cell for its place, and no format can state what the other can't.

mod answer;
mod body;
mod column;
mod folding;
mod form;
mod guard;
mod head;
mod kind;
mod list;
mod part;
mod read;
mod row;
mod rows;
mod stated;

pub use column::Column;
pub use form::form_sheet;
pub use guard::guarded;
pub use read::{FilledSheet, filled_sheets, is_form};
pub use row::{Answered, FormSheet, Offers, Row, Shows};
