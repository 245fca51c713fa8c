//! Where a paper is to be had.

use crate::source::{Fault, Item, Table};

/// Where something is to be had, under `address`: a web address.
pub(super) fn read_address(table: &Table<'_>) -> Option<String> {
    let found = table.get("address").as_ref().and_then(Item::text)?;
    let known = ["https://", "http://"].iter().any(|scheme| found.value.starts_with(scheme));
    if !known || found.value.chars().any(|c| c.is_whitespace() || c.is_control()) {
        let message = format!("`{}` is no web address", found.value);
        let fault = Fault::new(
            "declaration::no-address",
            table.text(),
            found.span.clone(),
            message,
            "expected one that begins with https:// or http://, without spaces",
        );
        table.push(fault.help("a file of your own goes under `file`"));
    }
    Some(found.value)
}
