//! `rules lint`: what can't be meant in the rules.

use std::path::{Path, PathBuf};

use super::super::shared::Shared;
use super::super::status::Status;
use super::super::terminal::Terminal;
use super::super::{diagnostics, inputs};
use crate::assessment::assess;
use crate::check::{Declared, Disk, is_workbook, settings};
use crate::proof::{examples, lint, same_for_all};
use crate::rulebook::Rulebook;
use crate::source::{Fault, Faults, Severity};

/// Arguments of `rules lint`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck rules lint --rules our-rules
  msacheck rules lint --against samples")]
pub(in crate::cli) struct Args {
    /// Report rules that come out the same for every declaration in this folder, too
    #[arg(long, value_name = "DIR")]
    against: Option<PathBuf>,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let rulebook = inputs::all_rules(shared)?;
    let mut found = lint(&rulebook);
    if let Some(folder) = &args.against {
        found.extend(against(folder, &rulebook, shared, terminal)?);
    }
    diagnostics::show(&found, terminal);
    let requirements = rulebook.requirements().len();
    let provisions = rulebook.provisions().len();
    let faults = found.iter().filter(|fault| fault.how_bad() == Severity::Error).count();
    let warnings = match found.len() - faults {
        0 => String::new(),
        warnings => format!(", {warnings} warnings"),
    };
    Terminal::print(&format!(
        "{requirements} requirements and {provisions} provisions looked at, {faults} faults{warnings}\n"
    ))?;
    Ok(if faults == 0 { Status::Done } else { Status::Failed })
}

fn against(
    folder: &Path,
    rulebook: &Rulebook,
    shared: &Shared,
    terminal: &Terminal,
) -> Result<Vec<Fault>, Vec<Fault>> {
    let files = declarations_in(folder)?;
    let project = settings(&Disk, shared.config.as_deref())?;
    let today = shared.today();
    let faults = Faults::new();
    let project = project.as_ref();
    let declared = Declared { rulebook, files: &Disk, project, named_by_settings: false, today };
    let assessments: Vec<_> = files
        .iter()
        .flat_map(|file| declared.of(file, &faults))
        .flatten()
        .map(|declaration| assess(rulebook, &declaration, None))
        .collect();
    let failed = faults.has_errors();
    let faults = faults.into_sorted();
    if failed {
        return Err(faults);
    }
    diagnostics::show(&faults, terminal);
    Ok(same_for_all(rulebook, &examples(rulebook)?, &assessments))
}

/// The declarations in a folder, in the order of their names.
fn declarations_in(folder: &Path) -> Result<Vec<PathBuf>, Vec<Fault>> {
    let unread = |error: std::io::Error| {
        let message = format!("the folder `{}` can't be read: {error}", folder.display());
        vec![Fault::whole("file::unreadable", message)]
    };
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unread)? {
        files.push(entry.map_err(unread)?.path());
    }
    let is_toml = |path: &Path| path.extension().is_some_and(|ending| ending == "toml");
    files.retain(|path| is_toml(path) || is_workbook(path));
    files.sort();
    if files.is_empty() {
        let message = format!("the folder `{}` holds no declaration", folder.display());
        return Err(vec![Fault::whole("usage::nothing-to-check", message)]);
    }
    Ok(files)
}
