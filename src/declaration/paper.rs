//! A document as a text in which quotes are found, and a reading of it as a declaration.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::paper_text::{position, text_of};
use super::undecided::undecided;
use super::{
    Contradiction, Declaration, Declared, Evidence, Force, Input, ListedPaper, Said,
    SourceDocument, SourceId, When, Why,
};
use crate::document::{Block, Document, Kind, Spot};
use crate::reading::{ArrangementRead, Reading, Statement};
use crate::source::{Place, Position, Quotable, QuoteFault, Span, Text};
use crate::standing::{PartialDate, State};

/// How long a title may be, in characters: a longer heading is a sentence.
const LONGEST_TITLE: usize = 100;

/// A quote of more words than this is never too short: signs apart, four words prove something.
const SHORT: usize = 8;

/// How far into a document its title may stand, in blocks.
const TITLE_WITHIN: usize = 5;

/// A document with its text, in which every place is the document's own.
#[derive(Clone, Debug)]
pub struct Paper {
    document: Arc<Document>,
    source: Quotable,
    starts: Vec<usize>,
    id: SourceId,
    /// What a list says that it is called.
    titled: Option<String>,
    address: Option<String>,
}

impl Paper {
    /// Puts the text of a document together: a line for each of its own, block by block.
    #[must_use]
    pub fn new(document: Arc<Document>) -> Self {
        let (text, starts) = text_of(&document);
        let id = id_of(file_name(&document.name));
        Self {
            document,
            source: Quotable::new(Arc::new(text)),
            starts,
            id,
            titled: None,
            address: None,
        }
    }

    /// The same with what a list says of it.
    #[must_use]
    pub fn listed(self, listed: &ListedPaper) -> Self {
        Self { titled: listed.title.clone(), address: listed.address.clone(), ..self }
    }

