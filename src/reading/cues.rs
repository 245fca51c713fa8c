//! Finding the cues of a sentence, and the modifiers that may change what they say.

use super::clauses::{clauses, main_clause};
use super::grid_lines::status_line;
use super::reader::{Reader, Scratch};
use super::scope::quoted;
use super::sentence::{CueHit, ModifierHit, Sentence, overlap};
use super::status::leading;
use super::tokens::{Shape, Token};
use super::verbs::{finite, forms};
use crate::document::{Block, Document, Kind};
use crate::rulebook::{CueSays, Effect, VerbForm};
use crate::source::Span;

/// The longest sentence that may be all label or answer, and how far into one a label may end, in
/// tokens.
const LABEL: usize = 12;

/// Looks for cues and clauses; for modifiers, too, where there is a cue or where they may make
/// a label of the sentence or lead in what follows it.
fn look(sentence: &mut Sentence, block: Option<&Block>, reader: &Reader, scratch: &mut Scratch) {
    let text = block.map_or("", |block| block.text());
    sentence.forms = forms(sentence, &scratch.words);
    (sentence.cues, sentence.hints) = cues(sentence, block, reader, scratch);
    if !sentence.cues.is_empty()
        || sentence.len() <= LABEL
        || (0..LABEL).any(|at| sentence.is_sign(text, at, &[":", "–"]))
        || sentence.ends_in(text, &[":", ";"])
    {
        sentence.quoted = quoted(sentence, text);
        sentence.verbs = finite(sentence, reader);
        sentence.clauses = clauses(sentence, reader);
        look_for_modifiers(sentence, reader, scratch);
    }
}

/// Looks so at all sentences of a document; at those of a table, and those that are how far something stands, for
/// modifiers, too.
pub(super) fn look_at_all(
    document: &Document,
    sentences: &mut [Sentence],
    reader: &Reader,
    scratch: &mut Scratch,
) {
    let says = |block: &Block| match block.kind {
        Kind::Cell(_) => true,
        Kind::Paragraph if leading(block.text(), &reader.grids).is_some() => true,
        _ => status_line(block, &reader.grids).is_some(),
    };
    // A block is asked once, however many sentences it has.
    let mut asked = (usize::MAX, false);
    for sentence in sentences {
        let block = document.blocks.get(sentence.block);
        look(sentence, block, reader, scratch);
        if asked.0 != sentence.block {
            asked = (sentence.block, block.is_some_and(says));
        }
        if asked.1 {
            look_for_modifiers(sentence, reader, scratch);
        }
    }
}

/// Looks for modifiers, where that wasn't done yet.
pub(super) fn look_for_modifiers(sentence: &mut Sentence, reader: &Reader, scratch: &mut Scratch) {
    if !sentence.looked {
        sentence.marks = modifiers(sentence, reader, scratch);
        sentence.looked = true;
    }
}

/// The cues of a sentence, and the general words in it.
fn cues(
    sentence: &Sentence,
    block: Option<&Block>,
    reader: &Reader,
    scratch: &mut Scratch,
) -> (Vec<CueHit>, Vec<CueHit>) {
    let sequence = sentence.sequence(&scratch.words);
    let mut hits: Vec<CueHit> = Vec::new();
    // "While we have no specialist team, officers have been trained": no words of one make a cue with those of the other.
    let main = main_clause(sentence, reader);
    reader.cues.find(&sequence, &mut scratch.stamps, |cue, start, end| {
        let within = main.is_none_or(|main| end <= main || start >= main)
            && !(start + 1..end).any(|at| {
                sentence.is(reader.classes.breaks, at) || sentence.is(reader.classes.semicolon, at)
            });
        // "to guide operations": a verb, where the cue names a thing.
        let done = end == start + 1
            && start.checked_sub(1).is_some_and(|at| sentence.is(reader.classes.infinitive, at))
            && sentence.form(start).is(VerbForm::BASE);
        if let (true, Some(meaning)) = (within && !done, reader.cue_meanings.get(cue)) {
            let (arrangement, mut says) = (meaning.arrangement, meaning.says);
            if says == CueSays::Labels {
                if !block.is_some_and(|block| is_label(sentence, block, &(start..end))) {
                    return;
                }
                says = CueSays::Names;
            }
            hits.push(CueHit { cue, arrangement, says, span: start..end });
        }
    });
    // What looks like a cue and is none takes away all that it overlaps, but for what it is
    // only a part of. Of other cues of one arrangement that overlap, the longest stays.
    let (hints, hits): (Vec<CueHit>, Vec<CueHit>) =
        hits.into_iter().partition(|hit| hit.says == CueSays::Hints);
    let (none, mut hits): (Vec<CueHit>, Vec<CueHit>) =
        hits.into_iter().partition(|hit| hit.says == CueSays::Nothing);
    // "the strategic lead": general words in what is no cue are nothing to ask about either.
    let hints = hints.into_iter().filter(|hint| {
        !none
            .iter()
            .any(|other| other.arrangement == hint.arrangement && overlap(&other.span, &hint.span))
    });
    hits.retain(|hit| {
        !none.iter().any(|other| {
            let around = hit.span.start <= other.span.start
                && other.span.end <= hit.span.end
                && hit.span.len() > other.span.len() + 1;
            other.arrangement == hit.arrangement && overlap(&other.span, &hit.span) && !around
        })
    });
    hits.sort_by_key(|hit| {
        (hit.arrangement, std::cmp::Reverse((hit.span.len(), hit.says)), hit.span.start)
    });
    let mut kept: Vec<CueHit> = Vec::new();
    for hit in hits {
        let same = |other: &CueHit| {
            other.arrangement == hit.arrangement && overlap(&other.span, &hit.span)
        };
        if !kept.iter().any(same) {
            kept.push(hit);
        }
    }
    kept.sort_by_key(|hit| (hit.span.start, hit.arrangement));
    (kept, hints.collect())
}

