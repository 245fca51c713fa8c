//! A need, branch or condition that makes no difference beside the others.

use super::super::mutant::weakened;
use super::equivalence::Space;
use crate::rulebook::Rulebook;
use crate::source::Fault;

pub(super) fn lint(rulebook: &Rulebook) -> Vec<Fault> {
    let mut faults = Vec::new();
    for requirement in rulebook.requirements() {
        let space = Space::of(&[&requirement.needs], rulebook.vocabulary());
        for (left_out, needs) in weakened(requirement) {
            if space.tells_nothing_apart(&requirement.needs, &needs) {
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
