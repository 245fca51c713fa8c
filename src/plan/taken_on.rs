//! Steps as actions that somebody takes on.

use super::planned::Step;
use super::plans::{Planned, Plans};
use crate::actions::NewAction;
use crate::rulebook::RequirementId;
use crate::standing::Day;

/// What somebody takes on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenOn {
    /// An action a step, in the order of the steps.
    pub actions: Vec<NewAction>,
    /// How many steps are left out, since somebody is at all that they close, or they close nothing.
    pub left_out: usize,
}

impl Plans {
    /// The steps as actions that nobody has begun. What somebody is at already isn't taken on again.
    #[must_use]
    pub fn taken_on(&self, owner: &str, deadline: Day, note: impl Fn(&Step) -> String) -> TakenOn {
        let mut taken = TakenOn::default();
        for planned in &self.plans {
            for step in &planned.plan.steps {
                let own = NewAction {
                    requirements: planned.nobodys(step),
                    force: planned.gated.assessment.force.clone(),
                    owner: owner.to_owned(),
                    deadline,
                    note: note(step),
                };
                if own.requirements.is_empty() || planned.stands_already(&own) {
                    taken.left_out += 1;
                } else {
                    taken.actions.push(own);
                }
            }
        }
        taken
    }
}

impl Planned {
    /// What a step closes, and nobody is at.
    fn nobodys(&self, step: &Step) -> Vec<RequirementId> {
        let closes = step.closes().map(|moved| &moved.requirement);
        let is_at =
            |id: &&RequirementId| self.gated.actions.on(id).any(|action| action.status.is_open());
        closes.filter(|id| !is_at(id)).cloned().collect()
    }

    /// Whether it is in the file to the word, whatever has become of it.
    fn stands_already(&self, own: &NewAction) -> bool {
        let mut planned = self.gated.actions.planned.iter();
        planned.any(|known| {
            known.requirements == own.requirements
                && known.owner == own.owner
                && known.note.as_ref() == Some(&own.note)
        })
    }
}
