//! Whether a cue only stands in what something else is called.

use super::context::Context;
use super::sentence::{CueHit, Sentence};
use super::tokens::Shape;

/// "The course “Modern Slavery – First Responder”": the cue stands in what something else is called.
pub(super) fn is_in_a_title(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    const LONGEST: usize = 12;
    let quote = |at: &usize| sentence.is_sign(context.text, *at, &["\"", "“", "”", "'", "‘", "’"]);
    let opens = (0..hit.span.start).rev().take(LONGEST).find(quote);
    let closes = (hit.span.end..sentence.len()).take(LONGEST).find(quote);
    let (Some(opens), Some(closes)) = (opens, closes) else { return false };
    let called = |at: usize| {
        let shape = sentence.tokens.get(at).map(|token| token.shape);
        shape != Some(Shape::Lower)
            || sentence.is(context.reader.classes.of, at)
            || sentence.is(context.reader.classes.and, at)
            || sentence.is(context.reader.classes.definite, at)
    };
    // Alone in its quotation marks it is itself what is spoken of: “Week of Action”.
    closes - opens > hit.span.len() + 1 && (opens + 1..closes).all(called)
}

/// "Joint Operations Unit", "Risk Assessment Conference": the cue's words name something longer.
pub(super) fn is_part_of_a_name(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let capital =
        |at: usize| sentence.tokens.get(at).is_some_and(|token| token.shape == Shape::Capital);
    let next = hit.span.end;
    let title = (0..sentence.len()).all(|at| capital(at) || sentence.is(classes.of, at));
    hit.span.len() > 1
        && hit.span.clone().all(capital)
        && capital(next)
        && !sentence.is(classes.rank, next)
        && !sentence.is(classes.police, next)
        && !title
}

/// "Coordinator: DS, Exploitation Hub": the unit of whom a label names says nothing of a unit for slavery.
pub(super) fn is_a_holders_unit(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let sign = |at: usize, signs: &[&str]| sentence.is_sign(context.text, at, signs);
    let Some(colon) = (0..hit.span.start).find(|at| sign(*at, &[":"])) else { return false };
    let value = colon + 1..hit.span.start;
    let post = |own: &CueHit| own.span.end <= colon && context.is_a_post(own);
    sentence.cues.iter().any(post)
        && !context.is_a_post(hit)
        && sentence.has(classes.rank, &value)
        && value.into_iter().any(|at| sign(at, &[",", "(", "–", "-"]))
        && !(0..sentence.len()).any(|at| sentence.is_verb(at))
        && !sentence.has(classes.slavery, &(colon..hit.span.end))
}
