//! What a paper states: a cue with what was made of it.

use super::reader::Reader;
use super::sentence::Sentence;
use crate::rulebook::{ArrangementId, Effect};
use crate::source::Span;
use crate::standing::State;

/// Why a cue of another body's arrangement says nothing.
pub(super) const ANOTHERS: &str = "it is another body's";

/// What a cue says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Upshot {
    /// The force's arrangement is in this state.
    State(State),
    /// What is said can't be told for certain; a person should look.
    Unsure(&'static str),
    /// It says nothing of the force's arrangement.
    Silent(&'static str),
}

/// A cue with what was made of it.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The arrangement that the cue names.
    pub arrangement: ArrangementId,
    /// What it says.
    pub upshot: Upshot,
    /// The block of the document that it stands in.
    pub block: usize,
    /// The sentence, in bytes of the block's text.
    pub sentence: Span,
    /// The cue, likewise.
    pub cue: Span,
    /// The cue's pattern.
    pub pattern: String,
    /// The modifiers that decided: where they stand, what they do, their pattern.
    pub marks: Vec<(Span, Effect, String)>,
    /// Whether what the cue names is only presupposed ("the team"), not said to stand.
    pub presupposed: bool,
    /// Whether it shows the arrangement in part at best, by its nature.
    pub in_part: bool,
    /// Sentences that go on from this one and changed what it says: block and span.
    pub also: Vec<(usize, Span)>,
    /// The number of the sentence in the document.
    pub(super) number: usize,
}

/// A modifier of a sentence as a statement tells it: where it stands, what it does, its pattern.
pub(super) fn told(
    sentence: &Sentence,
    mark: usize,
    reader: &Reader,
) -> Option<(Span, Effect, String)> {
    let mark = sentence.marks.get(mark)?;
    let written = reader.modifier_meanings.get(mark.modifier).map(|meaning| &meaning.written);
    Some((sentence.place(&mark.span), mark.effect, written.cloned().unwrap_or_default()))
}
