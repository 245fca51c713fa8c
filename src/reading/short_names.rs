//! Forces that a paper names whole and then by their area alone: "Northmarch Police", and further on "Northmarch has a team".

use std::collections::BTreeSet;

use super::actor::{Actor, ForceName, Who};
use super::actors::{acts, is_free, leads_in};
use super::reader::Reader;
use super::sentence::Sentence;
use super::tokens::Shape;
use crate::document::Document;

/// The longest such name, in words.
const NAME: usize = 2;

/// Takes what only an area's name says for its force, where the paper names that force and no table knows it.
pub(super) fn name_by_short_names(
    document: &Document,
    sentences: &mut [Sentence],
    reader: &Reader,
) {
    let named = |actor: &Actor| match &actor.who {
        Who::Force(ForceName::Unknown(name)) => Some(name.clone()),
        _ => None,
    };
    let actors = sentences.iter().flat_map(|sentence| &sentence.actors);
    let names: BTreeSet<String> = actors.filter_map(named).collect();
    if names.is_empty() {
        return;
    }
    for sentence in sentences {
        let text = document.blocks.get(sentence.block).map_or("", |block| block.text());
        let found: Vec<Actor> = (0..sentence.len())
            .filter_map(|at| short(sentence, text, at, &names, reader))
            .collect();
        if !found.is_empty() {
            sentence.actors.extend(found);
            sentence.actors.sort_by_key(|actor| actor.span.start);
        }
    }
}

/// The force that a short name at a token stands for, if it acts there, or something is there: "In Northmarch there is …".
fn short(
    sentence: &Sentence,
    text: &str,
    at: usize,
    names: &BTreeSet<String>,
    reader: &Reader,
) -> Option<Actor> {
    let classes = &reader.classes;
    let capital =
        |at: usize| sentence.tokens.get(at).is_some_and(|token| token.shape == Shape::Capital);
    let name = |length: usize| {
        let words = (at..at + length).map(|at| sentence.text(text, at).to_lowercase());
        words.collect::<Vec<_>>().join(" ")
    };
    let fits = |length: &usize| (at..at + length).all(capital) && names.contains(&name(*length));
    let length = (1..=NAME).rev().find(fits)?;
    let span = at..at + length;
    let next = [classes.comma, classes.there, classes.we];
    let placed = at == 1
        && leads_in(sentence, reader, 0)
        && next.iter().any(|class| sentence.is(*class, span.end));
    (is_free(sentence, &span) && (placed || acts(sentence, &span, reader)))
        .then(|| Actor { who: Who::Force(ForceName::Unknown(name(length))), span })
}
