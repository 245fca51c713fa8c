//! `html`: one page for people, in the style that all reports have.

use maud::{Markup, html};

use super::format::{LintFormat, LintOptions};
use super::table::counted;
use super::told::{account, incomplete};
use crate::lint::{CHECKS, LintResult};
use crate::report::format::Readers;
use crate::report::html::page;
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: LintFormat = LintFormat {
    name: "html",
    about: "A page for people: to read, send and print",
    render,
    readers: Readers::InText,
};

const TITLE: &str = "What is wrong with the documents";

fn render(result: &LintResult, _: LintOptions) -> Result<Vec<u8>, Fault> {
    Ok(page(TITLE, &result.program, "", "", &content(result)))
}

fn content(result: &LintResult) -> Markup {
    html! {
        header {
            h1 { (TITLE) }
            p.lede { (counted(result)) }
            @if let Some(said) = incomplete(result) { p.banner.fails { strong { (said) } } }
        }
        @for document in result.documents.iter().filter(|document| !document.findings.is_empty()) {
            section {
                h2 { (document.name) }
                table {
                    thead { tr { th scope="col" { "Line" } th scope="col" { "Check" } th scope="col" { "What" } } }
                    tbody {
                        @for finding in &document.findings {
                            tr {
                                td {
                                    @if let Some(page) = finding.place.page { "p. " (page) ", " }
                                    (finding.place.line) ":" (finding.place.column)
                                }
                                td { (finding.check) " (" (finding.sensitivity) ")" }
                                td { (account(finding)) }
                            }
                        }
                    }
                }
            }
        }
        section {
            h2 { "The checks" }
            dl {
                @for check in CHECKS {
                    dt { (check.id) ": " (check.title) }
                    dd { (check.why) }
                }
            }
        }
    }
}
