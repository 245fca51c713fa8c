//! Declarations that are there, written in another format.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::diagnostics;
use super::inputs::Ruled;
use super::output::{self, NewFile, folder};
use super::spared::Spared;
use super::status::Status;
use super::terminal::Terminal;
use crate::check::{Declared, Disk, Search, Wanted};
use crate::declaration::{Declaration, Form, form_sheet, write};
use crate::report::{form_csv, form_xlsx};
use crate::source::{Fault, Faults, printable};
use crate::standing::{Words as _, words};

words! {
    /// What a declaration is written as.
    pub(super) enum FormFormat {
        /// TOML, with comments.
        Toml = "toml",
        /// A workbook.
        Xlsx = "xlsx",
        /// CSV, a force a file.
        Csv = "csv",
    }
}

impl FormFormat {
    /// The format that is asked for, else that of a file's ending, else TOML.
    pub(super) fn of(asked: Option<Self>, file: Option<&Path>) -> Result<Self, Fault> {
        let ending = file.and_then(Path::extension).and_then(|ending| ending.to_str());
        let ending = ending.map(str::to_lowercase);
        let named = ending.as_deref().and_then(Self::from_word);
        match (asked, named, ending.as_deref()) {
            (Some(asked), Some(named), _) if asked != named => {
                let file = file.unwrap_or(Path::new("")).display();
                let message = format!("`{file}` isn't the name of a file of {asked}");
                Err(Fault::whole("usage::other-format", message)
                    .help(format!("let it end in `.{asked}`, or leave `--format` out")))
            }
            (None, None, Some(ending @ ("ods" | "xls"))) => {
                let message = format!("`.{ending}` isn't written");
                Err(Fault::whole("usage::other-format", message)
                    .help("write .xlsx: LibreOffice opens it, and saves it as what you like"))
            }
            (asked, named, _) => Ok(asked.or(named).unwrap_or(Self::Toml)),
        }
    }
}

/// What is to be written, and as what.
pub(super) struct Converted<'a> {
    pub(super) from: &'a [PathBuf],
    pub(super) to: Option<&'a Path>,
    pub(super) format: Option<FormFormat>,
    pub(super) all: bool,
    pub(super) overwrite: bool,
}

impl Converted<'_> {
    /// Writes it: a workbook whole, all else a force a file.
    pub(super) fn write(&self, ruled: &Ruled, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
        let one = |fault| vec![fault];
        let is_folder = self.to.is_some_and(Path::is_dir);
        let format = FormFormat::of(self.format, self.to.filter(|_| !is_folder)).map_err(one)?;
        let declared = self.load(ruled, terminal)?;
        let files = match format {
            FormFormat::Xlsx => vec![self.workbook(&declared, ruled).map_err(one)?],
            FormFormat::Toml | FormFormat::Csv => {
                self.files(&declared, format, ruled).map_err(one)?
            }
        };
        Spared::of(ruled).check(files.iter().map(|file| file.path.clone()))?;
        output::write_all(&files).map_err(one)?;
        for file in &files {
            let moved = declared.iter().any(|own| {
                own.sources.iter().any(|source| source.file.is_some())
                    && folder(Path::new(own.text.name())) != folder(&file.path)
            });
            let note = if moved {
                " Its sources are looked for from its own folder: mend their paths, or move them along."
            } else {
                ""
            };
            Terminal::say(&format!(
                "Wrote {}.{note}\n",
                printable(&file.path.display().to_string())
            ));
        }
        Ok(Status::Done)
    }

    /// Every declaration that was named; where one can't be loaded, nothing is written.
    fn load(&self, ruled: &Ruled, terminal: &Terminal) -> Result<Vec<Declaration>, Vec<Fault>> {
        let faults = Faults::new();
        let search = Search {
            files: &Disk,
            arguments: self.from,
            wanted: Wanted::Declarations,
            ignored: false,
        };
        let loader = Declared {
            rulebook: ruled.rulebook(),
            files: &Disk,
            project: ruled.project.as_ref(),
            named_by_settings: false,
            today: ruled.today,
        };
        let mut declared = Vec::new();
        for found in search.find() {
            match found {
                Ok(found) => declared.extend(loader.of(&found.path, &faults).into_iter().flatten()),
                Err(fault) => faults.push(fault),
            }
        }
        let failed = faults.has_errors();
        let faults = faults.into_sorted();
        if failed {
            return Err(faults);
        }
        diagnostics::show(&faults, terminal);
        Ok(declared)
    }

    fn form(&self, own: &Declaration, ruled: &Ruled) -> Form {
        match self.all {
            true => Form::whole(),
            false => Form::first_pass(ruled.rulebook(), own.force.as_of),
        }
    }

    fn workbook(&self, declared: &[Declaration], ruled: &Ruled) -> Result<NewFile, Fault> {
        let vocabulary = ruled.rulebook().vocabulary();
        let several: BTreeSet<_> = declared.iter().map(|own| own.force.as_of).collect();
        let sheets: Vec<_> = declared
            .iter()
            .map(|own| {
                let form = self.form(own, ruled);
                let mut sheet = form_sheet(&own.force, Some(own), vocabulary, &form);
                let twice = declared.iter().filter(|one| one.force.id == own.force.id).count() > 1;
                if twice {
                    sheet.name = format!("{} {}", own.force.as_of, sheet.name);
                }
                sheet
            })
            .collect();
        let name = match declared {
            [own] => format!("{}.xlsx", own.force.id),
            _ => "forces.xlsx".to_owned(),
        };
        let bytes = form_xlsx(&sheets, several.last().copied().unwrap_or(ruled.today))?;
        Ok(NewFile { path: self.place(name), bytes, overwrite: self.overwrite })
    }

    fn files(
        &self,
        declared: &[Declaration],
        format: FormFormat,
        ruled: &Ruled,
    ) -> Result<Vec<NewFile>, Fault> {
        if declared.len() > 1 && self.to.is_some_and(|to| !to.is_dir()) {
            let message = format!("{} forces don't go into one file of {format}", declared.len());
            return Err(Fault::whole("usage::one-file", message)
                .help("name a folder that is there, or write a workbook: `--format xlsx`"));
        }
        let vocabulary = ruled.rulebook().vocabulary();
        let files = declared.iter().map(|own| {
            let twice = declared.iter().filter(|one| one.force.id == own.force.id).count() > 1;
            let name = match twice {
                true => format!("{}-{}.{format}", own.force.id, own.force.as_of),
                false => format!("{}.{format}", own.force.id),
            };
            let bytes = match format {
                FormFormat::Csv => form_csv(&form_sheet(
                    &own.force,
                    Some(own),
                    vocabulary,
                    &self.form(own, ruled),
                ))?,
                _ => write(own).into_bytes(),
            };
            Ok(NewFile { path: self.place(name), bytes, overwrite: self.overwrite })
        });
        files.collect()
    }

    /// Where a file goes: where it was asked for, else under a name of its own.
    fn place(&self, name: String) -> PathBuf {
        match self.to {
            Some(folder) if folder.is_dir() => folder.join(name),
            Some(file) => file.to_owned(),
            None => PathBuf::from(name),
        }
    }
}
