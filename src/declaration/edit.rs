//! Answers written into the file of a declaration: what somebody wrote by hand there, comments, order and
//! line ends, stays as it is but for what is edited.

use std::sync::Arc;

use toml_edit::{DocumentMut, Item, Table, TableLike};

use super::judgement::JudgedAs;
use super::write::{piece, shown};
use super::{Evidence, SourceDocument, Value};
use crate::by_hand::{add_table, changed, keep_behind, put, put_row, remove_row, take_out};
use crate::rulebook::{ArrangementId, FieldId, RequirementId};
use crate::source::{Fault, Text, quoted, quoted_on_one_line};
use crate::standing::{Attribute, Day, State, Words as _};

const FORCE: &str = "force";
const EVIDENCE: &str = "evidence";
const JUDGEMENT: &str = "judgement";

/// One change of what a file declares.
#[derive(Clone, Debug)]
pub enum Edit {
    /// How far an arrangement stands.
    State {
        /// The arrangement.
        of: ArrangementId,
        /// How far it stands.
        state: State,
    },
    /// A detail of an arrangement. A list says itself whether it is whole.
    Detail {
        /// The arrangement.
        of: ArrangementId,
        /// The field.
        field: FieldId,
        /// What holds; nothing takes out what is said.
        value: Option<Value>,
    },
    /// What the force adds about an arrangement in its own words.
    Note {
        /// The arrangement.
        of: ArrangementId,
        /// The words; nothing takes out what is said.
        note: Option<String>,
    },
    /// A further piece of evidence of an arrangement, behind those that are there.
    AddEvidence {
        /// The arrangement.
        of: ArrangementId,
        /// The evidence; where it was found isn't written.
        evidence: Evidence,
    },
    /// A piece of evidence in the place of one that is there; where there is none, a further one.
    PutEvidence {
        /// The arrangement.
        of: ArrangementId,
        /// Which, from 0.
        at: usize,
        /// The evidence.
        evidence: Evidence,
    },
    /// A piece of evidence taken out.
    RemoveEvidence {
        /// The arrangement.
        of: ArrangementId,
        /// Which, from 0; where there is none, nothing happens.
        at: usize,
    },
    /// Nothing is said any more of an arrangement: no state, detail, note or evidence.
    Forget {
        /// The arrangement.
        of: ArrangementId,
    },
    /// A further document that evidence comes from.
    AddSource(SourceDocument),
    /// A fact of the force itself.
    Attribute {
        /// Which.
        attribute: Attribute,
        /// Whether it holds; nothing takes out what is said.
        holds: Option<bool>,
    },
    /// The day that the facts are of.
    AsOf(Day),
    /// What an inspector finds, behind what is there.
    AddJudgement(NewJudgement),
    /// What an inspector found, taken out.
    RemoveJudgement {
        /// Which, from 0; where there is none, nothing happens.
        at: usize,
    },
}

/// What an inspector finds, before it stands in a file.
#[derive(Clone, Debug)]
pub struct NewJudgement {
    /// The requirement.
    pub requirement: RequirementId,
    /// What is found.
    pub verdict: JudgedAs,
    /// Who, by role.
    pub role: String,
    /// When.
    pub date: Day,
    /// Why.
    pub reason: String,
    /// The last day on which it holds.
    pub last_day: Day,
}

/// The text of a declaration's file with edits made, in their order.
///
/// # Errors
///
/// What is wrong with the file, where it is no TOML.
pub fn edited(text: &Arc<Text>, edits: &[Edit]) -> Result<String, Vec<Fault>> {
    changed(text, |document| edits.iter().for_each(|edit| apply(document, edit)))
}

