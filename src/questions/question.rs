//! The questions that matter for one force on one day.

use crate::assessment::{Reached, reach};
use crate::declaration::{Force, Form};
use crate::rulebook::{Arrangement, Field, Requirement, Rulebook};
use crate::standing::Day;

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

/// The questions that matter: about the arrangements that requirements rest on which are in force on a
/// day, aren't superseded and may reach the force. In the order of the vocabulary.
#[must_use]
pub fn questions<'a>(rulebook: &'a Rulebook, force: &Force, on: Day) -> Vec<Question<'a>> {
    let superseded = |requirement: &Requirement| {
        let instrument = rulebook.instrument(requirement.instrument.as_str());
        let by = instrument.and_then(|instrument| instrument.superseded.as_ref());
        by.is_some_and(|(since, _)| *since <= on)
    };
    let asked: Vec<&Requirement> = rulebook
        .requirements()
        .iter()
        .filter(|requirement| requirement.in_force_on(on) && !superseded(requirement))
        .filter(|requirement| reach(&requirement.applies_to, force, on) != Reached::No)
        .collect();
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
