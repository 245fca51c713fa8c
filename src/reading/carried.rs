//! How a sentence without a cue shows that it goes on from the one before.

use super::reader::Reader;
use super::sentence::{ModifierHit, Sentence};
use super::tokens::Shape;
use crate::rulebook::Effect;
use crate::source::Span;

/// So near to its beginning a sentence names who follows in a post.
const SUCCESSOR: usize = 6;

/// Whether a sentence begins with what stands for something said before.
pub(super) fn goes_on(sentence: &Sentence, reader: &Reader) -> bool {
    let classes = &reader.classes;
    // "Interviews for a successor are to be held", "In 2021 it was closed"
    let of_successor = || (0..SUCCESSOR).any(|at| sentence.is(classes.succession, at));
    let dated = || {
        let number = sentence.tokens.get(1).is_some_and(|own| own.shape == Shape::Number);
        let pronoun =
            |at: usize| sentence.is(classes.pronoun, at) || sentence.is(classes.anaphor, at);
        number && sentence.is(classes.preposition, 0) && (pronoun(2) || pronoun(3))
    };
    sentence.is(classes.anaphor, 0) || sentence.is(classes.pronoun, 0) || of_successor() || dated()
}

/// "A sergeant does it for two days a week."
pub(super) fn tells_who_does_it(sentence: &Sentence, reader: &Reader) -> bool {
    const NEAR: usize = 4;
    let classes = &reader.classes;
    let somebody = sentence.is(classes.number, 0) || sentence.is(classes.indefinite, 0);
    let verb = (1..sentence.len()).find(|at| sentence.is_verb(*at));
    somebody
        && (0..NEAR).any(|at| sentence.is(classes.rank, at))
        && verb
            .is_some_and(|verb| (verb..sentence.len()).any(|at| sentence.is(classes.pronoun, at)))
}

/// Whether a short sentence says what is to come, and nothing else.
pub(super) fn is_a_plan(sentence: &Sentence, reader: &Reader) -> bool {
    const SHORT: usize = 16;
    let only = |mark: &ModifierHit| !matches!(mark.effect, Effect::Negated | Effect::Supposed);
    sentence.len() <= SHORT
        && !sentence.has(reader.classes.another, &(0..sentence.len()))
        && sentence.marks.iter().any(|mark| mark.effect == Effect::Planned)
        && sentence.marks.iter().all(only)
}

/// Whether a clause is told of somebody named, to whom something else was done: "… let Kim, who used to work for a charity, start".
/// `cue` is where the cue ends, in bytes.
pub(super) fn tells_of_a_name(
    sentence: &Sentence,
    clause: &Span,
    cue: usize,
    reader: &Reader,
) -> bool {
    let classes = &reader.classes;
    let name = clause.start.checked_sub(2);
    let named = |at: usize| {
        sentence.tokens.get(at).is_some_and(|own| own.shape == Shape::Capital)
            && sentence.place(&(at..at + 1)).start >= cue
    };
    let done = |at: usize| {
        sentence.place(&(at..at + 1)).start >= cue
            && sentence.is_verb(at)
            && !sentence.is(classes.copula, at)
    };
    sentence.is(classes.who, clause.start)
        && name.is_some_and(|name| named(name) && (0..name).any(done))
}

/// Whether an answer begins with what stands for what was asked about: "It is being written."
pub(super) fn stands_for_it(sentence: &Sentence, start: usize, reader: &Reader) -> bool {
    sentence.cues.is_empty() && sentence.is(reader.classes.pronoun, start)
}

/// Whether what looks like an answer is the beginning of a statement: "No trade is growing faster", "It has reached us".
pub(super) fn begins_a_statement(
    sentence: &Sentence,
    mark: &ModifierHit,
    text: &str,
    reader: &Reader,
) -> bool {
    let classes = &reader.classes;
    let next = mark.span.end;
    // "Not since the inspector moved on."
    let not = sentence.text(text, mark.span.start).eq_ignore_ascii_case("not");
    if mark.span.len() > 2 || next >= sentence.len() || not {
        return false;
    }
    let sign = sentence.tokens.get(next).is_some_and(|token| token.shape == Shape::Sign);
    let bare = mark.span.len() == 1 && sentence.text(text, mark.span.start).len() > 2;
    !sign
        && !bare
        && !sentence.is(classes.we, next)
        && !sentence.is(classes.pronoun, next)
        && !sentence.is(classes.own, next)
        && !sentence.is(classes.breaks, next)
        && !sentence.is(classes.article, next)
}
