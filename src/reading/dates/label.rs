//! What a date is called, by which the document's own is told from those of others.

use super::mention::{LineWord, is_weekday};

/// How many blocks at the top are looked at for a date that stands for itself.
pub(super) const TOP: usize = 12;
/// How many other words may stand in the line of a date that stands for itself.
pub(super) const OTHERS: usize = 6;

/// What a date is called that is the document's own.
const LABELS: [&str; 26] = [
    "date",
    "dated",
    "date published",
    "date of publication",
    "publication date",
    "published",
    "published on",
    "date issued",
    "date of issue",
    "issue date",
    "issued",
    "issued on",
    "date of letter",
    "date of report",
    "report date",
    "date of decision",
    "date of response",
    "response date",
    "version date",
    "updated",
    "updated on",
    "last updated",
    "last updated on",
    "last modified",
    "position at",
    "position as at",
];

/// Labels of the last change, which is what a document that has one is as of.
const UPDATES: [&str; 5] =
    ["updated", "updated on", "last updated", "last updated on", "last modified"];

/// What stands before a date that is another one's.
pub(super) const LEADS: [&str; 19] = [
    "in", "on", "at", "since", "until", "till", "from", "to", "by", "for", "before", "after",
    "during", "between", "and", "of", "until:", "review", "due",
];

/// Words of lines whose date is another one's.
pub(super) const OTHERS_DATE: [&str; 20] = [
    "review",
    "reviewed",
    "next",
    "until",
    "since",
    "request",
    "requested",
    "received",
    "due",
    "deadline",
    "expires",
    "expiry",
    "between",
    "was",
    "were",
    "will",
    "has",
    "have",
    "born",
    "held",
];

/// How well a date is known to be the document's, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    End,
    Top,
    Labelled,
    Updated,
}

/// What a label says of the date behind it.
pub(super) fn label_of(text: &str) -> Option<Certainty> {
    let text = text.trim().trim_end_matches([':', '-', '–']).trim().to_lowercase();
    if UPDATES.contains(&text.as_str()) {
        Some(Certainty::Updated)
    } else {
        LABELS.contains(&text.as_str()).then_some(Certainty::Labelled)
    }
}

/// Whether what stands right before a date labels it: at the start of its line, before a colon, or
/// near the top with the date at the end of the line.
pub(super) fn labelled(
    before: &[LineWord<'_>],
    after: &[LineWord<'_>],
    index: usize,
) -> Option<Certainty> {
    let weekday = before.last().is_some_and(|word| is_weekday(word.text));
    let before = before.split_at(before.len() - usize::from(weekday)).0;
    (1..=before.len().min(4)).rev().find_map(|count| {
        let (lead, label) = before.split_at(before.len() - count);
        let written: Vec<&str> = label.iter().map(|word| word.text).collect();
        let written = written.join(" ");
        let rank = label_of(&written)?;
        let of_another = lead.last().is_some_and(|word| {
            let word = word.bare().to_lowercase();
            OTHERS_DATE.contains(&word.as_str()) || LEADS.contains(&word.as_str())
        });
        let fits = if lead.is_empty() {
            after.len() <= OTHERS
        } else {
            written.ends_with(':') || (index < TOP && after.is_empty() && count > 1)
        };
        (fits && !of_another).then_some(rank)
    })
}
