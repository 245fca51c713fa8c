//! `rules test`: every example of every pack.

use super::super::{Shared, Status, Terminal, diagnostics, inputs};
use crate::proof::examples;
use crate::source::Fault;

pub(super) fn run(shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let project = inputs::project(shared)?;
    let rulebook = inputs::all_rules(shared, project.as_ref())?;
    let examples = examples(&rulebook)?;
    let without: Vec<Fault> = rulebook
        .requirements()
        .iter()
        .filter(|requirement| !examples.iter().any(|example| example.is_of(requirement)))
        .map(|requirement| {
            requirement
                .fault(
                    "rules::no-examples",
                    format!("`{}` has no example", requirement.id),
                    "expected at least one `[[requirement.example]]`",
                )
                .help("examples are the proof that a rule says what it should")
        })
        .collect();
    let failures: Vec<Fault> = examples
        .iter()
        .filter_map(|example| example.run(&rulebook))
        .map(|failure| failure.fault())
        .collect();
    diagnostics::show(&without, terminal);
    diagnostics::show(&failures, terminal);
    let passed = examples.len() - failures.len();
    Terminal::print(&format!("{passed} passed, {} failed\n", failures.len()))?;
    Ok(if failures.is_empty() && without.is_empty() { Status::Done } else { Status::Failed })
}
