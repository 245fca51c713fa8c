//! `rules`: reading the rules, and proving them. One file a subcommand.

mod confirm;
mod coverage;
mod docs;
mod lint;
mod list;
mod oscal;
mod schema;
mod show;
mod test;

use super::shared::Shared;
use super::status::Status;
use super::terminal::Terminal;
use crate::source::Fault;

/// Arguments of `rules`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

/// What can be done with rules.
#[derive(Debug, clap::Subcommand)]
enum Command {
    /// List requirements
    List(list::Args),
    /// Show a requirement, an arrangement or an instrument in full
    Show(show::Args),
    /// Write the rules as a book in Markdown, a page a rule
    Docs(docs::Args),
    /// Print the rules as an OSCAL catalog, for tools that exchange controls and assessments
    Oscal(oscal::Args),
    /// Walk through the rules whose text nobody has read here, and write down what it says
    Confirm(confirm::Args),
    /// Run every example of every pack
    Test(test::Args),
    /// Look for what can't be meant: contradictions, needs that nothing can meet, loose ends
    Lint(lint::Args),
    /// Change the rules one thing at a time, and report each change that no example notices
    Coverage(coverage::Args),
    /// Print the JSON Schema of a kind of file, for editors
    Schema(schema::Args),
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    match &args.command {
        Command::List(args) => list::run(args, shared, terminal),
        Command::Show(args) => show::run(args, shared, terminal),
        Command::Confirm(args) => confirm::run(args, shared, terminal),
        Command::Docs(args) => docs::run(args, shared, terminal),
        Command::Oscal(args) => oscal::run(args, shared),
        Command::Lint(args) => lint::run(args, shared, terminal),
        Command::Test(args) => test::run(args, shared, terminal),
        Command::Coverage(args) => coverage::run(args, shared, terminal),
        Command::Schema(args) => schema::run(args, shared),
    }
}
