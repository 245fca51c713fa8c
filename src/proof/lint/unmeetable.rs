//! A requirement that nothing can meet.

use super::equivalence::can_be_met;
use crate::rulebook::Rulebook;
use crate::source::Fault;

pub(super) fn lint(rulebook: &Rulebook) -> Vec<Fault> {
    let requirements = rulebook.requirements().iter();
    let faults = requirements.filter_map(|requirement| {
        let met = can_be_met(&[&requirement.needs], rulebook.vocabulary());
        (met == Some(false)).then(|| {
            requirement
                .fault(
                    "lint::unmeetable",
                    format!("nothing that can be declared meets `{}`", requirement.id),
                    "its needs can't all be in place",
                )
                .help("two conditions exclude each other, or one is a limit of its arrangement")
        })
    });
    faults.collect()
}
