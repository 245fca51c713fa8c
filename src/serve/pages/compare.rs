//! The dates of one force, or all forces, side by side: the page that `compare` makes.

use std::path::PathBuf;

use maud::{Markup, html};

use super::{Context, Page};
use crate::compare::{Asked, By, Comparison, Territory, Ties};
use crate::report::comparison_content;
use crate::result::Gated;
use crate::serve::answer::Answer;
use crate::serve::{folder, paths};
use crate::source::Fault;

/// What is compared.
pub(in crate::serve) enum Compared<'a> {
    /// Everything in the folder.
    All,
    /// The dates of the force of a declaration.
    Force(&'a str),
}

pub(in crate::serve) fn show(context: &Context<'_>, what: &Compared<'_>) -> Option<Answer> {
    let above = match what {
        Compared::All => ("/".to_owned(), "forces and papers"),
        Compared::Force(key) => (paths::force(&context.work.declaration(key)?), "the questions"),
    };
    let content = match content(context, what) {
        Ok(content) => content?,
        Err(faults) => return Some(context.faults("These can’t be compared", &faults)),
    };
    let mut page = Page::new("Compared", content).below(above.0, above.1);
    page.wide = true;
    Some(context.page(&page))
}

fn content(context: &Context<'_>, what: &Compared<'_>) -> Result<Option<Markup>, Vec<Fault>> {
    let work = context.work;
    let project = work.project()?;
    let check = work.check(project.as_ref());
    let mut inputs: Vec<PathBuf> = work.declarations();
    if let Compared::Force(key) = what {
        let Some(own) = folder::named(inputs.clone(), key) else { return Ok(None) };
        let force = work.open(&check, &own)?.declaration().force.id.clone();
        inputs.retain(|path| {
            work.open(&check, path).is_ok_and(|open| open.declaration().force.id == force)
        });
    }
    let gathered = check.gather_dates(&inputs)?;
    let result = check.assess(gathered.declarations, 0).result()?;
    let territory = Territory::of(vec![result], Vec::new()).map_err(|_| {
        vec![Fault::whole("usage::compared-twice", "two files are of one force and one day")]
    })?;
    if let [only] = territory.assessments.as_slice() {
        return Ok(Some(alone(only, what)));
    }
    let asked = Asked { by: By::Requirement, group_by: None, ties: Ties::default() };
    let compared = comparison_content(&Comparison::of(&territory, &asked));
    Ok(Some(html! {
        link rel="stylesheet" href="/matrix.css";
        (compared)
        script src="/matrix.js" {}
    }))
}

/// What is said where there is one date of one force.
fn alone(only: &Gated, what: &Compared<'_>) -> Markup {
    html! {
        h1 { "Compared" }
        p { "There is one date so far: " (only.assessment.as_of) ". Nothing can be held against it yet." }
        p { @match what {
            Compared::Force(key) => { a href={ "/force/" (key) } { "Start a new date of this force" } },
            Compared::All => { a href="/new" { "Start another force" } ", or a new date of this one." },
        } }
    }
}
