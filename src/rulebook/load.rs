//! From the files of rule packs to a rulebook, with every fault of every file.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::arrangement_file::read_arrangement;
use super::consistency::check;
use super::event::read_event;
use super::file::FileRole;
use super::instrument::{read_instrument, read_provision};
use super::police_force::read_forces;
use super::ranks::read_ranks;
use super::reach::read_reach;
use super::requirement::{ReadRequirement, read_requirement};
use super::vocabulary::Terms;
use super::{
    Arrangement, Instrument, InstrumentId, Provision, RuleFile, Rulebook, Vocabulary, examples,
};
use crate::source::{Fault, Faults, Located, Place, Span, Table, parse_part};
use crate::standing::RankTable;

impl Rulebook {
    /// Loads the files of all packs.
    ///
    /// # Errors
    ///
    /// Every fault of every file.
    pub fn load(files: &[RuleFile]) -> Result<Self, Vec<Fault>> {
        load(files)
    }

    /// Loads packs beside this rulebook, as if all had been loaded together; `None` where that must
    /// be done, because the packs bring ranks, repeat an id or have faults.
    #[must_use]
    pub fn beside(&self, files: &[RuleFile]) -> Option<Self> {
        load_beside(self, files)
    }
}

/// Loads a rulebook out of the files of all packs.
///
/// # Errors
///
/// Every fault of every file, in the order of files and places.
fn load(files: &[RuleFile]) -> Result<Rulebook, Vec<Fault>> {
    let faults = Faults::new();
    let mut loader = PackLoader { files, faults: &faults, seen: BTreeMap::new() };
    let ranks = loader.ranks();
    let terms = loader.terms(&Terms::default());
    let vocabulary = loader.vocabulary(ranks, terms);
    let instruments = loader.instruments();
    let (provisions, requirements) = loader.rules(&instruments, &vocabulary);
    check(&faults, &instruments, &provisions, &requirements);
    if faults.has_errors() {
        return Err(faults.into_sorted());
    }
    let requirements = requirements.into_iter().map(|(_, read)| read.requirement).collect();
    Ok(Rulebook::new(vocabulary, instruments, provisions, requirements, files.to_vec()))
}

/// Loads packs beside a rulebook that is sound already; `None` where they bring ranks, repeat an id
/// or have a fault: then everything must be loaded together, to say what is wrong and where.
fn load_beside(base: &Rulebook, files: &[RuleFile]) -> Option<Rulebook> {
    if files.iter().any(|file| matches!(file.role(), Some(FileRole::Ranks))) {
        return None;
    }
    let faults = Faults::new();
    let mut loader = PackLoader { files, faults: &faults, seen: BTreeMap::new() };
    let known = base.vocabulary();
    let added = loader.arrangements(known.ranks()).0;
    let repeats = added.iter().any(|new| known.arrangement(new.id.as_str()).is_some());
    let arrangements = [known.arrangements(), &added].concat();
    let named = known.terms();
    let terms = loader.terms(named);
    let repeats = repeats || terms.repeat(named);
    let ranks = known.ranks().clone();
    let vocabulary = Vocabulary::new(ranks, arrangements, BTreeSet::new(), terms);

    let added = loader.instruments();
    let repeats = repeats || added.iter().any(|new| base.instrument(new.id.as_str()).is_some());
    let instruments = [base.instruments(), &added].concat();
    let (provisions, requirements) = loader.rules(&instruments, &vocabulary);
    let repeats = repeats
        || provisions.iter().any(|new| {
            let same = |old: &&Provision| old.instrument == new.instrument && old.id == new.id;
            base.provisions().iter().any(|old| same(&old))
        })
        || requirements
            .iter()
            .any(|(_, new)| !base.versions(new.requirement.id.as_str()).is_empty());
    let provisions = [base.provisions(), &provisions].concat();
    check(&faults, &instruments, &provisions, &requirements);
    if repeats || faults.has_errors() {
        return None;
    }
    let added = requirements.into_iter().map(|(_, read)| read.requirement);
    let requirements = base.requirements().iter().cloned().chain(added).collect();
    let files = [base.files(), files].concat();
    Some(Rulebook::new(vocabulary, instruments, provisions, requirements, files))
}

