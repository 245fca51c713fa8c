//! Whose the cues of a sentence are by what stands beside them: a heading of another body's, a body named once.

use super::actor::Who;
use super::owner::{Owner, owner};
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Silence, Statement, Upshot};
use super::tokens::Shape;
use super::voice::Voice;
use super::whose::Step;
use crate::rulebook::ArrangementId;

/// Whether a heading names another body and little else: "Northmarch Council", "Open Door (charity)".
pub(super) fn is_anothers(sentence: &Sentence, voice: &Voice, reader: &Reader) -> bool {
    let named: usize = sentence
        .actors
        .iter()
        .filter(|actor| owner(actor, voice) == Owner::Other && actor.who != Who::We)
        .map(|actor| actor.span.len() + name_before(sentence, actor.span.start, reader))
        .sum();
    named * 2 > sentence.len()
}

/// How many words of a name stand right before the word for what kind of body it is.
fn name_before(sentence: &Sentence, kind: usize, reader: &Reader) -> usize {
    let classes = &reader.classes;
    let shape = |at: usize| sentence.tokens.get(at).map(|own| own.shape);
    let several = sentence.tokens.get(kind).is_some_and(|own| own.plural);
    let bracket = kind.checked_sub(1).is_some_and(|at| shape(at) == Some(Shape::Sign));
    let names = |at: &usize| {
        shape(*at) == Some(Shape::Capital)
            && !sentence.actors.iter().any(|actor| actor.span.contains(at))
            && ![classes.slavery, classes.preposition].iter().any(|own| sentence.is(*own, *at))
    };
    let end = kind - usize::from(bracket);
    if several { 0 } else { (0..end).rev().take_while(names).count() }
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
        // "The Kent Anti-Slavery Partnership brings councils together": it has its name of the force's area.
        let named = statement.settled == Some(Step::NameBefore);
        if matches!(statement.upshot, Upshot::State(..)) && !named {
            statement.upshot = Upshot::Silent(Silence::Anothers);
        }
    }
    new
}
