//! How an arrangement stands, in words: "lead is partial: part-time".

use crate::assessment::{Called, How, Stands};
use crate::standing::State;

/// How an arrangement stands, with what limits it.
pub(in crate::report) fn state(stands: &Stands) -> String {
    let is = is(&stands.called);
    match &stands.how {
        How::Silent => format!("{} stated", is_not(&stands.called)),
        How::Unbacked { declared, basis } => {
            format!("{is} {declared}, which is only {basis}: it counts as not stated")
        }
        How::Absent { words, limits, details } => {
            let absent = words.as_deref().map_or_else(|| format!("{is} absent"), str::to_owned);
            joined(absent, limits, details)
        }
        How::Short { state, limits, note, details } => {
            let state = format!("{is} {state}");
            match note {
                Some(note) if limits.is_empty() => {
                    joined(state, std::slice::from_ref(note), details)
                }
                _ => joined(state, limits, details),
            }
        }
        How::InPlace { details, open } => {
            let state = format!("{is} {}", State::InPlace);
            let mut said = if details.is_empty() { vec![state] } else { details.clone() };
            let open: Vec<String> =
                open.iter().map(|field| format!("{} stated", is_not(field))).collect();
            if let (Some(last), false) = (said.last_mut(), open.is_empty()) {
                last.push_str(&format!(" ({})", open.join(", ")));
            }
            listed_reasons(&said)
        }
    }
}

fn joined(state: String, limits: &[String], details: &[String]) -> String {
    let state = if limits.is_empty() { state } else { format!("{state}: {}", limits.join(", ")) };
    let all: Vec<String> = std::iter::once(state).chain(details.iter().cloned()).collect();
    listed_reasons(&all)
}

/// Reasons one after the other. What a force wrote may end as a sentence does: where more follows, it
/// doesn't.
pub(super) fn listed_reasons(all: &[String]) -> String {
    let last = all.len().saturating_sub(1);
    let each = all.iter().enumerate().map(|(at, said)| match said.strip_suffix('.') {
        Some(bare) if at < last && !bare.ends_with('.') => bare,
        _ => said,
    });
    each.collect::<Vec<_>>().join("; ")
}

/// "lead is", "prevention orders are".
pub(super) fn is(called: &Called) -> String {
    format!("{} {}", called.name, if called.plural { "are" } else { "is" })
}

/// "lead isn't", "prevention orders aren't".
pub(super) fn is_not(called: &Called) -> String {
    format!("{} {}", called.name, if called.plural { "aren't" } else { "isn't" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_of_the_force_ends_where_the_list_does() {
        let list = |all: &[&str]| {
            listed_reasons(&all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(
            list(&["lessons are planned: Under way.", "cases: 3."]),
            "lessons are planned: Under way; cases: 3."
        );
        assert_eq!(list(&["and so on...", "cases: 3"]), "and so on...; cases: 3");
    }
}
