//! What a question asks for, or a proposal that is answered like one.

use super::reader::Reader;
use super::sentence::Sentence;
use crate::rulebook::{Effect, VerbForm};

/// Whether a question counts those to whom something was done: "How many officers were trained …?"
pub(super) fn asks_what_was_done(question: &Sentence, reader: &Reader) -> bool {
    let done = |at: usize| {
        let form = question.form(at);
        form.is(VerbForm::PARTICIPLE) && !form.is(VerbForm::BASE)
    };
    let open = [Effect::Negated, Effect::Planned, Effect::Exhortation, Effect::Supposed];
    question.cues.iter().any(|hit| hit.span.clone().any(done))
        && !question.marks.iter().any(|mark| open.contains(&mark.effect))
        && !(0..question.len()).any(|at| question.is(reader.classes.should, at))
}

/// Whether a sentence proposes something: "There should be more analysts", "Appoint a lead".
pub(super) fn proposes(sentence: &Sentence, reader: &Reader) -> bool {
    const LABEL: usize = 6;
    let effects = [Effect::Exhortation, Effect::Task, Effect::Supposed];
    sentence.marks.iter().any(|mark| effects.contains(&mark.effect))
        || (0..LABEL).any(|at| sentence.is(reader.classes.imperative, at))
        || (0..sentence.len()).any(|at| sentence.is(reader.classes.should, at))
}
