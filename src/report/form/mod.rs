//! Forms to fill in, for those who live in Excel: a workbook of several forces, or CSV of one. What the
//! questions are is the declaration's; here they are laid out.

mod csv;
#[cfg(feature = "workbooks")]
mod explained;
#[cfg(feature = "workbooks")]
mod xlsx;

#[cfg(not(feature = "workbooks"))]
pub use super::xlsx::form_xlsx;
pub use csv::form_csv;
#[cfg(feature = "workbooks")]
pub use xlsx::form_xlsx;
