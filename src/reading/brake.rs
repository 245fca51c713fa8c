//! What is asked instead of stated since the words around it speak against it.

use super::ground::Ground;
use super::heard::Heard;
use super::reader::{Reader, Scratch};
use super::statement::{Statement, Upshot};
use crate::standing::State;

const AGAINST: &str = "the words around it, taken together, speak against it";
/// Of so many words at least something was learnt, where they speak against anything.
const KNOWN: usize = 4;

/// Hands to a person what a sentence says of the force if the rest of it weighs clearly against that arrangement: "we" and
/// the force have much that cues are in. What it is said not to have is left: a denial has words of its own.
pub(super) fn brake(
    statements: &mut [Statement],
    paper: &Heard,
    reader: &Reader,
    scratch: &mut Scratch,
) {
    let has = |upshot: &Upshot| matches!(upshot, Upshot::State(state, Ground::Asserted) if *state >= State::Partial);
    if !statements.iter().any(|own| has(&own.upshot)) {
        return;
    }
    let scale = &reader.scale;
    let near = paper.near(reader);
    for statement in statements {
        if !has(&statement.upshot) {
            continue;
        }
        let known = reader.arrangements.iter().position(|own| own.id == statement.arrangement);
        let Some(arrangement) = known.filter(|own| scale.knows(*own)) else { continue };
        let number = statement.number;
        let (Some(sentence), Some(signs)) = (paper.sentences.get(number), near.get(&number)) else {
            continue;
        };
        let features = scale.features(&sentence.sequence(&scratch.words), &mut scratch.stamps);
        // That nothing was learnt of its words, as of those of a user's rules, speaks against nothing.
        let known = features.iter().filter(|(own, _)| scale.weight(*own, arrangement) != 0);
        if known.count() < KNOWN {
            continue;
        }
        let sums = scale.sums(signs, &features);
        if sums.get(arrangement).is_some_and(|sum| *sum < scale.against_below) {
            statement.hand_over(AGAINST);
        }
    }
}
