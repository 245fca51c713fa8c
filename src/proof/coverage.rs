//! What the examples of a requirement would notice: each single change of the rule must make one
//! of them fail.

use super::equivalence::same_needs;
use super::mutant::{Mutant, mutants};
use super::same_reach::same_reach;
use super::{Example, Failure};
use crate::rulebook::{Requirement, RequirementId, Rulebook};
use crate::source::Fault;
use crate::standing::Day;

/// How well the examples of one version of a requirement guard it.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// The requirement.
    pub requirement: RequirementId,
    /// The first day of the version.
    pub from: Day,
    /// How many examples it has that come out as they say.
    pub examples: usize,
    /// How many changes were caught.
    pub caught: usize,
    /// How many make no difference to any declaration.
    pub equivalent: usize,
    /// How many the loader would refuse.
    pub refused: usize,
    /// Those that no example noticed.
    pub alive: Vec<Mutant>,
}

impl Coverage {
    /// How many changes should be caught.
    #[must_use]
    pub fn catchable(&self) -> usize {
        self.caught + self.alive.len()
    }

    /// A fault for each change that no example notices, at the requirement.
    #[must_use]
    pub fn living(&self) -> Vec<Fault> {
        self.alive
            .iter()
            .map(|mutant| {
                let requirement = &mutant.requirement;
                requirement.fault(
                    "rules::unnoticed-change",
                    format!("no example of `{}` notices that {}", self.requirement, mutant.change),
                    "expected an example that comes out otherwise then",
                )
            })
            .collect()
    }
}

/// Changes every requirement in every way, one at a time, and runs its examples.
#[must_use]
pub fn coverage(rulebook: &Rulebook, examples: &[Example]) -> Vec<Coverage> {
    rulebook
        .requirements()
        .iter()
        .map(|requirement| cover(rulebook, requirement, examples))
        .collect()
}

fn cover(rulebook: &Rulebook, requirement: &Requirement, examples: &[Example]) -> Coverage {
    let versions = rulebook.versions(requirement.id.as_str());
    // An example that fails as it is would seem to notice every change.
    let own: Vec<&Example> = examples
        .iter()
        .filter(|example| example.is_of(requirement))
        .filter(|example| example.run(rulebook).is_none())
        .collect();
    let mut coverage = Coverage {
        requirement: requirement.id.clone(),
        from: requirement.from,
        examples: own.len(),
        caught: 0,
        equivalent: 0,
        refused: 0,
        alive: Vec::new(),
    };
    for mutant in mutants(requirement, rulebook.vocabulary()) {
        let changed: Vec<Requirement> = versions
            .iter()
            .map(
                |version| {
                    if version.from == requirement.from { &mutant.requirement } else { version }
                },
            )
            .cloned()
            .collect();
        if !would_load(&changed) {
            coverage.refused += 1;
        } else if own.iter().any(|example| notices(rulebook, &changed, &mutant, example).is_some())
        {
            coverage.caught += 1;
        } else if is_same(rulebook, requirement, &mutant.requirement) {
            coverage.equivalent += 1;
        } else {
            coverage.alive.push(mutant);
        }
    }
    coverage
}

fn notices(
    rulebook: &Rulebook,
    versions: &[Requirement],
    mutant: &Mutant,
    example: &Example,
) -> Option<Failure> {
    example.run_against(rulebook, versions, mutant.requirement.from)
}

/// Versions have days on which they count, and don't overlap.
fn would_load(versions: &[Requirement]) -> bool {
    let sound = |version: &Requirement| version.until.is_none_or(|until| version.from < until);
    let apart = |pair: &[Requirement]| match pair {
        [first, second] => first.until.is_some_and(|until| until <= second.from),
        _ => true,
    };
    versions.iter().all(sound) && versions.windows(2).all(apart)
}

fn is_same(rulebook: &Rulebook, a: &Requirement, b: &Requirement) -> bool {
    (a.from, a.until) == (b.from, b.until)
        && same_reach(&a.applies_to, &b.applies_to)
        && same_needs(&a.needs, &b.needs, rulebook.vocabulary())
}
