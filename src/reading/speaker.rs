//! For whom a paper speaks.

use std::collections::BTreeMap;

use super::actor::{Actor, ForceName, Who};
use super::owner::{Owner, owner, subject};
use super::reader::Reader;
use super::sentence::Sentence;
use super::title::{FEW, TITLE, TOP, area_of_commissioner, titled_by_another};
use super::tokens::Shape;
use super::voice::{Speaker, Voice};
use crate::document::{Block, Kind};

/// How a paper speaks that speaks for somebody, by what it names.
pub(super) fn voice(
    speaker: Speaker,
    about: bool,
    sentences: &[Sentence],
    reader: &Reader,
) -> Voice {
    let mut voice = Voice { speaker, we: true, own: true, passing: false, about };
    if about {
        (voice.we, voice.own) = (false, false);
        return voice;
    }
    if sentences.len() <= FEW {
        return voice;
    }
    let named =
        sentences.iter().flat_map(|sentence| &sentence.actors).any(|actor| match &actor.who {
            Who::Own => true,
            Who::Force(name) => voice.speaker == Speaker::Force(name.clone()),
            _ => false,
        });
    let commissioner = sentences
        .iter()
        .flat_map(|sentence| &sentence.actors)
        .any(|actor| actor.who == Who::Commissioner);
    let subjects = |owner: Owner, voice: &Voice| {
        sentences.iter().filter(|sentence| subject(sentence, voice, reader) == Some(owner)).count()
    };
    let others = sentences
        .iter()
        .flat_map(|sentence| &sentence.actors)
        .any(|actor| actor.who == Who::Other || matches!(actor.who, Who::Force(_)));
    voice.we = named
        || commissioner
        || matches!(voice.speaker, Speaker::Unnamed | Speaker::Doubted)
        || !others;
    let own = subjects(Owner::Own, &voice) + subjects(Owner::Commissioner, &voice);
    let other = subjects(Owner::Other, &voice);
    // A paper that has the force's name for its letterhead or in its title is the force's own.
    let titled = sentences.iter().take_while(|sentence| sentence.block < TOP).enumerate().any(
        |(at, sentence)| {
            let names = |actor: &Actor| {
                owner(actor, &voice) == Owner::Own
                    && (at == 0 || actor.span.len() == sentence.len())
            };
            sentence.len() <= TITLE && sentence.actors.iter().any(names)
        },
    );
    voice.own = titled || own * 2 >= other || voice.speaker == Speaker::Doubted;
    // "May we contact you?" in a form that names nobody: "we" is whoever asks, and none of those named in passing.
    let heard = Voice { we: true, ..voice.clone() };
    voice.passing = own * 2 + PASSING >= other.min(subjects(Owner::Other, &heard));
    voice
}

/// What a name at the top counts for.
const AT_THE_TOP: usize = 4;
/// A paper of another body speaks of that body so many times as often as of any force.
const DOMINANT: usize = 6;

/// A letter has so many sentences.
const SHORT: usize = 40;
/// So often another body may be named in it in passing.
const PASSING: usize = 2;

/// A paper with more sentences than these is a long one.
const LONG: usize = 200;

