//! `rules test`: every example of every pack.

use super::super::{Shared, Status, Terminal, diagnostics, inputs};
use crate::proof::examples;
use crate::source::Fault;

pub(super) fn run(shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let project = inputs::project(shared)?;
    let rulebook = inputs::all_rules(shared, project.as_ref())?;
    let examples = examples(&rulebook)?;
    let failures: Vec<Fault> = examples
        .iter()
        .filter_map(|example| example.run(&rulebook))
        .map(|failure| failure.fault())
        .collect();
    diagnostics::show(&failures, terminal);
    if examples.is_empty() {
        return Err(vec![
            Fault::whole("rules::no-examples", "no example was run")
                .help("a pack proves its requirements with `[[requirement.example]]` tables"),
        ]);
    }
    let passed = examples.len() - failures.len();
    Terminal::print(&format!("{passed} passed, {} failed\n", failures.len()))?;
    Ok(if failures.is_empty() { Status::Done } else { Status::Failed })
}
