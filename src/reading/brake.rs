//! What is asked instead of stated since the words around it speak against it.

use super::ground::Ground;
use super::heard::Heard;
use super::reader::{Reader, Scratch};
use super::statement::{Statement, Upshot};
use crate::standing::State;

const AGAINST: &str = "the words around it, taken together, speak against it";
/// Of so many words at least something was learnt, where they speak against anything.
const KNOWN: usize = 4;
/// A sentence of so few words that says of the force that it has something against slavery has no room for anything else.
const PLAIN: usize = 12;

/// Hands to a person what a sentence says of the force, or says is there, if the rest of it weighs clearly against that
/// arrangement: "we" and the force have much that cues are in. What it is said not to have is left: a denial has words of its own.
pub(super) fn brake(
    statements: &mut [Statement],
    paper: &Heard,
    reader: &Reader,
    scratch: &mut Scratch,
) {
    let scale = &reader.scale;
    let below = |upshot: &Upshot| match upshot {
        Upshot::State(state, _) if *state < State::Partial => None,
        Upshot::State(_, Ground::Asserted) => Some(scale.against_below),
        Upshot::State(_, Ground::Standing | Ground::Presupposed | Ground::Titled) => {
            Some(scale.against_standing_below)
        }
        _ => None,
    };
    if !statements.iter().any(|own| below(&own.upshot).is_some()) {
        return;
    }
    let near = paper.near(reader);
    for statement in statements {
        let Some(below) = below(&statement.upshot) else { continue };
        let known = reader.arrangements.iter().position(|own| own.id == statement.arrangement);
        let Some(arrangement) = known.filter(|own| scale.knows(*own)) else { continue };
        let number = statement.number;
        let (Some(sentence), Some(signs)) = (paper.sentences.get(number), near.get(&number)) else {
            continue;
        };
        let is_plain = sentence.len() <= PLAIN
            && sentence.has(reader.classes.slavery, &(0..sentence.len()))
            && matches!(statement.upshot, Upshot::State(_, Ground::Asserted));
        if is_plain {
            continue;
        }
        let features = scale.features(&sentence.sequence(&scratch.words), &mut scratch.stamps);
        // That nothing was learnt of its words, as of those of a user's rules, speaks against nothing.
        let known = features.iter().filter(|(own, _)| scale.weight(*own, arrangement) != 0);
        if known.count() < KNOWN {
            continue;
        }
        let sums = scale.sums(signs, &features);
        if sums.get(arrangement).is_some_and(|sum| *sum < below) {
            statement.hand_over(AGAINST);
        }
    }
}
