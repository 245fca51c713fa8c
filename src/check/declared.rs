//! What a file declares: a TOML file one declaration, a workbook one a sheet.

use std::path::Path;
use std::sync::Arc;

use super::asked::Check;
use super::files::Files;
use super::inside::{Inside, named_by_settings};
use super::search::is_workbook;
use super::sources::Beside;
use crate::declaration::{
    Declaration, FilledSheet, called_now, check_judgements, filled_sheets, load,
};
use crate::document::{WORKBOOK_LIMIT, open_workbook};
use crate::project::Project;
use crate::rulebook::Rulebook;
use crate::source::{Fault, Faults, Text};
use crate::standing::Day;

/// How the declarations of a file are loaded.
pub struct Declared<'a> {
    /// The vocabulary that they are held against.
    pub rulebook: &'a Rulebook,
    /// Where files come from.
    pub files: &'a dyn Files,
    /// The settings: in their folder, too, sources are looked for.
    pub project: Option<&'a Project>,
    /// Whether it is the settings that name the file: then nothing is shown of what isn't ours.
    pub named_by_settings: bool,
    /// The day that counts as today.
    pub today: Day,
}

impl Declared<'_> {
    /// What a file declares, in the order of its sheets; nothing in place of what can't be loaded, at least one.
    /// Faults, warnings included, go to `faults`.
    pub fn of(&self, path: &Path, faults: &Faults) -> Vec<Option<Declaration>> {
        let read = if is_workbook(path) { self.sheets(path) } else { self.text(path) };
        match read {
            Ok(sheets) => sheets.iter().map(|sheet| self.load(path, sheet, faults)).collect(),
            Err(fault) => {
                faults.push(fault);
                vec![None]
            }
        }
    }

    fn text(&self, path: &Path) -> Result<Vec<FilledSheet>, Fault> {
        let text = self.files.text(path)?;
        let text = match self.project.filter(|_| self.named_by_settings) {
            Some(project) => named_by_settings(self.files, project, path, text),
            None => text,
        };
        Ok(vec![FilledSheet { text: Some(text), faults: Vec::new() }])
    }

    fn sheets(&self, path: &Path) -> Result<Vec<FilledSheet>, Fault> {
        let bytes = self.files.bytes(path, WORKBOOK_LIMIT)?;
        let workbook = open_workbook(&path.display().to_string(), &bytes)?;
        filled_sheets(&workbook, self.rulebook.vocabulary())
    }

    fn load(&self, path: &Path, sheet: &FilledSheet, faults: &Faults) -> Option<Declaration> {
        let mut all = faults;
        all.extend(sheet.faults.clone());
        let inside = Inside::of(path, self.project);
        let loaded = self.load_text(sheet.text.as_ref()?, inside, faults);
        loaded.filter(|_| sheet.faults.iter().all(Fault::is_warning))
    }

    fn load_text(&self, text: &Arc<Text>, inside: Inside, faults: &Faults) -> Option<Declaration> {
        let folder = Path::new(text.name()).parent().unwrap_or(Path::new(""));
        let sources = Beside::new(self.files, folder).inside(inside);
        let loaded = load(text, self.rulebook.vocabulary(), &sources, self.today, faults);
        let known = check_judgements(text, self.rulebook, faults);
        let mut declaration = loaded.filter(|_| known)?;
        declaration.judgements = called_now(declaration.judgements, self.rulebook);
        Some(declaration)
    }
}

/// Loads the text of a declaration, as it is or will be saved under a path: as a check does that names it.
/// Faults, warnings included, go to `faults`.
pub fn declaration_in(
    check: &Check<'_>,
    path: &Path,
    text: &Arc<Text>,
    faults: &Faults,
) -> Option<Declaration> {
    let Check { rules, files, project, today, .. } = *check;
    let rulebook = rules.rulebook();
    let declared = Declared { rulebook, files, project, named_by_settings: false, today };
    declared.load_text(text, Inside::of(path, project), faults)
}
