//! One requirement held against one force.

use serde::{Deserialize, Serialize};

use super::applicability::{Reach, assumed, reach, why_not};
use super::because::{Because, Join};
use super::facts::Facts;
use super::{evaluate, wording};
use crate::rulebook::{
    ArrangementId, Confirmation, InstrumentId, ProvisionId, Requirement, RequirementId, Rulebook,
};
use crate::source::Place;
use crate::standing::{Basis, Bearer, Day, Derivation, Outcome, State, Strength, Warrant};

/// What one requirement came to, with why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The requirement's full id.
    pub requirement: RequirementId,
    /// The instrument that it comes from.
    pub instrument: InstrumentId,
    /// The instrument's title.
    pub instrument_title: String,
    /// A short name of the instrument.
    pub instrument_short: String,
    /// Whether the instrument is law; against one that isn't, a shortfall is a gap, not a breach.
    pub law: bool,
    /// What the requirement claims.
    pub title: String,
    /// The provision that it rests on.
    pub provision: ProvisionId,
    /// How to cite its source.
    pub citation: String,
    /// How binding it is for the force.
    pub strength: Strength,
    /// Who made the promise or carries the duty.
    pub bearer: Vec<Bearer>,
    /// How it follows from its provision.
    pub derivation: Derivation,
    /// How sure its source is.
    pub warrant: Warrant,
    /// The first day on which this version counts.
    pub from: Day,
    /// The first day on which it no longer counts.
    pub until: Option<Day>,
    /// What it came to.
    pub outcome: Outcome,
    /// Whether its instrument is superseded at the assessment date.
    pub superseded: bool,
    /// The reason in a few words.
    pub why: String,
    /// The whole explanation; empty where it wasn't assessed.
    pub because: Vec<Because>,
    /// What decides and isn't stated.
    pub silent: Vec<Silence>,
    /// How well the states that decide are backed: by the weakest.
    pub basis: Option<Basis>,
    /// What closes a gap.
    pub remedy: String,
    /// Where one of several ways is enough: the ways.
    pub ways: Vec<String>,
    /// What an inspector would accept as evidence.
    pub evidence: Option<String>,
    /// How the requirement is read, and what it doesn't claim.
    pub note: Option<String>,
    /// What was assumed of the force.
    pub assumed: Option<String>,
    /// What a holder of the full text says bears it out.
    pub confirmed: Option<Confirmation>,
    /// Where the fact that decides stands in the declaration, or belongs.
    pub place: Place,
}

/// Something that decides and isn't stated: an arrangement, or a detail of a stated one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Silence {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// What isn't stated, in words.
    pub says: String,
}

/// Holds a requirement, given in all its versions, against the facts.
pub(super) fn find(
    rulebook: &Rulebook,
    facts: &Facts<'_>,
    versions: &[Requirement],
) -> Option<Finding> {
    let assessed = facts.clock().assessed;
    let force = &facts.declaration().force;
    let in_force = versions.iter().find(|version| version.in_force_on(assessed));
    // Of several versions that don't count, the next to come says most, else the last one gone.
    let coming = versions.iter().find(|version| version.from > assessed);
    let requirement = in_force.or(coming).or(versions.last())?;
    let instrument = rulebook.instrument(requirement.instrument.as_str())?;
    let reached = reach(&requirement.applies_to, force);

    let mut because = Vec::new();
    let (outcome, why) = if in_force.is_none() {
        (Outcome::NotInForce, not_in_force(requirement, assessed))
    } else if reached == Reach::No {
        (Outcome::NotApplicable, why_not(&requirement.applies_to, force))
    } else {
        let (worth, tree) = evaluate::all(facts, &requirement.needs);
        because = tree;
        (Outcome::from(worth), wording::why(&because))
    };

    let leaves: Vec<&Because> = because.iter().flat_map(Because::deciding_leaves).collect();
    let place = leaves.iter().find_map(|leaf| leaf.place.clone());
    let assumption = (outcome.is_assessed() && reached == Reach::Unknown).then(|| {
        let taken = assumed(&requirement.applies_to, force).join(" and ");
        format!("`[force]` doesn't say so, but it is taken that {taken}")
    });
    Some(Finding {
        requirement: requirement.id.clone(),
        instrument: requirement.instrument.clone(),
        instrument_title: instrument.title.clone(),
        instrument_short: instrument.short.clone(),
        law: instrument.law,
        title: requirement.title.clone(),
        provision: requirement.provision.clone(),
        citation: requirement.citation.clone(),
        strength: requirement.strength,
        bearer: requirement.bearer.clone(),
        derivation: requirement.derivation,
        warrant: requirement.warrant,
        from: requirement.from,
        until: requirement.until,
        outcome,
        superseded: instrument.superseded.as_ref().is_some_and(|(on, _)| *on <= assessed),
        why,
        silent: silences(&leaves, outcome),
        basis: (outcome != Outcome::NotEvidenced).then(|| weakest_basis(facts, &because)).flatten(),
        remedy: requirement.remedy.clone(),
        ways: ways(&because),
        evidence: requirement.evidence.clone(),
        note: requirement.note.clone(),
        assumed: assumption,
        confirmed: rulebook.confirmation_of(&requirement.id).cloned(),
        place: place.unwrap_or_else(|| facts.declaration().text.place(force.span.start)),
        because,
    })
}

