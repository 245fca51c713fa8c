//! General words that may speak of an arrangement: they state nothing, and where no cue speaks of it a person should
//! look at them.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, SentenceRole};
use super::cue_reading::CueReading;
use super::cue_statement::statement;
use super::heard::Heard;
use super::kind::topic;
use super::reader::{Reader, Scratch};
use super::sentence::{CueHit, Sentence};
use super::statement::{Silence, Statement, Upshot};
use super::suggest::{Suggested, Suggestion, suggest};
use crate::rulebook::{ArrangementId, CueSays};

const GENERAL_WORDS: &str = "general words may speak of it";
const WEIGHED: &str = "its words, taken together, may speak of it";

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

/// Leaves out general words of what something else speaks of, and all but the first ones of what nothing does. Where it is
/// known what words weigh for an arrangement, that tells which passages a person should look at, and not general words alone.
pub(super) fn with_suggestions(
    mut statements: Vec<Statement>,
    paper: &Heard,
    reader: &Reader,
    scratch: &mut Scratch,
) -> Vec<Statement> {
    let spoken: BTreeSet<ArrangementId> = statements
        .iter()
        .filter(|own| !is_hint(own) && !matches!(own.upshot, Upshot::Silent(_)))
        .map(|own| own.arrangement.clone())
        .collect();
    let arranged = reader.arrangements.iter().enumerate();
    let open: Vec<usize> =
        arranged.filter(|(_, own)| !spoken.contains(&own.id)).map(|(at, _)| at).collect();
    // Where a cue tells that another body has it, or a person rejected it, nobody is asked once more.
    let told = |own: &&Statement| {
        matches!(own.upshot, Upshot::Silent(Silence::Anothers | Silence::Rejected))
    };
    let settled: BTreeSet<(usize, &ArrangementId)> =
        statements.iter().filter(told).map(|own| (own.number, &own.arrangement)).collect();
    let Suggested { mut passages, likely } = suggest(paper, &open, reader, scratch);
    passages.retain(|own| {
        let arrangement = reader.arrangements.get(own.arrangement);
        arrangement.is_some_and(|of| !settled.contains(&(own.number, &of.id)))
    });
    let suggested: BTreeSet<usize> = passages.iter().map(|own| own.arrangement).collect();
    // Of what something weighs general words are worth a look only where much does.
    let looked_at: BTreeSet<&ArrangementId> = reader
        .arrangements
        .iter()
        .enumerate()
        .filter(|(at, _)| {
            !reader.scale.knows(*at) || (likely.contains(at) && !suggested.contains(at))
        })
        .map(|(_, own)| &own.id)
        .collect();
    let mut kept: BTreeMap<ArrangementId, usize> = BTreeMap::new();
    statements.retain(|own| {
        let count = kept.entry(own.arrangement.clone()).or_default();
        *count += usize::from(is_hint(own));
        !is_hint(own)
            || (!spoken.contains(&own.arrangement)
                && looked_at.contains(&own.arrangement)
                && *count <= HINTS)
    });
    let suggested: Vec<Statement> =
        passages.into_iter().filter_map(|own| suggestion(own, paper, reader)).collect();
    if !suggested.is_empty() {
        statements.extend(suggested);
        statements.sort_by_key(|own| own.number);
    }
    statements
}

fn suggestion(own: Suggestion, paper: &Heard, reader: &Reader) -> Option<Statement> {
    let sentence = paper.sentences.get(own.number)?;
    let hit = CueHit {
        cue: usize::MAX,
        arrangement: own.arrangement,
        says: CueSays::Hints,
        span: own.words,
    };
    let read = CueReading::of(Upshot::Unsure(WEIGHED));
    let made = statement(sentence, own.number, &hit, read, reader);
    Some(Statement { pattern: own.why, ..made })
}

fn is_hint(statement: &Statement) -> bool {
    statement.upshot == Upshot::Unsure(GENERAL_WORDS)
}
