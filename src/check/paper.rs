//! Documents among the inputs: opened, read, and made into declarations.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::asked::Check;
use super::authors::Authors;
use super::files::Files;
use super::forces::near_miss;
use super::rules::AskedRules;
use super::settings::decisions;
use super::shared_memory::{SharedMemory, Taken};
use super::whose;
use crate::decisions::Decisions;
use crate::declaration::{Declaration, Force, ListedPaper, Paper, own_file};
use crate::document::{self, Document, Spot};
use crate::reading::{Dated, ReadDocument, Reader, Reading, Scratch, date};
use crate::rulebook::{ArrangementId, PoliceForce};
use crate::source::{Fault, Faults};
use crate::standing::{Day, State};

/// What reads documents, made once for all of them, on any thread.
#[derive(Debug)]
pub struct PaperReader {
    reader: Reader,
    authors: Authors,
    /// The room that a thread needs for one document: there is as much as there are threads.
    spare: Mutex<Vec<Scratch>>,
    memory: SharedMemory,
    looked_for: BTreeSet<ArrangementId>,
    decisions: Arc<Decisions>,
    today: Day,
}

/// A document that was read, with the force that it is read for.
#[derive(Debug)]
pub struct ReadPaper {
    /// The document, and what was read in it.
    pub read: ReadDocument,
    /// The document as a text in which quotes are found.
    pub paper: Paper,
    /// The force; its facts are of the paper's own date, or of today where it has none.
    pub force: Force,
    /// Whether no table knows the force.
    pub unknown: bool,
}

impl PaperReader {
    /// What reads documents by these rules. `today` judges their dates.
    ///
    /// # Errors
    ///
    /// Every fault of the rules on which reading rests.
    pub fn new(rules: &AskedRules, today: Day) -> Result<Self, Vec<Fault>> {
        let reader = rules.reader()?;
        Ok(Self {
            authors: Authors::new(&reader),
            looked_for: reader.looks_for().cloned().collect(),
            reader,
            spare: Mutex::default(),
            memory: SharedMemory::default(),
            decisions: Arc::default(),
            today,
        })
    }

    /// What reads the documents of a check, with what people decided about them.
    pub(super) fn of(check: &Check<'_>) -> Result<Self, Vec<Fault>> {
        let decided = decisions(check.files, check.project)?;
        Ok(Self::new(check.rules, check.today)?.deciding(decided))
    }

    /// The same with what people decided about passages of papers.
    #[must_use]
    pub fn deciding(self, decisions: Arc<Decisions>) -> Self {
        Self { decisions, ..self }
    }

    /// The arrangements that reading looks for.
    #[must_use]
    pub fn looked_for(&self) -> &BTreeSet<ArrangementId> {
        &self.looked_for
    }

    /// A warning where the name of a force is nearly a known one.
    #[must_use]
    pub fn near_miss(&self, force: Option<&str>) -> Option<Fault> {
        near_miss(force?, self.forces())
    }

