//! Changes that somebody has in mind: `lead=in-place,coordinator.dedicated=true`.

use std::borrow::Cow;
use std::sync::Arc;

use super::names::unknown;
use crate::assessment::{Assessment, Called, Known as _};
use crate::declaration::{Clock, Declaration, Value, read_value};
use crate::plan::{Change, Situation, What};
use crate::rulebook::{Arrangement, Field, FieldKind, Rulebook, Vocabulary};
use crate::source::{Fault, Faults, Table, Text, parse_toml};
use crate::standing::{State, Words as _};

/// Changes that somebody has in mind, in their order.
#[derive(Clone, Debug)]
pub struct WhatIf(Vec<Wish>);

#[derive(Clone, Debug)]
enum Wish {
    State(Arrangement, State),
    Value(Arrangement, Field, Value),
}

impl WhatIf {
    /// Reads changes: an arrangement with a state, or one of its fields with a value; of a list, with an
    /// item that is added.
    ///
    /// # Errors
    ///
    /// A fault for each that can't be, or that says otherwise than one before it.
    pub fn read(rulebook: &Rulebook, changes: &[String]) -> Result<Self, Vec<Fault>> {
        let (mut wishes, mut faults): (Vec<Wish>, _) = (Vec::new(), Vec::new());
        for change in changes {
            match wish(rulebook.vocabulary(), change.trim()) {
                Ok(wish) if wishes.iter().any(|before| before.is_of_the_same(&wish)) => {
                    let name = change.split_once('=').map_or("", |(name, _)| name.trim());
                    let message = format!("`{name}` is named twice");
                    let help = "name each once; of a list, each item";
                    faults.push(Fault::whole("usage::no-change", message).help(help));
                }
                Ok(wish) => wishes.push(wish),
                Err(all) => faults.extend(all),
            }
        }
        if faults.is_empty() { Ok(Self(wishes)) } else { Err(faults) }
    }

    /// They, for a force.
    ///
    /// # Errors
    ///
    /// A fault for each arrangement that would be in place beside a limit.
    pub(super) fn of(
        &self,
        declaration: &Declaration,
        assessment: &Assessment,
    ) -> Result<Vec<Change>, Vec<Fault>> {
        let clock = Clock { facts: assessment.as_of, assessed: assessment.assessed_on };
        let mut situation = Situation::of(declaration, clock);
        let (mut changes, mut faults) = (Vec::new(), Vec::new());
        for wish in &self.0 {
            let change = wish.change(&situation);
            situation.make(&change);
            changes.push(change);
        }
        for arrangement in self.0.iter().map(Wish::arrangement) {
            let holds = |limit: &&_| situation.condition(&arrangement.id, limit) == State::InPlace;
            let limit = arrangement.limits.iter().find(holds);
            if let Some(limit) =
                limit.filter(|_| situation.state(&arrangement.id) == State::InPlace)
            {
                let name = arrangement.name_is(true);
                let message = format!("{}: {name} in place where {limit}", assessment.force);
                let help = format!("change `{}.{}`, too", arrangement.id, limit.field);
                faults.push(Fault::whole("usage::beyond-its-limit", message).help(help));
            }
        }
        if faults.is_empty() { Ok(changes) } else { Err(faults) }
    }
}

impl Wish {
    fn arrangement(&self) -> &Arrangement {
        match self {
            Self::State(arrangement, _) | Self::Value(arrangement, ..) => arrangement,
        }
    }

