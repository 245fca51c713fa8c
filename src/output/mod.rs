//! Files that are written: whole or not at all, and one writer after the other.

mod turns;
mod whole;

pub(crate) use turns::in_turn;
pub(crate) use whole::{
    NewFile, append, check, exists, folder, make_folder, replace, unwritten, write, write_all,
    write_through,
};
