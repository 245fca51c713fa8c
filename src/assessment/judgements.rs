//! What inspectors find themselves, beside what is computed.

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::finding::Finding;
use crate::declaration::{Declaration, Judgement};
use crate::rulebook::RequirementId;
use crate::standing::Day;

/// The judgements on the requirements that were assessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Judgements {
    /// The day that they were judged by; nothing where there is none.
    #[cfg_attr(test, schemars(with = "Option<crate::standing::DayForm>"))]
    pub today: Option<Day>,
    /// Those that hold, by requirement and date.
    pub holding: Vec<Judgement>,
    /// Those whose last day is over: reports say so and show no more of them.
    pub expired: Vec<Judgement>,
}

impl Judgements {
    /// Those of a declaration on requirements that were found on, as they hold on a day.
    pub(super) fn of(declaration: &Declaration, findings: &[Finding], today: Day) -> Self {
        let mut sorted: Vec<&Judgement> = declaration.judgements.iter().collect();
        sorted.sort_by(|a, b| (&a.requirement, a.date).cmp(&(&b.requirement, b.date)));
        let (holding, expired): (Vec<&Judgement>, Vec<&Judgement>) =
            sorted.into_iter().partition(|judgement| judgement.holds_on(today));
        let shown = |judgements: Vec<&Judgement>| judgements.into_iter().cloned().collect();
        let mut all = Self { today: Some(today), holding: shown(holding), expired: shown(expired) };
        all.retain(|id| findings.iter().any(|finding| finding.requirement == *id));
        all
    }

    /// Those on a requirement that hold.
    pub fn on<'a>(&'a self, requirement: &'a RequirementId) -> impl Iterator<Item = &'a Judgement> {
        self.holding.iter().filter(move |judged| judged.requirement == *requirement)
    }

    /// Keeps those on the requirements that are chosen.
    pub fn retain(&mut self, chosen: impl Fn(&RequirementId) -> bool) {
        self.holding.retain(|judged| chosen(&judged.requirement));
        self.expired.retain(|judged| chosen(&judged.requirement));
        if self.holding.is_empty() && self.expired.is_empty() {
            self.today = None;
        }
    }
}
