//! Keeping a check, so that it can be made again.

use std::fs;
use std::path::{Path, PathBuf};

use super::output;
use super::terminal::Terminal;
use crate::check::AskedRules;
use crate::record::{Kept, Recipe, Recording};
use crate::result::CheckResult;
use crate::source::Fault;

/// The options that keep a check.
#[derive(Debug, clap::Args)]
pub(super) struct RecordArgs {
    /// Keep this check in a folder of its own in DIR: what was asked, every file that was read, the result.
    /// `msacheck verify` makes it again
    #[arg(long = "record", value_name = "DIR")]
    pub(super) folder: Option<PathBuf>,

    /// Keep the digests of what was read, and no copies
    #[arg(long, requires = "folder")]
    without_inputs: bool,
}

impl RecordArgs {
    /// Keeps a check, in a folder that wasn't there before, whole or not at all.
    pub(super) fn keep(
        &self,
        recipe: Recipe,
        rules: &AskedRules,
        recording: &Recording<'_>,
        result: &CheckResult,
    ) -> Result<(), Vec<Fault>> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let name = name(&recipe, result);
        let one = |fault| vec![fault];
        let kept = Kept::of(recipe, rules, recording, result, !self.without_inputs).map_err(one)?;
        let files = kept.written().map_err(one)?;
        output::make_folder(folder).map_err(one)?;
        let failed = |error: &std::io::Error| one(output::unwritten(folder, error));
        let staged = tempfile::tempdir_in(folder).map_err(|error| failed(&error))?;
        for (name, bytes) in files {
            let path = staged.path().join(name);
            let parent = path.parent().unwrap_or(&path);
            let written = fs::create_dir_all(parent).and_then(|()| fs::write(&path, bytes));
            written.map_err(|error| failed(&error))?;
        }
        let place = free(folder, &name);
        open_to_all(staged.path()).map_err(|error| failed(&error))?;
        fs::rename(staged.keep(), &place).map_err(|error| failed(&error))?;
        let shown = place.display();
        Terminal::say(&format!("Recorded in {shown}. `msacheck verify {shown}` makes it again.\n"));
        Ok(())
    }
}

/// A temporary folder is its owner's alone; a record is for whoever may read its neighbours.
#[cfg(unix)]
fn open_to_all(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn open_to_all(_: &Path) -> std::io::Result<()> {
    Ok(())
}

/// What a record is called: its day, and the force, or how many there are.
fn name(recipe: &Recipe, result: &CheckResult) -> String {
    let forces = match result.assessments.as_slice() {
        [only] => only.assessment.force.to_string(),
        several => format!("{}-forces", several.len()),
    };
    format!("{}-{forces}", recipe.today)
}

/// A name in a folder that nothing has yet.
fn free(folder: &Path, name: &str) -> PathBuf {
    let further = (2_u32..).map(|count| format!("{name}-{count}"));
    let mut names = std::iter::once(name.to_owned()).chain(further).map(|name| folder.join(name));
    names.find(|place| place.symlink_metadata().is_err()).unwrap_or_else(|| folder.join(name))
}