struct PackLoader<'a> {
    files: &'a [RuleFile],
    faults: &'a Faults,
    /// Where each id was first given, by what it names.
    seen: BTreeMap<(&'static str, String), Place>,
}

impl<'a> PackLoader<'a> {
    fn ranks(&self) -> RankTable {
        let files = self.files.iter();
        let files = files.filter(|file| matches!(file.role(), Some(FileRole::Ranks)));
        let mut known: Option<RankTable> = None;
        let mut any = false;
        for file in files {
            any = true;
            let read = self.read(file, |table| read_ranks(table, known.as_ref()));
            known = read.or(known);
        }
        if !any {
            self.faults.push(Fault::whole("rules::no-ranks", "no pack has a `ranks.toml`"));
        }
        known.unwrap_or_default()
    }

    fn vocabulary(&mut self, ranks: RankTable, terms: Terms) -> Vocabulary {
        let (arrangements, broken) = self.arrangements(&ranks);
        Vocabulary::new(ranks, arrangements, broken, terms)
    }

    /// What is known by name beside arrangements, with what is known already.
    fn terms(&mut self, known: &Terms) -> Terms {
        let mut terms = known.clone();
        for file in self.files {
            match file.role() {
                Some(FileRole::Forces) => {
                    self.read(file, |table| {
                        read_forces(table, &mut terms.forces);
                        Some(())
                    });
                }
                Some(FileRole::Reach) => {
                    let rows = self.rows(file, "reach", read_reach);
                    terms.reaches.extend(self.new_ones("term", file, rows, |of| of.id.as_str()));
                }
                Some(FileRole::Events) => {
                    let rows = self.rows(file, "event", read_event);
                    terms.events.extend(self.new_ones("event", file, rows, |of| of.id.as_str()));
                }
                _ => {}
            }
        }
        terms
    }

