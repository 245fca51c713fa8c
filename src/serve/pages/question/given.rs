//! What a form holds: as it is declared, or as somebody sent it, and the edits that this comes to.

use std::collections::{BTreeMap, BTreeSet};

use super::asking::Asking;
use crate::declaration::{
    Declared, Edit, Evidence, SourceDocument, SourceId, Value, When, entered,
};
use crate::rulebook::{Field, FieldId, FieldKind};
use crate::serve::fields::{Errors, date, words};
use crate::serve::folder;
use crate::serve::form::Fields;
use crate::serve::work::Work;
use crate::source::Fault;
use crate::standing::{State, Words as _};

/// What stands before the name of a paper that is no source yet.
pub(super) const FROM_PAPER: &str = "paper:";
/// How many rows of evidence a form may have.
const ROWS: usize = 100;

/// What a form holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Given {
    pub(super) state: Option<State>,
    pub(super) note: Option<String>,
    pub(super) rows: Vec<Row>,
    details: BTreeMap<String, String>,
    whole: BTreeSet<String>,
}

/// A piece of evidence as a form has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) source: String,
    pub(super) quote: String,
    pub(super) page: String,
    pub(super) date: String,
    pub(super) remove: bool,
}

/// The name of a detail in a form.
pub(in crate::serve::pages) fn field_id(field: &FieldId) -> String {
    format!("detail-{field}")
}

impl Given {
    /// What is declared, and an empty row for more evidence.
    pub(super) fn declared(declared: Option<&Declared>) -> Self {
        let mut given = Self { rows: Vec::new(), ..Self::default() };
        if let Some(own) = declared {
            given.state = Some(own.state);
            given.note.clone_from(&own.note);
            for (id, value) in &own.fields {
                let written = match &value.value {
                    Value::List { items, complete } => {
                        if *complete {
                            given.whole.insert(field_id(id));
                        }
                        items.join("\n")
                    }
                    other => other.to_string(),
                };
                given.details.insert(field_id(id), written);
            }
            given.rows.extend(own.evidence.iter().map(Row::of));
        }
        given.rows.push(Row::default());
        given
    }

    /// What somebody sent.
    pub(super) fn sent(form: &Fields) -> Self {
        let mut given = Self {
            state: form.get("state").and_then(State::from_word),
            note: form.filled("note").map(str::to_owned),
            ..Self::default()
        };
        for (name, value) in form.pairs() {
            let Some(of) = name.strip_prefix("detail-") else { continue };
            if of.ends_with("-whole") {
                given.whole.insert(name.trim_end_matches("-whole").to_owned());
            } else {
                // A list of boxes sends each that is ticked.
                let own = given.details.entry(name.to_owned()).or_default();
                if !own.is_empty() {
                    own.push('\n');
                }
                own.push_str(value.trim());
            }
        }
        for at in 0..ROWS {
            let part = |part: &str| {
                form.get(&format!("evidence-{at}-{part}")).map(|own| own.trim().to_owned())
            };
            let Some(source) = part("source") else { break };
            given.rows.push(Row {
                source,
                quote: part("quote").unwrap_or_default(),
                page: part("page").unwrap_or_default(),
                date: part("date").unwrap_or_default(),
                remove: part("remove").is_some(),
            });
        }
        given
    }

    pub(super) fn detail(&self, field: &FieldId) -> &str {
        self.details.get(&field_id(field)).map_or("", String::as_str)
    }

    pub(super) fn is_whole(&self, field: &FieldId) -> bool {
        self.whole.contains(&field_id(field))
    }

    /// The edits that make the declaration say what the form holds: of what is the same there are none.
    pub(super) fn edits(&self, asking: &Asking<'_>, work: &Work, errors: &mut Errors) -> Vec<Edit> {
        let of = &asking.question.arrangement.id;
        let declared = asking.declared();
        let before = Self::declared(declared);
        let mut edits = Vec::new();
        let state = self.state.unwrap_or(State::NotStated);
        let details = asking.question.details.iter();
        let changed: Vec<&&Field> = details.filter(|field| self.differs(&before, field)).collect();
        for field in &changed {
            let (written, whole) = (self.detail(&field.id), self.is_whole(&field.id));
            let vocabulary = work.rulebook().vocabulary();
            match entered(written, whole, field, vocabulary, work.today()) {
                Ok(value) => {
                    edits.push(Edit::Detail { of: of.clone(), field: field.id.clone(), value });
                }
                Err(faults) => errors.faults(&field_id(&field.id), &faults),
            }
        }
        if self.note != before.note {
            edits.push(Edit::Note { of: of.clone(), note: self.note.clone() });
        }
        edits.extend(self.evidence(asking, &before, errors));
        let filled = self.details.values().any(|value| !value.is_empty());
        if state == State::NotStated && (filled || edits.iter().any(is_of_evidence)) {
            errors.add(
                "state-0",
                "Say how it stands: without that, nothing of what you entered counts",
            );
        }
        // First: what has details has a state.
        if declared.is_none_or(|own| own.state != state)
            && (declared.is_some() || self.state.is_some())
        {
            edits.insert(0, Edit::State { of: of.clone(), state });
        } else if declared.is_none() && !edits.is_empty() {
            edits.insert(0, Edit::State { of: of.clone(), state: State::NotStated });
        }
        edits
    }

