//! What the force states that none came of, and what isn't asked therefore.

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::cited::{Cited, cited};
use super::facts::Facts;
use super::finding::Finding;
use crate::declaration::{NoneCame, none_came};
use crate::rulebook::{Arising, EventId, RequirementId};
use crate::source::Place;
use crate::standing::{Basis, Day, PartialDate, words};

words! {
    /// Whether it counts that none came.
    pub enum NoneCounts {
        /// It does, on the day assessed.
        Counts = "counts",
        /// It is only asserted, or the gate asks for a better basis than it has.
        Unbacked = "unbacked",
        /// It doesn't speak of all the days that must be free of it.
        OtherDays = "other days",
    }
}

/// That nothing of a kind came in some time, as the force states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct NoneStated {
    /// What didn't come.
    pub event: EventId,
    /// That there was none, as a sentence: "no request of … came".
    pub none: String,
    /// The first day of the time that is stated.
    pub from: PartialDate,
    /// The first day after it, where it is stated.
    pub until: Option<PartialDate>,
    /// The first day of which it may not speak: after the facts, or within a partial date.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    pub ends: Day,
    /// The first of the days that must be free of it.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    pub since: Day,
    /// How well it is backed.
    pub basis: Basis,
    /// Whether it counts.
    pub counts: NoneCounts,
    /// The requirements that aren't asked for this reason alone.
    pub spares: Vec<RequirementId>,
    /// What the force adds.
    pub note: Option<String>,
    /// Where it comes from.
    pub evidence: Vec<Cited>,
    /// Where it stands.
    pub place: Place,
}

/// All that a force states of the kind.
pub(super) fn stated(facts: &Facts<'_>, findings: &[Finding]) -> Vec<NoneStated> {
    let stated = &facts.declaration().force.none;
    stated.iter().filter_map(|one| of(facts, findings, one)).collect()
}

fn of(facts: &Facts<'_>, findings: &[Finding], one: &NoneCame) -> Option<NoneStated> {
    let event = facts.vocabulary().event(one.of.as_str())?;
    let assessed = facts.clock().assessed;
    let since = Arising::from(event).free_since(assessed);
    let all = facts.declaration().force.none.iter();
    let meets = one.begins() <= assessed && since < one.ends();
    let counts = match one.unbacked {
        true => NoneCounts::Unbacked,
        false if meets && none_came(all, &one.of, since, assessed) => NoneCounts::Counts,
        false => NoneCounts::OtherDays,
    };
    let spared = findings.iter().filter(|finding| finding.waits_for().contains(&&one.of));
    let spared = spared.filter(|_| counts == NoneCounts::Counts);
    Some(NoneStated {
        event: one.of.clone(),
        none: event.none.clone(),
        from: one.from,
        until: one.until,
        ends: one.ends(),
        since,
        basis: one.basis(),
        counts,
        spares: spared.map(|finding| finding.requirement.clone()).collect(),
        note: one.note.clone(),
        evidence: cited(facts.declaration(), &one.evidence),
        place: one.text.place(one.span.start),
    })
}
