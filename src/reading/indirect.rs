//! What stands in an indirect question: "how the force trains its officers".

use super::context::Context;
use super::sentence::{CueHit, Sentence};
use crate::rulebook::CueSays;

pub(super) const INDIRECT: &str = "it stands in what somebody asks, tells or knows how";

/// Whether a cue stands in what is asked.
pub(super) fn is_indirect(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    // "That is why I set up a network" tells that it was.
    let therefore = |at: usize| {
        at.checked_sub(1).is_some_and(|at| sentence.is(classes.copula, at))
            && sentence.text(context.text, at).eq_ignore_ascii_case("why")
    };
    let clause = sentence.clause(hit.span.start);
    // "how they are dealt with by police" is within what is told; what a named thing is about ("training in how to
    // recognise it") is not what is asked.
    let asked = (1..hit.span.end).any(|at| {
        sentence.is(classes.indirect, at)
            && !therefore(at)
            && (sentence.clause(at) == clause || at + 1 == hit.span.start)
            && (at < hit.span.start
                || hit.says != CueSays::Names && !sentence.is(classes.to, at + 1))
    });
    // "How the force trains its officers": all of it is asked, or heads something.
    let all = 0..sentence.len();
    let whole = || {
        all.clone().filter(|at| sentence.is_verb(*at)).count() < 2
            || !all.clone().any(|at| sentence.is(classes.comma, at))
    };
    asked && sentence.marks.is_empty() || sentence.is(classes.indirect, 0) && whole()
}

/// "How to make a referral", where it is all that is said of it.
pub(super) fn is_told_how(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    let indirect = |at: usize| sentence.is(context.reader.classes.indirect, at);
    let to = |at: usize| sentence.is(context.reader.classes.to, at);
    let before = |back: usize| hit.span.start.checked_sub(back);
    before(1).is_some_and(|at| indirect(at) || to(at) && before(2).is_some_and(indirect))
}
