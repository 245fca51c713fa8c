//! Cues of what isn't there: what a denied thing would be for, what isn't done without, what is sought somewhere else.

use super::context::Context;
use super::reader::Reader;
use super::scope::reaches;
use super::sentence::{CueHit, Sentence};
use crate::rulebook::{CueSays, Effect, VerbForm};
use crate::source::Span;

/// "No budget for awareness campaigns": what the denied thing would be for, where the denial doesn't reach it.
pub(super) fn is_for_what_is_denied(sentence: &Sentence, hit: &CueHit, reader: &Reader) -> bool {
    const GAP: usize = 3;
    let denies = |cue: &Span| {
        sentence.marks.iter().any(|mark| {
            mark.effect == Effect::Negated
                && mark.span.end <= cue.start
                && reaches(sentence, mark, cue, reader)
        })
    };
    // "The force has run no campaign to tell the public what to look for"
    let to = hit.span.start.checked_sub(1).filter(|at| sentence.is(reader.classes.to, *at));
    let aimed = to.is_some() && sentence.form(hit.span.start).is(VerbForm::BASE);
    if aimed && sentence.cues.iter().any(|own| Some(own.span.end) == to && denies(&own.span)) {
        return true;
    }
    sentence.cues.iter().any(|other| {
        let gap = other.span.end..hit.span.start;
        other.arrangement != hit.arrangement
            && (1..=GAP).contains(&gap.len())
            && sentence.is(reader.classes.concerning, gap.start)
            && denies(&other.span)
            && !denies(&hit.span)
    })
}

/// "Officers don't investigate it without asking the lead": not that they do.
pub(super) fn is_bound(sentence: &Sentence, hit: &CueHit, reader: &Reader) -> bool {
    let unless = |at: usize| sentence.is(reader.classes.unless, at);
    sentence.marks.iter().any(|mark| {
        mark.effect == Effect::NotNegated
            && hit.span.contains(&mark.span.start)
            && mark.span.end.checked_sub(1).is_some_and(unless)
    })
}

/// "For a coordinator the force turns to its neighbours": what is sought there isn't had.
pub(super) fn is_sought(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    const NEAR: usize = 8;
    hit.says == CueSays::Names
        && (1..=3).contains(&hit.span.start)
        && sentence.text(context.text, 0).eq_ignore_ascii_case("for")
        && (hit.span.end..hit.span.end + NEAR)
            .any(|at| sentence.is(context.reader.classes.turns_to, at))
}
