//! `rules test`: every example of every pack.

use std::fmt::Write as _;

use super::super::shared::Shared;
use super::super::status::Status;
use super::super::terminal::Terminal;
use super::super::{diagnostics, inputs};
use crate::lint::{LintExample, Linter, lint_examples};
use crate::proof::{Came, ReadingProof, ReadingTally, examples, reading_examples};
use crate::report::why_failed;
use crate::rulebook::Rulebook;
use crate::source::Fault;

/// Arguments of `rules test`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck rules test --rules our-rules")]
pub(in crate::cli) struct Args {
    /// Show held-out examples of reading that fail, too: whoever looks at them holds them out no more
    #[arg(long)]
    held_out: bool,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let rulebook = inputs::all_rules(shared)?;
    let reading = read(&rulebook, args.held_out)?;
    let checks = checks(&rulebook)?;
    let examples = examples(&rulebook)?;
    let without: Vec<Fault> = rulebook
        .requirements()
        .iter()
        .filter(|requirement| !examples.iter().any(|example| example.is_of(requirement)))
        .map(|requirement| {
            requirement
                .fault(
                    "rules::no-examples",
                    format!("`{}` has no example", requirement.id),
                    "expected at least one `[[requirement.example]]`",
                )
                .help("examples are the proof that a rule says what it should")
        })
        .collect();
    let failures: Vec<Fault> = examples
        .iter()
        .filter_map(|example| example.run(&rulebook))
        .map(|failure| failure.fault(why_failed(&failure)))
        .collect();
    diagnostics::show(&without, terminal);
    diagnostics::show(&failures, terminal);
    diagnostics::show(&reading.failures, terminal);
    diagnostics::show(&checks.failures, terminal);
    let passed = examples.len() - failures.len();
    Terminal::print(&told(&reading.tally))?;
    Terminal::print(&checks.told())?;
    Terminal::print(&format!("{passed} passed, {} failed\n", failures.len()))?;
    let sound = failures.is_empty()
        && checks.failures.is_empty()
        && without.is_empty()
        && reading.tally.failed == 0;
    Ok(if sound { Status::Done } else { Status::Failed })
}

/// How the examples of checks of documents came out.
struct Checks {
    all: usize,
    failures: Vec<Fault>,
}

impl Checks {
    /// A line, where there are any.
    fn told(&self) -> String {
        if self.all == 0 {
            return String::new();
        }
        let failed = self.failures.len();
        format!("checks of documents: {} passed, {failed} failed\n", self.all - failed)
    }
}

fn checks(rulebook: &Rulebook) -> Result<Checks, Vec<Fault>> {
    let examples = lint_examples(rulebook)?;
    if examples.is_empty() {
        return Ok(Checks { all: 0, failures: Vec::new() });
    }
    let linter = Linter::new(rulebook)?;
    let slip = |example: &LintExample| example.run(&linter).map(|slip| example.fault(&slip));
    let failures = examples.iter().filter_map(slip).collect();
    Ok(Checks { all: examples.len(), failures })
}

/// How the examples of reading came out.
struct Read {
    tally: ReadingTally,
    failures: Vec<Fault>,
}

fn read(rulebook: &Rulebook, held_out: bool) -> Result<Read, Vec<Fault>> {
    let examples = reading_examples(rulebook)?;
    let mut read = Read { tally: ReadingTally::default(), failures: Vec::new() };
    if examples.is_empty() {
        return Ok(read);
    }
    let mut proof = ReadingProof::new(rulebook)?;
    for example in &examples {
        let came = proof.run(example);
        read.tally.count(example, &came);
        if example.held_out && !held_out {
            continue;
        }
        match came {
            Came::Wrong(faults) => read.failures.extend(faults),
            Came::NoLongerMissed(fault) => read.failures.push(fault),
            Came::Right | Came::Missed => {}
        }
    }
    Ok(read)
}

/// The examples of reading in numbers: a line for each kind, then all of them.
fn told(tally: &ReadingTally) -> String {
    let mut out = String::new();
    let wide = tally.kinds.keys().map(|kind| kind.chars().count()).max().unwrap_or(0);
    for (kind, share) in &tally.kinds {
        let _ = writeln!(out, "reading: {kind:wide$}  {} of {}", share.right, share.all);
    }
    let ReadingTally { passed, failed, missed, held_out, .. } = tally;
    if passed + failed + missed > 0 {
        let _ = write!(out, "reading: {passed} passed, {failed} failed");
        if *missed > 0 {
            let _ = write!(out, ", {missed} known misses");
        }
        if held_out.all > 0 {
            let _ = write!(out, " (held out: {} of {} read right)", held_out.right, held_out.all);
        }
        out.push('\n');
    }
    out
}
