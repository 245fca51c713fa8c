//! A verdict right behind what it is about: "Billboards against slavery. Not approved."

use super::judge::OPEN;
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Statement, Upshot};
use super::status::{CellSays, strict};
use super::tokens::Shape;
use crate::document::{Block, Kind};
use crate::rulebook::plain;
use crate::standing::State;

/// The longest verdict, in words and signs.
const LONGEST: usize = 6;

/// Takes a sentence that is a status from its beginning to its end for the verdict on what the sentence before it only names.
pub(super) fn verdict(
    sentences: &[Sentence],
    at: usize,
    block: Option<&Block>,
    statements: &mut [Statement],
    reader: &Reader,
) {
    let before = at.checked_sub(1).and_then(|before| sentences.get(before));
    let (Some(sentence), Some(before)) = (sentences.get(at), before) else { return };
    if sentence.len() > LONGEST {
        return;
    }
    let (text, fills) = match block.map(|own| (own.text(), &own.kind)) {
        Some((text, Kind::Paragraph)) => (text, true),
        Some((text, _)) => (text, false),
        None => return,
    };
    let named = !(0..before.len()).any(|at| before.is_verb(at));
    // "Help had from the regional unit", and below it "nil": what stands in a field of a form.
    let filled_in = fills
        && sentence.block == before.block + 1
        && reader.grids.denies.contains(&plain(text))
        && before.tokens.last().is_some_and(|last| last.shape != Shape::Sign);
    if !(sentence.block == before.block && named || filled_in) {
        return;
    }
    let words = text.get(sentence.place(&(0..sentence.len()))).unwrap_or_default();
    let says = strict(words, &reader.grids);
    let own = statements.iter_mut().rev().take_while(|own| own.number + 1 >= at);
    for statement in own.filter(|own| own.number + 1 == at) {
        let Upshot::State(State::InPlace | State::Partial, ground) = statement.upshot else {
            continue;
        };
        let upshot = match says {
            Some(CellSays::State(State::InPlace)) => continue,
            Some(CellSays::State(state)) => Upshot::State(state, ground),
            Some(CellSays::Nothing) => Upshot::Unsure(OPEN),
            _ => continue,
        };
        statement.upshot = upshot;
        statement.also.push((sentence.block, sentence.place(&(0..sentence.len()))));
    }
}
