//! Passages that a person should look at for their words' sake: words, phrases and how the sentence stands each weigh for an
//! arrangement or against it (`weights.toml`), and where they weigh enough together it is asked about. Nothing is ever
//! stated for it.

use std::collections::{BTreeMap, BTreeSet};

use super::context::SentenceRole;
use super::patterns::{ClassId, ClassNames, Matcher};
use super::reader::{Arranged, Reader, Scratch};
use super::sentence::Sentence;
use super::words::Atoms;
use super::written::spread;
use crate::rulebook::{Lexicon, Pattern, Sign, Signal};
use crate::source::Span;

/// After so many sentences without a word of slavery none is looked at.
const FAR: usize = 8;
/// After so many the topic isn't near any more.
const NEAR: usize = 2;
/// So few words are few.
const FEW: usize = 6;

/// A word, or a class of phrases, that weighs: its place in [`Scale`].
type Feature = usize;

/// What a feature weighs, by arrangement.
type Row = Vec<(usize, i32)>;

/// What everything weighs, made ready.
#[derive(Debug, Default)]
pub(super) struct Scale {
    /// Words, and phrases of classes that nothing else asks for.
    matcher: Matcher,
    /// The feature that each of its patterns shows.
    shown: Vec<Feature>,
    /// The features of classes whose phrases every sentence has already.
    classes: BTreeMap<ClassId, Feature>,
    names: Vec<String>,
    /// What each feature weighs.
    rows: Vec<Row>,
    signs: BTreeMap<Sign, Row>,
    ask_from: i32,
    hint_from: i32,
}

impl Scale {
    /// Makes ready what a lexicon says. `common` are the classes that other patterns name.
    pub(super) fn new(
        lexicon: &Lexicon,
        arrangements: &[Arranged],
        common: &BTreeSet<&str>,
        atoms: &mut Atoms,
        names: &mut ClassNames,
    ) -> Self {
        let weights = &lexicon.weights;
        let mut scale =
            Self { ask_from: weights.ask_from, hint_from: weights.hint_from, ..Self::default() };
        let mut known: BTreeMap<String, Feature> = BTreeMap::new();
        for name in &weights.classes {
            if let Ok(pattern) = Pattern::parse(&format!("{{{name}}}")) {
                let feature = scale.add(&pattern, lexicon, common, atoms, names);
                known.insert(pattern.written, feature);
            }
        }
        for weight in &weights.each {
            let Some(at) = arrangements.iter().position(|own| own.id == weight.arrangement) else {
                continue;
            };
            let entry = (at, weight.weight);
            match &weight.signal {
                Signal::Sign(sign) => scale.signs.entry(*sign).or_default().push(entry),
                Signal::Words(pattern) => {
                    let feature = *known
                        .entry(pattern.written.clone())
                        .or_insert_with(|| scale.add(pattern, lexicon, common, atoms, names));
                    scale.rows.get_mut(feature).into_iter().for_each(|row| row.push(entry));
                }
            }
        }
        scale
    }

    fn add(
        &mut self,
        pattern: &Pattern,
        lexicon: &Lexicon,
        common: &BTreeSet<&str>,
        atoms: &mut Atoms,
        names: &mut ClassNames,
    ) -> Feature {
        let feature = self.names.len();
        self.names.push(pattern.written.clone());
        self.rows.push(Row::new());
        let class = pattern.classes().next().filter(|_| pattern.elements.len() == 1);
        match class {
            Some(class) if common.contains(class) || !lexicon.classes.contains_key(class) => {
                self.classes.insert(names.id(class), feature);
            }
            _ => {
                let lists = match class {
                    Some(class) => lexicon.classes.get(class).map_or(&[][..], Vec::as_slice),
                    None => std::slice::from_ref(pattern),
                };
                for written in lists.iter().flat_map(|own| spread(own, &lexicon.classes, 0)) {
                    self.matcher.add(&written, atoms, names);
                    self.shown.push(feature);
                }
            }
        }
        feature
    }

