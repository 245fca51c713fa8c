//! What two sentences have in common: their words without the empty ones, each by what is as good as it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::data::Data;
use super::super::page::{Page, Sentence};
use crate::document::Kind;
use crate::reading::{Statement, WordForm};
use crate::source::Table;

/// Words by which two sentences are told to speak of the same thing: `rules/lint/contradiction.toml`.
#[derive(Debug, Default)]
pub(super) struct WordLists {
    empty: BTreeSet<String>,
    negative: BTreeSet<String>,
    change: BTreeSet<String>,
    under: BTreeSet<String>,
    topic: BTreeSet<String>,
    ends: BTreeSet<String>,
    /// Each word that has words as good as it, with the first of them.
    same: BTreeMap<String, String>,
}

/// What a sentence says.
#[derive(Debug, Default)]
pub(super) struct Said {
    words: BTreeSet<String>,
    topics: BTreeSet<String>,
    /// Whether it tells of a time: how it was, or will be.
    pub changes: bool,
    /// Whether anything in it is denied.
    pub denies: bool,
}

impl Said {
    /// Whether a denial in these words leaves nothing of what the other says.
    pub(super) fn is_denied_of(&self, other: &Self) -> bool {
        let about = other.topics.is_empty() || !self.topics.is_disjoint(&other.topics);
        !self.topics.is_empty()
            && !self.words.is_empty()
            && about
            && self.words.is_subset(&other.words)
    }
}

impl WordLists {
    pub(super) fn load(data: &Data<'_>) -> Self {
        let mut own = Self::default();
        data.each(|root| {
            own.empty.extend(words(root, "empty"));
            own.negative.extend(words(root, "negative"));
            own.change.extend(words(root, "change"));
            own.under.extend(words(root, "under"));
            own.topic.extend(words(root, "topic"));
            own.ends.extend(words(root, "ends"));
            for table in root.tables("same") {
                let alike: Vec<String> = words(&table, "words").collect();
                table.finish();
                if let Some(first) = alike.first() {
                    own.same.extend(alike.iter().map(|word| (word.clone(), first.clone())));
                }
            }
        });
        own
    }

    /// Whether two sentences of a document may contradict each other: only then is it worth a reading.
    pub(super) fn may_contradict(&self, page: &Page<'_>) -> bool {
        let told = |own: &&Sentence| {
            let kind = page.block(own.block).map(|block| &block.kind);
            matches!(kind, Some(Kind::Paragraph | Kind::Item))
        };
        let denials = page.sentences.iter().filter(told).filter(|own| {
            // What is about nothing certain a person must judge.
            (page.pedantic || self.is_topical(page, own))
                && has(page, own, &self.negative)
                && !has(page, own, &self.change)
        });
        let mut claims: Option<Vec<(&Sentence, BTreeSet<String>)>> = None;
        denials.into_iter().any(|denial| {
            let claims = claims.get_or_insert_with(|| {
                let own = page.sentences.iter().filter(told);
                let own = own
                    .filter(|own| !has(page, own, &self.negative) && !has(page, own, &self.change));
                own.map(|own| (own, self.words_of(page, own, 0..own.len()))).collect()
            });
            let least = self.least_denied(page, denial);
            // The words of a statement may be of more than one sentence of its block.
            claims.chunk_by(|(one, _), (next, _)| one.block == next.block).any(|block| {
                let said = |word| block.iter().any(|(_, words)| words.contains(word));
                page.pedantic || least.iter().all(said)
            })
        })
    }

    fn is_topical(&self, page: &Page<'_>, sentence: &Sentence) -> bool {
        let text = page.text(sentence.block);
        (0..sentence.len())
            .map(|at| sentence.word(text, at))
            .any(|word| self.topic.iter().any(|topic| is_plainly(word, topic)))
    }

    /// The words that a sentence denies at least, whatever stands in it: not what may be a name, nor what may only follow.
    fn least_denied(&self, page: &Page<'_>, sentence: &Sentence) -> BTreeSet<String> {
        let text = page.text(sentence.block);
        let own = (0..sentence.len()).take_while(|at| !self.ends_there(sentence, text, *at));
        let own = own.filter(|at| !sentence.word(text, *at).starts_with(char::is_uppercase));
        self.words_of(page, sentence, own)
    }

