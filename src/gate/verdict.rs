//! What a gate says of an assessment: all that a report needs to show it, without the settings, the
//! baseline or the rules.

use std::sync::Arc;

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Objection, Recorded, Terms, Threshold, Waiver};
use crate::rulebook::{ArrangementId, RequirementId};
use crate::source::Place;
use crate::standing::{Day, Outcome, State, words};

/// What the gate says of an assessment.
///
/// It fails where a [`Mark`] does ([`Ruling::fails`]), where an arrangement went silent, or where there
/// is an [`Objection`]; nothing else makes it fail.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Verdict {
    /// What was asked.
    pub terms: Terms,
    /// Whether waivers were left out on request.
    pub without_waivers: bool,
    /// The baseline that the findings were held against.
    pub baseline: Option<BaselineUsed>,
    /// The day that waivers were judged by; nothing where it decided nothing.
    pub today: Option<Day>,
    /// What it makes of each finding that it looked at, in the order of the findings. A finding
    /// without a mark can't make the check fail: it wasn't assessed, is a power or is superseded.
    pub marks: Vec<Mark>,
    /// Arrangements that were stated when the baseline was recorded and aren't now: they fail the
    /// check whatever the thresholds.
    #[serde(default)]
    pub went_silent: Vec<WentSilent>,
    /// What makes it fail beside findings.
    #[serde(default)]
    pub objections: Vec<Objection>,
    /// Gaps that the baseline records and that are none now. Never a failure.
    #[serde(default)]
    pub closed: Vec<Closed>,
    /// Waivers that did nothing. Never a failure: else removing a fact could make a check pass.
    #[serde(default)]
    pub idle_waivers: Vec<IdleWaiver>,
}

impl Verdict {
    /// What it makes of a requirement's finding; `None` where it didn't look at it.
    #[must_use]
    pub fn mark(&self, requirement: &RequirementId) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.requirement == *requirement)
    }

    /// How many requirements it looked at.
    #[must_use]
    pub fn looked_at(&self) -> usize {
        self.marks.len()
    }

    /// The requirements that make the check fail, in the order of the findings.
    pub fn failing(&self) -> impl Iterator<Item = &RequirementId> {
        self.marks.iter().filter(|mark| mark.ruling.fails()).map(|mark| &mark.requirement)
    }

    /// Whether the gate passes.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.failing().next().is_none() && self.went_silent.is_empty() && self.objections.is_empty()
    }

    /// Gaps that are new or worse than the baseline records, and yet above their threshold: they fall, and
    /// don't make the check fail.
    pub fn above_threshold(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(|mark| {
            let change = mark.compared.as_ref().map(|compared| compared.change);
            mark.ruling == Ruling::Passes && matches!(change, Some(Change::New | Change::Worse))
        })
    }

    /// How many findings came to a ruling of a kind.
    #[must_use]
    pub fn count(&self, kind: impl Fn(&Ruling) -> bool) -> usize {
        self.marks.iter().filter(|mark| kind(&mark.ruling)).count()
    }
}

/// What the gate makes of one finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Mark {
    /// The requirement.
    pub requirement: RequirementId,
    /// What it was held against: this or weaker falls short.
    pub threshold: Threshold,
    /// What came of it.
    #[serde(flatten)]
    pub ruling: Ruling,
    /// How a gap compares with the baseline; nothing where there is no baseline or no gap. It says
    /// so of gaps above their threshold, too, which don't fail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "Compared"))]
    pub compared: Option<Compared>,
}

/// Whether a finding makes the check fail, and what speaks for it where it doesn't.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(tag = "ruling", rename_all = "kebab-case")]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub enum Ruling {
    /// It is above its threshold.
    Passes,
    /// It falls short, and nothing speaks for it.
    Fails,
    /// It falls short, and a waiver lets it pass.
    Waived {
        /// The waiver.
        waiver: Waiver,
    },
    /// It falls short, and the last day of its waiver is over: it fails, whatever the baseline holds.
    Expired {
        /// The waiver.
        waiver: Waiver,
    },
    /// It falls short, no further than the baseline records.
    Baselined,
    /// It falls short, and the rules by which the baseline was recorded didn't ask it: nothing that is
    /// recorded fell. It is shown as any gap is.
    Unasked,
}

