//! Which words show it: a row for each piece of evidence, and an empty one.

use std::path::{Path, PathBuf};

use maud::{Markup, html};

use super::asking::Asking;
use super::given::{FROM_PAPER, Given, Row};
use crate::declaration::SourceDocument;
use crate::serve::fields::{Errors, Input};
use crate::serve::folder;

pub(super) fn rows(asking: &Asking<'_>, given: &Given, errors: &Errors) -> Markup {
    let sources = &asking.open.declaration().sources;
    let papers = papers(asking.path, sources);
    let found = |at: usize| {
        let evidence = asking.declared().and_then(|own| own.evidence.get(at));
        evidence.map(|own| own.found.is_some())
    };
    html! {
        h2 { "What shows it" }
        p.hint {
            "Words of a paper make an answer that can be defended. They are looked up there as they stand: copy at \
             least four words."
        }
        @if sources.is_empty() && papers.is_empty() {
            p.inset { "There are no papers yet. " a href="/#papers-title" { "Bring them in" } ", then come back." }
        } @else {
            @for (at, row) in given.rows.iter().enumerate() {
                (one(at, row, found(at), sources, &papers, errors))
            }
        }
    }
}

/// The papers of the folder that the declaration doesn't name yet.
fn papers(declaration: &Path, sources: &[SourceDocument]) -> Vec<PathBuf> {
    let folder = declaration.parent().unwrap_or(Path::new(""));
    let named = |path: &PathBuf| {
        sources
            .iter()
            .any(|source| source.file.as_ref().is_some_and(|file| folder.join(file) == *path))
    };
    folder::papers().into_iter().filter(|path| !named(path)).collect()
}

fn one(
    at: usize,
    row: &Row,
    found: Option<bool>,
    sources: &[SourceDocument],
    papers: &[PathBuf],
    errors: &Errors,
) -> Markup {
    let id = |part: &str| format!("evidence-{at}-{part}");
    html! {
        fieldset.ask.evidence {
            legend {
                @match found {
                    Some(true) => { "Evidence " (at + 1) ": found in its paper" },
                    Some(false) => { "Evidence " (at + 1) ": not looked up" },
                    None => { "Add evidence (optional)" },
                }
            }
            div.field.wrong[errors.has(&id("source"))] {
                label for=(id("source")) { "Paper" }
                (errors.at(&id("source")))
                select id=(id("source")) name=(id("source")) {
                    option value="" { "Choose a paper" }
                    @for source in sources {
                        option value=(source.id) selected[row.source == source.id.as_str()] { (source.title) }
                    }
                    @for paper in papers {
                        @let value = format!("{FROM_PAPER}{}", crate::serve::paths::key(paper));
                        option value=(value) selected[row.source == value] {
                            (paper.file_name().unwrap_or_default().to_string_lossy())
                        }
                    }
                }
            }
            (Input { id: &id("quote"), label: "Words", hint: None, value: &row.quote, width: None, lines: 3 }.show(errors))
            div.row {
                (Input { id: &id("page"), label: "Page", hint: None, value: &row.page, width: Some(4), lines: 1 }.show(errors))
                (Input { id: &id("date"), label: "Date", hint: None, value: &row.date, width: Some(10), lines: 1 }.show(errors))
            }
            @if found.is_some() {
                div.radio {
                    input type="checkbox" id=(id("remove")) name=(id("remove")) value="yes" checked[row.remove];
                    label for=(id("remove")) { "Take this evidence out" }
                }
            }
        }
    }
}
