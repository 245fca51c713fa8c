//! The folder: its forces with their dates, how much is stated, what is missing.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use maud::{Markup, html};

use super::paper::papers;
use super::{Context, Page, list};
use crate::questions::Opened;
use crate::report::day;
use crate::serve::answer::Answer;
use crate::serve::fields::Errors;
use crate::serve::{folder, paths};
use crate::source::Fault;
use crate::standing::Outcome;

/// What became of a file.
type Found = (PathBuf, Result<Arc<Opened>, Vec<Fault>>);

pub(in crate::serve) fn show(context: &Context<'_>) -> Answer {
    with_errors(context, &Errors::default())
}

/// The same with what is wrong with papers that somebody brought in.
pub(super) fn with_errors(context: &Context<'_>, errors: &Errors) -> Answer {
    let work = context.work;
    let project = match work.project() {
        Ok(project) => project,
        Err(faults) => return context.faults("The settings can’t be read", &faults),
    };
    let check = work.check(project.as_ref());
    let found: Vec<Found> = work
        .declarations()
        .into_iter()
        .map(|path| {
            let open = work.open(&check, &path).map(|open| Arc::clone(open.opened()));
            (path, open)
        })
        .collect();
    let mut forces: BTreeMap<String, Vec<Arc<Opened>>> = BTreeMap::new();
    let mut broken: Vec<(&Path, &[Fault])> = Vec::new();
    for (path, opened) in &found {
        match opened {
            Ok(opened) => {
                let id = opened.declaration.force.id.to_string();
                forces.entry(id).or_default().push(Arc::clone(opened));
            }
            Err(faults) => broken.push((path, faults)),
        }
    }
    for dates in forces.values_mut() {
        dates.sort_by_key(|one| Reverse(one.declaration.force.as_of));
    }
    let content = html! {
        (errors.summary())
        h1 { "Forces" }
        @if forces.is_empty() && broken.is_empty() {
            p.lede { "No force is here yet. Start with the one that you want to assess." }
            ol.steps {
                li { "Start the force: which one, and of which day." }
                li { "Bring in what it wrote: answers, plans, policies. Say of each passage what it shows." }
                li { "Answer the questions that are left." }
                li { "See the gaps, and download the report." }
            }
        }
        @for dates in forces.values() { (card(context, dates)) }
        @if !broken.is_empty() {
            h2 { "Files that can’t be read" }
            @for (path, faults) in &broken {
                h3.place { (path.display()) }
                (list(faults))
            }
        }
        p { a.button href="/new" { "Start a force" } }
        (papers(context, &folder::papers(), errors))
    };
    context.page(&Page::new("Forces and papers", content).wrong(!errors.is_empty()))
}

fn card(context: &Context<'_>, dates: &[Arc<Opened>]) -> Markup {
    let Some((latest, older)) = dates.split_first() else { return html! {} };
    let counts = latest.assessment.counts();
    let changes = context.work.changes().all();
    let last = changes
        .iter()
        .find(|one| !one.back && one.files().any(|file| dates.iter().any(|of| of.path == file)));
    let (all, silent) = (counts.in_force, counts.in_force.count(Outcome::NotEvidenced));
    let name = latest.declaration.force.shown();
    let force = paths::force(&latest.path);
    html! {
        section.card aria-label=(name) {
            h2 { a href=(force) { (name) } }
            p.from {
                "Facts of " (day(latest.declaration.force.as_of)) ", in " span.place { (latest.path.display()) }
            }
            dl.summary-list {
                div { dt { "Stated" } dd {
                    (counts.arrangements_stated) " of " (counts.arrangements) " arrangements"
                } }
                div { dt { "Met" } dd {
                    (counts.in_force.met) " of " (counts.in_force.total()) " requirements"
                } }
                div { dt { "Gaps" } dd {
                    (all.total() - all.met - silent) " fall short as declared, " (silent) " not evidenced"
                } }
                div { dt { "Gaps by strength" } dd {
                    @let asked = counts.by_strength.iter().rev().filter(|(_, of_it)| of_it.total() > 0);
                    @for (at, (strength, of_it)) in asked.enumerate() {
                        @if at > 0 { "; " } (strength) ": " (of_it.total() - of_it.met) " of " (of_it.total())
                    }
                } }
                @if let Some(last) = last { div { dt { "Changed last" } dd { (last.said) } } }
            }
            p.acts {
                a href=(force) { "Answer questions" span.off { " of " (name) } } " "
                a href=(paths::gaps(&latest.path)) { "See the gaps" span.off { " of " (name) } }
            }
            @if !older.is_empty() {
                p { "Earlier dates:" }
                ul { @for one in older {
                    li { a href=(paths::force(&one.path)) { (day(one.declaration.force.as_of)) }
                        " " span.place { (one.path.display()) } }
                } }
            }
        }
    }
}
