//! What the packs say of reading, out of their files.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::nesting::{DEEPEST_CLASS, MOST_PHRASES, phrases, too_deep};
use super::part::ReadingPart;
use super::weights::weight;
use super::{
    AnsweredBy, BUILT_IN_CLASSES, Cue, CueSays, Effect, Lexicon, Modifier, Reads, Scope, Sign,
    Signal, Weight,
};
use crate::rulebook::police_force::read_forces;
use crate::rulebook::{ArrangementId, Pattern, RuleFile};
use crate::source::{Fault, Faults, Item, Span, Table, Text, nearest, parse_toml};
use crate::standing::Words as _;

/// The keys of `[reading]` under which cues stand, with what they say.
const CUE_KEYS: [(&str, CueSays); 6] = [
    ("cues", CueSays::Names),
    ("labels", CueSays::Labels),
    ("does", CueSays::Does),
    ("part", CueSays::Part),
    ("hints", CueSays::Hints),
    ("not", CueSays::Nothing),
];

impl Lexicon {
    /// Loads what the packs say of reading. Their arrangements have been checked already.
    ///
    /// # Errors
    ///
    /// Every fault of every file.
    pub fn load(files: &[RuleFile]) -> Result<Self, Vec<Fault>> {
        Self::default().beside(files)
    }

    /// Adds what further packs say of reading, as if all had been loaded together. To a police force
    /// that is known already they may add names, and what nobody has stated of it.
    ///
    /// # Errors
    ///
    /// Every fault of every file.
    pub fn beside(&self, files: &[RuleFile]) -> Result<Self, Vec<Fault>> {
        let faults = Faults::new();
        let mut loading =
            Loading { lexicon: self.clone(), named: Vec::new(), classes: BTreeMap::new() };
        let parts = files.iter().filter_map(|file| file.part_in_reading().map(|part| (part, file)));
        // Cues may be added to any arrangement: so all of those come first.
        let (first, then): (Vec<_>, Vec<_>) =
            parts.partition(|(part, _)| matches!(part, ReadingPart::Arrangement));
        for (part, file) in first.into_iter().chain(then) {
            let parsed = parse_toml(&file.text, &faults);
            let root = Table::root(&parsed, &file.text, &faults);
            match part {
                ReadingPart::Arrangement => loading.read_arrangement(&root),
                ReadingPart::Context => loading.read_context(root),
                ReadingPart::Names => loading.read_names(root),
                ReadingPart::Forces => loading.read_forces(root),
                ReadingPart::Statuses => loading.lexicon.grids.read(root),
                ReadingPart::Verbs => loading.lexicon.verbs.read(root),
                ReadingPart::Writing => loading.lexicon.writing.read(root),
                ReadingPart::Weights => loading.read_weights(root),
            }
        }
        loading.check_names(&faults);
        loading.check_nesting(&faults);
        if faults.has_errors() { Err(faults.into_sorted()) } else { Ok(loading.lexicon) }
    }
}

/// A lexicon on the way, with the names in it that must turn out to mean something.
struct Loading {
    lexicon: Lexicon,
    /// Classes that patterns name.
    named: Vec<NamedClass>,
    /// Where classes stand.
    classes: BTreeMap<String, (Arc<Text>, Span)>,
}

/// A name at its place.
struct NamedClass {
    name: String,
    text: Arc<Text>,
    span: Span,
}

impl Loading {
    fn read_context(&mut self, table: Table<'_>) {
        self.read_classes(&table);
        for row in table.tables("modifier") {
            self.read_modifier(row);
        }
        if let Some(found) = table.get("reading").and_then(|item| item.table()) {
            for id in self.lexicon.arrangements.clone() {
                if let Some(reading) = found.get(id.to_string()).and_then(|item| item.table()) {
                    self.read_cues(&id, reading);
                }
            }
            found.finish();
        }
        table.finish();
    }

    fn read_names(&mut self, table: Table<'_>) {
        self.read_classes(&table);
        table.finish();
    }

