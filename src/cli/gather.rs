//! The inputs of a command that assesses: declarations, and documents, which are read first.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Shared;
use super::inputs::{self, STDIN};
use super::papers::{Papers, ReadPaper, set_facts};
use crate::declaration::{Declaration, hold_against_sources, merge};
use crate::project::Project;
use crate::rulebook::Rulebook;
use crate::source::{Fault, Faults};
use crate::standing::Day;

/// What was asked for.
pub(super) struct Asked<'a> {
    pub(super) files: &'a [PathBuf],
    /// The force that documents are read for.
    pub(super) force: Option<&'a str>,
    /// The day of the facts where no input has one.
    pub(super) as_of: Option<Day>,
    /// Whether declarations are held against their own sources even where no document is read.
    pub(super) sources: bool,
    pub(super) shared: &'a Shared,
    pub(super) project: Option<&'a Project>,
}

/// What came of it.
pub(super) struct Gathered {
    /// One for each force.
    pub(super) declarations: Vec<Declaration>,
    /// How many inputs came to nothing.
    pub(super) failed: usize,
}

/// Loads and reads inputs, and merges those of one force. Faults, warnings included, go to
/// `faults`.
pub(super) fn gather(
    asked: &Asked<'_>,
    rulebook: &Rulebook,
    faults: &Faults,
) -> Result<Gathered, Vec<Fault>> {
    let Asked { files, shared, project, .. } = *asked;
    let today = inputs::today(shared);
    let any_document = files.iter().any(|file| is_document(file));
    let mut papers = (any_document || asked.sources)
        .then(|| Papers::new(shared, project, rulebook))
        .transpose()?;
    let near_miss = papers.as_ref().and_then(|papers| papers.near_miss(asked.force));
    near_miss.into_iter().for_each(|fault| faults.push(fault));
    let mut declared: Vec<(usize, Declaration)> = Vec::new();
    let mut read: Vec<ReadPaper> = Vec::new();
    // Where each paper stands among the inputs: forces come in the order of their first input.
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (at, file) in files.iter().enumerate() {
        match papers.as_mut().filter(|_| is_document(file)) {
            Some(papers) => {
                let paper = papers.read(file, asked.force, faults);
                read.extend(paper.inspect(|paper| {
                    places.entry(paper.paper.text().name().to_owned()).or_insert(at);
                }));
            }
            None => {
                let mut loaded = inputs::declaration(file, rulebook, today, faults);
                if let (Some(declaration), Some(papers)) = (loaded.as_mut(), papers.as_mut()) {
                    read_sources(file, declaration, files, papers);
                }
                declared.extend(loaded.map(|declaration| (at, declaration)));
            }
        }
    }
    let own: Vec<Declaration> = declared.iter().map(|(_, own)| own.clone()).collect();
    set_facts(&mut read, &own, asked.as_of, today, faults);
    declared.extend(read.iter().map(|paper| {
        let at = places.get(paper.paper.text().name()).copied().unwrap_or_default();
        (at, paper.declaration())
    }));
    declared.sort_by_key(|(at, _)| *at);
    let failed = files.len() - declared.len();
    let declarations = merge(declared.into_iter().map(|(_, declaration)| declaration).collect());
    Ok(Gathered { declarations, failed })
}

/// Whether an input is a document: anything but TOML and standard input.
fn is_document(file: &Path) -> bool {
    let toml = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    !toml && file != Path::new(STDIN)
}

/// Holds a declaration against its own sources, as they read. Those that are inputs themselves are
/// merged instead, and those that can't be read were told of when it was loaded.
fn read_sources(
    file: &Path,
    declaration: &mut Declaration,
    files: &[PathBuf],
    papers: &mut Papers,
) {
    let folder = file.parent().map(Path::to_path_buf).unwrap_or_default();
    let is_input = |path: &Path| {
        let path = path.canonicalize().ok();
        path.is_some() && files.iter().any(|file| file.canonicalize().ok() == path)
    };
    let mut readings = BTreeMap::new();
    for source in &declaration.sources {
        let Some(name) = source.file.as_ref().filter(|_| source.text.is_some()) else { continue };
        let path = folder.join(name);
        if is_input(&path) {
            continue;
        }
        let unheard = Faults::new();
        let read = papers.read(&path, Some(declaration.force.id.as_str()), &unheard);
        if let Some(mut read) = read {
            read.paper = read.paper.named(source.id.clone());
            readings.insert(source.id.clone(), read.declaration());
        }
    }
    hold_against_sources(declaration, &readings);
}
