//! `plan`: what to change, in which order, so that requirements are met.

use std::path::PathBuf;

use super::diagnostics;
use super::inputs::{InputArgs, Ruled};
use super::narrowed::Narrowed;
use super::one_report::{OneReport, file};
use super::shared::Shared;
use super::spared::Spared;
use super::status::Status;
use super::taken_on::TakeOnArgs;
use super::terminal::Terminal;
use super::words::format_of;
use crate::check::{
    AskedPapers, AskedPlan, Disk, Gathered, PlanWanted, Target, WhatIf, read_costs,
};
use crate::plan::{Costs, Plans};
use crate::report::{PLAN_FORMATS, PlanFormat, PlanOptions};
use crate::source::Fault;

/// Arguments of `plan`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck plan samples/west-midlands-2017.toml
  msacheck plan --target duties northmarch.toml
  msacheck plan --target 'duties and act-2015 or pursue-lead' northmarch.toml
  msacheck plan --what-if lead=in-place,coordinator.dedicated=true northmarch.toml
  msacheck plan --target duties --cost costs.toml --format csv --output plan.csv northmarch.toml
  msacheck plan --target duties --apply --owner 'head of crime' --deadline 2027-03-31

Without a target: what the law asks, then what is stated and falls short, then what isn't evidenced; of each the steps \
that close most for least come first. A set of changes is the smallest that does it, or it is said how much smaller one \
might be. Nothing is planned about what isn't asked of the force.

Exit status: 0 planned; 2 some input was wrong.")]
pub(super) struct Args {
    #[command(flatten)]
    inputs: InputArgs,

    /// Which requirements are to be met, with as few changes as do it: `all`, strengths (`duties`), ids of
    /// instruments, requirements and arrangements, joined by `and`, `or`, `not`
    #[arg(long, value_name = "TARGET", conflicts_with = "what_if")]
    target: Option<String>,

    /// What changes cost: a file of lines such as `lead = 5` or `coordinator.dedicated = 40`. What isn't named
    /// costs 1
    #[arg(long, value_name = "FILE")]
    cost: Option<PathBuf>,

    /// What these changes come to: an arrangement with a state, or a field with a value (of a list: an item)
    #[arg(long, value_name = "NAME=VALUE", value_delimiter = ',')]
    what_if: Vec<String>,

    #[command(flatten)]
    taken_on: TakeOnArgs,

    #[command(flatten)]
    narrowed: Narrowed,

    /// How to show the plan. By default as the ending of `--output` says, else as a table
    #[arg(long, value_name = "FORMAT", value_parser = format_of(PLAN_FORMATS, |format| (format.name, format.about)))]
    format: Option<&'static PlanFormat>,

    /// Where to write it; by default to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write over a document that somebody went on writing in, too
    #[arg(long)]
    overwrite: bool,

    /// On a terminal, every step, and all that each closes
    #[arg(long)]
    full: bool,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let ruled = Ruled::new(shared)?;
    let papers = ruled.papers(args.inputs.papers.as_deref())?;
    let inputs = ruled.inputs(&args.inputs, papers.as_ref())?;
    let asked = args.asked(&ruled)?;
    let selection = args.narrowed.selection(ruled.rulebook())?;
    args.report().check()?;
    let actions = args.taken_on.there(&ruled)?;
    diagnostics::show(actions.as_ref().map_or(&[], |plan| &plan.warnings), terminal);
    let spared =
        Spared::of(&ruled).and(args.cost.clone()).and(papers.as_ref().map(AskedPapers::file));
    spared.check(args.output.clone())?;
    let check = ruled.check(&args.inputs).only(selection).planned(actions.as_ref());
    let check = check.listed(papers.as_ref());
    let Gathered { declarations, failed, faults, read, .. } = check.gather(&inputs)?;
    diagnostics::show(&faults, terminal);
    spared.and(read).check(args.output.clone())?;
    let plans = check.assess(declarations, failed).plans(&asked)?;
    if !plans.plans.is_empty() {
        args.make(&plans, terminal)?;
        args.taken_on.add(&plans, &ruled, terminal)?;
    }
    Ok(Status::after(plans.run.incomplete(), false))
}

impl Args {
    fn asked(&self, ruled: &Ruled) -> Result<AskedPlan, Vec<Fault>> {
        let rulebook = ruled.rulebook();
        let wanted = match &self.target {
            Some(target) => PlanWanted::Target(Target::read(rulebook, target)?),
            None if !self.what_if.is_empty() => {
                PlanWanted::WhatIf(WhatIf::read(rulebook, &self.what_if)?)
            }
            None => PlanWanted::InOrder,
        };
        let costs = match &self.cost {
            Some(file) => read_costs(&Disk, file, rulebook.vocabulary())?,
            None => Costs::default(),
        };
        Ok(AskedPlan { wanted, costs })
    }

    fn report(&self) -> OneReport<'_> {
        let PlanFormat { name, readers, .. } = *self.format();
        let output = self.output.as_deref();
        OneReport { format: name, binary: false, readers, output, overwrite: self.overwrite }
    }

    fn make(&self, plans: &Plans, terminal: &Terminal) -> Result<(), Vec<Fault>> {
        let (page, report) = (terminal.page(), self.report());
        let colour = page.has_colour() && report.file().is_none();
        let options = PlanOptions { width: page.width(), colour, full: self.full };
        let bytes = (self.format().render)(plans, options).map_err(|fault| vec![fault])?;
        report.put(bytes, terminal)
    }

    fn format(&self) -> &'static PlanFormat {
        let output = file(self.output.as_deref());
        let by_ending = || PlanFormat::of_ending(output?.extension()?.to_str()?);
        self.format.or_else(by_ending).unwrap_or(PlanFormat::TABLE)
    }
}
