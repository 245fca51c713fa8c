//! An example of reading, out of a rule pack.

use std::sync::Arc;

use crate::rulebook::{ArrangementId, Rulebook, Vocabulary};
use crate::source::{Fault, Faults, Item, Place, Span, Table, Text, parse_toml};
use crate::standing::State;

/// A text with what a careful reader takes from it.
#[derive(Clone, Debug)]
pub struct ReadingExample {
    /// The text.
    pub body: String,
    /// The force that it is read for, where that is known.
    pub force: Option<String>,
    /// What must be read of which arrangements. Others aren't judged.
    pub reads: Vec<Expected>,
    /// What it shows: negation, a plan, somebody else's arrangement.
    pub kind: Option<String>,
    /// Whether nobody looked at it while cues and modifiers were written.
    pub held_out: bool,
    /// Where it says that the program doesn't read it right yet.
    pub misses: Option<Span>,
    /// The file that it stands in.
    pub text: Arc<Text>,
    /// Its heading there.
    pub span: Span,
}

/// What must be read of an arrangement.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// The states that are accepted, the best one first; never empty.
    pub states: Vec<State>,
    /// Where that is said.
    pub span: Span,
}

impl ReadingExample {
    /// Where it stands.
    #[must_use]
    pub fn place(&self) -> Place {
        self.text.place(self.span.start)
    }
}

/// The examples of reading in the packs of a rulebook, in the order of its files.
///
/// # Errors
///
/// Every fault of every example.
pub fn reading_examples(rulebook: &Rulebook) -> Result<Vec<ReadingExample>, Vec<Fault>> {
    let faults = Faults::new();
    let mut found = Finder { vocabulary: rulebook.vocabulary(), examples: Vec::new() };
    for file in rulebook.files() {
        let in_context = file.path == "context.toml";
        let in_statuses = file.path == "statuses.toml";
        if !(file.is_examples()
            || in_context
            || in_statuses
            || file.path.starts_with("arrangements/"))
        {
            continue;
        }
        let parsed = parse_toml(&file.text, &faults);
        let root = Table::root(&parsed, &file.text, &faults);
        if file.is_examples() {
            found.in_examples(root);
        } else if in_context {
            found.in_context(&root);
        } else if in_statuses {
            found.in_statuses(&root);
        } else {
            found.in_arrangement(&root);
        }
    }
    if faults.has_errors() { Err(faults.into_sorted()) } else { Ok(found.examples) }
}

struct Finder<'a> {
    vocabulary: &'a Vocabulary,
    examples: Vec<ReadingExample>,
}

impl Finder<'_> {
    fn in_examples(&mut self, root: Table<'_>) {
        for table in root.tables("example") {
            self.take(table, None);
        }
        root.finish();
    }

    fn in_context(&mut self, root: &Table<'_>) {
        for row in root.tables("modifier") {
            for table in row.tables("example") {
                self.take(table, None);
            }
        }
        let added = root.get("reading").and_then(|item| item.table());
        for item in added.iter().flat_map(Table::items) {
            let id = ArrangementId::from(item.key().value);
            for table in item.table().iter().flat_map(|table| table.tables("example")) {
                self.take(table, Some(&id));
            }
        }
    }

    fn in_statuses(&mut self, root: &Table<'_>) {
        let rows = root.tables("status");
        let examples = rows.iter().flat_map(|row| row.tables("example"));
        for table in examples.chain(root.tables("tick-example")) {
            self.take(table, None);
        }
    }

    fn in_arrangement(&mut self, root: &Table<'_>) {
        // The lexicon loaded, so these are there and sound.
        let Some(id) = root.text_of("id") else { return };
        let id = ArrangementId::from(id.value.as_str());
        let reading = root.get("reading").and_then(|item| item.table());
        for table in reading.iter().flat_map(|table| table.tables("example")) {
            self.take(table, Some(&id));
        }
    }

    /// Reads an example; `own` is the arrangement that its `state` is of.
    fn take(&mut self, table: Table<'_>, own: Option<&ArrangementId>) {
        let body = table.required_text("text");
        let force = table.text_of("force").map(|found| found.value);
        let mut reads = Vec::new();
        match own {
            Some(own) => {
                reads.extend(table.require("state").and_then(|item| expected(own.clone(), &item)));
                reads.extend(self.table_of_states(table.get("also").as_ref()));
            }
            None => reads.extend(self.table_of_states(table.require("reads").as_ref())),
        }
        let kind = table.text_of("kind").map(|found| found.value);
        let held_out = table.flag("held_out");
        let misses = table.get("misses");
        let misses = misses.filter(|item| item.yes_no().is_some_and(|found| found.value));
        let misses = misses.map(|item| item.span());
        let (text, span) = (Arc::clone(table.text()), table.header());
        table.finish();
        let Some(body) = body else { return };
        let body = body.value;
        self.examples.push(ReadingExample {
            body,
            force,
            reads,
            kind,
            held_out,
            misses,
            text,
            span,
        });
    }

    /// The states of arrangements, each under its id.
    fn table_of_states(&self, item: Option<&Item<'_>>) -> Vec<Expected> {
        let Some(table) = item.and_then(Item::table) else { return Vec::new() };
        let ids = self.vocabulary.arrangements().iter().map(|known| &known.id);
        let found: Vec<Expected> = ids
            .filter_map(|id| expected(id.clone(), &table.get(id.as_str().to_owned())?))
            .collect();
        table.finish();
        found
    }
}

/// A state, or a list of the states that are accepted.
fn expected(arrangement: ArrangementId, item: &Item<'_>) -> Option<Expected> {
    let span = item.span();
    let states = if item.is_list() {
        let items = item.list().unwrap_or_default();
        if items.is_empty() {
            item.fault("rules::empty-example", "no state is accepted here", "expected a state");
        }
        items.iter().filter_map(Item::word::<State>).map(|found| found.value).collect()
    } else {
        vec![item.word::<State>()?.value]
    };
    (!states.is_empty()).then_some(Expected { arrangement, states, span })
}
