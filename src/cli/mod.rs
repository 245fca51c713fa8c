//! The command line: arguments in, a library call, a report out. One file a subcommand.

mod baseline;
mod check;
mod diagnostics;
mod draft;
mod explain;
mod gated;
mod init;
mod inputs;
mod named;
mod output;
mod progress;
mod read;
mod readings;
mod report;
mod reports;
mod rules;
mod shell;
mod terminal;
mod words;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ColorChoice, Parser, Subcommand};

use crate::source::Fault;
use crate::standing::Day;
use terminal::Terminal;

/// Checks what a police force declares against modern slavery.
#[derive(Debug, Parser)]
#[command(name = "msacheck", version, about, long_about = LONG, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,

    #[command(flatten)]
    shared: Shared,
}

const LONG: &str = "\
Checks what a police force in England and Wales declares against modern slavery with what the \
Government's human trafficking strategy (2011), the Modern Slavery Strategy (2014) and the Modern \
Slavery Act 2015 ask of it, and reports the gaps: each with its reason, its evidence, its source \
and what would close it.";

const EXAMPLES: &str = "\
Examples:
  msacheck init --force northmarch            write a declaration to fill in
  msacheck check northmarch.toml              report its gaps
  msacheck explain act-2015/s52-notify northmarch.toml
  msacheck rules list --strength duty         what the law obliges a force to

Exit status: 0 assessed, and the gate (if any) passes; 1 the gate fails, or rules have faults, failed
examples or changes that nobody notices; 2 some input was wrong, which outranks 1.";

/// What every command takes.
#[derive(Debug, clap::Args)]
struct Shared {
    /// A folder of rule packs to load beside the built-in ones; may be given more than once
    #[arg(long, global = true, value_name = "DIR")]
    rules: Vec<PathBuf>,

    /// An optional pack to ask of, such as `yardsticks`; may be given more than once
    #[arg(long, global = true, value_name = "ID")]
    pack: Vec<String>,

    /// Ask drafts, too: rules whose source nobody has seen
    #[arg(long, global = true)]
    drafts: bool,

    /// Settings to use instead of the current folder's msacheck.toml
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,

    /// The day that counts as today: for the last day of waivers and judgements, and for dates in the
    /// future. By default the system's
    #[arg(long, global = true, value_name = "DATE", value_parser = inputs::day)]
    today: Option<Day>,

    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
}

impl Shared {
    /// The options as they must be typed again for another command to see the same rules.
    fn again(&self) -> Vec<String> {
        let rules =
            self.rules.iter().map(|folder| ["--rules".to_owned(), folder.display().to_string()]);
        let config =
            self.config.iter().map(|file| ["--config".to_owned(), file.display().to_string()]);
        let packs = self.pack.iter().map(|pack| ["--pack".to_owned(), pack.clone()]);
        let drafts = self.drafts.then(|| "--drafts".to_owned());
        let today = self.today.iter().map(|day| ["--today".to_owned(), day.to_string()]);
        rules.chain(config).chain(packs).chain(today).flatten().chain(drafts).collect()
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Assess declarations and documents, and report the gaps
    Check(check::Args),
    /// Render a saved result in another format, without assessing anew
    Report(report::Args),
    /// Record the gaps of today, so that only what is new or worse fails a check
    Baseline(baseline::Args),
    /// Say what documents declare, with the words that prove it
    Read(read::Args),
    /// Explain a requirement or an arrangement: the rule, its source, how it came out and why
    Explain(explain::Args),
    /// Write a commented declaration for a force, to fill in
    Init(init::Args),
    /// Read the rules themselves
    #[command(subcommand)]
    Rules(rules::Command),
    /// Print completions for a shell
    Completions(shell::Args),
    /// Print the man page of the program, or of a command
    Man(shell::ManArgs),
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    /// Assessed, and the gate passes.
    Done,
    /// The gate fails, or rules don't stand up to their proof.
    Failed,
    /// Some input was wrong.
    Wrong,
}

/// Runs the program with its arguments, the first being its name.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are results, and go to standard output; a closed pipe is no fault.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let terminal = Terminal::new(cli.shared.color);
    let status = match execute(&cli, &terminal) {
        Ok(status) => status,
        Err(faults) => {
            diagnostics::show(&faults, &terminal);
            Status::Wrong
        }
    };
    ExitCode::from(match status {
        Status::Done => 0,
        Status::Failed => 1,
        Status::Wrong => 2,
    })
}

fn execute(cli: &Cli, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    match &cli.command {
        Command::Check(args) => check::run(args, &cli.shared, terminal),
        Command::Report(args) => report::run(args, terminal),
        Command::Baseline(args) => baseline::run(args, &cli.shared, terminal),
        Command::Read(args) => read::run(args, &cli.shared, terminal),
        Command::Explain(args) => explain::run(args, &cli.shared, terminal),
        Command::Init(args) => init::run(args, &cli.shared, terminal),
        Command::Rules(command) => rules::run(command, &cli.shared, terminal),
        Command::Completions(args) => shell::completions(args),
        Command::Man(args) => shell::man(args),
    }
}
