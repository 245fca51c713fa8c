//! `compare`: two dates of one force, what changed; many forces, the matrix.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::diagnostics;
use super::inputs::{InputArgs, Ruled};
use super::narrowed::Narrowed;
use super::one_report::{OneReport, file};
use super::progress::Progress;
use super::shared::Shared;
use super::spared::Spared;
use super::status::Status;
use super::streamed;
use super::terminal::Terminal;
use super::words::{format_of, word};
use crate::check::{AskedPapers, Check, Disk, Gathered, saved};
use crate::compare::{About, Asked, By, Comparison, GroupBy, Lost, Territory, alone, ties};
use crate::report::{COMPARISON_FORMATS, ComparisonFormat, ComparisonOptions, ComparisonPieces};
use crate::result::CheckResult;
use crate::source::Fault;

/// Arguments of `compare`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck compare samples/west-midlands-2017.toml samples/west-midlands-2018.toml
  msacheck compare --group-by region forces/
  msacheck compare --by arrangement --format csv --output matrix.csv forces/
  msacheck compare last-year.json northmarch.toml       a saved result beside a declaration

Each date of a force is an assessment of its own, held against the law of its day; `--as-of` holds all against the
law of one day. Files that end in .json are results that `check --format json` saved.

Exit status: 0 compared; 2 some input was wrong: it keeps its row, and the rest is compared.")]
pub(super) struct Args {
    #[command(flatten)]
    inputs: InputArgs,

    /// What a column of the matrix is: a requirement, an arrangement or an instrument
    #[arg(long, value_name = "WHAT", default_value = "requirement", value_parser = word::<By>)]
    by: By,

    /// Put forces beside their peers: by region, by the regional organised crime unit that serves them, or by kind
    #[arg(long, value_name = "WHAT", value_parser = word::<GroupBy>)]
    group_by: Option<GroupBy>,

    #[command(flatten)]
    narrowed: Narrowed,

    /// How to show the comparison. By default as the ending of `--output` says, else as a table
    #[arg(long, value_name = "FORMAT", value_parser = format_of(COMPARISON_FORMATS, |format| (format.name, format.about)))]
    format: Option<&'static ComparisonFormat>,

    /// Where to write it; by default to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write over a document, page or workbook that somebody went on writing in, too
    #[arg(long)]
    overwrite: bool,

