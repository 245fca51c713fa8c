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
    let mut open = false;
    for (n, (span, closed)) in spans.iter().enumerate() {
        let another = match attributed(sentences, span, &spans, voice, reader) {
            None => goes_on && n == 0 && text.trim_start().len() + span.start == text.len(),
            Some(another) => another,
        };
        if another {
            sentences.iter_mut().for_each(|own| give(own, span));
        }
        open = another && !closed;
    }
    open
}

fn owned_by_another(sentence: &Sentence, own: &Actor, voice: &Voice) -> bool {
    let owns = |actor: &Actor| {
        let last = actor.span.end.checked_sub(1).and_then(|at| sentence.tokens.get(at));
        actor.span.end == own.span.start && last.is_some_and(|token| token.owns)
    };
    sentence.actors.iter().any(|actor| owns(actor) && owner(actor, voice) == Owner::Other)
}

/// Makes "we" within a stretch of a block another body.
fn give(sentence: &mut Sentence, span: &Span) {
    let places: Vec<Span> =
        sentence.actors.iter().map(|actor| sentence.place(&actor.span)).collect();
    for (actor, place) in sentence.actors.iter_mut().zip(places) {
        if actor.who == Who::We && span.contains(&place.start) {
            actor.who = Who::Other;
        }
    }
}

/// Whether somebody of another body says what is quoted; `None` where nobody is said to say it.
fn attributed(
    sentences: &[Sentence],
    span: &Span,
    spans: &[(Span, bool)],
    voice: &Voice,
    reader: &Reader,
) -> Option<bool> {
    let outside = |at: usize| !spans.iter().any(|(own, _)| own.contains(&at));
    let (mut says, mut theirs, mut ours) = (false, false, false);
    for sentence in sentences {
        let place = sentence.place(&(0..sentence.len()));
        let near = place.start <= span.end && span.start <= place.end;
        if !near {
            continue;
        }
        let at = |at: usize| sentence.place(&(at..at + 1)).start;
        says |=
            (0..sentence.len()).any(|token| is_said(sentence, token, reader) && outside(at(token)));
        for actor in sentence.actors.iter().filter(|actor| outside(at(actor.span.start))) {
            match owner(actor, voice) {
                Owner::Other => theirs = true,
                // "Eastmere Constabulary's chief constable"
                _ => ours |= !owned_by_another(sentence, actor, voice),
            }
        }
        theirs |= (0..sentence.len())
            .any(|token| sentence.is(reader.classes.body, token) && outside(at(token)));
        ours |= (0..sentence.len())
            .any(|token| sentence.is(reader.classes.rank, token) && outside(at(token)))
            && !theirs;
    }
    says.then_some(theirs && !ours)
}

/// "Said", "according to".
fn is_said(sentence: &Sentence, at: usize, reader: &Reader) -> bool {
    sentence.is(reader.classes.reports, at) || sentence.is(reader.classes.according, at)
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
    sentences.iter_mut().for_each(|own| give(own, &behind));
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