fn apply(document: &mut DocumentMut, edit: &Edit) {
    match edit {
        Edit::State { of, state } => set(document, of.as_str(), "state", &word(*state)),
        Edit::Detail { of, field, value } => detail(document, of, field, value.as_ref()),
        Edit::Note { of, note: Some(note) } => {
            set(document, of.as_str(), "note", &quoted_on_one_line(note));
        }
        Edit::Note { of, note: None } => remove(document, of.as_str(), "note"),
        Edit::AddEvidence { of, evidence } => put_evidence(document, of, usize::MAX, evidence),
        Edit::PutEvidence { of, at, evidence } => put_evidence(document, of, *at, evidence),
        Edit::RemoveEvidence { of, at } => {
            let table = there(document, of.as_str());
            if table.is_some_and(|table| remove_row(table, EVIDENCE, *at)) {
                remove(document, of.as_str(), EVIDENCE);
            }
        }
        Edit::Forget { of } => forget(document, of),
        Edit::AddSource(source) => add_table(document.as_table_mut(), "source", &row(source)),
        Edit::Attribute { attribute, holds: Some(holds) } => {
            set(document, FORCE, attribute.word(), &holds.to_string());
        }
        Edit::Attribute { attribute, holds: None } => remove(document, FORCE, attribute.word()),
        Edit::AsOf(day) => set(document, FORCE, "as_of", &day.to_string()),
        Edit::AddJudgement(own) => add_table(document.as_table_mut(), JUDGEMENT, &judgement(own)),
        Edit::RemoveJudgement { at } => {
            let root = document.as_table_mut();
            if remove_row(root, JUDGEMENT, *at) {
                root.remove(JUDGEMENT);
            }
        }
    }
}

fn detail(document: &mut DocumentMut, of: &ArrangementId, field: &FieldId, value: Option<&Value>) {
    let (of, whole) = (of.as_str(), format!("{field}_complete"));
    match value {
        Some(value) => set(document, of, field.as_str(), &shown(value)),
        None => remove(document, of, field.as_str()),
    }
    match value {
        Some(Value::List { complete: true, .. }) => set(document, of, &whole, "true"),
        Some(Value::List { .. }) | None => remove(document, of, &whole),
        _ => {}
    }
}

fn forget(document: &mut DocumentMut, of: &ArrangementId) {
    let Some(table) = there(document, of.as_str()) else { return };
    let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    for key in keys.iter().filter(|key| *key != "state") {
        remove(document, of.as_str(), key);
    }
    set(document, of.as_str(), "state", &word(State::NotStated));
}

fn put_evidence(document: &mut DocumentMut, of: &ArrangementId, at: usize, evidence: &Evidence) {
    if let Some(table) = made(document, of.as_str()) {
        put_row(table, EVIDENCE, at, &piece(evidence));
    }
}

fn set(document: &mut DocumentMut, table: &str, key: &str, value: &str) {
    if let (Ok(value), Some(table)) = (value.parse(), made(document, table)) {
        put(table, key, value);
    }
}

/// Takes a key out of a table. Comments above it stay.
fn remove(document: &mut DocumentMut, table: &str, key: &str) {
    let left = there(document, table).and_then(|table| take_out(table, key));
    if let Some(comments) = left {
        keep_behind(document, table, &comments);
    }
}

fn there<'a>(document: &'a mut DocumentMut, name: &str) -> Option<&'a mut dyn TableLike> {
    document.get_mut(name)?.as_table_like_mut()
}

/// A table, made at the end of the file where it isn't there.
fn made<'a>(document: &'a mut DocumentMut, name: &str) -> Option<&'a mut dyn TableLike> {
    let first = document.as_table().is_empty();
    let made = document.entry(name).or_insert_with(|| {
        let mut table = Table::new();
        table.decor_mut().set_prefix(if first { "" } else { "\n" });
        Item::Table(table)
    });
    made.as_table_like_mut()
}

fn word(state: State) -> String {
    quoted(&state.to_string())
}

/// A `[[judgement]]` as an inline table.
fn judgement(own: &NewJudgement) -> String {
    let NewJudgement { requirement, verdict, role, date, reason, last_day } = own;
    format!(
        "{{ requirement = {}, verdict = {}, role = {}, date = {date}, reason = {}, last_day = {last_day} }}",
        quoted(requirement.as_str()),
        quoted(&verdict.to_string()),
        quoted_on_one_line(role),
        quoted_on_one_line(reason),
    )
}

/// A `[[source]]` as an inline table.
fn row(source: &SourceDocument) -> String {
    let (id, title) = (quoted(source.id.as_str()), quoted_on_one_line(&source.title));
    let file = source.file.as_ref().map(|file| format!(", file = {}", quoted_on_one_line(file)));
    let address = source.address.as_ref();
    let address = address.map(|address| format!(", address = {}", quoted_on_one_line(address)));
    let date = source.date.map(|date| format!(", date = {}", quoted(&date.to_string())));
    let obtained = source.obtained.map(|day| format!(", obtained = {}", quoted(&day.to_string())));
    let rest: String = [file, address, date, obtained].into_iter().flatten().collect();
    format!("{{ id = {id}, title = {title}{rest} }}")
}
