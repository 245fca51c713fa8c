//! What a sentence of a note makes of what the sentence with its mark says.

use super::actor::Who;
use super::carried::goes_on;
use super::following::changed;
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Statement, Upshot, told};
use super::status::{CellSays, leading};
use super::tokens::Shape;
use crate::standing::State;

/// The longest remark, in tokens.
const REMARK: usize = 8;

const REMARKED: &str = "a note to it says something that isn't understood";
const OTHERWISE: &str = "a note to it may say otherwise";
const OF_WHICH: &str = "a note says otherwise of something in its sentence";

/// How a sentence of a note goes on from the one to which it belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoteSays {
    /// It speaks of the same thing: "It is vacant", "Vacant since May". What it is as a status, where it is one.
    OfIt(Option<CellSays>),
    /// A remark of a few words.
    Remark(Option<CellSays>),
    /// It has a subject of its own.
    OfItsOwn,
    /// It cites something, or speaks of another body.
    Nothing,
}

impl NoteSays {
    pub(super) fn of(sentence: &Sentence, text: &str, reader: &Reader) -> Self {
        let classes = &reader.classes;
        let all = 0..sentence.len();
        let others = sentence.actors.iter().any(|own| own.who == Who::Other && own.span.start <= 1);
        let fragment = !sentence.has(classes.finite, &all);
        if sentence.has(classes.cites, &all) || others && (fragment || !goes_on(sentence, reader)) {
            return Self::Nothing;
        }
        let whole = text.get(sentence.place(&all)).unwrap_or_default();
        let status = leading(whole.trim_end_matches('.'), &reader.grids).map(|(says, _)| says);
        if goes_on(sentence, reader) || sentence.is(classes.finite, 0) {
            return Self::OfIt(status);
        }
        let plain = (1..sentence.len()).all(|at| {
            let shape = sentence.tokens.get(at).map(|token| token.shape);
            !matches!(shape, Some(Shape::Capital | Shape::Number))
        });
        match fragment {
            true if sentence.len() <= REMARK && plain => Self::Remark(status),
            true => Self::OfIt(status),
            false => Self::OfItsOwn,
        }
    }

    /// Changes what a statement says by what the note says of it. `one` is whether nothing else can be meant.
    pub(super) fn change(
        self,
        target: &mut Statement,
        note: &Sentence,
        one: bool,
        reader: &Reader,
    ) {
        let Upshot::State(state, ground) = target.upshot else { return };
        let all = 0..note.len();
        let status = match self {
            Self::Nothing => return,
            Self::OfIt(status) | Self::Remark(status) => status,
            Self::OfItsOwn => None,
        };
        let said = status.and_then(CellSays::state).filter(|said| *said < state);
        let (new, mark) = match (changed(state, note, &all, true), said) {
            // "Not yet in post" is what it says from end to end.
            (Some((new, _)), Some(said)) if said < new => (Some(said), None),
            (Some((new, mark)), _) => (Some(new), Some(mark)),
            (None, Some(said)) => (Some(said), None),
            (None, None) => (None, None),
        };
        let unknown = status == Some(CellSays::Nothing)
            || status.is_none() && matches!(self, Self::Remark(_));
        if new.is_none() && unknown && state > State::Absent {
            return target.hand_over(REMARKED);
        }
        let Some(new) = new else { return };
        if self == Self::OfItsOwn {
            return target.hand_over(OTHERWISE);
        }
        if !one {
            return target.hand_over(OF_WHICH);
        }
        target.upshot = Upshot::State(new, ground);
        target.also.push((note.block, note.place(&all)));
        target.marks.extend(mark.and_then(|mark| told(note, mark, reader)));
    }
}
