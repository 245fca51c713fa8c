//! The inputs of a check: declarations, and documents, which are read first.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::asked::Check;
use super::dates::{declared_twice, passed_over};
use super::facts::{before_every_rule, set_facts};
use super::files::Files;
use super::inside::{Inside, named_by_settings};
use super::ordered::in_order;
use super::paper::{PaperReader, ReadPaper};
use super::search::{FoundFile, Search, Wanted, is_declaration};
use super::sources::Beside;
use crate::declaration::{
    ByDate, Declaration, by_date, called_now, check_judgements, hold_against_sources, latest, load,
};
use crate::rulebook::{ForceId, Rulebook};
use crate::source::{Fault, Faults, Text};
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

/// One input.
enum Loaded {
    Declaration(Box<Declaration>),
    Paper(Option<Box<ReadPaper>>),
    Failed,
}

/// What every input is loaded with.
struct Loader<'a> {
    check: &'a Check<'a>,
    papers: Option<&'a PaperReader>,
    /// What somebody named, however it is named elsewhere.
    named: BTreeSet<PathBuf>,
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
        gathered.faults.extend(gathered.declarations.iter().filter_map(passed_over));
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
        let mut gathered = self.load(inputs)?;
        self.tell_dates_apart(&mut gathered);
        self.drop_what_nothing_is_asked_of(&mut gathered);
        Ok(gathered)
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
        let requirements = self.rules.rulebook().requirements().iter();
        let Some(first) = requirements.map(|requirement| requirement.from).min() else { return };
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
        load_all(self, inputs)
    }
}

