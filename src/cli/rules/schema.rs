//! `rules schema`: what an editor needs to complete and check a file as it is written.

use super::super::inputs::Ruled;
use super::super::output;
use super::super::shared::Shared;
use super::super::status::Status;
use super::super::terminal::Terminal;
use super::super::words::word;
use crate::report::{SchemaKind, schema};
use crate::rulebook::Vocabulary;
use crate::source::Fault;

/// Arguments of `rules schema`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck rules schema > declaration.schema.json
  msacheck rules schema rules --rules our-rules > rules.schema.json

An editor with a TOML language server (taplo, Even Better TOML) takes it from a comment at the top \
of a file:
  #:schema ./declaration.schema.json")]
pub(in crate::cli) struct Args {
    /// The kind of file: declaration, arrangement, instrument, rules, ranks, context, forces,
    /// reach, events, examples, project, actions or baseline; or reading, result and comparison: what `read`, `check` and
    /// `compare` print as JSON
    #[arg(value_name = "KIND", default_value = "declaration", value_parser = word::<SchemaKind>)]
    kind: SchemaKind,
}

pub(super) fn run(args: &Args, shared: &Shared) -> Result<Status, Vec<Fault>> {
    let text = if args.kind.depends_on_rules() {
        schema(args.kind, Ruled::new(shared)?.rulebook().vocabulary())
    } else {
        // Settings and packs with faults don't stand in the way of what helps to mend them.
        schema(args.kind, &Vocabulary::default())
    };
    Terminal::print(&text.map_err(|error| output::no_json(&error))?)?;
    Ok(Status::Done)
}
