//! The papers of the folder, and a form to bring more in.

use std::path::{Path, PathBuf};

use maud::{Markup, html};

use crate::serve::fields::Errors;
use crate::serve::pages::Context;
use crate::serve::{folder, paths};

/// A list of the papers, and a form to bring more in.
pub(in crate::serve) fn papers(
    context: &Context<'_>,
    papers: &[PathBuf],
    errors: &Errors,
) -> Markup {
    html! {
        h2 #papers-title tabindex="-1" { "Papers" }
        @if papers.is_empty() { p { "None yet. Bring in what the force wrote: answers, plans, policies." } }
        @else {
            ul.papers { @for paper in papers {
                li { a href=(paths::paper(paper)) { (name(paper)) } }
            } }
        }
        form method="post" action="/papers" enctype="multipart/form-data" {
            (context.csrf())
            div.field.wrong[errors.has("papers")] {
                label for="papers" { "Bring papers in" }
                (errors.at("papers"))
                p.hint #papers-hint {
                    "PDF, Word, OpenDocument, HTML, Markdown or plain text, at most 96 MB each. They are kept in the folder "
                    code { (folder::PAPERS) } " as they are; delete them there."
                }
                input #papers type="file" name="papers" multiple aria-describedby="papers-hint";
            }
            button.second type="submit" { "Bring in" }
        }
    }
}

fn name(paper: &Path) -> String {
    paper.strip_prefix(folder::PAPERS).unwrap_or(paper).display().to_string()
}
