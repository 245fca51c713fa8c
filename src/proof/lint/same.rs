//! A rule that comes out the same for every declaration at hand tells none of them anything.

use std::collections::BTreeMap;

use crate::assessment::Assessment;
use crate::proof::Example;
use crate::rulebook::{RequirementId, Rulebook};
use crate::source::Fault;
use crate::standing::Outcome;

/// Requirements that come out the same in every assessment that they were assessed in. One whose
/// examples say why, in a `note`, is left out.
#[must_use]
pub fn same_for_all(
    rulebook: &Rulebook,
    examples: &[Example],
    assessments: &[Assessment],
) -> Vec<Fault> {
    let mut outcomes: BTreeMap<&RequirementId, Vec<Outcome>> = BTreeMap::new();
    for finding in assessments.iter().flat_map(|assessment| &assessment.findings) {
        if finding.outcome.is_assessed() {
            outcomes.entry(&finding.requirement).or_default().push(finding.outcome);
        }
    }
    let explained = |id: &RequirementId| {
        examples.iter().any(|example| example.requirement == *id && example.note.is_some())
    };
    let mut faults = Vec::new();
    for versions in rulebook.by_id() {
        let Some(requirement) = versions.first() else { continue };
        let Some(outcomes) = outcomes.get(&requirement.id).filter(|all| all.len() > 1) else {
            continue;
        };
        let Some(first) = outcomes.first() else { continue };
        if outcomes.iter().all(|outcome| outcome == first) && !explained(&requirement.id) {
            faults.push(
                requirement.fault("lint::same-for-all",
                    format!("`{}` is {first} for all {} declarations", requirement.id, outcomes.len()),
                    "tells them nothing apart",
                )
                .help("add a declaration that it tells apart, or a `note` to an example that says why"),
            );
        }
    }
    faults
}