    /// The features of a sentence, each with the first words that show it.
    fn features(&self, sentence: &Sentence, scratch: &mut Scratch) -> BTreeMap<Feature, Span> {
        let mut found = BTreeMap::new();
        let sequence = sentence.sequence(&scratch.words);
        self.matcher.find(&sequence, &mut scratch.stamps, |pattern, start, end| {
            if let Some(feature) = self.shown.get(pattern) {
                found.entry(*feature).or_insert(start..end);
            }
        });
        for at in 0..sentence.len() {
            for (class, length) in sentence.phrases.at(at) {
                if let Some(feature) = self.classes.get(class) {
                    found.entry(*feature).or_insert(at..at + usize::from(*length));
                }
            }
        }
        found
    }
}

/// A sentence that may be asked about: how it stands, and what stands in it.
struct Candidate {
    number: usize,
    signs: Vec<Sign>,
    words: BTreeMap<Feature, Span>,
}

/// What is known of a paper's sentences once they were read.
pub(super) struct Heard {
    pub sentences: Vec<Sentence>,
    pub roles: Vec<SentenceRole>,
}

/// A passage to ask about.
pub(super) struct Suggestion {
    /// The sentence, by its number.
    pub number: usize,
    /// The arrangement, by its place in the reader's.
    pub arrangement: usize,
    /// The words that weigh most for it.
    pub words: Span,
    /// Everything that weighs for it, the heaviest first.
    pub why: String,
}

/// What a paper suggests.
#[derive(Default)]
pub(super) struct Suggested {
    pub passages: Vec<Suggestion>,
    /// The arrangements of which it may speak at all, so that general words are worth a look.
    pub likely: BTreeSet<usize>,
}

/// The most passages that are suggested for one arrangement.
const MOST: usize = 2;

/// So many of the words that weigh are told.
const TOLD: usize = 5;

/// The passages that a person should look at for arrangements of which nothing is said: those `open`, by their place in
/// the reader's.
pub(super) fn suggest(
    paper: &Heard,
    open: &[usize],
    reader: &Reader,
    scratch: &mut Scratch,
) -> Suggested {
    let scale = &reader.scale;
    let open: Vec<usize> = open.iter().copied().filter(|own| scale.knows(*own)).collect();
    if open.is_empty() {
        return Suggested::default();
    }
    let mut suggested = Suggested::default();
    let mut best: Vec<(i32, usize, Suggestion)> = Vec::new();
    let candidates = candidates(paper, reader, scratch);
    let longer = longer(candidates.len());
    for candidate in candidates {
        let mut sums: BTreeMap<usize, i32> = BTreeMap::new();
        for row in candidate.rows(scale) {
            for (arrangement, weight) in row {
                *sums.entry(*arrangement).or_default() += weight;
            }
        }
        for arrangement in &open {
            let sum = sums.get(arrangement).copied().unwrap_or_default();
            let sum = sum - longer;
            if sum >= scale.hint_from {
                suggested.likely.insert(*arrangement);
            }
            if sum < scale.ask_from {
                continue;
            }
            if let Some((words, why)) = candidate.told(scale, *arrangement) {
                let (number, arrangement) = (candidate.number, *arrangement);
                best.push((sum, arrangement, Suggestion { number, arrangement, words, why }));
            }
        }
    }
    best.sort_by_key(|(sum, arrangement, own)| (*arrangement, std::cmp::Reverse(*sum), own.number));
    let mut kept: BTreeMap<usize, usize> = BTreeMap::new();
    best.retain(|(_, arrangement, _)| {
        let count = kept.entry(*arrangement).or_default();
        *count += 1;
        *count <= MOST
    });
    suggested.passages = best.into_iter().map(|(_, _, suggestion)| suggestion).collect();
    suggested
}

/// What a sentence must weigh more where it is one of so many: among hundreds some speak of anything by chance.
fn longer(sentences: usize) -> i32 {
    const USUAL: usize = 24;
    const EACH_DOUBLING: i32 = 69;
    let doublings = (sentences / USUAL).checked_ilog2().unwrap_or_default();
    i32::try_from(doublings).map_or(i32::MAX, |doublings| doublings.saturating_mul(EACH_DOUBLING))
}

