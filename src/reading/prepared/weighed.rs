//! What words weigh for arrangements (`weights.toml`), as lists of numbers.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::atoms::Atoms;
use super::classes::{ClassId, ClassNames};
use super::patterns::Patterns;
use super::texts::Texts;
use super::written::spread;
use crate::rulebook::{ArrangementId, Lexicon, Pattern, Sign, Signal};

/// A word, or a class of phrases, that weighs: its number.
pub(crate) type Feature = usize;

/// For which arrangement something weighs, by its place in the reader's, and how much.
pub(crate) type Entry = (usize, i32);

/// What everything weighs.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Weighed {
    /// Words, and phrases of classes that nothing else asks for.
    pub(crate) patterns: Patterns,
    /// The feature that each of these shows.
    pub(crate) shown: Vec<Feature>,
    /// The features of classes whose phrases every sentence has already.
    pub(crate) classes: BTreeMap<ClassId, Feature>,
    pub(crate) names: Texts,
    /// What the features weigh, one behind the other.
    pub(crate) entries: Vec<Entry>,
    /// Where the entries of each feature end.
    pub(crate) ends: Vec<usize>,
    pub(crate) signs: BTreeMap<Sign, Vec<Entry>>,
    pub(crate) arrangements: usize,
    /// From this sum on a sentence is handed to a person.
    pub(crate) ask_from: i32,
    /// From this sum on general words are.
    pub(crate) hint_from: i32,
    /// Below this sum what a cue lets the force have is, too.
    pub(crate) against_below: i32,
    /// The same of what is only said to be there.
    pub(crate) against_standing_below: i32,
    /// What it takes more each time that a paper is twice as long as most.
    pub(crate) longer: i32,
}

impl Weighed {
    /// What a lexicon says. `common` are the classes that other patterns name.
    pub(super) fn new(
        lexicon: &Lexicon,
        arrangements: &[&ArrangementId],
        common: &BTreeSet<&str>,
        atoms: &mut Atoms,
        names: &mut ClassNames,
    ) -> Self {
        let weights = &lexicon.weights;
        let mut weighed = Self {
            ask_from: weights.ask_from,
            hint_from: weights.hint_from,
            against_below: weights.against_below,
            against_standing_below: weights.against_standing_below,
            longer: weights.longer,
            arrangements: arrangements.len(),
            ..Self::default()
        };
        let mut known: BTreeMap<String, Feature> = BTreeMap::new();
        let mut rows: Vec<(Feature, Entry)> = Vec::new();
        for name in &weights.classes {
            if let Ok(pattern) = Pattern::parse(&format!("{{{name}}}")) {
                let feature = weighed.add(&pattern, lexicon, common, atoms, names);
                known.insert(pattern.written, feature);
            }
        }
        for weight in &weights.each {
            let Some(at) = arrangements.iter().position(|own| **own == weight.arrangement) else {
                continue;
            };
            let entry = (at, weight.weight);
            match &weight.signal {
                Signal::Sign(sign) => weighed.signs.entry(*sign).or_default().push(entry),
                Signal::Words(pattern) => {
                    let feature = *known
                        .entry(pattern.written.clone())
                        .or_insert_with(|| weighed.add(pattern, lexicon, common, atoms, names));
                    rows.push((feature, entry));
                }
            }
        }
        rows.sort_by_key(|(feature, _)| *feature);
        let end = |feature: Feature| rows.partition_point(|(own, _)| *own <= feature);
        weighed.ends = (0..weighed.names.len()).map(end).collect();
        weighed.entries = rows.into_iter().map(|(_, entry)| entry).collect();
        weighed
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
        self.names.push(&pattern.written);
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
                    self.patterns.add(&written, atoms, names);
                    self.shown.push(feature);
                }
            }
        }
        feature
    }
}
