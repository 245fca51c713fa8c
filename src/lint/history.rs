//! Whether a sentence tells of the past: a name of its day is right there.

use super::data::{Data, Phrases};
use super::page::{Page, Sentence};
use crate::reading::{WordForm, dates_in};
use crate::source::Span;
use crate::standing::Day;

/// The words that tell of the past, made ready.
#[derive(Debug)]
pub(super) struct History {
    words: Phrases,
    published: Phrases,
}

/// How near to a name words of the past must stand, in words: "the UKHTC, now part of the NCA".
const NEAR: usize = 8;

impl History {
    pub(super) fn new(data: &mut Data<'_>) -> Self {
        let [words, published] = data.lists("history", ["past", "published"], |_| ());
        Self { words, published }
    }

    /// Whether words of a sentence stand among what tells of the time before a day.
    pub(super) fn tells(&self, page: &Page<'_>, sentence: &Sentence, at: &Span, day: Day) -> bool {
        let text = page.text(sentence.block);
        let whole = text.get(sentence.whole()).unwrap_or_default();
        if dates_in(whole).iter().any(|found| found.date.earliest() <= day)
            || years(page, sentence, day)
        {
            return true;
        }
        let near = at.start.saturating_sub(NEAR)..at.end + NEAR;
        let mut past = page.struck_in(sentence, &self.words);
        past.any(|(_, words)| near.start < words.end && words.start < near.end)
            || self.is_published(page, sentence, at)
            || past_tense(text, sentence, at)
    }

    /// Whether words name who published something, and not whom to turn to: "ACPO guidance (2009)".
    fn is_published(&self, page: &Page<'_>, sentence: &Sentence, at: &Span) -> bool {
        let mut found = page.struck_in(sentence, &self.published);
        found.any(|(_, words)| (at.end..at.end + 2).contains(&words.start))
    }
}

/// Whether a sentence names a year before that of a day.
fn years(page: &Page<'_>, sentence: &Sentence, day: Day) -> bool {
    let text = page.text(sentence.block);
    let act = |at: usize| {
        at.checked_sub(1).is_some_and(|before| {
            sentence.is(text, before, &["act", "soa", "regulations", "order", "rules", "directive"])
        })
    };
    (0..sentence.len()).any(|at| {
        sentence.form(at) == Some(WordForm::Number)
            && !act(at)
            && year(sentence.word(text, at)).is_some_and(|year| year < day.year())
    })
}

/// A year in this or the last century: "2011", "2011/12".
pub(super) fn year(word: &str) -> Option<i16> {
    let year: i16 = word.get(..4)?.parse().ok()?;
    let ends = word.get(4..).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()));
    (ends && (1900..2100).contains(&year)).then_some(year)
}

/// Whether what a name does is told as done: "UKHTC was", "the GLA said", "referred by SOCA".
fn past_tense(text: &str, sentence: &Sentence, at: &Span) -> bool {
    const DID: [&str; 26] = [
        "was", "were", "had", "did", "said", "found", "made", "gave", "took", "told", "led", "ran",
        "held", "went", "came", "saw", "began", "wrote", "set", "put", "became", "sought",
        "brought", "kept", "left", "built",
    ];
    let mut after = at.end;
    while sentence.is(text, after, &["'", "also", "then", "first", "itself", "(", ")", ","]) {
        after += 1;
    }
    let done = |at: usize| {
        let word = sentence.word(text, at);
        sentence.is(text, at, &DID)
            || (word.len() > 4
                && word.ends_with("ed")
                && sentence.form(at) == Some(WordForm::Small)
                && !matches!(word, "need" | "speed" | "based" | "called" | "named"))
    };
    done(after)
}
