//! `rules confirm`: walks whoever holds the full text through the rules that nobody has read there.

use std::fmt::Write as _;
use std::io::{BufRead, stdin};
use std::path::PathBuf;

use super::super::shared::Shared;
use super::super::status::Status;
use super::super::terminal::Terminal;
use super::super::{inputs, output};
use crate::check::check_names;
use crate::report::{show_requirement, struck};
use crate::rulebook::{Confirmation, Requirement, Rulebook, read_confirmations};
use crate::source::{Fault, Faults, read_file};
use crate::standing::{Day, Warrant};

/// Arguments of `rules confirm`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Each rule is shown with its source. Answer `y` where the text bears it out, `n` where it doesn't, \
nothing to leave it for later, `q` to stop. Each answer is written at once; called again, it goes on \
after the last. The file takes effect where msacheck.toml names it: confirmations = \
[\"confirmations.toml\"].

Examples:
  msacheck rules confirm --instrument strategy-2014
  msacheck rules confirm --struck > struck.md     what was struck, for those who look after the rules")]
pub(in crate::cli) struct Args {
    /// The file to write; what stands in it already is kept, and its rules aren't asked again
    #[arg(value_name = "FILE", default_value = "confirmations.toml")]
    file: PathBuf,

    /// Only the rules of this instrument
    #[arg(long, value_name = "ID")]
    instrument: Option<String>,

    /// Ask nothing: list in Markdown what the file strikes
    #[arg(long)]
    struck: bool,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    // Rules that a row has struck are among them: they stand in its file.
    let all = inputs::all_rules(shared)?;
    let rulebook = all.asked(&shared.pack, shared.drafts);
    check_names(&rulebook, args.instrument.as_slice(), &[])?;
    let today = shared.today();
    let (mut text, known) = kept(args, &rulebook, today)?;
    if args.struck {
        Terminal::print(&struck(&rulebook, &asked(args, &known)))?;
        return Ok(Status::Done);
    }
    let open: Vec<&[Requirement]> = rulebook
        .by_id()
        .filter(|versions| versions.iter().any(|version| is_open(version, args, &known)))
        .collect();
    Terminal::say(&format!(
        "{} rules rest on no words that were read here; {} are answered in {} already.\n",
        open.len(),
        asked(args, &known).len(),
        args.file.display()
    ));
    let mut answers = stdin().lock().lines().map_while(Result::ok);
    let mut ask = |question: &str| {
        Terminal::say(&format!("{question} "));
        answers.next().map(|answer| answer.trim().to_owned())
    };
    let mut written = 0;
    let by = if open.is_empty() {
        None
    } else {
        ask("Your role (no name):").filter(|by| !by.is_empty())
    };
    for versions in by.iter().flat_map(|_| &open) {
        let mut page = terminal.page();
        show_requirement(&mut page, &rulebook, versions, None);
        Terminal::print(&page.finish())?;
        let Some(answer) = ask("Does the text bear it out? [y/n/Enter/q]") else { break };
        let bears_out = match answer.as_str() {
            "y" | "yes" => true,
            "n" | "no" => false,
            "q" | "quit" => break,
            _ => continue,
        };
        let at = ask("Page or paragraph:").filter(|at| !at.is_empty());
        let words = ask(if bears_out { "The words, few:" } else { "Why not:" });
        let (Some(at), Some(words)) = (at, words.filter(|words| !words.is_empty())) else {
            Terminal::say("Left for later: a row needs a place and words.\n");
            continue;
        };
        let Some(first) = versions.first() else { continue };
        let confirmation = Confirmation {
            requirement: first.id.clone(),
            bears_out,
            at,
            quote: bears_out.then(|| words.clone()),
            reason: (!bears_out).then_some(words),
            by: by.clone().unwrap_or_default(),
            date: today,
        };
        let gap = if text.is_empty() { "" } else { "\n" };
        let _ = write!(text, "{gap}{}", confirmation.to_toml());
        // At once: who is called away, or whose machine stops, loses nothing.
        output::write(&args.file, &text, true).map_err(|fault| vec![fault])?;
        written += 1;
    }
    Terminal::say(&format!("\n{written} rows written to {}.\n", args.file.display()));
    Ok(Status::Done)
}

/// The rows on the rules that are asked for.
fn asked<'a>(args: &Args, known: &'a [Confirmation]) -> Vec<&'a Confirmation> {
    let wanted = |row: &&Confirmation| {
        let of = row.requirement.as_str().split_once('/').map(|(instrument, _)| instrument);
        args.instrument.is_none() || args.instrument.as_deref() == of
    };
    known.iter().filter(wanted).collect()
}

fn is_open(requirement: &Requirement, args: &Args, known: &[Confirmation]) -> bool {
    requirement.warrant < Warrant::Seen
        && args.instrument.as_ref().is_none_or(|id| requirement.instrument.as_str() == id)
        && !known.iter().any(|row| row.requirement == requirement.id)
}

/// What stands in the file already, as text and as rows.
fn kept(
    args: &Args,
    rulebook: &Rulebook,
    today: Day,
) -> Result<(String, Vec<Confirmation>), Vec<Fault>> {
    if !args.file.exists() {
        return Ok((String::new(), Vec::new()));
    }
    let text = read_file(&args.file).map_err(|fault| vec![fault])?;
    let faults = Faults::new();
    let rows = read_confirmations(&text, rulebook, today, &faults);
    if faults.has_errors() { Err(faults.into_sorted()) } else { Ok((text.body().to_owned(), rows)) }
}
