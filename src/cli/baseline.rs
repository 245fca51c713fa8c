//! `baseline`: record the gaps of today, so that only what is new or worse fails.

use std::path::{Path, PathBuf};

use super::inputs::{InputArgs, Ruled};
use super::shared::Shared;
use super::spared::Spared;
use super::status::Status;
use super::terminal::Terminal;
use super::{diagnostics, output};
use crate::assessment::Assessment;
use crate::check::{AskedPapers, Disk, Gathered, check_gate_names, read_baseline};
use crate::gate::{Baseline, Closed, Gate, Occasion, Terms, Threshold};
use crate::output::in_turn;
use crate::project::Project;
use crate::report::verdict_sentence;
use crate::source::{Digest, Fault, printable};
use crate::standing::{Basis, Strength, Words as _};

/// The file that it writes where nothing says another.
const FILE: &str = "baseline.toml";

/// Arguments of `baseline`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck baseline northmarch.toml
  msacheck check --baseline baseline.toml northmarch.toml
  msacheck baseline --prune northmarch.toml       takes out what is met by now
  msacheck baseline --upgrade northmarch.toml     writes a file of an earlier form in today's

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

    /// Only take out of the file that is there the gaps that are met; nothing is added
    #[arg(long, conflicts_with = "overwrite")]
    prune: bool,

    /// Write a file of an earlier form in today's, which says what it rests on: for each force in it,
    /// if nothing is new, worse or silent since
    #[arg(long, conflicts_with_all = ["overwrite", "prune"])]
    upgrade: bool,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let ruled = Ruled::new(shared)?;
    let project = ruled.project.as_ref();
    check_gate_names(project, ruled.rulebook())?;
    let papers = ruled.papers(args.inputs.papers.as_deref())?;
    let inputs = ruled.inputs(&args.inputs, papers.as_ref())?;
    let named = project.and_then(|project| project.baseline.clone());
    let path = args.output.clone().or(named).unwrap_or_else(|| PathBuf::from(FILE));
    // What can't be done is told before any work is.
    drop(there(args, &path, &ruled)?);
    let check = ruled.check(&args.inputs).listed(papers.as_ref());
    let Gathered { declarations, failed, faults, read, .. } = check.gather(&inputs)?;
    if failed > 0 {
        // A baseline without one of its forces would let all of that force's gaps be new.
        return Err(faults);
    }
    diagnostics::show(&faults, terminal);
    Spared::of(&ruled)
        .but(&path)
        .and(read)
        .and(papers.as_ref().map(AskedPapers::file))
        .check([path.clone()])?;
    let assessments: Vec<Assessment> =
        declarations.iter().map(|declaration| check.assessment(declaration)).collect();
    let (basis, rules) = (check.basis(), ruled.rules.digests());
    let said = in_turn(&path, || {
        let (mut baseline, warnings) = there(args, &path, &ruled)?;
        diagnostics::show(&warnings, terminal);
        let said: Vec<String> = if args.upgrade {
            upgraded(&mut baseline, &path, &assessments, basis, &rules)?
        } else if args.prune {
            let pruned = |one: &Assessment| pruned(&mut baseline, &path, one);
            assessments.iter().map(pruned).collect::<Result<_, _>>()?
        } else {
            let recorded = |one| recorded(&mut baseline, one, basis, &rules);
            assessments.iter().map(recorded).collect()
        };
        let overwrite = args.overwrite || args.prune || args.upgrade;
        output::write(&path, &baseline.write(), overwrite).map_err(|fault| vec![fault])?;
        Ok(said)
    })?;
    let shown = printable(&path.display().to_string());
    let how = if named_in_settings(args, project) {
        "msacheck check".to_owned()
    } else {
        let inputs: Vec<String> = args.inputs.named().collect();
        format!("msacheck check --baseline {shown} {}", inputs.join(" "))
    };
    Terminal::say(&format!("Wrote {shown}. Check against it: {how}\n{}\n", said.join("\n")));
    Ok(Status::Done)
}

/// What the file holds by now, with warnings: nothing where it isn't there and needn't be.
fn there(args: &Args, path: &Path, ruled: &Ruled) -> Result<(Baseline, Vec<Fault>), Vec<Fault>> {
    let is_there = path.symlink_metadata().is_ok();
    let changes = args.prune || args.upgrade;
    if is_there && !args.overwrite && !changes {
        return Err(vec![exists(path)]);
    }
    if !is_there && !changes {
        return Ok((Baseline::default(), Vec::new()));
    }
    let by_settings = ruled.project.as_ref().filter(|_| args.output.is_none());
    let read = read_baseline(&Disk, path, by_settings, &ruled.rules)?;
    Ok((read.baseline, read.warnings))
}

fn named_in_settings(args: &Args, project: Option<&Project>) -> bool {
    args.output.is_none() && project.is_some_and(|project| project.baseline.is_some())
}

