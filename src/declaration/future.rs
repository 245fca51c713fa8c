//! Dates that can't be known yet.

use crate::source::{Fault, Item, Table};
use crate::standing::{Day, PartialDate};

/// The fault of a date that can't be known yet.
pub(super) fn in_the_future(item: &Item<'_>, today: Day) -> Fault {
    Fault::new(
        "declaration::future-date",
        item.file(),
        item.span(),
        format!("`{}` lies in the future", item.key().value),
        format!("expected {today}, which is today, or earlier"),
    )
    .help("a plan is declared with the state \"planned\"; `--today` sets another day for today")
}

/// The date under an optional key; one in the future is a fault.
pub(super) fn read_date(table: &Table<'_>, key: &'static str, today: Day) -> Option<PartialDate> {
    let item = table.get(key)?;
    let date = item.date()?;
    if date.value.earliest() > today {
        item.push(in_the_future(&item, today));
    }
    Some(date.value)
}
