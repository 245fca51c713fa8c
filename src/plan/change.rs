//! A change of what a force has: what a step of a plan is made of.

use crate::assessment::Called;
use crate::declaration::Value;
use crate::rulebook::{Arrangement, ArrangementId, Condition, Field, FieldId};
use crate::standing::State;

/// One change of one arrangement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// What it is called.
    pub called: Called,
    /// What of it changes.
    pub what: What,
}

/// What of an arrangement changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// How far it stands.
    State {
        /// How far it stood.
        from: State,
        /// How far it stands then.
        to: State,
    },
    /// A detail.
    Detail {
        /// The field.
        field: FieldId,
        /// What it is called.
        called: Called,
        /// What was stated.
        from: Option<Value>,
        /// What holds then: the least that is enough, where it is one of several that are.
        to: Value,
        /// What is asked of it, and held before it didn't.
        asked: Vec<Condition>,
        /// The limits of the arrangement that it lifts.
        lifts: Vec<Condition>,
    },
    /// One more item of a list.
    Item {
        /// The field.
        field: FieldId,
        /// What it is called.
        called: Called,
        /// The item; nothing where any will do.
        item: Option<String>,
    },
}

impl Change {
    /// Of the state of an arrangement.
    #[must_use]
    pub fn of_state(arrangement: &Arrangement, from: State, to: State) -> Self {
        Self::new(arrangement, What::State { from, to })
    }

    /// Of an arrangement.
    #[must_use]
    pub fn new(arrangement: &Arrangement, what: What) -> Self {
        let called = Called { name: arrangement.name.clone(), plural: arrangement.plural };
        Self { arrangement: arrangement.id.clone(), called, what }
    }

    /// The field that changes; nothing where it is the state.
    #[must_use]
    pub fn field(&self) -> Option<&FieldId> {
        match &self.what {
            What::State { .. } => None,
            What::Detail { field, .. } | What::Item { field, .. } => Some(field),
        }
    }
}

/// What a field is called.
pub(super) fn called(field: &Field) -> Called {
    Called { name: field.title.clone(), plural: field.plural }
}
