//! What was changed while it runs, each change to be taken back.

use std::path::Path;
use std::sync::Arc;

use maud::html;

use super::paper::withdraw;
use super::{Context, Page, list};
use crate::check::declaration_in;
use crate::decisions::{self, Decisions};
use crate::declaration::own_file;
use crate::project::{FILE_NAME, Project};
use crate::serve::answer::Answer;
use crate::serve::request::Request;
use crate::source::{Fault, Faults, Text};

pub(in crate::serve) fn show(context: &Context<'_>) -> Answer {
    with_faults(context, &[])
}

fn with_faults(context: &Context<'_>, faults: &[Fault]) -> Answer {
    let all = context.work.changes().all();
    let content = html! {
        @if !faults.is_empty() {
            div.errors role="alert" tabindex="-1" aria-labelledby="errors-title" autofocus {
                h2 #errors-title { "That couldn’t be taken back" }
                (list(faults))
            }
        }
        h1 { "Changes" }
        p { "What was changed on these pages since msacheck was started, the newest first. It is kept until msacheck ends." }
        @if all.is_empty() { p { "Nothing yet." } }
        ol.changes reversed start=[all.first().map(|last| last.number)] { @for one in &all {
            li {
                p { (one.said) }
                @if let Some(decided) = &one.decided { p.from { "“" (decided.decision.quote) "”" } }
                p.from {
                    "In "
                    @for (at, file) in one.files().enumerate() {
                        @if at > 0 { ", " }
                        span.place { (file.display()) }
                    }
                }
                @if one.back { p.from { "Taken back." } } @else {
                    form method="post" action={ "/changes/" (one.number) "/back" } {
                        (context.csrf())
                        button.quiet type="submit" { "Take this back" span.off { ": " (one.said) } }
                    }
                }
            }
        } }
    };
    let page = Page::new("Changes", content).below("/".to_owned(), "forces and papers");
    context.page(&page.wrong(!faults.is_empty()))
}

pub(in crate::serve) fn take_back(
    context: &Context<'_>,
    number: &str,
    request: &Request,
) -> Option<Answer> {
    let number = number.parse().ok()?;
    let changes = context.work.changes();
    let taken = changes.take_back(number, &|path, text| reads(context, path, text));
    let taken = taken.map(|change| change.said).or_else(|faults| {
        // Where others were decided since, what it wrote stands between theirs: it alone is taken out.
        let known = changes.all().into_iter().find(|one| one.number == number && !one.back);
        let decided = known.and_then(|one| Some((one.decided?, one.said)));
        let Some((passage, said)) = decided else { return Err(faults) };
        withdraw(context, &passage).map(|()| said)
    });
    Some(match taken {
        Ok(said) => {
            context.work.say(format!("Taken back: {said}"));
            Answer::go(request.form.get("to").filter(|to| is_own(to)).unwrap_or("/changes"))
        }
        Err(faults) => with_faults(context, &faults),
    })
}

/// Whether an address is one of these pages.
fn is_own(address: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.?=&%#".contains(c);
    address.starts_with('/') && !address.starts_with("//") && address.chars().all(plain)
}

/// Whether a text that is to be put back can be read.
fn reads(context: &Context<'_>, path: &Path, text: &Arc<Text>) -> Result<(), Vec<Fault>> {
    let faults = Faults::new();
    if path == Path::new(FILE_NAME) {
        return Project::read(text).map(|_| ());
    } else if path.file_name().is_some_and(|name| name == decisions::FILE_NAME) {
        let _ = Decisions::read(text, &faults);
    } else if own_file(text.body()) == Some("a declaration") {
        let project = context.work.project()?;
        let _ = declaration_in(&context.work.check(project.as_ref()), path, text, &faults);
    }
    if faults.has_errors() { Err(faults.into_sorted()) } else { Ok(()) }
}
