//! The lexicon made ready to read with.

use std::collections::BTreeMap;

use super::patterns::{ClassId, ClassNames, Matcher, Phrases, Sequence, Stamps};
use super::tokens::{Shape, Token};
use super::words::{Atoms, WordCache};
use crate::rulebook::{
    Alternative, ArrangementId, Cue, CueSays, DEEPEST_CLASS, Effect, Element, GridWords, Lexicon,
    Modifier, Pattern, PoliceForce, Reads, Scope,
};
use crate::source::Span;
use crate::standing::{ForceKind, RankTable};

/// A lexicon made ready: made once, used for any number of documents.
#[derive(Debug)]
pub struct Reader {
    pub(super) atoms: Atoms,
    pub(super) classes: Classes,
    phrases: Matcher,
    phrase_classes: Vec<ClassId>,
    pub(super) cues: Matcher,
    pub(super) cue_meanings: Vec<CueMeaning>,
    pub(super) modifiers: Matcher,
    pub(super) modifier_meanings: Vec<ModifierMeaning>,
    names: Matcher,
    name_forces: Vec<usize>,
    areas: Matcher,
    area_forces: Vec<usize>,
    pub(super) forces: Vec<PoliceForce>,
    pub(super) arrangements: Vec<Arranged>,
    /// Labels of cells, with what they say of the cell.
    labels: BTreeMap<String, Effect>,
    /// What people write in grids.
    pub(super) grids: GridWords,
}

/// What reading must know of an arrangement.
#[derive(Debug)]
pub(super) struct Arranged {
    pub id: ArrangementId,
    pub by_commissioner: bool,
    pub by_others: bool,
}

/// What a cue says of which arrangement.
#[derive(Debug)]
pub(super) struct CueMeaning {
    /// Its place in the reader's arrangements.
    pub arrangement: usize,
    pub says: CueSays,
    pub written: String,
}

/// What a modifier does, on which side, how far.
#[derive(Debug)]
pub(super) struct ModifierMeaning {
    pub effect: Effect,
    pub reads: Reads,
    pub reach: Scope,
    pub written: String,
}

macro_rules! classes {
    ($($name:ident = $written:literal),+ $(,)?) => {
        /// The classes of phrases that reading itself asks for.
        #[derive(Debug)]
        pub(super) struct Classes { $(pub $name: ClassId),+ }

        impl Classes {
            fn new(names: &mut ClassNames) -> Self {
                Self { $($name: names.id($written)),+ }
            }
        }
    };
}

classes! {
    slavery = "slavery",
    rival = "rival",
    own = "own",
    we = "we",
    commissioner = "commissioner",
    other = "other",
    rank = "rank",
    finite = "finite",
    preposition = "preposition",
    breaks = "breaks",
    pronoun = "pronoun",
    anaphor = "anaphor",
    relative = "relative",
    agentless = "agentless",
    imperative = "imperative",
    police = "police",
    no_name = "no-name",
    definite = "definite",
    article = "article",
    comma = "comma",
    semicolon = "semicolon",
    and = "and",
    of = "of",
    from = "from",
    reports = "reports",
    interrogative = "interrogative",
    asks = "asks",
    should = "should",
    hedges = "hedges",
    money = "money",
    counterpart = "counterpart",
    thanks = "thanks",
    subordinate = "subordinate",
    among = "among",
    number = "number",
}

/// What one thread needs beside the reader: a cache, and room that is used again and again.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(super) words: WordCache,
    pub(super) stamps: Stamps,
}

