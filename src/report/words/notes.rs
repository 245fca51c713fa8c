//! What must be known of an assessment as a whole, in words.

use super::none::none_stated;
use crate::assessment::{Assessment, Note, Taken, Unbacked};
use crate::rulebook::{ArrangementId, Confirmation, ReadText};
use crate::source::Place;

/// What must be known of an assessment as a whole, in words: what isn't asked for it is said that
/// none came, then the notes.
pub(in crate::report) fn head_notes(assessment: &Assessment) -> Vec<String> {
    none_stated(assessment).into_iter().chain(assessment.notes.iter().map(note)).collect()
}

/// A note in words.
pub(in crate::report) fn note(note: &Note) -> String {
    match note {
        Note::Undated { file } => {
            format!("`{file}` says no date: it counts as older than what has one")
        }
        Note::DateTaken { file, facts } => {
            format!("`{file}` says no date: its facts are taken to be of {facts}")
        }
        Note::LastDayTaken { file, date } => {
            format!("`{file}` says {date}: of that, the last day is taken")
        }
        Note::PassedOver { file, date } => {
            let of = date.map(|date| format!(" (of {date})")).unwrap_or_default();
            format!(
                "`{file}`{of} isn't part of this: it is of another date, and each date is an assessment \
                 of its own"
            )
        }
        Note::AssessedOnAnotherDay { facts, assessed } => format!(
            "the facts are of {facts}: nothing says that they held on {assessed}, the day assessed"
        ),
        Note::SourceUnread { file } => format!(
            "`{file}` wasn't read: what is quoted from it is cited, its words weren't checked"
        ),
        Note::ReadUntil { title, texts } => read_then(title, texts),
        Note::FromTable(known) => format!(
            "taken from the table of forces, since `[force]` doesn't say: {}",
            known.iter().map(taken).collect::<Vec<_>>().join("; ")
        ),
        Note::ToDecide { arrangement, places } => to_decide(arrangement, places),
        Note::Within { within } => format!(
            "some of what is asked reaches this force in {within} only: nothing here speaks of what it \
             does elsewhere"
        ),
        Note::Struck { row: Confirmation { requirement, at, by, date, reason, .. }, title } => {
            let reason = reason.as_deref().unwrap_or_default();
            format!("{requirement} ({title}) is switched off: {reason} ({at}; {by}, {date})")
        }
        Note::Unbacked(states) => format!(
            "the gate asks for a better basis than these have, so that they count as not stated: {}",
            states.iter().map(unbacked).collect::<Vec<_>>().join(", ")
        ),
        Note::BeginsLater { arrangement, since, assessed } => format!(
            "{arrangement}: since {since}, which is or may be after {assessed}; it counts as not \
             stated"
        ),
        Note::DatedLater { arrangement, field, date, assessed } => format!(
            "{arrangement}: {} {date} is or may be after {assessed}; where it must be recent, it \
             counts as not stated",
            field.words()
        ),
    }
}

/// The most places of passages that are named: the rest is counted, and `read` shows them all.
const NAMED: usize = 3;

fn to_decide(arrangement: &ArrangementId, places: &[Place]) -> String {
    let mut named: Vec<String> = places.iter().take(NAMED).map(ToString::to_string).collect();
    if places.len() > NAMED {
        named.push(format!("{} more", places.len() - NAMED));
    }
    let wait = match places.len() {
        1 => "a passage that may speak of it waits".to_owned(),
        count => format!("{count} passages that may speak of it wait"),
    };
    format!(
        "{arrangement}: {wait} for a person to decide, and until then it counts as not stated ({})",
        named.join(", ")
    )
}

fn taken(known: &Taken) -> String {
    let source = known.source.as_ref().map(|source| format!(" ({source})")).unwrap_or_default();
    format!("`{}` is {}{source}", known.attribute, known.is)
}

fn unbacked(state: &Unbacked) -> String {
    let Unbacked { arrangement, declared, basis } = state;
    format!("{arrangement} ({declared}, {basis})")
}

/// What was read of an instrument, and of the texts beside it, as they stood once. Which those are,
/// and where to read them again, is told by `rules list --stale`.
fn read_then(title: &str, texts: &[ReadText]) -> String {
    let (own, beside): (Vec<&ReadText>, Vec<&ReadText>) =
        texts.iter().partition(|text| text.title == title);
    let own = own.first().map(|own| format!("read as it stood on {}", own.until));
    let earliest = beside.iter().map(|text| text.until).min();
    let beside = earliest.map(|earliest| match beside.as_slice() {
        [one] => format!("{} read as it stood on {earliest}", one.title),
        more => format!("{} texts beside it read as they stood on {earliest} or later", more.len()),
    });
    let read: Vec<String> = own.into_iter().chain(beside).collect();
    format!("{title}: {}; later changes aren't taken into account", read.join(", "))
}
