//! What every requirement comes to while changes are made, one after the other.

use rustc_hash::FxHashMap;

use super::change::Change;
use super::situation::Situation;
use crate::assessment::{Assessment, Finding, Tally, weakest};
use crate::rulebook::{ArrangementId, Need, Requirement, RequirementId, Rulebook};
use crate::standing::{Outcome, Strength};

/// What every requirement that was assessed comes to.
pub(super) struct Ledger<'a> {
    pub(super) rows: Vec<Row<'a>>,
    /// The rows that ask about an arrangement.
    about: FxHashMap<&'a ArrangementId, Vec<usize>>,
    pub(super) situation: Situation,
}

/// A requirement that was assessed.
pub(super) struct Row<'a> {
    pub(super) finding: &'a Finding,
    pub(super) requirement: &'a Requirement,
    pub(super) outcome: Outcome,
}

/// A requirement that comes to something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The requirement.
    pub requirement: RequirementId,
    /// What it came to before.
    pub from: Outcome,
    /// What it comes to then.
    pub to: Outcome,
}

/// How many requirements come out how, those in force alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stood {
    /// All of them.
    pub all: Tally,
    /// The duties among them.
    pub duties: Tally,
}

impl<'a> Ledger<'a> {
    /// What was assessed, as it stands.
    pub(super) fn of(
        rulebook: &'a Rulebook,
        assessment: &'a Assessment,
        situation: Situation,
    ) -> Self {
        let versions: FxHashMap<_, _> =
            rulebook.requirements().iter().map(|own| ((&own.id, own.from), own)).collect();
        let assessed = assessment.findings.iter().filter(|finding| finding.outcome.is_assessed());
        let rows: Vec<Row<'a>> = assessed
            .filter_map(|finding| {
                let requirement = versions.get(&(&finding.requirement, finding.from))?;
                Some(Row { finding, requirement, outcome: finding.outcome })
            })
            .collect();
        let mut about: FxHashMap<&ArrangementId, Vec<usize>> = FxHashMap::default();
        for (at, row) in rows.iter().enumerate() {
            for ask in row.requirement.needs.iter().flat_map(Need::asks) {
                let own = about.entry(&ask.arrangement).or_default();
                if own.last() != Some(&at) {
                    own.push(at);
                }
            }
        }
        Self { rows, about, situation }
    }

    /// Makes changes; what came to something else by them, in the order of the assessment.
    pub(super) fn make(&mut self, changes: &[Change]) -> Vec<Moved> {
        let mut touched: Vec<usize> = Vec::new();
        for change in changes {
            self.situation.make(change);
            touched.extend(self.about.get(&change.arrangement).into_iter().flatten());
        }
        touched.sort_unstable();
        touched.dedup();
        let mut moved = Vec::new();
        for at in touched {
            let Some(row) = self.rows.get_mut(at) else { continue };
            let to = Outcome::from(weakest(&row.requirement.needs, &self.situation));
            let from = std::mem::replace(&mut row.outcome, to);
            if from != to {
                moved.push(Moved { requirement: row.finding.requirement.clone(), from, to });
            }
        }
        moved
    }

    /// How many come out how.
    pub(super) fn stood(&self) -> Stood {
        let in_force = || self.rows.iter().filter(|row| !row.finding.superseded);
        let duties = in_force().filter(|row| row.finding.strength == Strength::Duty);
        Stood {
            all: Tally::of(in_force().map(|row| row.outcome)),
            duties: Tally::of(duties.map(|row| row.outcome)),
        }
    }
}
