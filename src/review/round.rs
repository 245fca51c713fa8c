//! The passages that somebody is asked about, one after the other.

use std::borrow::Cow;

use super::passage::Passage;
use crate::decisions::{Decided, Decision, Decisions};
use crate::reading::{ReadDocument, Statement};
use crate::rulebook::ArrangementId;

/// A passage that somebody is asked about.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// In which of the papers it stands.
    pub paper: usize,
    /// The passage.
    pub passage: Passage<'a>,
    /// What was decided about its words in another paper: an earlier edition, most likely.
    pub before: Option<&'a Decision>,
}

/// The passages of papers that wait, and how far somebody is with them.
#[derive(Clone, Debug)]
pub struct Round<'a> {
    asked: Vec<Asked<'a>>,
    at: usize,
    gone: Vec<usize>,
    /// Which of them were decided, and what of.
    settled: Vec<(usize, bool)>,
    /// Whether what states something is asked about, too.
    all: bool,
}

impl<'a> Round<'a> {
    /// What waits in papers: passages that the program hands to a person, of arrangements of which the paper states
    /// nothing; and words about which somebody decided in an earlier edition. With `all` whatever is handed over or
    /// stated.
    #[must_use]
    pub fn of(
        papers: impl IntoIterator<Item = &'a ReadDocument>,
        decisions: &'a Decisions,
        all: bool,
    ) -> Self {
        let papers = papers.into_iter().enumerate();
        let asked = papers.flat_map(|(at, read)| waiting(at, read, decisions, all)).collect();
        Self { asked, at: 0, gone: Vec::new(), settled: Vec::new(), all }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.asked.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.asked.is_empty()
    }

    /// What is asked about now, with its number; nothing where all was.
    #[must_use]
    pub fn now(&self) -> Option<(usize, &Asked<'a>)> {
        Some((self.at, self.asked.get(self.at)?))
    }

    /// How many were decided.
    #[must_use]
    pub fn decided(&self) -> usize {
        self.settled.len()
    }

    /// How many are left: neither decided, nor needed any more.
    #[must_use]
    pub fn left(&self) -> usize {
        (0..self.asked.len()).filter(|at| !self.is_settled(*at) && self.is_needed(*at)).count()
    }

    /// What is asked about now was decided: whether it states something. How many others aren't needed any more.
    pub fn decide(&mut self, states: bool) -> usize {
        let before = self.needed();
        self.settled.retain(|(at, _)| *at != self.at);
        let without = self.needed();
        self.settled.push((self.at, states));
        let spared = before.max(without).saturating_sub(self.needed());
        self.go_on();
        spared
    }

    /// Goes on without an answer.
    pub fn go_on(&mut self) {
        self.gone.push(self.at);
        let next = (self.at + 1..self.asked.len()).find(|at| self.is_needed(*at));
        self.at = next.unwrap_or(self.asked.len());
    }

    /// Goes back to what was asked about before: whether there is such a thing.
    pub fn back(&mut self) -> bool {
        let before = self.gone.pop();
        self.at = before.unwrap_or(self.at);
        before.is_some()
    }

    fn needed(&self) -> usize {
        (0..self.asked.len()).filter(|at| self.is_needed(*at)).count()
    }

    fn is_settled(&self, at: usize) -> bool {
        self.settled.iter().any(|(own, _)| *own == at)
    }

    /// Whether nothing that was decided here states the arrangement of a passage that only waited for that.
    fn is_needed(&self, at: usize) -> bool {
        let Some(own) = self.asked.get(at) else { return false };
        let of = &own.passage.statement.arrangement;
        let states = |(other, states): &(usize, bool)| {
            let other = self.asked.get(*other).filter(|_| *states && *other != at);
            other.is_some_and(|other| {
                other.paper == own.paper && other.passage.statement.arrangement == *of
            })
        };
        self.all || own.before.is_some() || self.is_settled(at) || !self.settled.iter().any(states)
    }
}

/// What waits in one paper, in its order.
fn waiting<'a>(
    paper: usize,
    read: &'a ReadDocument,
    decisions: &'a Decisions,
    all: bool,
) -> Vec<Asked<'a>> {
    let stated =
        |of: &ArrangementId| read.reading.arrangements.iter().any(|own| own.arrangement == *of);
    let mut asked: Vec<Asked<'a>> = Vec::new();
    for passage in Passage::all(read, decisions).into_iter().filter(Passage::is_open) {
        let statement = &passage.statement;
        let before = decisions.before(&read.document, &statement.arrangement, &passage.quote);
        let waits = passage.is_unsure() && (all || !stated(&statement.arrangement));
        if waits || before.is_some() || all && passage.is_stated() {
            // Of one sentence about one arrangement the later passage says more: a decision is about both.
            asked.retain(|one| one.passage.place() != passage.place());
            asked.push(Asked { paper, passage, before });
        }
    }
    asked.extend(marked_before(paper, read, decisions));
    asked.sort_by_key(|one| (one.passage.statement.block, one.passage.statement.sentence.start));
    asked
}

/// Words that somebody marked in an earlier edition, where they still stand.
fn marked_before<'a>(
    paper: usize,
    read: &'a ReadDocument,
    decisions: &'a Decisions,
) -> impl Iterator<Item = Asked<'a>> {
    let document = &read.document;
    let marked = decisions.all.iter().enumerate().filter(|(_, one)| one.decided == Decided::Marked);
    marked.filter_map(move |(at, before)| {
        let last = decisions.before(document, &before.arrangement, &before.quote)?;
        let decided = decisions
            .on(document)
            .any(|(_, own)| own.arrangement == before.arrangement && own.quote == before.quote);
        let (true, false, Some(state)) = (std::ptr::eq(last, before), decided, before.state) else {
            return None;
        };
        let (block, own, start) =
            document.blocks.iter().enumerate().find_map(|(at, block)| {
                Some((at, block, block.text().find(before.quote.as_str())?))
            })?;
        let words = start..start + before.quote.len();
        let known = read.reading.statements.iter().any(|statement| {
            statement.arrangement == before.arrangement
                && statement.block == block
                && statement.sentence == words
        });
        let quote = own.quote(words.clone());
        let statement = Statement::marked(before.arrangement.clone(), state, block, words);
        let at = read.reading.statements.len() + at;
        let spot = own.spot(start);
        let statement = Cow::Owned(statement);
        let passage = Passage { at, statement, quote, spot, decided: None };
        (!known).then_some(Asked { paper, passage, before: Some(before) })
    })
}
