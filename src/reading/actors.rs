//! Finding whom a sentence speaks of.

use super::actor::{Actor, ForceName, Who};
use super::reader::{Reader, Scratch};
use super::sentence::Sentence;
use super::tokens::Shape;
use crate::source::Span;

/// Finds the actors of a sentence; where a commissioner is among them, the areas of forces, too.
pub(super) fn find(sentence: &mut Sentence, text: &str, reader: &Reader, scratch: &mut Scratch) {
    sentence.actors = actors(sentence, text, reader, scratch);
    if sentence.actors.iter().any(|actor| actor.who == Who::Commissioner) {
        sentence.areas = areas(sentence, reader, scratch);
    }
}

fn actors(sentence: &Sentence, text: &str, reader: &Reader, scratch: &mut Scratch) -> Vec<Actor> {
    let classes = &reader.classes;
    let sequence = sentence.sequence(&scratch.words);
    let forces = reader.forces_in(&sequence, &mut scratch.stamps);
    let mut actors: Vec<Actor> = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        let mut best: Option<(usize, Who)> = None;
        let mut offer = |length: usize, who: Who| {
            if best.as_ref().is_none_or(|(longest, _)| length > *longest) {
                best = Some((length, who));
            }
        };
        for (span, force) in forces.iter().filter(|(span, _)| span.start == at) {
            offer(span.len(), Who::Force(ForceName::Known(*force)));
        }
        if let Some((name, end)) = unknown_force(sentence, text, reader, at) {
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
    let force = sentence.is(reader.classes.police, end)
        && sentence.tokens.get(end).is_some_and(|token| token.shape == Shape::Capital);
    // "Police and Crime Commissioner" is no force's name.
    if !force || sentence.is(reader.classes.commissioner, end) {
        return None;
    }
    let name: Vec<String> = (at..end).map(|at| sentence.text(text, at).to_lowercase()).collect();
    Some((name.join(" "), end + 1))
}
