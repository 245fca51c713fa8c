//! A lexicon prepared: all that a reader is made of.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::atoms::Atoms;
use super::classes::{ClassId, ClassNames, Classes, common};
use super::patterns::Patterns;
use super::spellings::Spellings;
use super::texts::Texts;
use super::weighed::Weighed;
use super::written::{rank_names, spread, written_names};
use crate::rulebook::{
    ArrangementId, Cue, CueSays, Effect, GridWords, Lexicon, Modifier, Pattern, PoliceForce, Reads,
    Scope, Traits,
};
use crate::standing::{ForceKind, RankTable};

/// The classes of which it is asked how they are written: they tell who made a paper.
const OF_AUTHORS: [&str; 8] = [
    "body",
    "inspects",
    "maker",
    "other",
    "registered",
    "research",
    "sounds-other",
    "sounds-police",
];

/// What a lexicon comes to.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Prepared {
    pub(crate) atoms: Atoms,
    pub(crate) classes: Classes,
    pub(crate) phrases: Patterns,
    pub(crate) phrase_classes: Vec<ClassId>,
    pub(crate) cues: Patterns,
    pub(crate) cue_meanings: Vec<CueMeaning>,
    /// How each cue is written.
    pub(crate) cues_written: Texts,
    pub(crate) modifiers: Patterns,
    pub(crate) modifier_meanings: Vec<ModifierMeaning>,
    pub(crate) modifiers_written: Texts,
    /// The names of police forces, and the force of each.
    pub(crate) names: Patterns,
    pub(crate) name_forces: Vec<usize>,
    pub(crate) areas: Patterns,
    pub(crate) area_forces: Vec<usize>,
    pub(crate) forces: Vec<PoliceForce>,
    pub(crate) arrangements: Vec<Arranged>,
    /// Labels of cells, with what they say of the cell.
    pub(crate) labels: Spellings<Effect>,
    pub(crate) weighed: Weighed,
    pub(crate) grids: GridWords,
    /// How the phrases of some classes are written.
    pub(crate) written: BTreeMap<String, Texts>,
}

/// What reading must know of an arrangement.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Arranged {
    pub(crate) id: ArrangementId,
    pub(crate) traits: Traits,
}

/// What a cue says of which arrangement.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct CueMeaning {
    /// Its place in the reader's arrangements.
    pub(crate) arrangement: usize,
    pub(crate) says: CueSays,
    /// Whether it names slavery itself.
    pub(crate) names_slavery: bool,
}

/// What a modifier does, on which side, how far.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct ModifierMeaning {
    pub(crate) effect: Effect,
    pub(crate) reads: Reads,
    pub(crate) reach: Scope,
}

