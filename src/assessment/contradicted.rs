//! Where inputs don't agree, as reports show it.

use std::sync::Arc;

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::cited::{Cited, cited};
use crate::declaration::{Declaration, Said, Why};
use crate::rulebook::{ArrangementId, Rulebook};

/// Two statements of one arrangement that don't agree, and which of them counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Contradicted {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// Its name in sentences.
    pub name: Arc<str>,
    /// What counts.
    pub counts: Said<Cited>,
    /// What is overruled.
    pub overruled: Said<Cited>,
    /// Why it is so.
    pub why: Why,
}

/// Every contradiction of a declaration, in the order of the vocabulary.
pub(super) fn all(rulebook: &Rulebook, declaration: &Declaration) -> Vec<Contradicted> {
    let shown = |said: &Said| Said {
        file: said.file.clone(),
        date: said.date,
        state: said.state,
        evidence: cited(declaration, &said.evidence),
        place: said.place.clone(),
    };
    let mut all = Vec::new();
    for arrangement in rulebook.vocabulary().arrangements() {
        let own = declaration.contradictions.iter().filter(|c| c.arrangement == arrangement.id);
        all.extend(own.map(|contradiction| Contradicted {
            arrangement: arrangement.id.clone(),
            name: arrangement.name.clone(),
            counts: shown(&contradiction.counts),
            overruled: shown(&contradiction.overruled),
            why: contradiction.why,
        }));
    }
    all
}
