//! Lists of dates: "2014: team set up", and further down "2019: team closed".

use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Statement, Upshot};
use super::tokens::Token;
use super::words::UNKNOWN;
use crate::standing::State;

/// Where a line of a list of dates says something of a thing that a line before it names: "2019: team closed."
pub(super) fn ended_by_date(
    sentences: &[Sentence],
    at: usize,
    text: &str,
    statements: &mut [Statement],
    reader: &Reader,
) {
    /// So far back the thing is named.
    const BACK: usize = 12;
    /// So long is such a line.
    const LINE: usize = 10;
    let Some(sentence) = sentences.get(at).filter(|own| own.len() <= LINE) else { return };
    let sign = (1..4).find(|at| sentence.is_sign(text, *at, &[":", "–"]));
    let Some(sign) = sign else { return };
    let dated = sentence.tokens.iter().take(sign).any(|token| {
        let word = text.get(token.span()).unwrap_or_default();
        word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
    });
    let thing = sign + 1 + usize::from(sentence.is(reader.classes.definite, sign + 1));
    let rest = thing + 1..sentence.len();
    let others = !sentence.actors.is_empty();
    let Some(word) = sentence.words.get(thing).filter(|_| dated && !others) else { return };
    if *word == UNKNOWN || !sentence.has(reader.classes.over, &rest) {
        return;
    }
    let named = |before: &Statement| {
        let Some(own) = sentences.get(before.number) else { return false };
        let within = |token: &&Token| before.cue.contains(&(token.start as usize));
        own.tokens.iter().filter(within).any(|token| token.word == *word)
    };
    let near = statements.iter_mut().rev().take_while(|before| before.number + BACK >= at);
    for before in near {
        let Upshot::State(State::InPlace | State::Partial, ground) = before.upshot else {
            continue;
        };
        if named(before) {
            before.upshot = Upshot::State(State::Absent, ground);
            before.also.push((sentence.block, sentence.place(&(0..sentence.len()))));
            return;
        }
    }
}