    /// Reads a document under a name. `force` is the one that it is read for, where that is known.
    /// What somebody should look at stands in the document's own faults.
    ///
    /// # Errors
    ///
    /// A fault where it can't be read; where it is the program that fails, one that says so.
    pub fn read_bytes<'b>(
        &self,
        name: &str,
        bytes: impl Into<Cow<'b, [u8]>>,
        force: Option<&str>,
    ) -> Result<ReadDocument, Fault> {
        let bytes = bytes.into();
        let taken = self.memory.for_file(Some(bytes.len()));
        self.read_in(taken, name, bytes, force)
    }

    fn read_in(
        &self,
        taken: Taken<'_>,
        name: &str,
        bytes: Cow<'_, [u8]>,
        force: Option<&str>,
    ) -> Result<ReadDocument, Fault> {
        let read = || {
            let mut document = document::open(name, bytes)?;
            let _taken = taken.instead(document.takes());
            let (reading, warning) = self.reading_of(&document, force)?;
            document.faults.extend(warning);
            let dated = date(&document, self.today, &self.reader().writing().dates);
            Ok(ReadDocument { document: Arc::new(document), reading, dated })
        };
        document::caught(read).unwrap_or_else(|place| Err(panicked(name, &place)))
    }

    /// What a document declares that is open already; nothing where that can't be told.
    #[must_use]
    pub fn reading(&self, document: &Document, force: Option<&str>) -> Option<Reading> {
        let read = document::caught(|| self.reading_of(document, force));
        Some(read.ok()?.ok()?.0)
    }

    /// What a document declares, and what somebody should know of that.
    fn reading_of(
        &self,
        document: &Document,
        force: Option<&str>,
    ) -> Result<(Reading, Option<Fault>), Fault> {
        // Where a panic strikes, the room is lost with whatever state it was in.
        let mut scratch = self.spare().pop().unwrap_or_default();
        let mut reading = self.reader().read(document, force, &mut scratch);
        self.spare().push(scratch);
        if reading.overfull {
            return Err(overfull(&document.name, reading.statements.len()));
        }
        let warning = whose::settle(document, &mut reading, &self.authors, force, self.forces());
        if let (true, None, Some(name)) = (reading.speaks, &reading.force, force) {
            reading.force_name = Some(name.to_owned());
        }
        self.decisions.apply(document, &mut reading, self.reader());
        Ok((reading, warning))
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// As [`PaperReader::read_bytes`].
    pub fn read_file(
        &self,
        files: &dyn Files,
        path: &Path,
        force: Option<&str>,
    ) -> Result<ReadDocument, Fault> {
        let taken = self.memory.for_file(files.size(path));
        let bytes = files.bytes(path, document::SIZE_LIMIT)?;
        self.read_in(taken, &path.display().to_string(), bytes.into(), force)
    }

    /// Reads a file for a force, or for the one that it names. Faults, warnings included, go to
    /// `faults`.
    pub fn read_paper(
        &self,
        files: &dyn Files,
        path: &Path,
        force: Option<&str>,
        faults: &Faults,
    ) -> Option<ReadPaper> {
        let read = self.read_file(files, path, force).and_then(|read| {
            read.document.faults.iter().for_each(|fault| faults.push(fault.clone()));
            let document = Arc::clone(&read.document);
            let own = |paper: &Paper| {
                let what = own_file(paper.text().body())?;
                Some(no_paper(&path.display().to_string(), what))
            };
            match self.paper(read, force) {
                Ok(paper) => own(&paper.paper).map_or(Ok(paper), Err),
                // That a declaration under another ending speaks for no force isn't what is wrong with it.
                Err(fault) => Err(own(&Paper::new(document)).unwrap_or(fault)),
            }
        });
        read.map_err(|fault| faults.push(fault)).ok()
    }

    /// How far an arrangement stands by what people decided about a document, and by nothing else of it;
    /// nothing where they decided nothing that says so.
    #[must_use]
    pub fn decided_state(
        &self,
        read: &ReadDocument,
        decisions: &Decisions,
        arrangement: &ArrangementId,
    ) -> Option<State> {
        let mut reading = read.reading.clone();
        reading.statements.retain(|own| decisions.of(&read.document, own).is_some());
        decisions.apply(&read.document, &mut reading, self.reader());
        self.reader().resolve_again(&read.document, &mut reading);
        let own = reading.arrangements.iter().find(|own| own.arrangement == *arrangement);
        own.map(|own| own.state)
    }

    /// A document with the force that it speaks for.
    fn paper(&self, read: ReadDocument, asked: Option<&str>) -> Result<ReadPaper, Fault> {
        let reading = &read.reading;
        let as_of = read.dated.as_ref().map_or(self.today, |dated| self.day_of(dated));
        let known = reading.force.as_ref().or_else(|| {
            self.forces().iter().find(|known| asked.is_some_and(|name| known.is_called(name)))
        });
        let named = asked.or(reading.force_name.as_deref());
        let force = match known {
            Some(known) => Some(Force::known(known, as_of)),
            None => named.and_then(|name| Force::named(&capitalised(name), as_of)),
        };
        let unknown = known.is_none();
        let force = force.ok_or_else(|| no_force(&read.document.name, reading))?;
        let paper = Paper::new(Arc::clone(&read.document));
        Ok(ReadPaper { read, paper, force, unknown })
    }

    /// The same with what a list says of it.
    #[must_use]
    pub fn listed(&self, read: ReadPaper, listed: &ListedPaper) -> ReadPaper {
        let ReadPaper { paper, mut force, unknown, mut read } = read;
        if let Some(date) = listed.date {
            let spot =
                read.document.blocks.first().map_or_else(Spot::default, |block| block.spot(0));
            read.dated = Some(Dated { date, quote: String::new(), spot });
        }
        if let Some(dated) = &read.dated {
            force.as_of = self.day_of(dated);
        }
        ReadPaper { read, paper: paper.listed(listed), force, unknown }
    }

    /// The day of the facts of a dated paper: of a month or a year its last, by which all of the
    /// paper had been written.
    fn day_of(&self, dated: &Dated) -> Day {
        dated.date.latest().min(self.today)
    }

    fn reader(&self) -> &Reader {
        &self.reader
    }

    fn forces(&self) -> &[PoliceForce] {
        self.reader.forces()
    }

    fn spare(&self) -> MutexGuard<'_, Vec<Scratch>> {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ReadPaper {
    /// What it declares.
    #[must_use]
    pub fn declaration(&self) -> Declaration {
        let date = self.read.dated.as_ref().map(|dated| dated.date);
        self.paper.declaration(&self.read.reading, self.force.clone(), date)
    }
}

/// The fault of a document that speaks of more than any paper does.
fn overfull(name: &str, statements: usize) -> Fault {
    let most = statements / 1000 * 1000;
    let message = format!("`{name}` speaks of arrangements in more than {most} places");
    Fault::whole("document::too-large", message)
        .help("split it, or save the part that matters as plain text")
}

/// The fault of a document on which the program itself failed.
#[must_use]
pub fn panicked(name: &str, place: &str) -> Fault {
    let message = format!("`{name}` couldn't be read: this is a fault of msacheck");
    Fault::whole("document::panicked", message).help(format!(
        "please report it with the document, or with what kind of document it is, and this place: \
         {place}"
    ))
}

/// The fault of a document that is a file of this program: read as a paper, it would prove itself.
fn no_paper(name: &str, what: &str) -> Fault {
    let help = match what {
        "a declaration" => {
            "save it as plain text under a name that ends in `.toml`: not in `.toml.txt`, of which some \
             systems hide the end, and not as a Word document"
        }
        _ => "name the paper itself; a declaration is named with its ending `.toml`",
    };
    Fault::whole("document::speaks-for-itself", format!("`{name}` is no paper: it is {what}"))
        .help(help)
}

fn no_force(name: &str, reading: &Reading) -> Fault {
    let message = if reading.speaks {
        format!("`{name}` doesn't say for which force it speaks")
    } else {
        format!("`{name}` speaks for no force on modern slavery")
    };
    Fault::whole("document::no-force", message)
        .help("`--force NAME` says for which force it is read, such as `--force west-midlands`")
}

/// The name of a force with capitals.
fn capitalised(name: &str) -> String {
    let words = name.split_whitespace().map(|word| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        let small = matches!(word, "and" | "of");
        if small { word.to_owned() } else { first.chain(letters).collect() }
    });
    words.collect::<Vec<_>>().join(" ")
}
