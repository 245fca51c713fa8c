//! Steps that several forces have before them.

use rustc_hash::FxHashMap;

use super::change::{Change, What};
use super::plans::Plans;
use crate::rulebook::{ArrangementId, ForceId};

/// A step that several forces have before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Common {
    /// What changes, as the first of the forces has it.
    pub changes: Vec<Change>,
    /// The forces, in the order of their plans.
    pub forces: Vec<ForceId>,
    /// How many gaps it closes in all their plans together.
    pub closes: usize,
}

impl Plans {
    /// The steps that are the same in the plans of several forces, wherever each stands: those that close
    /// most first.
    #[must_use]
    pub fn across(&self) -> Vec<Common> {
        let mut known: FxHashMap<Vec<(ArrangementId, String)>, usize> = FxHashMap::default();
        let mut all: Vec<Common> = Vec::new();
        for planned in &self.plans {
            for step in &planned.plan.steps {
                let key = step.changes.iter().map(key).collect();
                let at = *known.entry(key).or_insert(all.len());
                if at == all.len() {
                    let changes = step.changes.clone();
                    all.push(Common { changes, forces: Vec::new(), closes: 0 });
                }
                let Some(own) = all.get_mut(at) else { continue };
                own.closes += step.closes().count();
                let force = &planned.gated.assessment.force;
                if own.forces.last() != Some(force) {
                    own.forces.push(force.clone());
                }
            }
        }
        all.retain(|own| own.forces.len() > 1);
        // Stable: of what is alike, what the first force has first comes first.
        all.sort_by_key(|own| std::cmp::Reverse((own.closes, own.forces.len())));
        all
    }
}

/// What a change is, wherever it starts from.
fn key(change: &Change) -> (ArrangementId, String) {
    let what = match &change.what {
        What::State { to, .. } => to.to_string(),
        What::Detail { field, to, asked, lifts, .. } => {
            format!("{field} {to:?} {asked:?} {lifts:?}")
        }
        What::Item { field, item, .. } => format!("{field} {item:?}"),
    };
    (change.arrangement.clone(), what)
}
