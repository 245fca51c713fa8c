//! The inputs of a check: declarations, and documents, which are read first.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::asked::Check;
use super::dates::{declared_twice, passed_over};
use super::facts::{before_every_rule, set_facts};
use super::load::{Found, Loaded, Loader};
use super::paper::PaperReader;
use super::search::{FoundFile, is_declaration};
use crate::declaration::{ByDate, Declaration, by_date, latest};
use crate::rulebook::ForceId;
use crate::source::{Fault, Faults};
use crate::standing::Day;

/// What inputs came to.
#[derive(Debug)]
pub struct Gathered {
    /// What is declared, in the order of the inputs.
    pub declarations: Vec<Declaration>,
    /// How many inputs came to nothing.
    pub failed: usize,
    /// The files among them, as they were named.
    pub lost: Vec<String>,
    /// What somebody should look at, and why inputs came to nothing; in the order of files and places.
    pub faults: Vec<Fault>,
    /// Every file that was read, or that a declaration quotes, however it is named.
    pub read: BTreeSet<PathBuf>,
}

impl Check<'_> {
    /// Finds, loads and reads inputs: files, folders, patterns of names, or
    /// [`STDIN`](super::STDIN). Those of one force and date are merged, and of several dates the one
    /// that counts on the day assessed is kept.
    ///
    /// # Errors
    ///
    /// Where nothing at all can be done: the rules on which reading rests have faults, or no threads
    /// can be started. What is wrong with one input stands among the faults of what was gathered.
    pub fn gather(&self, inputs: &[PathBuf]) -> Result<Gathered, Vec<Fault>> {
        let mut gathered = self.load(inputs)?;
        let lost = self.tell_dates_apart(&mut gathered);
        // Of a force of which one date can't be told, an older one mustn't count in its place.
        gathered.declarations.retain(|own| !lost.contains(&own.force.id));
        gathered.declarations = latest(gathered.declarations, self.as_of);
        gathered.faults.extend(passed_over(&gathered.declarations));
        self.drop_what_nothing_is_asked_of(&mut gathered);
        Ok(gathered)
    }

    /// The same with every date of each force: the dates of a force one after the other, the oldest
    /// first.
    ///
    /// # Errors
    ///
    /// As [`Check::gather`].
    pub fn gather_dates(&self, inputs: &[PathBuf]) -> Result<Gathered, Vec<Fault>> {
        self.dates_of(Found::of(self, inputs))
    }

    /// The same of files that were found.
    pub(super) fn dates_of(&self, found: Found) -> Result<Gathered, Vec<Fault>> {
        let mut gathered = load_all(self, found)?;
        self.tell_dates_apart(&mut gathered);
        self.drop_what_nothing_is_asked_of(&mut gathered);
        Ok(gathered)
    }

    /// The day on which the first of the rules began to count.
    pub(super) fn first_rule(&self) -> Option<Day> {
        self.rules.rulebook().requirements().iter().map(|requirement| requirement.from).min()
    }

    /// Makes a declaration of each date of each force, and tells of the dates that were declared twice:
    /// of these forces.
    fn tell_dates_apart(&self, gathered: &mut Gathered) -> BTreeSet<ForceId> {
        let ByDate { declarations, same_day } = by_date(std::mem::take(&mut gathered.declarations));
        gathered.declarations = declarations;
        let mut forces = BTreeSet::new();
        for twice in same_day {
            gathered.failed += twice.inputs();
            gathered.lost.extend(twice.files().map(str::to_owned));
            gathered.faults.extend(declared_twice(&twice));
            forces.extend(twice.force().cloned());
        }
        forces
    }

    /// An assessment of a day before every rule would find nothing, and say that nothing is wrong.
    fn drop_what_nothing_is_asked_of(&self, gathered: &mut Gathered) {
        let Some(first) = self.first_rule() else { return };
        let Gathered { failed, faults, lost, .. } = gathered;
        gathered.declarations.retain(|own| {
            let day = self.as_of.unwrap_or(own.force.as_of);
            if day < first {
                *failed += 1;
                lost.push(own.text.name().to_owned());
                faults.push(before_every_rule(own.text.name(), day, first));
            }
            day >= first
        });
    }

    /// The same without merging: each input is a declaration of its own.
    ///
    /// # Errors
    ///
    /// As [`Check::gather`].
    pub fn load(&self, inputs: &[PathBuf]) -> Result<Gathered, Vec<Fault>> {
        load_all(self, Found::of(self, inputs))
    }
}

