//! What the reading of documents rests on: cues, modifiers, the names of bodies and forces.
//!
//! Cues stand with their arrangement (`[reading]` in its file); classes and modifiers in
//! `context.toml`; other bodies in `names.toml`; the police forces in `forces.toml`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{ArrangementId, Pattern, RuleFile};
use crate::source::{Fault, Faults, Item, Located, Table, parse_toml};
use crate::standing::{Attribute, ForceKind, Words, words};

/// Everything that reading rests on, checked.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Lexicon {
    /// Classes of phrases, by name.
    pub classes: BTreeMap<String, Vec<Pattern>>,
    /// The cues of all arrangements.
    pub cues: Vec<Cue>,
    /// What changes the meaning of a cue.
    pub modifiers: Vec<Modifier>,
    /// The police forces.
    pub forces: Vec<PoliceForce>,
    /// Arrangements for which a police and crime commissioner speaks as the force does.
    pub by_commissioner: BTreeSet<ArrangementId>,
    /// Arrangements that another body's support is.
    pub by_others: BTreeSet<ArrangementId>,
}

/// Words that speak of an arrangement.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Cue {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// The words.
    pub pattern: Pattern,
    /// What they say of it.
    pub says: CueSays,
}

/// What a cue says, as long as nothing changes its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CueSays {
    /// It names the arrangement: who speaks of it in a statement has it.
    Names,
    /// It tells what is done, verb included.
    Does,
    /// It shows the arrangement in part at best.
    Part,
    /// It looks like a cue of the arrangement and is none.
    Nothing,
}

/// The keys of `[reading]` under which cues stand, with what they say.
const CUE_KEYS: [(&str, CueSays); 4] = [
    ("cues", CueSays::Names),
    ("does", CueSays::Does),
    ("part", CueSays::Part),
    ("not", CueSays::Nothing),
];

/// Words that change what a cue means.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Modifier {
    /// What they do to it.
    pub effect: Effect,
    /// On which side of them it stands.
    pub reads: Reads,
    /// How far they reach.
    pub reach: Reach,
    /// The words.
    pub pattern: Pattern,
}

words! {
    /// What a modifier does to a cue in its reach.
    pub enum Effect {
        /// The force doesn't have it.
        Negated = "negated",
        /// It looks like a negation and is none.
        NotNegated = "not negated",
        /// The force will have it.
        Planned = "planned",
        /// It looks like a plan and speaks of what stands.
        Standing = "standing",
        /// The force has it in part.
        Limited = "limited",
        /// The force had it, and no longer has.
        Ended = "ended",
        /// What is told is of an earlier time, and says nothing of now.
        Past = "past",
        /// The force has had it since a time.
        Since = "since",
        /// The force refuses to say.
        Withheld = "withheld",
        /// The force refuses something else: figures, names, the cost of looking.
        Refused = "refused",
        /// It is asked.
        Question = "question",
        /// Somebody should do it.
        Exhortation = "exhortation",
        /// It is told of the country at large.
        Elsewhere = "elsewhere",
        /// It is supposed, not said.
        Supposed = "supposed",
        /// It is defined or described as a thing of its kind.
        Defined = "defined",
        /// A duty or a power is described.
        Duty = "duty",
        /// Something to be filled in.
        Template = "template",
        /// It says that what is asked stands: "yes".
        Yes = "yes",
        /// It says that what is asked will be done: "accepted".
        Accepted = "accepted",
        /// It says that what is asked doesn't stand: "no".
        No = "no",
        /// It hands over what is asked: "please see".
        Attached = "attached",
        /// A label after which somebody else's question stands.
        Asked = "asked",
        /// A label after which the force's answer stands.
        Answer = "answer",
        /// A label after which a task stands, not what was done.
        Task = "task",
        /// A label after which stands what is still to be done.
        Outstanding = "outstanding",
        /// A label after which stands what was done.
        Progress = "progress",
    }
}

words! {
    /// On which side of a modifier the cue stands.
    pub enum Reads {
        /// The cue follows.
        Forward = "forward",
        /// The cue comes first.
        Backward = "backward",
        /// Either.
        Both = "both",
    }
}

words! {
    /// How far a modifier reaches.
    pub enum Reach {
        /// As far as the noun phrase: to the next preposition.
        Phrase = "phrase",
        /// Within the clause.
        Clause = "clause",
        /// Within the sentence.
        Sentence = "sentence",
    }
}

/// A police force, with what the rules ask of it and the names under which papers speak of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PoliceForce {
    /// Its id: the name that `--force` takes.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// Its kind.
    pub kind: ForceKind,
    /// Its region's or commissioner's area: the words before "Police" in other names.
    pub areas: Vec<String>,
    /// Other names: abbreviations above all.
    pub also: Vec<String>,
    /// What is known of it for certain.
    pub attributes: BTreeMap<Attribute, bool>,
}

impl Lexicon {
    /// Loads what the packs say of reading. Their arrangements have been checked already.
    ///
    /// # Errors
    ///
    /// Every fault of every file.
    pub fn load(files: &[RuleFile]) -> Result<Self, Vec<Fault>> {
        let faults = Faults::new();
        let mut lexicon = Self::default();
        for file in files {
            let Some(path) = file.path.strip_suffix(".toml") else { continue };
            let reads: fn(&mut Self, Table<'_>) = match path.split_once('/') {
                None if path == "context" => Self::read_context,
                None if path == "names" => Self::read_classes,
                None if path == "forces" => Self::read_forces,
                Some(("arrangements", _)) => Self::read_cues,
                _ => continue,
            };
            let parsed = parse_toml(&file.text, &faults);
            reads(&mut lexicon, Table::root(&parsed, &file.text, &faults));
        }
        lexicon.check_classes(files, &faults);
        if faults.has_errors() { Err(faults.into_sorted()) } else { Ok(lexicon) }
    }