    fn words_of(
        &self,
        page: &Page<'_>,
        sentence: &Sentence,
        places: impl Iterator<Item = usize>,
    ) -> BTreeSet<String> {
        let mut said = Said::default();
        let text = page.text(sentence.block);
        places.for_each(|at| self.take(&mut said, sentence, text, at));
        said.words
    }

    /// What the sentence of a statement says; of a denial without what only follows from it.
    pub(super) fn said(&self, page: &Page<'_>, statement: &Statement, denial: bool) -> Said {
        let text = page.text(statement.block);
        let mut said = Said::default();
        let own = own_names(page);
        for sentence in sentences(page, statement) {
            let mut ended = false;
            for at in 0..sentence.len() {
                said.changes |= self.change.contains(&plain(sentence.word(text, at)));
                let behind = sentence.place(&(at..at + 1)).start >= statement.cue.start;
                ended |= denial && behind && self.ends_there(sentence, text, at);
                if ended {
                    continue;
                }
                if !own.contains(&plain(sentence.word(text, at))) {
                    self.take(&mut said, sentence, text, at);
                }
            }
        }
        said
    }

    fn take(&self, said: &mut Said, sentence: &Sentence, text: &str, at: usize) {
        if sentence.form(at) == Some(WordForm::Sign) {
            return;
        }
        let word = plain(sentence.word(text, at));
        if self.negative.contains(&word) {
            said.denies = true;
        } else if self.topic.contains(&word) {
            said.topics.insert(word);
        } else if !self.empty.contains(&word) {
            said.words.insert(self.same.get(&word).cloned().unwrap_or(word));
        }
    }

    /// Whether a sign stands there behind which only what follows from it is told: ", so that …".
    fn ends_there(&self, sentence: &Sentence, text: &str, at: usize) -> bool {
        sentence.is(text, at, &[",", ";", "–", "—"])
            && self.ends.contains(&plain(sentence.word(text, at + 1)))
    }

    /// Whether the nearest heading above says that it is told of another state: what was found, what was before.
    pub(super) fn is_under(&self, page: &Page<'_>, statement: &Statement) -> bool {
        let heads =
            |at: &usize| page.block(*at).is_some_and(|own| matches!(own.kind, Kind::Heading(_)));
        let heading = (0..statement.block).rev().find(heads);
        heading.is_some_and(|at| {
            page.text(at).split_whitespace().any(|word| {
                self.under.contains(&plain(word.trim_matches(|c: char| !c.is_alphanumeric())))
            })
        })
    }
}

/// The words by which the document calls its own force.
fn own_names(page: &Page<'_>) -> BTreeSet<String> {
    let Some(read) = page.read.get() else { return BTreeSet::new() };
    let known = read
        .force
        .iter()
        .flat_map(|force| std::iter::once(&force.name).chain(&force.also).chain(&force.areas));
    let names = known.chain(&read.force_name);
    names.flat_map(|name| name.split_whitespace()).map(plain).collect()
}

/// The sentences that a statement's words are of.
fn sentences<'p>(page: &'p Page<'_>, statement: &Statement) -> impl Iterator<Item = &'p Sentence> {
    let first = page.sentences.partition_point(|own| own.block < statement.block);
    let (block, span) = (statement.block, statement.sentence.clone());
    let own = page.sentences.iter().skip(first).take_while(move |own| own.block == block);
    own.filter(move |own| {
        let whole = own.whole();
        whole.start < span.end && span.start < whole.end
    })
}

/// Whether any word of a sentence is one of these.
fn has(page: &Page<'_>, sentence: &Sentence, words: &BTreeSet<String>) -> bool {
    let text = page.text(sentence.block);
    (0..sentence.len()).any(|at| words.contains(&plain(sentence.word(text, at))))
}

fn words(table: &Table<'_>, key: &'static str) -> impl Iterator<Item = String> {
    table.texts(key).into_iter().map(|text| plain(&text.value))
}

/// Whether a word begins as another, in whatever letters: more than [`plain`] would let be the same.
fn is_plainly(word: &str, other: &str) -> bool {
    word.get(..other.len()).is_some_and(|start| start.eq_ignore_ascii_case(other))
}

/// A word in small letters, in the singular, without what says whose it is.
fn plain(word: &str) -> String {
    let word = word.to_lowercase().replace('’', "'");
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).unwrap_or(&word);
    match bare.strip_suffix('s') {
        Some(one) if one.len() > 2 && !one.ends_with(['s', '\'']) => one.to_owned(),
        _ => bare.to_owned(),
    }
}
