//! What a sentence is that states nothing: a heading, an order, a definition, other business.

use super::actor::{Actor, Who};
use super::context::Context;
use super::owner::{Owner, owner};
use super::sentence::{CueHit, Sentence};
use super::tokens::Shape;
use crate::rulebook::Effect;
use crate::source::Span;

/// Whether a sentence is a heading that stands in the line of what follows: "Face-to-face training."
pub(super) fn is_heading(sentence: &Sentence, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let all = 0..sentence.len();
    sentence.len() <= 7
        && !sentence.has(classes.finite, &all)
        && !sentence.has(classes.number, &all)
        && !sentence.has(classes.rank, &all)
        && sentence.actors.is_empty()
        && sentence.marks.iter().all(|mark| {
            matches!(
                mark.effect,
                Effect::Task | Effect::Progress | Effect::Asked | Effect::Answer | Effect::Attached
            )
        })
}

/// Whether a line leads in what somebody says: "The coordinator for the county, J. Marlow, said".
pub(super) fn names_a_speaker(sentence: &Sentence, context: Context<'_>) -> bool {
    const SPEAKER: usize = 4;
    let last = sentence.last_but(context.text, &[":", ",", "\"", "“"]);
    last.is_some_and(|at| at >= SPEAKER && sentence.is(context.reader.classes.reports, at))
}

/// Whether a line names somebody of the force by a post: "Ms K, Intelligence Officer – Modern Slavery, Kent Police".
pub(super) fn names_an_officer(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    const NAME: usize = 5;
    let classes = &context.reader.classes;
    let capital = |at: usize| {
        sentence.tokens.get(at).is_some_and(|own| own.shape == Shape::Capital)
            || sentence.is_sign(context.text, at, &["."])
    };
    let comma = (1..hit.span.start.min(NAME)).find(|at| sentence.is(classes.comma, *at));
    let ours = |actor: &Actor| {
        owner(actor, context.voice) == Owner::Own
            && actor.span.start >= hit.span.end
            && actor.span.end + 1 >= sentence.len()
    };
    comma.is_some_and(|comma| (0..comma).all(capital))
        && sentence.has(classes.slavery, &(0..sentence.len()))
        && sentence.actors.iter().any(ours)
}

/// The longest title of a numbered part, in tokens.
const TITLE: usize = 24;

/// Whether what stands behind a number is the title of a part: "12. Victims referred to the NRM".
pub(super) fn is_title(sentence: &Sentence, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let all = 0..sentence.len();
    let says = |effect: Effect| {
        matches!(
            effect,
            Effect::Negated | Effect::Ended | Effect::Planned | Effect::Limited | Effect::Since
        )
    };
    sentence.len() <= TITLE
        && sentence.tokens.first().is_some_and(|token| token.shape == Shape::Capital)
        && !sentence.has(classes.finite, &all)
        && !sentence.has(classes.number, &all)
        && !sentence.has(classes.rank, &all)
        && !sentence.has(classes.own, &all)
        && !sentence.has(classes.we, &all)
        && !sentence.is_sign(context.text, sentence.len().saturating_sub(1), &["."])
        && !sentence.marks.iter().any(|mark| says(mark.effect))
}

/// Whether a sentence speaks of forces at large.
pub(super) fn speaks_of_all(sentence: &Sentence, context: Context<'_>) -> bool {
    let own = sentence.actors.iter().any(|actor| owner(actor, context.voice) == Owner::Own);
    !own && sentence.actors.iter().any(|actor| {
        actor.who == Who::Other
            && actor.span.clone().any(|at| sentence.is(context.reader.classes.at_large, at))
    })
}

/// Whether a heading gives a value: "Coordinator: vacant", "1 x Inspector".
pub(super) fn says_a_value(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let before = 0..hit.span.start;
    // "Coordinator: vacant", and "Analysis: 1 x analyst".
    let colon = (0..sentence.len()).find(|at| {
        sentence.is_sign(context.text, *at, &[":"])
            || (*at >= hit.span.end && sentence.is_sign(context.text, *at, &["–", "-", "("]))
    });
    let value = colon.is_some_and(|colon| {
        let rest = colon + 1..sentence.len();
        sentence.has(classes.rank, &rest)
            || sentence.marks.iter().any(|mark| {
                mark.span.end > colon
                    && matches!(
                        mark.effect,
                        Effect::Negated
                            | Effect::Limited
                            | Effect::Yes
                            | Effect::Planned
                            | Effect::No
                    )
            })
            || rest.clone().any(|at| is_a_count(sentence, at, context))
    });
    let counted = before.clone().any(|at| {
        sentence.tokens.get(at).is_some_and(|token| token.shape == Shape::Number)
            && at <= 1
            && sentence.text(context.text, at + 1).eq_ignore_ascii_case("x")
    });
    let verb = (0..sentence.len()).any(|at| sentence.is(classes.finite, at));
    value || counted || (verb && sentence.len() > 7)
}

