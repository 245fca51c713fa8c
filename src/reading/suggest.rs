//! Passages that a person should look at for their words' sake: words, phrases and how the sentence stands each weigh for an
//! arrangement or against it, and where they weigh enough together it is asked about. Nothing is ever stated for it.

use std::collections::{BTreeMap, BTreeSet};

use super::context::SentenceRole;
use super::ground::Ground;
use super::reader::{Reader, Scratch};
use super::scale::{Feature, Scale};
use super::sentence::Sentence;
use super::statement::{Statement, Upshot};
use crate::rulebook::Sign;
use crate::source::Span;
use crate::standing::State;

/// After so many sentences without a word of slavery none is looked at.
const FAR: usize = 8;
/// After so many the topic isn't near any more.
const NEAR: usize = 2;
/// So few words are few.
const FEW: usize = 6;
/// The most passages that are suggested for one arrangement.
const MOST: usize = 2;
/// So much less than is asked about weighs clearly against an arrangement.
const CLEARLY: i32 = 150;
const AGAINST: &str = "the words around it, taken together, speak against it";
/// So many of the words that weigh are told.
const TOLD: usize = 5;

/// What is known of a paper's sentences once they were read.
pub(super) struct Heard {
    pub sentences: Vec<Sentence>,
    pub roles: Vec<SentenceRole>,
}

/// What a paper suggests.
#[derive(Default)]
pub(super) struct Suggested {
    pub passages: Vec<Suggestion>,
    /// The arrangements of which it may speak at all, so that general words are worth a look.
    pub likely: BTreeSet<usize>,
}

/// A passage to ask about.
pub(super) struct Suggestion {
    /// The sentence, by its number.
    pub number: usize,
    /// The arrangement, by its place in the reader's.
    pub arrangement: usize,
    /// The words that weigh most for it.
    pub words: Span,
    /// What weighs for it, the heaviest first.
    pub why: String,
    sum: i32,
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
    let mut suggested = Suggested::default();
    if open.is_empty() {
        return suggested;
    }
    let near = near(paper, reader);
    let longer = scale.longer(near.len());
    for (number, signs) in near {
        let Some(sentence) = paper.sentences.get(number) else { continue };
        let sequence = sentence.sequence(&scratch.words);
        let features = scale.features(&sequence, &mut scratch.stamps);
        let sums = scale.sums(&signs, &features);
        for arrangement in &open {
            let sum = sums.get(*arrangement).map_or(i32::MIN, |sum| sum.saturating_sub(longer));
            if sum >= scale.hint_from {
                suggested.likely.insert(*arrangement);
            }
            if sum >= scale.ask_from
                && let Some((words, why)) = told(&features, scale, *arrangement)
            {
                let arrangement = *arrangement;
                suggested.passages.push(Suggestion { number, arrangement, words, why, sum });
            }
        }
    }
    let heaviest = |own: &Suggestion| (own.arrangement, std::cmp::Reverse(own.sum), own.number);
    suggested.passages.sort_by_key(heaviest);
    let mut kept: BTreeMap<usize, usize> = BTreeMap::new();
    suggested.passages.retain(|own| {
        let count = kept.entry(own.arrangement).or_default();
        *count += 1;
        *count <= MOST
    });
    suggested
}

/// Of so many words at least something was learnt, where they speak against anything.
const KNOWN: usize = 4;

/// Hands to a person what a sentence says of the force if the rest of it weighs clearly against that arrangement: "we" and
/// the force have much that cues are in. What it is said not to have is left: a denial has words of its own.
pub(super) fn brake(
    statements: &mut [Statement],
    paper: &Heard,
    reader: &Reader,
    scratch: &mut Scratch,
) {
    let has = |upshot: &Upshot| match upshot {
        Upshot::State(state, Ground::Asserted) if *state >= State::Partial => Some(*state),
        _ => None,
    };
    if !statements.iter().any(|own| has(&own.upshot).is_some()) {
        return;
    }
    let scale = &reader.scale;
    let near: BTreeMap<usize, Vec<Sign>> = near(paper, reader).into_iter().collect();
    for statement in statements {
        let Some(state) = has(&statement.upshot) else { continue };
        let known = reader.arrangements.iter().position(|own| own.id == statement.arrangement);
        let Some(arrangement) = known.filter(|own| scale.knows(*own)) else { continue };
        let number = statement.number;
        let (Some(sentence), Some(signs)) = (paper.sentences.get(number), near.get(&number)) else {
            continue;
        };
        let features = scale.features(&sentence.sequence(&scratch.words), &mut scratch.stamps);
        // That nothing was learnt of its words, as of those of a user's rules, speaks against nothing.
        let known = features.iter().filter(|(own, _)| scale.weight(*own, arrangement) != 0);
        if known.count() < KNOWN {
            continue;
        }
        let sums = scale.sums(signs, &features);
        if sums.get(arrangement).is_some_and(|sum| sum + CLEARLY < scale.ask_from) {
            statement.upshot = Upshot::Unsure(AGAINST);
            statement.would = Some(state);
        }
    }
}

/// The words that weigh most for an arrangement, and the names of the heaviest ones.
fn told(features: &[(Feature, Span)], scale: &Scale, arrangement: usize) -> Option<(Span, String)> {
    let weight = |feature: Feature| scale.weight(feature, arrangement);
    let mut weighing: Vec<&(Feature, Span)> =
        features.iter().filter(|(feature, _)| weight(*feature) > 0).collect();
    weighing.sort_by_key(|(feature, _)| (std::cmp::Reverse(weight(*feature)), *feature));
    let (_, first) = weighing.first()?;
    let names: Vec<&str> =
        weighing.iter().take(TOLD).map(|(feature, _)| scale.name(*feature)).collect();
    Some((first.clone(), names.join(", ")))
}

/// The sentences that stand near a word of slavery, by number, and how each stands.
fn near(paper: &Heard, reader: &Reader) -> Vec<(usize, Vec<Sign>)> {
    let classes = &reader.classes;
    let named = |sentence: &Sentence| sentence.has(classes.slavery, &(0..sentence.len()));
    let topical: Vec<bool> = paper.sentences.iter().map(named).collect();
    let share = (topical.iter().filter(|here| **here).count() * 100)
        .checked_div(paper.sentences.len())
        .unwrap_or_default();
    let whole = match share {
        30.. => Some(Sign::Dense),
        ..4 => Some(Sign::Rare),
        4..10 => Some(Sign::Sparse),
        _ => None,
    };
    let mut found = Vec::new();
    let (mut since, mut section, mut rival) = (usize::MAX, false, false);
    for (number, (sentence, here)) in paper.sentences.iter().zip(topical).enumerate() {
        let all = 0..sentence.len();
        rival = !here && (rival || sentence.has(classes.rival, &all));
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
        found.push((number, signs.into_iter().flatten().collect()));
    }
    found
}

/// The sentences of a paper as weights are learnt from them.
pub(super) fn weighable(paper: &Heard, reader: &Reader, scratch: &mut Scratch) -> Vec<Weighable> {
    let scale = &reader.scale;
    let made = near(paper, reader).into_iter().filter_map(|(number, signs)| {
        let sentence = paper.sentences.get(number)?;
        let sequence = sentence.sequence(&scratch.words);
        let words = scale.features(&sequence, &mut scratch.stamps).into_iter();
        Some(Weighable {
            place: (sentence.block, sentence.place(&(0..sentence.len()))),
            signs,
            words: words.map(|(feature, _)| scale.name(feature).to_owned()).collect(),
        })
    });
    made.collect()
}
