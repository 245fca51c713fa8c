//! `rules coverage`: what the examples would notice.

use super::super::shared::Shared;
use super::super::status::Status;
use super::super::terminal::Terminal;
use super::super::{diagnostics, inputs};
use crate::proof::{Coverage, check_coverage, coverage, examples};
use crate::report::{show_check_coverage, show_coverage};
use crate::source::Fault;

/// Arguments of `rules coverage`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A change is caught where an example comes out otherwise than it says. One that can make no \
difference is the same rule in other words: it is counted and not asked for. One that the loader \
would refuse is left out.")]
pub(in crate::cli) struct Args {
    /// Only requirements whose id begins so; `lint/stale-name` is the data of a check of documents
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
    let checks = check_coverage(&rulebook, prefix)?;
    if covered.is_empty() && checks.caught + checks.alive.len() == 0 {
        return Err(vec![Fault::whole(
            "usage::unknown-name",
            format!("nothing begins `{prefix}`"),
        )]);
    }
    let mut living: Vec<Fault> = covered.iter().flat_map(Coverage::living).collect();
    living.extend(checks.alive.iter().cloned());
    diagnostics::show(&living, terminal);
    let mut page = terminal.page();
    if !covered.is_empty() {
        show_coverage(&mut page, &covered);
    }
    show_check_coverage(&mut page, &checks);
    Terminal::print(&page.finish())?;
    Ok(if living.is_empty() { Status::Done } else { Status::Failed })
}
