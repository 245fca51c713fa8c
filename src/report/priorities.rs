//! What a reader must know first: what was asked, what comes first, and why nothing does.

use super::shortfall::{Shortfall, name, of_force};
use super::words::many;
use crate::assessment::Finding;
use crate::result::{CheckResult, Gated};
use crate::standing::Strength;

/// How many things are named as the first ones to do.
pub(super) const FIRST: usize = 3;

/// What a report is called.
pub(super) fn title(result: &CheckResult) -> String {
    if let Some(only) = result.only() {
        return format!("{}: modern slavery", name(only));
    }
    let mut forces: Vec<&str> =
        result.assessments.iter().map(|gated| gated.assessment.force.as_str()).collect();
    forces.sort_unstable();
    forces.dedup();
    format!("Modern slavery: {} checked", many(forces.len(), "force", "forces"))
}

/// The instruments that something was asked of, in a list.
pub(super) fn asked(gated: &Gated) -> String {
    let mut instruments: Vec<&str> = Vec::new();
    let counted = gated.assessment.findings.iter().filter(|f| f.outcome.is_assessed());
    for finding in counted.filter(|f| !f.superseded) {
        if !instruments.contains(&&*finding.instrument_short) {
            instruments.push(&finding.instrument_short);
        }
    }
    match instruments.as_slice() {
        [] => "what is asked of it".to_owned(),
        [one] => format!("the {one}"),
        [most @ .., last] => {
            let most: Vec<String> = most.iter().map(|one| format!("the {one}")).collect();
            format!("{} and the {last}", most.join(", "))
        }
    }
}

/// What comes first: what fails the gate, then the most binding. What is let pass, or superseded,
/// comes first for nobody; nor does a power, which a force may leave.
pub(super) fn first(gated: &Gated) -> Vec<Shortfall<'_>> {
    let of_weight = |finding: &Finding| !finding.superseded && finding.strength != Strength::Power;
    of_force(gated, false)
        .into_iter()
        .filter(|gap| gap.fails() || gap.finding().is_none_or(of_weight))
        .collect()
}

/// Why nothing comes first. That isn't to say that there is no gap.
pub(super) fn none(gated: &Gated) -> &'static str {
    let counts = gated.assessment.counts();
    if counts.in_force.total() + counts.superseded.total() == 0 {
        "Nothing was assessed."
    } else if of_force(gated, true).is_empty() {
        "Nothing: no gap was found."
    } else {
        "Nothing comes first: what is left is a power, which a force may leave, is superseded, or is let \
         pass by a waiver or the baseline. All of it stands below."
    }
}