fn not_in_force(requirement: &Requirement, assessed: Day) -> String {
    match requirement.until {
        Some(until) if until <= assessed => format!("it counted until {until}"),
        _ => format!("it counts from {}", requirement.from),
    }
}

/// How well a list of needs is backed: as its weakest; nothing where one isn't stated.
fn weakest_basis(facts: &Facts<'_>, because: &[Because]) -> Option<Basis> {
    let all: Option<Vec<Basis>> = because.iter().map(|node| basis(facts, node)).collect();
    all?.into_iter().min()
}

/// How well a need is backed: of several ways that come to its value, by the best.
fn basis(facts: &Facts<'_>, node: &Because) -> Option<Basis> {
    match node.join {
        Join::Any | Join::AtLeast => {
            let enough = node.children.iter().filter(|child| child.value >= node.value);
            enough.filter_map(|child| basis(facts, child)).max()
        }
        Join::All => weakest_basis(facts, &node.children),
        Join::Ask | Join::State | Join::Where | Join::Ideally => {
            facts.basis(node.arrangement.as_ref()?.as_str())
        }
    }
}

/// What decides and isn't stated. Of an arrangement that isn't stated at all, no detail is named.
fn silences(leaves: &[&Because], outcome: Outcome) -> Vec<Silence> {
    if outcome != Outcome::NotEvidenced {
        return Vec::new();
    }
    let whole: Vec<&Because> =
        leaves.iter().copied().filter(|leaf| leaf.join == Join::State).collect();
    let named = leaves.iter().filter(|leaf| {
        leaf.join == Join::State || !whole.iter().any(|state| state.arrangement == leaf.arrangement)
    });
    let named: Vec<&Because> = named.copied().collect();
    let mut silences: Vec<Silence> = Vec::new();
    for leaf in &named {
        let Some(arrangement) = leaf.arrangement.clone() else { continue };
        if silences.iter().any(|known| known.arrangement == arrangement) {
            continue;
        }
        let of_it: Vec<&Because> = named
            .iter()
            .copied()
            .filter(|other| other.arrangement.as_ref() == Some(&arrangement))
            .collect();
        silences.extend(
            wording::together(&of_it)
                .into_iter()
                .map(|says| Silence { arrangement: arrangement.clone(), says }),
        );
    }
    silences
}

/// The branches of every "any" and "at least" that decides and falls short: all of them, since
/// raising another one closes the gap as well.
fn ways(because: &[Because]) -> Vec<String> {
    let nodes = because.iter().flat_map(Because::nodes);
    nodes
        .filter(|node| node.decides && matches!(node.join, Join::Any | Join::AtLeast))
        .filter(|node| node.value != State::InPlace)
        .flat_map(|node| node.children.iter().map(|child| child.need.clone()))
        .collect()
}
