//! One decision, and the passage that it is about.

use crate::document::Document;
use crate::reading::{Statement, Upshot};
use crate::rulebook::ArrangementId;
use crate::source::Digest;
use crate::standing::{Day, State, words};

words! {
    /// What a person made of a passage.
    pub enum Decided {
        /// What the program suggested.
        Accepted = "accepted",
        /// Another state than the program suggested.
        Changed = "changed",
        /// It says nothing of the force's arrangement; the reason says why.
        Rejected = "rejected",
        /// The person marked the words: the program suggested nothing.
        Marked = "marked",
    }
}

/// What a person decided about a passage of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The SHA-256 of the paper's file.
    pub paper: Digest,
    /// The name of the file, as it was then.
    pub file: String,
    /// The arrangement that the passage speaks of.
    pub arrangement: ArrangementId,
    /// The words, as they stand in the paper, white space folded.
    pub quote: String,
    /// The page, where the paper has pages.
    pub page: Option<u32>,
    /// The line, or the paragraph.
    pub line: u32,
    /// What the program suggested, in its words.
    pub suggested: String,
    /// What was decided.
    pub decided: Decided,
    /// The state that it states; none where it is rejected.
    pub state: Option<State>,
    /// Why it was rejected.
    pub reason: Option<String>,
    /// The role of whoever decided.
    pub role: String,
    /// The day.
    pub date: Day,
    /// The program, with its version.
    pub program: String,
    /// The state that the declaration gave before, where the decision changed it.
    pub was: Option<State>,
}

impl Decision {
    /// Whether it is about the same passage.
    #[must_use]
    pub fn is_about(&self, other: &Self) -> bool {
        (self.paper, self.page, self.line) == (other.paper, other.page, other.line)
            && self.arrangement == other.arrangement
            && self.quote == other.quote
    }

    /// Whether it is about a statement of a document.
    pub(super) fn is_of(&self, document: &Document, statement: &Statement) -> bool {
        self.arrangement == statement.arrangement
            && document.blocks.get(statement.block).is_some_and(|block| {
                let spot = block.spot(statement.sentence.start);
                (self.page, self.line) == (spot.page, spot.line)
                    && block.quote(statement.sentence.clone()) == self.quote
            })
    }
}

/// What the program makes of a statement, in its words: to be kept with what a person makes of it.
#[must_use]
pub fn suggestion(statement: &Statement) -> String {
    match &statement.upshot {
        Upshot::State(state, ground) => format!("{state}: {ground}"),
        Upshot::Unsure(why) => format!("to decide: {why}"),
        Upshot::Silent(why) => format!("not counted: {why}"),
    }
}
