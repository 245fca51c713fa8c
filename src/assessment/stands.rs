//! How an arrangement stands, with what there is to say of it: what a report puts into words.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::declaration::{Clock, Declared, Value, answer};
use crate::rulebook::{Arrangement, ArrangementId, FieldId, Test};
use crate::standing::{Basis, State};

/// How an arrangement stands, and why it counts so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Stands {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// What it is called.
    pub called: Called,
    /// How it stands.
    pub how: How,
}

/// A name out of the vocabulary, for sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Called {
    /// The name.
    pub name: Arc<str>,
    /// Whether it is a plural.
    pub plural: bool,
}

/// How an arrangement stands. Values, limits and details are in the words of the vocabulary and of
/// the declaration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(deny_unknown_fields)]
pub enum How {
    /// Nothing is said of it.
    Silent,
    /// The gate asks for a better basis than it has, so that it counts as not stated.
    Unbacked {
        /// The state that is declared.
        declared: State,
        /// Its basis.
        basis: Basis,
    },
    /// It is stated to be absent.
    Absent {
        /// The vocabulary's own words for its absence, where it has some.
        words: Option<Arc<str>>,
        /// What limits it all the same.
        limits: Vec<String>,
        /// What its fields have to say.
        details: Vec<String>,
    },
    /// It is in place.
    InPlace {
        /// What its fields have to say.
        details: Vec<String>,
        /// Fields that would limit it and aren't stated.
        open: Vec<Called>,
    },
    /// It stands between the two.
    Short {
        /// How far.
        state: State,
        /// What limits it, each in a word or two.
        limits: Vec<String>,
        /// Where nothing limits it: what the force adds in its own words.
        note: Option<String>,
        /// What its fields have to say.
        details: Vec<String>,
    },
}

impl Stands {
    pub(super) fn new(
        arrangement: &Arrangement,
        declared: Option<&Declared>,
        clock: Clock,
    ) -> Self {
        Self {
            arrangement: arrangement.id.clone(),
            called: Called { name: Arc::clone(&arrangement.name), plural: arrangement.plural },
            how: declared.map_or(How::Silent, |declared| how(arrangement, declared, clock)),
        }
    }
}

fn how(arrangement: &Arrangement, declared: &Declared, clock: Clock) -> How {
    match declared.state {
        State::NotStated => match declared.unbacked {
            Some(state) => How::Unbacked { declared: state, basis: declared.basis() },
            None => How::Silent,
        },
        State::Absent => How::Absent {
            words: arrangement.absent.clone(),
            limits: limits(arrangement, declared, clock),
            details: details(arrangement, declared),
        },
        State::InPlace => How::InPlace {
            details: details(arrangement, declared),
            open: open(arrangement, declared),
        },
        state @ (State::Withheld | State::Planned | State::Partial) => {
            let limits = limits(arrangement, declared, clock);
            let note = declared.note.clone().filter(|_| limits.is_empty());
            How::Short { state, limits, note, details: details(arrangement, declared) }
        }
    }
}

/// What limits it, each in a word or two: "part-time", "not dedicated".
fn limits(arrangement: &Arrangement, declared: &Declared, clock: Clock) -> Vec<String> {
    let holding = arrangement.limits.iter().filter(|limit| {
        let value = declared.value(limit.field.as_str());
        answer(limit, value, clock).state() == State::InPlace
    });
    holding
        .map(|limit| match &limit.test {
            Test::Is(value) | Test::Contains(value) => value.clone(),
            _ => limit.to_string(),
        })
        .collect()
}

/// What its fields have to say, where they are stated.
fn details(arrangement: &Arrangement, declared: &Declared) -> Vec<String> {
    let stated = arrangement.fields.iter().filter_map(|field| {
        let says = field.says.as_ref()?;
        match declared.value(field.id.as_str())? {
            Value::YesNo(false) => None,
            value => Some(says.replace("{}", &value.to_string())),
        }
    });
    stated.collect()
}

/// The fields that would limit it and aren't stated.
fn open(arrangement: &Arrangement, declared: &Declared) -> Vec<Called> {
    let mut fields: Vec<&FieldId> = arrangement.limits.iter().map(|limit| &limit.field).collect();
    fields.dedup();
    let silent = fields.into_iter().filter(|field| declared.value(field.as_str()).is_none());
    let known = silent.filter_map(|field| arrangement.field(field.as_str()));
    known.map(|field| Called { name: Arc::clone(&field.title), plural: field.plural }).collect()
}