    /// The tables of a file that holds nothing else.
    fn rows<T>(
        &self,
        file: &RuleFile,
        key: &'static str,
        read: impl Fn(Table<'_>) -> Option<T>,
    ) -> Vec<T> {
        let rows = self.read(file, |table| {
            let rows: Vec<T> = table.tables(key).into_iter().filter_map(&read).collect();
            table.finish();
            Some(rows)
        });
        rows.unwrap_or_default()
    }

    /// Those whose id isn't taken; the others are faults.
    fn new_ones<T>(
        &mut self,
        what: &'static str,
        file: &RuleFile,
        found: Vec<Located<T>>,
        id: impl Fn(&T) -> &str,
    ) -> Vec<T> {
        let mut new = Vec::new();
        for one in found {
            if self.is_new(what, id(&one.value), file, &one.span) {
                new.push(one.value);
            }
        }
        new
    }

    /// The arrangements, and the names of those that couldn't be read.
    fn arrangements(&mut self, ranks: &RankTable) -> (Vec<Arrangement>, BTreeSet<String>) {
        let mut arrangements: Vec<Arrangement> = Vec::new();
        let mut broken = BTreeSet::new();
        for file in self.files {
            let Some(FileRole::Arrangement { id }) = file.role() else { continue };
            match self.read(file, |table| read_arrangement(table, ranks)) {
                Some(found) => {
                    if found.value.id.as_str() != id {
                        self.misnamed(file, &found.span, found.value.id.as_str(), id, "file");
                    }
                    if self.is_new("arrangement", found.value.id.as_str(), file, &found.span) {
                        arrangements.push(found.value);
                    }
                }
                None => {
                    broken.insert(id.to_owned());
                }
            }
        }
        (arrangements, broken)
    }

    fn instruments(&mut self) -> Vec<Instrument> {
        let mut instruments = Vec::new();
        for file in self.files {
            let Some(FileRole::Instrument { folder }) = file.role() else { continue };
            let Some(found) = self.read(file, read_instrument) else { continue };
            let id = found.value.id.as_str();
            if id != folder {
                self.misnamed(file, &found.span, id, folder, "folder");
            }
            if self.is_new("instrument", id, file, &found.span) {
                instruments.push(found.value);
            }
        }
        instruments
    }

    fn rules(
        &mut self,
        instruments: &[Instrument],
        vocabulary: &Vocabulary,
    ) -> (Vec<Provision>, Vec<(&'a RuleFile, ReadRequirement)>) {
        let mut provisions = Vec::new();
        let mut requirements = Vec::new();
        let files = self.files;
        let described: BTreeSet<&str> = files
            .iter()
            .filter_map(|file| match file.role() {
                Some(FileRole::Instrument { folder }) => Some(folder),
                _ => None,
            })
            .chain(instruments.iter().map(|known| known.id.as_str()))
            .collect();
        for file in files {
            let folder = match file.role() {
                Some(FileRole::Rules { folder }) => folder,
                Some(_) => continue,
                None => {
                    self.stray(file, "it belongs in `arrangements/` or in an instrument's folder");
                    continue;
                }
            };
            if !described.contains(folder) {
                self.stray(file, "its folder has no `instrument.toml`");
                continue;
            }
            let instrument = InstrumentId::from(folder);
            if !instruments.iter().any(|known| known.id == instrument) {
                continue;
            }
            let read = self.read(file, |table| {
                let provisions: Vec<Located<Provision>> = table
                    .tables("provision")
                    .into_iter()
                    .filter_map(|table| read_provision(table, &instrument))
                    .collect();
                let requirements: Vec<ReadRequirement> = table
                    .tables("requirement")
                    .into_iter()
                    .filter_map(|table| read_requirement(table, &instrument, vocabulary))
                    .collect();
                table.finish();
                Some((provisions, requirements))
            });
            let (found, read) = read.unwrap_or_default();
            for provision in found {
                let name = format!("{folder}/{}", provision.value.id);
                if self.is_new("provision", &name, file, &provision.span) {
                    provisions.push(provision.value);
                }
            }
            requirements.extend(read.into_iter().map(|requirement| (file, requirement)));
        }
        (provisions, requirements)
    }

    fn read<T>(&self, file: &RuleFile, read: impl FnOnce(Table<'_>) -> Option<T>) -> Option<T> {
        let part = examples::without(file.text.body());
        let part = part.as_deref().unwrap_or_else(|| file.text.body());
        let parsed = parse_part(part, &file.text, self.faults);
        read(Table::root(&parsed, &file.text, self.faults))
    }

    fn is_new(&mut self, what: &'static str, id: &str, file: &RuleFile, span: &Span) -> bool {
        // Two files may be known by one name: the place alone doesn't tell them apart.
        let first = match self.seen.entry((what, id.to_owned())) {
            Entry::Vacant(free) => {
                free.insert(file.text.place(span.start));
                return true;
            }
            Entry::Occupied(first) => first.into_mut(),
        };
        let fault = Fault::new(
            "rules::duplicate-id",
            &file.text,
            span.clone(),
            format!("there are two {what}s `{id}`"),
            "used again here",
        )
        .help(format!("first used: {first}"));
        self.faults.push(fault);
        false
    }

    fn misnamed(&self, file: &RuleFile, span: &Span, id: &str, name: &str, what: &str) {
        self.faults.push(
            Fault::new(
                "rules::misnamed",
                &file.text,
                span.clone(),
                format!("the id is `{id}`, the {what} is called `{name}`"),
                format!("expected `{name}`"),
            )
            .help(format!("an id is the name of its {what}, so that it can be found")),
        );
    }

    fn stray(&self, file: &RuleFile, why: &str) {
        let name = file.text.name();
        self.faults.push(
            Fault::whole("rules::stray-file", format!("`{name}` has no place in a rule pack"))
                .help(why.to_owned()),
        );
    }
}
