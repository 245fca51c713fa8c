//! Whose words are quoted: "we" in what another body's spokesman said is that body.

use super::actor::{Actor, Who};
use super::owner::{Owner, owner};
use super::reader::Reader;
use super::sentence::Sentence;
use super::voice::Voice;
use crate::document::Document;
use crate::source::Span;

/// A label that names a speaker has no more words than this: "Director, Hope Harbour Trust:".
const LABEL: usize = 10;

/// Lets "we" be another body where that body's words are quoted, or stand behind its label.
pub(super) fn attribute(
    document: &Document,
    sentences: &mut [Sentence],
    voice: &Voice,
    reader: &Reader,
) {
    // Whether words of another are quoted that went on at the end of the block before.
    let mut goes_on = false;
    let mut from = 0;
    while let Some(block) = sentences.get(from).map(|own| own.block) {
        let count = sentences.iter().skip(from).take_while(|own| own.block == block).count();
        let own = sentences.get_mut(from..from + count).unwrap_or_default();
        let text = document.blocks.get(block).map_or("", |own| own.text());
        goes_on = in_block(own, text, goes_on, voice, reader);
        from += count;
    }
}

/// Does so in one block, and says whether another's words are still quoted at its end.
fn in_block(
    sentences: &mut [Sentence],
    text: &str,
    goes_on: bool,
    voice: &Voice,
    reader: &Reader,
) -> bool {
    labelled(sentences, text, voice, reader);
    let spans = quotations(text);
    if spans.is_empty() {
        return false;
    }
    let told: Vec<(Span, Told)> = sentences
        .iter()
        .filter(|own| own.len() > 0)
        .map(|own| (own.place(&(0..own.len())), Told::of(own, &spans, voice, reader)))
        .collect();
    let mut open = false;
    let mut theirs: Vec<Span> = Vec::new();
    for (n, (span, closed)) in spans.into_iter().enumerate() {
        let another = match attributed(&told, &span) {
            None => goes_on && n == 0 && text.trim_start().len() + span.start == text.len(),
            Some(another) => another,
        };
        open = another && !closed;
        theirs.extend(another.then_some(span));
    }
    sentences.iter_mut().for_each(|own| give(own, &theirs));
    open
}

/// What a sentence tells outside of what is quoted: that something is said, and who is named there.
#[derive(Clone, Copy)]
struct Told {
    says: bool,
    theirs: bool,
    ours: bool,
    ranked: bool,
}

impl Told {
    fn of(sentence: &Sentence, spans: &[(Span, bool)], voice: &Voice, reader: &Reader) -> Self {
        let classes = &reader.classes;
        let outside = |token: usize| {
            let at = sentence.place(&(token..token + 1)).start;
            let next = spans.partition_point(|(own, _)| own.end <= at);
            !spans.get(next).is_some_and(|(own, _)| own.contains(&at))
        };
        let any = |class| (0..sentence.len()).any(|at| sentence.is(class, at) && outside(at));
        let mut told = Self {
            says: any(classes.reports) || any(classes.according),
            theirs: any(classes.body),
            ours: false,
            ranked: any(classes.rank),
        };
        for actor in sentence.actors.iter().filter(|actor| outside(actor.span.start)) {
            match owner(actor, voice) {
                Owner::Other => told.theirs = true,
                // "Eastmere Constabulary's chief constable"
                _ => told.ours |= !owned_by_another(sentence, actor, voice),
            }
        }
        told
    }
}

fn owned_by_another(sentence: &Sentence, own: &Actor, voice: &Voice) -> bool {
    let owns = |actor: &Actor| {
        let last = actor.span.end.checked_sub(1).and_then(|at| sentence.tokens.get(at));
        actor.span.end == own.span.start && last.is_some_and(|token| token.owns)
    };
    sentence.actors.iter().any(|actor| owns(actor) && owner(actor, voice) == Owner::Other)
}

/// Makes "we" within some stretches of a block another body.
fn give(sentence: &mut Sentence, spans: &[Span]) {
    let places: Vec<Span> =
        sentence.actors.iter().map(|actor| sentence.place(&actor.span)).collect();
    for (actor, place) in sentence.actors.iter_mut().zip(places) {
        let next = spans.partition_point(|own| own.end <= place.start);
        let within = spans.get(next).is_some_and(|own| own.contains(&place.start));
        if actor.who == Who::We && within {
            actor.who = Who::Other;
        }
    }
}

/// Whether somebody of another body says what is quoted; `None` where nobody is said to say it.
fn attributed(told: &[(Span, Told)], span: &Span) -> Option<bool> {
    let first = told.partition_point(|(place, _)| place.end < span.start);
    let near = told.iter().skip(first).take_while(|(place, _)| place.start <= span.end);
    let (mut says, mut theirs, mut ours) = (false, false, false);
    for (_, own) in near {
        says |= own.says;
        theirs |= own.theirs;
        // An officer speaks for another body where that was named.
        ours |= own.ours || own.ranked && !theirs;
    }
    says.then_some(theirs && !ours)
}

/// Makes "we" behind a label another body where the label names one: "Director, Hope Harbour Trust: We have …".
fn labelled(sentences: &mut [Sentence], text: &str, voice: &Voice, reader: &Reader) {
    let Some(first) = sentences.first() else { return };
    let colon = (1..first.len().min(LABEL)).find(|at| first.is_sign(text, *at, &[":"]));
    let Some(colon) = colon else { return };
    let says = (0..colon).any(|at| first.is(reader.classes.finite, at));
    let mut named = first.actors.iter().filter(|actor| actor.span.end <= colon).peekable();
    let any = named.peek().is_some() || first.has(reader.classes.body, &(0..colon));
    if says || !any || !named.all(|actor| owner(actor, voice) == Owner::Other) {
        return;
    }
    let behind = first.place(&(colon..colon + 1)).end..text.len();
    sentences.iter_mut().for_each(|own| give(own, std::slice::from_ref(&behind)));
}

/// What stands in double quotation marks, and whether they are closed.
fn quotations(text: &str) -> Vec<(Span, bool)> {
    let mut spans = Vec::new();
    let mut open: Option<usize> = None;
    for (at, sign) in text.char_indices() {
        match (sign, open) {
            ('“', None) | ('"', None) => open = Some(at),
            ('”' | '"', Some(start)) => {
                spans.push((start..at + sign.len_utf8(), true));
                open = None;
            }
            _ => {}
        }
    }
    spans.extend(open.map(|start| (start..text.len(), false)));
    spans
}