/// Whether a sentence begins with an order: "Appoint a lead."
pub(super) fn is_order(sentence: &Sentence, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let first = (0..sentence.len().min(6)).find(|at| {
        sentence
            .tokens
            .get(*at)
            .is_some_and(|token| matches!(token.shape, Shape::Capital | Shape::Lower))
    });
    // "Action 4: Identify a tactical SPOC"
    let colon =
        (0..sentence.len().min(6)).rev().find(|at| sentence.is_sign(context.text, *at, &[":"]));
    let first =
        colon.map_or(first, |colon| Some(colon + 1).filter(|at| *at < sentence.len()).or(first));
    let Some(first) = first else { return false };
    let to = sentence.is(classes.to, first);
    let verb = if to { first + 1 } else { first };
    if !sentence.is(classes.imperative, verb) {
        return false;
    }
    // "To make our officers alert, we …": what it is for, with its own verb after a comma.
    let purpose = to
        && (verb + 1..sentence.len()).find(|at| sentence.is(classes.comma, *at)).is_some_and(
            |comma| {
                sentence.is(classes.we, comma + 1)
                    || (comma + 1..sentence.len()).any(|at| sentence.is(classes.finite, at))
            },
        );
    if purpose {
        return false;
    }
    // "Guidance is …", "Work has begun", "Review meetings are held": a noun after all. "Ensure every officer has …" isn't.
    let near = verb + 1..(verb + 4).min(sentence.len());
    let determiners = [classes.article, classes.own, classes.all];
    let its_own = |finite: usize| {
        !(near.start..finite).any(|at| determiners.iter().any(|class| sentence.is(*class, at)))
    };
    let next_is_verb =
        near.clone().find(|at| sentence.is(classes.finite, *at)).is_some_and(its_own);
    !next_is_verb || to
}

/// Whether a sentence says what a thing of this kind is: "A coordinator is an officer who …".
pub(super) fn is_defined(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let start = hit.span.start;
    let indefinite = sentence.is(classes.indefinite, 0) && start <= 4;
    let bare =
        start == 0 && sentence.tokens.first().is_some_and(|token| token.shape == Shape::Capital);
    if !(indefinite || bare) {
        return false;
    }
    let verb = hit.span.end;
    let what = verb + 1..(verb + 6).min(sentence.len());
    sentence.is(classes.copula, verb)
        && (sentence.is(classes.defining, verb + 1)
            || bare && what.clone().any(|at| sentence.is(classes.relative, at)))
        && !sentence.has(classes.own, &(0..sentence.len()))
}

/// What shows that a cue is about slavery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Topic {
    /// What went before, or what the whole paper is about.
    Before,
    /// The stem of its list.
    Stem,
    /// Other words of its sentence.
    Sentence,
    /// Words right beside it: "training on slavery".
    Beside,
    /// Its own words.
    Within,
}

/// What shows that a cue is about slavery: its own words, those with it, or those before it.
pub(super) fn topic(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> Option<Topic> {
    let classes = &context.reader.classes;
    // "Our suppliers' single points of contact", "a module on slavery in supply chains".
    if sentence.has(classes.purchase, &(0..sentence.len())) {
        return None;
    }
    let slavery = sentence.all(classes.slavery);
    let rivals = sentence.all(classes.rival);
    let within = |spans: &[Span], span: &Span| {
        spans.iter().any(|other| other.start < span.end && span.start < other.end)
    };
    if within(&slavery, &hit.span) {
        return Some(Topic::Within);
    }
    // What stands right before the cue, or after "for", is what the cue is about.
    let before = hit.span.start.saturating_sub(1);
    let attached = |spans: &[Span]| {
        spans.iter().any(|other| other.end == hit.span.start && other.end > before)
            || spans.iter().any(|other| {
                let gap = hit.span.end..other.start;
                other.start >= hit.span.end
                    && gap.len() <= 2
                    && gap.clone().any(|at| sentence.is(classes.belonging, at))
            })
    };
    if attached(&slavery) {
        return Some(Topic::Beside);
    }
    if attached(&rivals) {
        return None;
    }
    if !slavery.is_empty() {
        return Some(Topic::Sentence);
    }
    if within(&rivals, &hit.span) || !rivals.is_empty() {
        return None;
    }
    if context.stem.is_some_and(|(stem, _)| !stem.all(classes.slavery).is_empty()) {
        return Some(Topic::Stem);
    }
    context.topical.then_some(Topic::Before)
}

/// Whether a token counts something, and is no part of a reference such as "N200/01" or "DN 31 –", of a date such as "27 June"
/// or of how long something lasts: "12 months".
pub(super) fn is_a_count(sentence: &Sentence, at: usize, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    if !sentence.is(classes.number, at) {
        return false;
    }
    let stroke = |at: usize| sentence.is_sign(context.text, at, &["/"]);
    let reference = |before: usize| {
        let letters = sentence.text(context.text, before);
        letters.len() > 1
            && letters.chars().all(char::is_uppercase)
            && !sentence.is(classes.rank, before)
            && sentence.is_sign(context.text, at + 1, &["–", "-", "—"])
    };
    sentence.text(context.text, at).chars().all(|c| !c.is_alphabetic() || c.is_lowercase())
        && !stroke(at + 1)
        && !sentence.is(classes.time_unit, at + 1)
        && !sentence.is(classes.month, at + 1)
        && !at.checked_sub(1).is_some_and(|before| stroke(before) || reference(before))
}
