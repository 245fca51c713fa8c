//! Which requirements are looked at.

use super::names::check_names;
use crate::assessment::Assessment;
use crate::rulebook::{Requirement, Rulebook};
use crate::source::Fault;
use crate::standing::Strength;

/// Which requirements are looked at: of each list that isn't empty, one must fit. What is left out
/// isn't counted and isn't gated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    instruments: Vec<String>,
    strengths: Vec<Strength>,
    arrangements: Vec<String>,
}

impl Selection {
    /// Requirements of these instruments, of these strengths, that rest on these arrangements.
    ///
    /// # Errors
    ///
    /// A fault for each instrument or arrangement that the rulebook doesn't know.
    pub fn new(
        rulebook: &Rulebook,
        instruments: &[String],
        strengths: &[Strength],
        arrangements: &[String],
    ) -> Result<Self, Vec<Fault>> {
        check_names(rulebook, instruments, arrangements)?;
        Ok(Self {
            instruments: instruments.to_vec(),
            strengths: strengths.to_vec(),
            arrangements: arrangements.to_vec(),
        })
    }

    /// The selection in words; nothing where all are looked at.
    #[must_use]
    pub fn said(&self) -> Option<String> {
        let strengths: Vec<String> = self.strengths.iter().map(ToString::to_string).collect();
        let parts: Vec<String> = [
            ("of ", &self.instruments),
            ("of strength ", &strengths),
            ("resting on ", &self.arrangements),
        ]
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(lead, names)| format!("{lead}{}", names.join(" or ")))
        .collect();
        (!parts.is_empty()).then(|| format!("requirements {}", parts.join(", ")))
    }

    fn takes(&self, requirement: &Requirement) -> bool {
        let any = |list: &[String], holds: &dyn Fn(&str) -> bool| {
            list.is_empty() || list.iter().any(|name| holds(name))
        };
        any(&self.instruments, &|name| requirement.instrument.as_str() == name)
            && any(&self.arrangements, &|name| requirement.rests_on(name))
            && (self.strengths.is_empty() || self.strengths.contains(&requirement.strength))
    }

    /// Takes out of an assessment what isn't looked at.
    pub(super) fn apply(&self, assessment: &mut Assessment, rulebook: &Rulebook) {
        if *self == Self::default() {
            return;
        }
        assessment.findings.retain(|finding| {
            let versions = rulebook.versions(finding.requirement.as_str());
            let version = versions.iter().find(|version| version.from == finding.from);
            version.is_some_and(|version| self.takes(version))
        });
        let findings = &assessment.findings;
        let chosen = |id: &_| findings.iter().any(|finding| finding.requirement == *id);
        assessment.judgements.retain(chosen);
        assessment.none.iter_mut().for_each(|none| none.spares.retain(chosen));
    }
}
