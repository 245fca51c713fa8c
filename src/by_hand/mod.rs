//! TOML that people write by hand, changed in places: comments, order and line ends stay as they are.

mod changed;
mod keys;
mod line_ends;
mod rows;

pub(crate) use changed::changed;
pub(crate) use keys::{keep_behind, put, take_out};
pub(crate) use rows::{add_table, put_row, remove_row};
