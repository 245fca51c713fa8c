//! Two requirements that no force can meet at once.

use std::collections::BTreeSet;

use super::effort::Effort;
use super::equivalence::can_be_met;
use crate::rulebook::{Condition, FieldId, Need, Requirement, Rulebook};
use crate::source::Fault;

pub(super) fn lint(rulebook: &Rulebook, effort: &Effort) -> Vec<Fault> {
    let vocabulary = rulebook.vocabulary();
    let requirements = rulebook.requirements().iter();
    let meetable = requirements
        .filter(|requirement| can_be_met(&[&requirement.needs], vocabulary, effort) != Some(false));
    let requirements: Vec<(&Requirement, BTreeSet<_>)> =
        meetable.map(|requirement| (requirement, fields(requirement))).collect();
    let mut faults = Vec::new();
    for (index, (second, own)) in requirements.iter().enumerate() {
        for (first, others) in requirements.iter().take(index) {
            if !effort.spend() {
                return faults;
            }
            if !overlap(first, second) || own.is_disjoint(others) {
                continue;
            }
            let both = [&first.needs, &second.needs];
            if can_be_met(&both, vocabulary, effort) == Some(false) {
                faults.push(
                    second
                        .fault(
                            "lint::contradiction",
                            format!("`{}` and `{}` can't both be met", second.id, first.id),
                            "contradicts the other",
                        )
                        .help(format!("the other: {}", first.text.place(first.span.start))),
                );
            }
        }
    }
    faults
}

/// Whether there is a day on which both count, for a force that both can reach.
fn overlap(a: &Requirement, b: &Requirement) -> bool {
    let begins =
        |r: &Requirement, other: &Requirement| r.until.is_none_or(|until| other.from < until);
    let kinds = |r: &Requirement| r.applies_to.kinds.clone();
    let meet =
        kinds(a).is_empty() || kinds(b).is_empty() || kinds(a).iter().any(|k| kinds(b).contains(k));
    a.id != b.id && begins(a, b) && begins(b, a) && meet
}

/// The fields that a requirement asks about: only over those can two of them disagree.
fn fields(requirement: &Requirement) -> BTreeSet<(String, FieldId)> {
    let asks = requirement.needs.iter().flat_map(Need::asks);
    asks.flat_map(|ask| {
        let named = |c: &Condition| (ask.arrangement.to_string(), c.field.clone());
        ask.conditions().map(named).collect::<Vec<_>>()
    })
    .collect()
}
