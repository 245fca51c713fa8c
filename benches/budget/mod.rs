//! What the program may cost: the table of budgets in `CONTRIBUTING.md`, as the benches read it.

use std::io;

/// The page that the table stands on.
const PAGE: &str = include_str!("../../CONTRIBUTING.md");

/// How many times its yardstick a thing may cost at most.
///
/// # Errors
///
/// Where the table has no such row, or no number in its second column.
pub(crate) fn most(what: &str) -> io::Result<f64> {
    let row = PAGE
        .lines()
        .find_map(|line| line.strip_prefix("| ")?.strip_prefix(what)?.strip_prefix(" | "));
    let number = row.and_then(|row| row.split_whitespace().next()?.parse().ok());
    number.ok_or_else(|| io::Error::other(format!("CONTRIBUTING.md has no budget for {what}")))
}
