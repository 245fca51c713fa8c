//! Numbered questions and numbered answers: which answers which, wherever they stand.

use std::collections::{BTreeMap, BTreeSet};

use super::sentence::Sentence;
use super::statement::{Statement, Upshot};
use crate::document::Block;
use crate::rulebook::Writing;

/// The most numbers that one answer is for, and the longest number.
const MOST: usize = 20;
const LONGEST: usize = 6;

const UNPAIRED: &str = "several questions were asked, and it doesn't say which it answers";

/// The questions that were asked under a number, and not answered yet.
#[derive(Debug)]
pub(super) struct Numbered<'a> {
    writing: &'a Writing,
    pending: BTreeMap<String, Vec<Statement>>,
    /// The numbers of the questions that were asked right before.
    run: BTreeSet<String>,
    /// The number that the text stands under.
    under: Option<String>,
}

impl<'a> Numbered<'a> {
    /// No question yet, in a paper that is written so.
    pub(super) fn new(writing: &'a Writing) -> Self {
        Self { writing, pending: BTreeMap::new(), run: BTreeSet::new(), under: None }
    }

    /// Begins a run of questions.
    pub(super) fn begins_run(&mut self) {
        self.run.clear();
    }

    /// Takes in questions that are asked in a sentence.
    pub(super) fn asks<'s>(
        &mut self,
        block: &Block,
        sentence: &Sentence,
        questions: impl Iterator<Item = &'s Statement>,
    ) {
        let text = block.text().get(sentence.place(&(0..sentence.len()))).unwrap_or_default();
        let own = block
            .number()
            .map(key)
            .or_else(|| lead(text, self.writing).and_then(|(keys, _)| keys.into_iter().next()));
        if own.is_some() {
            self.under.clone_from(&own);
        }
        let Some(under) = self.under.clone() else { return };
        let pending = self.pending.entry(under.clone()).or_default();
        if self.run.insert(under) {
            pending.clear();
        }
        pending.extend(questions.cloned());
    }

    /// What a sentence answers by its number, and how many bytes of it are that number; none where it has
    /// none.
    pub(super) fn answered(
        &self,
        block: &Block,
        sentence: &Sentence,
        asks: bool,
    ) -> Option<(Vec<Statement>, usize)> {
        let place = sentence.place(&(0..sentence.len()));
        let text = block.text().get(place.clone()).unwrap_or_default();
        let (keys, length) = match lead(text, self.writing) {
            Some((keys, length)) => (keys, place.start + length),
            None if asks => return None,
            None => (vec![key(block.number()?)], 0),
        };
        // What asks again under its number isn't answered by it.
        if asks && (!sentence.cues.is_empty() || text.trim_end().ends_with('?')) {
            return None;
        }
        let mut known = keys.iter().filter_map(|key| self.pending.get(key)).peekable();
        let counts = keys.iter().any(|key| key.contains(|c: char| c.is_ascii_digit()));
        if known.peek().is_none() && (asks || !counts || self.pending.is_empty()) {
            return None;
        }
        Some((known.flatten().cloned().collect(), length))
    }

    /// Forgets questions that were answered.
    pub(super) fn settled(&mut self, answers: &[Statement]) {
        for pending in self.pending.values_mut() {
            pending.retain(|question| {
                !answers.iter().any(|answer| answer.arrangement == question.arrangement)
            });
        }
    }

    /// What an answer without a number comes to: it is anybody's guess which of several it answers.
    pub(super) fn unpaired(&self, answers: Vec<Statement>) -> Vec<Statement> {
        if self.run.len() < 2 {
            return answers;
        }
        answers.into_iter().map(unsure).collect()
    }
}

/// An answer of which nobody can tell which of several questions it is for.
pub(super) fn unsure(answer: Statement) -> Statement {
    let would = match answer.upshot {
        Upshot::State(state, _) => Some(state),
        _ => answer.would,
    };
    Statement { upshot: Upshot::Unsure(UNPAIRED), would, ..answer }
}

