//! `rules coverage`: what the examples would notice.

use super::super::shared::Shared;
use super::super::status::Status;
use super::super::terminal::Terminal;
use super::super::{diagnostics, inputs};
use crate::proof::{Coverage, coverage, examples};
use crate::report::show_coverage;
use crate::source::Fault;

/// Arguments of `rules coverage`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A change is caught where an example comes out otherwise than it says. One that can make no \
difference is the same rule in other words: it is counted and not asked for. One that the loader \
would refuse is left out.")]
pub(in crate::cli) struct Args {
    /// Only requirements whose id begins so
    #[arg(value_name = "ID")]
    prefix: Option<String>,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let rulebook = inputs::all_rules(shared)?;
    let examples = examples(&rulebook)?;
    let prefix = args.prefix.as_deref().unwrap_or_default();
    let covered: Vec<Coverage> = coverage(&rulebook, &examples)
        .into_iter()
        .filter(|covered| covered.requirement.as_str().starts_with(prefix))
        .collect();
    if covered.is_empty() {
        return Err(vec![Fault::whole(
            "usage::unknown-name",
            format!("nothing begins `{prefix}`"),
        )]);
    }
    let living: Vec<Fault> = covered.iter().flat_map(Coverage::living).collect();
    diagnostics::show(&living, terminal);
    let mut page = terminal.page();
    show_coverage(&mut page, &covered);
    Terminal::print(&page.finish())?;
    Ok(if living.is_empty() { Status::Done } else { Status::Failed })
}