impl Reader {
    /// Makes a lexicon ready.
    #[must_use]
    pub fn new(lexicon: &Lexicon, ranks: &RankTable) -> Self {
        let (mut atoms, mut names) = (Atoms::default(), ClassNames::default());
        let classes = Classes::new(&mut names);
        let mut phrases = Matcher::default();
        let mut phrase_classes = Vec::new();
        for (name, patterns) in &lexicon.classes {
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
        let mut cues = Matcher::default();
        let mut cue_meanings = Vec::new();
        for Cue { arrangement, pattern, says } in &lexicon.cues {
            let known = arrangements.iter().position(|known| known.id == *arrangement);
            let index = known.unwrap_or_else(|| {
                arrangements.push(Arranged {
                    id: arrangement.clone(),
                    by_commissioner: lexicon.by_commissioner.contains(arrangement),
                    by_others: lexicon.by_others.contains(arrangement),
                });
                arrangements.len() - 1
            });
            cues.add(pattern, &mut atoms, &mut names);
            let written = pattern.written.clone();
            cue_meanings.push(CueMeaning { arrangement: index, says: *says, written });
        }
        let mut modifiers = Matcher::default();
        let mut modifier_meanings = Vec::new();
        for Modifier { effect, reads, reach, pattern } in &lexicon.modifiers {
            modifiers.add(pattern, &mut atoms, &mut names);
            modifier_meanings.push(ModifierMeaning {
                effect: *effect,
                reads: *reads,
                reach: *reach,
                written: pattern.written.clone(),
            });
        }
        let mut force_names = Matcher::default();
        let mut name_forces = Vec::new();
        let mut areas = Matcher::default();
        let mut area_forces = Vec::new();
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
        let label = |own: &Modifier| (folded_label(&own.pattern.written), own.effect);
        let labels = lexicon.modifiers.iter().filter(|own| Effect::LABELS.contains(&own.effect));
        let labels = labels.map(label).collect();
        Self {
            labels,
            grids: lexicon.grids.clone(),
            atoms,
            classes,
            phrases,
            phrase_classes,
            cues,
            cue_meanings,
            modifiers,
            modifier_meanings,
            names: force_names,
            name_forces,
            areas,
            area_forces,
            forces: lexicon.forces.clone(),
            arrangements,
        }
    }

    /// Finds the phrases of classes in the words of a sentence.
    pub(super) fn find_phrases(
        &self,
        words: &[u32],
        tokens: &[Token],
        scratch: &mut Scratch,
        found: &mut Phrases,
    ) {
        let none = Phrases::default();
        let sequence = Sequence { words, known: &scratch.words, phrases: &none };
        let mut phrases: Vec<(usize, ClassId, usize)> = Vec::new();
        self.phrases.find(&sequence, &mut scratch.stamps, |pattern, start, end| {
            if let Some(class) = self.phrase_classes.get(pattern) {
                phrases.push((start, *class, end - start));
            }
        });
        let mut phrases = phrases.into_iter().peekable();
        found.clear();
        for at in 0..words.len() {
            found.begin();
            if tokens.get(at).is_some_and(|token| token.shape == Shape::Number) {
                found.add(self.classes.number, 1);
            }
            while let Some((_, class, length)) = phrases.next_if(|(start, _, _)| *start == at) {
                found.add(class, length);
            }
        }
        found.begin();
    }

    /// The names of police forces in a sentence: where each begins and ends, and which force.
    pub(super) fn forces_in(
        &self,
        sequence: &Sequence<'_>,
        stamps: &mut Stamps,
    ) -> Vec<(Span, usize)> {
        let mut found = Vec::new();
        self.names.find(sequence, stamps, |name, start, end| {
            found.extend(self.name_forces.get(name).map(|force| (start..end, *force)));
        });
        found
    }

    /// What a label says of what stands under it or beside it.
    pub(super) fn label(&self, label: &str) -> Option<Effect> {
        self.labels.get(&folded_label(label)).copied()
    }

    /// The areas of police forces in a sentence, likewise.
    pub(super) fn areas_in(
        &self,
        sequence: &Sequence<'_>,
        stamps: &mut Stamps,
    ) -> Vec<(Span, usize)> {
        let mut found = Vec::new();
        self.areas.find(sequence, stamps, |area, start, end| {
            found.extend(self.area_forces.get(area).map(|force| (start..end, *force)));
        });
        found
    }

    /// How many phrases, cues and modifiers it knows.
    #[must_use]
    pub fn size(&self) -> (usize, usize, usize) {
        (self.phrase_classes.len(), self.cue_meanings.len(), self.modifier_meanings.len())
    }
}

/// A pattern of a class with the classes that it names itself written out.
fn spread(pattern: &Pattern, classes: &BTreeMap<String, Vec<Pattern>>, depth: u8) -> Vec<Pattern> {
    let mut done: Vec<Vec<Element>> = vec![Vec::new()];
    for element in &pattern.elements {
        let ways: Vec<Vec<Element>> = match element {
            Element::One(alternatives) if depth < DEEPEST_CLASS => {
                let (named, plain): (Vec<&Alternative>, Vec<&Alternative>) = alternatives.iter().partition(
                    |alternative| matches!(alternative, Alternative::Class(name) if classes.contains_key(name)),
                );
                let plain: Vec<Alternative> = plain.into_iter().cloned().collect();
                let own = (!plain.is_empty()).then(|| vec![Element::One(plain)]);
                let nested = named.into_iter().flat_map(|alternative| match alternative {
                    Alternative::Class(name) => classes
                        .get(name)
                        .into_iter()
                        .flatten()
                        .flat_map(|inner| spread(inner, classes, depth + 1))
                        .map(|inner| inner.elements)
                        .collect::<Vec<_>>(),
                    _ => Vec::new(),
                });
                own.into_iter().chain(nested).collect()
            }
            other => vec![vec![other.clone()]],
        };
        done = done
            .iter()
            .flat_map(|start| {
                ways.iter().map(move |way| [start.as_slice(), way.as_slice()].concat())
            })
            .collect();
    }
    done.into_iter()
        .map(|elements| Pattern { written: pattern.written.clone(), elements })
        .collect()
}

/// A label without what doesn't matter in it.
fn folded_label(label: &str) -> String {
    let kept: String = label.chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
    let words: Vec<String> = kept.to_lowercase().split_whitespace().map(str::to_owned).collect();
    words.join(" ")
}

/// Every way to write a rank, as patterns.
fn rank_names(ranks: &RankTable) -> Vec<String> {
    let prefixed = ranks
        .prefixes()
        .iter()
        .flat_map(|prefix| ranks.order().iter().map(move |rank| format!("{prefix} {rank}")));
    let all = ranks.order().iter().cloned().chain(prefixed);
    // "D/Supt" is written with a stroke that look-up folds into a space.
    all.chain(ranks.other_names().map(|name| name.replace(' ', " [/|.] "))).collect()
}

/// The names under which papers speak of a force, as patterns.
fn written_names(force: &PoliceForce) -> Vec<String> {
    let plain = |name: &str| name.to_lowercase().replace(['-', '&', ',', '.'], " ");
    let mut names = vec![plain(&force.name)];
    names.extend(force.also.iter().map(|name| plain(name)));
    for area in &force.areas {
        let area = plain(area);
        names.push(format!("{area} police|constabulary"));
    }
    names
}
