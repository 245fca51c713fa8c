//! Thresholds: how weak an outcome may be before it makes a check fail.

use std::collections::BTreeMap;

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::assessment::Finding;
use crate::rulebook::{InstrumentId, RequirementId};
use crate::standing::{Basis, Months, Outcome, Strength, words};

words! {
    /// "This or weaker fails". The lowest of them stands above silence, so that saying nothing never
    /// beats an honest "no"; but for the first, which is for a force that begins to state what it has,
    /// and whose verdict says that silence passes.
    pub enum Threshold {
        /// Fails what is stated and falls short. What isn't evidenced passes.
        DeclaredGaps = "declared-gaps",
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
    /// Whether an outcome that was assessed fails.
    #[must_use]
    pub fn fails(self, outcome: Outcome) -> bool {
        match self {
            Self::DeclaredGaps => outcome.is_gap() && outcome != Outcome::NotEvidenced,
            Self::NotEvidenced => outcome <= Outcome::NotEvidenced,
            Self::Withheld => outcome <= Outcome::Withheld,
            Self::Planned => outcome <= Outcome::Planned,
            Self::PartlyMet => outcome <= Outcome::PartlyMet,
        }
    }
}

/// The strengths that gate without being named: all but powers.
pub const GATED: [Strength; 3] = [Strength::Duty, Strength::Commitment, Strength::Expectation];

/// What a gate asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Terms {
    /// The threshold of each strength; one without a threshold doesn't gate.
    pub thresholds: BTreeMap<Strength, Threshold>,
    /// For all but the powers of an instrument, in place of those by strength.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub instruments: BTreeMap<InstrumentId, Threshold>,
    /// For one requirement, a power or not, in place of all others.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub requirements: BTreeMap<RequirementId, Threshold>,
    /// The weakest basis with which a state counts; one with a weaker basis counts as not stated
    /// before anything is evaluated, but for an `absent`, which stays.
    pub basis: Option<Basis>,
    /// Whether superseded requirements gate as well.
    pub superseded: bool,
    /// Whether it may pass where there is nothing to look at.
    #[serde(default)]
    pub may_be_empty: bool,
    /// How old, in calendar months, the newest evidence of what is stated may be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "Months"))]
    pub stale: Option<Months>,
}

impl Default for Terms {
    /// A duty fails at `planned` or weaker, a commitment or an expectation at `withheld` or weaker,
    /// a power never.
    fn default() -> Self {
        Self::of([
            (Strength::Duty, Threshold::Planned),
            (Strength::Commitment, Threshold::Withheld),
            (Strength::Expectation, Threshold::Withheld),
        ])
    }
}

impl Terms {
    /// One threshold for everything but powers.
    #[must_use]
    pub fn at(threshold: Threshold) -> Self {
        Self::of(GATED.map(|strength| (strength, threshold)))
    }

    fn of(thresholds: [(Strength, Threshold); 3]) -> Self {
        Self {
            thresholds: thresholds.into(),
            instruments: BTreeMap::new(),
            requirements: BTreeMap::new(),
            basis: None,
            superseded: false,
            may_be_empty: false,
            stale: None,
        }
    }

    /// Whether there is something of which silence passes.
    #[must_use]
    pub fn forgives_silence(&self) -> bool {
        let all = self.thresholds.values().chain(self.instruments.values());
        let mut all = all.chain(self.requirements.values());
        all.any(|threshold| *threshold == Threshold::DeclaredGaps)
    }

    /// The threshold that a finding is held against; `None` where it can't make the check fail.
    #[must_use]
    pub fn threshold(&self, finding: &Finding) -> Option<Threshold> {
        self.threshold_if_asked(finding).filter(|_| finding.outcome.is_assessed())
    }

    /// The threshold that it would be held against if it were assessed.
    pub(super) fn threshold_if_asked(&self, finding: &Finding) -> Option<Threshold> {
        if finding.superseded && !self.superseded {
            return None;
        }
        let by_instrument = || {
            let own = self.instruments.get(&finding.instrument);
            own.filter(|_| finding.strength != Strength::Power)
        };
        let by_strength = || self.thresholds.get(&finding.strength);
        let named = self.requirements.get(&finding.requirement);
        named.or_else(by_instrument).or_else(by_strength).copied()
    }
}
