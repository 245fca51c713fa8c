//! What a declaration says, as checks hold documents against it.

use std::collections::BTreeMap;

use crate::rulebook::ArrangementId;
use crate::standing::State;

/// The states that a file declares.
#[derive(Clone, Debug, Default)]
pub struct Against {
    /// The file.
    pub file: String,
    /// Each state, and the line in which it is declared.
    pub states: BTreeMap<ArrangementId, (State, usize)>,
}
