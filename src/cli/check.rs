//! `check`: assess declarations and documents, and report the gaps.

use std::path::PathBuf;

use super::gated::GateArgs;
use super::gather::{Asked, Gathered, gather};
use super::report::status;
use super::reports::Reports;
use super::words::word;
use super::{Shared, Status, Terminal, diagnostics, inputs};
use crate::assessment::{Assessment, assess};
use crate::gate::Occasion;
use crate::report::verdict_sentence;
use crate::result::{CheckResult, Gated, Run};
use crate::rulebook::{Requirement, Rulebook};
use crate::source::{Fault, Faults};
use crate::standing::{Day, Strength};

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

Inputs of one force are assessed together: of each arrangement the latest that states it counts, and
where they don't agree both are shown. An undated document counts as older than any dated input. What the filters leave out isn't counted and isn't gated.")]
pub(super) struct Args {
    /// Declarations (.toml, or `-` for standard input) and documents to assess; without any, those
    /// that msacheck.toml names
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Only the requirements of this instrument; may be given more than once
    #[arg(long, value_name = "ID")]
    instrument: Vec<String>,

    /// Only the requirements of this strength; may be given more than once
    #[arg(long, value_name = "STRENGTH", value_parser = word::<Strength>)]
    strength: Vec<Strength>,

    /// Only the requirements that rest on this arrangement; may be given more than once
    #[arg(long, value_name = "ID")]
    arrangement: Vec<String>,

    /// The day to assess: it picks the law. By default the day of the facts; of documents without a
    /// date it is that day, too
    #[arg(long, value_name = "DATE", value_parser = inputs::day)]
    as_of: Option<Day>,

    /// The police force that documents are read for. By default the one that they name
    #[arg(long, value_name = "NAME")]
    force: Option<String>,

    /// Read the sources of declarations, too, and show where they say otherwise; so it is without
    /// asking where documents are among the inputs
    #[arg(long)]
    read_sources: bool,

    #[command(flatten)]
    gate: GateArgs,

    #[command(flatten)]
    reports: Reports,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let project = inputs::project(shared)?;
    let ruled = inputs::ruled(shared, project.as_ref())?;
    let rulebook = &ruled.rulebook;
    let filter = Filter::new(args, rulebook)?;
    let files = inputs::files(&args.files, project.as_ref())?;
    args.reports.check(&files)?;
    let asked_gate = args.gate.gate(project.as_ref(), rulebook)?;
    let gate = asked_gate.as_ref().map(|asked| &asked.gate);

    let faults = Faults::new();
    let asked = Asked {
        files: &files,
        force: args.force.as_deref(),
        as_of: args.as_of,
        sources: args.read_sources,
        shared,
        project: project.as_ref(),
    };
    let Gathered { declarations, failed: failed_inputs } = gather(&asked, rulebook, &faults)?;
    let today = inputs::today(shared);
    let mut assessments = Vec::new();
    for declaration in &declarations {
        let backed = gate.and_then(|gate| gate.terms.basis);
        let backed = backed.map(|least| declaration.clone().backed_by(least));
        let declaration = backed.as_ref().unwrap_or(declaration);
        let assessment = assess(rulebook, declaration, args.as_of);
        let mut assessment = assessment.judged(declaration, today);
        filter.apply(&mut assessment, rulebook);
        assessments.push(assessment);
    }
    let occasion = Occasion { today, whole: filter.said().is_none() };
    let verdicts = gate.map(|gate| gate.judge_all(&assessments, occasion));
    let mut verdicts = verdicts.into_iter().flatten();
    let assessments = assessments
        .into_iter()
        .map(|assessment| Gated { assessment, verdict: verdicts.next() })
        .collect();
    diagnostics::show(&faults.into_sorted(), terminal);
    let baseline = asked_gate.as_ref().and_then(|asked| asked.baseline.as_ref());
    let run = Run {
        program: Run::this_program(),
        rules: ruled.rules(shared),
        files: ruled.files(project.as_ref(), baseline),
        options: again(args, shared),
        filtered: filter.said(),
        unassessed: failed_inputs,
    };
    let result = CheckResult { run, assessments };
    if !result.assessments.is_empty() {
        args.reports.make(&result, terminal)?;
        if args.gate.explain_gate {
            explain_gate(&result, args.reports.show_a_person(), terminal)?;
        }
    }
    Ok(status(&result))
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

/// The options with which another command sees the same: rules, settings, day and force.
fn again(args: &Args, shared: &Shared) -> Vec<String> {
    let as_of = args.as_of.iter().flat_map(|day| ["--as-of".to_owned(), day.to_string()]);
    let force = args.force.iter().flat_map(|name| ["--force".to_owned(), name.clone()]);
    shared.again().into_iter().chain(as_of).chain(force).collect()
}

/// Which requirements are looked at.
struct Filter<'a> {
    args: &'a Args,
}

impl<'a> Filter<'a> {
    fn new(args: &'a Args, rulebook: &Rulebook) -> Result<Self, Vec<Fault>> {
        inputs::check_names(rulebook, &args.instrument, &args.arrangement)?;
        Ok(Self { args })
    }

    fn passes(&self, requirement: &Requirement) -> bool {
        let args = self.args;
        let any = |list: &[String], holds: &dyn Fn(&str) -> bool| {
            list.is_empty() || list.iter().any(|name| holds(name))
        };
        any(&args.instrument, &|name| requirement.instrument.as_str() == name)
            && any(&args.arrangement, &|name| requirement.rests_on(name))
            && (args.strength.is_empty() || args.strength.contains(&requirement.strength))
    }

    fn apply(&self, assessment: &mut Assessment, rulebook: &Rulebook) {
        assessment.findings.retain(|finding| {
            let versions = rulebook.versions(finding.requirement.as_str());
            let version = versions.iter().find(|version| version.from == finding.from);
            version.is_some_and(|version| self.passes(version))
        });
        let findings = &assessment.findings;
        let chosen = |id: &_| findings.iter().any(|finding| finding.requirement == *id);
        assessment.judgements.retain(chosen);
    }

    /// The filter in words, where there is one.
    fn said(&self) -> Option<String> {
        let strengths: Vec<String> = self.args.strength.iter().map(ToString::to_string).collect();
        let parts: Vec<String> = [
            ("of ", &self.args.instrument),
            ("of strength ", &strengths),
            ("resting on ", &self.args.arrangement),
        ]
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(lead, names)| format!("{lead}{}", names.join(" or ")))
        .collect();
        (!parts.is_empty()).then(|| format!("requirements {}", parts.join(", ")))
    }
}
