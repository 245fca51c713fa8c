//! What is asked in a paper and isn't plainly answered: where somebody replies, a person should look what the reply is.

use std::collections::BTreeSet;

use super::owner::{Owner, owner, subject};
use super::reader::Reader;
use super::sentence::{Sentence, overlap};
use super::statement::{Silence, Statement, Upshot};
use super::voice::Voice;
use crate::rulebook::ArrangementId;

const UNANSWERED: &str = "it is asked, and what follows doesn't plainly answer it";

/// Why a cue says nothing that somebody may answer.
pub(super) const ASKING: [Silence; 7] = [
    Silence::Asked,
    Silence::Question,
    Silence::Task,
    Silence::Order,
    Silence::Should,
    Silence::Heading,
    Silence::Anothers,
];

/// The questions of a paper, by arrangement, block and where their cue begins.
#[derive(Debug, Default)]
pub(super) struct Unanswered(BTreeSet<(ArrangementId, usize, usize)>);

impl Unanswered {
    /// Takes in questions.
    pub(super) fn note(&mut self, questions: &[Statement]) {
        let asks = |own: &&Statement| {
            matches!(own.upshot, Upshot::Silent(Silence::Question | Silence::Asked))
        };
        self.0.extend(questions.iter().filter(asks).map(key));
    }

    /// Hands to a person those about which nothing is said.
    pub(super) fn hand_over(&self, statements: &mut [Statement]) {
        let said: BTreeSet<ArrangementId> = statements
            .iter()
            .filter(|own| !matches!(own.upshot, Upshot::Silent(_)))
            .map(|own| own.arrangement.clone())
            .collect();
        for own in statements {
            if !said.contains(&own.arrangement) && self.0.contains(&key(own)) {
                own.ask = Some(UNANSWERED);
            }
        }
    }
}

fn key(own: &Statement) -> (ArrangementId, usize, usize) {
    (own.arrangement.clone(), own.block, own.cue.start)
}

/// Whether a sentence among questions asks nothing, and tells of another body: "The council itself has a toolkit."
pub(super) fn tells_of_others(
    sentence: &Sentence,
    text: &str,
    voice: &Voice,
    reader: &Reader,
) -> bool {
    let all = 0..sentence.len();
    let asks = text.get(sentence.place(&all)).is_some_and(|own| own.contains('?'));
    let first = sentence.actors.first().is_some_and(|actor| actor.span.start <= 1);
    !asks
        && first
        && sentence.has(reader.classes.finite, &all)
        && subject(sentence, voice, reader) == Some(Owner::Other)
}

/// Whether another body is asked about: "Does the council have a coordinator?", "Does your regional unit …?"
pub(super) fn asks_of_others(sentence: &Sentence, voice: &Voice, reader: &Reader) -> bool {
    const FIRST: usize = 4;
    let Some(actor) = sentence.actors.first() else { return false };
    let first = actor.span.start;
    // "Does the partnership still meet?", "any force strategy"
    let names = sentence.cues.iter().any(|hit| {
        overlap(&hit.span, &actor.span)
            || (actor.span.end..=actor.span.end + 1).contains(&hit.span.start)
    });
    let yours = (0..sentence.len()).filter(|at| sentence.is(reader.classes.yours, *at));
    let all = sentence.actors.iter().all(|actor| owner(actor, voice) == Owner::Other);
    first <= FIRST && all && !names && yours.into_iter().all(|at| at + 1 == first)
}

/// What was asked, where nobody can tell what was chosen for an answer.
pub(super) fn undecided(at: usize, why: &'static str, asked: &[Statement]) -> Vec<Statement> {
    let made = asked.iter().map(|question| Statement {
        upshot: Upshot::Unsure(why),
        presupposed: false,
        number: at,
        ..question.clone()
    });
    made.collect()
}
