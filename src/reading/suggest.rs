//! Passages that a person should look at for their words' sake: words, phrases and how the sentence stands each weigh for an
//! arrangement or against it, and where they weigh enough together it is asked about. Nothing is ever stated for it.

use std::collections::{BTreeMap, BTreeSet};

use super::heard::Heard;
use super::prepared::Feature;
use super::reader::{Reader, Scratch};
use super::scale::Scale;
use crate::rulebook::Sign;
use crate::source::Span;

/// The most passages that are suggested for one arrangement.
const MOST: usize = 2;
/// So many of the words that weigh are told.
const TOLD: usize = 5;

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
    let near = paper.near(reader);
    let longer = scale.longer(near.len());
    for (number, signs) in near {
        let Some(sentence) = paper.sentences.get(*number) else { continue };
        let sequence = sentence.sequence(&scratch.words);
        let features = scale.features(&sequence, &mut scratch.stamps);
        let sums = scale.sums(signs, &features);
        for arrangement in &open {
            let sum = sums.get(*arrangement).map_or(i32::MIN, |sum| sum.saturating_sub(longer));
            if sum >= scale.hint_from {
                suggested.likely.insert(*arrangement);
            }
            if sum >= scale.ask_from
                && let Some((words, why)) = told(&features, scale, *arrangement)
            {
                let arrangement = *arrangement;
                suggested.passages.push(Suggestion {
                    number: *number,
                    arrangement,
                    words,
                    why,
                    sum,
                });
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

/// The sentences of a paper as weights are learnt from them.
pub(super) fn weighable(paper: &Heard, reader: &Reader, scratch: &mut Scratch) -> Vec<Weighable> {
    let scale = &reader.scale;
    let made = paper.near(reader).iter().filter_map(|(number, signs)| {
        let sentence = paper.sentences.get(*number)?;
        let sequence = sentence.sequence(&scratch.words);
        let words = scale.features(&sequence, &mut scratch.stamps).into_iter();
        Some(Weighable {
            place: (sentence.block, sentence.place(&(0..sentence.len()))),
            signs: signs.clone(),
            words: words.map(|(feature, _)| scale.name(feature).to_owned()).collect(),
        })
    });
    made.collect()
}
