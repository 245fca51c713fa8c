//! What has to be looked at again before a review, in words.

use super::prose::{capital, flat};
use crate::assessment::{Aged, Stale};

/// A heading of the list.
pub(super) fn heading(stale: &Stale) -> String {
    match stale.arrangements.len() {
        0 => "To look at again: nothing".to_owned(),
        count => format!("To look at again: {count}"),
    }
}

/// What the list is of.
pub(super) fn account(stale: &Stale) -> String {
    let (months, today) = (stale.months, stale.today);
    match (stale.arrangements.len(), stale.stated) {
        (_, 0) => "No arrangement is stated.".to_owned(),
        (0, 1) => {
            format!(
                "The one arrangement that is stated has evidence of the {months} before {today}."
            )
        }
        (0, all) => {
            format!(
                "All {all} arrangements that are stated have evidence of the {months} before {today}."
            )
        }
        (count, all) => {
            let have = if count == 1 { "has" } else { "have" };
            let arrangements = if all == 1 { "arrangement" } else { "arrangements" };
            format!(
                "{count} of {all} {arrangements} stated {have} no evidence of the {months} before {today}. \
                 The oldest stand first, before them what no evidence dates. It changes no outcome."
            )
        }
    }
}

/// Arrangements whose newest evidence is of one day and one source.
#[derive(Debug)]
pub(super) struct Batch {
    /// Which, and how each is stated.
    pub(super) which: String,
    /// Of when that evidence is.
    pub(super) evidence: String,
}

/// What there is to look at, the oldest first: what one look at a source settles stands together.
pub(super) fn batches(stale: &Stale) -> Vec<Batch> {
    let same = |a: &&Aged, b: &&Aged| (a.newest, &a.source) == (b.newest, &b.source);
    let mut groups: Vec<Vec<&Aged>> = Vec::new();
    for one in &stale.arrangements {
        match groups.iter_mut().find(|group| group.first().is_some_and(|first| same(first, &one))) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    let batch = |group: Vec<&Aged>| {
        let named = group.iter().map(|one| format!("{} ({})", one.name, one.state));
        Some(Batch {
            which: capital(&named.collect::<Vec<_>>().join(", ")),
            evidence: evidence(group.first()?),
        })
    };
    groups.into_iter().filter_map(batch).collect()
}

/// Of when its newest evidence is.
fn evidence(aged: &Aged) -> String {
    let obtained = aged.obtained.map(|day| format!(", obtained {day}")).unwrap_or_default();
    let source = aged.title.as_ref().map(|title| format!(" ({title}{obtained})"));
    let source = source.unwrap_or_default();
    match (aged.newest, &aged.source) {
        (_, None) => "no evidence".to_owned(),
        (None, Some(_)) => flat(&format!("no evidence says of when it is{source}")),
        (Some(newest), Some(_)) => flat(&format!("newest evidence of {newest}{source}")),
    }
}
