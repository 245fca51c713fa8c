//! A gate under the names of today: what waivers, thresholds and a baseline say of a requirement counts
//! for what it has become.

use std::collections::{BTreeMap, BTreeSet};

use super::{Baseline, Gate, Waiver};
use crate::rulebook::{RequirementId, Rulebook, became};
use crate::source::Fault;

impl Gate {
    /// The same gate under the names of today.
    #[must_use]
    pub fn called_now(mut self, rulebook: &Rulebook) -> Self {
        self.terms.requirements = renamed(self.terms.requirements, rulebook);
        self.waivers = waivers(self.waivers, rulebook);
        self.baseline = self.baseline.map(|baseline| baseline.called_now(rulebook));
        self
    }
}

impl Baseline {
    /// The same baseline under the names of today.
    #[must_use]
    pub fn called_now(mut self, rulebook: &Rulebook) -> Self {
        for recorded in self.forces.values_mut() {
            recorded.gaps = renamed(std::mem::take(&mut recorded.gaps), rulebook);
            if let Some(ground) = &mut recorded.ground {
                for ids in [&mut ground.switched_off, &mut ground.met, &mut ground.not_assessed] {
                    *ids = called(std::mem::take(ids), rulebook);
                }
            }
        }
        self
    }

    /// Warnings for the names in it that requirements had once.
    #[must_use]
    pub fn former_names(&self, rulebook: &Rulebook) -> Vec<Fault> {
        let mut former: Vec<&RequirementId> = Vec::new();
        let named = self.forces.values().flat_map(|recorded| {
            let ground = recorded.ground.iter();
            let ground = ground.flat_map(|of| [&of.switched_off, &of.met, &of.not_assessed]);
            recorded.gaps.keys().chain(ground.flatten())
        });
        for id in named.filter(|id| !rulebook.called_now(id.as_str()).is_empty()) {
            if !former.contains(&id) {
                former.push(id);
            }
        }
        let warn = |id: &RequirementId| {
            let became = became(id.as_str(), rulebook.called_now(id.as_str()));
            Fault::whole("gate::former-name", format!("{}: {became}", self.file))
                .help("`msacheck baseline --prune` writes the names of today")
                .into_warning()
        };
        former.into_iter().map(warn).collect()
    }
}

/// What stands under names, under those of today. What is said of a name of today itself counts
/// before what was said of a former one.
fn renamed<T: Clone>(
    named: BTreeMap<RequirementId, T>,
    rulebook: &Rulebook,
) -> BTreeMap<RequirementId, T> {
    let is_former = |id: &RequirementId| !rulebook.called_now(id.as_str()).is_empty();
    let (former, mut now): (BTreeMap<_, _>, BTreeMap<_, _>) =
        named.into_iter().partition(|(id, _)| is_former(id));
    for (id, said) in former {
        for called in rulebook.called_now(id.as_str()) {
            now.entry(called.clone()).or_insert_with(|| said.clone());
        }
    }
    now
}

/// Names, as they are today.
fn called(ids: BTreeSet<RequirementId>, rulebook: &Rulebook) -> BTreeSet<RequirementId> {
    let mut now = BTreeSet::new();
    for id in ids {
        match rulebook.called_now(id.as_str()) {
            [] => now.extend([id]),
            called => now.extend(called.iter().cloned()),
        }
    }
    now
}

fn waivers(waivers: Vec<Waiver>, rulebook: &Rulebook) -> Vec<Waiver> {
    let mut now: Vec<Waiver> = Vec::new();
    for waiver in waivers {
        let called = rulebook.called_now(waiver.requirement.as_str());
        if called.is_empty() {
            now.push(waiver);
            continue;
        }
        let each = called.iter().map(|id| Waiver { requirement: id.clone(), ..waiver.clone() });
        now.extend(each);
    }
    now
}