/// Finds, loads and reads inputs; each is a declaration of its own.
fn load_all(check: &Check<'_>, arguments: &[PathBuf]) -> Result<Gathered, Vec<Fault>> {
    let faults = Faults::new();
    check.rules.former_names().iter().for_each(|fault| faults.push(fault.clone()));
    let search =
        Search { files: check.files, arguments, wanted: Wanted::Inputs, ignored: check.ignored };
    let mut unfound = 0;
    let mut found: Vec<FoundFile> = Vec::new();
    for one in search.find() {
        match one {
            Ok(one) => found.push(one),
            Err(fault) => {
                unfound += usize::from(!fault.is_warning());
                faults.push(fault);
            }
        }
    }
    let reads = check.reads_sources || found.iter().any(|one| !is_declaration(&one.path));
    let papers = reads.then(|| PaperReader::of(check)).transpose()?;
    let near_miss = papers.as_ref().and_then(|papers| papers.near_miss(check.force.as_deref()));
    near_miss.into_iter().for_each(|fault| faults.push(fault));

    let loader = Loader { check, papers: papers.as_ref(), named: search.named() };
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
        .filter_map(|(_, input)| input.declared())
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
        match input.declaration() {
            Some(own) => declared.push(own),
            None => lost.push(name),
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
        .filter_map(|input| match input {
            Loaded::Declaration(declaration) => Some(declaration.force.clone()),
            Loaded::Paper(Some(paper)) if paper.read.dated.is_some() => Some(paper.force.clone()),
            _ => None,
        })
        .collect();
    let papers = loaded.iter_mut().filter_map(|input| match input {
        Loaded::Paper(paper) => Some(paper),
        _ => None,
    });
    set_facts(papers, &dated, check.as_of, check.today, faults);
}

impl Loaded {
    fn declared(&self) -> Option<&Declaration> {
        match self {
            Self::Declaration(declaration) => Some(declaration),
            _ => None,
        }
    }

    fn declaration(self) -> Option<Declaration> {
        match self {
            Self::Declaration(declaration) => Some(*declaration),
            Self::Paper(paper) => paper.map(|paper| paper.declaration()),
            Self::Failed => None,
        }
    }
}

impl Loader<'_> {
    /// Loads inputs on as many threads as the check has, in their order.
    fn load_all(
        &self,
        found: &[(usize, FoundFile)],
        faults: &Faults,
    ) -> Result<Vec<(usize, Loaded)>, Vec<Fault>> {
        let mut loaded = Vec::with_capacity(found.len());
        let work = |(at, one): &(usize, FoundFile)| (*at, self.load(&one.path));
        in_order(found.iter(), self.check.jobs.min(found.len()), work, |(at, (input, told))| {
            loaded.push((at, input));
            let mut all = faults;
            all.extend(told);
            ControlFlow::Continue(())
        })
        .map_err(|fault| vec![fault])?;
        Ok(loaded)
    }

    /// The files that a declaration quotes.
    fn sources<'a>(&'a self, own: &'a Declaration) -> impl Iterator<Item = PathBuf> + 'a {
        let folder = Path::new(own.text.name()).parent().unwrap_or(Path::new(""));
        let named = own.sources.iter().filter_map(|source| source.file.as_ref());
        named.map(|name| self.check.files.identity(&folder.join(name)))
    }

    /// Loads an input, with what is to be said of it.
    fn load(&self, path: &Path) -> (Loaded, Vec<Fault>) {
        let faults = Faults::new();
        let input = match self.papers.filter(|_| !is_declaration(path)) {
            Some(papers) => {
                let force = self.check.force.as_deref();
                let read = papers.read_paper(self.check.files, path, force, &faults);
                Loaded::Paper(read.map(Box::new))
            }
            None => self
                .declaration(path, &faults)
                .map_or(Loaded::Failed, |own| Loaded::Declaration(Box::new(own))),
        };
        (input, faults.into_sorted())
    }

    fn declaration(&self, path: &Path, faults: &Faults) -> Option<Declaration> {
        let Check { rules, files, today, .. } = self.check;
        let text = files.text(path).map_err(|fault| faults.push(fault)).ok()?;
        let text = match self.check.project.filter(|_| self.check.named_by_settings) {
            Some(project) => named_by_settings(*files, project, path, text),
            None => text,
        };
        let inside = Inside::of(path, self.check.project);
        let mut declaration = load_text(rules.rulebook(), *files, &text, inside, *today, faults)?;
        if let Some(papers) = self.papers {
            self.read_sources(path, &mut declaration, papers);
        }
        Some(declaration)
    }

    /// Holds a declaration against its own sources, as they read. Those that somebody named as
    /// inputs are merged instead, and those that can't be read were told of when it was loaded.
    fn read_sources(&self, path: &Path, declaration: &mut Declaration, papers: &PaperReader) {
        let files = self.check.files;
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut readings = BTreeMap::new();
        for source in &declaration.sources {
            let Some(name) = source.file.as_ref().filter(|_| source.text.is_some()) else {
                continue;
            };
            let path = folder.join(name);
            if self.named.contains(&files.identity(&path)) {
                continue;
            }
            let unheard = Faults::new();
            let force = Some(declaration.force.id.as_str());
            if let Some(mut read) = papers.read_paper(files, &path, force, &unheard) {
                read.paper = read.paper.named(source.id.clone());
                readings.insert(source.id.clone(), read.declaration());
            }
        }
        hold_against_sources(declaration, &readings);
    }
}

/// Reads and loads a declaration, whose sources are looked for inside some folders. Faults, warnings
/// included, go to `faults`.
pub fn declaration(
    rulebook: &Rulebook,
    files: &dyn Files,
    path: &Path,
    inside: Inside,
    today: Day,
    faults: &Faults,
) -> Option<Declaration> {
    let text = files.text(path).map_err(|fault| faults.push(fault)).ok()?;
    load_text(rulebook, files, &text, inside, today, faults)
}

/// Loads the text of a declaration, as it is or will be saved under a path: as a check does that names it.
/// Faults, warnings included, go to `faults`.
pub fn declaration_in(
    check: &Check<'_>,
    path: &Path,
    text: &Arc<Text>,
    faults: &Faults,
) -> Option<Declaration> {
    let inside = Inside::of(path, check.project);
    load_text(check.rules.rulebook(), check.files, text, inside, check.today, faults)
}

fn load_text(
    rulebook: &Rulebook,
    files: &dyn Files,
    text: &Arc<Text>,
    inside: Inside,
    today: Day,
    faults: &Faults,
) -> Option<Declaration> {
    let folder = Path::new(text.name()).parent().unwrap_or(Path::new(""));
    let sources = Beside::new(files, folder).inside(inside);
    let loaded = load(text, rulebook.vocabulary(), &sources, today, faults);
    let known = check_judgements(text, rulebook, faults);
    let mut declaration = loaded.filter(|_| known)?;
    declaration.judgements = called_now(declaration.judgements, rulebook);
    Some(declaration)
}
