//! The engine: what a force declares, held against what is asked of it.
//!
//! [`assess`] is pure and total: no files, no clock, no terminal, and no input for which it fails.
//! States are one ordered chain (see [`crate::standing::State`]), and every evaluation is a minimum
//! or a maximum on it. What comes out, an [`Assessment`], is enough to render every report.

mod answered;
mod applicability;
mod backed;
mod because;
mod cited;
mod contradicted;
mod counts;
mod evaluate;
mod facts;
mod finding;
mod judgements;
mod none;
mod notes;
mod recomputed;
mod saved;
mod stale;
mod standing;
mod stands;
mod told;
mod worth;

pub use answered::Answered;
pub use applicability::{Assumption, Barrier, Reached, ReachedAs, reach};
pub use because::{Because, Join, Part};
pub use cited::{Cited, Informed, Source};
pub use contradicted::Contradicted;
pub use counts::{Counts, Tally};
pub use finding::{Finding, NotAssessed};
pub use judgements::Judgements;
pub use none::{NoneCounts, NoneStated};
pub use notes::{Note, Taken, Unbacked};
pub use recomputed::Disagreement;
pub use stale::{Aged, Stale};
pub use standing::Standing;
pub use stands::{Called, How, Stands};
pub use told::Silence;
pub use worth::{Known, weakest, worth};

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::declaration::{Clock, Declaration, Input};
use crate::rulebook::{ForceId, Requirement, RequirementId, Rulebook};
use crate::source::Place;
use crate::standing::{Attribute, Day, ForceKind, Months};
use facts::Facts;

/// All findings for one force at one date.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Assessment {
    /// The id of the force.
    pub force: ForceId,
    /// Its name, where the declaration gives one.
    pub name: Option<String>,
    /// What a reader must know of the declaration as a whole.
    pub note: Option<String>,
    /// What kind of force it is.
    pub kind: ForceKind,
    /// What is stated of it.
    pub attributes: BTreeMap<Attribute, bool>,
    /// The day that the facts are of.
    pub as_of: Day,
    /// The day that was assessed: it picks the law.
    pub assessed_on: Day,
    /// The declaration's file, and the line of its `[force]`; of several, the latest.
    pub place: Place,
    /// Every file that it rests on, the latest first.
    pub inputs: Vec<Input>,
    /// The documents that its evidence is from.
    pub sources: Vec<Source>,
    /// Every arrangement that may be declared, the headline ones first.
    pub arrangements: Vec<Standing>,
    /// Quoted facts of no arrangement.
    pub information: Vec<Informed>,
    /// One finding a requirement: those in force first, then what is superseded.
    pub findings: Vec<Finding>,
    /// What the force states that none came of, and what isn't asked therefore.
    #[serde(default)]
    pub none: Vec<NoneStated>,
    /// Where the inputs don't agree, and which of them counts.
    pub contradictions: Vec<Contradicted>,
    /// What inspectors find themselves, beside the findings: no finding rests on it, and no gate.
    #[serde(default)]
    pub judgements: Judgements,
    /// What has to be looked at again, where that is asked for: no finding rests on it.
    #[serde(default)]
    pub stale: Option<Stale>,
    /// Caveats and warnings that bear on the whole.
    #[serde(rename = "caveats")]
    pub notes: Vec<Note>,
}

impl Assessment {
    /// How many came out how.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts::of(&self.arrangements, &self.findings)
    }

    /// The finding on a requirement, by its id such as `act-2015/s52-notify`.
    #[must_use]
    pub fn finding(&self, requirement: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.requirement.as_str() == requirement)
    }

    /// The requirements that are switched off.
    pub fn struck(&self) -> impl Iterator<Item = &RequirementId> {
        self.notes.iter().filter_map(|note| match note {
            Note::Struck { row, .. } => Some(&row.requirement),
            _ => None,
        })
    }

    /// The same with the judgements of its declaration beside it, as they hold on a day. No finding
    /// changes.
    #[must_use]
    pub fn judged(mut self, declaration: &Declaration, today: Day) -> Self {
        self.judgements = Judgements::of(declaration, &self.findings, today);
        self
    }

    /// What has no evidence of the last months before a day.
    #[must_use]
    pub fn stale_by(&self, months: Months, today: Day) -> Stale {
        Stale::of(&self.arrangements, &self.sources, months, today)
    }

    /// The same with what has no evidence of the last months before a day. No finding changes.
    #[must_use]
    pub fn aged(mut self, months: Months, today: Day) -> Self {
        self.stale = Some(self.stale_by(months, today));
        self
    }
}

/// Assesses a declaration. `assessed_on` picks the law; without it, the day of the facts does.
#[must_use]
pub fn assess(
    rulebook: &Rulebook,
    declaration: &Declaration,
    assessed_on: Option<Day>,
) -> Assessment {
    let facts = facts(rulebook, declaration, assessed_on);
    let clock = facts.clock();
    let mut findings: Vec<Finding> =
        rulebook.by_id().filter_map(|versions| finding::find(rulebook, &facts, versions)).collect();
    // Stable: within each part they stay in the order of the rulebook.
    findings.sort_by_key(|finding| finding.superseded);
    let arrangements = rulebook.vocabulary().arrangements().iter();
    let force = &declaration.force;
    Assessment {
        force: force.id.clone(),
        name: force.name.clone(),
        note: force.note.clone(),
        kind: force.kind,
        attributes: force.attributes.clone(),
        as_of: clock.facts,
        assessed_on: clock.assessed,
        place: declaration.text.place(force.span.start),
        inputs: declaration.inputs.clone(),
        sources: declaration.sources.iter().map(cited::source).collect(),
        contradictions: contradicted::all(rulebook, declaration),
        judgements: Judgements::default(),
        stale: None,
        arrangements: arrangements.map(|own| standing::standing(&facts, own)).collect(),
        information: cited::informed(declaration),
        none: none::stated(&facts, &findings),
        notes: notes::notes(rulebook, &facts, &findings),
        findings,
    }
}

/// Holds one requirement, given in all its versions, against a declaration; `None` where no version
/// is given or its instrument isn't in the rulebook.
#[must_use]
pub fn assess_one(
    rulebook: &Rulebook,
    versions: &[Requirement],
    declaration: &Declaration,
    assessed_on: Option<Day>,
) -> Option<Finding> {
    finding::find(rulebook, &facts(rulebook, declaration, assessed_on), versions)
}

fn facts<'a>(
    rulebook: &'a Rulebook,
    declaration: &'a Declaration,
    assessed_on: Option<Day>,
) -> Facts<'a> {
    let facts = declaration.force.as_of;
    let clock = Clock { facts, assessed: assessed_on.unwrap_or(facts) };
    Facts::new(declaration, rulebook.vocabulary(), clock)
}
