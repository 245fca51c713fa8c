//! Where the sentences of a block end.

use super::tokens::{Shape, Token, plain};
use crate::rulebook::Writing;
use crate::source::Span;

/// The longest sentence, in tokens: what runs on longer is cut.
pub(super) const LONGEST: usize = 400;

/// The sentences of a block, as ranges of its tokens.
pub(super) fn sentence_spans(text: &str, tokens: &[Token], writing: &Writing) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        // What closes a sentence was taken with it.
        if at < start {
            continue;
        }
        let full = at + 1 - start >= LONGEST;
        if full || ends_here(text, tokens, at, token, writing) {
            let mut end = at + 1;
            // A closing quotation mark or bracket belongs to what it closes.
            while tokens.get(end).is_some_and(|next| closes(text, next)) && !full {
                end += 1;
            }
            if end > start {
                sentences.push(start..end);
            }
            start = end.max(start);
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences.retain(|span| span.start < span.end);
    sentences
}

fn sign(text: &str, token: &Token) -> Option<char> {
    if token.shape != Shape::Sign {
        return None;
    }
    text.get(token.span()).and_then(|sign| sign.chars().next()).map(plain)
}

fn closes(text: &str, token: &Token) -> bool {
    let glued = token.start > 0
        && text.get(..token.start as usize).is_some_and(|before| !before.ends_with(' '));
    glued && matches!(sign(text, token), Some('"' | '\'' | ')' | ']'))
}

fn ends_here(text: &str, tokens: &[Token], at: usize, token: &Token, writing: &Writing) -> bool {
    let after = || tokens.get(at + 1..).unwrap_or_default();
    // What stands behind the closing marks.
    let next = || after().iter().find(|next| !closes(text, next));
    match sign(text, token) {
        // "a campaign named ‘Can you see me?’, which …" goes on.
        Some('?' | '!') => {
            let quoted = after().first().is_some_and(|next| closes(text, next));
            !(quoted && next().is_some_and(|next| sign(text, next) == Some(',')))
        }
        Some('.') => {
            let Some(next) = next() else { return true };
            let apart = text
                .get(token.end as usize..next.start as usize)
                .is_some_and(|gap| gap.contains([' ', '"', '\'', '”', '’', ')', ']']))
                || (next.shape == Shape::Capital && next.end - next.start > 1);
            let begins = next.shape != Shape::Lower;
            apart && begins && !is_abbreviation(text, tokens, at, writing)
        }
        _ => false,
    }
}

fn is_abbreviation(text: &str, tokens: &[Token], at: usize, writing: &Writing) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| tokens.get(at)) else { return true };
    let word = text.get(before.span()).unwrap_or_default();
    let next_is_number = tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Number);
    match word.chars().count() {
        // "J. Smith", "s. 52", "1. Budget" at the start of a block; "Unit A." ends a sentence all the same.
        1 if word.chars().all(char::is_uppercase) => true,
        1..=2 if before.shape == Shape::Number && at == 1 => true,
        1..=2 if before.shape == Shape::Lower && next_is_number => true,
        _ => {
            let lower = word.to_lowercase();
            // "No." ends an answer where no number follows.
            writing.abbreviations.contains(&lower)
                || next_is_number && writing.abbreviations_of_numbers.contains(&lower)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::prepared::Atoms;
    use crate::reading::tokens::tokens;
    use crate::reading::words::WordCache;

    fn split(text: &str) -> Vec<&str> {
        let (mut atoms, mut words, mut all) = (Atoms::default(), WordCache::default(), Vec::new());
        atoms.writing.abbreviations.extend(["det", "supt"].map(str::to_owned));
        atoms.writing.abbreviations_of_numbers.insert("no".into());
        tokens(text, &[], &atoms, &mut words, &mut all);
        sentence_spans(text, &all, &atoms.writing)
            .into_iter()
            .map(|span| {
                let (first, last) = (all.get(span.start).unwrap(), all.get(span.end - 1).unwrap());
                text.get(first.start as usize..last.end as usize).unwrap()
            })
            .collect()
    }

    #[test]
    fn sentences_end_where_they_do() {
        assert_eq!(
            split(
                "Det. Supt. A. Smith leads (see s. 52). It cost £8.5m. “Really?” Yes. No. 2 of 3. \
                 It ran ‘See me?’, a film."
            ),
            [
                "Det. Supt. A. Smith leads (see s. 52).",
                "It cost £8.5m.",
                "“Really?”",
                "Yes.",
                "No. 2 of 3.",
                "It ran ‘See me?’, a film."
            ]
        );
    }
}
