//! `verify`: a record made again.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::diagnostics;
use super::status::Status;
use super::terminal::Terminal;
use crate::check::Disk;
use crate::record::{Differences, Differing, Kept, Verified};
use crate::source::{Fault, printable};

/// Arguments of `verify`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck check --record records northmarch.toml
  msacheck verify records/2026-11-28-northmarch

The check is made out of the record alone: where it was kept without its inputs, they are read from where they
were, from the current folder on. What was changed since is told, and whether the program, the rules or the inputs
changed.

Exit status: 0 every byte of the result is the same; 1 something differs; 2 the record can't be read, or was
tampered with.")]
pub(super) struct Args {
    /// The folder of a record
    #[arg(value_name = "RECORD")]
    record: PathBuf,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let kept = Kept::open(&args.record, &Disk)?;
    let record = &kept.record;
    let shown = printable(&args.record.display().to_string());
    match kept.verify(&Disk)? {
        Verified::Same => {
            let files = record.files.len();
            let read = if files == 1 { "1 file".to_owned() } else { format!("{files} files") };
            Terminal::print(&format!(
                "The same: {shown} comes out as it was recorded, byte for byte ({read}; {}).\n",
                record.program
            ))?;
            Ok(Status::Done)
        }
        Verified::Differs(found) => {
            Terminal::print(&told(&shown, &found))?;
            diagnostics::show(&found.failed, terminal);
            Ok(Status::Failed)
        }
    }
}

fn told(shown: &str, found: &Differences) -> String {
    let mut text = format!("It differs: {shown} doesn't come out as it was recorded.\n");
    if let Some([then, now]) = &found.program {
        let _ = writeln!(text, "- The program: it was {then}, and this is {now}.");
    }
    if !found.rules.is_empty() {
        let _ =
            writeln!(text, "- The rules: not those that were asked ({}).", found.rules.join(", "));
    }
    for input in &found.inputs {
        let input = printable(&input.display().to_string());
        let _ = writeln!(text, "- An input: {input} isn't what it was.");
    }
    if !found.failed.is_empty() {
        text.push_str("- No result comes of it any more.\n");
    } else if !found.result {
        text.push_str("- The result is the same all the same.\n");
    } else if found.outcomes.is_empty() {
        text.push_str("- No outcome: what else the result says isn't the same.\n");
    }
    for Differing { force, requirement, then, now } in &found.outcomes {
        let word = |of: &Option<_>| {
            of.map_or("not asked".to_owned(), |of: crate::standing::Outcome| of.to_string())
        };
        let _ = writeln!(
            text,
            "- {force}, {requirement}: it was {}, and is {}.",
            word(then),
            word(now)
        );
    }
    text
}
