//! The command line: arguments in, a library call, a report out. One file a subcommand.

mod answers;
mod ask;
mod baseline;
mod browser;
mod called;
mod check;
mod ci;
mod compare;
mod converted;
mod decide;
mod diagnostics;
mod draft;
mod explain;
mod gated;
mod init;
mod inputs;
#[cfg(not(all(feature = "editor", feature = "pages")))]
mod left_out;
mod lint;
#[cfg(feature = "editor")]
mod lsp;
mod narrowed;
mod one_report;
mod output;
mod pager;
mod plan;
mod progress;
mod read;
mod readings;
mod record;
mod report;
mod reports;
mod rules;
#[cfg(feature = "pages")]
mod serve;
mod shared;
mod shell;
mod spared;
mod status;
mod streamed;
mod taken_on;
mod terminal;
mod today;
mod verify;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ArgMatches, CommandFactory as _, FromArgMatches as _, Parser};

use crate::document::hush_panics;
use crate::source::Fault;
use called::{Called, commands};
#[cfg(not(feature = "editor"))]
use left_out::lsp;
#[cfg(not(feature = "pages"))]
use left_out::serve;
use shared::Shared;
use status::Status;
use terminal::Terminal;
pub use today::today;

/// Checks what a police force declares against modern slavery.
#[derive(Debug, Parser)]
#[command(name = "msacheck", version, about, long_about = LONG, after_help = EXAMPLES)]
#[command(subcommand_required = true, arg_required_else_help = true)]
struct Cli {
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

Exit status:
  0  assessed, and the gate (if any) passes
  1  the gate fails, or rules have faults, failed examples, unnoticed changes
  2  some input was wrong: this outranks 1";

commands! {
    /// Assess declarations and documents, and report the gaps
    Check(check::Args) = "check",
    /// Hold dates of one force against each other, or many forces: what changed, and the matrix
    Compare(compare::Args) = "compare",
    /// Say what to change, in which order, so that requirements are met
    Plan(plan::Args) = "plan",
    /// Render a saved result in another format, without assessing anew
    Report(report::Args) = "report",
    /// Record the gaps of today, so that only what is new or worse fails a check
    Baseline(baseline::Args) = "baseline",
    /// Make a recorded check again, and say whether every byte comes out the same
    Verify(verify::Args) = "verify",
    /// Say what documents declare, with the words that prove it
    Read(read::Args) = "read",
    /// Find what is wrong with documents themselves: stale names, wrong sections, figures, dates
    Lint(lint::Args) = "lint",
    /// Run lint and check as the settings say: for pipelines
    Ci(ci::Args) = "ci",
    /// Serve an editor: what is wrong with a document, a declaration or a pack while it is written
    Lsp(lsp::Args) = "lsp",
    /// Explain a requirement or an arrangement: the rule, its source, how it came out and why
    Explain(explain::Args) = "explain",
    /// Write a commented declaration for a force, to fill in
    Init(init::Args) = "init",
    /// Answer a declaration by questions, one after the other
    Ask(ask::Args) = "ask",
    /// Work on a folder in the browser, on this machine alone
    Serve(serve::Args) = "serve",
    /// Read the rules themselves
    Rules(rules::Args) = "rules",
    /// Print completions for a shell
    Completions(shell::Args) = "completions",
    /// Print the man page of the program, or of a command
    Man(shell::ManArgs) = "man",
}

/// The commands that print the command line itself.
const PRINTERS: [&str; 2] = ["completions", "man"];

/// What there is beside commands. They are listed from the first on, whatever stands before them.
fn root() -> clap::Command {
    Cli::command().next_display_order(0)
}

/// The command line. What every command takes is hidden where it is of no use: in what prints the command
/// line itself.
fn command() -> clap::Command {
    let root = root().subcommands(Command::ALL.iter().map(Called::built));
    let shared = root.get_arguments().filter(|argument| argument.is_global_set());
    let shared: Vec<clap::Arg> = shared.map(|argument| argument.clone().hide(true)).collect();
    PRINTERS
        .into_iter()
        .fold(root, |root, name| root.mut_subcommand(name, |own| own.args(shared.clone())))
}

/// As much of it as arguments can ask for: to build the other commands, too, takes as long as half a check.
fn command_for(arguments: &[OsString]) -> clap::Command {
    let asked = arguments.get(1).and_then(|first| first.to_str());
    match Command::ALL.iter().find(|called| Some(called.name) == asked) {
        Some(called) if !PRINTERS.contains(&called.name) => root().subcommand(called.built()),
        _ => command(),
    }
}

/// Runs the program with its arguments, the first being its name.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    status(arguments).into()
}

/// The same for what isn't this process's own program: its exit status, 0 to 2.
#[must_use]
pub fn status(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    hush_panics();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let matched = command_for(&arguments).try_get_matches_from(arguments);
    let (shared, command) = match matched.and_then(|found| asked(&found)) {
        Ok(asked) => asked,
        Err(error) => {
            // Help and version are results, and go to standard output; a closed pipe is no fault.
            let _ = error.print();
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    let terminal = Terminal::new(shared.color, !shared.no_pager);
    let status = match execute(&command, &shared, &terminal) {
        Ok(status) => status,
        Err(faults) => {
            diagnostics::show(&faults, &terminal);
            Status::Wrong
        }
    };
    status.into()
}

/// What every command takes, and the command with what it takes.
fn asked(found: &ArgMatches) -> Result<(Shared, Command), clap::Error> {
    Ok((Cli::from_arg_matches(found)?.shared, Command::read(found)?))
}

fn execute(command: &Command, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    match command {
        Command::Check(args) => check::run(args, shared, terminal),
        Command::Compare(args) => compare::run(args, shared, terminal),
        Command::Plan(args) => plan::run(args, shared, terminal),
        Command::Report(args) => report::run(args, terminal),
        Command::Baseline(args) => baseline::run(args, shared, terminal),
        Command::Verify(args) => verify::run(args, terminal),
        Command::Read(args) => read::run(args, shared, terminal),
        Command::Lint(args) => lint::run(args, shared, terminal),
        Command::Ci(args) => ci::run(args, shared, terminal),
        Command::Lsp(args) => lsp::run(args, shared),
        Command::Explain(args) => explain::run(args, shared, terminal),
        Command::Init(args) => init::run(args, shared, terminal),
        Command::Ask(args) => ask::run(args, shared, terminal),
        Command::Serve(args) => serve::run(args, shared),
        Command::Rules(args) => rules::run(args, shared, terminal),
        Command::Completions(args) => shell::completions(args, self::command()),
        Command::Man(args) => shell::man(args, self::command()),
    }
}