/// Whether words are all of a cell, or of what stands before the colon of a line: "Lead", "3. Policy: yes".
fn is_label(sentence: &Sentence, block: &Block, words: &Span) -> bool {
    let text = block.text();
    let counts = |at: usize| {
        let shape = sentence.tokens.get(at).map(|token| token.shape);
        matches!(shape, Some(Shape::Number | Shape::Sign))
    };
    let ends = match block.kind {
        Kind::Cell(_) => {
            words.end >= sentence.len() || sentence.is_sign(text, words.end, &[":", "?", "*"])
        }
        _ => sentence.is_sign(text, words.end, &[":"]) && words.end + 1 < sentence.len(),
    };
    ends && (0..words.start).all(counts)
}

fn modifiers(sentence: &Sentence, reader: &Reader, scratch: &mut Scratch) -> Vec<ModifierHit> {
    let sequence = sentence.sequence(&scratch.words);
    let mut marks: Vec<ModifierHit> = Vec::new();
    reader.modifiers.find(&sequence, &mut scratch.stamps, |modifier, start, end| {
        let meaning = reader.modifier_meanings.get(modifier);
        let meaning = meaning.filter(|meaning| fits(sentence, reader, meaning.effect, start));
        let meaning = meaning.filter(|meaning| {
            let denies = matches!(meaning.effect, Effect::Negated | Effect::No);
            !(denies && is_cut(sentence, end.saturating_sub(1)))
        });
        if let Some(meaning) = meaning {
            marks.push(ModifierHit {
                modifier,
                effect: meaning.effect,
                reads: meaning.reads,
                reach: meaning.reach,
                span: start..end,
            });
        }
    });
    // What is part of a longer phrase that says nothing of the kind isn't meant: "is used to", "if no", "went to trial".
    let around = marks.iter().filter(|mark| {
        let wider = [Effect::Idle, Effect::Standing, Effect::Supposed, Effect::Planned];
        wider.contains(&mark.effect)
    });
    let around: Vec<(Effect, Span)> = around.map(|mark| (mark.effect, mark.span.clone())).collect();
    marks.retain(|mark| {
        let ends =
            matches!(mark.effect, Effect::Ended | Effect::No | Effect::Yes | Effect::Negated);
        let within = around.iter().any(|(effect, own)| {
            // "would be in post by May" is a plan, and supposes nothing.
            let settled = mark.effect == Effect::Supposed && *effect == Effect::Planned;
            (ends && *effect != Effect::Planned || settled || *effect == Effect::Idle)
                && own.len() > mark.span.len()
                && own.start <= mark.span.start
                && mark.span.end <= own.end
        });
        mark.effect != Effect::Idle && !within
    });
    marks
}

/// Whether a number ends within another: the "0" of "0:56" and of "0.5".
fn is_cut(sentence: &Sentence, at: usize) -> bool {
    let number = |at: usize| {
        sentence.tokens.get(at).filter(|token| token.shape == Shape::Number).map(Token::span)
    };
    matches!((number(at), number(at + 2)), (Some(one), Some(two)) if one.end + 1 == two.start)
}

/// Whether a modifier may stand at a token: "who is" asks at the start of a sentence or after
/// a verb of asking, and "should you need" urges nothing.
fn fits(sentence: &Sentence, reader: &Reader, effect: Effect, at: usize) -> bool {
    let classes = &reader.classes;
    match effect {
        Effect::Question if sentence.is(classes.interrogative, at) => {
            at <= 3 || (at.saturating_sub(4)..at).any(|at| sentence.is(classes.asks, at))
        }
        // "would suggest" supposes nothing of what suggests it.
        Effect::Supposed => !(at + 1..at + 3).any(|at| sentence.is(classes.hedges, at)),
        Effect::Exhortation => at > 0 || !sentence.is(classes.should, at),
        _ => true,
    }
}
