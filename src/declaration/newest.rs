//! How new the evidence of an arrangement is: a value like that of a field, which nobody states.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::{Clock, Declaration, Evidence, Value};
use crate::rulebook::FieldId;
use crate::standing::PartialDate;

impl Declaration {
    /// The last day of which a piece of evidence is said to speak, else the date of its source.
    #[must_use]
    pub fn newest_of(&self, evidence: &Evidence) -> Option<PartialDate> {
        let source = || self.sources.iter().find(|source| source.id == evidence.source);
        evidence.when.newest().or_else(|| source()?.date)
    }

    /// What is stated of a field on the day assessed. Of when the newest evidence is comes from the
    /// evidence: of what begins no later than that day, what begins last.
    #[must_use]
    pub fn value_on(&self, arrangement: &str, field: &str, clock: Clock) -> Option<Cow<'_, Value>> {
        let declared = self.counting(arrangement, clock)?;
        match declared.value(field) {
            None if field == FieldId::EVIDENCE => {
                let dates = declared.evidence.iter().filter_map(|piece| self.newest_of(piece));
                let newest = dates.max_by_key(|date| {
                    let first = date.earliest();
                    // Of what is to come, the next; of what begins on one day, what says more of when.
                    match first > clock.assessed {
                        true => (false, None, Reverse(first)),
                        false => (true, Some(first), Reverse(date.latest())),
                    }
                });
                newest.map(|date| Cow::Owned(Value::Date(date)))
            }
            stated => stated.map(Cow::Borrowed),
        }
    }
}
