//! From a TOML text to a declaration, with every fault.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::evidence::{SourceDocument, read_evidence, read_information, read_sources};
use super::force::read_force;
use super::future::in_the_future;
use super::judgement::read_judgements;
use super::searched::Searched;
use super::value::read_value;
use super::{Clock, Declaration, Declared, Input, SourceId, Sources, Value, answer};
use crate::rulebook::{Arrangement, ArrangementId, FieldId, NOT_ARRANGEMENTS, Vocabulary};
use crate::source::{Fault, Faults, Item, Located, Table, Text, nearest, parse_toml};
use crate::standing::{Day, PartialDate, State};

/// Loads a declaration. `today` judges dates in the future.
///
/// Every fault goes to `faults`; where one of them is an error, there is no declaration.
pub fn load(
    text: &Arc<Text>,
    vocabulary: &Vocabulary,
    sources: &dyn Sources,
    today: Day,
    faults: &Faults,
) -> Option<Declaration> {
    let own = Faults::new();
    let declaration = read(text, vocabulary, sources, today, &own);
    let failed = own.has_errors();
    let mut all = faults;
    all.extend(own.into_sorted());
    declaration.filter(|_| !failed)
}

fn read(
    text: &Arc<Text>,
    vocabulary: &Vocabulary,
    sources: &dyn Sources,
    today: Day,
    faults: &Faults,
) -> Option<Declaration> {
    if text.body().trim().is_empty() {
        let message = format!("`{}` is empty", text.name());
        faults.push(
            Fault::whole("declaration::empty", message)
                .help("`msacheck init` writes a declaration to fill in"),
        );
        return None;
    }
    let parsed = parse_toml(text, faults);
    let root = Table::root(&parsed, text, faults);
    let documents = read_sources(&root, sources, today);
    let searched = Searched::new();
    let force = match root.get("force") {
        Some(item) => read_force(&item, vocabulary, &documents, &searched, today),
        None => {
            root.push(
                Fault::new(
                    "toml::missing-key",
                    text,
                    root.header(),
                    match text.is_of_cells() {
                        true => "nothing is said of the force: whose declaration is it?",
                        false => "the table `[force]` is missing: whose declaration is it?",
                    },
                    match text.is_of_cells() {
                        true => "expected rows of the part `force`, with `id`, `kind` and `as_of`",
                        false => "expected `[force]` with `id`, `kind` and `as_of`",
                    },
                )
                .help("`msacheck init` writes a declaration to fill in"),
            );
            None
        }
    };
    let information = read_information(&root, &documents, &searched, today);
    let facts = force.as_ref().map_or(today, |force| force.as_of);
    let items: Vec<Item<'_>> = root
        .items()
        .into_iter()
        .filter(|item| !NOT_ARRANGEMENTS.contains(&item.key().value))
        .collect();
    let reader =
        ArrangementReader { vocabulary, documents: &documents, searched: &searched, today, facts };
    let declared = reader.arrangements(&items);
    let judgements = read_judgements(&root, today);
    let force = force?;
    let date = Some(PartialDate::Day(force.as_of));
    Some(Declaration {
        text: Arc::clone(text),
        inputs: vec![Input {
            file: text.name().to_owned(),
            sha256: text.digest(),
            date,
            read: false,
        }],
        force,
        sources: documents,
        declared,
        information,
        contradictions: Vec::new(),
        undecided: Vec::new(),
        judgements,
        passed_over: Vec::new(),
    })
}

/// Reads arrangements that stand in a table of their own: as the examples of rule packs declare them.
/// Their evidence is from one source, `example`, that has no date. Faults go to the table.
#[must_use]
pub fn read_arrangements(
    table: &Table<'_>,
    vocabulary: &Vocabulary,
    facts: Day,
) -> BTreeMap<ArrangementId, Declared> {
    let example = SourceDocument {
        id: SourceId::from("example"),
        title: "Example".to_owned(),
        file: None,
        address: None,
        date: None,
        obtained: None,
        text: None,
    };
    ArrangementReader {
        vocabulary,
        documents: &[example],
        searched: &Searched::new(),
        today: Day::MAX,
        facts,
    }
    .arrangements(&table.items())
}

struct ArrangementReader<'a> {
    vocabulary: &'a Vocabulary,
    documents: &'a [SourceDocument],
    searched: &'a Searched,
    today: Day,
    facts: Day,
}

