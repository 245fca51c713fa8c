//! Of what day the facts of undated papers are.

use super::paper::ReadPaper;
use crate::declaration::Force;
use crate::source::{Fault, Faults};
use crate::standing::Day;

/// Gives undated papers the day of the latest facts of their force, else `as_of`. Those for which
/// there is no day are taken out, with a fault each. Papers that couldn't be read stay.
pub(super) fn set_facts<'a>(
    papers: impl IntoIterator<Item = &'a mut Option<Box<ReadPaper>>>,
    dated: &[Force],
    as_of: Option<Day>,
    today: Day,
    faults: &Faults,
) {
    for slot in papers {
        let Some(paper) = slot.as_mut().filter(|paper| paper.read.dated.is_none()) else {
            continue;
        };
        let own = dated.iter().filter(|force| force.id == paper.force.id).map(|force| force.as_of);
        match own.max().or(as_of) {
            Some(day) if day <= today => paper.force.as_of = day,
            other => {
                let name = paper.paper.text().name();
                faults.push(other.map_or_else(|| undated(name), |day| to_come(day, today)));
                *slot = None;
            }
        }
    }
}

fn undated(name: &str) -> Fault {
    Fault::whole("document::undated", format!("`{name}` says no date of its own"))
        .help("say of what day its facts are, such as `--as-of 2017-06-30`")
}

/// The fault of a day of facts that is still to come.
#[must_use]
pub fn to_come(as_of: Day, today: Day) -> Fault {
    let message = format!("`--as-of` {as_of} lies in the future: today is {today}");
    Fault::whole("usage::future-date", message)
        .help("facts can't be of a day that is still to come")
}

/// The fault of a day before the first of the rules: nothing was asked then.
pub(super) fn before_every_rule(file: &str, day: Day, first: Day) -> Fault {
    let message = format!("`{file}` would be assessed as at {day}, before every rule");
    Fault::whole("usage::before-every-rule", message)
        .help(format!("the first of the rules that are asked counts from {first}"))
}
