//! The arrangements in a table, each with its words.

use std::fmt::Write as _;

use super::super::columns::stands;
use super::super::outline::ReportOutline;
use super::escape::escape;
use crate::assessment::Cited;
use crate::report::words;

/// Those that come first and the others that are stated, then the names of those that aren't.
pub(super) fn arrangements(out: &mut String, outline: &ReportOutline<'_>) {
    out.push_str("| Arrangement | State | Backed | Words |\n| --- | --- | --- | --- |\n");
    for standing in outline.headline.iter().chain(&outline.stated) {
        let words: Vec<String> = standing.evidence.iter().filter_map(quote).collect();
        let basis = standing.basis.map(|basis| basis.to_string()).unwrap_or_default();
        let _ = writeln!(
            out,
            "| {} | {} | {basis} | {} |",
            escape(&standing.title),
            escape(&words::state(&standing.stands)),
            words.join("<br>")
        );
    }
    if !outline.unstated.is_empty() {
        let _ = write!(out, "\nNot stated: {}.\n", escape(&outline.unstated.join(", ")));
    }
}

/// The words that were quoted, with their place.
pub(super) fn quote(cited: &Cited) -> Option<String> {
    let quote = cited.quote.as_ref()?;
    Some(escape(&format!("“{quote}” ({})", stands(cited))))
}
