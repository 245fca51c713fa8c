//! `ask`: a declaration by questions, one after the other, each answer saved at once.

mod page;

use std::path::{Path, PathBuf};

use super::answers::Answers;
use super::diagnostics;
use super::inputs::Ruled;
use super::shared::{Shared, day};
use super::spared::Spared;
use super::status::Status;
use super::terminal::Terminal;
use crate::check::{Check, Disk, is_workbook};
use crate::questions::{Interview, OpenDeclaration, Reply, Step, questions};
use crate::source::{Fault, printable};
use crate::standing::Day;

/// Arguments of `ask`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck init --force northmarch && msacheck ask northmarch.toml
  msacheck ask --again northmarch.toml        what is answered, too
  msacheck ask --answers answers.txt northmarch.toml

Only what counts is asked: what requirements rest on that are in force and may reach the force. Each answer is saved \
at once, so stop when you like: next time it goes on with what is open. An answer is a number, a word or its first \
letters; Enter skips, `<` goes back, `?` is \"don't know\", `!` is \"won't say\", `.` stops. A file of answers has one a \
line, in the order in which they are asked; an empty line skips, and `#` begins a comment.")]
pub(super) struct Args {
    /// The declaration to answer; `msacheck init` writes one
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Take the answers from a file instead, one a line; `-` for standard input
    #[arg(long, value_name = "ANSWERS")]
    answers: Option<PathBuf>,

    /// Ask again what is answered
    #[arg(long)]
    again: bool,

    /// The day to assess: it picks the law, and so what is asked. By default the day of the facts
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let ruled = Ruled::new(shared)?;
    if is_workbook(&args.file) {
        return Err(vec![workbook(&args.file)]);
    }
    Spared::of(&ruled).check([args.file.clone()])?;
    let check = Check::new(&ruled.rules, &Disk, ruled.today)
        .project(ruled.project.as_ref())
        .as_of(args.as_of);
    let mut open = OpenDeclaration::open(&check, &args.file)?;
    diagnostics::show(open.warnings(), terminal);
    let on = args.as_of.unwrap_or(open.declaration().force.as_of);
    let asked = questions(ruled.rulebook(), &open.declaration().force, on);
    let mut interview = Interview::new(asked, args.again);
    let mut answers = Answers::of(args.answers.as_deref())?;
    page::begin(&interview, &open, terminal);
    while let Some(step) = interview.next(&open) {
        if !ask(step, &mut interview, &mut open, &mut answers, &ruled, terminal)? {
            break;
        }
    }
    let shown = printable(&args.file.display().to_string());
    page::end(&interview, &open, &shown, terminal);
    Ok(Status::Done)
}

/// The fault of a form that has its questions in it.
fn workbook(file: &Path) -> Fault {
    let shown = file.display();
    let message = format!("`{shown}` is a workbook: its questions are answered in it");
    Fault::whole("usage::workbook-asked", message)
        .help(format!("to be asked, make it TOML: `msacheck init --from {shown} --format toml`"))
}

/// Asks one thing until it is answered: whether to go on.
fn ask(
    mut step: Step,
    interview: &mut Interview<'_>,
    open: &mut OpenDeclaration<'_>,
    answers: &mut Answers,
    ruled: &Ruled,
    terminal: &Terminal,
) -> Result<bool, Vec<Fault>> {
    page::step(step, interview, open, terminal);
    loop {
        let Some(typed) = answers.next("Answer")? else { return Ok(false) };
        let vocabulary = ruled.rulebook().vocabulary();
        let reply = interview.reply(step, &typed, open, vocabulary, ruled.today);
        let saved = match reply {
            Ok(Reply::Skip) => return Ok(true),
            Ok(Reply::Stop) => return Ok(false),
            Ok(Reply::Back) => {
                if interview.back()
                    && let Some(before) = interview.now()
                {
                    step = before;
                }
                page::step(step, interview, open, terminal);
                continue;
            }
            Ok(Reply::Edits(edits)) => open.save(&edits),
            Err(faults) => Err(faults),
        };
        match saved {
            Ok(saved) => {
                page::saved(&saved, interview, terminal);
                interview.answered();
                return Ok(true);
            }
            // A person is asked again; a file of answers has none for that.
            Err(faults) if answers.is_a_person() => {
                diagnostics::show(&faults, terminal);
            }
            Err(faults) => return Err(answers.at_its_line(faults)),
        }
    }
}
