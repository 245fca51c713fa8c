//! What comes first, wherever gaps stand in a list: one order for every format.
//!
//! 1. what falls short as declared; then what makes the gate fail beside findings; then what isn't
//!    evidenced; then what is no gap;
//! 2. of those, duties before commitments, and commitments before expectations;
//! 3. of those, what rests on a headline arrangement (`headline = true` in the arrangement's file)
//!    before the rest;
//! 4. of those, the weaker outcome, and then the order of the rules.
//!
//! After all of that come powers, which a force may leave, and last what is superseded, each in the
//! same order. What the gate makes of a gap moves nothing: silence that fails a gate isn't worse
//! than what the force itself says is missing.
//!
//! Where a list is one of things to do, what stands behind several gaps is named once (`missing`).

use std::cmp::Reverse;

use crate::assessment::{Assessment, Finding};
use crate::result::Gated;
use crate::standing::{Outcome, Strength};

/// The place of a gap, or of another finding, among others. What is less comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Precedence {
    weight: Weight,
    stated: Stated,
    strength: Reverse<Strength>,
    beside_the_headline: bool,
    outcome: Outcome,
}

/// Whether a requirement is anybody's to close.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// It is in force, and no power.
    Asked,
    /// The force may leave it.
    Power,
    /// Its instrument was replaced.
    Superseded,
}

/// What the force says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stated {
    FallsShort,
    FailsBeside,
    Silent,
    NoGap,
}

impl Weight {
    pub(super) fn of(finding: &Finding) -> Self {
        match finding.strength {
            _ if finding.superseded => Self::Superseded,
            Strength::Power => Self::Power,
            Strength::Duty | Strength::Commitment | Strength::Expectation => Self::Asked,
        }
    }
}

impl Precedence {
    /// That of a finding.
    pub(super) fn of_finding(assessment: &Assessment, finding: &Finding) -> Self {
        Self {
            weight: Weight::of(finding),
            stated: match finding.outcome {
                outcome if !outcome.is_gap() => Stated::NoGap,
                Outcome::NotEvidenced => Stated::Silent,
                _ => Stated::FallsShort,
            },
            strength: Reverse(finding.strength),
            beside_the_headline: !rests_on_a_headline(assessment, finding),
            outcome: finding.outcome,
        }
    }

    /// That of what makes the gate fail and is no finding.
    pub(super) const BESIDE: Self = Self {
        weight: Weight::Asked,
        stated: Stated::FailsBeside,
        strength: Reverse(Strength::Duty),
        beside_the_headline: false,
        outcome: Outcome::NotMet,
    };
}

/// Findings in this order; equals stay as they are.
pub(super) fn sort(gated: &Gated, findings: &mut [&Finding]) {
    findings.sort_by_cached_key(|finding| Precedence::of_finding(&gated.assessment, finding));
}

/// Whether something that decides a finding is said, or not, of an arrangement that comes first.
fn rests_on_a_headline(assessment: &Assessment, finding: &Finding) -> bool {
    let leaves = finding.because.iter().flat_map(|node| node.deciding_leaves());
    let mut decided = leaves.filter_map(|leaf| leaf.arrangement());
    decided.any(|id| {
        let own = assessment.arrangements.iter().find(|one| one.arrangement == *id);
        own.is_some_and(|standing| standing.headline)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(
        (weight, stated, strength): (Weight, Stated, Strength),
        headline: bool,
        outcome: Outcome,
    ) -> Precedence {
        let strength = Reverse(strength);
        Precedence { weight, stated, strength, beside_the_headline: !headline, outcome }
    }

    #[test]
    fn each_rule_of_the_order_yields_to_those_before_it() {
        use Stated::{FailsBeside, FallsShort, NoGap, Silent};
        use Strength::{Commitment, Duty, Expectation, Power};
        use Weight::{Asked, Superseded};
        let in_order = [
            place((Asked, FallsShort, Duty), true, Outcome::PartlyMet),
            place((Asked, FallsShort, Duty), false, Outcome::NotMet),
            place((Asked, FallsShort, Duty), false, Outcome::PartlyMet),
            place((Asked, FallsShort, Commitment), false, Outcome::NotMet),
            place((Asked, FallsShort, Expectation), true, Outcome::NotMet),
            place((Asked, FallsShort, Expectation), true, Outcome::PartlyMet),
            place((Asked, FallsShort, Expectation), false, Outcome::NotMet),
            place((Asked, FailsBeside, Duty), true, Outcome::NotMet),
            place((Asked, Silent, Duty), true, Outcome::NotEvidenced),
            place((Asked, Silent, Duty), false, Outcome::NotEvidenced),
            place((Asked, Silent, Expectation), true, Outcome::NotEvidenced),
            place((Asked, NoGap, Duty), true, Outcome::Met),
            place((Weight::Power, FallsShort, Power), true, Outcome::NotMet),
            place((Weight::Power, Silent, Power), true, Outcome::NotEvidenced),
            place((Superseded, FallsShort, Duty), true, Outcome::NotMet),
            place((Superseded, Silent, Expectation), true, Outcome::NotEvidenced),
        ];
        assert!(in_order.is_sorted_by(|a, b| a < b), "{in_order:#?}");
    }
}
