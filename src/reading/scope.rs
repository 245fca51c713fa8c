//! How far a modifier reaches, and what a cue only presupposes.

use super::reader::Reader;
use super::sentence::{CueHit, ModifierHit, Sentence};
use crate::rulebook::{Effect, Reads, Scope};
use crate::source::Span;

/// Whether a modifier reaches a cue.
pub(super) fn reaches(
    sentence: &Sentence,
    mark: &ModifierHit,
    cue: &Span,
    reader: &Reader,
) -> bool {
    let classes = &reader.classes;
    let forward = mark.span.end <= cue.start && mark.reads != Reads::Backward;
    let backward = mark.span.start >= cue.end && mark.reads != Reads::Forward;
    let inside = mark.span.start < cue.end && cue.start < mark.span.end;
    if inside {
        // "training will be delivered": what stands between the words of a cue bears on it, too.
        return true;
    }
    if !(forward || backward) {
        return false;
    }
    let between = if forward { mark.span.end..cue.start } else { cue.end..mark.span.start };
    // "… a message to traffickers that they aren't welcome": denied of what the relative clause hangs on, which stands between.
    if backward
        && mark.effect == Effect::Negated
        && mark.span.end + 1 < sentence.len()
        && between.clone().skip(1).any(|at| sentence.is(classes.relative, at))
    {
        return false;
    }
    // "… in rooms that do not look like a station, with a lounge where victims rest": denied of the rooms alone.
    let relative = mark.span.start.checked_sub(1).is_some_and(|at| {
        at > 0 && sentence.is(classes.relative, at) && !sentence.is(classes.reports, at - 1)
    });
    if forward
        && relative
        && mark.effect == Effect::Negated
        && mark.reach == Scope::Clause
        && between.clone().any(|at| sentence.is(classes.comma, at))
    {
        return false;
    }
    let same_clause = sentence.clause(mark.span.start)
        == sentence.clause(if forward {
            cue.start.min(sentence.len().saturating_sub(1))
        } else {
            cue.end.saturating_sub(1)
        });
    match mark.reach {
        Scope::Sentence => true,
        Scope::Clause => same_clause,
        Scope::Phrase => {
            // "No up-to-date profile": that "to" leads nothing in.
            let within =
                |at: usize| sentence.all(classes.compound).iter().any(|span| span.contains(&at));
            same_clause
                && !between.clone().any(|at| sentence.is(classes.preposition, at) && !within(at))
        }
    }
}

/// Whether a cue is only presupposed: led in by "the", "our", a possessive.
pub(super) fn is_presupposed(sentence: &Sentence, hit: &CueHit, reader: &Reader) -> bool {
    let classes = &reader.classes;
    let from = hit.span.start.saturating_sub(4);
    let mut at = hit.span.start;
    while at > from {
        at -= 1;
        if sentence.is(classes.preposition, at)
            || sentence.is(classes.finite, at)
            || sentence.is(classes.comma, at)
        {
            return false;
        }
        if sentence.is(classes.article, at) {
            return false;
        }
        if sentence.is(classes.definite, at)
            || sentence.tokens.get(at).is_some_and(|token| token.owns)
        {
            return true;
        }
    }
    // "The force lead is …": the cue begins with its own determiner.
    false
}

/// Whether words are quoted that begin in a sentence and don't end there.
pub(super) fn opens_a_quote(sentence: &Sentence, text: &str) -> bool {
    (0..sentence.len()).fold(None, |open, at| go_on(open, sentence, text, at)).is_some()
}

/// For each token, whether what stands before it leaves a quotation open; and so at its end.
pub(super) fn quoted(sentence: &Sentence, text: &str) -> Vec<bool> {
    let mut open = None;
    let mut quoted = vec![false];
    for at in 0..sentence.len() {
        open = go_on(open, sentence, text, at);
        quoted.push(open.is_some());
    }
    quoted
}

/// The quotation that is open behind a token.
fn go_on(open: Option<Marks>, sentence: &Sentence, text: &str, at: usize) -> Option<Marks> {
    match open {
        None if sentence.is_sign(text, at, &["“", "\""]) => Some(Marks::Double),
        None if is_single(sentence, text, at, Side::Opens) => Some(Marks::Single),
        Some(Marks::Double) if sentence.is_sign(text, at, &["”", "\""]) => None,
        Some(Marks::Single) if is_single(sentence, text, at, Side::Closes) => None,
        open => open,
    }
}

/// With which marks something is quoted.
#[derive(Clone, Copy)]
enum Marks {
    Single,
    Double,
}

/// On which side of what is quoted a mark stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
}

/// Whether a token is a single quotation mark and no apostrophe: it touches what it quotes, and nothing else.
fn is_single(sentence: &Sentence, text: &str, at: usize, side: Side) -> bool {
    if !sentence.is_sign(text, at, &["‘", "’", "'"]) {
        return false;
    }
    let end = |at: usize| sentence.tokens.get(at).map(|own| own.end);
    let start = |at: usize| sentence.tokens.get(at).map(|own| own.start);
    let touches_before = at > 0 && end(at - 1) == start(at);
    let touches_behind = end(at) == start(at + 1);
    match side {
        Side::Opens => !touches_before && touches_behind,
        Side::Closes => touches_before,
    }
}

/// Where what somebody says begins: behind "said:", "told the board that".
pub(super) fn speech(sentence: &Sentence, text: &str, reader: &Reader) -> Option<usize> {
    const TOLD: usize = 12;
    let classes = &reader.classes;
    let verb = (0..sentence.len()).find(|at| sentence.is(classes.reports, *at))?;
    let mut told = (verb + 1..(verb + TOLD).min(sentence.len()))
        .take_while(|at| !sentence.is(classes.finite, *at));
    let signs = [":", "\"", "“", "‘"];
    let opens = |at: &usize| {
        sentence.is_sign(text, *at, &signs) || sentence.text(text, *at).eq_ignore_ascii_case("that")
    };
    told.find(opens).map(|at| at + 1)
}
