//! `csv`: a row a finding, written as the CSV of a result is.

use super::format::{LintFormat, LintOptions};
use super::told::incomplete;
use crate::lint::{Finding, LintResult};
use crate::report::columns::{CellValue, text};
use crate::report::csv::table;
use crate::report::format::Readers;
use crate::report::shortfall::path;
use crate::source::Fault;
use crate::standing::Words as _;

/// The format.
pub(super) const FORMAT: LintFormat = LintFormat {
    name: "csv",
    about: "A row a finding, for spreadsheets and databases",
    render,
    readers: Readers::Programs(&["\"file\",\"page\","]),
};

const HEADS: [&str; 10] =
    ["file", "page", "line", "column", "check", "sensitivity", "words", "message", "help", "fix"];

fn render(result: &LintResult, _: LintOptions) -> Result<Vec<u8>, Fault> {
    let lost = incomplete(result).map(|said| {
        let mut row: Vec<CellValue> = HEADS.iter().map(|_| CellValue::Empty).collect();
        if let Some(message) = row.get_mut(7) {
            *message = text(&said);
        }
        row
    });
    table(HEADS.into_iter(), result.findings().map(row).chain(lost))
}

fn row(finding: &Finding) -> Vec<CellValue> {
    let number = |n: usize| CellValue::Number(u32::try_from(n).unwrap_or(u32::MAX));
    let perhaps = |said: Option<&str>| said.map_or(CellValue::Empty, text);
    let place = &finding.place;
    vec![
        text(&path(place)),
        place.page.map_or(CellValue::Empty, CellValue::Number),
        number(place.line),
        number(place.column),
        text(finding.check),
        text(finding.sensitivity.word()),
        perhaps(Some(finding.quote.as_str()).filter(|quote| !quote.is_empty())),
        text(&finding.message),
        perhaps(finding.help.as_deref()),
        perhaps(finding.fix.as_ref().map(|fix| fix.replacement.as_str())),
    ]
}