    fn read_classes(&mut self, table: &Table<'_>) {
        let Some(classes) = table.get("class").and_then(|item| item.table()) else { return };
        for item in classes.items() {
            let name = item.key().value.to_owned();
            let place = (Arc::clone(item.file()), item.key().span.clone());
            self.classes.insert(name.clone(), place);
            let phrases = self.patterns(Some(item));
            self.lexicon.classes.entry(name).or_default().extend(phrases);
        }
    }

    fn read_weights(&mut self, table: Table<'_>) {
        self.read_classes(&table);
        let classes = table.get("class").and_then(|item| item.table());
        let names = classes.iter().flat_map(Table::items).map(|item| item.key().value.to_owned());
        self.lexicon.weights.classes.extend(names);
        let from = |key: &'static str| table.get(key).and_then(|item| weight(&item));
        let (ask_from, hint_from, longer) = (from("ask-from"), from("hint-from"), from("longer"));
        let against_below = from("against-below");
        let against_standing_below = from("against-standing-below");
        let own = &mut self.lexicon.weights;
        own.ask_from = ask_from.unwrap_or(own.ask_from);
        own.hint_from = hint_from.unwrap_or(own.hint_from);
        own.against_below = against_below.unwrap_or(own.against_below);
        own.against_standing_below = against_standing_below.unwrap_or(own.against_standing_below);
        own.longer = longer.unwrap_or(own.longer);
        if let Some(of) = table.get("weights").and_then(|item| item.table()) {
            for id in self.lexicon.arrangements.clone() {
                let rows = of.get(id.to_string()).and_then(|item| item.table());
                for item in rows.iter().flat_map(Table::items) {
                    let signal = self.signal(&item);
                    if let (Some(signal), Some(weight)) = (signal, weight(&item)) {
                        let weight = Weight { arrangement: id.clone(), signal, weight };
                        self.lexicon.weights.each.push(weight);
                    }
                }
            }
            of.finish();
        }
        table.finish();
    }

    /// What a key of weights stands for: a sign, or words.
    fn signal(&mut self, item: &Item<'_>) -> Option<Signal> {
        let key = item.key();
        if key.value.starts_with('@') {
            let sign = Sign::ALL.iter().find(|sign| sign.word() == key.value);
            if sign.is_none() {
                let message = format!("`{}` is no sign of a sentence", key.value);
                let known = nearest(key.value, Sign::ALL.iter().map(|sign| sign.word()));
                let label =
                    known.map_or("not known".to_owned(), |near| format!("did you mean `{near}`?"));
                item.fault("rules::unknown-sign", message, label);
            }
            return sign.copied().map(Signal::Sign);
        }
        self.parsed(item, key.value, &key.span).map(Signal::Words)
    }

    fn read_modifier(&mut self, row: Table<'_>) {
        let effect = row.required_word::<Effect>("effect");
        let reads = row.required_word::<Reads>("reads");
        let reach = row.required_word::<Scope>("reach");
        let patterns = self.patterns(row.require("phrases"));
        let _ = row.text_of("why");
        // Examples are read by their proof alone.
        let _ = row.get("example");
        row.finish();
        let (Some(effect), Some(reads), Some(reach)) = (effect, reads, reach) else { return };
        self.lexicon.modifiers.extend(patterns.into_iter().map(|pattern| Modifier {
            effect: effect.value,
            reads: reads.value,
            reach: reach.value,
            pattern,
        }));
    }

    fn read_arrangement(&mut self, table: &Table<'_>) {
        let Some(id) = table.text_of("id") else { return };
        let id = ArrangementId::from(id.value.as_str());
        if let Some(reading) = table.get("reading").and_then(|item| item.table()) {
            self.read_cues(&id, reading);
        }
        self.lexicon.arrangements.insert(id);
    }

