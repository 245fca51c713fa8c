//! What inspectors find themselves, in words: beside the computed outcome, which it doesn't change.

use super::phrase::Phrase;
use super::prose::{capital, flat, full_stop};
use crate::declaration::Judgement;

/// What an inspector finds, why, who, when, and until when it holds.
pub(super) fn found(judged: &Judgement) -> Vec<Phrase> {
    let Judgement { verdict, role, date, reason, last_day, .. } = judged;
    vec![
        Phrase::plain(format!("{verdict}. {} ({role}, ", full_stop(reason))),
        Phrase::Day(*date),
        Phrase::plain("; until "),
        Phrase::Day(*last_day),
        Phrase::plain(")"),
    ]
}

/// The same as sentences, with what it is worth.
pub(super) fn account(judged: &Judgement) -> Vec<Phrase> {
    let mut said = found(judged);
    if let Some(Phrase::Plain(first)) = said.first_mut() {
        *first = capital(first);
    }
    said.push(Phrase::plain(". It changes no outcome and no gate."));
    said
}

/// The same in one line, for programs.
pub(super) fn beside(judged: &Judgement) -> String {
    let Judgement { verdict, role, date, reason, last_day, .. } = judged;
    let reason = reason.trim_end_matches('.');
    flat(&format!(
        "Inspector's judgement beside it: {verdict}: {reason} ({role}, {date}; until {last_day})."
    ))
}

/// The same in one line, for a terminal.
pub(super) fn line(judged: &Judgement) -> String {
    let Judgement { verdict, role, date, reason, last_day, .. } = judged;
    format!("{verdict}, says the {role} on {date}: {reason} (until {last_day})")
}

/// That a judgement on a requirement, which is named before, no longer holds.
pub(super) fn expired(judged: &Judgement) -> Vec<Phrase> {
    vec![
        Phrase::plain(format!("the judgement by {} has expired: its last day was ", judged.role)),
        Phrase::Day(judged.last_day),
        Phrase::plain("."),
    ]
}

/// The same in one line, for a terminal.
pub(super) fn expired_line(judged: &Judgement) -> String {
    let Judgement { requirement, role, date, last_day, .. } = judged;
    format!(
        "Over: the judgement on {requirement} by the {role} of {date}. Its last day was {last_day}."
    )
}
