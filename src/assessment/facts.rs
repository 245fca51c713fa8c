//! What counts of a declaration at the assessment date.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Stands;
use super::worth::Known;
use crate::declaration::{Clock, Declaration, Declared, Value, answer};
use crate::rulebook::{Arrangement, ArrangementId, Condition, Vocabulary};
use crate::source::Place;
use crate::standing::{Basis, State};

/// A declaration at an assessment date: a fact whose `since` lies after it isn't stated.
pub(super) struct Facts<'a> {
    declaration: &'a Declaration,
    vocabulary: &'a Vocabulary,
    clock: Clock,
    /// What was told before: many requirements ask about one arrangement.
    told: RefCell<FxHashMap<&'a ArrangementId, Told>>,
}

/// What there is to say of an arrangement's state.
#[derive(Clone)]
pub(super) struct Told {
    /// How it stands.
    pub(super) stands: Arc<Stands>,
    /// Its table in the declaration, else the line of `[force]`.
    pub(super) place: Arc<Place>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(
        declaration: &'a Declaration,
        vocabulary: &'a Vocabulary,
        clock: Clock,
    ) -> Self {
        Self { declaration, vocabulary, clock, told: RefCell::default() }
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
        self.declaration.counting(arrangement, self.clock)
    }

    /// How far an arrangement stands.
    pub(super) fn state_of(&self, arrangement: &str) -> State {
        self.on(arrangement).map_or(State::NotStated, |declared| declared.state)
    }

    /// How well a state is backed; nothing where it isn't stated.
    pub(super) fn basis(&self, arrangement: &str) -> Option<Basis> {
        let declared = self.on(arrangement)?;
        (declared.state != State::NotStated).then(|| declared.basis())
    }

    /// What there is to say of an arrangement's state.
    pub(super) fn told(&self, arrangement: &'a Arrangement) -> Told {
        let id = arrangement.id.as_str();
        let told = || Told {
            stands: Arc::new(Stands::new(arrangement, self.on(id), self.clock)),
            place: Arc::new(self.place(id)),
        };
        self.told.borrow_mut().entry(&arrangement.id).or_insert_with(told).clone()
    }

    /// The place where a field of an arrangement stands or belongs.
    pub(super) fn place_of_field(&self, arrangement: &'a Arrangement, field: &str) -> Arc<Place> {
        let declared = self.declaration.on(arrangement.id.as_str());
        let found = declared.and_then(|declared| Some((declared, declared.fields.get(field)?)));
        match found {
            Some((declared, field)) => Arc::new(declared.text.place(field.span.start)),
            None => self.told(arrangement).place,
        }
    }

    /// The line of `[force]`.
    pub(super) fn place_of_force(&self) -> Place {
        self.declaration.text.place(self.declaration.force.span.start)
    }

    fn place(&self, arrangement: &str) -> Place {
        match self.declaration.on(arrangement) {
            Some(declared) => declared.text.place(declared.span.start),
            None => self.place_of_force(),
        }
    }

    /// The value of a field.
    pub(super) fn value(&self, arrangement: &str, field: &str) -> Option<Cow<'a, Value>> {
        self.declaration.value_on(arrangement, field, self.clock)
    }
}

impl Known for Facts<'_> {
    fn state(&self, arrangement: &ArrangementId) -> State {
        self.state_of(arrangement.as_str())
    }

    fn condition(&self, arrangement: &ArrangementId, condition: &Condition) -> State {
        let value = self.value(arrangement.as_str(), condition.field.as_str());
        answer(condition, value.as_deref(), self.clock).state()
    }
}