/// Finds the force that a paper speaks for: by how often and where it is named.
pub(super) fn find(blocks: &[Block], sentences: &[Sentence], reader: &Reader) -> Speaker {
    let mut names: BTreeMap<ForceName, usize> = BTreeMap::new();
    let mut at_the_top = false;
    let (mut own, mut commissioner, mut other) = (0_usize, 0_usize, 0_usize);
    let strict = sentences
        .iter()
        .flat_map(|sentence| &sentence.actors)
        .filter(|actor| actor.who == Who::Own)
        .count();
    for sentence in sentences {
        let heading =
            matches!(blocks.get(sentence.block).map(|block| &block.kind), Some(Kind::Heading(_)));
        let top = sentence.block < TOP;
        for (at, actor) in sentence.actors.iter().enumerate() {
            match &actor.who {
                Who::Own | Who::We => own += 1,
                Who::Commissioner => {
                    commissioner += 1;
                    // "Surrey PCC" names the force's area.
                    if let Some(name) = area_of_commissioner(sentence, at) {
                        *names.entry(name).or_default() += if top { AT_THE_TOP } else { 1 };
                    }
                }
                Who::Other => other += 1,
                Who::Force(name) => {
                    // Who is named with others is one of those that the paper speaks of.
                    let weight = if top { AT_THE_TOP } else { 1 } + usize::from(heading) * 2;
                    *names.entry(name.clone()).or_default() += weight;
                    at_the_top |= top;
                }
            }
        }
    }
    let most =
        names.iter().max_by_key(|(name, count)| (**count, std::cmp::Reverse((*name).clone())));
    match most {
        Some((name, count)) => {
            let of_another =
                !at_the_top && commissioner == 0 && other > DOMINANT * count && other > 12;
            let drowned = other > 60 && other > 3 * DOMINANT * count;
            // In a long paper "the force" is now and then any force.
            let seldom = strict == 0 || sentences.len() > LONG && strict * 40 < sentences.len();
            let only_mentioned =
                seldom && sentences.len() > FEW && !is_author(name, blocks, sentences, reader);
            if of_another || drowned || only_mentioned {
                Speaker::Nobody
            } else {
                Speaker::Force(name.clone())
            }
        }
        // A paper whose title names another body is that body's.
        None if titled_by_another(sentences, reader) => Speaker::Nobody,
        // In a long paper that names no force, now and then "the force" is any force.
        None if sentences.len() > LONG && strict * 40 < sentences.len() => Speaker::Nobody,
        // "Our officers", "the force": whoever says so at the start is one.
        None if sentences
            .iter()
            .take(TOP)
            .flat_map(|sentence| &sentence.actors)
            .any(|actor| actor.who == Who::Own) =>
        {
            Speaker::Unnamed
        }
        // A sentence or two out of a paper may name nobody.
        None if sentences.len() <= FEW => Speaker::Unnamed,
        None if own + commissioner == 0
            && (1..=PASSING).contains(&other)
            && is_of_police(sentences, reader) =>
        {
            Speaker::Doubted
        }
        None if own + commissioner == 0 && other > 0 => Speaker::Nobody,
        // "We" may be anybody's; a paper that never says "force" and speaks of others throughout is another's.
        None if commissioner == 0 && other > 3 * own.max(1) => Speaker::Nobody,
        None => Speaker::Unnamed,
    }
}

/// Whether a short paper speaks of officers by their rank, or of the police, as a force's own letters do.
fn is_of_police(sentences: &[Sentence], reader: &Reader) -> bool {
    let named = |sentence: &Sentence| {
        let all = 0..sentence.len();
        sentence.has(reader.classes.rank, &all) || sentence.has(reader.classes.police, &all)
    };
    sentences.len() <= SHORT && sentences.iter().any(named)
}

/// Whether a paper does more than mention a force. Who is only thanked, or named where another's text is cited, neither
/// wrote it nor is written about.
fn is_author(name: &ForceName, blocks: &[Block], sentences: &[Sentence], reader: &Reader) -> bool {
    sentences.iter().any(|sentence| {
        let all = 0..sentence.len();
        let heading =
            matches!(blocks.get(sentence.block).map(|block| &block.kind), Some(Kind::Heading(_)));
        let cites = sentence.is(reader.classes.imperative, 0) || !heading && sentence.block >= TOP;
        let mentions = sentence.has(reader.classes.thanks, &all)
            || cites && !sentence.has(reader.classes.finite, &all);
        // "Jo Bloggs, Kent Police": whose somebody is.
        let of_somebody = |actor: &Actor| {
            let before = actor.span.start.checked_sub(1);
            let named = |at: usize| {
                let capital =
                    sentence.tokens.get(at).is_some_and(|own| own.shape == Shape::Capital);
                capital && !sentence.is(reader.classes.definite, at)
            };
            sentence.block >= TOP
                && !sentence.has(reader.classes.finite, &all)
                && before.is_some_and(|at| named(at) && at > 0)
        };
        !mentions
            && sentence.actors.iter().enumerate().any(|(at, actor)| match &actor.who {
                Who::Force(own) => own == name && !of_somebody(actor),
                Who::Commissioner => area_of_commissioner(sentence, at).as_ref() == Some(name),
                _ => false,
            })
    })
}

/// Whether a paper is what was said in a parliament: "we" there is never a force.
pub(super) fn is_of_an_assembly(sentences: &[Sentence], reader: &Reader) -> bool {
    sentences.iter().any(|sentence| sentence.has(reader.classes.assembly, &(0..sentence.len())))
}
