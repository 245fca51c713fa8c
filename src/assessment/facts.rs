//! What counts of a declaration at the assessment date.

use super::worth::Known;
use crate::declaration::{Clock, Declaration, Declared, Value, answer};
use crate::rulebook::{ArrangementId, Condition, Vocabulary};
use crate::source::Place;
use crate::standing::{Basis, State};

/// A declaration at an assessment date: a fact whose `since` lies after it isn't stated.
pub(super) struct Facts<'a> {
    declaration: &'a Declaration,
    vocabulary: &'a Vocabulary,
    clock: Clock,
}

impl<'a> Facts<'a> {
    pub(super) fn new(
        declaration: &'a Declaration,
        vocabulary: &'a Vocabulary,
        clock: Clock,
    ) -> Self {
        Self { declaration, vocabulary, clock }
    }

    pub(super) fn declaration(&self) -> &'a Declaration {
        self.declaration
    }

    pub(super) fn vocabulary(&self) -> &'a Vocabulary {
        self.vocabulary
    }

    pub(super) fn clock(&self) -> Clock {
        self.clock
    }

    /// What is declared of an arrangement, where it counts at the assessment date.
    pub(super) fn on(&self, arrangement: &str) -> Option<&'a Declared> {
        let declared = self.declaration.on(arrangement)?;
        let begun = |since| self.clock.latest(since) <= self.clock.assessed;
        declared.since().is_none_or(begun).then_some(declared)
    }

    /// How far an arrangement stands.
    pub(super) fn state_of(&self, arrangement: &str) -> State {
        self.on(arrangement).map_or(State::NotStated, |declared| declared.state)
    }

    /// The value of a field.
    pub(super) fn value(&self, arrangement: &str, field: &str) -> Option<&'a Value> {
        self.on(arrangement)?.value(field)
    }

    /// How well a state is backed; nothing where it isn't stated.
    pub(super) fn basis(&self, arrangement: &str) -> Option<Basis> {
        let declared = self.on(arrangement)?;
        (declared.state != State::NotStated).then(|| declared.basis())
    }

    /// The place where a fact stands or belongs: the field, its table, else the line of `[force]`.
    pub(super) fn place(&self, arrangement: &str, field: Option<&str>) -> Place {
        let declared = self.declaration.on(arrangement);
        let field = declared.zip(field).and_then(|(declared, field)| declared.fields.get(field));
        let Some(declared) = declared else {
            return self.declaration.text.place(self.declaration.force.span.start);
        };
        let span = field.map_or(&declared.span, |field| &field.span);
        declared.text.place(span.start)
    }
}

impl Known for Facts<'_> {
    fn state(&self, arrangement: &ArrangementId) -> State {
        self.state_of(arrangement.as_str())
    }

    fn condition(&self, arrangement: &ArrangementId, condition: &Condition) -> State {
        let value = self.value(arrangement.as_str(), condition.field.as_str());
        answer(&condition.test, value, self.clock).state()
    }
}
