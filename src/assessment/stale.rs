//! Evidence that has aged: what has to be looked at again before a review.

use std::sync::Arc;

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Cited, Source, Standing};
use crate::declaration::SourceId;
use crate::rulebook::ArrangementId;
use crate::source::Place;
use crate::standing::{Day, Months, PartialDate, State, within_months};

/// What is stated without evidence that is new enough. It changes no outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Stale {
    /// How old evidence may be, in calendar months.
    pub months: Months,
    /// The day on which it is that old.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    pub today: Day,
    /// How many arrangements are stated.
    pub stated: usize,
    /// Those whose evidence is older: the oldest first, before them those of which no date is said.
    pub arrangements: Vec<Aged>,
}

/// An arrangement without evidence that is new enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Aged {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// Its name in sentences.
    pub name: Arc<str>,
    /// How far it stands.
    pub state: State,
    /// The last day of which its newest evidence speaks; nothing where no evidence says when.
    pub newest: Option<PartialDate>,
    /// The source of that evidence; without a date, of the first there is.
    pub source: Option<SourceId>,
    /// The title of that source.
    pub title: Option<String>,
    /// When that source came to hand, where that is said.
    pub obtained: Option<PartialDate>,
    /// Where the arrangement is declared.
    pub place: Place,
}

impl Stale {
    /// What of these arrangements has no evidence of the last months before a day. A partial date counts
    /// by its first day, as the older end.
    #[must_use]
    pub fn of(all: &[Standing], sources: &[Source], months: Months, today: Day) -> Self {
        let stated = || all.iter().filter(|of| of.state != State::NotStated);
        let mut arrangements: Vec<Aged> =
            stated().filter_map(|own| aged(own, sources, months, today)).collect();
        // Stable: of one day they stay in the order of the vocabulary.
        arrangements.sort_by_key(|aged| aged.newest.map(PartialDate::earliest));
        Self { months, today, stated: stated().count(), arrangements }
    }
}

fn aged(own: &Standing, sources: &[Source], months: Months, today: Day) -> Option<Aged> {
    let newest_first = |cited: &&Cited| cited.newest().map(PartialDate::earliest);
    // Of those of one day, and of those without any, the first.
    let newest = own.evidence.iter().rev().max_by_key(newest_first);
    let date = newest.and_then(Cited::newest);
    let is_new = date.is_some_and(|date| {
        let first = date.earliest();
        first > today || within_months(first, months.count(), today)
    });
    let source =
        newest.and_then(|cited| sources.iter().find(|source| source.source == cited.source));
    (!is_new).then(|| Aged {
        arrangement: own.arrangement.clone(),
        name: Arc::clone(&own.name),
        state: own.state,
        newest: date,
        source: newest.map(|cited| cited.source.clone()),
        title: newest.map(|cited| cited.title.clone()),
        obtained: source.and_then(|source| source.obtained),
        place: own.place.clone(),
    })
}
