//! What the examples of a requirement would notice: each single change of the rule must make one
//! of them fail.

use super::effort::{self, Effort};
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
    /// For how many of those it is too much to work out whether they make a difference.
    pub undecided: usize,
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
        let undecided = self.alive.first().filter(|_| self.undecided > 0).map(|mutant| {
            let message = format!(
                "whether {} of the changes of `{}` make a difference to any declaration is too \
                 much to work out",
                self.undecided, self.requirement
            );
            let label = format!("more than {} ways in which all can stand", effort::MOST);
            let fault = mutant.requirement.fault("rules::too-much-logic", message, label);
            fault.help("split the requirement, or give each of them an example that notices it")
        });
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
            .chain(undecided)
            .collect()
    }
}

/// Changes every requirement in every way, one at a time, and runs its examples.
#[must_use]
pub fn coverage(rulebook: &Rulebook, examples: &[Example]) -> Vec<Coverage> {
    let effort = Effort::new();
    rulebook
        .requirements()
        .iter()
        .map(|requirement| cover(rulebook, requirement, examples, &effort))
        .collect()
}

fn cover(
    rulebook: &Rulebook,
    requirement: &Requirement,
    examples: &[Example],
    effort: &Effort,
) -> Coverage {
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
        undecided: 0,
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
        } else {
            match is_same(rulebook, requirement, &mutant.requirement, effort) {
                Some(true) => coverage.equivalent += 1,
                told => {
                    coverage.undecided += usize::from(told.is_none());
                    coverage.alive.push(mutant);
                }
            }
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

/// Whether two requirements are the same for every declaration; `None` where that is too much to work
/// out.
fn is_same(rulebook: &Rulebook, a: &Requirement, b: &Requirement, effort: &Effort) -> Option<bool> {
    let same_days = (a.from, a.until) == (b.from, b.until);
    if !same_days || !same_reach(&a.applies_to, &b.applies_to) {
        return Some(false);
    }
    // Another term may reach the same forces: then there is nothing to work out.
    if a.needs == b.needs {
        return Some(true);
    }
    same_needs(&a.needs, &b.needs, rulebook.vocabulary(), effort)
}
