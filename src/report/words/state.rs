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
            said.join("; ")
        }
    }
}

fn joined(state: String, limits: &[String], details: &[String]) -> String {
    let state = if limits.is_empty() { state } else { format!("{state}: {}", limits.join(", ")) };
    let details = details.iter().map(String::as_str);
    std::iter::once(state.as_str()).chain(details).collect::<Vec<_>>().join("; ")
}

/// "lead is", "prevention orders are".
pub(super) fn is(called: &Called) -> String {
    format!("{} {}", called.name, if called.plural { "are" } else { "is" })
}

/// "lead isn't", "prevention orders aren't".
pub(super) fn is_not(called: &Called) -> String {
    format!("{} {}", called.name, if called.plural { "aren't" } else { "isn't" })
}