    fn differs(&self, before: &Self, field: &Field) -> bool {
        let list = matches!(field.kind, FieldKind::List(_));
        self.detail(&field.id) != before.detail(&field.id)
            || (list
                && self.is_whole(&field.id) != before.is_whole(&field.id)
                && !self.detail(&field.id).is_empty())
    }

    fn evidence(&self, asking: &Asking<'_>, before: &Self, errors: &mut Errors) -> Vec<Edit> {
        let of = &asking.question.arrangement.id;
        let known = asking.declared().map_or(0, |own| own.evidence.len());
        let (mut put, mut removed) = (Vec::new(), Vec::new());
        for (at, row) in self.rows.iter().enumerate() {
            if row.remove && at < known {
                removed.push(Edit::RemoveEvidence { of: of.clone(), at });
                continue;
            }
            let empty = Row { remove: row.remove, ..Row::default() };
            if before.rows.get(at) == Some(row) || *row == empty {
                continue;
            }
            let id = |part: &str| format!("evidence-{at}-{part}");
            if row.source.is_empty() {
                errors.add(&id("source"), "Choose the paper that these words stand in");
                continue;
            }
            let source = match row.source.strip_prefix(FROM_PAPER) {
                Some(paper) => {
                    let Some(source) = new_source(asking, paper) else { continue };
                    let source_id = source.id.clone();
                    let again = put
                        .iter()
                        .any(|edit| matches!(edit, Edit::AddSource(one) if one.id == source_id));
                    if !again {
                        put.push(Edit::AddSource(source));
                    }
                    source_id
                }
                None => SourceId::from(row.source.as_str()),
            };
            let page = match row.page.as_str() {
                "" => None,
                page => match page.parse::<i64>() {
                    Ok(page) if page > 0 => Some(page),
                    _ => {
                        errors.add(&id("page"), "Enter the page as a number, such as 7");
                        continue;
                    }
                },
            };
            let date = match row.date.as_str() {
                "" => None,
                written => match date(written, &id("date"), errors) {
                    Some(date) => Some(date),
                    None => continue,
                },
            };
            let old = asking.declared().and_then(|own| own.evidence.get(at));
            let evidence = Evidence {
                source,
                quote: (!row.quote.is_empty()).then(|| row.quote.clone()),
                found: None,
                unseen: false,
                page,
                line: old
                    .filter(|old| old.quote.as_deref() == Some(&row.quote))
                    .and_then(|old| old.line),
                // Periods are no field of the page: one that is there stays.
                when: match (date, old.map(|old| old.when)) {
                    (Some(date), _) => When::At(date),
                    (None, Some(period)) if period.date().is_none() => period,
                    (None, _) => When::Unsaid,
                },
            };
            let of = of.clone();
            put.push(match at < known {
                true => Edit::PutEvidence { of, at, evidence },
                false => Edit::AddEvidence { of, evidence },
            });
        }
        // From behind, so that each is still where it was.
        put.extend(removed.into_iter().rev());
        put
    }
}

fn is_of_evidence(edit: &Edit) -> bool {
    matches!(edit, Edit::AddEvidence { .. } | Edit::PutEvidence { .. })
}

impl Row {
    fn of(evidence: &Evidence) -> Self {
        Self {
            source: evidence.source.to_string(),
            quote: evidence.quote.clone().unwrap_or_default(),
            page: evidence.page.map(|page| page.to_string()).unwrap_or_default(),
            date: evidence.when.date().map(|date| date.to_string()).unwrap_or_default(),
            remove: false,
        }
    }
}

/// A paper of the folder as a source of the declaration.
fn new_source(asking: &Asking<'_>, paper: &str) -> Option<SourceDocument> {
    let path = folder::named(folder::papers(), paper)?;
    Some(folder::source(&path, asking.path, &asking.open.declaration().sources))
}

/// Says each fault at the field that it is about.
pub(super) fn place(faults: &[Fault], given: &Given, errors: &mut Errors) {
    let last = given.rows.iter().rposition(|row| !row.quote.is_empty()).unwrap_or(0);
    for fault in faults.iter().filter(|fault| !fault.is_warning()) {
        let message = words(fault);
        let of_row = given.rows.iter().position(|row| {
            let begins = row.quote.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
            !begins.is_empty() && message.contains(&begins)
        });
        let field = match fault.fault_code() {
            code if code.contains("quote") => format!("evidence-{}-quote", of_row.unwrap_or(last)),
            _ => "state-0".to_owned(),
        };
        errors.add(&field, message);
    }
}