/// Loads and reads what was found; each is a declaration of its own.
fn load_all(check: &Check<'_>, found: Found) -> Result<Gathered, Vec<Fault>> {
    let Found { files: found, unfound, faults, named } = found;
    check.begins(found.len());
    let reads = check.reads_sources || found.iter().any(|one| !is_declaration(&one.path));
    let papers = reads.then(|| PaperReader::of(check)).transpose()?;
    let near_miss = papers.as_ref().and_then(|papers| papers.near_miss(check.force.as_deref()));
    near_miss.into_iter().for_each(|fault| faults.push(fault));

    let loader = Loader { check, papers: papers.as_ref(), named };
    let mut read: BTreeSet<PathBuf> = found.iter().map(|one| one.identity.clone()).collect();
    let paths: BTreeMap<usize, PathBuf> =
        found.iter().enumerate().map(|(at, one)| (at, one.path.clone())).collect();
    let (declarations, documents): (Vec<_>, Vec<_>) =
        found.into_iter().enumerate().partition(|(_, one)| is_declaration(&one.path));
    let mut loaded = loader.load_all(&declarations, &faults)?;
    // What a folder holds beside a declaration that quotes it is the declaration's, not a paper of
    // its own.
    let quoted: BTreeSet<PathBuf> = loaded
        .iter()
        .flat_map(|(_, input)| input.declared())
        .flat_map(|own| loader.sources(own))
        .collect();
    let documents: Vec<(usize, FoundFile)> = documents
        .into_iter()
        .filter(|(_, one)| loader.named.contains(&one.identity) || !quoted.contains(&one.identity))
        .collect();
    read.extend(quoted);
    loaded.extend(loader.load_all(&documents, &faults)?);
    // Forces come in the order of their first input.
    loaded.sort_by_key(|(at, _)| *at);
    let name = |at: &usize| paths.get(at).map(|path| path.display().to_string());
    let names: Vec<String> = loaded.iter().map(|(at, _)| name(at).unwrap_or_default()).collect();
    let mut loaded: Vec<Loaded> = loaded.into_iter().map(|(_, input)| input).collect();

    date_papers(check, &mut loaded, &faults);
    let (mut declared, mut lost) = (Vec::with_capacity(loaded.len()), Vec::new());
    for (input, name) in loaded.into_iter().zip(names) {
        for own in input.declarations() {
            match own {
                Some(own) => declared.push(own),
                None => lost.push(name.clone()),
            }
        }
    }
    Ok(Gathered {
        failed: unfound + lost.len(),
        lost,
        declarations: declared,
        faults: faults.into_sorted(),
        read,
    })
}

/// Gives undated papers the day of the latest facts of their force.
fn date_papers(check: &Check<'_>, loaded: &mut [Loaded], faults: &Faults) {
    let dated: Vec<_> = loaded
        .iter()
        .flat_map(|input| {
            let paper = match input {
                Loaded::Paper(Some(paper)) if paper.read.dated.is_some() => Some(&paper.force),
                _ => None,
            };
            input.declared().map(|own| &own.force).chain(paper).cloned()
        })
        .collect();
    let papers = loaded.iter_mut().filter_map(|input| match input {
        Loaded::Paper(paper) => Some(paper),
        _ => None,
    });
    set_facts(papers, &dated, check.as_of, check.today, faults);
}
