//! Files that no output may take the place of: whatever was read. A mistyped `--output` must not cost
//! the paper that a finding rests on.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::inputs::Ruled;
use crate::check::{Disk, Files as _, decisions_file};
use crate::source::Fault;

/// Files that were read, however they are named.
pub(super) struct Spared(BTreeSet<PathBuf>);

impl Spared {
    /// What every command reads that takes rules: settings, what they name, and rule packs.
    pub(super) fn of(ruled: &Ruled) -> Self {
        let project = ruled.project.iter();
        let settings = project.clone().map(|project| project.text.name().to_owned());
        let beside = project.flat_map(|own| own.baseline.iter().chain(&own.actions).cloned());
        let confirmations = ruled.rules.confirmations().iter().map(|text| text.name().to_owned());
        let rules = ruled.rules.own_files().map(str::to_owned);
        let named = settings.chain(confirmations).chain(rules).map(PathBuf::from);
        let decisions = decisions_file(&Disk, ruled.project.as_ref());
        Self(BTreeSet::new()).and(named.chain(beside).chain(decisions))
    }

    /// These files, too.
    pub(super) fn and(mut self, files: impl IntoIterator<Item = PathBuf>) -> Self {
        self.0.extend(files.into_iter().map(|file| Disk.identity(&file)));
        self
    }

    /// All but this file, which is written anew on purpose.
    pub(super) fn but(mut self, file: &Path) -> Self {
        self.0.remove(&Disk.identity(file));
        self
    }

    /// Checks that no output would take the place of one of them.
    pub(super) fn check(
        &self,
        outputs: impl IntoIterator<Item = PathBuf>,
    ) -> Result<(), Vec<Fault>> {
        let outputs = outputs.into_iter().filter(|file| self.0.contains(&Disk.identity(file)));
        let faults: Vec<Fault> = outputs.map(|file| is_read(&file)).collect();
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

/// The fault of an output that would take the place of what is read.
pub(super) fn is_read(file: &Path) -> Fault {
    let message = format!("`{}` is read, so nothing can be written there", file.display());
    Fault::whole("usage::output-is-input", message).help("name another")
}
