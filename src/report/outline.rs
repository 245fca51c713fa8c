//! What a report on one force holds, found once: each report lays it out in its own way.
//!
//! Sections stand in this order wherever they stand: what falls short as declared, what isn't evidenced,
//! what is superseded; then what inspectors find, and where the inputs don't agree. What is met, and
//! what wasn't assessed, comes after all of that. Every finding stands in one section and no other, in the
//! order that `precedence` states.

use super::missing::{Missing, each_once};
use super::precedence::{self, Weight};
use super::prose::capital;
use super::shortfall::{Shortfall, of_force};
use super::words::{many, plural};
use crate::assessment::{Counts, Finding, Standing, Tally};
use crate::result::Gated;
use crate::standing::{Outcome, State, Strength, Words as _};

/// The outcomes of what was assessed, in the order of bars and columns: what is met, what falls short, what
/// isn't evidenced.
pub(super) const SHOWN: [Outcome; 6] = [
    Outcome::Met,
    Outcome::PartlyMet,
    Outcome::Planned,
    Outcome::Withheld,
    Outcome::NotMet,
    Outcome::NotEvidenced,
];

/// The same in the order of the chain, the strongest first.
pub(super) const STRONGEST_FIRST: [Outcome; 6] = [
    Outcome::Met,
    Outcome::PartlyMet,
    Outcome::Planned,
    Outcome::Withheld,
    Outcome::NotEvidenced,
    Outcome::NotMet,
];

/// How many things are named as the first ones to do.
pub(super) const FIRST: usize = 3;

/// The heading that a finding stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// It falls short by what the force declares.
    Declared,
    /// What was checked is silent on it.
    Silent,
    /// It falls short, declared or not, of an instrument that was replaced.
    Superseded,
    /// It is no gap: it is met, or wasn't assessed.
    CameTo(Outcome),
}

impl Section {
    /// What is no gap, in order.
    pub(super) const REST: [Self; 3] = [
        Self::CameTo(Outcome::Met),
        Self::CameTo(Outcome::NotApplicable),
        Self::CameTo(Outcome::NotInForce),
    ];

    fn of(finding: &Finding) -> Self {
        match finding.outcome {
            outcome if !outcome.is_gap() => Self::CameTo(outcome),
            _ if finding.superseded => Self::Superseded,
            Outcome::NotEvidenced => Self::Silent,
            _ => Self::Declared,
        }
    }

    /// The heading over so many findings.
    pub(super) fn heading(self, count: usize) -> String {
        match self {
            Self::Declared => format!("Gaps in what the force declares: {count}"),
            Self::Silent => format!("Not evidenced: {count}"),
            Self::Superseded => format!("Gaps against what is superseded: {count}"),
            Self::CameTo(outcome) => format!("{}: {count}", capital(outcome.word())),
        }
    }

    /// What must be known of all that stands in it.
    pub(super) fn caution(self) -> &'static str {
        match self {
            Self::Declared => {
                "Only a duty is law for the force. Against a strategy, and against what is read out of \
                 the Act, a shortfall is a gap, not a breach."
            }
            Self::Silent => {
                "What was checked doesn't state these. That isn't to say that the force lacks them: \
                 nothing shows that it has them."
            }
            Self::Superseded => "Counted apart: its instrument was replaced by a later one.",
            Self::CameTo(_) => "",
        }
    }
}

/// What a report on a force holds.
#[derive(Debug)]
pub(super) struct ReportOutline<'a> {
    /// The force.
    pub(super) gated: &'a Gated,
    /// How many came out how.
    pub(super) counts: Counts,
    /// The arrangements that come first, stated or not.
    pub(super) headline: Vec<&'a Standing>,
    /// The others that are stated.
    pub(super) stated: Vec<&'a Standing>,
    /// The names of the others that aren't.
    pub(super) unstated: Vec<&'a str>,
}

impl<'a> ReportOutline<'a> {
    /// The outline of a report on a force.
    pub(super) fn of(gated: &'a Gated) -> Self {
        let assessment = &gated.assessment;
        let (headline, others): (Vec<&Standing>, Vec<&Standing>) =
            assessment.arrangements.iter().partition(|one| one.headline);
        let (stated, unstated): (Vec<&Standing>, Vec<&Standing>) =
            others.into_iter().partition(|one| one.state != State::NotStated);
        let unstated = unstated.into_iter().map(|one| &*one.name).collect();
        Self { gated, counts: assessment.counts(), headline, stated, unstated }
    }

