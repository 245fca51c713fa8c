//! What inspectors find themselves, beside what is computed.

use serde::{Deserialize, Serialize};

use super::Assessment;
use crate::declaration::{Declaration, JudgedAs, Judgement};
use crate::rulebook::RequirementId;
use crate::source::Place;
use crate::standing::Day;

/// An inspector's own finding on a requirement, as reports show it: beside the finding of the same
/// requirement, under a mark of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// The requirement.
    pub requirement: RequirementId,
    /// What the inspector finds.
    pub verdict: JudgedAs,
    /// Who, by role.
    pub role: String,
    /// When.
    pub date: Day,
    /// Why.
    pub reason: String,
    /// The last day on which it holds.
    pub last_day: Day,
    /// Where it stands in the declaration.
    pub place: Place,
}

/// The judgements on the requirements that were assessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgements {
    /// The day that they were judged by; nothing where there is none.
    pub today: Option<Day>,
    /// Those that hold, by requirement and date.
    pub holding: Vec<Judged>,
    /// Those whose last day is over: reports say so and show no more of them.
    pub expired: Vec<Judged>,
}

impl Judgements {
    /// Those on a requirement that hold.
    pub fn on<'a>(&'a self, requirement: &'a RequirementId) -> impl Iterator<Item = &'a Judged> {
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

impl Assessment {
    /// The same assessment with the judgements of its declaration beside it, as they hold on a day.
    /// No finding changes.
    #[must_use]
    pub fn judged(mut self, declaration: &Declaration, today: Day) -> Self {
        let mut sorted: Vec<&Judgement> = declaration.judgements.iter().collect();
        sorted.sort_by(|a, b| (&a.requirement, a.date).cmp(&(&b.requirement, b.date)));
        let (holding, expired): (Vec<&Judgement>, Vec<&Judgement>) =
            sorted.into_iter().partition(|judgement| judgement.holds_on(today));
        let shown = |judgements: Vec<&Judgement>| judgements.into_iter().map(judged).collect();
        self.judgements =
            Judgements { today: Some(today), holding: shown(holding), expired: shown(expired) };
        let findings = &self.findings;
        self.judgements.retain(|id| findings.iter().any(|finding| finding.requirement == *id));
        self
    }
}

fn judged(judgement: &Judgement) -> Judged {
    Judged {
        requirement: judgement.requirement.clone(),
        verdict: judgement.verdict,
        role: judgement.role.clone(),
        date: judgement.date,
        reason: judgement.reason.clone(),
        last_day: judgement.last_day,
        place: judgement.text.place(judgement.span.start),
    }
}
