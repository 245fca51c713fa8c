//! What a date is called, by which the document's own is told from those of others.

use super::mention::{LineWord, is_weekday};
use crate::rulebook::DateWords;

/// How many blocks at the top are looked at for a date that stands for itself.
pub(super) const TOP: usize = 12;
/// How many other words may stand in the line of a date that stands for itself.
pub(super) const OTHERS: usize = 6;

/// How well a date is known to be the document's, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    End,
    Top,
    Labelled,
    Updated,
}

/// What a label says of the date behind it.
pub(super) fn label_of(text: &str, words: &DateWords) -> Option<Certainty> {
    let text = text.trim().trim_end_matches([':', '-', '–']).trim().to_lowercase();
    if words.updates.contains(&text) {
        Some(Certainty::Updated)
    } else {
        words.labels.contains(&text).then_some(Certainty::Labelled)
    }
}

/// Whether what stands right before a date labels it: at the start of its line, before a colon, or
/// near the top with the date at the end of the line.
pub(super) fn labelled(
    before: &[LineWord<'_>],
    after: &[LineWord<'_>],
    index: usize,
    words: &DateWords,
) -> Option<Certainty> {
    let weekday = before.last().is_some_and(|word| is_weekday(word.text));
    let before = before.split_at(before.len() - usize::from(weekday)).0;
    (1..=before.len().min(4)).rev().find_map(|count| {
        let (lead, label) = before.split_at(before.len() - count);
        let written: Vec<&str> = label.iter().map(|word| word.text).collect();
        let written = written.join(" ");
        let rank = label_of(&written, words)?;
        let of_another = lead.last().is_some_and(|word| {
            let word = word.bare().to_lowercase();
            words.of_others.contains(&word) || words.leads.contains(&word)
        });
        let fits = if lead.is_empty() {
            after.len() <= OTHERS
        } else {
            written.ends_with(':') || (index < TOP && after.is_empty() && count > 1)
        };
        (fits && !of_another).then_some(rank)
    })
}
