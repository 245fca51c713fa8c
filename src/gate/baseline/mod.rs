//! A baseline: what was known of forces on a day, against which only what is new or worse fails.
//!
//! It knows what it rests on (the rules, the inputs, the kind of force), so that a check can tell what
//! it can be held against and what it can't.

mod compare;
mod fits;
mod read;
mod recorded;
mod write;

pub(super) use compare::new;
pub use fits::Against;
pub use recorded::{Gap, Ground, Recorded};
pub use write::BASELINE_SCHEMA;

use std::collections::BTreeMap;

use super::verdict::Closed;
use crate::assessment::Assessment;
use crate::rulebook::ForceId;
use crate::source::Digest;
use crate::standing::{Basis, Outcome};

/// What was recorded of several forces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// The file that it stands in.
    pub file: String,
    /// What is recorded of each force, by its id.
    pub forces: BTreeMap<ForceId, Recorded>,
}

impl Baseline {
    /// Records a force, in place of what was recorded of it. `rules` are the digests of the packs.
    pub fn record(&mut self, assessment: &Assessment, basis: Option<Basis>, rules: &[Digest]) {
        self.forces.insert(assessment.force.clone(), Recorded::of(assessment, basis, rules));
    }

    /// Takes out the gaps of a force that are met now, and gives them. What isn't asked now, or not of
    /// this force, isn't met, and stays.
    pub fn prune(&mut self, assessment: &Assessment) -> Vec<Closed> {
        let Some(recorded) = self.forces.get_mut(&assessment.force) else { return Vec::new() };
        let mut closed = recorded.closed(assessment, true);
        closed.retain(|closed| closed.now == Some(Outcome::Met));
        for gap in &closed {
            recorded.gaps.remove(&gap.requirement);
            if let Some(ground) = &mut recorded.ground {
                ground.met.insert(gap.requirement.clone());
            }
        }
        closed
    }
}
