//! The plans for all forces that were assessed, with what they rest on.

use super::planned::Plan;
use super::weight::Costs;
use crate::result::{Gated, Run};

/// Plans, and what they rest on.
#[derive(Clone, Debug)]
pub struct Plans {
    /// What the assessments rest on.
    pub run: Run,
    /// The target in the words in which it was given; nothing where all is planned in order, or a change
    /// is only tried.
    pub target: Option<String>,
    /// What changes cost; nothing is named where each costs 1.
    pub costs: Costs,
    /// One a force, in the order of the inputs.
    pub plans: Vec<Planned>,
}

/// The plan for a force, with what it rests on.
#[derive(Clone, Debug)]
pub struct Planned {
    /// What the force's check came to.
    pub gated: Gated,
    /// The plan.
    pub plan: Plan,
}
