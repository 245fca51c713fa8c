//! A requirement that nothing can meet; or of which it is too much to work out whether anything can.

use super::effort::Effort;
use super::equivalence::{MOST_ASSIGNMENTS, can_be_met};
use crate::rulebook::{Requirement, Rulebook};
use crate::source::Fault;

pub(super) fn lint(rulebook: &Rulebook, effort: &Effort) -> Vec<Fault> {
    let mut faults = Vec::new();
    for requirement in rulebook.requirements() {
        match can_be_met(&[&requirement.needs], rulebook.vocabulary(), effort) {
            Some(true) => {}
            Some(false) => faults.push(
                requirement
                    .fault(
                        "lint::unmeetable",
                        format!("nothing that can be declared meets `{}`", requirement.id),
                        "its needs can't all be in place",
                    )
                    .help(
                        "two conditions exclude each other, or one is a limit of its arrangement",
                    ),
            ),
            // That the rulebook as a whole is too much is told once.
            None if effort.is_spent() => break,
            None => faults.push(too_much(requirement)),
        }
    }
    faults
}

fn too_much(requirement: &Requirement) -> Fault {
    let message = format!(
        "`{}` asks for too much to be held against all that can be declared",
        requirement.id
    );
    let label = format!("more than {MOST_ASSIGNMENTS} ways in which all of it can stand");
    requirement
        .fault("lint::too-much-logic", message, label)
        .help("split it: at most 12 items of one list are held against each other")
}
