//! What is known of a paper's sentences once they were read, and how each stands to slavery.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::context::SentenceRole;
use super::mail::Messages;
use super::reader::Reader;
use super::sentence::Sentence;
use crate::rulebook::Sign;

/// After so many sentences without a word of slavery none is looked at.
const FAR: usize = 8;
/// After so many the topic isn't near any more.
const NEAR: usize = 2;
/// So few words are few.
const FEW: usize = 6;

/// What is known of a paper's sentences once they were read.
pub(super) struct Heard {
    pub sentences: Vec<Sentence>,
    pub roles: Vec<SentenceRole>,
    pub messages: Messages,
    near: OnceCell<BTreeMap<usize, Vec<Sign>>>,
}

impl Heard {
    /// Sentences with what each is to the paper, and the messages that it holds.
    pub(super) fn new(
        sentences: Vec<Sentence>,
        roles: Vec<SentenceRole>,
        messages: Messages,
    ) -> Self {
        Self { sentences, roles, messages, near: OnceCell::new() }
    }

    /// The sentences that stand near a word of slavery, by number, and how each stands.
    pub(super) fn near(&self, reader: &Reader) -> &BTreeMap<usize, Vec<Sign>> {
        self.near.get_or_init(|| self.find_near(reader))
    }

    fn find_near(&self, reader: &Reader) -> BTreeMap<usize, Vec<Sign>> {
        let classes = &reader.classes;
        let named = |sentence: &Sentence| sentence.has(classes.slavery, &(0..sentence.len()));
        let topical: Vec<bool> = self.sentences.iter().map(named).collect();
        let share = (topical.iter().filter(|here| **here).count() * 100)
            .checked_div(self.sentences.len())
            .unwrap_or_default();
        let whole = match share {
            30.. => Some(Sign::Dense),
            ..4 => Some(Sign::Rare),
            4..10 => Some(Sign::Sparse),
            _ => None,
        };
        let mut found = BTreeMap::new();
        let (mut since, mut section, mut rival) = (usize::MAX, false, false);
        for (number, (sentence, here)) in self.sentences.iter().zip(topical).enumerate() {
            let all = 0..sentence.len();
            rival = !here && (rival || sentence.has(classes.rival, &all));
            since = if here { 0 } else { since.saturating_add(1) };
            let place = match self.roles.get(number) {
                Some(SentenceRole::Heading) => Some(Sign::Heading),
                Some(SentenceRole::Question | SentenceRole::Task | SentenceRole::Aside) => {
                    Some(Sign::Question)
                }
                _ => None,
            };
            if place == Some(Sign::Heading) {
                section = here;
            }
            if since > FAR && !section {
                continue;
            }
            let topic = match since {
                0 => Sign::Here,
                since if since <= NEAR => Sign::Near,
                _ => Sign::Off,
            };
            let police = sentence.has(classes.police, &all) || sentence.has(classes.rank, &all);
            let signs = [
                Some(Sign::Start),
                Some(topic),
                place,
                whole,
                rival.then_some(Sign::Rival),
                police.then_some(Sign::Police),
                (sentence.len() <= FEW).then_some(Sign::Short),
            ];
            found.insert(number, signs.into_iter().flatten().collect());
        }
        found
    }
}