impl ArrangementReader<'_> {
    fn arrangements(&self, items: &[Item<'_>]) -> BTreeMap<ArrangementId, Declared> {
        let mut declared = BTreeMap::new();
        for item in items {
            let name = item.key();
            match self.vocabulary.arrangement(name.value) {
                Some(arrangement) => {
                    let read = item.table().and_then(|table| self.arrangement(table, arrangement));
                    declared.extend(read.map(|read| (arrangement.id.clone(), read)));
                }
                None => item.push(self.unknown(item)),
            }
        }
        declared
    }

    fn unknown(&self, item: &Item<'_>) -> Fault {
        let name = item.key();
        let known = self.vocabulary.arrangements().iter().map(|known| known.id.as_str());
        let near = nearest(name.value, known.chain(NOT_ARRANGEMENTS));
        let help = near.map_or_else(
            || "`msacheck init` writes out every arrangement that is known".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        Fault::new(
            "declaration::unknown-arrangement",
            item.file(),
            name.span.clone(),
            format!("there is no arrangement `{}`", name.value),
            "not known",
        )
        .help(help)
    }

    fn arrangement(&self, table: Table<'_>, arrangement: &Arrangement) -> Option<Declared> {
        let state = table.required_word::<State>("state");
        let note = table.text_of("note").map(|found| found.value);
        let evidence = read_evidence(&table, self.documents, self.searched, self.today);
        let mut fields: BTreeMap<FieldId, Located<Value>> = BTreeMap::new();
        for field in &arrangement.fields {
            let Some(item) = table.get(field.id.to_string()) else { continue };
            let value = read_value(&item, field, self.vocabulary.ranks());
            if let Some(Value::Date(date)) = value.as_ref().map(|found| &found.value)
                && date.earliest() > self.today
            {
                item.push(in_the_future(&item, self.today));
            }
            fields.extend(value.map(|value| (field.id.clone(), value)));
        }
        Self::completeness(&table, arrangement, &mut fields);
        let span = table.header();
        if let Some(state) = state.as_ref().filter(|state| state.value == State::NotStated)
            && !(fields.is_empty() && evidence.is_empty())
        {
            let message =
                format!("`{}` has details, but its state is \"not stated\"", arrangement.id);
            table.push(
                Fault::new(
                    "declaration::details-without-state",
                    table.text(),
                    state.span.clone(),
                    message,
                    "nothing of it counts",
                )
                .help("set the state: \"absent\", \"withheld\", \"planned\", \"partial\" or \"in place\"")
                .into_warning(),
            );
        }
        if let Some(state) = &state {
            self.limits(&table, arrangement, state, &fields);
        }
        let text = Arc::clone(table.text());
        table.finish();
        Some(Declared { state: state?.value, unbacked: None, fields, note, evidence, text, span })
    }

    /// `members_complete = true` says that the list `members` is whole.
    fn completeness(
        table: &Table<'_>,
        arrangement: &Arrangement,
        fields: &mut BTreeMap<FieldId, Located<Value>>,
    ) {
        for field in &arrangement.fields {
            let key = format!("{}_complete", field.id);
            if arrangement.completed_by(&key).is_none() {
                continue;
            }
            let Some(item) = table.get(key.clone()) else { continue };
            let says = item.yes_no().is_some_and(|found| found.value);
            match fields.get_mut(&field.id).map(|found| &mut found.value) {
                Some(Value::List { complete, .. }) => *complete = says,
                _ if says => {
                    let message = format!("`{key}` without `{}`: what is complete?", field.id);
                    item.fault("declaration::no-list", message, "expected the list beside it");
                }
                _ => {}
            }
        }
    }

    /// `in place` beside a limit is an error: such a state is `partial`.
    fn limits(
        &self,
        table: &Table<'_>,
        arrangement: &Arrangement,
        state: &Located<State>,
        fields: &BTreeMap<FieldId, Located<Value>>,
    ) {
        if state.value != State::InPlace {
            return;
        }
        let clock = Clock { facts: self.facts, assessed: self.facts };
        for limit in &arrangement.limits {
            let Some(field) = fields.get(&limit.field) else { continue };
            if answer(limit, Some(&field.value), clock).state() == State::InPlace {
                let name = arrangement.name_is(true);
                table.push(
                    Fault::new(
                        "declaration::beyond-its-limit",
                        table.text(),
                        state.span.clone(),
                        format!("{name} in place where {limit}"),
                        "expected \"partial\"",
                    )
                    .also(field.span.clone(), "the limit")
                    .help("what is limited stands in part: write state = \"partial\""),
                );
            }
        }
    }
}
