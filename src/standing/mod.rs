//! The chain that everything is measured on, and the small ordered values beside it.
//!
//! A state says how far an arrangement stands; an outcome says what a requirement came to. Both are
//! steps of one chain, so that every evaluation is a minimum or a maximum. Nothing here depends on
//! any other part of the program.

mod date;
mod force;
mod kept;
mod months;
mod rank;
mod state;
mod strength;
mod words;

pub use date::{Day, DayForm, PartialDate, ZONE, lapses_on, within_months};
pub use force::{Attribute, ForceKind};
pub use months::Months;
pub use rank::{Rank, RankTable, RankTableFault};
pub use state::{Outcome, State};
pub use strength::{Basis, Bearer, Derivation, Strength, Warrant};
pub use words::Words;

pub(crate) use date::MONTHS;
pub(crate) use kept::{kept_day, kept_days};
pub(crate) use words::words;
