//! A project's settings, from wherever its files come.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::Files;
use super::listed::AskedPapers;
use super::search::{Search, Wanted};
use crate::decisions::{self, Decisions};
use crate::project::{FILE_NAME, Project};
use crate::source::{Fault, Faults};

/// The settings in a file that somebody named, else in the current folder's `msacheck.toml`; `None`
/// where there is no such file.
///
/// # Errors
///
/// Every fault of the file.
pub fn settings(files: &dyn Files, named: Option<&Path>) -> Result<Option<Project>, Vec<Fault>> {
    let path = match named {
        Some(path) => path,
        None if files.exists(Path::new(FILE_NAME)) => Path::new(FILE_NAME),
        None => return Ok(None),
    };
    let text = files.text(path).map_err(|fault| vec![fault])?;
    Project::read(&text).map(Some)
}

/// Whether settings name a declaration among what is checked, by its folder or a pattern, too.
pub fn checks(files: &dyn Files, project: &Project, declaration: &Path) -> bool {
    let search = Search { files, arguments: &project.check, wanted: Wanted::Inputs, ignored: true };
    let own = files.identity(declaration);
    search.find().flatten().any(|found| files.identity(&found.path) == own)
}

/// Where what people decided about papers stands: in the folder of the settings, else in the current one. Nothing
/// where nobody has decided anything.
pub fn decisions_file(files: &dyn Files, project: Option<&Project>) -> Option<PathBuf> {
    let path = project.map_or(Path::new(""), Project::folder).join(decisions::FILE_NAME);
    files.exists(&path).then_some(path)
}

/// What people decided about papers.
///
/// # Errors
///
/// Every fault of the file.
pub fn decisions(
    files: &dyn Files,
    project: Option<&Project>,
) -> Result<Arc<Decisions>, Vec<Fault>> {
    let Some(path) = decisions_file(files, project) else { return Ok(Arc::default()) };
    let text = files.text(&path).map_err(|fault| vec![fault])?;
    let faults = Faults::new();
    let read = Decisions::read(&text, &faults);
    if faults.has_errors() { Err(faults.into_sorted()) } else { Ok(Arc::new(read)) }
}

/// What a command was given, else the papers of a list that it was given, else what the settings say is to
/// be checked.
///
/// # Errors
///
/// A fault where none of them names anything.
pub fn inputs(
    given: &[PathBuf],
    papers: Option<&AskedPapers>,
    project: Option<&Project>,
) -> Result<Vec<PathBuf>, Vec<Fault>> {
    if !given.is_empty() {
        return Ok(given.to_vec());
    }
    if let Some(listed) = papers.and_then(AskedPapers::inputs) {
        return Ok(listed);
    }
    let fault = |message: &str, help: &str| {
        vec![Fault::whole("usage::nothing-to-check", message).help(help)]
    };
    match project {
        Some(project) if !project.check.is_empty() => Ok(project.check.clone()),
        Some(_) => Err(fault(
            "the settings name nothing to check",
            "add `check = [\"force.toml\"]` to them, or name a file",
        )),
        None => Err(fault(
            "there is nothing to check here",
            "`msacheck init --force NAME` writes a declaration to fill in; \
             `msacheck check FILE` checks one; a msacheck.toml with `check = [\"FILE\"]` names \
             what to check without arguments",
        )),
    }
}
