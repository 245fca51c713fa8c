//! What words weigh for arrangements (`weights.toml`), made ready.

use std::collections::{BTreeMap, BTreeSet};

use super::matcher::{Matcher, Stamps};
use super::patterns::{ClassId, ClassNames, Sequence};
use super::words::Atoms;
use super::written::spread;
use crate::rulebook::{ArrangementId, Lexicon, Pattern, Sign, Signal};
use crate::source::Span;

/// A word, or a class of phrases, that weighs: its place in [`Scale`].
pub(super) type Feature = usize;

/// What something weighs: an arrangement, by its place in the reader's, and how much.
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
    /// Makes ready what a lexicon says. `common` are the classes that other patterns name.
    pub(super) fn new(
        lexicon: &Lexicon,
        arrangements: &[&ArrangementId],
        common: &BTreeSet<&str>,
        atoms: &mut Atoms,
        names: &mut ClassNames,
    ) -> Self {
        let weights = &lexicon.weights;
        let mut scale = Self {
            ask_from: weights.ask_from,
            hint_from: weights.hint_from,
            against_below: weights.against_below,
            against_standing_below: weights.against_standing_below,
            longer: weights.longer,
            arrangements: arrangements.len(),
            ..Self::default()
        };
        let mut known: BTreeMap<String, Feature> = BTreeMap::new();
        for name in &weights.classes {
            if let Ok(pattern) = Pattern::parse(&format!("{{{name}}}")) {
                let feature = scale.add(&pattern, lexicon, common, atoms, names);
                known.insert(pattern.written, feature);
            }
        }
        for weight in &weights.each {
            let Some(at) = arrangements.iter().position(|own| **own == weight.arrangement) else {
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
        self.names.get(feature).map_or("", String::as_str)
    }

    /// What a feature weighs for an arrangement.
    pub(super) fn weight(&self, feature: Feature, arrangement: usize) -> i32 {
        let row = self.rows.get(feature).map_or(&[][..], Vec::as_slice);
        row.iter().filter(|(own, _)| *own == arrangement).map(|(_, weight)| weight).sum()
    }

    /// What signs and features weigh together, for each arrangement.
    pub(super) fn sums(&self, signs: &[Sign], features: &[(Feature, Span)]) -> Vec<i32> {
        let mut sums = vec![0; self.arrangements];
        let signs = signs.iter().filter_map(|sign| self.signs.get(sign));
        let features = features.iter().filter_map(|(feature, _)| self.rows.get(*feature));
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
