//! The stages of a plan: what is to be met first.

use super::ledger::Ledger;
use crate::rulebook::RequirementId;
use crate::standing::{Outcome, Strength, words};

/// What a plan is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Everything, one stage after the other.
    InOrder,
    /// These requirements, with as little as there is to do.
    Target(Vec<RequirementId>),
}

words! {
    /// What steps are for. What the law asks comes first; then what is stated and falls short; what
    /// nothing is said of may be there already, and needs evidence before it needs anything else.
    pub enum Stage {
        /// What the law obliges the force to.
        Duties = "duties",
        /// Commitments and expectations of which it is stated that they fall short.
        DeclaredGaps = "declared gaps",
        /// Commitments and expectations of which nothing is said.
        NotEvidenced = "not evidenced",
        /// What was asked for.
        Target = "target",
        /// A change that somebody has in mind.
        WhatIf = "what if",
    }
}

/// What is to be met in each stage, by the rows of a ledger. Powers, and what is superseded, are nobody's
/// to meet unless they are asked for.
pub(super) fn stages(ledger: &Ledger<'_>, goal: &Goal) -> Vec<(Stage, Vec<usize>)> {
    let rows = || ledger.rows.iter().enumerate().filter(|(_, row)| row.outcome.is_gap());
    match goal {
        Goal::Target(wanted) => {
            let wanted = rows().filter(|(_, row)| wanted.contains(&row.finding.requirement));
            vec![(Stage::Target, wanted.map(|(at, _)| at).collect())]
        }
        Goal::InOrder => {
            let stage = |strength, outcome| match (strength, outcome) {
                (Strength::Power, _) => None,
                (Strength::Duty, _) => Some(Stage::Duties),
                (_, Outcome::NotEvidenced) => Some(Stage::NotEvidenced),
                _ => Some(Stage::DeclaredGaps),
            };
            let of = |wanted| {
                let in_force = rows().filter(|(_, row)| !row.finding.superseded);
                let own = in_force
                    .filter(|(_, row)| stage(row.finding.strength, row.outcome) == Some(wanted));
                (wanted, own.map(|(at, _)| at).collect())
            };
            [Stage::Duties, Stage::DeclaredGaps, Stage::NotEvidenced].map(of).into()
        }
    }
}

/// What a requirement of a strength is worth among those that steps are chosen by.
pub(super) fn worth(strength: Strength) -> u64 {
    match strength {
        Strength::Duty => 4,
        Strength::Commitment => 3,
        Strength::Expectation => 2,
        Strength::Power => 1,
    }
}