    /// On a terminal, all words behind each change, and every list to its end
    #[arg(long)]
    full: bool,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let ruled = Ruled::new(shared)?;
    let papers = ruled.papers(args.inputs.papers.as_deref())?;
    let inputs = ruled.inputs(&args.inputs, papers.as_ref())?;
    let (results, inputs): (Vec<PathBuf>, Vec<PathBuf>) =
        inputs.into_iter().partition(|file| is_result(file));
    args.report().check()?;
    let spared =
        Spared::of(&ruled).and(results.iter().cloned()).and(papers.as_ref().map(AskedPapers::file));
    spared.check(args.output.clone())?;
    let asked = Asked {
        by: args.by,
        group_by: args.group_by,
        ties: ties(args.group_by, ruled.rulebook(), ruled.today),
    };
    let check = ruled.check(&args.inputs).listed(papers.as_ref());
    let check = check.only(args.narrowed.selection(ruled.rulebook())?);
    if let Some(pieces) = args.format().pieces.filter(|_| results.is_empty()) {
        return stream(args, &check, &inputs, spared, &asked, pieces, terminal);
    }
    let (mut all, mut lost, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    if !inputs.is_empty() {
        let checked = checked(args, &check, &inputs, spared)?;
        all.push(checked.result);
        lost.extend(checked.lost);
        faults.extend(checked.faults);
    }
    for file in &results {
        match saved(&Disk, file) {
            Ok(result) => all.push(result),
            Err(fault) => {
                lost.push(Lost { file: file.display().to_string() });
                faults.push(fault);
            }
        }
    }
    let failed = faults.iter().any(|fault| !fault.is_warning());
    diagnostics::show(&faults, terminal);
    let territory = Territory::of(all, lost)?;
    if territory.assessments.is_empty() {
        return Ok(Status::Wrong);
    }
    if territory.assessments.len() + territory.lost.len() < 2 {
        return Err(vec![alone()]);
    }
    args.make(&Comparison::of(&territory, &asked), terminal)?;
    Ok(Status::after(failed || territory.run.incomplete(), false))
}

/// What inputs came to that aren't saved results.
struct Checked {
    result: CheckResult,
    lost: Vec<Lost>,
    faults: Vec<Fault>,
}

fn checked(
    args: &Args,
    check: &Check<'_>,
    inputs: &[PathBuf],
    spared: Spared,
) -> Result<Checked, Vec<Fault>> {
    let progress = Progress::default();
    let check = check.clone().watched(&progress);
    let Gathered { declarations, failed, lost, faults, read } = check.gather_dates(inputs)?;
    progress.finish();
    spared.and(read).check(args.output.clone())?;
    let result = check.assess(declarations, failed).result()?;
    let lost = lost.into_iter().map(|file| Lost { file }).collect();
    Ok(Checked { result, lost, faults })
}

/// Compares one date after the other, and writes what came of it.
fn stream(
    args: &Args,
    check: &Check<'_>,
    inputs: &[PathBuf],
    spared: Spared,
    asked: &Asked,
    pieces: ComparisonPieces,
    terminal: &Terminal,
) -> Result<Status, Vec<Fault>> {
    let progress = Progress::default();
    let check = check.clone().watched(&progress);
    let mut forces = check.by_force(inputs)?;
    progress.finish();
    diagnostics::show(&forces.faults, terminal);
    spared.and(std::mem::take(&mut forces.read)).check(args.output.clone())?;
    if forces.forces() == 0 {
        return Ok(Status::Wrong);
    }
    let mut lost: Vec<Lost> =
        std::mem::take(&mut forces.lost).into_iter().map(|file| Lost { file }).collect();
    lost.sort();
    if forces.dates() + lost.len() < 2 {
        return Err(vec![alone()]);
    }
    forces.sort_by_key(|force, kind| asked.order(force, kind));
    let (run, count) = (forces.run(), forces.forces());
    let about = About { run: &run, other_rules: false, lost: &lost, asked, alone: count == 1 };
    let report = args.report();
    let file = report.file();
    let overwrite = file.is_some_and(|file| report.may_replace(file));
    streamed::through(file, overwrite, |mut sink| {
        sink.put((pieces.head)(&about));
        let mut waiting = Vec::new();
        forces.each(
            (pieces.dates)(&about),
            |stretch, assessed| pieces.stretch(&about, stretch, assessed),
            |piece| {
                sink.put(piece.map(|piece| piece.now(&mut waiting)));
                if sink.goes_on() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            },
        )?;
        sink.put((pieces.tail)(&about, count));
        sink.finish()
    })?;
    progress.finish();
    Ok(Status::after(run.incomplete(), false))
}

impl Args {
    fn report(&self) -> OneReport<'_> {
        let ComparisonFormat { name, binary, readers, .. } = *self.format();
        let output = self.output.as_deref();
        OneReport { format: name, binary, readers, output, overwrite: self.overwrite }
    }

    fn make(&self, comparison: &Comparison<'_>, terminal: &Terminal) -> Result<(), Vec<Fault>> {
        let (page, report) = (terminal.page(), self.report());
        let colour = page.has_colour() && report.file().is_none();
        let options = ComparisonOptions { width: page.width(), colour, full: self.full };
        let bytes = (self.format().render)(comparison, options).map_err(|fault| vec![fault])?;
        report.put(bytes, terminal)
    }

    fn format(&self) -> &'static ComparisonFormat {
        let output = file(self.output.as_deref());
        let by_ending = || ComparisonFormat::of_ending(output?.extension()?.to_str()?);
        self.format.or_else(by_ending).unwrap_or(ComparisonFormat::TABLE)
    }
}

/// Whether it is a saved result, by its name.
fn is_result(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}
