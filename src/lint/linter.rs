//! Looking at documents with every check, made ready once.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::CHECKS;
use super::against::Against;
use super::allow::{Allowances, Ids};
use super::check::{Check, Looks};
use super::data::Data;
use super::finding::{Finding, Lint, Sensitivity};
use super::fix::{located, typed};
use super::kind;
use super::page::{Page, Sentence};
use super::reads::{OnceRead, Reads};
use super::selection::{Picked, strange};
use super::sight::Quoted;
use super::written::shown;
use super::{contradiction, missing_topic};
use crate::document::{Document, Kind};
use crate::reading::{Phrasebook, Reader, Reading, Room, Scratch, UnreadyBook, date};
use crate::rulebook::{Lexicon, RuleFile, Rulebook, Writing};
use crate::source::{Fault, Faults, nearest};
use crate::standing::Day;
use crate::standing::RankTable;

/// Every check made ready, for any number of documents, on any thread.
#[derive(Debug)]
pub struct Linter {
    book: Phrasebook,
    checks: Vec<(&'static Check, Box<dyn Looks>)>,
    kinds: BTreeSet<String>,
    examples: Arc<ExampleReader>,
    spare: Mutex<Vec<Room>>,
}

/// What reads examples, made when the first one is read: nobody else needs it here.
#[derive(Debug)]
struct ExampleReader {
    files: Vec<RuleFile>,
    ranks: RankTable,
    made: OnceLock<Option<Reader>>,
}

/// The formats that people type: places in them are places in the file.
const TYPED: [&str; 3] = ["text", "markdown", "html"];

/// What there is of a document beside its blocks.
struct Typed<'a> {
    source: Option<&'a str>,
    reads: Reads<'a>,
    pedantic: bool,
}

/// What is asked of a document.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The checks.
    pub picked: Picked,
    /// Whether what a person must judge is told, too.
    pub pedantic: bool,
    /// The day that names, sections and review dates are held against, where somebody names one. Else names
    /// and sections are held against the document's own date.
    pub as_of: Option<Day>,
    /// The day that is today.
    pub today: Day,
    /// What kind of document it is, where somebody says so.
    pub kind: Option<String>,
    /// What a declaration says, where documents are held against one.
    pub against: Option<Arc<Against>>,
}

impl Linter {
    /// Makes every check ready.
    ///
    /// # Errors
    ///
    /// Every fault of the data of checks.
    pub fn new(rulebook: &Rulebook) -> Result<Self, Vec<Fault>> {
        let files = rulebook.files();
        let ranks = rulebook.vocabulary().ranks().clone();
        let examples = ExampleReader { files: files.to_vec(), ranks, made: OnceLock::new() };
        Self::made(rulebook, files, Arc::new(examples))
    }

    /// The same with other data of checks in the place of the rulebook's own. What reads examples stays.
    ///
    /// # Errors
    ///
    /// As [`Linter::new`].
    pub fn with(&self, rulebook: &Rulebook, files: &[RuleFile]) -> Result<Self, Vec<Fault>> {
        Self::made(rulebook, files, Arc::clone(&self.examples))
    }

