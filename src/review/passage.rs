//! One passage of a paper that speaks of an arrangement, with what the program makes of it.

use std::borrow::Cow;

use crate::decisions::{Decided, Decision, Decisions, suggestion};
use crate::document::Spot;
use crate::reading::{ReadDocument, Statement, Upshot};
use crate::result::Run;
use crate::rulebook::ArrangementId;
use crate::source::Span;
use crate::standing::{Day, State};

/// A passage that speaks of an arrangement.
#[derive(Clone, Debug)]
pub struct Passage<'a> {
    /// Its place among the statements of the paper; after the last of them where somebody marked it in an earlier
    /// edition.
    pub at: usize,
    /// What is read in it.
    pub statement: Cow<'a, Statement>,
    /// Its words.
    pub quote: String,
    /// Where they stand.
    pub spot: Spot,
    /// What was decided about it.
    pub decided: Option<&'a Decision>,
}

impl<'a> Passage<'a> {
    /// Every passage, in reading order; of several words of one sentence about one arrangement, the first that says
    /// most: what is decided is decided about them all.
    #[must_use]
    pub fn all(read: &'a ReadDocument, decisions: &'a Decisions) -> Vec<Self> {
        let document = &read.document;
        let mut all: Vec<Self> = Vec::new();
        for (at, statement) in read.reading.statements.iter().enumerate() {
            let Some(block) = document.blocks.get(statement.block) else { continue };
            let quote = block.quote(statement.sentence.clone());
            let decided = decisions.of(document, statement).map(|(_, decision)| decision);
            let spot = block.spot(statement.sentence.start);
            let own = Self { at, statement: Cow::Borrowed(statement), quote, spot, decided };
            match all.iter_mut().find(|known| known.place() == own.place()) {
                None => all.push(own),
                Some(known) if rank(&known.statement.upshot) < rank(&statement.upshot) => {
                    *known = own;
                }
                Some(_) => {}
            }
        }
        all
    }

    /// What it is about and where it stands: the arrangement, the block, the words in it.
    pub(super) fn place(&self) -> (&ArrangementId, usize, &Span) {
        (&self.statement.arrangement, self.statement.block, &self.statement.sentence)
    }

    /// Whether nobody decided about it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.decided.is_none()
    }

    /// Whether the program hands it to a person.
    #[must_use]
    pub fn is_unsure(&self) -> bool {
        matches!(self.statement.upshot, Upshot::Unsure(_))
    }

    /// Whether it states something.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        matches!(self.statement.upshot, Upshot::State(..))
    }

    /// The state that accepting it gives, where the words leave none open.
    #[must_use]
    pub fn suggested(&self) -> Option<State> {
        match self.statement.upshot {
            Upshot::State(state, _) => Some(state),
            _ => self.statement.would,
        }
    }

    /// What somebody makes of it: a state, or the reason why it says nothing. `file` is the paper's name as the
    /// file of decisions tells it.
    #[must_use]
    pub fn decision(
        &self,
        read: &ReadDocument,
        file: String,
        made: Result<State, String>,
        (role, date): (String, Day),
    ) -> Decision {
        let (decided, state, reason) = match made {
            Ok(state) if self.suggested() == Some(state) => (Decided::Accepted, Some(state), None),
            Ok(state) => (Decided::Changed, Some(state), None),
            Err(reason) => (Decided::Rejected, None, Some(reason)),
        };
        Decision {
            paper: read.document.digest,
            file,
            arrangement: self.statement.arrangement.clone(),
            quote: self.quote.clone(),
            page: self.spot.page,
            line: self.spot.line,
            suggested: suggestion(&self.statement),
            decided,
            state,
            reason,
            role,
            date,
            program: Run::this_program(),
            was: None,
        }
    }
}

fn rank(upshot: &Upshot) -> u8 {
    match upshot {
        Upshot::Silent(_) => 0,
        Upshot::Unsure(_) => 1,
        Upshot::State(..) => 2,
    }
}
