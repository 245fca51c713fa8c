//! General words that may speak of an arrangement: they state nothing, and where no cue speaks of it a person should
//! look at them.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, SentenceRole};
use super::cue_reading::CueReading;
use super::kind::topic;
use super::sentence::{CueHit, Sentence};
use super::statement::{Statement, Upshot};
use crate::rulebook::ArrangementId;

const GENERAL_WORDS: &str = "general words may speak of it";

/// The general words of a sentence that a person should look at: where it speaks of slavery and of the police, and no
/// cue of their arrangement stands in it.
pub(super) fn hinted<'a>(
    sentence: &'a Sentence,
    context: Context<'a>,
) -> impl Iterator<Item = (&'a CueHit, CueReading)> {
    let says = matches!(
        context.role,
        SentenceRole::Statement
            | SentenceRole::Answer
            | SentenceRole::Item
            | SentenceRole::Progress
            | SentenceRole::Outstanding
    );
    let named = says && context.force_named(sentence);
    let without_cue =
        |hit: &&CueHit| !sentence.cues.iter().any(|cue| cue.arrangement == hit.arrangement);
    let hits = sentence.hints.iter().filter(move |_| named).filter(without_cue);
    hits.filter(move |hit| topic(sentence, hit, context).is_some())
        .map(|hit| (hit, CueReading::of(Upshot::Unsure(GENERAL_WORDS))))
}

/// The most passages of general words that are handed over for one arrangement: they are there to be found by, not to be
/// gone through.
const HINTS: usize = 2;

/// Leaves out general words of what something else speaks of, and all but the first ones of what nothing does.
pub(super) fn without_needless_hints(mut statements: Vec<Statement>) -> Vec<Statement> {
    let spoken: BTreeSet<ArrangementId> = statements
        .iter()
        .filter(|own| !is_hint(own) && !matches!(own.upshot, Upshot::Silent(_)))
        .map(|own| own.arrangement.clone())
        .collect();
    let mut kept: BTreeMap<ArrangementId, usize> = BTreeMap::new();
    statements.retain(|own| {
        let count = kept.entry(own.arrangement.clone()).or_default();
        *count += usize::from(is_hint(own));
        !is_hint(own) || (!spoken.contains(&own.arrangement) && *count <= HINTS)
    });
    statements
}

fn is_hint(statement: &Statement) -> bool {
    statement.upshot == Upshot::Unsure(GENERAL_WORDS)
}