    fn read_cues(&mut self, arrangement: &ArrangementId, table: Table<'_>) {
        for (key, says) in CUE_KEYS {
            let cues = self.patterns(table.get(key)).into_iter();
            self.lexicon.cues.extend(cues.map(|pattern| Cue {
                arrangement: arrangement.clone(),
                pattern,
                says,
            }));
        }
        let flags = [
            "by-commissioner",
            "by-others",
            "joint",
            "membership",
            "given",
            "titled",
            "done",
            "by-share",
        ];
        let [by_commissioner, by_others, joint, membership, given, titled, done, by_share] =
            flags.map(|flag| table.flag(flag));
        let answers = table.get("answered-by").and_then(|item| item.list()).unwrap_or_default();
        let traits = self.lexicon.traits.entry(arrangement.clone()).or_default();
        traits.by_commissioner |= by_commissioner;
        traits.by_others |= by_others;
        traits.joint |= joint;
        traits.membership |= membership;
        traits.titled |= titled;
        traits.done |= done;
        traits.by_share |= by_share;
        traits.given |= given;
        let answers = answers.iter().filter_map(Item::word::<AnsweredBy>);
        traits.answered_by.extend(answers.map(|word| word.value));
        let _ = table.get("example");
        table.finish();
    }

    fn read_forces(&mut self, table: Table<'_>) {
        read_forces(table, &mut self.lexicon.forces);
    }

    fn patterns(&mut self, list: Option<Item<'_>>) -> Vec<Pattern> {
        let items = list.and_then(|item| item.list()).unwrap_or_default();
        items.iter().filter_map(|item| self.pattern(item)).collect()
    }

    fn pattern(&mut self, item: &Item<'_>) -> Option<Pattern> {
        let written = item.text()?;
        self.parsed(item, &written.value, &written.span)
    }

    fn parsed(&mut self, item: &Item<'_>, written: &str, at: &Span) -> Option<Pattern> {
        let pattern = match Pattern::parse(written) {
            Ok(pattern) => pattern,
            Err(why) => {
                let message = format!("this pattern {why}");
                let label = "expected words such as \"{rank} .. lead\"";
                item.fault("rules::not-a-pattern", message, label);
                return None;
            }
        };
        for name in pattern.classes() {
            let braced = format!("{{{name}}}");
            let source = item.file().body().get(at.clone()).unwrap_or_default();
            let span = match source.find(&braced) {
                Some(from) => at.start + from..at.start + from + braced.len(),
                None => at.clone(),
            };
            let text = Arc::clone(item.file());
            self.named.push(NamedClass { name: name.to_owned(), text, span });
        }
        Some(pattern)
    }

    /// Every class that a pattern names must be there.
    fn check_names(&self, faults: &Faults) {
        let classes = &self.lexicon.classes;
        let is_class = |name: &str| BUILT_IN_CLASSES.contains(&name) || classes.contains_key(name);
        for NamedClass { name, text, span } in
            self.named.iter().filter(|named| !is_class(&named.name))
        {
            let known = classes.keys().map(String::as_str).chain(BUILT_IN_CLASSES);
            let near = nearest(name, known);
            let message = format!("there is no class `{name}` of phrases");
            faults.push(
                Fault::new("rules::unknown-class", text, span.clone(), message, "not known")
                    .maybe_help(near.map(|near| format!("did you mean `{{{near}}}`?"))),
            );
        }
    }
}

impl Loading {
    /// Classes that name classes are written out: not without end, and not to more than can be held.
    fn check_nesting(&self, faults: &Faults) {
        let classes = &self.lexicon.classes;
        let deep = too_deep(classes);
        for name in &deep {
            let message =
                format!("the class `{name}` names classes more than {DEEPEST_CLASS} deep");
            faults.push(self.fault_of_class(name, message, "write some of them out here"));
        }
        let counts = phrases(classes);
        let all = counts.values().copied().fold(0, usize::saturating_add);
        let largest = counts.iter().max_by_key(|(_, count)| **count);
        if let Some((name, count)) = largest.filter(|_| all > MOST_PHRASES && deep.is_empty()) {
            let message = format!(
                "the classes come to more than {MOST_PHRASES} phrases with those that they name, \
                 the most of them in `{name}`"
            );
            let label = format!("comes to {count}");
            faults.push(self.fault_of_class(name, message, &label));
        }
    }

    fn fault_of_class(&self, name: &str, message: String, label: &str) -> Fault {
        let code = "rules::too-many-phrases";
        match self.classes.get(name) {
            Some((text, span)) => Fault::new(code, text, span.clone(), message, label),
            None => Fault::whole(code, message),
        }
    }
}
