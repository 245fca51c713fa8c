//! `baseline`: record the gaps of today, so that only what is new or worse fails.

use std::path::{Path, PathBuf};

use super::inputs::{InputArgs, Ruled};
use super::shared::Shared;
use super::status::Status;
use super::terminal::Terminal;
use super::{diagnostics, output};
use crate::assessment::Assessment;
use crate::check::{Disk, Gathered, check_gate_names, read_baseline};
use crate::gate::{Baseline, Closed};
use crate::project::Project;
use crate::source::{Fault, printable};
use crate::standing::Basis;

/// The file that it writes where nothing says another.
const FILE: &str = "baseline.toml";

/// Arguments of `baseline`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck baseline northmarch.toml
  msacheck check --baseline baseline.toml northmarch.toml
  msacheck baseline --prune northmarch.toml       takes out what is closed by now

The file holds what is recorded of every force; recording one anew leaves the others as they are.")]
pub(super) struct Args {
    #[command(flatten)]
    inputs: InputArgs,

    /// Where to write it; by default the file that the settings name, else baseline.toml
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Record a force anew in a file that is there
    #[arg(long)]
    overwrite: bool,

    /// Only take out of the file that is there the gaps that are closed; nothing is added
    #[arg(long, conflicts_with = "overwrite")]
    prune: bool,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let ruled = Ruled::new(shared)?;
    let project = ruled.project.as_ref();
    let rulebook = ruled.rulebook();
    check_gate_names(project, rulebook)?;
    let inputs = ruled.inputs(&args.inputs)?;
    let named = project.and_then(|project| project.baseline.clone());
    let path = args.output.clone().or(named).unwrap_or_else(|| PathBuf::from(FILE));
    let is_there = path.symlink_metadata().is_ok();
    if is_there && !args.overwrite && !args.prune {
        return Err(vec![exists(&path)]);
    }
    let mut baseline =
        if is_there || args.prune { read_baseline(&Disk, &path)?.0 } else { Baseline::default() };
    diagnostics::show(&baseline.former_names(rulebook), terminal);
    baseline = baseline.called_now(rulebook);
    let check = ruled.check(&args.inputs);
    let Gathered { declarations, failed, faults } = check.gather(&inputs)?;
    if failed > 0 {
        // A baseline without one of its forces would let all of that force's gaps be new.
        return Err(faults);
    }
    diagnostics::show(&faults, terminal);
    let mut said = Vec::new();
    for declaration in &declarations {
        let assessment = check.assessment(declaration);
        said.push(if args.prune {
            if !baseline.forces.contains_key(&assessment.force) {
                return Err(vec![not_recorded(&path, &assessment)]);
            }
            let closed = baseline.prune(&assessment, |id| rulebook.knows(id.as_str()));
            pruned(&assessment, &closed)
        } else {
            recorded(&mut baseline, &assessment, check.basis())
        });
    }
    let overwrite = args.overwrite || args.prune;
    output::write(&path, &baseline.write(), overwrite).map_err(|fault| vec![fault])?;
    let shown = printable(&path.display().to_string());
    let how = if named_in_settings(args, project) {
        "msacheck check".to_owned()
    } else {
        format!("msacheck check --baseline {shown}")
    };
    Terminal::say(&format!("Wrote {shown}. Check against it: {how}\n{}\n", said.join("\n")));
    Ok(Status::Done)
}

fn named_in_settings(args: &Args, project: Option<&Project>) -> bool {
    args.output.is_none() && project.is_some_and(|project| project.baseline.is_some())
}

fn recorded(baseline: &mut Baseline, assessment: &Assessment, basis: Option<Basis>) -> String {
    baseline.record(assessment, basis);
    let of = baseline.forces.get(&assessment.force);
    let gaps = of.map_or(0, |of| of.gaps.len());
    let stated = of.map_or(0, |of| of.stated.len());
    let count = |count: usize, what: &str| match count {
        1 => format!("1 {what}"),
        some => format!("{some} {what}s"),
    };
    format!("{}: {}, {} stated", assessment.force, count(gaps, "gap"), count(stated, "arrangement"))
}

fn pruned(assessment: &Assessment, closed: &[Closed]) -> String {
    if closed.is_empty() {
        return format!("{}: no gap has closed", assessment.force);
    }
    let ids: Vec<&str> = closed.iter().map(|closed| closed.requirement.as_str()).collect();
    format!("{}: {} taken out, {}", assessment.force, closed.len(), ids.join(", "))
}

fn not_recorded(path: &Path, assessment: &Assessment) -> Fault {
    let message =
        format!("`{}` records nothing of the force `{}`", path.display(), assessment.force);
    Fault::whole("usage::nothing-recorded", message)
        .help("there is nothing to take out; `msacheck baseline --overwrite` records the force")
}

fn exists(path: &Path) -> Fault {
    Fault::whole("output::exists", format!("`{}` is there already", path.display())).help(
        "`--overwrite` records these forces in it anew, `--prune` takes out what is closed, \
         `--output FILE` writes another",
    )
}
