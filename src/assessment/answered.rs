//! What is stated to a condition: what a report puts into words.

use std::sync::Arc;

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Called;
use crate::declaration::{Answer, Value};
use crate::rulebook::{Arrangement, ArrangementId, Condition, Field, Test};

/// A condition on an arrangement with what is stated to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Answered {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// Its name in sentences.
    pub name: Arc<str>,
    /// What the field is called.
    pub called: Called,
    /// The condition.
    pub condition: Condition,
    /// The value that is stated, where the answer rests on it. Of a list, the item that is asked for
    /// tells enough.
    pub stated: Option<Value>,
    /// What it says to the condition.
    pub answer: Answer,
}

impl Answered {
    pub(super) fn new(
        arrangement: &Arrangement,
        condition: &Condition,
        value: Option<&Value>,
        answer: Answer,
    ) -> Self {
        let field = arrangement.tested(condition.field.as_str());
        let named = |field: &Field| Called { name: Arc::clone(&field.title), plural: field.plural };
        // A condition speaks of fields of its own arrangement only.
        let unknown = || Called { name: condition.field.as_str().into(), plural: false };
        Self {
            arrangement: arrangement.id.clone(),
            name: Arc::clone(&arrangement.name),
            called: field.map_or_else(unknown, named),
            condition: condition.clone(),
            stated: value.filter(|_| rests_on_value(condition, &answer)).cloned(),
            answer,
        }
    }
}

/// Whether the words for an answer have the value in them.
fn rests_on_value(condition: &Condition, answer: &Answer) -> bool {
    let of_list = matches!(condition.test, Test::Contains(_));
    !of_list && !matches!(answer, Answer::Silent | Answer::NotListed)
}
