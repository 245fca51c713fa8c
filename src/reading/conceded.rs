//! What a "no" concedes: "No, a wider exploitation team deals with it.", and the questions to which it is a yes.

use super::reader::Reader;
use super::sentence::{ModifierHit, Sentence};
use super::statement::{Statement, Upshot};
use crate::rulebook::{ArrangementId, Effect};
use crate::standing::State;

/// Why an answer to such a question is for a person to read.
pub(super) const CONTRARY: &str = "what was asked is whether it isn't so";

/// "Has the unit been closed?", "Is the post vacant?": whether a yes to it is a no to what it names.
pub(super) fn asks_the_contrary(asked: &Sentence, reader: &Reader) -> bool {
    let takes_back = |mark: &ModifierHit| matches!(mark.effect, Effect::Ended | Effect::Negated);
    // "… a unit that does nothing else than slavery" denies nothing.
    let none = |mark: &ModifierHit| {
        let mut wider = asked.marks.iter().filter(|own| own.effect == Effect::NotNegated);
        wider.any(|own| own.span.start <= mark.span.start && mark.span.end <= own.span.end)
    };
    asked.has(reader.classes.over, &(0..asked.len()))
        || asked.marks.iter().any(|mark| takes_back(mark) && !none(mark))
}

/// What "No, a wider team does it" denies, of what was asked.
pub(super) fn denied_first(
    sentence: &Sentence,
    text: &str,
    asked: &[Statement],
    reader: &Reader,
) -> Vec<ArrangementId> {
    if asked.is_empty() {
        return Vec::new();
    }
    let no = sentence.marks.iter().any(|mark| {
        let first = mark.span.start;
        // "Response: No, …"
        let leads = first == 0 || sentence.is_sign(text, first - 1, &[":"]);
        let signs = [",", "–", "—", "-", ";", ":"];
        let alone = leads && mark.span.len() == 1 && sentence.is_sign(text, mark.span.end, &signs);
        mark.effect == Effect::No && alone
    });
    // "No, but we have one for the north".
    let yet = (2..sentence.len()).any(|at| sentence.is(reader.classes.breaks, at));
    let ids = asked.iter().map(|own| own.arrangement.clone());
    if no && !yet { ids.collect() } else { Vec::new() }
}

/// What stands after a "no" to what was asked is no more than a part of it.
pub(super) fn no_more_than_a_part(new: &mut [Statement], denied: &[ArrangementId]) {
    for own in new.iter_mut().filter(|own| denied.contains(&own.arrangement)) {
        if let Upshot::State(State::InPlace, ground) = own.upshot {
            own.upshot = Upshot::State(State::Partial, ground);
        }
    }
}
