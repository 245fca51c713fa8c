//! What words weigh for arrangements (`weights.toml`), made ready.

use std::collections::BTreeMap;

use super::matcher::{Matcher, Stamps};
use super::patterns::Sequence;
use super::prepared::{ClassId, Entry, Feature, Texts, Weighed};
use crate::rulebook::Sign;
use crate::source::Span;

/// What everything weighs, made ready.
#[derive(Debug)]
pub(super) struct Scale {
    /// Words, and phrases of classes that nothing else asks for.
    matcher: Matcher,
    /// The feature that each of its patterns shows.
    shown: Vec<Feature>,
    /// The features of classes whose phrases every sentence has already.
    classes: BTreeMap<ClassId, Feature>,
    names: Texts,
    /// What the features weigh, one behind the other, and where what each does ends.
    entries: Vec<Entry>,
    ends: Vec<usize>,
    signs: BTreeMap<Sign, Vec<Entry>>,
    arrangements: usize,
    /// From this sum on a sentence is handed to a person.
    pub ask_from: i32,
    /// From this sum on general words are.
    pub hint_from: i32,
    /// Below this sum what a cue lets the force have is, too.
    pub against_below: i32,
    /// The same of what is only said to be there.
    pub against_standing_below: i32,
    /// What it takes more each time that a paper is twice as long as most.
    longer: i32,
}

impl Scale {
    /// Makes ready what was prepared.
    pub(super) fn new(prepared: Weighed) -> Self {
        Self {
            matcher: Matcher::new(prepared.patterns),
            shown: prepared.shown,
            classes: prepared.classes,
            names: prepared.names,
            entries: prepared.entries,
            ends: prepared.ends,
            signs: prepared.signs,
            arrangements: prepared.arrangements,
            ask_from: prepared.ask_from,
            hint_from: prepared.hint_from,
            against_below: prepared.against_below,
            against_standing_below: prepared.against_standing_below,
            longer: prepared.longer,
        }
    }

    /// Whether anything weighs for an arrangement.
    pub(super) fn knows(&self, arrangement: usize) -> bool {
        let starts = self.signs.get(&Sign::Start);
        starts.is_some_and(|row| row.iter().any(|(own, _)| *own == arrangement))
    }

    /// What a sentence must weigh more where it is one of so many: among hundreds some speak of anything by chance.
    pub(super) fn longer(&self, sentences: usize) -> i32 {
        const USUAL: usize = 24;
        let doublings = (sentences / USUAL).checked_ilog2().unwrap_or_default();
        i32::try_from(doublings).map_or(i32::MAX, |times| times.saturating_mul(self.longer))
    }

    /// The name of a feature, as the packs write it.
    pub(super) fn name(&self, feature: Feature) -> &str {
        self.names.get(feature).unwrap_or_default()
    }

    /// What a feature weighs for each arrangement for which it does.
    fn row(&self, feature: Feature) -> &[Entry] {
        let end = |feature: Feature| self.ends.get(feature).copied();
        let start = feature.checked_sub(1).map_or(Some(0), end);
        let bounds = start.zip(end(feature));
        bounds.and_then(|(start, end)| self.entries.get(start..end)).unwrap_or_default()
    }

    /// What a feature weighs for an arrangement.
    pub(super) fn weight(&self, feature: Feature, arrangement: usize) -> i32 {
        self.row(feature)
            .iter()
            .filter(|(own, _)| *own == arrangement)
            .map(|(_, weight)| weight)
            .sum()
    }

    /// What signs and features weigh together, for each arrangement.
    pub(super) fn sums(&self, signs: &[Sign], features: &[(Feature, Span)]) -> Vec<i32> {
        let mut sums = vec![0; self.arrangements];
        let signs = signs.iter().filter_map(|sign| self.signs.get(sign).map(Vec::as_slice));
        let features = features.iter().map(|(feature, _)| self.row(*feature));
        for (arrangement, weight) in signs.chain(features).flatten() {
            sums.get_mut(*arrangement).into_iter().for_each(|sum: &mut i32| *sum += weight);
        }
        sums
    }

    /// The features of a sentence, each once, with the first words that show it.
    pub(super) fn features(
        &self,
        sentence: &Sequence<'_>,
        stamps: &mut Stamps,
    ) -> Vec<(Feature, Span)> {
        let mut found: Vec<(Feature, Span)> = Vec::new();
        self.matcher.find(sentence, stamps, |pattern, start, end| {
            found.extend(self.shown.get(pattern).map(|feature| (*feature, start..end)));
        });
        for at in 0..sentence.words.len() {
            for (class, length) in sentence.phrases.at(at) {
                let feature = self.classes.get(class);
                found.extend(feature.map(|feature| (*feature, at..at + usize::from(*length))));
            }
        }
        found.sort_by_key(|(feature, span)| (*feature, span.start));
        found.dedup_by_key(|(feature, _)| *feature);
        found
    }
}
