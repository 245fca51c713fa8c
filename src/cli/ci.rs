//! `ci`: what a pipeline asks: the documents are looked at, and the declarations are checked, as the settings say.
//!
//! One command and no second set of options: each part is the command of its name without arguments.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::Parser;

use super::shared::Shared;
use super::status::Status;
use super::terminal::Terminal;
use super::{check, lint, output};
use crate::check::{Disk, settings};
use crate::source::Fault;

/// Arguments of `ci`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck ci
  msacheck ci --format github --report sarif --report junit --into reports

It runs `msacheck lint` on what `[lint] files` names, then `msacheck check` on what `check` names. With `--report`
each leaves lint.FORMAT and check.FORMAT in a folder.

Exit status: 0 neither fails; 1 one of them does; 2 some input was wrong: this outranks 1.")]
pub(super) struct Args {
    /// How to show both: a format that both commands have
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: String,

    /// Leave a report of both in this format, too; may be given more than once
    #[arg(long, value_name = "FORMAT")]
    report: Vec<String>,

    /// The folder in which reports are left
    #[arg(long, value_name = "DIR", default_value = ".")]
    into: PathBuf,
}

/// The arguments of a command, as they are typed behind its name.
#[derive(Debug, Parser)]
#[command(name = "msacheck")]
struct Of<T: clap::Args> {
    #[command(flatten)]
    args: T,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let project = settings(&Disk, shared.config.as_deref())?;
    let documents = project.as_ref().is_some_and(|project| !project.lint.files.is_empty());
    let declarations = project.as_ref().is_some_and(|project| !project.check.is_empty());
    if !documents && !declarations {
        return Err(vec![nothing()]);
    }
    if !args.report.is_empty() {
        output::make_folder(&args.into).map_err(|fault| vec![fault])?;
    }
    let file = |name: &str, format: &String| args.into.join(format!("{name}.{format}"));
    let mut status = Status::Done;
    if documents {
        for format in &args.report {
            let asked =
                [word("--format"), word(format), word("--output"), file("lint", format).into()];
            status = status.max(lint::run(&typed(asked)?, shared, terminal)?);
        }
        status = status.max(lint::run(
            &typed([word("--format"), word(&args.format)])?,
            shared,
            terminal,
        )?);
    }
    if declarations {
        let reports = args
            .report
            .iter()
            .flat_map(|format| [word("--report"), named(format, &file("check", format))]);
        let asked = [word("--format"), word(&args.format)].into_iter().chain(reports);
        status = status.max(check::run(&typed(asked)?, shared, terminal)?);
    }
    Ok(status)
}

fn word(text: &str) -> OsString {
    OsString::from(text)
}

fn named(format: &str, file: &Path) -> OsString {
    let mut named = word(format);
    named.push("=");
    named.push(file);
    named
}

/// The arguments of a command; the fault of a format that it doesn't have.
fn typed<T: clap::Args>(words: impl IntoIterator<Item = OsString>) -> Result<T, Vec<Fault>> {
    let words = std::iter::once(word("msacheck")).chain(words);
    Of::<T>::try_parse_from(words).map(|of| of.args).map_err(|error| {
        let said = error.to_string();
        let line = said.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
        vec![
            Fault::whole("usage::unknown-name", line)
                .help("`--format` and `--report` take formats that `lint` and `check` both have"),
        ]
    })
}

fn nothing() -> Fault {
    Fault::whole("usage::nothing-to-check", "the settings name neither documents nor declarations")
        .help("add `[lint] files = [\"policies\"]` or `check = [\"force.toml\"]` to msacheck.toml")
}
