//! How many requirements came out how. No figure sums them up: a score would hide gaps.

use std::collections::BTreeMap;

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Finding, Standing};
use crate::standing::{Basis, Outcome, State, Strength, Words};

/// How many came out how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Counts {
    /// How many arrangements may be declared.
    pub arrangements: usize,
    /// How many of them are stated: the coverage of the declaration.
    pub arrangements_stated: usize,
    /// Requirements in force and applicable, by outcome.
    pub in_force: Tally,
    /// The same of superseded instruments, counted apart.
    pub superseded: Tally,
    /// Requirements that aren't in force at the assessment date.
    pub not_in_force: usize,
    /// Requirements that don't reach the force.
    pub not_applicable: usize,
    /// Requirements in force and applicable, by strength and outcome.
    #[cfg_attr(test, schemars(extend("required" = ["power", "expectation", "commitment", "duty"])))]
    pub by_strength: BTreeMap<Strength, Tally>,
    /// How many of those met in force have words found in their source behind every arrangement
    /// that decides. Words back an arrangement as a whole, not each of its details.
    pub met_on_quotes: usize,
    /// How many have at least a named source.
    pub met_on_citations: usize,
    /// How many rest on assertion alone.
    pub met_on_assertion: usize,
    /// How many in force were taken to reach the force, since what decides that isn't stated.
    pub assumed: usize,
    /// How many of those that don't reach it would, had the force not stated that what they wait for
    /// didn't come.
    #[serde(default)]
    pub none_came: usize,
}

/// How many requirements had each outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Tally {
    /// Met.
    pub met: usize,
    /// Partly met.
    pub partly_met: usize,
    /// Planned.
    pub planned: usize,
    /// Withheld.
    pub withheld: usize,
    /// Not evidenced.
    pub not_evidenced: usize,
    /// Not met.
    pub not_met: usize,
}

impl Tally {
    /// Counts outcomes; those that weren't assessed aren't counted.
    #[must_use]
    pub fn of(outcomes: impl IntoIterator<Item = Outcome>) -> Self {
        let mut tally = Self::default();
        for outcome in outcomes {
            match outcome {
                Outcome::Met => tally.met += 1,
                Outcome::PartlyMet => tally.partly_met += 1,
                Outcome::Planned => tally.planned += 1,
                Outcome::Withheld => tally.withheld += 1,
                Outcome::NotEvidenced => tally.not_evidenced += 1,
                Outcome::NotMet => tally.not_met += 1,
                Outcome::NotInForce | Outcome::NotApplicable => {}
            }
        }
        tally
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            met: self.met + other.met,
            partly_met: self.partly_met + other.partly_met,
            planned: self.planned + other.planned,
            withheld: self.withheld + other.withheld,
            not_evidenced: self.not_evidenced + other.not_evidenced,
            not_met: self.not_met + other.not_met,
        }
    }

    /// How many had an outcome.
    #[must_use]
    pub fn count(&self, outcome: Outcome) -> usize {
        match outcome {
            Outcome::Met => self.met,
            Outcome::PartlyMet => self.partly_met,
            Outcome::Planned => self.planned,
            Outcome::Withheld => self.withheld,
            Outcome::NotEvidenced => self.not_evidenced,
            Outcome::NotMet => self.not_met,
            Outcome::NotInForce | Outcome::NotApplicable => 0,
        }
    }

    /// How many there were in all.
    #[must_use]
    pub fn total(&self) -> usize {
        Outcome::ALL.iter().map(|outcome| self.count(*outcome)).sum()
    }
}

impl Counts {
    /// Counts arrangements and findings.
    #[must_use]
    pub fn of(arrangements: &[Standing], findings: &[Finding]) -> Self {
        let of = |superseded: bool| {
            let chosen = findings.iter().filter(|finding| finding.superseded == superseded);
            Tally::of(chosen.map(|finding| finding.outcome))
        };
        let outcome = |wanted: Outcome| findings.iter().filter(|f| f.outcome == wanted).count();
        let in_force = || findings.iter().filter(|f| !f.superseded && f.outcome.is_assessed());
        let met_on = |basis: Basis| {
            in_force().filter(|f| f.outcome == Outcome::Met && f.basis == Some(basis)).count()
        };
        let of_strength = |strength: Strength| {
            Tally::of(in_force().filter(|f| f.strength == strength).map(|f| f.outcome))
        };
        Self {
            arrangements: arrangements.len(),
            arrangements_stated: arrangements
                .iter()
                .filter(|a| a.state != State::NotStated)
                .count(),
            in_force: of(false),
            superseded: of(true),
            not_in_force: outcome(Outcome::NotInForce),
            not_applicable: outcome(Outcome::NotApplicable),
            by_strength: Strength::ALL.iter().map(|s| (*s, of_strength(*s))).collect(),
            met_on_quotes: met_on(Basis::Quoted),
            met_on_citations: met_on(Basis::Cited),
            met_on_assertion: met_on(Basis::Asserted),
            assumed: in_force().filter(|f| !f.assumed.is_empty()).count(),
            none_came: findings.iter().filter(|f| !f.waits_for().is_empty()).count(),
        }
    }
}
