//! Whose the cues of a sentence are by what stands beside them: a heading of another body's, a body named once.

use super::actor::Who;
use super::owner::{Owner, owner};
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Silence, Statement, Upshot};
use super::voice::Voice;
use crate::rulebook::ArrangementId;

/// Whether a heading names another body and little else.
pub(super) fn is_anothers(sentence: &Sentence, voice: &Voice) -> bool {
    let named: usize = sentence
        .actors
        .iter()
        .filter(|actor| owner(actor, voice) == Owner::Other && actor.who != Who::We)
        .map(|actor| actor.span.len())
        .sum();
    named * 2 > sentence.len()
}

/// Whether a heading names the force, or the police, and nobody else: "News from the Constabulary", "Police".
pub(super) fn is_ours(sentence: &Sentence, voice: &Voice, reader: &Reader) -> bool {
    const LONGEST: usize = 10;
    let own = sentence.actors.iter().any(|actor| owner(actor, voice) == Owner::Own);
    let others = sentence.actors.iter().any(|actor| owner(actor, voice) == Owner::Other);
    let police = sentence.len() <= 2 && sentence.is(reader.classes.police, 0);
    sentence.len() <= LONGEST && !others && (own || police)
}

/// Where a sentence names another body as the one whose arrangement it is, and nowhere the force,
/// its other cues of that arrangement speak of that body, too.
pub(super) fn with_its_neighbours(
    mut new: Vec<Statement>,
    sentence: &Sentence,
    voice: &Voice,
) -> Vec<Statement> {
    if sentence.actors.iter().any(|actor| owner(actor, voice) != Owner::Other) {
        return new;
    }
    let anothers: Vec<ArrangementId> = new
        .iter()
        .filter(|statement| statement.upshot == Upshot::Silent(Silence::Anothers))
        .map(|statement| statement.arrangement.clone())
        .collect();
    for statement in new.iter_mut().filter(|own| anothers.contains(&own.arrangement)) {
        if matches!(statement.upshot, Upshot::State(..)) {
            statement.upshot = Upshot::Silent(Silence::Anothers);
        }
    }
    new
}
