//! How each arrangement stands.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::cited::{Cited, cited};
use super::facts::{Facts, Told};
use super::stands::Stands;
use crate::declaration::Declared;
use crate::rulebook::{Arrangement, ArrangementId, FieldId};
use crate::source::Place;
use crate::standing::{Basis, PartialDate, State};

/// How one arrangement stands.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Standing {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// Its name in sentences.
    pub name: Arc<str>,
    /// Its name as a heading.
    pub title: Arc<str>,
    /// Whether it is one of those that come first.
    pub headline: bool,
    /// Whether no requirement rests on it: shown, never a gap.
    pub informative: bool,
    /// How far it stands at the assessment date.
    pub state: State,
    /// The state that is declared, where the gate asks for a better basis than it has: then it counts
    /// as not stated.
    pub declared: Option<State>,
    /// How well that is backed; nothing where it isn't stated.
    pub basis: Option<Basis>,
    /// The state with what limits it.
    pub stands: Arc<Stands>,
    /// Since when, where that is stated.
    pub since: Option<PartialDate>,
    /// Its other details, as they are declared.
    pub details: BTreeMap<FieldId, String>,
    /// What the force adds in its own words.
    pub note: Option<String>,
    /// Where it comes from.
    pub evidence: Vec<Cited>,
    /// Its table in the declaration, else the line of `[force]`.
    pub place: Place,
}

pub(super) fn standing<'a>(facts: &Facts<'a>, arrangement: &'a Arrangement) -> Standing {
    let id = arrangement.id.as_str();
    let declared = facts.on(id);
    let details = declared.iter().flat_map(|declared| &declared.fields);
    let Told { stands, place } = facts.told(arrangement);
    Standing {
        arrangement: arrangement.id.clone(),
        name: Arc::clone(&arrangement.name),
        title: Arc::clone(&arrangement.title),
        headline: arrangement.headline,
        informative: arrangement.informative,
        state: facts.state_of(id),
        declared: declared.and_then(|declared| declared.unbacked),
        basis: facts.basis(id),
        stands,
        since: declared.and_then(Declared::since),
        details: details
            .filter(|(field, _)| field.as_str() != FieldId::SINCE)
            .map(|(field, value)| (field.clone(), value.value.to_string()))
            .collect(),
        note: declared.and_then(|declared| declared.note.clone()),
        evidence: declared
            .map(|declared| cited(facts.declaration(), &declared.evidence))
            .unwrap_or_default(),
        place: Place::clone(&place),
    }
}