    /// The same under an id of its own.
    #[must_use]
    pub fn named(self, id: SourceId) -> Self {
        Self { id, ..self }
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> &Arc<Text> {
        self.source.text()
    }

    /// Its title: that of a list, else the first heading near its top, names of forces apart, else the name
    /// of its file.
    #[must_use]
    pub fn title(&self) -> String {
        if let Some(titled) = &self.titled {
            return titled.clone();
        }
        let headings = self.document.blocks.iter().take(TITLE_WITHIN).filter(|block| {
            matches!(block.kind, Kind::Heading(_))
                && block.text().chars().count() <= LONGEST_TITLE
                && !block.text().ends_with(" Police")
                && !block.text().ends_with(" Constabulary")
        });
        let mut titles = headings.map(Block::text);
        titles.next().map_or_else(|| file_name(&self.document.name).to_owned(), str::to_owned)
    }

    /// The id by which evidence refers to it: by default the name of its file without the ending.
    #[must_use]
    pub fn id(&self) -> &SourceId {
        &self.id
    }

    /// What a reading of it declares for a force. `date` is its own date; `[force] as_of` is that
    /// of `force`.
    #[must_use]
    pub fn declaration(
        &self,
        reading: &Reading,
        force: Force,
        date: Option<PartialDate>,
    ) -> Declaration {
        let source = SourceDocument {
            id: self.id.clone(),
            title: self.title(),
            file: Some(self.document.name.clone()),
            address: self.address.clone(),
            date,
            obtained: None,
            text: Some(self.source.clone()),
        };
        let (file, sha256) = (self.document.name.clone(), self.document.digest);
        let mut declared = BTreeMap::new();
        let mut contradictions = Vec::new();
        for read in &reading.arrangements {
            let own = self.declared(reading, read);
            if let Some(denial) = read.denied(&reading.statements) {
                contradictions.extend(self.contradiction(&own, denial, date));
            }
            declared.insert(read.arrangement.clone(), own);
        }
        Declaration {
            judgements: Vec::new(),
            passed_over: Vec::new(),
            text: Arc::clone(self.text()),
            inputs: vec![Input { file, sha256, date, read: true }],
            force,
            sources: vec![source],
            declared,
            information: Vec::new(),
            contradictions,
            undecided: undecided(&self.document, reading),
        }
    }

    /// What the paper itself denies of what it declares elsewhere, with the words of both.
    fn contradiction(
        &self,
        own: &Declared,
        denial: &Statement,
        date: Option<PartialDate>,
    ) -> Option<Contradiction> {
        let block = self.document.blocks.get(denial.block)?;
        let spot = block.spot(denial.sentence.start);
        let quote = block.quote(denial.sentence.clone());
        let evidence = self.piece(&quote, spot, Some(denial.block));
        let place = evidence.found.clone()?;
        let said = |state, evidence: Vec<Evidence>, place| Said {
            file: self.document.name.clone(),
            date,
            state,
            evidence,
            place,
        };
        let counts = said(own.state, own.evidence.clone(), own.text.place(own.span.start));
        Some(Contradiction {
            arrangement: denial.arrangement.clone(),
            counts,
            overruled: said(State::Absent, vec![evidence], place),
            why: Why::Stronger,
        })
    }

    fn declared(&self, reading: &Reading, read: &ArrangementRead) -> Declared {
        let places = reading
            .statements
            .iter()
            .filter(|statement| statement.arrangement == read.arrangement)
            .flat_map(sentences)
            .collect::<Vec<_>>();
        let mut first = None;
        let mut evidence = Vec::new();
        for words in &read.evidence {
            let at = places.iter().find_map(|(block, sentence)| {
                Some((*block, begins(self.document.blocks.get(*block)?, sentence, words.spot)?))
            });
            let offset = at.and_then(|(block, at)| self.offset(block, at));
            first = first.or(offset);
            let block = at.map(|(block, _)| block);
            evidence.push(self.piece(&words.quote, words.spot, block));
        }
        let start = first.unwrap_or(0);
        Declared {
            unbacked: None,
            state: read.state,
            fields: BTreeMap::new(),
            note: None,
            evidence,
            text: Arc::clone(self.text()),
            span: start..start,
        }
    }

    /// A piece of evidence. What is too short to prove anything is widened to its block.
    #[must_use]
    pub fn piece(&self, quote: &str, spot: Spot, block: Option<usize>) -> Evidence {
        let (mut quote, mut spot) = (quote.to_owned(), spot);
        let block = block.and_then(|at| self.document.blocks.get(at));
        // Looking up takes a while in a long text, and only what is short can be too short.
        let short = quote.split_whitespace().count() <= SHORT;
        if let Some(block) = block.filter(|_| short)
            && self.source.find(&quote) == Err(QuoteFault::TooShort)
        {
            quote = block.quote(0..block.text().len());
            spot = block.spot(0);
        }
        let Position { page, line, column } = position(spot);
        let found = Place { file: self.document.name.clone(), page, sheet: None, line, column };
        Evidence {
            source: self.id.clone(),
            quote: Some(quote),
            found: Some(found),
            unseen: false,
            page: page.map(i64::from),
            line: Some(i64::from(spot.line)),
            when: When::Unsaid,
        }
    }

    /// The offset in the text of an offset in a block.
    fn offset(&self, block: usize, at: usize) -> Option<usize> {
        let start = self.starts.get(block)?;
        let joints = self.document.blocks.get(block)?.joints();
        Some(start + at + joints.iter().filter(|joint| **joint < at).count())
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn id_of(file_name: &str) -> SourceId {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem).to_lowercase();
    let words = stem.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.collect::<Vec<_>>().join("-");
    SourceId::from(if id.is_empty() { "document" } else { id.as_str() })
}

/// The sentences of a statement: in which block, and where in it.
fn sentences(statement: &Statement) -> impl Iterator<Item = (usize, Span)> {
    std::iter::once((statement.block, statement.sentence.clone())).chain(statement.also.clone())
}

/// Where in a block the words of a sentence begin that stand at a spot: with the sentence, or, where
/// it runs on over a page, with a line of it.
fn begins(block: &Block, sentence: &Span, spot: Spot) -> Option<usize> {
    let lines = block.line_starts().iter().copied().filter(|at| sentence.contains(at));
    std::iter::once(sentence.start).chain(lines).find(|at| block.spot(*at) == spot)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::open;

    const LETTER: &str = "Northmarch Police\n\nWe have a part-time lead for modern slavery and anti-\n\
                          trafficking work, and a co-ordinator who\nis a sergeant.\n\n\
                          - A team of ten\n- No budget\n";

    fn paper() -> Paper {
        Paper::new(open("letter.txt", LETTER.as_bytes()).unwrap().into())
    }

    #[test]
    fn every_place_is_the_documents_own() {
        let paper = paper();
        let body = paper.text().body().to_owned();
        for (at, word) in body.match_indices(char::is_alphabetic) {
            let place = paper.text().place(at);
            let line = LETTER.lines().nth(place.line - 1).unwrap();
            let there = line.chars().nth(place.column - 1).map(String::from);
            assert_eq!(there.as_deref(), Some(word), "{at} in {body}");
        }
    }

    #[test]
    fn quotes_are_found_over_the_ends_of_lines() {
        let paper = paper();
        let found =
            paper.source.find("lead for modern slavery and anti- trafficking work").unwrap();
        assert_eq!(paper.text().place(found.span.start).line, 3);
        let found = paper.source.find("No budget").unwrap();
        assert_eq!(paper.text().place(found.span.start).line, 8);
    }

    #[test]
    fn quotes_may_have_the_numbers_of_items_or_not() {
        let words = b"We have these:\n\n1. a force lead\n2. no dedicated team\n\n(a) three analysts\n(b) ten officers\n\n- a plan\n- training for all\n";
        let paper = Paper::new(open("list.txt", words).unwrap().into());
        for quote in [
            "1. a force lead 2. no dedicated team",
            "a force lead no dedicated team",
            "no dedicated team (a) three analysts",
            "three analysts (b) ten officers",
            "- a plan \u{2013} training for all",
        ] {
            assert!(paper.source.find(quote).is_ok(), "{quote}");
        }
        for other in [
            "2. a force lead 1. no dedicated team",
            "a force lead 3. no dedicated team",
            "three analysts (a) ten officers",
            "a force lead 2 no dedicated team",
        ] {
            assert_eq!(paper.source.find(other), Err(QuoteFault::NotFound), "{other}");
        }
        let found = paper.source.find("2. no dedicated team (a) three").unwrap();
        assert_eq!(paper.text().place(found.span.start).line, 4);
    }

    #[test]
    fn a_paper_has_an_id_and_a_title() {
        let paper = paper();
        assert_eq!((paper.id().as_str(), paper.title().as_str()), ("letter", "letter.txt"));
        let titled = b"Northmarch Police\n\nOur Plan\n\nWe have nothing to say to this.";
        assert_eq!(Paper::new(open("plan.txt", titled).unwrap().into()).title(), "Our Plan");
        let named =
            Paper::new(open("a/FOI answer_2017.txt", b"we have nothing to say.").unwrap().into());
        assert_eq!(named.id().as_str(), "foi-answer-2017");
        assert_eq!(named.title(), "FOI answer_2017.txt");
    }
}
