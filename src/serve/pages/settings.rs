//! The settings, as they stand: what fails a check, what is let pass and who owns that.

use maud::html;

use super::{Context, Page};
use crate::decisions;
use crate::project::FILE_NAME;
use crate::serve::answer::Answer;
use crate::serve::folder::PAPERS;

pub(in crate::serve) fn show(context: &Context<'_>) -> Answer {
    let project = match context.work.project() {
        Ok(project) => project,
        Err(faults) => return context.faults("The settings can’t be read", &faults),
    };
    let content = html! {
        h1 { "Settings, and what is kept" }
        h2 { "Settings" }
        @match &project {
            None => p { "There is no " code { (FILE_NAME) } " here: nothing is gated, and the built-in rules count." },
            Some(project) => {
                p { "They stand in " code { (FILE_NAME) } ". Change them there with an editor; they count at once." }
                div.wide tabindex="0" role="region" aria-label="The settings" {
                    pre { (project.text.shown()) }
                }
            },
        }
        h2 { "What is kept, and how it is deleted" }
        dl.summary-list {
            div { dt { "Answers" } dd { "In the declaration of each force, a " code { ".toml" } " file of this folder." } }
            div { dt { "Papers" } dd {
                "As you brought them in, in the folder " code { (PAPERS) } ". Delete a paper there; words that were quoted "
                "from it stand in the declaration until they are taken out."
            } }
            div { dt { "Decisions" } dd {
                "In " code { (decisions::FILE_NAME) } ": the words, what the program suggested, what was decided, in which "
                "role, on which day. Take one back on its paper’s page, or delete it there. Names of people belong there only "
                "where the words of a paper hold them."
            } }
            div { dt { "Anything else" } dd { "Nothing. No page is sent anywhere, and nothing is logged." } }
        }
    };
    context.page(
        &Page::new("Settings, and what is kept", content)
            .below("/".to_owned(), "forces and papers"),
    )
}