    fn read_context(&mut self, table: Table<'_>) {
        self.read_class_table(&table);
        for row in table.tables("modifier") {
            let effect = row.required_word::<Effect>("effect");
            let reads = row.required_word::<Reads>("reads");
            let reach = row.required_word::<Reach>("reach");
            let patterns = patterns(&row, "phrases");
            let _ = row.get("why");
            let _ = row.get("example");
            row.finish();
            let (Some(effect), Some(reads), Some(reach)) = (effect, reads, reach) else { continue };
            self.modifiers.extend(patterns.into_iter().map(|pattern| Modifier {
                effect: effect.value,
                reads: reads.value,
                reach: reach.value,
                pattern,
            }));
        }
        table.finish();
    }

    fn read_classes(&mut self, table: Table<'_>) {
        self.read_class_table(&table);
        table.finish();
    }

    fn read_class_table(&mut self, table: &Table<'_>) {
        let Some(classes) = table.get("class").and_then(|item| item.table()) else { return };
        for item in classes.items() {
            let name = item.key().value.to_owned();
            let phrases = item.list().unwrap_or_default();
            let phrases = phrases.iter().filter_map(pattern);
            self.classes.entry(name).or_default().extend(phrases);
        }
    }

    fn read_cues(&mut self, table: Table<'_>) {
        let Some(id) = table.text_of("id") else { return };
        let arrangement = ArrangementId::from(id.value.as_str());
        let Some(reading) = table.get("reading").and_then(|item| item.table()) else { return };
        for (key, says) in CUE_KEYS {
            let cues = patterns(&reading, key).into_iter();
            self.cues.extend(cues.map(|pattern| Cue {
                arrangement: arrangement.clone(),
                pattern,
                says,
            }));
        }
        if reading.flag("by-commissioner") {
            self.by_commissioner.insert(arrangement.clone());
        }
        if reading.flag("by-others") {
            self.by_others.insert(arrangement);
        }
        let _ = reading.get("example");
        reading.finish();
    }

    fn read_forces(&mut self, table: Table<'_>) {
        for row in table.tables("force") {
            let id = row.required_text("id");
            let name = row.required_text("name");
            let kind = row.required_word::<ForceKind>("kind");
            let texts = |key: &'static str| -> Vec<String> {
                row.texts(key).into_iter().map(|text| text.value).collect()
            };
            let (areas, also) = (texts("areas"), texts("also"));
            let mut attributes = BTreeMap::new();
            for attribute in Attribute::ALL {
                let item = row.get(attribute.word());
                if let Some(value) = item.and_then(|item| item.yes_no()) {
                    attributes.insert(*attribute, value.value);
                }
            }
            row.finish();
            let (Some(id), Some(name), Some(kind)) = (id, name, kind) else { continue };
            self.forces.push(PoliceForce {
                id: id.value,
                name: name.value,
                kind: kind.value,
                areas,
                also,
                attributes,
            });
        }
        table.finish();
    }

    /// Every class that a pattern names must be there.
    fn check_classes(&self, files: &[RuleFile], faults: &Faults) {
        let known =
            |name: &str| BUILT_IN_CLASSES.contains(&name) || self.classes.contains_key(name);
        let cues = self.cues.iter().map(|cue| &cue.pattern);
        let modifiers = self.modifiers.iter().map(|modifier| &modifier.pattern);
        let classes = self.classes.values().flatten();
        for pattern in cues.chain(modifiers).chain(classes) {
            for name in pattern.classes().filter(|name| !known(name)) {
                let at = files.iter().find_map(|file| {
                    let start = file.text.body().find(&format!("\"{pattern}\""))?;
                    Some((&file.text, start + 1..start + 1 + pattern.written.len()))
                });
                let message = format!("there is no class `{name}` of phrases");
                faults.push(match at {
                    Some((text, span)) => {
                        Fault::new("rules::unknown-class", text, span, message, "named here")
                    }
                    None => Fault::whole("rules::unknown-class", message),
                });
            }
        }
    }

    /// The force under an id or one of its names.
    #[must_use]
    pub fn force(&self, name: &str) -> Option<&PoliceForce> {
        let same = |other: &str| other.eq_ignore_ascii_case(name);
        self.forces.iter().find(|force| {
            same(&force.id) || same(&force.name) || force.also.iter().any(|also| same(also))
        })
    }
}

/// Classes that no list holds: the ranks of `ranks.toml`, the names of the force that a paper
/// speaks for and of other forces, numbers.
pub const BUILT_IN_CLASSES: [&str; 4] = ["rank", "own-name", "other-force", "number"];

fn patterns(table: &Table<'_>, key: &'static str) -> Vec<Pattern> {
    let items = table.get(key).and_then(|item| item.list()).unwrap_or_default();
    items.iter().filter_map(pattern).collect()
}

fn pattern(item: &Item<'_>) -> Option<Pattern> {
    let Located { value, .. } = item.text()?;
    match Pattern::parse(&value) {
        Ok(pattern) => Some(pattern),
        Err(why) => {
            item.fault(
                "rules::not-a-pattern",
                format!("this pattern {why}"),
                "expected words such as \"{rank} .. lead\"",
            );
            None
        }
    }
}
