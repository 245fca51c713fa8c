//! Finding whom a sentence speaks of.

use super::actor::{Actor, ForceName, Who};
use super::reader::{Reader, Scratch};
use super::sentence::{Sentence, overlap};
use super::tokens::Shape;
use super::voice::{Speaker, Voice};
use crate::source::Span;

/// The longest name of a body, in words.
const NAME: usize = 5;

/// Finds the actors of a sentence; where a commissioner is among them, or slavery is named, the areas of forces, too.
pub(super) fn find(sentence: &mut Sentence, text: &str, reader: &Reader, scratch: &mut Scratch) {
    sentence.actors = actors(sentence, text, reader, scratch);
    let slavery = sentence.has(reader.classes.slavery, &(0..sentence.len()));
    if slavery
        || sentence.actors.iter().any(|actor| actor.who == Who::Commissioner)
        || (1..sentence.len()).any(|at| may_act(sentence, reader, at))
    {
        sentence.areas = areas(sentence, reader, scratch);
    }
}

/// Whether a token says that what a capital names right before it has something.
fn may_act(sentence: &Sentence, reader: &Reader, at: usize) -> bool {
    let before = at - 1 - usize::from(at > 1 && sentence.is(reader.classes.adverb, at - 1));
    let capital = |at: usize| sentence.tokens.get(at).map(|own| own.shape) == Some(Shape::Capital);
    let known = sentence.actors.iter().any(|actor| actor.span.contains(&before));
    sentence.is(reader.classes.finite, at) && capital(before) && !known
}

/// Whether a word leads in the next one as a place: "in", "of".
pub(super) fn leads_in(sentence: &Sentence, reader: &Reader, at: usize) -> bool {
    // "that Surrey have one": what is told, not where.
    let told = sentence.is(reader.classes.relative, at);
    sentence.is(reader.classes.preposition, at) && !told || sentence.is(reader.classes.of, at)
}

/// Whether a name is said to have or to do something.
pub(super) fn acts(sentence: &Sentence, name: &Span, reader: &Reader) -> bool {
    let led = name.start.checked_sub(1).is_some_and(|at| leads_in(sentence, reader, at));
    let verb = name.end + usize::from(sentence.is(reader.classes.adverb, name.end));
    !led && may_act(sentence, reader, verb)
}

/// "Wolds and Fen now run a reception centre": an area that has something stands for its force. "Essex and Kent Police":
/// what is said of two forces is said of the one that speaks.
pub(super) fn name_by_area(sentence: &mut Sentence, voice: &Voice, reader: &Reader) {
    let own = match &voice.speaker {
        Speaker::Force(ForceName::Known(own)) => Some(own),
        Speaker::Force(_) => None,
        _ => return,
    };
    if let Some(own) = own {
        join_with_another(sentence, *own, reader);
    }
    let of_two: Vec<Span> = sentence
        .areas
        .iter()
        .filter(|(force, _)| Some(force) == own)
        .filter_map(|(_, span)| with_another(sentence, span, reader))
        .collect();
    let free =
        |span: &Span| is_free(sentence, span) && !of_two.iter().any(|both| overlap(both, span));
    // "In Kent there is a team."
    let placed = |span: &Span| {
        let next = [reader.classes.comma, reader.classes.there];
        span.start == 1
            && sentence.is(reader.classes.preposition, 0)
            && next.iter().any(|class| sentence.is(*class, span.end))
    };
    let others = sentence.areas.iter().filter(|(force, span)| {
        Some(force) != own && free(span) && (acts(sentence, span, reader) || placed(span))
    });
    let mut named: Vec<(usize, Span)> = others.cloned().collect();
    sentence.actors.retain(|actor| !of_two.iter().any(|both| overlap(&actor.span, both)));
    named.extend(own.into_iter().flat_map(|own| of_two.iter().map(|both| (*own, both.clone()))));
    if !named.is_empty() {
        let named = named.into_iter();
        sentence.actors.extend(
            named.map(|(force, span)| Actor { who: Who::Force(ForceName::Known(force)), span }),
        );
        sentence.actors.sort_by_key(|actor| actor.span.start);
    }
}

/// "Essex Police and Kent Police have a team": of the two the one that speaks.
fn join_with_another(sentence: &mut Sentence, own: usize, reader: &Reader) {
    let force = |actor: &Actor| matches!(actor.who, Who::Force(_));
    let is_own = |actor: &Actor| actor.who == Who::Force(ForceName::Known(own));
    let both = sentence.actors.windows(2).position(|pair| match pair {
        [one, other] => {
            force(one)
                && force(other)
                && is_own(one) != is_own(other)
                && other.span.start == one.span.end + 1
                && sentence.is(reader.classes.and, one.span.end)
        }
        _ => false,
    });
    if let Some(at) = both {
        let other = sentence.actors.remove(at + 1);
        if let Some(one) = sentence.actors.get_mut(at) {
            one.who = Who::Force(ForceName::Known(own));
            one.span.end = other.span.end;
        }
    }
}

/// Whether no actor's name has any of these words.
pub(super) fn is_free(sentence: &Sentence, span: &Span) -> bool {
    !sentence.actors.iter().any(|actor| overlap(&actor.span, span))
}

