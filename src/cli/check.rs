//! `check`: assess declarations and documents, and report the gaps.

use std::mem::ManuallyDrop;
use std::path::PathBuf;

use super::diagnostics;
use super::gated::GateArgs;
use super::inputs::{InputArgs, Ruled};
use super::narrowed::Narrowed;
use super::progress::Progress;
use super::record::RecordArgs;
use super::reports::Reports;
use super::shared::Shared;
use super::spared::Spared;
use super::status::Status;
use super::terminal::Terminal;
use crate::check::{AskedActions, AskedPapers, Disk, Files, Gathered};
use crate::record::{Recipe, Recording, With};
use crate::report::verdict_sentence;
use crate::result::CheckResult;
use crate::source::Fault;
use crate::standing::{Day, Months};

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck check samples/west-midlands-2017.toml
  msacheck check --instrument act-2015 --all northmarch.toml
  msacheck check --fail-on not-evidenced northmarch.toml    for CI: status 1 on a gap that weak
  msacheck check --format json *.toml
  msacheck check --report sarif=gaps.sarif --report junit=gaps.xml northmarch.toml
  msacheck check answer-2017.txt plan-2018.pdf    documents are read first
  msacheck check --record records northmarch.toml   keeps what `msacheck verify` makes again

Declarations of one force with different dates are assessments of their own: the latest that holds on the day assessed \
counts, and what was passed over is said (`msacheck compare` shows what changed). A document is assessed together with the \
declaration that holds at its date: of each arrangement the later that states it counts, and where they don't agree both are \
shown. An undated document counts as older than any dated input. What the filters leave out isn't counted and isn't gated.")]
pub(super) struct Args {
    #[command(flatten)]
    inputs: InputArgs,

    #[command(flatten)]
    narrowed: Narrowed,

    /// Read the sources of declarations, too, and show where they say otherwise; so it is without
    /// asking where documents are among the inputs
    #[arg(long)]
    read_sources: bool,

    /// List what has to be looked at again: what is stated without evidence of the last months before
    /// today, the oldest first
    #[arg(long, value_name = "AGE", value_parser = months)]
    stale: Option<Months>,

    #[command(flatten)]
    gate: GateArgs,

    #[command(flatten)]
    reports: Reports,

    #[command(flatten)]
    record: RecordArgs,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let recording = args.record.folder.is_some().then(|| Recording::new(&Disk));
    let files: &dyn Files = recording.as_ref().map_or(&Disk, |recording| recording);
    // The process ends with the check: to give rules and result back piece by piece takes a twentieth of it.
    let ruled = ManuallyDrop::new(Ruled::of(shared, files)?);
    let rulebook = ruled.rulebook();
    let selection = args.narrowed.selection(rulebook)?;
    let papers = ruled.papers(args.inputs.papers.as_deref())?;
    let inputs = ruled.inputs(&args.inputs, papers.as_ref())?;
    args.reports.check(&inputs)?;
    let gate = args.gate.asked().gate(ruled.project.as_ref(), &ruled.rules, files)?;
    diagnostics::show(gate.as_ref().map_or(&[], |gate| &gate.warnings), terminal);
    let actions = AskedActions::of(ruled.project.as_ref(), &ruled.rules, files)?;
    diagnostics::show(actions.as_ref().map_or(&[], |plan| &plan.warnings), terminal);
    let baseline = gate.as_ref().and_then(|gate| gate.baseline.as_ref());
    let spared = Spared::of(&ruled)
        .and(papers.as_ref().map(AskedPapers::file))
        .and(baseline.map(|text| PathBuf::from(text.name())));
    spared.check(args.reports.outputs())?;
    let progress = Progress::default();
    let recipe = recipe(args, shared, ruled.today);
    let with = With {
        rules: &ruled.rules,
        files,
        project: ruled.project.as_ref(),
        selection,
        gate: gate.as_ref(),
        actions: actions.as_ref(),
        papers: papers.as_ref(),
    };
    // By its recipe, so that nothing is asked of it that its record doesn't have.
    let check = recipe.check(with).jobs(args.inputs.reading.jobs_given()).watched(&progress);
    let Gathered { declarations, failed, faults, read, .. } = check.gather(&inputs)?;
    progress.finish();
    diagnostics::show(&faults, terminal);
    spared.and(read).check(args.reports.outputs())?;
    let assessing = check.assess(declarations, failed);
    let at_once = args.gate.explain_gate || recording.is_some();
    if let Some(streamed) = args.reports.streamed(&assessing).filter(|_| !at_once) {
        return streamed.write(assessing);
    }
    let result = ManuallyDrop::new(assessing.result()?);
    if !result.assessments.is_empty() {
        args.reports.make(&result, terminal)?;
        if args.gate.explain_gate {
            explain_gate(&result, args.reports.show_a_person(), terminal)?;
        }
    }
    if let Some(recording) = recording.as_ref().filter(|_| !result.assessments.is_empty()) {
        args.record.keep(recipe, &ruled.rules, recording, &result)?;
    }
    Ok(Status::of(&result))
}

/// Says why the gate passes or fails: below the table, and beside what is for programs.
fn explain_gate(result: &CheckResult, below: bool, terminal: &Terminal) -> Result<(), Vec<Fault>> {
    let mut page = terminal.page();
    page.gap();
    for gated in &result.assessments {
        let sentence = match &gated.verdict {
            Some(verdict) => &verdict_sentence(verdict),
            None => "There is no gate: `--fail-on`, `--baseline` or a [gate] would be one.",
        };
        let several = result.assessments.len() > 1;
        let force = if several { format!("{}: ", gated.assessment.force) } else { String::new() };
        page.paragraph("", &format!("{force}{sentence}"));
    }
    if below {
        Terminal::print(&page.finish())?;
    } else {
        Terminal::say(&page.finish());
    }
    Ok(())
}

/// What was asked.
fn recipe(args: &Args, shared: &Shared, today: Day) -> Recipe {
    let (inputs, gate, narrowed) = (&args.inputs, args.gate.asked(), &args.narrowed);
    Recipe {
        inputs: inputs.given().to_vec(),
        as_of: inputs.as_of,
        today,
        stale: args.stale,
        force: inputs.reading.force.clone(),
        read_sources: args.read_sources,
        no_ignore: inputs.reading.no_ignore,
        instruments: narrowed.instrument.clone(),
        strengths: narrowed.strength.clone(),
        arrangements: narrowed.arrangement.clone(),
        fail_on: gate.fail_on,
        with_superseded: gate.with_superseded,
        baseline: gate.baseline,
        no_waivers: gate.no_waivers,
        optional: shared.pack.clone(),
        drafts: shared.drafts,
        config: shared.config.clone(),
        papers: inputs.papers.clone(),
        options: again(args, shared),
    }
}

/// The options with which another command sees the same: rules, settings, day and force.
fn again(args: &Args, shared: &Shared) -> Vec<String> {
    let as_of = args.inputs.as_of.iter().flat_map(|day| ["--as-of".to_owned(), day.to_string()]);
    let force =
        args.inputs.reading.force.iter().flat_map(|name| ["--force".to_owned(), name.clone()]);
    shared.again().into_iter().chain(as_of).chain(force).collect()
}

fn months(written: &str) -> Result<Months, String> {
    Months::parse(written).ok_or_else(|| format!("expected {}", Months::WRITTEN))
}
