//! When a document without a date was written, as far as it shows that.

use super::history::year;
use super::page::{Sentence, Undated};
use crate::document::Document;
use crate::reading::{WordForm, dates_in};
use crate::standing::Day;

/// Words beside which a day may lie ahead.
const AHEAD: [&str; 18] = [
    "will", "by", "until", "review", "reviewed", "expires", "expiry", "valid", "next", "target",
    "plan", "strategy", "due", "planned", "to", "shall", "from", "–",
];

/// What a document tells of as past.
pub(super) fn shown(document: &Document, sentences: &[Sentence], today: Day) -> Undated {
    let mut after: Option<Day> = None;
    for sentence in sentences {
        let numbers = || sentence.passage.words.iter().any(|word| word.form == WordForm::Number);
        let Some(block) = document.blocks.get(sentence.block).filter(|_| numbers()) else {
            continue;
        };
        let text = block.text();
        if (0..sentence.len()).any(|at| sentence.is(text, at, &AHEAD)) {
            continue;
        }
        let whole = text.get(sentence.whole()).unwrap_or_default();
        let dates = dates_in(whole).into_iter().map(|found| found.date.earliest());
        let years = (0..sentence.len())
            .filter(|at| sentence.form(*at) == Some(WordForm::Number))
            .filter_map(|at| Day::new(year(sentence.word(text, at))?, 1, 1).ok());
        after = dates.chain(years).filter(|day| *day <= today).chain(after).max();
    }
    Undated { after }
}
