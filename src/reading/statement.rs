//! What a paper states: a cue with what was made of it.

use super::ground::Ground;
use super::reader::Reader;
use super::sentence::Sentence;
use super::whose::Step;
use crate::rulebook::{ArrangementId, Effect};
use crate::source::Span;
use crate::standing::{State, words};

/// What a cue says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Upshot {
    /// The force's arrangement is in this state, and the ground on which that is said.
    State(State, Ground),
    /// What is said can't be told for certain; a person should look.
    Unsure(&'static str),
    /// It says nothing of the force's arrangement.
    Silent(Silence),
}

words! {
    /// Why a cue says nothing of the force's arrangement.
    pub enum Silence {
        /// A person decided that it doesn't count.
        Rejected = "a person rejected it",
        /// Something to be filled in.
        Template = "it is to be filled in",
        /// What a thing of this kind is.
        Defined = "it is defined, not said to stand",
        /// What the law asks or allows.
        Duty = "a duty or a power is described",
        /// What is so in the whole country.
        Elsewhere = "it is told of the country at large",
        /// Somebody asks.
        Asked = "it is asked",
        /// It would, might or could be.
        Supposed = "it is supposed, not said",
        /// It should be.
        Should = "somebody should do it",
        /// Something beside it is refused.
        Refused = "figures, names or the cost of looking are refused",
        /// It was so once.
        Past = "it is told of an earlier time",
        /// It stands among what is asked.
        Question = "it is part of a question",
        /// It stands among what is to be done.
        Task = "it is a task that somebody is given",
        /// It stands among what others wrote.
        Aside = "it stands among what others wrote, or are told to do",
        /// It heads something.
        Heading = "it stands in a heading",
        /// Somebody is told to do it.
        Order = "it is an order to somebody",
        /// It is about other business.
        OtherBusiness = "nothing shows that it is about slavery",
        /// Somebody else has it.
        Anothers = "it is another body's",
        /// The whole paper speaks for somebody else.
        PaperOfAnother = "the paper is another body's",
        /// Likewise, and the sentence doesn't name the force for which it is read.
        Unnamed = "the paper is another body's, and this doesn't name the force",
        /// The commissioner has it, and doesn't count as the force for it.
        Commissioners = "it is the commissioner's",
    }
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
    /// What settled whose it is, where that was asked.
    pub settled: Option<Step>,
    /// Whether what the cue names is only presupposed ("the team"), not said to stand.
    pub presupposed: bool,
    /// Whether it shows the arrangement in part at best, by its nature.
    pub in_part: bool,
    /// Sentences that go on from this one and changed what it says: block and span.
    pub also: Vec<(usize, Span)>,
    /// The number of the sentence in the document.
    pub(super) number: usize,
    /// Why a person should look at it though it says nothing.
    pub(super) ask: Option<&'static str>,
    /// What it would state if a person decides that it is the force's; open where the words leave that open, too.
    pub would: Option<State>,
}

impl Statement {
    /// Makes of it what a person decided: that it states this, or that it says nothing.
    pub fn decide(&mut self, state: Option<State>) {
        if let (Upshot::State(own, ground), Some(state)) = (&mut self.upshot, state)
            && *own == state
        {
            // What is accepted as it was read counts as it was read.
            *ground = Ground::Decided;
            return;
        }
        self.upshot = match state {
            Some(state) => Upshot::State(state, Ground::Decided),
            None => Upshot::Silent(Silence::Rejected),
        };
        self.presupposed = false;
        self.in_part = false;
        self.also.clear();
    }

    /// Hands what it states to a person.
    pub(super) fn hand_over(&mut self, why: &'static str) {
        if let Upshot::State(state, _) = self.upshot {
            self.would = Some(state);
            self.upshot = Upshot::Unsure(why);
        }
    }

    /// Words that a person marked: what they state, and where they stand.
    #[must_use]
    pub fn marked(arrangement: ArrangementId, state: State, block: usize, words: Span) -> Self {
        Self {
            arrangement,
            upshot: Upshot::State(state, Ground::Decided),
            block,
            sentence: words.clone(),
            cue: words,
            pattern: String::new(),
            marks: Vec::new(),
            settled: None,
            presupposed: false,
            in_part: false,
            also: Vec::new(),
            number: 0,
            ask: None,
            would: None,
        }
    }
}

/// A modifier of a sentence as a statement tells it: where it stands, what it does, its pattern.
pub(super) fn told(
    sentence: &Sentence,
    mark: usize,
    reader: &Reader,
) -> Option<(Span, Effect, String)> {
    let mark = sentence.marks.get(mark)?;
    let written = reader.modifiers_written.get(mark.modifier).unwrap_or_default();
    Some((sentence.place(&mark.span), mark.effect, written.to_owned()))
}
