//! A paper: its own text, what is read in it, and what a person makes of it.

mod decide;
mod left;
mod list;
mod opened;
mod page;
mod suggestion;
mod text;

pub(in crate::serve) use self::decide::{decide, mark, role, take_back, withdraw};
pub(in crate::serve) use self::list::papers;
pub(in crate::serve) use self::page::show;
