//! A force over its dates, as it is published.

use std::collections::BTreeMap;

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::date::{DateJson, SideJson};
use crate::compare::{ArrangementChange, Change, Changes, History, RequirementChange};
use crate::report::comparison::sides::Side;
use crate::standing::{Day, Strength, Words as _};

/// A force over its dates.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ForceOverTime", deny_unknown_fields))]
pub(super) struct HistoryJson<'a> {
    /// The force's id.
    force: &'a str,
    /// Its dates, the oldest first.
    dates: Vec<DateJson<'a>>,
    /// What changed from each to the next.
    changes: Vec<ChangesJson<'a>>,
}

/// What changed between two dates.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ChangesBetween", deny_unknown_fields))]
pub(super) struct ChangesJson<'a> {
    /// The earlier day of facts.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    before: Day,
    /// The later one.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    after: Day,
    /// How many requirements changed how; those that are the same are counted, too.
    counts: BTreeMap<&'static str, usize>,
    /// The requirements that changed.
    requirements: Vec<RequirementJson<'a>>,
    /// The arrangements of which something else is said.
    arrangements: Vec<ArrangementJson<'a>>,
}

/// A requirement that changed.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "RequirementChange", deny_unknown_fields))]
struct RequirementJson<'a> {
    /// Its id.
    requirement: &'a str,
    /// What it claims.
    title: &'a str,
    /// How binding it is.
    strength: Strength,
    /// How to cite its source.
    citation: &'a str,
    /// What happened.
    change: Change,
    /// What it came to; nothing where the rules of that date don't have it.
    before: Option<SideJson<'a>>,
    /// The same of the later date.
    after: Option<SideJson<'a>>,
}

/// An arrangement of which something else is said.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ArrangementChange", deny_unknown_fields))]
struct ArrangementJson<'a> {
    /// Its id.
    arrangement: &'a str,
    /// What it is called.
    title: &'a str,
    /// What happened.
    change: Change,
    /// How it stood; nothing where the rules of that date don't have it.
    before: Option<SideJson<'a>>,
    /// The same of the later date.
    after: Option<SideJson<'a>>,
}

impl<'a> From<&'a History<'a>> for HistoryJson<'a> {
    fn from(own: &'a History<'a>) -> Self {
        Self {
            force: own.force().map_or("", |force| force.as_str()),
            dates: own.dates.iter().map(|gated| DateJson::from(*gated)).collect(),
            changes: own.steps.iter().map(ChangesJson::from).collect(),
        }
    }
}

impl<'a> From<&'a Changes<'a>> for ChangesJson<'a> {
    fn from(own: &'a Changes<'a>) -> Self {
        let (was, is) = (own.before, own.after);
        let changed = own.requirements.iter().filter(|one| one.change != Change::Same);
        let counts = Change::ALL.iter().map(|change| (change.word(), own.count(*change)));
        let requirement = |one: &'a RequirementChange<'a>| {
            let finding = one.either()?;
            Some(RequirementJson {
                requirement: finding.requirement.as_str(),
                title: &finding.title,
                strength: finding.strength,
                citation: &finding.citation,
                change: one.change,
                before: one.before.map(|of| Side::of(was, of).into()),
                after: one.after.map(|of| Side::of(is, of).into()),
            })
        };
        let arrangement = |one: &'a ArrangementChange<'a>| {
            let standing = one.either()?;
            Some(ArrangementJson {
                arrangement: standing.arrangement.as_str(),
                title: &standing.title,
                change: one.change,
                before: one.before.map(|of| Side::of_standing(was, of).into()),
                after: one.after.map(|of| Side::of_standing(is, of).into()),
            })
        };
        Self {
            before: was.assessment.as_of,
            after: is.assessment.as_of,
            counts: counts.filter(|(_, count)| *count > 0).collect(),
            requirements: changed.filter_map(requirement).collect(),
            arrangements: own.arrangements_changed().filter_map(arrangement).collect(),
        }
    }
}
