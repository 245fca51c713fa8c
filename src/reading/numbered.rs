//! Numbered questions and numbered answers: which answers which, wherever they stand.

use std::collections::{BTreeMap, BTreeSet};

use super::number_leads::{key, lead, parts, within};
use super::sentence::Sentence;
use super::statement::{Statement, Upshot};
use crate::document::Block;
use crate::rulebook::Writing;

/// So many sentences of an answer are looked at.
const SENTENCES: usize = 3;

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
    /// What stands under numbers before anything was asked: the sentences, and how many bytes of each are its number.
    early: BTreeMap<String, Vec<(usize, usize)>>,
    /// The number under which the last of them stands.
    early_under: Option<String>,
    /// All that was asked, by number.
    asked: BTreeMap<String, Vec<Statement>>,
}

/// What is asked, with the sentences further up that may answer it, and how many bytes of each are its number.
pub(super) struct Above {
    pub questions: Vec<Statement>,
    pub answer: Vec<(usize, usize)>,
}

impl<'a> Numbered<'a> {
    /// No question yet, in a paper that is written so.
    pub(super) fn new(writing: &'a Writing) -> Self {
        Self {
            writing,
            pending: BTreeMap::new(),
            run: BTreeSet::new(),
            under: None,
            early: BTreeMap::new(),
            early_under: None,
            asked: BTreeMap::new(),
        }
    }

    /// Begins a run of questions.
    pub(super) fn begins_run(&mut self) {
        self.run.clear();
    }

    /// Takes in questions that are asked in a sentence. One that is no question asks by number where it has parts: "Please say
    /// whether there is (1) a lead, (2) a unit."
    pub(super) fn asks<'s>(
        &mut self,
        block: &Block,
        sentence: &Sentence,
        is_question: bool,
        questions: impl Iterator<Item = &'s Statement>,
    ) {
        let questions: Vec<Statement> = questions.cloned().collect();
        if !is_question && questions.len() < 2 {
            return;
        }
        let text = block.text().get(sentence.place(&(0..sentence.len()))).unwrap_or_default();
        let own = block
            .number()
            .map(key)
            .or_else(|| lead(text, self.writing).and_then(|(keys, _)| keys.into_iter().next()));
        let parts = parts(text);
        if !is_question && parts.is_empty() {
            return;
        }
        if own.is_some() {
            self.under.clone_from(&own);
        }
        if own.is_none() && !parts.is_empty() {
            let start = sentence.place(&(0..sentence.len())).start;
            for (_, part) in &parts {
                if self.run.insert(part.clone()) {
                    self.pending.remove(part);
                }
            }
            for question in questions {
                let before = |(at, _): &&(usize, String)| start + at <= question.cue.start;
                let Some((_, part)) = parts.iter().rev().find(before) else { continue };
                self.asked.entry(part.clone()).or_default().push(question.clone());
                self.pending.entry(part.clone()).or_default().push(question);
            }
            return;
        }
        let Some(under) = self.under.clone() else { return };
        self.asked.entry(under.clone()).or_default().extend(questions.iter().cloned());
        let pending = self.pending.entry(under.clone()).or_default();
        if self.run.insert(under) {
            pending.clear();
        }
        pending.extend(questions);
    }

    /// What a sentence answers by its number, and how many bytes of it are that number; none where it has
    /// none.
    pub(super) fn answered(
        &self,
        block: &Block,
        sentence: &Sentence,
        asks: bool,
    ) -> Option<(Vec<Statement>, usize)> {
        if self.pending.is_empty() {
            return None;
        }
        let place = sentence.place(&(0..sentence.len()));
        let text = block.text().get(place.clone()).unwrap_or_default();
        let (keys, length) = match lead(text, self.writing) {
            Some((keys, length)) => (keys, place.start + length),
            None if asks => return None,
            None => match within(text, self.writing) {
                Some(own) if self.pending.contains_key(&own) => (vec![own], 0),
                _ => (vec![key(block.number()?)], 0),
            },
        };
        // What asks again under its number isn't answered by it.
        if asks && (!sentence.cues.is_empty() || text.trim_end().ends_with('?')) {
            return None;
        }
        let mut known = keys.iter().filter_map(|key| self.pending.get(key)).peekable();
        let counts = keys.iter().any(|key| key.contains(|c: char| c.is_ascii_digit()));
        if known.peek().is_none() && (asks || !counts) {
            return None;
        }
        Some((known.flatten().cloned().collect(), length))
    }

    /// Takes in a sentence that stands under a number before anything was asked: it may answer what is asked below.
    pub(super) fn notes(&mut self, block: &Block, sentence: &Sentence, at: usize) {
        if !self.asked.is_empty() {
            return;
        }
        let place = sentence.place(&(0..sentence.len()));
        let text = block.text().get(place.clone()).unwrap_or_default();
        let number = match lead(text, self.writing) {
            Some((keys, length)) => keys.into_iter().next().map(|own| (own, place.start + length)),
            None => block.number().filter(|_| place.start == 0).map(|own| (key(own), 0)),
        };
        if let Some((number, length)) = number {
            self.early.insert(number.clone(), vec![(at, length)]);
            self.early_under = Some(number);
        } else if let Some(under) = &self.early_under
            && let Some(known) = self.early.get_mut(under)
            && known.len() < SENTENCES
            && known.last().is_some_and(|(last, _)| last + 1 == at)
        {
            known.push((at, 0));
        }
    }

    /// Where the numbers of what is asked at the foot are those of what stands above: what is asked, with the sentences that
    /// may answer it.
    pub(super) fn answered_above(self) -> Vec<Above> {
        if self.asked.len() < 2 || !self.asked.keys().eq(self.early.keys()) {
            return Vec::new();
        }
        let paired = self.asked.into_values().zip(self.early.into_values());
        paired.map(|(questions, answer)| Above { questions, answer }).collect()
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
    pub(super) fn unpaired(&self, answers: Vec<Statement>, counted: bool) -> Vec<Statement> {
        // "1. Yes" answers one of the things that were asked in one breath.
        let several = counted
            && answers
                .iter()
                .any(|own| Some(&own.arrangement) != answers.first().map(|own| &own.arrangement));
        if self.run.len() < 2 && !several {
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
