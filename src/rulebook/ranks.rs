//! Reading `ranks.toml`.

use crate::source::{Located, Table};
use crate::standing::RankTable;

/// Reads the ranks, their abbreviations and equivalents. Beside those that are known, a pack adds names
/// and changes nothing: else a constable could meet "at least superintendent". Faults go to the table.
pub(super) fn read_ranks(table: Table<'_>, known: Option<&RankTable>) -> Option<RankTable> {
    let words = |key: &'static str| -> Vec<String> {
        table.texts(key).into_iter().map(|word| word.value).collect()
    };
    let order = words("order");
    let another = known.is_some_and(|known| !order.is_empty() && known.order() != order);
    if let Some(item) = table.get("order").filter(|_| another) {
        item.fault(
            "rules::ranks-known",
            "the order of ranks is known: a pack adds names to it and changes nothing",
            "leave this out, or write it as it is known",
        );
    }
    let prefixes = words("prefixes");
    let staff = words("staff");
    let mut names: Vec<(Located<String>, Located<String>)> = Vec::new();
    for key in ["abbreviations", "equivalents"] {
        let Some(found) = table.get(key).and_then(|item| item.table()) else { continue };
        for item in found.items() {
            let name = item.key().clone().map(str::to_owned);
            names.extend(item.text().map(|meaning| (name, meaning)));
        }
    }
    let pairs = names.iter().map(|(name, meaning)| (name.value.clone(), meaning.value.clone()));
    let ranks = match known {
        Some(known) => known.with(prefixes, staff, pairs),
        None => RankTable::new(order, prefixes, staff, pairs),
    };
    for fault in ranks.as_ref().err().into_iter().flatten() {
        let at = names.iter().find(|(name, _)| name.value == fault.name);
        let span = at.map_or_else(|| table.header(), |(_, meaning)| meaning.span.clone());
        let (code, message, label) = if fault.known {
            let message = format!("`{}` is known, and means another rank", fault.name);
            ("rules::ranks-known", message, "a pack adds names to the ranks, and changes none")
        } else {
            let message = format!("`{}` means no rank of the order", fault.name);
            ("rules::unknown-rank", message, "expected a rank, with or without prefix")
        };
        table.fault(code, span, message, label);
    }
    table.finish();
    ranks.ok()
}
