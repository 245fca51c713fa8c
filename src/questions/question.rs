//! The questions that matter for one force on one day.

use crate::assessment::{Reached, reach};
use crate::declaration::{Declared, Force, Form};
use crate::rulebook::{Arrangement, Field, Requirement, Rulebook};
use crate::standing::{Day, State};

/// What is asked about one arrangement.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// The arrangement.
    pub arrangement: &'a Arrangement,
    /// The details that count, in the order of its file.
    pub details: Vec<&'a Field>,
    /// The requirements that rest on it, strongest first.
    pub requirements: Vec<&'a Requirement>,
}

impl<'a> Question<'a> {
    /// The details that count and aren't stated. Of what isn't there at least in part none is asked.
    #[must_use]
    pub fn open_details(&self, declared: Option<&Declared>) -> Vec<&'a Field> {
        let Some(own) = declared.filter(|own| own.state >= State::Partial) else {
            return Vec::new();
        };
        let open = self.details.iter().filter(|field| own.value(field.id.as_str()).is_none());
        open.copied().collect()
    }
}

/// The questions that matter: about the arrangements that requirements rest on which are in force on a
/// day, aren't superseded and may reach the force. In the order of the vocabulary.
#[must_use]
pub fn questions<'a>(rulebook: &'a Rulebook, force: &Force, on: Day) -> Vec<Question<'a>> {
    let asked = asked(rulebook, force, on);
    let form = Form::resting(asked.iter().copied());
    let arrangements = rulebook.vocabulary().arrangements().iter();
    arrangements
        .filter(|arrangement| form.asks(arrangement))
        .map(|arrangement| {
            let rests = |requirement: &&&Requirement| {
                let mut asks = requirement.needs.iter().flat_map(|need| need.asks());
                asks.any(|ask| ask.arrangement == arrangement.id)
            };
            let mut requirements: Vec<&Requirement> = asked.iter().filter(rests).copied().collect();
            requirements.sort_by_key(|requirement| std::cmp::Reverse(requirement.strength));
            let fields = arrangement.fields.iter();
            let details = fields.filter(|field| form.asks_for(arrangement, field)).collect();
            Question { arrangement, details, requirements }
        })
        .collect()
}

/// Questions about all other arrangements: nothing asks for them, and what is said of them is shown in reports. Each
/// with all its details, in the order of the vocabulary.
#[must_use]
pub fn unasked<'a>(rulebook: &'a Rulebook, force: &Force, on: Day) -> Vec<Question<'a>> {
    let form = Form::resting(asked(rulebook, force, on));
    let arrangements = rulebook.vocabulary().arrangements().iter();
    arrangements
        .filter(|arrangement| !form.asks(arrangement))
        .map(|arrangement| {
            let details = arrangement.fields.iter().collect();
            Question { arrangement, details, requirements: Vec::new() }
        })
        .collect()
}

/// The requirements that are in force on a day, aren't superseded and may reach the force.
fn asked<'a>(rulebook: &'a Rulebook, force: &Force, on: Day) -> Vec<&'a Requirement> {
    let superseded = |requirement: &Requirement| {
        let instrument = rulebook.instrument(requirement.instrument.as_str());
        let by = instrument.and_then(|instrument| instrument.superseded.as_ref());
        by.is_some_and(|(since, _)| *since <= on)
    };
    rulebook
        .requirements()
        .iter()
        .filter(|requirement| requirement.in_force_on(on) && !superseded(requirement))
        .filter(|requirement| reach(&requirement.applies_to, force, on) != Reached::No)
        .collect()
}
