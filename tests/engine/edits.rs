//! Small changes to a declaration: one state raised, or one thing taken away.

use msacheck::standing::{Outcome, State, Words as _};

use crate::facts::{Declared, Facts};
use crate::values::Value;
use crate::vocabulary::{ARRANGEMENTS, EVENTS, Field};

/// A declaration with one change.
#[derive(Debug)]
pub(crate) struct Edit {
    /// What was changed, for counting.
    pub(crate) kind: String,
    /// What was changed, for people.
    pub(crate) what: String,
    /// The declaration after it.
    pub(crate) facts: Facts,
}

/// The kind of an edit that takes away that none came.
pub(crate) const NONE_CAME: &str = "remove that none came";

impl Edit {
    /// The strongest outcome that what is taken away may leave. Where it was said that none came, what
    /// waits for it is asked without that, and comes to whatever is declared.
    pub(crate) fn most(&self, was: Outcome) -> Outcome {
        match was {
            Outcome::NotApplicable if self.kind == NONE_CAME => Outcome::Met,
            was if was.is_assessed() => was.max(Outcome::NotEvidenced),
            was => was,
        }
    }
}

/// Every way to raise one state, that of an arrangement that isn't declared included.
pub(crate) fn raises(facts: &Facts) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (at, id) in ARRANGEMENTS.iter().enumerate() {
        let declared = facts.declared.get(&at);
        let state = declared.map_or(State::NotStated, |declared| declared.state);
        for higher in State::ALL.iter().copied().filter(|higher| *higher > state) {
            let mut facts = facts.clone();
            facts.declared.entry(at).or_insert_with(|| Declared::bare(higher)).state = higher;
            let from = declared.map_or_else(|| "nothing".to_owned(), |_| state.to_string());
            edits.push(Edit {
                kind: format!("raise {from} to {higher}"),
                what: format!("{id} raised from {from} to {higher}"),
                facts,
            });
        }
    }
    edits
}

/// Every way to take away that none came of something, one table, one field but for `since`, one mark that a list is whole, or one
/// element of a list.
pub(crate) fn removals(facts: &Facts) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (at, none) in facts.force.none.iter().enumerate() {
        let mut without = facts.clone();
        without.force.none.remove(at);
        let what = format!("that no {} came taken away", EVENTS[none.of].0);
        edits.push(Edit { kind: NONE_CAME.to_owned(), what, facts: without });
    }
    for (at, declared) in &facts.declared {
        let id = ARRANGEMENTS[*at];
        let mut without = facts.clone();
        without.declared.remove(at);
        edits.push(Edit {
            kind: format!("remove a table: {}", declared.state),
            what: format!("[{id}] taken away"),
            facts: without,
        });
        for (field, value) in declared.values.iter().filter(|(field, _)| **field != Field::Since) {
            let mut edit = |kind: String, what: String, value: Option<Value>| {
                let mut facts = facts.clone();
                if let Some(declared) = facts.declared.get_mut(at) {
                    declared.values.remove(field);
                    declared.values.extend(value.map(|value| (*field, value)));
                }
                let what = format!("{what} of {id} taken away");
                edits.push(Edit { kind, what, facts });
            };
            edit(format!("remove a field: {field:?}"), field.key().to_owned(), None);
            let Value::List { items, complete } = value else { continue };
            if complete.is_some() {
                let open = Value::List { items: items.clone(), complete: None };
                edit("remove a mark".to_owned(), format!("{}_complete", field.key()), Some(open));
            }
            for item in 0..items.len() {
                let mut items = items.clone();
                let gone = items.remove(item);
                let fewer = Value::List { items, complete: *complete };
                let what = format!("{gone:?} in {}", field.key());
                edit(format!("remove an element: {field:?}"), what, Some(fewer));
            }
        }
    }
    edits
}
