//! That none came of what a duty waits for, in words: every report says it in its head.

use super::many;
use crate::assessment::{Assessment, NoneCounts, NoneStated};
use crate::rulebook::RequirementId;
use crate::standing::Basis;

/// What a force states that none came of, and what isn't asked therefore: a sentence each.
pub(in crate::report) fn none_stated(assessment: &Assessment) -> Vec<String> {
    assessment.none.iter().map(said).collect()
}

fn said(stated: &NoneStated) -> String {
    let NoneStated { none, basis, since, spares, .. } = stated;
    let (doubt, why) = match stated.counts {
        NoneCounts::Counts => {
            let ids: Vec<&str> = spares.iter().map(RequirementId::as_str).collect();
            let asked = match ids.as_slice() {
                [] => "nothing else that is asked waits for it".to_owned(),
                ids => {
                    let asked = many(ids.len(), "requirement isn't", "requirements aren't");
                    format!("so that {asked} asked: {}", ids.join(", "))
                }
            };
            return format!("The force states that {none} {}, {asked} ({basis}).", time(stated));
        }
        NoneCounts::Unbacked if *basis == Basis::Asserted => {
            ("doesn't count", "nothing that is named speaks for it".to_owned())
        }
        NoneCounts::Unbacked => {
            ("doesn't count", format!("the gate asks for a better basis than \"{basis}\""))
        }
        NoneCounts::OtherDays => (
            "doesn't count here",
            format!("every day from {since} to the day assessed must be free of it"),
        ),
    };
    format!("That {none} {} {doubt}: {why}.", time(stated))
}

/// The time of which it is stated.
fn time(stated: &NoneStated) -> String {
    match stated.until {
        Some(until) => format!("from {} until {until}", stated.from),
        None => format!("since {}", stated.from),
    }
}
