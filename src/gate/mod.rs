//! What makes a check fail: thresholds by strength.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::assessment::{Assessment, Finding};
use crate::rulebook::RequirementId;
use crate::source::Table;
use crate::standing::{Outcome, Strength, Words, words};

words! {
    /// "This or weaker fails". The lowest that there is stands above silence, so that saying
    /// nothing never beats an honest "no".
    pub enum Threshold {
        /// Fails what isn't evidenced or isn't met.
        NotEvidenced = "not-evidenced",
        /// Fails what is withheld or weaker.
        Withheld = "withheld",
        /// Fails what is planned or weaker.
        Planned = "planned",
        /// Fails every gap.
        PartlyMet = "partly-met",
    }
}

impl Threshold {
    /// The strongest outcome that still fails.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        match self {
            Self::NotEvidenced => Outcome::NotEvidenced,
            Self::Withheld => Outcome::Withheld,
            Self::Planned => Outcome::Planned,
            Self::PartlyMet => Outcome::PartlyMet,
        }
    }
}

/// Which findings make a check fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    thresholds: BTreeMap<Strength, Threshold>,
    with_superseded: bool,
}

impl Default for Gate {
    /// A duty fails at `planned` or weaker, a commitment or an expectation at `withheld` or weaker,
    /// a power never.
    fn default() -> Self {
        let thresholds = BTreeMap::from([
            (Strength::Duty, Threshold::Planned),
            (Strength::Commitment, Threshold::Withheld),
            (Strength::Expectation, Threshold::Withheld),
        ]);
        Self { thresholds, with_superseded: false }
    }
}

impl Gate {
    /// One threshold for everything but powers.
    #[must_use]
    pub fn at(threshold: Threshold) -> Self {
        let strengths = [Strength::Duty, Strength::Commitment, Strength::Expectation];
        Self {
            thresholds: strengths.map(|strength| (strength, threshold)).into(),
            with_superseded: false,
        }
    }

    /// Whether superseded requirements gate as well.
    #[must_use]
    pub fn with_superseded(mut self, with: bool) -> Self {
        self.with_superseded = with;
        self
    }

    /// Reads a `[gate]` table: the defaults, with a threshold for each strength that is named.
    /// Faults go to the table.
    #[must_use]
    pub fn read(table: Table<'_>) -> Self {
        let mut gate = Self::default();
        for strength in [Strength::Duty, Strength::Commitment, Strength::Expectation] {
            if let Some(found) = table.word::<Threshold>(strength.word()) {
                gate.thresholds.insert(strength, found.value);
            }
        }
        table.finish();
        gate
    }

    /// Whether a finding makes the check fail.
    #[must_use]
    pub fn fails(&self, finding: &Finding) -> bool {
        let threshold = self.thresholds.get(&finding.strength);
        self.looks_at(finding)
            && threshold.is_some_and(|threshold| finding.outcome <= threshold.outcome())
    }

    /// Whether a finding could make the check fail.
    fn looks_at(&self, finding: &Finding) -> bool {
        finding.outcome.is_assessed()
            && (self.with_superseded || !finding.superseded)
            && self.thresholds.contains_key(&finding.strength)
    }

    /// Holds an assessment against the gate.
    #[must_use]
    pub fn judge(&self, assessment: &Assessment) -> Verdict {
        let findings = || assessment.findings.iter();
        Verdict {
            looked_at: findings().filter(|finding| self.looks_at(finding)).count(),
            failing: findings()
                .filter(|finding| self.fails(finding))
                .map(|finding| finding.requirement.clone())
                .collect(),
        }
    }
}

/// What the gate says of an assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// How many requirements it looked at.
    pub looked_at: usize,
    /// Those that make the check fail.
    pub failing: Vec<RequirementId>,
}

impl Verdict {
    /// Whether the gate passes.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.failing.is_empty()
    }
}
