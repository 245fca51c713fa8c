//! Which requirements are asked: the filters that commands share.

use super::words::word;
use crate::check::Selection;
use crate::rulebook::Rulebook;
use crate::source::Fault;
use crate::standing::Strength;

/// Filters, as they are given: all of them must hold.
#[derive(Debug, clap::Args)]
pub(super) struct Narrowed {
    /// Only the requirements of this instrument; may be given more than once
    #[arg(long, value_name = "ID")]
    pub(super) instrument: Vec<String>,

    /// Only the requirements of this strength; may be given more than once
    #[arg(long, value_name = "STRENGTH", value_parser = word::<Strength>)]
    pub(super) strength: Vec<Strength>,

    /// Only the requirements that rest on this arrangement; may be given more than once
    #[arg(long, value_name = "ID")]
    pub(super) arrangement: Vec<String>,
}

impl Narrowed {
    /// The requirements that are asked. Errors: every name that the rules don't know.
    pub(super) fn selection(&self, rulebook: &Rulebook) -> Result<Selection, Vec<Fault>> {
        Selection::new(rulebook, &self.instrument, &self.strength, &self.arrangement)
    }
}
