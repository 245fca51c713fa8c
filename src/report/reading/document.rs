//! What is said of a document with what was read in it, and how it and its places are called.

use std::collections::BTreeSet;

use crate::document::{Block, Spot};
use crate::reading::{ReadDocument, Statement, Upshot};
use crate::report::layout::TerminalPage;
use crate::rulebook::{ArrangementId, Vocabulary};
use crate::source::Span;

impl ReadDocument {
    /// The name of the force that it speaks for, where it names one.
    #[must_use]
    pub fn force_name(&self) -> Option<&str> {
        let known = self.reading.force.as_ref().map(|force| force.name.as_str());
        known.or(self.reading.force_name.as_deref())
    }

    /// Arrangements of which nothing is stated for certain, but something that a person should
    /// decide: each with its statements.
    pub(super) fn only_unsure(&self) -> Vec<(&ArrangementId, Vec<&Statement>)> {
        let stated = |id: &ArrangementId| {
            self.reading.arrangements.iter().any(|read| read.arrangement == *id)
        };
        let mut found: Vec<(&ArrangementId, Vec<&Statement>)> = Vec::new();
        for statement in &self.reading.statements {
            let id = &statement.arrangement;
            if !matches!(statement.upshot, Upshot::Unsure(_)) || stated(id) {
                continue;
            }
            match found.iter_mut().find(|(known, _)| *known == id) {
                Some((_, statements)) => statements.push(statement),
                None => found.push((id, vec![statement])),
            }
        }
        found
    }

    /// Statements by their place among the document's.
    pub(super) fn statements<'a>(
        &'a self,
        places: &'a [usize],
    ) -> impl Iterator<Item = &'a Statement> {
        places.iter().filter_map(|at| self.reading.statements.get(*at))
    }

    /// Where a statement begins, and its words as they stand in the document.
    pub(super) fn quote(&self, statement: &Statement) -> Option<(Spot, String)> {
        let block = self.document.blocks.get(statement.block)?;
        let span = statement.sentence.clone();
        Some((block.spot(span.start), block.quote(span)))
    }

    /// The place, among the document's blocks, of the one that a modifier of a statement stands in:
    /// that of the statement, or one that goes on from it.
    pub(super) fn place_of(&self, statement: &Statement, mark: &Span) -> Option<usize> {
        let own = std::iter::once((statement.block, &statement.sentence));
        let sentences = own.chain(statement.also.iter().map(|(block, span)| (*block, span)));
        let mut holding = sentences.filter(|(block, sentence)| {
            let text = self.document.blocks.get(*block).map_or("", Block::text);
            sentence.start <= mark.start && mark.end <= sentence.end && is_words(text, mark)
        });
        holding.next().map(|(block, _)| block)
    }

    /// For whom it speaks, as a sentence.
    fn speaks_for(&self) -> String {
        match self.force_name() {
            Some(name) => format!("Speaks for {name}."),
            None if self.reading.speaks => "Speaks for a force that it doesn't name.".to_owned(),
            None => {
                "Speaks for no force on slavery: it declares nothing. (`--force NAME` reads it \
                     for one.)"
                    .to_owned()
            }
        }
    }
}

/// The arrangements that documents are read for, with their names in sentences.
#[derive(Clone, Debug)]
pub struct Topics<'a> {
    vocabulary: &'a Vocabulary,
    read: BTreeSet<ArrangementId>,
}

impl<'a> Topics<'a> {
    /// The arrangements of a vocabulary of which some are read.
    #[must_use]
    pub fn new(vocabulary: &'a Vocabulary, read: BTreeSet<ArrangementId>) -> Self {
        Self { vocabulary, read }
    }

    /// The name of an arrangement in sentences.
    pub(super) fn name<'n>(&'n self, id: &'n ArrangementId) -> &'n str {
        let known = self.vocabulary.arrangement(id.as_str());
        known.map_or(id.as_str(), |arrangement| &*arrangement.name)
    }

    /// Those that are read: their ids and names, in the order of lists.
    pub(super) fn all(&self) -> impl Iterator<Item = (&ArrangementId, &str)> {
        let known = self.vocabulary.arrangements().iter();
        known
            .filter(|arrangement| self.read.contains(&arrangement.id))
            .map(|arrangement| (&arrangement.id, &*arrangement.name))
    }
}

/// "line 17", "p. 3, line 17".
pub(super) fn place(spot: Spot) -> String {
    match spot.page {
        Some(page) => format!("p. {page}, line {}", spot.line),
        None => format!("line {}", spot.line),
    }
}

/// What is shown of a document before its text: its name, what it is, for whom it speaks.
pub(super) fn head(page: &mut TerminalPage, read: &ReadDocument) {
    let name = &read.document.name;
    page.heading(if name == "-" { "standard input" } else { name });
    let pages = match read.document.pages {
        Some(1) => ", 1 page".to_owned(),
        Some(pages) => format!(", {pages} pages"),
        None => String::new(),
    };
    let mut format = read.document.format.to_string();
    if let Some(first) = format.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let date =
        read.dated.as_ref().map(|dated| format!("Dated {} ({}). ", dated.date, place(dated.spot)));
    let date = date.unwrap_or_default();
    page.paragraph("", &format!("{format}{pages}. {date}{}", read.speaks_for()));
    for fault in &read.document.faults {
        page.paragraph("Warning: ", &fault.one_line());
    }
}

/// Whether a span of a text begins and ends with words.
fn is_words(text: &str, span: &Span) -> bool {
    let (before, after) = (text.get(..span.start), text.get(span.end..));
    let last = before.and_then(|before| before.chars().next_back());
    let next = after.and_then(|after| after.chars().next());
    before.is_some()
        && after.is_some()
        && !last.is_some_and(char::is_alphanumeric)
        && !next.is_some_and(char::is_alphanumeric)
}