impl Scale {
    /// Whether anything weighs for an arrangement.
    pub(super) fn knows(&self, arrangement: usize) -> bool {
        let starts = self.signs.get(&Sign::Start);
        starts.is_some_and(|row| row.iter().any(|(own, _)| *own == arrangement))
    }
}

fn weight(row: &Row, arrangement: usize) -> i32 {
    row.iter().filter(|(own, _)| *own == arrangement).map(|(_, weight)| weight).sum()
}

impl Candidate {
    /// What everything in it weighs.
    fn rows<'a>(&'a self, scale: &'a Scale) -> impl Iterator<Item = &'a Row> {
        let signs = self.signs.iter().filter_map(|sign| scale.signs.get(sign));
        let words = self.words.keys().filter_map(|feature| scale.rows.get(*feature));
        signs.chain(words)
    }

    /// The words that weigh most for an arrangement, and the names of the heaviest ones.
    fn told(&self, scale: &Scale, arrangement: usize) -> Option<(Span, String)> {
        let mut weighing: Vec<(i32, Feature, &Span)> = self
            .words
            .iter()
            .filter_map(|(feature, span)| {
                let weight = weight(scale.rows.get(*feature)?, arrangement);
                (weight > 0).then_some((weight, *feature, span))
            })
            .collect();
        weighing.sort_by_key(|(weight, feature, _)| (std::cmp::Reverse(*weight), *feature));
        let first = weighing.first().map(|(_, _, span)| (*span).clone())?;
        let names = weighing.iter().take(TOLD);
        let names: Vec<&str> =
            names.filter_map(|(_, feature, _)| Some(scale.names.get(*feature)?.as_str())).collect();
        Some((first, names.join(", ")))
    }
}

/// The sentences that stand near a word of slavery.
fn candidates(paper: &Heard, reader: &Reader, scratch: &mut Scratch) -> Vec<Candidate> {
    let named = |sentence: &Sentence| sentence.has(reader.classes.slavery, &(0..sentence.len()));
    let topical = paper.sentences.iter().filter(|sentence| named(sentence)).count();
    let share = (topical * 100).checked_div(paper.sentences.len()).unwrap_or_default();
    let whole = match share {
        30.. => Some(Sign::Dense),
        ..4 => Some(Sign::Rare),
        ..10 => Some(Sign::Sparse),
        _ => None,
    };
    let mut found = Vec::new();
    let (mut since, mut section, mut rival) = (usize::MAX, false, false);
    for (number, sentence) in paper.sentences.iter().enumerate() {
        let all = 0..sentence.len();
        let here = sentence.has(reader.classes.slavery, &all);
        rival = !here && (rival || sentence.has(reader.classes.rival, &all));
        since = if here { 0 } else { since.saturating_add(1) };
        let place = match paper.roles.get(number) {
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
        let classes = &reader.classes;
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
        found.push(Candidate {
            number,
            signs: signs.into_iter().flatten().collect(),
            words: reader.scale.features(sentence, scratch),
        });
    }
    found
}

/// A sentence as weights are learnt from it.
#[derive(Clone, Debug)]
pub struct Weighable {
    /// The block, and the sentence in bytes of its text.
    pub place: (usize, Span),
    /// How it stands.
    pub signs: Vec<Sign>,
    /// The words and classes in it that weigh.
    pub words: Vec<String>,
}

/// The sentences of a paper as weights are learnt from them.
pub(super) fn weighable(paper: &Heard, reader: &Reader, scratch: &mut Scratch) -> Vec<Weighable> {
    let scale = &reader.scale;
    let name = |feature: &Feature| scale.names.get(*feature).cloned();
    let made = candidates(paper, reader, scratch).into_iter().filter_map(|candidate| {
        let sentence = paper.sentences.get(candidate.number)?;
        Some(Weighable {
            place: (sentence.block, sentence.place(&(0..sentence.len()))),
            signs: candidate.signs,
            words: candidate.words.keys().filter_map(name).collect(),
        })
    });
    made.collect()
}
