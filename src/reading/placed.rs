//! The body at which a post has its place, where a list or a sentence says it.

use super::actor::Who;
use super::context::Context;
use super::owner::{Owner, owner};
use super::sentence::{CueHit, Sentence};
use super::tokens::Shape;
use crate::source::Span;

/// Whose post an entry in a list of people is: "Ms P. (coordinator, Northmarch Council)", "Northmarch Police: Supt W. (lead)",
/// "Ms P., Coordinator, County Council".
pub(super) fn entry(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> Option<Owner> {
    const NEAR: usize = 6;
    if !context.is_a_post(hit) {
        return None;
    }
    let sign = |at: usize, signs: &[&str]| sentence.is_sign(context.text, at, signs);
    let verb = |span: &Span| span.clone().any(|at| sentence.is_verb(at));
    let ends = |at: &usize| sign(*at, &[")", "]", ";"]);
    let end = (hit.span.end..sentence.len()).find(ends).unwrap_or(sentence.len());
    let opens = (0..hit.span.start).rev().take_while(|at| !ends(at));
    let bracket =
        opens.into_iter().find(|at| sign(*at, &["(", "["])).filter(|_| sign(end, &[")", "]"]));
    let Some(bracket) = bracket else {
        // Without brackets only a list without a verb is one: "Ms P., Coordinator, County Council".
        let near = hit.span.end + 1..end.min(hit.span.end + NEAR);
        let capital =
            sentence.tokens.get(near.start).is_some_and(|own| own.shape == Shape::Capital);
        let comma = sign(hit.span.end, &[","]) && hit.span.start > 0 && capital;
        let listed = comma && !verb(&(0..sentence.len()));
        return listed.then(|| named(sentence, &near, context)).flatten();
    };
    if verb(&(bracket..end)) {
        return None;
    }
    named(sentence, &(hit.span.end..end), context).or_else(|| {
        let separates = |at: &usize| ends(at) || sign(*at, &[","]);
        let from = (0..bracket).rev().find(separates).map_or(0, |at| at + 1);
        let before = from..bracket;
        // "Council – Ms P. (coordinator)", "Northmarch Police (Supt W., lead)"
        let joined = before.clone().any(|at| sign(at, &["-", "–", "—", ":"]));
        let adjoins = sentence.actors.iter().any(|actor| actor.span.end == bracket);
        (!verb(&before) && (joined || adjoins)).then(|| named(sentence, &before, context)).flatten()
    })
}

/// The body that a stretch of a list names.
fn named(sentence: &Sentence, within: &Span, context: Context<'_>) -> Option<Owner> {
    let actor = sentence
        .actors
        .iter()
        .find(|actor| within.contains(&actor.span.start) && !matches!(actor.who, Who::We));
    let body = within.clone().any(|at| {
        let capital = sentence.tokens.get(at).is_some_and(|own| own.shape == Shape::Capital);
        capital && sentence.is(context.reader.classes.body, at)
    });
    actor.map(|actor| owner(actor, context.voice)).or(body.then_some(Owner::Other))
}

/// "A coordinator works in the regional unit", "… sits at the council": where what is named has its place, if that is another
/// body and nothing of the force's is named.
pub(super) fn is_placed_elsewhere(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    const NEAR: usize = 8;
    let classes = &context.reader.classes;
    let end = hit.span.end;
    let near = end..(end + NEAR).min(sentence.len());
    let Some(verb) = near.clone().find(|at| sentence.is_verb(*at)) else { return false };
    let anothers = |at: usize| {
        let named = sentence.actors.iter().find(|actor| actor.span.start == at);
        named.is_some_and(|actor| owner(actor, context.voice) == Owner::Other)
            || sentence.is(classes.regional, at)
            || sentence.is(classes.partners, at)
    };
    !context.own_named(sentence)
        && (verb + 1..near.end).any(|at| {
            let after = at + 1 + usize::from(sentence.is(classes.definite, at + 1));
            sentence.is(classes.preposition, at) && anothers(after)
        })
}
