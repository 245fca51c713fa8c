//! A need, branch or condition that makes no difference beside the others.

use super::super::mutant::weakened;
use super::effort::Effort;
use super::equivalence::Space;
use crate::rulebook::Rulebook;
use crate::source::Fault;

pub(super) fn lint(rulebook: &Rulebook, effort: &Effort) -> Vec<Fault> {
    let mut faults = Vec::new();
    for requirement in rulebook.requirements() {
        // What is too much is told by the lint of what can't be met.
        let space = Space::of(&[&requirement.needs], rulebook.vocabulary(), effort);
        let Some(space) = space else { continue };
        for (left_out, needs) in weakened(requirement) {
            if space.tells_nothing_apart(&requirement.needs, &needs, effort) == Some(true) {
                faults.push(
                    requirement
                        .fault(
                            "lint::redundant",
                            format!("`{left_out}` makes no difference in `{}`", requirement.id),
                            "the rest asks the same without it",
                        )
                        .help("leave it out, or ask for what was meant"),
                );
            }
        }
    }
    faults
}
