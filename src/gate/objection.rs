//! What makes a gate fail beside findings: that it had nothing to look at, or that what it is held
//! against a baseline isn't the like of what was recorded.

use std::sync::Arc;

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::rulebook::{ArrangementId, RequirementId};
use crate::standing::{Attribute, Day, ForceKind, Months, PartialDate};

/// Why a gate fails though no finding makes it fail. Each is a way in which a gap can go from sight
/// without being closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(tag = "objection", rename_all = "kebab-case")]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub enum Objection {
    /// It looked at no requirement.
    Empty,
    /// What is stated has no evidence of the last months.
    Aged {
        /// The arrangement.
        arrangement: ArrangementId,
        /// Its name in sentences.
        name: Arc<str>,
        /// How old evidence may be, in calendar months.
        months: Months,
        /// Of when its newest evidence is; nothing where no evidence says when.
        newest: Option<PartialDate>,
    },
    /// The facts are of an earlier day than those of the baseline.
    OlderFacts {
        /// The day of the facts that are recorded.
        #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
        was: Day,
        /// The day of the facts.
        #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
        is: Day,
    },
    /// The day assessed, which picks the law, is before that of the baseline.
    OlderLaw {
        /// The day that was assessed when the baseline was recorded.
        #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
        was: Day,
        /// The day assessed.
        #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
        is: Day,
    },
    /// The force is of another kind than the baseline records.
    AnotherKind {
        /// What kind of force is recorded.
        was: ForceKind,
        /// What kind of force it is.
        is: ForceKind,
    },
    /// Something is stated of the force by which less may reach it.
    AnotherReach {
        /// What is stated of it.
        attribute: Attribute,
        /// What was stated; nothing where it wasn't.
        was: Option<bool>,
        /// What is stated; nothing where it isn't.
        is: Option<bool>,
    },
    /// A requirement that reached the force no longer does.
    OutOfReach {
        /// The requirement.
        requirement: RequirementId,
    },
    /// A requirement is switched off that wasn't.
    SwitchedOff {
        /// The requirement.
        requirement: RequirementId,
    },
}
