//! What changes cost, and how sets of them are held against each other.

use std::collections::BTreeMap;
use std::iter::Sum;
use std::ops::{Add, Sub};

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::change::Change;
use crate::rulebook::{ArrangementId, FieldId};

/// What a set of changes weighs: first what it costs, and of two that cost the same, how many they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Weight {
    /// What they cost, in the unit of whoever named the costs; what has no cost named costs 1.
    pub cost: u64,
    /// How many they are.
    pub changes: u64,
}

/// What changes cost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    /// Of an arrangement's state, or of a change of one of its fields.
    named: BTreeMap<(ArrangementId, Option<FieldId>), u32>,
}

impl Costs {
    /// Names what a change of an arrangement costs: of its state, or of a field.
    pub fn name(&mut self, arrangement: ArrangementId, field: Option<FieldId>, cost: u32) {
        self.named.insert((arrangement, field), cost);
    }

    /// Whether some cost is named.
    #[must_use]
    pub fn any(&self) -> bool {
        !self.named.is_empty()
    }

    /// What one change weighs.
    #[must_use]
    pub fn of(&self, change: &Change) -> Weight {
        self.weight(&change.arrangement, change.field())
    }

    pub(super) fn weight(&self, arrangement: &ArrangementId, field: Option<&FieldId>) -> Weight {
        let named = self.named.get(&(arrangement.clone(), field.cloned()));
        Weight { cost: u64::from(named.copied().unwrap_or(1)), changes: 1 }
    }
}

impl Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { cost: self.cost + other.cost, changes: self.changes + other.changes }
    }
}

impl Sub for Weight {
    type Output = Self;

    /// What is left; nothing where less is there than is taken.
    fn sub(self, other: Self) -> Self {
        Self {
            cost: self.cost.saturating_sub(other.cost),
            changes: self.changes.saturating_sub(other.changes),
        }
    }
}

impl Sum for Weight {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}
