//! What a force has after some changes: in memory alone.

use std::borrow::Cow;
use std::sync::Arc;

use super::change::{Change, What};
use crate::assessment::Known;
use crate::declaration::{Clock, Declaration, Declared, Value, answer};
use crate::rulebook::{ArrangementId, Condition, FieldId};
use crate::source::Located;
use crate::standing::State;

/// An item of a list of which any will do.
const ANY: &str = "any";

/// What a force has, with changes.
#[derive(Clone, Debug)]
pub struct Situation {
    declaration: Declaration,
    clock: Clock,
}

impl Situation {
    /// What is declared, as it counts on the day assessed.
    #[must_use]
    pub fn of(declaration: &Declaration, clock: Clock) -> Self {
        Self { declaration: declaration.clone(), clock }
    }

    /// What would be declared then.
    #[must_use]
    pub fn declaration(&self) -> &Declaration {
        &self.declaration
    }

    /// Makes a change.
    pub fn make(&mut self, change: &Change) {
        let declared = self.entry(&change.arrangement);
        match &change.what {
            What::State { to, .. } => {
                declared.state = *to;
                declared.unbacked = None;
            }
            What::Detail { field, to, .. } => state(declared, field, to.clone()),
            What::Item { field, item, .. } => {
                let item = item.as_deref().unwrap_or(ANY).to_owned();
                let (mut items, complete) = match declared.value(field.as_str()) {
                    Some(Value::List { items, complete }) => (items.clone(), *complete),
                    _ => (Vec::new(), false),
                };
                items.push(item);
                state(declared, field, Value::List { items, complete });
            }
        }
    }

    /// What is declared of an arrangement and counts; what doesn't count yet makes way.
    fn entry(&mut self, arrangement: &ArrangementId) -> &mut Declared {
        let counts = self.declaration.counting(arrangement.as_str(), self.clock).is_some();
        let Declaration { declared, text, force, .. } = &mut self.declaration;
        if !counts {
            declared.remove(arrangement);
        }
        declared.entry(arrangement.clone()).or_insert_with(|| Declared {
            state: State::NotStated,
            unbacked: None,
            fields: std::collections::BTreeMap::default(),
            note: None,
            evidence: Vec::new(),
            text: Arc::clone(text),
            span: force.span.clone(),
        })
    }

    /// What is stated of a field.
    #[must_use]
    pub fn value(&self, arrangement: &ArrangementId, field: &FieldId) -> Option<Cow<'_, Value>> {
        self.declaration.value_on(arrangement.as_str(), field.as_str(), self.clock)
    }

    /// The two dates that it is judged by.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.clock
    }
}

fn state(declared: &mut Declared, field: &FieldId, value: Value) {
    let span = declared.span.clone();
    declared.fields.insert(field.clone(), Located { value, span });
}

impl Known for Situation {
    fn state(&self, arrangement: &ArrangementId) -> State {
        let declared = self.declaration.counting(arrangement.as_str(), self.clock);
        declared.map_or(State::NotStated, |declared| declared.state)
    }

    fn condition(&self, arrangement: &ArrangementId, condition: &Condition) -> State {
        answer(condition, self.value(arrangement, &condition.field).as_deref(), self.clock).state()
    }
}
