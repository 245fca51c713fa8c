//! Where the clauses of a sentence begin.

use super::reader::Reader;
use super::sentence::Sentence;
use super::tokens::Shape;

/// Breaks the sentence into clauses: the number of each token's.
pub(super) fn clauses(sentence: &Sentence, reader: &Reader) -> Vec<u16> {
    let mut clauses = Vec::with_capacity(sentence.len());
    let mut clause = 0;
    let main = main_clause(sentence, reader);
    for at in 0..sentence.len() {
        if at > 0 && (main == Some(at) || breaks(sentence, reader, at)) {
            clause += 1;
        }
        clauses.push(clause);
    }
    clauses
}

/// Where the main clause begins of a sentence that another leads in: "While we have no team, our officers have been trained".
pub(super) fn main_clause(sentence: &Sentence, reader: &Reader) -> Option<usize> {
    let classes = &reader.classes;
    if !sentence.is(classes.opens, 0) {
        return None;
    }
    let verb = |at: &usize| sentence.is(classes.finite, *at);
    let first = (1..sentence.len()).find(verb)?;
    let comma = |at: &usize| sentence.is(classes.comma, *at);
    // "While we have no team, unit or lead, …": behind the comma of a list no verb comes.
    let commas = (first + 1..sentence.len().saturating_sub(1)).filter(comma);
    let mut begins = commas.filter(|at| {
        let mut rest = (at + 1..sentence.len()).take_while(|at| !comma(at));
        rest.any(|at| verb(&at)) && !sentence.is(classes.and, at + 1)
    });
    begins.next().map(|at| at + 1)
}

fn breaks(sentence: &Sentence, reader: &Reader, at: usize) -> bool {
    let classes = &reader.classes;
    let atoms = |at: usize| sentence.tokens.get(at);
    let is_comma = |at: usize| sentence.is(classes.comma, at);
    let is_and = |at: usize| sentence.is(classes.and, at);
    if sentence.is(classes.breaks, at) || sentence.is(classes.semicolon, at) {
        return true;
    }
    if sentence.is(classes.reports, at - 1) && sentence.is(classes.relative, at) {
        return true;
    }
    if is_comma(at - 1) && sentence.is(classes.relative, at) {
        return true;
    }
    // "We do not work alone: the force is part of a partnership.", "It ran a campaign in March – the panel was not invited."
    if (sentence.is(classes.colon, at) || sentence.is(classes.dash, at))
        && (0..at).any(|at| sentence.is(classes.finite, at))
        && has_verb(sentence, reader, at + 1)
    {
        return true;
    }
    // "… if they are to be kept safe"
    if sentence.is(classes.subordinate, at)
        && !sentence.is(classes.relative, at)
        && has_verb(sentence, reader, at + 1)
    {
        return true;
    }
    // "and", ", and" or "," begins a clause where a subject and its verb follow.
    let joins = is_and(at) || (is_comma(at - 1) && !is_and(at));
    if !joins {
        return false;
    }
    let first = if is_and(at) { at + 1 } else { at };
    let subject = sentence.is(classes.definite, first)
        || sentence.is(classes.pronoun, first)
        || sentence.is(classes.article, first)
        || sentence.is(classes.all, first)
        || sentence.is(classes.number, first)
            && atoms(first).is_some_and(|token| token.shape != Shape::Number)
        || sentence.actors.iter().any(|actor| actor.span.start == first)
        || atoms(first).is_some_and(|token| token.shape == Shape::Capital);
    if !subject {
        // "and has not been reallocated": the subject of before goes on, but a new verb begins.
        return is_and(at) && sentence.is_verb(first);
    }
    has_verb(sentence, reader, first + 1)
}

/// Whether a verb follows before anything that ends or begins a clause.
fn has_verb(sentence: &Sentence, reader: &Reader, from: usize) -> bool {
    let classes = &reader.classes;
    (from..(from + 8).min(sentence.len()))
        .take_while(|at| {
            !sentence.is(classes.comma, *at)
                && !sentence.is(classes.and, *at)
                && !sentence.is(classes.subordinate, *at)
        })
        .any(|at| sentence.is_verb(at))
}
