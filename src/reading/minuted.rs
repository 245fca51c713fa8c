//! What minutes write behind a label: "Training: L&D to bring a paper", "Coordinator: the group agreed that …". It tells what
//! somebody is to do, or what was said at the meeting, and not how far the thing stands that the label names.

use super::context::Context;
use super::sentence::{CueHit, Sentence};
use super::tokens::Shape;
use crate::rulebook::VerbForm;
use crate::standing::State;

const TASK: &str = "what stands behind its label is a task";
const TOLD: &str = "what stands behind its label is what a meeting did";
const PUT_OFF: &str = "what stands behind its label was put off";

/// The longest label, in words and signs.
const LABEL: usize = 8;
/// Behind a label, who is to do something or did it takes at most so many words.
const WHO: usize = 8;

/// Why a cue doesn't state this for certain, where it stands in a line of minutes: as its label, or taken for granted behind
/// it. What is to come, or isn't there, minutes say as others do; but "no news" is no denial.
pub(super) fn minuted(
    sentence: &Sentence,
    hit: &CueHit,
    state: State,
    presupposed: bool,
    context: Context<'_>,
) -> Option<&'static str> {
    let sign = label(sentence, context)?;
    let (why, wanted) = told(sentence, sign + 1, context)?;
    if hit.span.start > sign && !presupposed && why != TASK {
        return None;
    }
    let claimed = state >= State::Partial || why == PUT_OFF && state == State::Absent;
    (claimed && (hit.span.start < sign || wanted)).then_some(why)
}

/// The sign behind a label at the beginning of a sentence.
fn label(sentence: &Sentence, context: Context<'_>) -> Option<usize> {
    let end = LABEL.min(sentence.len());
    let sign = (1..end).find(|at| {
        sentence.is_sign(context.text, *at, &[":"]) || is_dash(sentence, *at, context)
    })?;
    // "Champions:" and "Leads:" are no verbs.
    (!(0..sign - 1).any(|at| sentence.is_verb(at))).then_some(sign)
}

/// Whether a token is a dash with a space on both sides.
fn is_dash(sentence: &Sentence, at: usize, context: Context<'_>) -> bool {
    let place = sentence.place(&(at..at + 1));
    sentence.is_sign(context.text, at, &["-", "–", "—"])
        && context.text.get(..place.start).is_some_and(|before| before.ends_with(' '))
        && context.text.get(place.end..).is_some_and(|after| after.starts_with(' '))
}

/// What is told from a token on, where it is what minutes tell; and whether that is what somebody wants, so that what stands
/// in it is only presupposed.
fn told(sentence: &Sentence, from: usize, context: Context<'_>) -> Option<(&'static str, bool)> {
    let classes = &context.reader.classes;
    if sentence.is(classes.put_off, from)
        || sentence.is_verb(from) && sentence.is(classes.put_off, from + 1)
    {
        return Some((PUT_OFF, false));
    }
    for at in from + 1..(from + 1 + WHO).min(sentence.len()) {
        if sentence.is(classes.minutes, at) {
            return Some((TOLD, sentence.is(classes.asks, at)));
        }
        if sentence.is(classes.to, at)
            && (sentence.form(at + 1).is(VerbForm::BASE)
                || sentence.text(context.text, at + 1) == "be")
        {
            return Some((TASK, true));
        }
        let ends = sentence.tokens.get(at).is_some_and(|token| token.shape == Shape::Sign)
            && !sentence.is_sign(context.text, at, &["&", "/", "(", ")", "-"]);
        if ends
            || sentence.is(classes.relative, at)
            || sentence.is_verb(at) && !is_was(sentence, at)
        {
            return None;
        }
    }
    None
}

/// "It was noted", "members have asked": an auxiliary before what was done.
fn is_was(sentence: &Sentence, at: usize) -> bool {
    sentence.form(at).is(VerbForm::AUXILIARY)
}
