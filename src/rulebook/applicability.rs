//! Which forces a requirement reaches.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::source::{Item, Table};
use crate::standing::{Attribute, ForceKind, Words};

/// Which forces a requirement reaches: all that is named here must hold of the force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppliesTo {
    /// The kinds of force; none named means every kind.
    pub kinds: Vec<ForceKind>,
    /// What must hold, or must not.
    pub attributes: Vec<(Attribute, bool)>,
    /// One of these must hold; none named asks nothing.
    pub any: Vec<AppliesTo>,
    /// Whether an attribute that isn't stated counts as not holding: what a force has only if it
    /// says so.
    pub only_if_stated: bool,
}

impl fmt::Display for AppliesTo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds: Vec<&str> = self.kinds.iter().map(|kind| kind.word()).collect();
        let mut parts = vec![match kinds.as_slice() {
            [] => "every force".to_owned(),
            kinds => format!("{} forces", kinds.join(" and ")),
        }];
        parts.extend(self.attributes.iter().map(|(attribute, wanted)| {
            let stated = if self.only_if_stated { ", if that is stated" } else { "" };
            format!("where `{attribute}` is {wanted}{stated}")
        }));
        if !self.any.is_empty() {
            let any: Vec<String> = self.any.iter().map(ToString::to_string).collect();
            parts.push(format!("any of: {}", any.join("; or ")));
        }
        f.write_str(&parts.join(", "))
    }
}

/// Reads an `applies_to` table. Faults go to the table.
pub(super) fn read_applies_to(table: Table<'_>) -> AppliesTo {
    let mut applies = AppliesTo::default();
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
        applies.kinds = words.iter().filter_map(Item::word).map(|found| found.value).collect();
    }
    for attribute in Attribute::ALL {
        if let Some(found) = table.get(attribute.word()).and_then(|item| item.yes_no()) {
            applies.attributes.push((*attribute, found.value));
        }
    }
    applies.any = table.tables("any").into_iter().map(read_applies_to).collect();
    applies.only_if_stated = table.flag("only_if_stated");
    table.finish();
    applies
}
