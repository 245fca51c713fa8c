//! A requirement that silence meets. No need of today's language can be met by nothing being
//! said; this holds that line for every need to come.

use crate::assessment::{Known, weakest};
use crate::rulebook::{ArrangementId, Condition, Rulebook};
use crate::source::Fault;
use crate::standing::State;

/// A force that says nothing.
struct SilentForce;

impl Known for SilentForce {
    fn state(&self, _: &ArrangementId) -> State {
        State::NotStated
    }

    fn condition(&self, _: &ArrangementId, _: &Condition) -> State {
        State::NotStated
    }
}

pub(super) fn lint(rulebook: &Rulebook) -> Vec<Fault> {
    let requirements = rulebook.requirements().iter();
    requirements
        .filter(|requirement| weakest(&requirement.needs, &SilentForce) > State::NotStated)
        .map(|requirement| {
            requirement.fault(
                "lint::silent",
                format!("an empty declaration does better than silence on `{}`", requirement.id),
                "expected to be not evidenced by it",
            )
        })
        .collect()
}