    /// The findings of a section, what comes first before the rest.
    pub(super) fn findings(&self, section: Section) -> Vec<&'a Finding> {
        let findings = self.gated.assessment.findings.iter();
        let mut found: Vec<&Finding> =
            findings.filter(|finding| Section::of(finding) == section).collect();
        precedence::sort(self.gated, &mut found);
        found
    }

    /// The gaps of a section, each missing thing once.
    pub(super) fn missing(&self, section: Section) -> Vec<Missing<'a>> {
        let gaps = self.findings(section).into_iter();
        each_once(gaps.map(|finding| Shortfall::of(self.gated, finding)).collect())
    }

    /// What there is to do, each missing thing once, in order.
    pub(super) fn first(&self) -> Vec<Missing<'a>> {
        each_once(self.to_do())
    }

    /// The same, gap by gap. What is let pass, or superseded, is for nobody to do first; nor is a power, which a
    /// force may leave.
    pub(super) fn to_do(&self) -> Vec<Shortfall<'a>> {
        let asked = |gap: &Shortfall<'_>| {
            gap.finding().is_none_or(|finding| Weight::of(finding) == Weight::Asked)
        };
        let mut gaps = of_force(self.gated, false);
        gaps.retain(|gap| gap.fails() || asked(gap));
        gaps
    }

    /// Why nothing comes first. That isn't to say that there is no gap.
    pub(super) fn why_nothing_is_first(&self) -> &'static str {
        if self.counts.in_force.total() + self.counts.superseded.total() == 0 {
            "Nothing was assessed."
        } else if of_force(self.gated, true).is_empty() {
            "Nothing: no gap was found."
        } else {
            "Nothing comes first: what is left is a power, which a force may leave, is superseded, or is let \
             pass by a waiver or the baseline. All of it stands below."
        }
    }

    /// The numbers that come first.
    pub(super) fn figures(&self) -> Figures {
        let Tally { met, not_evidenced: silent, .. } = self.counts.in_force;
        let total = self.counts.in_force.total();
        Figures { met, silent, short: total - met - silent, total }
    }

    /// The rows of a table of outcomes: a strength each, all of them, and apart what is superseded.
    pub(super) fn tallies(&self) -> Vec<(Tallied, Tally)> {
        let by_strength = self.counts.by_strength.iter().rev();
        let by_strength = by_strength.map(|(strength, tally)| (Tallied::Of(*strength), *tally));
        let all = [
            (Tallied::InForce, self.counts.in_force),
            (Tallied::Superseded, self.counts.superseded),
        ];
        by_strength.chain(all).collect()
    }
}

/// Three numbers which together are all that is in force.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figures {
    /// What is met.
    pub(super) met: usize,
    /// What isn't evidenced.
    pub(super) silent: usize,
    /// What falls short as declared.
    pub(super) short: usize,
    /// All of it.
    pub(super) total: usize,
}

impl Figures {
    /// The heading over them.
    pub(super) fn heading(self) -> String {
        let requirements = many(self.total, "requirement", "requirements");
        format!("Missing, or not evidenced: {} of {requirements}", self.total - self.met)
    }
}

/// What a row of a table of outcomes counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tallied {
    /// The requirements in force of a strength.
    Of(Strength),
    /// All requirements in force.
    InForce,
    /// Those of superseded instruments.
    Superseded,
}

impl Tallied {
    /// The head of the row.
    pub(super) fn head(self) -> String {
        match self {
            Self::Of(strength) => capital(plural(strength)),
            Self::InForce => "All in force".to_owned(),
            Self::Superseded => "Superseded, counted apart".to_owned(),
        }
    }

    /// Whether the row says something: that nothing is in force is worth a row, no more.
    pub(super) fn is_told(self, tally: &Tally) -> bool {
        self == Self::InForce || tally.total() > 0
    }
}

/// Findings under a heading for each strength that some have, the most binding first.
pub(super) fn by_strength<'a>(findings: &[&'a Finding]) -> Vec<(String, Vec<&'a Finding>)> {
    let of = |strength: Strength| -> Vec<&'a Finding> {
        findings.iter().copied().filter(|finding| finding.strength == strength).collect()
    };
    let all = Strength::ALL.iter().rev().map(|strength| (strength, of(*strength)));
    all.filter(|(_, of_it)| !of_it.is_empty())
        .map(|(strength, of_it)| {
            (format!("{}: {}", capital(plural(*strength)), of_it.len()), of_it)
        })
        .collect()
}

/// What is declared of an arrangement beside its state, in a line; nothing where that is all.
pub(super) fn details(standing: &Standing) -> Option<String> {
    let details: Vec<String> = standing
        .details
        .iter()
        .filter(|(field, _)| field.as_str() != "note")
        .map(|(field, value)| format!("{}: {value}", field.words()))
        .collect();
    (!details.is_empty()).then(|| capital(&details.join("; ")))
}