/// A number without its signs: "1(b)" is "1b".
fn key(number: &str) -> String {
    number
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '.')
        .flat_map(char::to_lowercase)
        .collect()
}

/// The numbers that a text begins with, as "Questions 1 and 3:" and "Q2." do, and where they end.
fn lead(text: &str, writing: &Writing) -> Option<(Vec<String>, usize)> {
    let lower = text.to_lowercase();
    let mut keys = Vec::new();
    let mut led = false;
    let mut end = 0;
    for word in lower.split_inclusive(|c: char| c.is_whitespace()).take(3 * MOST) {
        let closes = word.trim_end().ends_with([':', '.', ')', '–', '-']);
        let bare = word.trim().trim_matches(|c: char| !c.is_alphanumeric());
        // "1(a)" is "1a".
        let inner = bare.replacen('(', "", 1);
        let bare = if is_number(&inner) { inner.as_str() } else { bare };
        end += word.len();
        let joined = bare.trim_start_matches(['q', 'a']);
        if !led {
            // "(3) Have you analysts?", in the midst of a paragraph.
            if is_number(bare) && word.starts_with('(') && word.trim_end().ends_with(')') {
                led = true;
                keys.push(bare.to_owned());
            } else if is_number(joined)
                && joined.len() < bare.len()
                && bare.len() - joined.len() == 1
            {
                led = true;
                keys.push(joined.to_owned());
            } else if writing.number_leads.contains(bare) {
                led = true;
                continue;
            } else if !writing.number_openings.contains(bare) || end > 40 {
                return None;
            } else {
                continue;
            }
        } else if is_number(bare) {
            keys.push(bare.to_owned());
        } else if is_number(joined) && joined.len() + 1 == bare.len() {
            keys.push(joined.to_owned());
        } else if bare.is_empty()
            || writing.number_leads.contains(bare)
            || writing.number_joins.contains(bare)
        {
            if !closes {
                continue;
            }
        } else {
            return None;
        }
        if closes && !keys.is_empty() {
            // In lower case a letter may have another length.
            let signs = text.char_indices().nth(lower.get(..end)?.chars().count());
            return Some((keys, signs.map_or(text.len(), |(at, _)| at)));
        }
        if keys.len() > MOST {
            return None;
        }
    }
    None
}

/// Whether a word is a number or a letter that counts: "3", "2.1", "1b", "b".
fn is_number(word: &str) -> bool {
    word.len() <= LONGEST
        && word.contains(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '.')
        && word.chars().filter(char::is_ascii_alphabetic).count() <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_that_lead_in_an_answer_are_told() {
        let mut writing = Writing::default();
        writing.number_leads.extend(["question", "questions", "q", "answer"].map(str::to_owned));
        writing.number_openings.extend(["in", "response", "to"].map(str::to_owned));
        writing.number_joins.insert("and".into());
        let of = |text: &str| {
            lead(text, &writing)
                .map(|(keys, end)| (keys.join(" "), text.get(end..).unwrap().to_owned()))
        };
        let some = |keys: &str, rest: &str| Some((keys.to_owned(), rest.to_owned()));
        assert_eq!(of("Questions 1 and 3: yes."), some("1 3", "yes."));
        assert_eq!(of("Q2. No."), some("2", "No."));
        assert_eq!(of("Answer 4 – We do."), some("4", "We do."));
        assert_eq!(of("Answer 4: We do."), some("4", "We do."));
        assert_eq!(of("Answer 1(a): No."), some("1a", "No."));
        assert_eq!(of("(3) Have you analysts?"), some("3", "Have you analysts?"));
        assert_eq!(of("In response to question 2.1: none."), some("2.1", "none."));
        for other in ["A lead was named in 2016.", "We have 3.", "Question: is there?", "No."] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