impl Ruling {
    /// Whether it makes the check fail.
    #[must_use]
    pub fn fails(&self) -> bool {
        matches!(self, Self::Fails | Self::Expired { .. })
    }

    /// Whether it falls short of its threshold without making the check fail. Reports of what there
    /// is to do leave such findings out, or mark them.
    #[must_use]
    pub fn is_suppressed(&self) -> bool {
        matches!(self, Self::Waived { .. } | Self::Baselined)
    }

    /// The waiver that acts, or has expired.
    #[must_use]
    pub fn waiver(&self) -> Option<&Waiver> {
        match self {
            Self::Waived { waiver } | Self::Expired { waiver } => Some(waiver),
            Self::Passes | Self::Fails | Self::Baselined | Self::Unasked => None,
        }
    }
}

words! {
    /// How a gap compares with the baseline.
    pub enum Change {
        /// The baseline doesn't record it.
        New = "new",
        /// The baseline was recorded by other rules, which didn't ask it, and nothing fell.
        Unasked = "not asked then",
        /// Its outcome, or one of its needs, fell.
        Worse = "worse",
        /// Nothing fell and nothing rose.
        Same = "same",
        /// Nothing fell, something rose, and it is a gap all the same.
        Better = "better",
    }
}

/// A gap held against the baseline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Compared {
    /// How it compares.
    pub change: Change,
    /// The outcome that the baseline records; nothing for what is new.
    pub was: Option<Outcome>,
    /// The needs that fell, in the order of their words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fell: Vec<Fall>,
    /// The needs of which the baseline records nothing: they can't be compared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<String>,
}

/// A need that is worth less than the baseline records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Fall {
    /// The need: an arrangement, or a condition on it, in the need language.
    pub need: String,
    /// What it was worth.
    pub was: State,
    /// What it is worth.
    pub is: State,
}

/// An arrangement that the baseline records as stated and that isn't stated now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct WentSilent {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// Its name in sentences.
    pub name: Arc<str>,
    /// The state that the baseline records.
    pub was: State,
    /// The state that is declared now, where the gate asks for a better basis than it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "State"))]
    pub declared: Option<State>,
    /// Where it stands, or belongs.
    pub place: Place,
}

/// A gap that the baseline records and that is none now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Closed {
    /// The requirement.
    pub requirement: RequirementId,
    /// The outcome that the baseline records.
    pub was: Outcome,
    /// What it comes to now; nothing where it isn't asked now.
    pub now: Option<Outcome>,
}

words! {
    /// Why a waiver did nothing.
    pub enum Idle {
        /// The requirement is met.
        Met = "met",
        /// The requirement doesn't reach the force.
        NotApplicable = "not applicable",
        /// The requirement isn't in force.
        NotInForce = "not in force",
        /// The requirement isn't among those that are asked.
        NotAsked = "not asked",
        /// The outcome is a gap, above its threshold.
        PassesAnyway = "passes anyway",
        /// The requirement can't make the check fail: a power, or superseded.
        NotGated = "not gated",
        /// Another waiver of the requirement holds.
        Another = "another waiver holds",
    }
}

/// A waiver that did nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct IdleWaiver {
    /// The waiver.
    pub waiver: Waiver,
    /// Why it did nothing.
    pub why: Idle,
}

/// The baseline that findings were held against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct BaselineUsed {
    /// Its file.
    pub file: String,
    /// The day of the facts that it records for the force; nothing where it doesn't record the force,
    /// and every gap is new.
    #[cfg_attr(test, schemars(with = "Option<crate::standing::DayForm>"))]
    pub as_of: Option<Day>,
    /// Whether it was recorded by other rules; nothing where it doesn't say by which.
    #[serde(default)]
    pub other_rules: Option<bool>,
    /// What it records of the force: all that the marks rest on.
    #[serde(default)]
    pub recorded: Option<Recorded>,
}