/// The name that an area shares with another force's: "Essex and Kent Police", "Norfolk and Suffolk Constabularies".
fn with_another(sentence: &Sentence, area: &Span, reader: &Reader) -> Option<Span> {
    let classes = &reader.classes;
    let police = |at: usize| {
        sentence.is(classes.police, at)
            && sentence.tokens.get(at).is_some_and(|token| token.shape == Shape::Capital)
    };
    if !is_free(sentence, area) {
        return None;
    }
    if sentence.is(classes.and, area.end) {
        let next = area.end + 1;
        let force = sentence
            .actors
            .iter()
            .find(|actor| actor.span.start == next && matches!(actor.who, Who::Force(_)));
        let other = sentence.areas.iter().find(|(_, span)| span.start == next && police(span.end));
        let end = force.map(|actor| actor.span.end).or(other.map(|(_, span)| span.end + 1))?;
        return Some(area.start..end);
    }
    let and = area.start.checked_sub(1).filter(|at| sentence.is(classes.and, *at))?;
    let before = sentence.areas.iter().find(|(_, span)| span.end == and)?;
    police(area.end).then(|| before.1.start..area.end + 1)
}

fn actors(sentence: &Sentence, text: &str, reader: &Reader, scratch: &mut Scratch) -> Vec<Actor> {
    let classes = &reader.classes;
    let sequence = sentence.sequence(&scratch.words);
    let forces = reader.forces_in(&sequence, &mut scratch.stamps);
    let mut actors: Vec<Actor> = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        // "one of the few forces with a unit": one is spoken of, and not the rest.
        if let Some(length) = sentence.phrase(classes.singled_out, at) {
            at += length.max(1);
            continue;
        }
        let mut best: Option<(usize, Who)> = None;
        let mut offer = |length: usize, who: Who| {
            if best.as_ref().is_none_or(|(longest, _)| length > *longest) {
                best = Some((length, who));
            }
        };
        for (span, force) in forces.iter().filter(|(span, _)| span.start == at) {
            offer(span.len(), Who::Force(ForceName::Known(*force)));
        }
        // "Kent and Essex Police": the second is known by itself.
        let known =
            |end: usize| forces.iter().any(|(span, _)| span.start == at + 2 && end > at + 2);
        if let Some((name, end)) = unknown_force(sentence, text, reader, at)
            && !(sentence.is(classes.and, at + 1) && known(end))
        {
            offer(end - at, Who::Force(ForceName::Unknown(name)));
        }
        if let Some(length) = sentence.phrase(classes.commissioner, at) {
            offer(length, Who::Commissioner);
        }
        if let Some(length) = sentence.phrase(classes.own, at) {
            offer(length, Who::Own);
        }
        if let Some(length) = sentence.phrase(classes.we, at) {
            offer(length, Who::We);
        }
        if let Some(length) = sentence.phrase(classes.other, at) {
            offer(length, Who::Other);
        }
        if let Some(length) = unknown_body(sentence, reader, at) {
            offer(length, Who::Other);
        }
        match best {
            Some((length, who)) => {
                actors.push(Actor { who, span: at..at + length });
                at += length.max(1);
            }
            None => at += 1,
        }
    }
    actors
}

fn areas(sentence: &Sentence, reader: &Reader, scratch: &mut Scratch) -> Vec<(usize, Span)> {
    let sequence = sentence.sequence(&scratch.words);
    let areas = reader.areas_in(&sequence, &mut scratch.stamps);
    areas.into_iter().map(|(span, force)| (force, span)).collect()
}

/// A name such as "Northmarch Police" that no table knows.
fn unknown_force(
    sentence: &Sentence,
    text: &str,
    reader: &Reader,
    at: usize,
) -> Option<(String, usize)> {
    let named = |at: usize| {
        sentence.tokens.get(at).is_some_and(|token| token.shape == Shape::Capital)
            && !sentence.is(reader.classes.no_name, at)
            && !sentence.is(reader.classes.police, at)
    };
    if !named(at) {
        return None;
    }
    let end = (at + 1..=at + 3).find(|end| !named(*end))?;
    if let Some(end) = joined(sentence, reader, at, end).filter(|end| named(end - 1)) {
        let name: Vec<String> =
            (at..end).map(|at| sentence.text(text, at).to_lowercase()).collect();
        return Some((name.join(" "), end + 1));
    }
    let force = sentence.is(reader.classes.police, end)
        && sentence.tokens.get(end).is_some_and(|token| token.shape == Shape::Capital);
    // "Police and Crime Commissioner" is no force's name.
    if !force || sentence.is(reader.classes.commissioner, end) {
        return None;
    }
    let name: Vec<String> = (at..end).map(|at| sentence.text(text, at).to_lowercase()).collect();
    Some((name.join(" "), end + 1))
}

/// How long a name is such as "Hope Harbour Trust" that no list knows.
fn unknown_body(sentence: &Sentence, reader: &Reader, at: usize) -> Option<usize> {
    let named = |at: usize| {
        sentence.tokens.get(at).is_some_and(|token| token.shape == Shape::Capital)
            && !sentence.is(reader.classes.no_name, at)
            && !sentence.is(reader.classes.slavery, at)
            && !sentence.is(reader.classes.police, at)
    };
    let end = (at..at + NAME).take_while(|at| named(*at)).count() + at;
    (at + 1..end)
        .rev()
        .find(|last| sentence.is(reader.classes.named_body, *last))
        .map(|last| last + 1 - at)
}

/// Where "Police" stands in a name such as "Wolds and Fen Police", of which `and` is the joint: what it says of it is said
/// of one, at the start of a sentence, or it is all that the line has.
fn joined(sentence: &Sentence, reader: &Reader, at: usize, and: usize) -> Option<usize> {
    let classes = &reader.classes;
    let first = at == 0 || at == 1 && sentence.is(classes.definite, 0);
    let police = and + 2;
    let one = sentence.is(classes.singular, police + 1) || police + 1 == sentence.len();
    (first
        && and == at + 1
        && sentence.is(classes.and, and)
        && sentence.is(classes.police, police)
        && one)
        .then_some(police)
}
