//! What an answer changes.

use std::fmt;

use crate::assessment::{Assessment, Because, Finding};
use crate::compare::{Change, Changes, RequirementChange};
use crate::result::Gated;
use crate::rulebook::RequirementId;
use crate::standing::{Outcome, State};

/// What an answer changes of the requirements in force: their ids, in the order of the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// Gaps that are met now.
    pub closed: Vec<RequirementId>,
    /// Gaps that are partly met now.
    pub partly: Vec<RequirementId>,
    /// Gaps that are nearer to being met: planned, or in a part of what is asked.
    pub nearer: Vec<RequirementId>,
    /// What was met, and no longer is.
    pub opened: Vec<RequirementId>,
    /// Gaps that are larger, or further from being met.
    pub worse: Vec<RequirementId>,
    /// Gaps of which nothing was said, and is now: that it isn't there, or that the force won't say.
    pub told: Vec<RequirementId>,
    /// What was stated and isn't any more.
    pub silent: Vec<RequirementId>,
    /// What is asked now, or no longer.
    pub reach: Vec<RequirementId>,
}

impl Effect {
    /// What changed between two assessments of one force.
    #[must_use]
    pub fn between(before: Assessment, after: Assessment) -> Self {
        let gated = |assessment| Gated { assessment, verdict: None, actions: Default::default() };
        let (before, after) = (gated(before), gated(after));
        let mut effect = Self::default();
        for one in &Changes::between(&before, &after).requirements {
            let Some(finding) = one.either().filter(|finding| !finding.superseded) else {
                continue;
            };
            let into = match one.change {
                Change::Closed => &mut effect.closed,
                Change::Improved if finding.outcome == Outcome::PartlyMet => &mut effect.partly,
                Change::Improved if finding.outcome == Outcome::Withheld => &mut effect.told,
                Change::Nearer if is_only_refused(one) => &mut effect.told,
                Change::Improved | Change::Nearer => &mut effect.nearer,
                Change::Opened => &mut effect.opened,
                Change::Worsened | Change::Further | Change::Aged => &mut effect.worse,
                Change::NewlyStated => &mut effect.told,
                Change::WentSilent => &mut effect.silent,
                Change::Reached | Change::OutOfReach => &mut effect.reach,
                Change::Began
                | Change::RuleChanged
                | Change::Ended
                | Change::Superseded
                | Change::Details
                | Change::Same => continue,
            };
            into.push(finding.requirement.clone());
        }
        effect
    }

    /// Whether nothing changes.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether all that rose is what the force won't say now: it told more, and is nearer to nothing by that.
fn is_only_refused(one: &RequirementChange<'_>) -> bool {
    let values = |of: &Finding| -> Vec<State> {
        of.because.iter().flat_map(Because::nodes).map(|node| node.value).collect()
    };
    let (before, after) = (one.before.map(values), one.after.map(values));
    let mut pairs = before.into_iter().flatten().zip(after.into_iter().flatten());
    pairs.all(|(was, is)| is <= was.max(State::Withheld))
}

/// As a sentence: "closes 2 gaps, 1 partly".
impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let gaps = |n: usize| if n == 1 { "1 gap".to_owned() } else { format!("{n} gaps") };
        let mut said = Vec::new();
        match (self.closed.len(), self.partly.len()) {
            (0, 0) => {}
            (0, partly) => said.push(format!("closes {} in part", gaps(partly))),
            (closed, 0) => said.push(format!("closes {}", gaps(closed))),
            (closed, partly) => said.push(format!("closes {}, {partly} partly", gaps(closed))),
        }
        let mut say = |of: &Vec<RequirementId>, words: &dyn Fn(usize) -> String| {
            if !of.is_empty() {
                said.push(words(of.len()));
            }
        };
        say(&self.nearer, &|n| format!("brings {} nearer to being met", gaps(n)));
        say(&self.opened, &|n| format!("opens {}", gaps(n)));
        say(&self.worse, &|n| format!("makes {} larger", gaps(n)));
        say(&self.told, &|n| {
            format!("answers {} without closing {}", gaps(n), if n == 1 { "it" } else { "them" })
        });
        say(&self.silent, &|n| format!("leaves {} without an answer", requirements(n)));
        say(&self.reach, &|n| format!("changes whether {} asked", plural_of(n)));
        match said.is_empty() {
            true => f.write_str("changes no finding"),
            false => f.write_str(&said.join("; ")),
        }
    }
}

fn requirements(n: usize) -> String {
    if n == 1 { "1 requirement".to_owned() } else { format!("{n} requirements") }
}

fn plural_of(n: usize) -> String {
    if n == 1 { "1 requirement is".to_owned() } else { format!("{n} requirements are") }
}