    fn made(
        rulebook: &Rulebook,
        files: &[RuleFile],
        examples: Arc<ExampleReader>,
    ) -> Result<Self, Vec<Fault>> {
        let faults = Faults::new();
        let mut book = UnreadyBook::new(Writing::load(files)?);
        let make = |check: &'static Check| {
            let mut data =
                Data { check: check.id, rulebook, files, book: &mut book, faults: &faults };
            (check, (check.make)(&mut data))
        };
        let checks = CHECKS.iter().map(make).collect();
        if faults.has_errors() {
            return Err(faults.into_sorted());
        }
        let check = missing_topic::CHECK.id;
        let kinds = missing_topic::kinds(&Data {
            check,
            rulebook,
            files,
            book: &mut book,
            faults: &faults,
        });
        Ok(Self { book: book.ready(), checks, kinds, examples, spare: Mutex::default() })
    }

    /// What an example declares.
    pub(super) fn read(&self, document: &Document) -> Option<Reading> {
        let ExampleReader { files, ranks, made } = &*self.examples;
        let make = || Some(Reader::new(&Lexicon::load(files).ok()?, ranks));
        let reader = made.get_or_init(make).as_ref()?;
        Some(reader.read(document, Some("northmarch"), &mut Scratch::default()))
    }

    /// The kinds of documents that checks know, in the order of letters.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.kinds.iter().map(String::as_str)
    }

    /// The fault of a kind of documents that no check knows.
    #[must_use]
    pub fn unknown_kind(&self, kind: &str) -> Option<Fault> {
        if self.kinds.contains(kind) {
            return None;
        }
        let known: Vec<&str> = self.kinds.iter().map(String::as_str).collect();
        let help = nearest(kind, known.iter().copied()).map_or_else(
            || format!("known are: {}", known.join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        Some(
            Fault::whole("usage::unknown-name", format!("there is no kind of document `{kind}`"))
                .help(help),
        )
    }

    /// What is wrong with a document. `bytes` are those that it was read from; `beside` tells whether there
    /// is a file at a path from the document's folder.
    ///
    /// `reads` tells what it declares, without which nothing can be said of what contradicts that.
    pub fn lint(
        &self,
        document: &Document,
        bytes: &[u8],
        reads: Reads<'_>,
        asked: &Asked,
        beside: &dyn Fn(&str) -> bool,
    ) -> Lint {
        let typed = TYPED.contains(&document.format.word()).then(|| typed(bytes));
        let source = typed.as_deref();
        let mut room = self.spare().pop().unwrap_or_default();
        let allowances = Allowances::of(document, source);
        // What nobody is told may still be allowed: then the allowance has its use.
        let all = asked.pedantic || !allowances.is_empty();
        let typed = Typed { source, reads, pedantic: all };
        let page = self.page(document, typed, asked, beside, &mut room);
        self.spare().push(room);
        let mut found: Vec<Finding> = Vec::new();
        for (check, looks) in &self.checks {
            let told = check.sensitivity == Sensitivity::Default || all;
            if told && asked.picked.has(check.id) {
                looks.look(&page, &mut found);
            }
        }
        let told = |own: &Finding| asked.pedantic || own.sensitivity == Sensitivity::Default;
        let (found, beside): (Vec<_>, Vec<_>) = found.into_iter().partition(told);
        let found = apart(found);
        let looked = |id: &str| page.read.can_be_told() || id != contradiction::CHECK.id;
        let ids = Ids { asked: &|id| asked.picked.has(id) && looked(id), strange: &strange };
        let (mut findings, allowed) = allowances.take(document, found, &beside, &ids);
        if source.is_some() {
            for finding in &mut findings {
                let edit = located(bytes, finding);
                if let Some(fix) = &mut finding.fix {
                    fix.edit = edit;
                }
            }
        }
        let untold = beside.iter().map(|own| own.check).collect();
        let unread = page.read.is_missed();
        Lint { name: document.name.clone(), findings, allowed, untold, unread }
    }

    fn page<'a>(
        &self,
        document: &'a Document,
        Typed { source, reads, pedantic }: Typed<'a>,
        asked: &'a Asked,
        beside: &'a dyn Fn(&str) -> bool,
        room: &mut Room,
    ) -> Page<'a> {
        let mut sentences = Vec::new();
        for (index, block) in document.blocks.iter().enumerate() {
            if block.kind == Kind::Furniture {
                continue;
            }
            let passages = self.book.passages(block, room).into_iter();
            sentences.extend(passages.map(|passage| Sentence { block: index, passage }));
        }
        let dated = date(document, asked.today, &self.book.writing().dates).map(|dated| dated.date);
        let as_of = asked.as_of.unwrap_or(asked.today);
        let own = dated.map(|date| date.latest().min(asked.today));
        let known = asked.as_of.is_some() || own.is_some();
        let undated = (!known).then(|| shown(document, &sentences, asked.today));
        Page {
            document,
            source,
            undated,
            read: OnceRead::new(reads),
            pedantic,
            against: asked.against.as_deref(),
            sentences,
            quoted: document.blocks.iter().map(|block| Quoted::of(block.text())).collect(),
            day: asked.as_of.or(own).unwrap_or(asked.today),
            as_of,
            kind: asked.kind.as_deref().or_else(|| source.and_then(kind::stated)),
            beside,
        }
    }

    fn spare(&self) -> std::sync::MutexGuard<'_, Vec<Room>> {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Findings in reading order; of those of one check that overlap, the first and longest.
fn apart(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by_key(|own| (own.block, own.check, own.span.start, Reverse(own.span.end)));
    let mut kept: Vec<Finding> = Vec::with_capacity(found.len());
    for finding in found {
        let overlaps = kept.last().is_some_and(|last| {
            (last.block, last.check) == (finding.block, finding.check)
                && finding.span.start < last.span.end
                && finding.check != missing_topic::CHECK.id
        });
        if !overlaps {
            kept.push(finding);
        }
    }
    kept.sort_by_key(|own| (own.block, own.place.page, own.place.line, own.place.column));
    kept
}
