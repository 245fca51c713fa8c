//! What surrounds a sentence.

use super::owner::{Owner, owner};
use super::reader::Reader;
use super::sentence::{CueHit, Sentence};
use super::voice::Voice;
use crate::rulebook::AnsweredBy;

/// What a sentence is to the paper that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SentenceRole {
    /// It says something.
    Statement,
    /// It answers a question that was asked before it.
    Answer,
    /// Somebody else asks.
    Question,
    /// A heading.
    Heading,
    /// A task that somebody is given.
    Task,
    /// What is still to be done.
    Outstanding,
    /// What has been done.
    Progress,
    /// What others wrote, or what others are told to do.
    Aside,
    /// An item of a list that goes on from the sentence before it.
    Item,
}

/// What surrounds a sentence: for whom the paper speaks, what came before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'a> {
    pub reader: &'a Reader,
    pub voice: &'a Voice,
    pub role: SentenceRole,
    /// The text of the sentence's block.
    pub text: &'a str,
    /// Whether its block has a number in front.
    pub numbered: bool,
    /// The sentence from which a list item goes on, with its text.
    pub stem: Option<(&'a Sentence, &'a str)>,
    /// Whether what went before is about slavery, so that a bare "coordinator" is one of ours.
    pub topical: bool,
    /// Whether that was last said some way before: it may go on about something else by now.
    pub far: bool,
    /// Whose what went before is: "It has a coordinator".
    pub before: Option<Owner>,
    /// Whether the heading above names another body.
    pub others_heading: bool,
}

impl Context<'_> {
    /// Whether a sentence names the force.
    pub(super) fn own_named(&self, sentence: &Sentence) -> bool {
        self.names(sentence, Owner::Own)
    }

    /// Whether it names the force's commissioner.
    pub(super) fn commissioner_named(&self, sentence: &Sentence) -> bool {
        self.names(sentence, Owner::Commissioner)
    }

    /// Whether it names the force, its commissioner or the police at all.
    pub(super) fn force_named(&self, sentence: &Sentence) -> bool {
        self.own_named(sentence) || self.commissioner_named(sentence) || self.police_named(sentence)
    }

    fn names(&self, sentence: &Sentence, whom: Owner) -> bool {
        sentence.actors.iter().any(|actor| owner(actor, self.voice) == whom)
    }

    /// Whether a cue names a post, which its holder's rank answers for.
    pub(super) fn is_a_post(&self, hit: &CueHit) -> bool {
        let arranged = self.reader.arrangements.get(hit.arrangement);
        arranged.is_some_and(|arranged| arranged.traits.answered_by.contains(&AnsweredBy::Rank))
    }

    /// Whether it speaks of the police, or of somebody by their rank.
    pub(super) fn police_named(&self, sentence: &Sentence) -> bool {
        let classes = &self.reader.classes;
        let all = 0..sentence.len();
        sentence.has(classes.police, &all) || sentence.has(classes.rank, &all)
    }
}
