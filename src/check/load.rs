//! Finding inputs, and loading each: a declaration as it is, a document as it reads.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::asked::Check;
use super::declared::Declared;
use super::ordered::in_order;
use super::paper::{PaperReader, ReadPaper};
use super::search::{FoundFile, Search, Wanted, is_declaration};
use crate::declaration::{Declaration, hold_against_sources};
use crate::source::{Fault, Faults};

/// One input.
pub(super) enum Loaded {
    /// What a file declares; nothing in place of what couldn't be loaded.
    Declared(Vec<Option<Declaration>>),
    Paper(Option<Box<ReadPaper>>),
}

/// What every input is loaded with.
pub(super) struct Loader<'a> {
    pub(super) check: &'a Check<'a>,
    pub(super) papers: Option<&'a PaperReader>,
    /// What somebody named, however it is named elsewhere.
    pub(super) named: BTreeSet<PathBuf>,
}

/// The files that inputs name.
pub(super) struct Found {
    pub(super) files: Vec<FoundFile>,
    /// How many inputs name none.
    pub(super) unfound: usize,
    /// What is to be said of them, and of the rules that the check was asked by.
    pub(super) faults: Faults,
    /// What somebody named, however it is named elsewhere.
    pub(super) named: BTreeSet<PathBuf>,
}

impl Found {
    pub(super) fn of(check: &Check<'_>, arguments: &[PathBuf]) -> Self {
        let faults = Faults::new();
        check.rules.former_names().iter().for_each(|fault| faults.push(fault.clone()));
        let wanted = Wanted::Inputs;
        let search = Search { files: check.files, arguments, wanted, ignored: check.ignored };
        let (mut unfound, mut files) = (0, Vec::new());
        for one in search.find() {
            match one {
                Ok(one) => files.push(one),
                Err(fault) => {
                    unfound += usize::from(!fault.is_warning());
                    faults.push(fault);
                }
            }
        }
        Self { files, unfound, faults, named: search.named() }
    }
}

impl Loaded {
    pub(super) fn declared(&self) -> impl Iterator<Item = &Declaration> {
        let declared = match self {
            Self::Declared(declared) => declared.as_slice(),
            Self::Paper(_) => &[],
        };
        declared.iter().flatten()
    }

    pub(super) fn declarations(self) -> Vec<Option<Declaration>> {
        match self {
            Self::Declared(declared) => declared,
            Self::Paper(paper) => vec![paper.map(|paper| paper.declaration())],
        }
    }
}

impl Loader<'_> {
    /// Loads inputs on as many threads as the check has, in their order.
    pub(super) fn load_all(
        &self,
        found: &[(usize, FoundFile)],
        faults: &Faults,
    ) -> Result<Vec<(usize, Loaded)>, Vec<Fault>> {
        let mut loaded = Vec::with_capacity(found.len());
        let work = |(at, one): &(usize, FoundFile)| (*at, self.load(&one.path));
        let threads = self.check.threads_for(found.len());
        in_order(found.iter(), threads, work, |(at, (input, told))| {
            loaded.push((at, input));
            self.check.one_done();
            let mut all = faults;
            all.extend(told);
            ControlFlow::Continue(())
        })
        .map_err(|fault| vec![fault])?;
        Ok(loaded)
    }

    /// The files that a declaration quotes.
    pub(super) fn sources<'a>(
        &'a self,
        own: &'a Declaration,
    ) -> impl Iterator<Item = PathBuf> + 'a {
        let folder = Path::new(own.text.name()).parent().unwrap_or(Path::new(""));
        let named = own.sources.iter().filter_map(|source| source.file.as_ref());
        named.map(|name| self.check.files.identity(&folder.join(name)))
    }

    /// Loads an input, with what is to be said of it.
    fn load(&self, path: &Path) -> (Loaded, Vec<Fault>) {
        let faults = Faults::new();
        let input = match self.papers.filter(|_| !is_declaration(path)) {
            Some(papers) => {
                let Check { files, force, .. } = self.check;
                let listed = self.check.papers.and_then(|list| list.on(*files, path));
                let asked = listed.and_then(|own| own.force.as_deref()).or(force.as_deref());
                let read = papers.read_paper(*files, path, asked, &faults);
                let read = read.map(|read| match listed {
                    Some(listed) => papers.listed(read, listed),
                    None => read,
                });
                Loaded::Paper(read.map(Box::new))
            }
            None => Loaded::Declared(self.declarations(path, &faults)),
        };
        (input, faults.into_sorted())
    }

    /// What a file declares; nothing in place of what can't be loaded.
    pub(super) fn declarations(&self, path: &Path, faults: &Faults) -> Vec<Option<Declaration>> {
        let Check { rules, files, project, named_by_settings, today, .. } = *self.check;
        let rulebook = rules.rulebook();
        let declared = Declared { rulebook, files, project, named_by_settings, today };
        let mut declarations = declared.of(path, faults);
        if let Some(papers) = self.papers {
            for own in declarations.iter_mut().flatten() {
                self.read_sources(path, own, papers);
            }
        }
        declarations
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
