//! Where inputs don't agree, as reports show it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::cited::{Cited, cited};
use crate::declaration::{Declaration, Said, Why};
use crate::rulebook::{ArrangementId, Rulebook};
use crate::source::Place;
use crate::standing::{PartialDate, State};

/// Two statements of one arrangement that don't agree, and which of them counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradicted {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// Its name in sentences.
    pub name: Arc<str>,
    /// What counts.
    pub counts: Side,
    /// What is overruled.
    pub overruled: Side,
    /// Why it is so.
    pub why: Why,
}

/// What one input says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// The input's file.
    pub file: String,
    /// Its date; none where it is undated.
    pub date: Option<PartialDate>,
    /// How far the arrangement stands by it.
    pub state: State,
    /// Its words.
    pub evidence: Vec<Cited>,
    /// Where it says so.
    pub place: Place,
}

/// Every contradiction of a declaration, in the order of the vocabulary.
pub(super) fn all(rulebook: &Rulebook, declaration: &Declaration) -> Vec<Contradicted> {
    let side = |said: &Said| Side {
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
            name: Arc::clone(&arrangement.name),
            counts: side(&contradiction.counts),
            overruled: side(&contradiction.overruled),
            why: contradiction.why,
        }));
    }
    all
}
