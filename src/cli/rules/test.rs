//! `rules test`: every example of every pack.

use super::super::{Shared, Status, Terminal, diagnostics, inputs};
use crate::proof::{Example, examples};
use crate::source::Fault;

pub(super) fn run(shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let project = inputs::project(shared)?;
    let rulebook = inputs::all_rules(shared, project.as_ref())?;
    let examples = examples(&rulebook)?;
    let without: Vec<Fault> = rulebook
        .requirements()
        .iter()
        .filter(|requirement| {
            let own = |e: &Example| {
                e.requirement == requirement.id.as_str() && e.version == requirement.from
            };
            !examples.iter().any(own)
        })
        .map(|requirement| {
            Fault::new(
                "rules::no-examples",
                &requirement.text,
                requirement.span.clone(),
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
