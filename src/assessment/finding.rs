//! One requirement held against one force.

use std::ops::Deref;
use std::sync::Arc;

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::applicability::{
    Assumption, Barrier, Reached, ReachedAs, assumptions, barriers, reach, reached_as,
};
use super::backed::weakest_basis;
use super::because::Because;
use super::evaluate;
use super::facts::Facts;
use crate::rulebook::{Confirmation, EventId, Requirement, RequirementId, Rule, Rulebook};
use crate::source::Place;
use crate::standing::{Basis, Day, Outcome};

/// What one requirement came to, with why.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Finding {
    /// The requirement's full id.
    pub requirement: RequirementId,
    /// What it says of itself.
    #[serde(flatten)]
    pub rule: Arc<Rule>,
    /// The instrument's title.
    pub instrument_title: Arc<str>,
    /// A short name of the instrument.
    pub instrument_short: Arc<str>,
    /// Whether the instrument is law; against one that isn't, a shortfall is a gap, not a breach.
    pub law: bool,
    /// What it came to.
    pub outcome: Outcome,
    /// Whether its instrument is superseded at the assessment date.
    pub superseded: bool,
    /// Why it wasn't assessed, where it wasn't.
    pub not_assessed: Option<NotAssessed>,
    /// The whole explanation; empty where it wasn't assessed.
    pub because: Vec<Because>,
    /// How well the states that decide are backed: by the weakest.
    pub basis: Option<Basis>,
    /// What was assumed of the force, where it isn't stated: all of these.
    #[serde(rename = "assumptions")]
    pub assumed: Vec<Assumption>,
    /// As whom it reaches the force, where its text names those whom it binds.
    #[serde(default)]
    pub reached_as: Option<ReachedAs>,
    /// What a holder of the full text says bears it out.
    pub confirmed: Option<Confirmation>,
    /// Where the fact that decides stands in the declaration, or belongs.
    pub place: Place,
}

impl Deref for Finding {
    type Target = Rule;

    fn deref(&self) -> &Rule {
        &self.rule
    }
}

impl Finding {
    /// What it waits for, where it isn't asked for the sole reason that none came; else nothing.
    #[must_use]
    pub fn waits_for(&self) -> Vec<&EventId> {
        let Some(NotAssessed::OutOfReach(barriers)) = &self.not_assessed else {
            return Vec::new();
        };
        let events = barriers.iter().map(|barrier| match barrier {
            Barrier::NoneCame { event, .. } => Some(event),
            _ => None,
        });
        events.collect::<Option<_>>().unwrap_or_default()
    }

    /// Whether all that keeps it from being evidenced is that its evidence has become too old.
    #[must_use]
    pub fn is_of_old_evidence(&self) -> bool {
        let mut leaves = self.because.iter().flat_map(Because::deciding_leaves).peekable();
        leaves.peek().is_some() && leaves.all(Because::is_aged)
    }
}

/// Why a requirement wasn't assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub enum NotAssessed {
    /// It doesn't count yet.
    NotYet {
        /// The first day on which it does.
        #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
        from: Day,
    },
    /// It no longer counts.
    Over {
        /// The first day on which it didn't.
        #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
        until: Day,
    },
    /// It doesn't reach the force.
    OutOfReach(Vec<Barrier>),
}

/// Holds a requirement, given in all its versions, against the facts.
pub(super) fn find(
    rulebook: &Rulebook,
    facts: &Facts<'_>,
    versions: &[Requirement],
) -> Option<Finding> {
    let assessed = facts.clock().assessed;
    let force = &facts.declaration().force;
    let in_force = versions.iter().find(|version| version.in_force_on(assessed));
    // Of several versions that don't count, the next to come says most, else the last one gone.
    let coming = versions.iter().find(|version| version.from > assessed);
    let requirement = in_force.or(coming).or(versions.last())?;
    let instrument = rulebook.instrument(requirement.instrument.as_str())?;
    let reached = reach(&requirement.applies_to, force, assessed);

    let (outcome, not_assessed, because) = if in_force.is_none() {
        (Outcome::NotInForce, Some(not_in_force(requirement, assessed)), Vec::new())
    } else if reached == Reached::No {
        let barriers = barriers(&requirement.applies_to, force, assessed, facts.vocabulary());
        (Outcome::NotApplicable, Some(NotAssessed::OutOfReach(barriers)), Vec::new())
    } else {
        let (worth, tree) = evaluate::all(facts, &requirement.needs);
        (Outcome::from(worth), None, tree)
    };
    let assumed = match reached {
        Reached::Unknown if outcome.is_assessed() => {
            assumptions(&requirement.applies_to, force, assessed)
        }
        _ => Vec::new(),
    };
    let named = reached_as(&requirement.applies_to, force, facts.vocabulary());
    let mut leaves = because.iter().flat_map(Because::deciding_leaves);
    let place = leaves.find_map(|leaf| leaf.place().cloned());
    Some(Finding {
        requirement: requirement.id.clone(),
        rule: Arc::clone(&requirement.rule),
        instrument_title: Arc::clone(&instrument.title),
        instrument_short: Arc::clone(&instrument.short),
        law: instrument.law,
        outcome,
        superseded: instrument.superseded.as_ref().is_some_and(|(on, _)| *on <= assessed),
        not_assessed,
        basis: (outcome != Outcome::NotEvidenced)
            .then(|| weakest_basis(&|id: &str| facts.basis(id), &because))
            .flatten(),
        assumed,
        reached_as: named.filter(|_| outcome.is_assessed()),
        confirmed: rulebook.confirmation_of(&requirement.id).cloned(),
        place: place.unwrap_or_else(|| facts.place_of_force()),
        because,
    })
}

fn not_in_force(requirement: &Requirement, assessed: Day) -> NotAssessed {
    match requirement.until {
        Some(until) if until <= assessed => NotAssessed::Over { until },
        _ => NotAssessed::NotYet { from: requirement.from },
    }
}
