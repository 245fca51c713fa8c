//! What was so in an earlier year, where the paper says that it no longer is: "In 2016 we had a team. Today we have none."

use std::collections::BTreeMap;

use super::heard::Heard;
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Silence, Statement, Upshot};
use super::tokens::Shape;
use crate::rulebook::ArrangementId;
use crate::standing::State;

/// So near to its beginning a sentence says when it was: "Five years ago we had …".
const START: usize = 5;

/// Lets what was so then give way to what is denied of now.
pub(super) fn gives_way(statements: &mut [Statement], paper: &Heard, reader: &Reader) {
    let sentence = |own: &Statement| paper.sentences.get(own.number);
    // The first sentence that denies each, and the last one.
    let mut denied: BTreeMap<ArrangementId, (usize, usize)> = BTreeMap::new();
    for own in statements.iter() {
        let absent = matches!(own.upshot, Upshot::State(State::Absent, _));
        if absent && sentence(own).is_some_and(|own| is_of_now(own, reader)) {
            let first = denied.entry(own.arrangement.clone()).or_insert((own.number, own.number));
            *first = (first.0.min(own.number), first.1.max(own.number));
        }
    }
    for own in statements.iter_mut() {
        let has = matches!(own.upshot, Upshot::State(State::InPlace | State::Partial, _));
        let others = |(first, last): &(usize, usize)| *first != own.number || *last != own.number;
        let over = denied.get(&own.arrangement).is_some_and(others);
        if has && over && sentence(own).is_some_and(|own| is_of_then(own, reader)) {
            own.upshot = Upshot::Silent(Silence::Past);
        }
    }
}

/// Whether a sentence tells of now: "today", "no longer", or a verb of the present.
fn is_of_now(sentence: &Sentence, reader: &Reader) -> bool {
    let classes = &reader.classes;
    !is_of_then(sentence, reader)
        && (sentence.has(classes.now, &(0..sentence.len()))
            || (0..sentence.len()).any(|at| sentence.is(classes.present, at)))
}

/// Whether a sentence begins with an earlier year, or "years ago", and goes on in the past.
fn is_of_then(sentence: &Sentence, reader: &Reader) -> bool {
    let classes = &reader.classes;
    let number = |at: usize| sentence.tokens.get(at).is_some_and(|own| own.shape == Shape::Number);
    let year = (1..START).any(|at| number(at) && sentence.is(classes.preposition, at - 1));
    let begins = year || (0..START).any(|at| sentence.is(classes.ago, at));
    begins
        && sentence.has(classes.past, &(0..sentence.len()))
        && !(0..sentence.len()).any(|at| sentence.is(classes.present, at))
}
