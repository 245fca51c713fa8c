//! `markdown`: for a comment on a pull request, or a summary of a job.

use std::fmt::Write as _;

use super::format::{LintFormat, LintOptions};
use super::table::counted;
use super::told::{account, incomplete};
use crate::lint::LintResult;
use crate::report::format::Readers;
use crate::report::markdown::escape;
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: LintFormat = LintFormat {
    name: "markdown",
    about: "For a comment on a change, or a summary of a job",
    render,
    readers: Readers::InText,
};

fn render(result: &LintResult, _: LintOptions) -> Result<Vec<u8>, Fault> {
    let mut out = String::from("# What is wrong with the documents\n");
    if let Some(said) = incomplete(result) {
        let _ = write!(out, "\n**{}**\n", escape(&said));
    }
    let _ = write!(out, "\n{}\n", escape(&counted(result)));
    for document in result.documents.iter().filter(|document| !document.findings.is_empty()) {
        let _ = write!(
            out,
            "\n## {}\n\n| Line | Check | What |\n|---|---|---|\n",
            escape(&document.name)
        );
        for finding in &document.findings {
            let place = &finding.place;
            let page = place.page.map(|page| format!("p. {page}, ")).unwrap_or_default();
            let _ = writeln!(
                out,
                "| {page}{}:{} | {} ({}) | {} |",
                place.line,
                place.column,
                finding.check,
                finding.sensitivity,
                escape(&account(finding))
            );
        }
    }
    Ok(out.into_bytes())
}
