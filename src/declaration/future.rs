//! Dates that can't be known yet.

use crate::source::{Fault, Item};
use crate::standing::Day;

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
