//! Which forces a requirement reaches.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Arising, ReachId, Vocabulary};
use crate::source::{Fault, Item, Located, Table, nearest};
use crate::standing::{Attribute, ForceKind, Words};

/// Which forces a requirement reaches: all that is named here must hold of the force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppliesTo {
    /// The term of the law by which it reaches them, where it names one: it decides on the kinds.
    pub reach: Option<ReachId>,
    /// The kinds of force; none named means every kind.
    pub kinds: Vec<ForceKind>,
    /// What must hold, or must not.
    pub attributes: Vec<(Attribute, bool)>,
    /// One of these must hold; none named asks nothing.
    pub any: Vec<AppliesTo>,
    /// Whether an attribute that isn't stated counts as not holding: what a force has only if it
    /// says so.
    pub only_if_stated: bool,
    /// What it waits for: where none came it asks nothing.
    pub arises_on: Option<Arising>,
}

impl fmt::Display for AppliesTo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = vec![match self.kinds.as_slice() {
            [] => "every force".to_owned(),
            kinds => format!("{} forces", listed(kinds)),
        }];
        parts.extend(self.attributes.iter().map(|(attribute, wanted)| {
            let stated = if self.only_if_stated { ", if that is stated" } else { "" };
            format!("where `{attribute}` is {wanted}{stated}")
        }));
        if !self.any.is_empty() {
            let any: Vec<String> = self.any.iter().map(ToString::to_string).collect();
            parts.push(format!("any of: {}", any.join("; or ")));
        }
        parts.extend(
            self.arises_on.iter().map(|arising| format!("waiting for `{}`", arising.event)),
        );
        f.write_str(&parts.join(", "))
    }
}

/// Kinds in a list: "territorial, transport and agency".
pub(crate) fn listed(kinds: &[ForceKind]) -> String {
    let words: Vec<&str> = kinds.iter().map(|kind| kind.word()).collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// Reads an `applies_to` table. Faults go to the table.
pub(super) fn read_applies_to(table: Table<'_>, vocabulary: &Vocabulary) -> AppliesTo {
    let mut applies = AppliesTo::default();
    let reach = table.text_of("reach");
    if let Some(item) = table.get("kind") {
        let kinds = if item.is_text() { Some(vec![item]) } else { item.list() };
        let words = kinds.unwrap_or_default();
        if words.is_empty() {
            table.fault(
                "rules::no-kind",
                table.header(),
                "an empty `kind` reaches no force",
                "which kind?",
            );
        }
        if let Some(reach) = &reach {
            let message = "`reach` decides on the kinds: name it, or the kinds";
            table.fault("rules::two-reaches", reach.span.clone(), message, "beside a `kind`");
        }
        applies.kinds = words.iter().filter_map(Item::word).map(|found| found.value).collect();
    }
    if let Some(named) = reach {
        let known = vocabulary.reaches();
        match known.iter().find(|known| known.id.as_str() == named.value) {
            Some(found) => {
                applies.reach = Some(found.id.clone());
                applies.kinds = found.reached();
            }
            None => unknown(&table, "term", &named, known.iter().map(|known| known.id.as_str())),
        }
    }
    for attribute in Attribute::ALL {
        if let Some(found) = table.get(attribute.word()).and_then(|item| item.yes_no()) {
            applies.attributes.push((*attribute, found.value));
        }
    }
    let any = table.tables("any").into_iter();
    applies.any = any.map(|table| read_applies_to(table, vocabulary)).collect();
    applies.only_if_stated = table.flag("only_if_stated");
    if let Some(named) = table.text_of("arises_on") {
        match vocabulary.event(&named.value) {
            Some(event) => applies.arises_on = Some(event.into()),
            None => {
                let known = vocabulary.events().iter().map(|known| known.id.as_str());
                unknown(&table, "event", &named, known);
            }
        }
    }
    table.finish();
    applies
}

fn unknown<'a>(
    table: &Table<'_>,
    what: &str,
    named: &Located<String>,
    known: impl Iterator<Item = &'a str> + Clone,
) {
    let near = nearest(&named.value, known.clone()).map(|near| format!("did you mean `{near}`?"));
    let all: Vec<&str> = known.collect();
    let message = format!("there is no {what} `{}`", named.value);
    table.push(
        Fault::new("rules::unknown-term", table.text(), named.span.clone(), message, "not known")
            .help(near.unwrap_or_else(|| format!("known are: {}", all.join(", ")))),
    );
}
