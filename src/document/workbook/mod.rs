//! Workbooks as people send them: the cells of their sheets, each with its row and column. Nothing here
//! knows what a cell means.
//!
//! Sheets are held as the cells that hold something, so that a sheet that claims a million rows takes no
//! more than what is in it.

mod csv;
#[cfg(feature = "workbooks")]
mod held;
mod ods;
mod open;
mod sheet;
mod taken;
#[cfg(feature = "workbooks")]
mod xlsx;
#[cfg(not(feature = "workbooks"))]
mod xlsx_left_out;

#[cfg(not(feature = "workbooks"))]
use xlsx_left_out as xlsx;

pub use open::{WORKBOOK_ENDINGS, WORKBOOK_LIMIT, open_workbook};
pub use sheet::{At, Held, Sheet, Workbook};
