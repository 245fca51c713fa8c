//! Reading `ranks.toml`.

use crate::source::{Located, Table};
use crate::standing::RankTable;

/// Reads the ranks, their abbreviations and equivalents. Faults go to the table.
pub(super) fn read_ranks(table: Table<'_>) -> Option<RankTable> {
    let words = |key: &'static str| -> Vec<String> {
        table.texts(key).into_iter().map(|word| word.value).collect()
    };
    let order = words("order");
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
    let ranks = RankTable::new(order, prefixes, staff, pairs);
    for fault in ranks.as_ref().err().into_iter().flatten() {
        let at = names.iter().find(|(name, _)| name.value == fault.name);
        let span = at.map_or_else(|| table.header(), |(_, meaning)| meaning.span.clone());
        let message = format!("`{}` means no rank of the order", fault.name);
        table.fault(
            "rules::unknown-rank",
            span,
            message,
            "expected a rank, with or without prefix",
        );
    }
    table.finish();
    ranks.ok()
}
