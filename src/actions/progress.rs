//! Actions held against what was assessed: what is late, and what is said to be done and doesn't show.

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Action, ActionStatus};
use crate::assessment::Assessment;
use crate::rulebook::RequirementId;
use crate::standing::{Day, Outcome, words};

words! {
    /// What an action comes to beside the outcome of its requirement. Of several, the last counts.
    pub enum Progress {
        /// Its requirement wasn't assessed for this force on this day.
        NotAsked = "not asked",
        /// It is done, and the requirement is met.
        Closed = "closed",
        /// It isn't said to be done, and the requirement is met.
        MetAlready = "met already",
        /// Nobody will do it, and the gap stands.
        Dropped = "dropped",
        /// It is to be done, and in time.
        Open = "open",
        /// It is said to be done, and the gap stands.
        SaidDone = "said done",
        /// It is to be done, its deadline is over, and the gap stands.
        Overdue = "overdue",
    }
}

/// The actions for one force, as they stand on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Actions {
    /// The day by which something is overdue or not; nothing where there are none.
    #[cfg_attr(test, schemars(with = "Option<crate::standing::DayForm>"))]
    pub today: Option<Day>,
    /// Those that want looking at first: overdue, said to be done, open; of each, the deadline that comes
    /// first.
    pub planned: Vec<Action>,
}

/// How many actions came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Of which nothing has begun.
    pub to_do: usize,
    /// At which somebody is.
    pub doing: usize,
    /// Which are said to be done.
    pub done: usize,
    /// Which nobody will do.
    pub dropped: usize,
    /// Which are to be done and late.
    pub overdue: usize,
    /// Which are said to be done, and the gap stands.
    pub said_done: usize,
}

impl Actions {
    /// Those of a plan that are for the force of an assessment. Where the assessment holds a part of
    /// the requirements alone, so do they.
    #[must_use]
    pub fn of(plan: &[Action], assessment: &Assessment, today: Day, whole: bool) -> Self {
        let mut planned: Vec<Action> =
            plan.iter().filter(|action| action.is_for(assessment)).cloned().collect();
        if !whole {
            for action in &mut planned {
                action.requirements.retain(|id| assessment.finding(id.as_str()).is_some());
            }
            planned.retain(|action| !action.requirements.is_empty());
        }
        let today = (!planned.is_empty()).then_some(today);
        let mut actions = Self { today, planned: Vec::new() };
        // Stable: of what is alike, what stands first in the plan comes first.
        planned.sort_by_cached_key(|action| {
            (std::cmp::Reverse(actions.progress(action, assessment)), action.deadline)
        });
        actions.planned = planned;
        actions
    }

    /// Those on a requirement.
    pub fn on<'a>(&'a self, requirement: &'a RequirementId) -> impl Iterator<Item = &'a Action> {
        self.planned.iter().filter(move |action| action.requirements.contains(requirement))
    }

    /// What an action comes to on one of its requirements.
    #[must_use]
    pub fn progress_on(
        &self,
        action: &Action,
        requirement: &RequirementId,
        assessment: &Assessment,
    ) -> Progress {
        let outcome = assessment.finding(requirement.as_str()).map(|finding| finding.outcome);
        let gap = outcome.is_some_and(Outcome::is_gap);
        let late = self.today.is_some_and(|today| action.deadline < today);
        match action.status {
            _ if !gap && outcome != Some(Outcome::Met) => Progress::NotAsked,
            ActionStatus::Done if gap => Progress::SaidDone,
            ActionStatus::Done => Progress::Closed,
            _ if !gap => Progress::MetAlready,
            ActionStatus::Dropped => Progress::Dropped,
            ActionStatus::ToDo | ActionStatus::Doing if late => Progress::Overdue,
            ActionStatus::ToDo | ActionStatus::Doing => Progress::Open,
        }
    }

    /// What an action comes to in all.
    #[must_use]
    pub fn progress(&self, action: &Action, assessment: &Assessment) -> Progress {
        let each = action.requirements.iter().map(|id| self.progress_on(action, id, assessment));
        each.max().unwrap_or(Progress::NotAsked)
    }

    /// How many came to what.
    #[must_use]
    pub fn tally(&self, assessment: &Assessment) -> Tally {
        let mut tally = Tally::default();
        for action in &self.planned {
            *match action.status {
                ActionStatus::ToDo => &mut tally.to_do,
                ActionStatus::Doing => &mut tally.doing,
                ActionStatus::Done => &mut tally.done,
                ActionStatus::Dropped => &mut tally.dropped,
            } += 1;
            match self.progress(action, assessment) {
                Progress::Overdue => tally.overdue += 1,
                Progress::SaidDone => tally.said_done += 1,
                _ => {}
            }
        }
        tally
    }
}

impl Tally {
    /// How many there are.
    #[must_use]
    pub fn all(self) -> usize {
        self.to_do + self.doing + self.done + self.dropped
    }

    /// The same for two forces together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            to_do: self.to_do + other.to_do,
            doing: self.doing + other.doing,
            done: self.done + other.done,
            dropped: self.dropped + other.dropped,
            overdue: self.overdue + other.overdue,
            said_done: self.said_done + other.said_done,
        }
    }
}
