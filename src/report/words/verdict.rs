//! Why a gate passes or fails, in a sentence.

use std::collections::BTreeMap;

use crate::gate::{Change, Mark, Ruling, Verdict};
use crate::report::rulings::objection;
use crate::rulebook::RequirementId;
use crate::standing::Day;

/// How many requirements of a kind the sentence names.
const NAMED: usize = 3;

/// The sentence. It says all that makes the gate fail, and what would have, had nothing spoken for it.
#[must_use]
pub fn verdict_sentence(verdict: &Verdict) -> String {
    format!("{}{}", judged(verdict), forgiven(verdict))
}

/// That silence passes, where it does: it must not be taken for what was asked.
pub(in crate::report) fn forgiven(verdict: &Verdict) -> &'static str {
    if verdict.terms.forgives_silence() { " Silence passes this gate." } else { "" }
}

fn judged(verdict: &Verdict) -> String {
    match verdict.passes() {
        true if verdict.looked_at() == 0 && verdict.terms.may_be_empty => {
            "The gate passes: it had nothing to look at, and may be empty.".to_owned()
        }
        true if verdict.looked_at() == 0 => {
            "The gate passes: it asks nothing, since none came of what its requirements wait for."
                .to_owned()
        }
        true => format!("The gate passes: {}.", passing(verdict)),
        false => format!("The gate fails: {}.", failing(verdict)),
    }
}

fn passing(verdict: &Verdict) -> String {
    let short = verdict.count(|ruling| *ruling != Ruling::Passes);
    let looked_at = verdict.looked_at();
    match (short, looked_at) {
        (0, 1) => "the one requirement that it looked at doesn't fall short of it".to_owned(),
        (0, some) => format!("none of the {some} requirements that it looked at falls short of it"),
        (_, 1) => format!(
            "the one requirement that it looked at falls short of it, but {}",
            covered(verdict).join(" and ")
        ),
        (short, some) => {
            let fall = if short == 1 { "falls" } else { "fall" };
            let covered = covered(verdict).join(" and ");
            format!(
                "{short} of the {some} requirements that it looked at {fall} short of it, and none \
                 of these counts: {covered}"
            )
        }
    }
}

/// What falls short and doesn't count.
fn covered(verdict: &Verdict) -> Vec<String> {
    let is = |count: usize| if count == 1 { "is" } else { "are" };
    let waived = verdict.count(|ruling| matches!(ruling, Ruling::Waived { .. }));
    let known = verdict.count(|ruling| *ruling == Ruling::Baselined);
    let waived = (waived > 0).then(|| format!("{waived} {} waived", is(waived)));
    let known = (known > 0).then(|| format!("{known} {} in the baseline", is(known)));
    let unasked = verdict.count(|ruling| *ruling == Ruling::Unasked);
    let unasked = (unasked > 0)
        .then(|| format!("{unasked} {} of rules that the baseline's didn't have", is(unasked)));
    waived.into_iter().chain(known).chain(unasked).collect()
}

fn failing(verdict: &Verdict) -> String {
    let changed = |mark: &&Mark| mark.compared.as_ref().map(|compared| compared.change);
    let fails = || verdict.marks.iter().filter(|mark| mark.ruling == Ruling::Fails);
    let mut parts = Vec::new();
    for (change, one, several) in [
        (None, "requirement falls short of it", "requirements fall short of it"),
        (Some(Change::New), "gap is new since the baseline", "gaps are new since the baseline"),
        (
            Some(Change::Worse),
            "gap is worse than the baseline records",
            "gaps are worse than the baseline records",
        ),
    ] {
        let own: Vec<&RequirementId> =
            fails().filter(|mark| changed(mark) == change).map(|mark| &mark.requirement).collect();
        match own.len() {
            0 => {}
            1 => parts.push(format!("1 {one} ({})", names(&own))),
            some => parts.push(format!("{some} {several} ({})", names(&own))),
        }
    }
    let mut over: BTreeMap<Day, Vec<&RequirementId>> = BTreeMap::new();
    for mark in &verdict.marks {
        if let Ruling::Expired { waiver } = &mark.ruling {
            over.entry(waiver.last_day).or_default().push(&mark.requirement);
        }
    }
    for (last_day, requirements) in over {
        let (waivers, days) = match requirements.len() {
            1 => ("the waiver".to_owned(), "its"),
            some => (format!("{some} waivers"), "their"),
        };
        let named = names(&requirements);
        let over = format!("{waivers} expired ({named}): {days} last day was {last_day}");
        // Where a waiver has expired, today is known: it decided.
        let today = verdict.today.map(|today| format!(", and today is {today}"));
        parts.push(over + &today.unwrap_or_default());
    }
    for silent in &verdict.went_silent {
        parts.push(format!("{} went silent: it was {} in the baseline", silent.name, silent.was));
    }
    parts.extend(verdict.objections.iter().map(objection));
    let covered = covered(verdict);
    if !covered.is_empty() {
        parts.push(format!("of what else falls short, {}", covered.join(" and ")));
    }
    parts.join("; ")
}

fn names(requirements: &[&RequirementId]) -> String {
    let named: Vec<&str> = requirements.iter().take(NAMED).map(|id| id.as_str()).collect();
    match requirements.len().saturating_sub(NAMED) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}
