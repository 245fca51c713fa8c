//! Modifiers that no example of reading needs.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::run::state;
use super::{ReadingExample, ReadingProof};
use crate::reading::Reading;
use crate::rulebook::{Effect, Lexicon, Modifier, Reads, Rulebook, Scope};
use crate::source::{Fault, Faults, Item, Span, Table, Text, parse_toml};
use crate::standing::State;

/// A row of modifiers in a `context.toml`.
#[derive(Clone, Debug)]
pub struct ModifierRow {
    /// The file.
    pub text: Arc<Text>,
    /// Its heading there.
    pub span: Span,
    /// What its modifiers do.
    pub effect: Effect,
    reads: Reads,
    reach: Scope,
    phrases: BTreeSet<String>,
}

impl ModifierRow {
    fn has(&self, modifier: &Modifier) -> bool {
        (self.effect, self.reads, self.reach) == (modifier.effect, modifier.reads, modifier.reach)
            && self.phrases.contains(&modifier.pattern.written)
    }
}

/// The rows of modifiers that no example shows: none of their phrases decides a statement in an
/// example that reads right, and without them every one of those reads as it does.
///
/// # Errors
///
/// Every fault of what the packs say of reading.
pub fn unused_rows(
    rulebook: &Rulebook,
    examples: &[ReadingExample],
) -> Result<Vec<ModifierRow>, Vec<Fault>> {
    let lexicon = Lexicon::load(rulebook.files())?;
    let mut proof = ReadingProof::with(&lexicon, rulebook);
    let mut told: Vec<(&ReadingExample, Vec<State>)> = Vec::new();
    let mut decided: BTreeSet<(Effect, String)> = BTreeSet::new();
    for example in examples {
        if !proof.run(example).reads_right() {
            continue;
        }
        let Ok(reading) = proof.read(example) else { continue };
        let judged = |made: &&crate::reading::Statement| {
            example.reads.iter().any(|expected| expected.arrangement == made.arrangement)
        };
        let marks = reading.statements.iter().filter(judged).flat_map(|made| &made.marks);
        decided.extend(marks.map(|(_, effect, written)| (*effect, written.clone())));
        told.push((example, states(&reading, example)));
    }
    let shown = |row: &ModifierRow| {
        row.phrases.iter().any(|phrase| decided.contains(&(row.effect, phrase.clone())))
    };
    let mut rows = rows(rulebook);
    rows.retain(|row| !shown(row));
    rows.retain(|row| {
        let mut without = lexicon.clone();
        without.modifiers.retain(|modifier| !row.has(modifier));
        let mut proof = ReadingProof::with(&without, rulebook);
        told.iter().all(|(example, with)| {
            proof.read(example).is_ok_and(|reading| states(&reading, example) == *with)
        })
    });
    Ok(rows)
}

/// What a reading says of each arrangement that an example judges.
fn states(reading: &Reading, example: &ReadingExample) -> Vec<State> {
    example.reads.iter().map(|expected| state(reading, &expected.arrangement)).collect()
}

/// The rows of every `context.toml`. The lexicon loaded, so they are sound.
fn rows(rulebook: &Rulebook) -> Vec<ModifierRow> {
    let faults = Faults::new();
    let mut rows = Vec::new();
    for file in rulebook.files().iter().filter(|file| file.path == "context.toml") {
        let parsed = parse_toml(&file.text, &faults);
        let root = Table::root(&parsed, &file.text, &faults);
        rows.extend(root.tables("modifier").iter().filter_map(row));
    }
    rows
}

fn row(table: &Table<'_>) -> Option<ModifierRow> {
    let phrases = table.get("phrases")?.list()?;
    Some(ModifierRow {
        text: Arc::clone(table.text()),
        span: table.header(),
        effect: table.word::<Effect>("effect")?.value,
        reads: table.word::<Reads>("reads")?.value,
        reach: table.word::<Scope>("reach")?.value,
        phrases: phrases.iter().filter_map(Item::text).map(|found| found.value).collect(),
    })
}
