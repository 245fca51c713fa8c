//! Findings as people go through them: what falls short as declared apart from what isn't evidenced,
//! and what is superseded apart from both.

use super::shortfall::capital;
use super::words::plural;
use crate::assessment::Finding;
use crate::result::Gated;
use crate::standing::{Outcome, Strength, Words as _};

/// The outcomes of what was assessed, in the order of bars and columns: what is met, what falls short, what
/// isn't evidenced.
pub(super) const SHOWN: [Outcome; 6] = [
    Outcome::Met,
    Outcome::PartlyMet,
    Outcome::Planned,
    Outcome::Withheld,
    Outcome::NotMet,
    Outcome::NotEvidenced,
];

/// The gaps of a force, each kind with the most binding first.
#[derive(Debug)]
pub(super) struct Division<'a> {
    /// Those that the force declares.
    pub(super) declared: Vec<&'a Finding>,
    /// Those on which what was checked is silent.
    pub(super) silent: Vec<&'a Finding>,
    /// Those of superseded instruments, be they declared or not evidenced.
    pub(super) superseded: Vec<&'a Finding>,
}

impl<'a> Division<'a> {
    /// The division of a force's gaps.
    pub(super) fn of(gated: &'a Gated) -> Self {
        let silent = |f: &Finding| f.outcome == Outcome::NotEvidenced;
        Self {
            declared: found(gated, |f| !f.superseded && f.outcome.is_gap() && !silent(f)),
            silent: found(gated, |f| !f.superseded && silent(f)),
            superseded: found(gated, |f| f.superseded && f.outcome.is_gap()),
        }
    }
}

/// The findings that are chosen, the most binding first, of equals the weaker outcome first.
pub(super) fn found(gated: &Gated, chosen: impl Fn(&Finding) -> bool) -> Vec<&Finding> {
    let mut found: Vec<&Finding> =
        gated.assessment.findings.iter().filter(|finding| chosen(finding)).collect();
    found.sort_by(|a, b| (b.strength, a.outcome).cmp(&(a.strength, b.outcome)));
    found
}

/// Findings under a heading for each strength that some have, the most binding first.
pub(super) fn by_strength<'a>(findings: &[&'a Finding]) -> Vec<(String, Vec<&'a Finding>)> {
    let of = |strength: Strength| -> Vec<&'a Finding> {
        findings.iter().copied().filter(|finding| finding.strength == strength).collect()
    };
    let all = Strength::ALL.iter().rev().map(|strength| (strength, of(*strength)));
    all.filter(|(_, of_it)| !of_it.is_empty())
        .map(|(strength, of_it)| {
            (format!("{}: {}", capital(plural(*strength)), of_it.len()), of_it)
        })
        .collect()
}
