//! What the reading of documents rests on: cues, modifiers, the names of bodies and forces.
//!
//! Cues stand with their arrangement (`[reading]` in its file); classes and modifiers in
//! `context.toml`; other bodies in `names.toml`; the police forces in `forces.toml`; heads of columns, statuses and
//! ticks in `statuses.toml`; verbs in `verbs.toml`; what words weigh in `weights.toml`; how papers are written in
//! `writing.toml`.

mod grids;
mod nesting;
mod part;
mod read;
mod verbs;
mod weights;
mod writing;

pub use grids::{ColumnKind, GridWords, Tick, plain};
pub use nesting::DEEPEST_CLASS;
pub use verbs::{VerbForm, Verbs};
pub use weights::{HEAVIEST, Sign, Signal, Weight, Weights};
pub use writing::{DateWords, Writing};

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{ArrangementId, Pattern, PoliceForce};
use crate::standing::words;

/// Everything that reading rests on, checked.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Lexicon {
    /// Classes of phrases, by name.
    pub classes: BTreeMap<String, Vec<Pattern>>,
    /// The cues of all arrangements.
    pub cues: Vec<Cue>,
    /// What changes the meaning of a cue.
    pub modifiers: Vec<Modifier>,
    /// The police forces.
    pub forces: Vec<PoliceForce>,
    /// Every arrangement that the packs know, cues or none.
    pub arrangements: BTreeSet<ArrangementId>,
    /// What reading must know of arrangements, where it is anything.
    pub traits: BTreeMap<ArrangementId, Traits>,
    /// What people write in grids.
    pub grids: GridWords,
    /// The forms of verbs.
    pub verbs: Verbs,
    /// What words weigh for arrangements.
    pub weights: Weights,
    /// How papers are written.
    pub writing: Writing,
}

/// What reading must know of an arrangement beside its words.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Traits {
    /// Whether a police and crime commissioner speaks for the force here.
    pub by_commissioner: bool,
    /// Whether it is another body's support.
    pub by_others: bool,
    /// Whether the force has a part in what it names together with others: a board, a joint operation.
    pub joint: bool,
    /// Whether it is something to which the force belongs, so that a sentence that only names others isn't about it.
    pub membership: bool,
    /// A paper that names it in its title has it: the paper is about it.
    pub titled: bool,
    /// It is there by being done, so that whoever will do it plans it.
    pub done: bool,
    /// It is given to some of many: where a clear minority of them is counted, it is there in part.
    pub by_share: bool,
    /// Whether it is given to the force: then it doesn't matter whose it was.
    pub given: bool,
    /// What alone may answer a question about it, beside yes and no.
    pub answered_by: Vec<AnsweredBy>,
}

words! {
    /// What alone may answer a question.
    pub enum AnsweredBy {
        /// The rank of whoever it is.
        Rank = "rank",
        /// A sum of money.
        Sum = "sum",
        /// A number.
        Number = "number",
        /// A document that is handed over.
        Document = "document",
    }
}

/// Words that speak of an arrangement.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Cue {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// The words.
    pub pattern: Pattern,
    /// What they say of it.
    pub says: CueSays,
}

/// What a cue says, as long as nothing changes its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CueSays {
    /// It may speak of the arrangement: a person should look.
    Hints,
    /// It names the arrangement: who speaks of it in a statement has it.
    Names,
    /// It tells what is done, verb included.
    Does,
    /// It shows the arrangement in part at best.
    Part,
    /// It names the arrangement where it is a whole label, and nowhere else.
    Labels,
    /// It looks like a cue of the arrangement and is none.
    Nothing,
}

/// Words that change what a cue means.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Modifier {
    /// What they do to it.
    pub effect: Effect,
    /// On which side of them it stands.
    pub reads: Reads,
    /// How far they reach.
    pub reach: Scope,
    /// The words.
    pub pattern: Pattern,
}

words! {
    /// What a modifier does to a cue in its reach.
    pub enum Effect {
        /// The force doesn't have it.
        Negated = "negated",
        /// It looks like a negation and is none.
        NotNegated = "not negated",
        /// It means nothing by itself, and neither does any modifier that is part of it: "went to trial".
        Idle = "idle",
        /// The force will have it.
        Planned = "planned",
        /// It looks like a plan and speaks of what stands.
        Standing = "standing",
        /// The force has it in part.
        Limited = "limited",
        /// The force had it, and no longer has.
        Ended = "ended",
        /// What is told is of an earlier time, and says nothing of now.
        Past = "past",
        /// The force has had it since a time.
        Since = "since",
        /// The force refuses to say.
        Withheld = "withheld",
        /// The force refuses something else: figures, names, the cost of looking.
        Refused = "refused",
        /// It is asked.
        Question = "question",
        /// Somebody should do it.
        Exhortation = "exhortation",
        /// It is told of the country at large.
        Elsewhere = "elsewhere",
        /// It is supposed, not said.
        Supposed = "supposed",
        /// It is defined or described as a thing of its kind.
        Defined = "defined",
        /// A duty or a power is described.
        Duty = "duty",
        /// Something to be filled in.
        Template = "template",
        /// It says that what is asked stands: "yes".
        Yes = "yes",
        /// It says that what is asked will be done: "accepted".
        Accepted = "accepted",
        /// What the sentence before found missing has come about since: "one was published".
        Made = "made",
        /// It says that what is asked doesn't stand: "no".
        No = "no",
        /// It hands over what is asked: "please see".
        Attached = "attached",
        /// A label after which somebody else's question stands.
        Asked = "asked",
        /// A label after which the force's answer stands.
        Answer = "answer",
        /// A label after which a task stands, not what was done.
        Task = "task",
        /// A label after which stands what is still to be done.
        Outstanding = "outstanding",
        /// A label after which stands what was done.
        Progress = "progress",
        /// A label after which stands what others wrote, or what others are told to do.
        Aside = "aside",
    }
}

impl Effect {
    /// What a label does to what it leads in.
    pub const LABELS: [Self; 6] =
        [Self::Asked, Self::Answer, Self::Task, Self::Outstanding, Self::Progress, Self::Aside];
}

words! {
    /// On which side of a modifier the cue stands.
    pub enum Reads {
        /// The cue follows.
        Forward = "forward",
        /// The cue comes first.
        Backward = "backward",
        /// Either.
        Both = "both",
    }
}

words! {
    /// How far a modifier reaches.
    pub enum Scope {
        /// As far as the noun phrase: to the next preposition.
        Phrase = "phrase",
        /// Within the clause.
        Clause = "clause",
        /// Within the sentence.
        Sentence = "sentence",
    }
}

/// Classes that no list holds: the ranks of `ranks.toml`, the names of the force that a paper
/// speaks for and of other forces, numbers.
pub const BUILT_IN_CLASSES: [&str; 4] = ["rank", "own-name", "other-force", "number"];
