//! Whose arrangements those are of whom a sentence speaks, and which of them is its subject.

use super::actor::{Actor, Who};
use super::reader::Reader;
use super::sentence::Sentence;
use super::voice::{Speaker, Voice};

/// Whose arrangement a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The force's.
    Own,
    /// Its commissioner's.
    Commissioner,
    /// Another body's.
    Other,
}

/// Whose arrangements an actor's are to a paper that speaks for somebody.
pub(super) fn owner(actor: &Actor, voice: &Voice) -> Owner {
    match (&actor.who, &voice.speaker) {
        (Who::Own, _) => Owner::Own,
        (Who::We, _) => {
            if voice.we {
                Owner::Own
            } else {
                Owner::Other
            }
        }
        (Who::Commissioner, _) => Owner::Commissioner,
        (Who::Other, _) => Owner::Other,
        (Who::Force(name), Speaker::Force(own)) if name == own => Owner::Own,
        (Who::Force(_), _) => Owner::Other,
    }
}

/// The subject of a sentence, where it has one: the first actor that no preposition leads in, or
/// the one whose officers the sentence begins with: "Officers from Kent Police".
pub(super) fn subject(sentence: &Sentence, voice: &Voice, reader: &Reader) -> Option<Owner> {
    let verb = (0..sentence.len())
        .find(|at| sentence.is(reader.classes.finite, *at))
        .unwrap_or(sentence.len());
    let free = sentence.actors.iter().find(|actor| !led_in(sentence, actor.span.start, reader));
    let within = sentence.actors.iter().find(|actor| {
        actor.span.start < verb.min(8) && belongs(sentence, actor, reader) && actor.span.start > 1
    });
    let first = match (free, within) {
        (Some(free), Some(within)) if within.span.start < free.span.start => Some(within),
        (Some(free), _) => Some(free),
        (None, within) => within,
    };
    first.map(|actor| owner(actor, voice))
}

/// Whether "of", "from" or "at" leads in an actor to whom what stands before belongs.
pub(super) fn belongs(sentence: &Sentence, actor: &Actor, reader: &Reader) -> bool {
    let classes = &reader.classes;
    let mut at = actor.span.start;
    while at > 0 && (sentence.is(classes.definite, at - 1) || sentence.is(classes.article, at - 1))
    {
        at -= 1;
    }
    at > 1 && (sentence.is(classes.of, at - 1) || sentence.is(classes.from, at - 1))
}

/// Whether a preposition leads in what begins at a token, articles apart.
pub(super) fn led_in(sentence: &Sentence, at: usize, reader: &Reader) -> bool {
    let classes = &reader.classes;
    let mut before = at;
    while before > 0
        && (sentence.is(classes.definite, before - 1) || sentence.is(classes.article, before - 1))
    {
        before -= 1;
    }
    if before > 0
        && (sentence.is(classes.preposition, before - 1) || sentence.is(classes.of, before - 1))
    {
        return true;
    }
    // "with the councils, health and the GLAA": one of a list that a preposition leads in.
    let listed = before > 0
        && (sentence.is(classes.and, before - 1) || sentence.is(classes.comma, before - 1));
    listed
        && (0..before.saturating_sub(1))
            .rev()
            .take_while(|at| !sentence.is(classes.finite, *at))
            .any(|at| sentence.is(classes.among, at))
}
