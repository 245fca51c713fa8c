//! From the statements of a document to one state for each arrangement.

use super::dates::last_mentioned;
use super::reader::Reader;
use super::statement::{Statement, Upshot};
use crate::document::{Document, Spot};
use crate::rulebook::ArrangementId;
use crate::source::Span;
use crate::standing::{PartialDate, State};

/// What a document declares about an arrangement.
#[derive(Clone, Debug)]
pub struct ArrangementRead {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// Its state.
    pub state: State,
    /// The words that decided, the first one first.
    pub evidence: Vec<Passage>,
    /// Statements of it that say otherwise and were overruled, by their place among the document's.
    pub overruled: Vec<usize>,
    /// Statements of it that a person should decide, likewise.
    pub unsure: Vec<usize>,
}

impl ArrangementRead {
    /// The statement that denies what this one's words say stands: a tension within one paper that
    /// a person should see, whichever of the two counts.
    #[must_use]
    pub fn denied<'a>(&self, statements: &'a [Statement]) -> Option<&'a Statement> {
        if self.state < State::Partial {
            return None;
        }
        let overruled = self.overruled.iter().filter_map(|at| statements.get(*at));
        overruled
            .filter(|statement| !statement.presupposed)
            .find(|statement| matches!(statement.upshot, Upshot::State(State::Absent, _)))
    }
}

/// Words of a document at their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The words, as they stand there, white space folded.
    pub quote: String,
    /// Where they begin.
    pub spot: Spot,
}

/// How many quotes are kept for one arrangement.
const QUOTES: usize = 3;

/// Resolves statements: see the table in the module's documentation.
pub(super) fn resolve(
    document: &Document,
    statements: &[Statement],
    reader: &Reader,
) -> Vec<ArrangementRead> {
    reader
        .arrangements
        .iter()
        .filter_map(|arranged| one(document, statements, &arranged.id))
        .collect()
}

fn one(
    document: &Document,
    statements: &[Statement],
    id: &ArrangementId,
) -> Option<ArrangementRead> {
    let own: Vec<(usize, &Statement)> = statements
        .iter()
        .enumerate()
        .filter(|(_, statement)| statement.arrangement == *id)
        .collect();
    let unsure: Vec<usize> = own
        .iter()
        .filter(|(_, statement)| matches!(statement.upshot, Upshot::Unsure(_)))
        .map(|(at, _)| *at)
        .collect();
    let stated: Vec<(usize, &Statement, State)> = own
        .iter()
        .filter_map(|(at, statement)| match statement.upshot {
            Upshot::State(state, _) => Some((*at, *statement, state)),
            _ => None,
        })
        .collect();
    // What is only presupposed counts where nothing is said outright.
    let outright: Vec<_> =
        stated.iter().filter(|(_, statement, _)| !statement.presupposed).copied().collect();
    let mut counted = if outright.is_empty() { stated.clone() } else { outright };
    let denied = counted.iter().filter(|(_, _, state)| *state == State::Absent);
    let denied = denied.filter_map(|(_, statement, _)| dated(document, statement));
    if let Some(denied) = denied.max_by_key(|date| date.earliest()) {
        // "A team was set up in 2016. […] It had closed by 2018": what is dated earlier is over.
        counted.retain(|(_, statement, state)| {
            *state <= State::Absent
                || dated(document, statement).is_none_or(|date| date.latest() >= denied.earliest())
        });
    }
    let state = decide(&counted)?;
    let deciding = stated.iter().filter(|(_, _, own)| *own == state);
    let mut evidence: Vec<Passage> = Vec::new();
    let outright_first = deciding
        .clone()
        .filter(|(_, s, _)| !s.presupposed)
        .chain(deciding.filter(|(_, s, _)| s.presupposed));
    for (_, statement, _) in outright_first {
        let own = std::iter::once((statement.block, statement.sentence.clone()))
            .chain(statement.also.iter().cloned());
        for (block, span) in own {
            let focus = if block == statement.block && span == statement.sentence {
                statement.cue.start
            } else {
                span.start
            };
            if let Some(found) = quote(document, block, span, focus)
                && !evidence.contains(&found)
            {
                evidence.push(found);
            }
        }
        if evidence.len() >= QUOTES {
            break;
        }
    }
    let overruled =
        stated.iter().filter(|(_, _, own)| *own != state).map(|(at, _, _)| *at).collect();
    Some(ArrangementRead { arrangement: id.clone(), state, evidence, overruled, unsure })
}

/// The last date that the sentences of a statement mention.
fn dated(document: &Document, statement: &Statement) -> Option<PartialDate> {
    let own = std::iter::once((statement.block, &statement.sentence));
    let sentences = own.chain(statement.also.iter().map(|(block, span)| (*block, span)));
    let texts =
        sentences.filter_map(|(block, span)| document.blocks.get(block)?.text().get(span.clone()));
    texts.filter_map(last_mentioned).max_by_key(|date| date.latest())
}

/// The state that statements of one date come to.
fn decide(statements: &[(usize, &Statement, State)]) -> Option<State> {
    let has = |wanted: State| statements.iter().any(|(_, _, state)| *state == wanted);
    // That some general team takes such cases doesn't mend that no dedicated one exists.
    let only_in_part = statements
        .iter()
        .all(|(_, statement, state)| *state != State::Partial || statement.in_part);
    if has(State::InPlace) {
        Some(State::InPlace)
    } else if has(State::Partial) && !(only_in_part && has(State::Absent)) {
        Some(State::Partial)
    } else if has(State::Planned) {
        Some(State::Planned)
    } else if has(State::Absent) {
        Some(State::Absent)
    } else if has(State::Withheld) {
        Some(State::Withheld)
    } else {
        None
    }
}

/// The words of a sentence at their place: of one that runs on over a page, the part on the page
/// where `focus` stands, so that they can be found there.
pub(super) fn quote(
    document: &Document,
    block: usize,
    span: Span,
    focus: usize,
) -> Option<Passage> {
    let block = document.blocks.get(block)?;
    let page = |at: usize| block.spot(at).page;
    let own = page(focus);
    let lines = block.line_starts().iter().copied().filter(|at| span.contains(at));
    let starts = || std::iter::once(span.start).chain(lines.clone());
    let start = starts().find(|at| page(*at) == own)?;
    let end = starts().find(|at| *at > start && page(*at) != own).unwrap_or(span.end);
    let words = block.text().get(start..end)?.trim_end();
    Some(Passage { quote: block.quote(start..start + words.len()), spot: block.spot(start) })
}
