//! What surrounds a sentence.

use super::owner::Owner;
use super::reader::Reader;
use super::sentence::Sentence;
use super::voice::Voice;

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
    /// Whose what went before is: "It has a coordinator".
    pub before: Option<Owner>,
    /// Whether the heading above names another body.
    pub others_heading: bool,
}
