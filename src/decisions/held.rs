//! Decisions applied to what was read.

use std::sync::Arc;

use super::decision::Decision;
use crate::document::Document;
use crate::reading::{Reader, Reading, Statement};
use crate::rulebook::ArrangementId;
use crate::source::Text;

/// All decisions of a file.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    /// The file; nothing where there is none.
    pub text: Option<Arc<Text>>,
    /// The decisions, in its order.
    pub all: Vec<Decision>,
}

impl Decisions {
    /// Those about a paper, each with its place in the file.
    pub fn on<'a>(&'a self, document: &'a Document) -> impl Iterator<Item = (usize, &'a Decision)> {
        self.all.iter().enumerate().filter(|(_, one)| one.paper == document.digest)
    }

    /// The decision about a statement, with its place in the file: the last.
    #[must_use]
    pub fn of<'a>(
        &'a self,
        document: &'a Document,
        statement: &Statement,
    ) -> Option<(usize, &'a Decision)> {
        self.on(document).filter(|(_, one)| one.is_of(document, statement)).last()
    }

    /// What was decided about the same words of another paper, most likely an earlier edition of this one: if there
    /// are several, about the file of the same name, and then the last.
    #[must_use]
    pub fn before(
        &self,
        document: &Document,
        arrangement: &ArrangementId,
        quote: &str,
    ) -> Option<&Decision> {
        let name = |file: &str| file.rsplit(['/', '\\']).next().map(str::to_owned);
        let own = name(&document.name);
        let same = |one: &&Decision| {
            one.paper != document.digest && one.arrangement == *arrangement && one.quote == quote
        };
        self.all.iter().filter(same).max_by_key(|one| name(&one.file) == own)
    }

    /// Makes of a reading what was decided: what is rejected says nothing, what is accepted, changed or
    /// marked states what the person said. Whether anything was decided.
    pub fn apply(&self, document: &Document, reading: &mut Reading, reader: &Reader) -> bool {
        let mut decided = false;
        for (_, decision) in self.on(document) {
            let mut found = false;
            let own = reading.statements.iter_mut();
            for statement in own.filter(|statement| decision.is_of(document, statement)) {
                statement.decide(decision.state);
                found = true;
            }
            let marked = decision.state.filter(|_| !found).and_then(|state| {
                let (block, span) = place(document, decision)?;
                Some(Statement::marked(decision.arrangement.clone(), state, block, span))
            });
            found |= marked.is_some();
            reading.statements.extend(marked);
            decided |= found;
        }
        if decided {
            reading.speaks = true;
            reader.resolve_again(document, reading);
        }
        decided
    }
}

/// Where the words of a decision stand.
fn place(document: &Document, decision: &Decision) -> Option<(usize, std::ops::Range<usize>)> {
    let found = document.blocks.iter().enumerate().filter_map(|(at, block)| {
        let start = block.text().find(decision.quote.as_str())?;
        Some((at, start..start + decision.quote.len()))
    });
    let mut found: Vec<_> = found.collect();
    let here = |(at, span): &(usize, std::ops::Range<usize>)| {
        document.blocks.get(*at).is_some_and(|block| {
            let spot = block.spot(span.start);
            (spot.page, spot.line) == (decision.page, decision.line)
        })
    };
    let at = found.iter().position(here).unwrap_or(0);
    (at < found.len()).then(|| found.swap_remove(at))
}
