//! What a question asks for, or a proposal that is answered like one.

use super::context::{Context, SentenceRole};
use super::reader::Reader;
use super::sentence::{ModifierHit, Sentence};
use super::tokens::Shape;
use crate::document::Document;
use crate::rulebook::{Effect, VerbForm};

/// The longest rank, in tokens.
const RANK: usize = 4;

/// Whether a question counts those to whom something was done: "How many officers were trained …?"
pub(super) fn asks_what_was_done(question: &Sentence, reader: &Reader) -> bool {
    let done = |at: usize| {
        let form = question.form(at);
        form.is(VerbForm::PARTICIPLE) && !form.is(VerbForm::BASE)
    };
    let open = [Effect::Negated, Effect::Planned, Effect::Exhortation, Effect::Supposed];
    question.cues.iter().any(|hit| hit.span.clone().any(done))
        && !question.marks.iter().any(|mark| open.contains(&mark.effect))
        && !(0..question.len()).any(|at| question.is(reader.classes.should, at))
}

/// Whether a sentence proposes something: "There should be more analysts", "Appoint a lead".
pub(super) fn proposes(sentence: &Sentence, reader: &Reader) -> bool {
    const LABEL: usize = 6;
    let effects = [Effect::Exhortation, Effect::Task, Effect::Supposed];
    sentence.marks.iter().any(|mark| effects.contains(&mark.effect))
        || (0..LABEL).any(|at| sentence.is(reader.classes.imperative, at))
        || (0..sentence.len()).any(|at| sentence.is(reader.classes.should, at))
}

/// Whether what looks like a question is none: "They gather what is known", "The superintendent who is our lead".
pub(super) fn asks_nothing(sentence: &Sentence, at: usize, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let word = |wanted: &str| sentence.text(context.text, at).eq_ignore_ascii_case(wanted);
    if word("what") && tells_what(sentence, at, context) {
        return true;
    }
    let Some(before) = at.checked_sub(1) else { return false };
    if word("what") {
        return !sentence.form(before).is_none()
            && !sentence.is(classes.asks, before)
            && !sentence.is(classes.reports, before);
    }
    let ranked = || {
        (before.saturating_sub(RANK)..at).any(|from| {
            sentence.phrase(classes.rank, from).is_some_and(|length| from + length == at)
        })
    };
    let named = || sentence.tokens.get(before).is_some_and(|own| own.shape == Shape::Capital);
    word("who")
        && (ranked() || before > 0 && named() || sentence.is_sign(context.text, before, &[","]))
}

/// "What was disclosed: the strategy", "What does exist is a lead": it tells what, and asks nothing.
fn tells_what(sentence: &Sentence, what: usize, context: Context<'_>) -> bool {
    const LONGEST: usize = 8;
    let classes = &context.reader.classes;
    let sign = |at: usize, signs: &[&str]| sentence.is_sign(context.text, at, signs);
    if (what..sentence.len()).any(|at| sign(at, &["?"])) {
        return false;
    }
    let thing = [classes.article, classes.definite, classes.own, classes.number];
    (what + 2..(what + LONGEST).min(sentence.len().saturating_sub(1))).any(|at| {
        sign(at, &[":"])
            || sentence.is(classes.copula, at)
                && at > what + 2
                && thing.iter().any(|class| sentence.is(*class, at + 1))
    })
}

/// Whether a numbered item stands in a list of what somebody asks: "Please say whether your force", and under it "1. has a
/// unit;".
pub(super) fn asked_above(
    sentences: &[Sentence],
    document: &Document,
    at: usize,
    reader: &Reader,
) -> bool {
    const LONGEST: usize = 32;
    const NEAR: usize = 3;
    let mut before = sentences.get(at.saturating_sub(LONGEST)..at).unwrap_or_default().iter().rev();
    // "Please say whether yours": its list is what it asks.
    let leads = |own: &Sentence| {
        let mut marks = own.marks.iter();
        marks.any(|mark| mark.effect == Effect::Question && mark.span.end + NEAR >= own.len())
    };
    // "Did those courses deal with:"
    let classes = &reader.classes;
    let asks = |own: &Sentence| {
        let subject = [classes.definite, classes.pronoun, classes.article, classes.yours];
        own.is(classes.finite, 0) && subject.iter().any(|class| own.is(*class, 1))
    };
    let colon = |own: &Sentence| {
        let text = document.blocks.get(own.block).map_or("", |block| block.text());
        own.ends_in(text, &[":"])
    };
    let above = before.find(|own| !document.is_numbered(own.block) || colon(own));
    above.is_some_and(|own| leads(own) || asks(own) && colon(own))
}

/// Whether a sentence that is no question begins with what somebody asked: "You asked …".
pub(super) fn asks_anew(sentence: &Sentence, role: SentenceRole) -> bool {
    const NUMBER: usize = 3;
    let asked = |mark: &ModifierHit| mark.effect == Effect::Question && mark.span.start < NUMBER;
    role != SentenceRole::Question && sentence.marks.iter().any(asked)
}