impl Prepared {
    /// Prepares a lexicon.
    pub(crate) fn of(lexicon: &Lexicon, ranks: &RankTable) -> Self {
        let (mut atoms, mut names) = (Atoms::new(lexicon.writing.clone()), ClassNames::default());
        for (word, form) in &lexicon.verbs.forms {
            atoms.verb(word, *form);
        }
        let classes = Classes::new(&mut names);
        let (mut phrases, mut phrase_classes) = (Patterns::default(), Vec::new());
        let common = common(lexicon);
        let asked_for = lexicon.classes.iter().filter(|(name, _)| common.contains(name.as_str()));
        for (name, patterns) in asked_for {
            let class = names.id(name);
            for pattern in patterns.iter().flat_map(|pattern| spread(pattern, &lexicon.classes, 0))
            {
                phrases.add(&pattern, &mut atoms, &mut names);
                phrase_classes.push(class);
            }
        }
        for rank in rank_names(ranks) {
            if let Ok(pattern) = Pattern::parse(&rank) {
                phrases.add(&pattern, &mut atoms, &mut names);
                phrase_classes.push(classes.rank);
            }
        }
        let mut arrangements: Vec<Arranged> = Vec::new();
        let (mut cues, mut cue_meanings) = (Patterns::default(), Vec::new());
        let mut cues_written = Texts::default();
        for Cue { arrangement, pattern, says } in &lexicon.cues {
            let known = arrangements.iter().position(|known| known.id == *arrangement);
            let arrangement = known.unwrap_or_else(|| {
                arrangements.push(Arranged {
                    id: arrangement.clone(),
                    traits: lexicon.traits.get(arrangement).cloned().unwrap_or_default(),
                });
                arrangements.len() - 1
            });
            cues.add(pattern, &mut atoms, &mut names);
            cues_written.push(&pattern.written);
            let names_slavery = pattern.classes().any(|class| class == "slavery");
            cue_meanings.push(CueMeaning { arrangement, says: *says, names_slavery });
        }
        let (mut modifiers, mut modifier_meanings) = (Patterns::default(), Vec::new());
        let (mut modifiers_written, mut labels) = (Texts::default(), BTreeMap::new());
        for Modifier { effect, reads, reach, pattern } in &lexicon.modifiers {
            modifiers.add(pattern, &mut atoms, &mut names);
            modifiers_written.push(&pattern.written);
            let (effect, reads, reach) = (*effect, *reads, *reach);
            modifier_meanings.push(ModifierMeaning { effect, reads, reach });
            if Effect::LABELS.contains(&effect) {
                labels.insert(folded_label(&pattern.written), effect);
            }
        }
        let (mut force_names, mut name_forces) = (Patterns::default(), Vec::new());
        let (mut areas, mut area_forces) = (Patterns::default(), Vec::new());
        for (index, force) in lexicon.forces.iter().enumerate() {
            // To a force's paper an agency is another body: `names.toml` has it.
            let written = written_names(force);
            for name in written.into_iter().filter(|_| force.kind != ForceKind::Agency) {
                if let Ok(pattern) = Pattern::parse(&name) {
                    force_names.add(&pattern, &mut atoms, &mut names);
                    name_forces.push(index);
                }
            }
            for area in &force.areas {
                if let Ok(pattern) = Pattern::parse(&area.to_lowercase()) {
                    areas.add(&pattern, &mut atoms, &mut names);
                    area_forces.push(index);
                }
            }
        }
        let ids: Vec<&ArrangementId> = arrangements.iter().map(|own| &own.id).collect();
        let weighed = Weighed::new(lexicon, &ids, &common, &mut atoms, &mut names);
        let written = OF_AUTHORS.iter().filter_map(|class| {
            let mut texts = Texts::default();
            lexicon.classes.get(*class)?.iter().for_each(|own| texts.push(&own.written));
            Some(((*class).to_owned(), texts))
        });
        Self {
            atoms,
            classes,
            phrases,
            phrase_classes,
            cues,
            cue_meanings,
            cues_written,
            modifiers,
            modifier_meanings,
            modifiers_written,
            names: force_names,
            name_forces,
            areas,
            area_forces,
            forces: lexicon.forces.clone(),
            arrangements,
            labels: labels.iter().map(|(label, effect)| (label.as_str(), *effect)).collect(),
            weighed,
            grids: lexicon.grids.clone(),
            written: written.collect(),
        }
    }

    /// What a build kept; `None` where it kept nothing, because the rules had faults.
    pub(crate) fn kept(kept: &'static [u8]) -> Option<Self> {
        postcard::from_bytes(kept).ok()
    }
}

/// A label without what doesn't matter in it.
pub(crate) fn folded_label(label: &str) -> String {
    let kept: String = label.chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
    let words: Vec<String> = kept.to_lowercase().split_whitespace().map(str::to_owned).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklists;

    #[test]
    fn what_the_build_prepared_is_what_the_rules_come_to() {
        let (rulebook, lexicon) = (checklists::rulebook().unwrap(), checklists::lexicon().unwrap());
        let prepared = Prepared::of(&lexicon, rulebook.vocabulary().ranks());
        let kept = postcard::to_allocvec(&prepared).unwrap();
        assert!(kept == checklists::reading(), "other bytes than the build kept");
        assert!(Prepared::kept(checklists::reading()).is_some());
    }
}