fn recorded(
    baseline: &mut Baseline,
    assessment: &Assessment,
    basis: Option<Basis>,
    rules: &[Digest],
) -> String {
    baseline.record(assessment, basis, rules);
    let of = baseline.forces.get(&assessment.force);
    let gaps = of.map_or(0, |of| of.gaps.len());
    let stated = assessment.counts().arrangements_stated;
    let count = |count: usize, what: &str| match count {
        1 => format!("1 {what}"),
        some => format!("{some} {what}s"),
    };
    format!("{}: {}, {} stated", assessment.force, count(gaps, "gap"), count(stated, "arrangement"))
}

/// Takes out what is met, where the assessment is the like of what was recorded.
fn pruned(
    baseline: &mut Baseline,
    path: &Path,
    assessment: &Assessment,
) -> Result<String, Vec<Fault>> {
    if !baseline.forces.contains_key(&assessment.force) {
        return Err(vec![not_recorded(path, assessment)]);
    }
    let verdict = Gate { baseline: Some(baseline.clone()), ..unasking() }
        .judge(assessment, whole(assessment, &[]));
    if !verdict.objections.is_empty() {
        return Err(vec![not_alike(path, assessment, &verdict_sentence(&verdict))]);
    }
    let closed: Vec<Closed> = baseline.prune(assessment);
    if closed.is_empty() {
        return Ok(format!("{}: no gap is met by now", assessment.force));
    }
    let ids: Vec<&str> = closed.iter().map(|closed| closed.requirement.as_str()).collect();
    Ok(format!("{}: {} taken out, {}", assessment.force, closed.len(), ids.join(", ")))
}

/// Records anew what an earlier form recorded, where nothing fell since.
fn upgraded(
    baseline: &mut Baseline,
    path: &Path,
    assessments: &[Assessment],
    basis: Option<Basis>,
    rules: &[Digest],
) -> Result<Vec<String>, Vec<Fault>> {
    let forces = baseline.forces.clone();
    let earlier = forces.iter().filter(|(_, recorded)| recorded.ground.is_none());
    let (mut said, mut faults) = (Vec::new(), Vec::new());
    for (force, was) in earlier {
        let Some(now) = assessments.iter().find(|one| one.force == *force) else {
            faults.push(not_assessed(path, force.as_str()));
            continue;
        };
        let gate = Gate { baseline: Some(baseline.clone()), ..asking_all(basis) };
        let verdict = gate.judge(now, whole(now, rules));
        if was.basis != basis {
            let said = |basis: Option<Basis>| basis.map_or("none".to_owned(), |it| it.to_string());
            let why =
                format!("it was recorded on the basis {}, not {}", said(was.basis), said(basis));
            faults.push(not_alike(path, now, &why));
        } else if verdict.passes() {
            said.push(recorded(baseline, now, basis, rules));
        } else {
            faults.push(not_alike(path, now, &verdict_sentence(&verdict)));
        }
    }
    if said.is_empty() && faults.is_empty() {
        said.push("It is in today's form: nothing changed.".to_owned());
    }
    if faults.is_empty() { Ok(said) } else { Err(faults) }
}

/// A gate that every gap falls short of.
fn asking_all(basis: Option<Basis>) -> Gate {
    let thresholds = Strength::ALL.iter().map(|strength| (*strength, Threshold::PartlyMet));
    let terms = Terms {
        thresholds: thresholds.collect(),
        basis,
        superseded: true,
        may_be_empty: true,
        ..Terms::default()
    };
    Gate { terms, ..Gate::default() }
}

/// A gate that no gap falls short of.
fn unasking() -> Gate {
    let none = Terms { thresholds: [].into(), may_be_empty: true, ..Terms::default() };
    Gate { terms: none, ..Gate::default() }
}

fn whole<'a>(assessment: &Assessment, rules: &'a [Digest]) -> Occasion<'a> {
    Occasion { today: assessment.assessed_on, whole: true, rules }
}

/// The fault of an assessment that can't be held against what was recorded.
fn not_alike(path: &Path, assessment: &Assessment, why: &str) -> Fault {
    let why = why.strip_prefix("The gate fails: ").unwrap_or(why);
    let message =
        format!("`{}` stays as it is for the force `{}`: {why}", path.display(), assessment.force);
    Fault::whole("baseline::not-alike", message)
        .help("`msacheck baseline --overwrite` records the force anew, as it is now")
}

fn not_assessed(path: &Path, force: &str) -> Fault {
    let message =
        format!("`{}` records the force `{force}`, which isn't among the inputs", path.display());
    Fault::whole("usage::force-left-out", message)
        .help("name the declarations of every force that was recorded in the earlier form")
}

fn not_recorded(path: &Path, assessment: &Assessment) -> Fault {
    let message =
        format!("`{}` records nothing of the force `{}`", path.display(), assessment.force);
    Fault::whole("usage::nothing-recorded", message)
        .help("there is nothing to take out; `msacheck baseline --overwrite` records the force")
}

fn exists(path: &Path) -> Fault {
    Fault::whole("output::exists", format!("`{}` is there already", path.display())).help(
        "`--overwrite` records these forces in it anew, `--prune` takes out what is met, \
         `--output FILE` writes another",
    )
}
