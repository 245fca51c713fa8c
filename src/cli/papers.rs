//! Documents among the inputs: opened, read, and made into declarations.

use std::path::Path;

use super::forces::near_miss;
use super::read::panicked;
use super::{Shared, inputs};
use crate::declaration::{Declaration, Force, Paper};
use crate::document::{self, caught};
use crate::project::Project;
use crate::reading::{Dated, Reader, Reading, Scratch, date};
use crate::rulebook::{ForceId, PoliceForce, Rulebook};
use crate::source::{Fault, Faults, read_bytes};
use crate::standing::Day;

/// What reads documents, made once for all of them.
pub(super) struct Papers {
    reader: Reader,
    scratch: Scratch,
    forces: Vec<PoliceForce>,
    today: Day,
}

/// A document that was read, with the force that it is read for.
pub(super) struct ReadPaper {
    pub(super) paper: Paper,
    pub(super) reading: Reading,
    /// Its own date, if it has one.
    pub(super) dated: Option<Dated>,
    /// The force; its facts are of the paper's own date, or of today where it has none.
    pub(super) force: Force,
    /// Whether no table knows the force.
    pub(super) unknown: bool,
}

impl Papers {
    pub(super) fn new(
        shared: &Shared,
        project: Option<&Project>,
        rulebook: &Rulebook,
    ) -> Result<Self, Vec<Fault>> {
        let lexicon = inputs::lexicon(shared, project)?;
        let reader = Reader::new(&lexicon, rulebook.vocabulary().ranks());
        Ok(Self {
            reader,
            scratch: Scratch::default(),
            forces: lexicon.forces,
            today: inputs::today(shared),
        })
    }

    /// A warning where the name of a force is nearly a known one.
    pub(super) fn near_miss(&self, force: Option<&str>) -> Option<Fault> {
        near_miss(force?, &self.forces)
    }

    /// Reads a document for a force, or for the one that it names. Faults, warnings included, go to
    /// `faults`.
    pub(super) fn read(
        &mut self,
        path: &Path,
        force: Option<&str>,
        faults: &Faults,
    ) -> Option<ReadPaper> {
        let read = match caught(|| self.try_read(path, force, faults)) {
            Ok(read) => read,
            Err(place) => {
                // Nobody knows in what state it was left.
                self.scratch = Scratch::default();
                Err(panicked(path, &place))
            }
        };
        read.map_err(|fault| faults.push(fault)).ok()
    }

    fn try_read(
        &mut self,
        path: &Path,
        force: Option<&str>,
        faults: &Faults,
    ) -> Result<ReadPaper, Fault> {
        let name = path.display().to_string();
        let bytes = read_bytes(path, document::SIZE_LIMIT)?;
        let mut document = document::open(&name, &bytes)?;
        std::mem::take(&mut document.faults).into_iter().for_each(|fault| faults.push(fault));
        let reading = self.reader.read(&document, force, &mut self.scratch);
        let dated = date(&document, self.today);
        let as_of = dated.as_ref().map_or(self.today, |dated| self.day_of(dated));
        let known = reading.force.as_ref().or_else(|| {
            self.forces.iter().find(|known| force.is_some_and(|name| known.is_called(name)))
        });
        let (force, unknown) = match (known, force.or(reading.force_name.as_deref())) {
            (Some(known), _) => (Some(Force::known(known, as_of)), false),
            (None, Some(name)) => (Force::named(&shown(name), as_of), true),
            (None, None) => (None, false),
        };
        let force = force.ok_or_else(|| no_force(&name, &reading))?;
        Ok(ReadPaper { paper: Paper::new(document), reading, dated, force, unknown })
    }

    /// The day of the facts of a dated paper: of a month or a year its last, by which all of the
    /// paper had been written.
    fn day_of(&self, dated: &Dated) -> Day {
        dated.date.latest().min(self.today)
    }
}

impl ReadPaper {
    /// What it declares.
    pub(super) fn declaration(&self) -> Declaration {
        let date = self.dated.as_ref().map(|dated| dated.date);
        self.paper.declaration(&self.reading, self.force.clone(), date)
    }
}

/// Gives undated papers the day of the latest facts of their force, else `as_of`. Those for which
/// there is no day are taken out, with a fault each.
pub(super) fn set_facts(
    papers: &mut Vec<ReadPaper>,
    declared: &[Declaration],
    as_of: Option<Day>,
    today: Day,
    faults: &Faults,
) {
    let of_papers = papers.iter().filter(|paper| paper.dated.is_some()).map(|paper| &paper.force);
    let forces = declared.iter().map(|declaration| &declaration.force).chain(of_papers);
    let dated: Vec<(ForceId, Day)> = forces.map(|force| (force.id.clone(), force.as_of)).collect();
    papers.retain_mut(|paper| {
        if paper.dated.is_some() {
            return true;
        }
        let own = dated.iter().filter(|(id, _)| *id == paper.force.id).map(|(_, day)| *day);
        match own.max().or(as_of) {
            Some(day) if day <= today => {
                paper.force.as_of = day;
                true
            }
            Some(day) => {
                faults.push(to_come(day, today));
                false
            }
            None => {
                let name = paper.paper.text().name();
                faults.push(
                    Fault::whole("document::undated", format!("`{name}` says no date of its own"))
                        .help("say of what day its facts are, such as `--as-of 2017-06-30`"),
                );
                false
            }
        }
    });
}

/// The fault of a day of facts that is still to come.
pub(super) fn to_come(as_of: Day, today: Day) -> Fault {
    let message = format!("`--as-of` {as_of} lies in the future: today is {today}");
    Fault::whole("usage::future-date", message)
        .help("facts can't be of a day that is still to come")
}

/// The fault of inputs that speak for several forces where one was asked for.
pub(super) fn several_forces(ids: &[&str]) -> Fault {
    let message = format!("these speak for several forces: {}", ids.join(", "));
    Fault::whole("usage::several-forces", message)
        .help("name the files of one force; `--force NAME` says for which documents are read")
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
fn shown(name: &str) -> String {
    let words = name.split_whitespace().map(|word| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        let small = matches!(word, "and" | "of");
        if small { word.to_owned() } else { first.chain(letters).collect() }
    });
    words.collect::<Vec<_>>().join(" ")
}
