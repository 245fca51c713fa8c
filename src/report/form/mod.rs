//! Forms to fill in, for those who live in Excel: a workbook of several forces, or CSV of one. What the
//! questions are is the declaration's; here they are laid out.

mod csv;
mod explained;
mod xlsx;

pub use csv::form_csv;
pub use xlsx::form_xlsx;