    /// Whether another is of the same state or field. Items of a list stand beside each other.
    fn is_of_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::State(one, _), Self::State(other, _)) => one.id == other.id,
            (Self::Value(one, field, value), Self::Value(other, of, _)) => {
                let is_list = matches!(value, Value::List { .. });
                one.id == other.id && field.id == of.id && !is_list
            }
            _ => false,
        }
    }

    fn change(&self, situation: &Situation) -> Change {
        let (arrangement, field, value) = match self {
            Self::State(arrangement, to) => {
                return Change::of_state(arrangement, situation.state(&arrangement.id), *to);
            }
            Self::Value(arrangement, field, value) => (arrangement, field, value),
        };
        let called = Called { name: field.title.clone(), plural: field.plural };
        let what = match value {
            Value::List { items, .. } => {
                What::Item { field: field.id.clone(), called, item: items.first().cloned() }
            }
            value => What::Detail {
                field: field.id.clone(),
                called,
                from: situation.value(&arrangement.id, &field.id).map(Cow::into_owned),
                to: value.clone(),
                asked: Vec::new(),
                lifts: Vec::new(),
            },
        };
        Change::new(arrangement, what)
    }
}

const FORM: &str = "such as `lead=in-place`, `coordinator.dedicated=true` or `partnership.members=councils`; \
                    several are joined by commas";

fn wish(vocabulary: &Vocabulary, change: &str) -> Result<Wish, Vec<Fault>> {
    let Some((name, value)) = change.split_once('=') else {
        let message = format!("`{change}` is no change: it has no `=`");
        return Err(vec![Fault::whole("usage::no-change", message).help(FORM)]);
    };
    let (name, value) = (name.trim(), value.trim());
    let (id, field) = name.split_once('.').map_or((name, None), |(id, field)| (id, Some(field)));
    let Some(arrangement) = vocabulary.arrangement(id) else {
        let known = vocabulary.arrangements().iter().map(|known| known.id.as_str());
        return Err(vec![unknown("arrangement", id, known, FORM)]);
    };
    let Some(field) = field.filter(|field| *field != Field::RESERVED[0]) else {
        let state = State::from_word(&value.replace('-', " "));
        return state.map(|state| Wish::State(arrangement.clone(), state)).ok_or_else(|| {
            let words: Vec<String> =
                State::ALL.iter().map(|one| one.word().replace(' ', "-")).collect();
            let message = format!("`{value}` is no state of `{id}`");
            let help = format!("expected one of: {}", words.join(", "));
            vec![Fault::whole("usage::no-change", message).help(help)]
        });
    };
    let Some(field) = arrangement.field(field) else {
        let known = arrangement.fields.iter().map(|known| format!("{id}.{}", known.id));
        let known: Vec<String> = known.collect();
        return Err(vec![unknown("field", name, known.iter().map(String::as_str), FORM)]);
    };
    let value = read(vocabulary, field, value)?;
    Ok(Wish::Value(arrangement.clone(), field.clone(), value))
}

/// Reads a value as a declaration's is read, and with the same faults.
fn read(vocabulary: &Vocabulary, field: &Field, value: &str) -> Result<Value, Vec<Fault>> {
    let bare = match field.kind {
        FieldKind::YesNo => matches!(value, "true" | "false"),
        FieldKind::Number => value.parse::<u32>().is_ok(),
        _ => false,
    };
    // Spaces are a burden on a command line: where a word has none of its own, hyphens stand for them.
    let known = |of: &[String]| of.iter().any(|word| word == value);
    let spaced = match &field.kind {
        FieldKind::Rank => true,
        FieldKind::Choice(of) | FieldKind::Ordered(of) | FieldKind::List(Some(of)) => !known(of),
        _ => false,
    };
    let value = if spaced { value.replace('-', " ") } else { value.to_owned() };
    let written = if bare { value } else { toml::Value::String(value).to_string() };
    let written = match field.kind {
        FieldKind::List(_) => format!("[{written}]"),
        _ => written,
    };
    let text = Arc::new(Text::new("--what-if", format!("{} = {written}", field.id)));
    let faults = Faults::new();
    let parsed = parse_toml(&text, &faults);
    let table = Table::root(&parsed, &text, &faults);
    let item = table.get(field.id.to_string());
    let value = item.and_then(|item| read_value(&item, field, vocabulary.ranks()));
    table.finish();
    match value {
        Some(value) if !faults.has_errors() => Ok(value.value),
        _ => Err(faults.into_sorted()),
    }
}
