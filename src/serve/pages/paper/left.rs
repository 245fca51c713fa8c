//! What is left once passages are decided: the details that requirements ask for, and that nothing says yet.

use maud::{Markup, html};

use super::opened::Open;
use crate::questions::{Question, questions};
use crate::rulebook::Field;
use crate::serve::pages::Context;
use crate::serve::pages::question::field_id;
use crate::serve::paths;

/// The arrangements that the paper was found to speak of, with what is open of each.
fn open_details<'a>(context: &Context<'a>, open: &Open) -> Vec<(Question<'a>, Vec<&'a Field>)> {
    let Some(own) = &open.chosen else { return Vec::new() };
    let force = &own.declaration.force;
    let asked = questions(context.work.rulebook(), force, force.as_of).into_iter();
    let spoken_of = |one: &Question<'_>| {
        let mut decided = open.decisions.on(&open.read.document);
        decided.any(|(_, made)| made.state.is_some() && made.arrangement == one.arrangement.id)
    };
    let open = asked.filter(spoken_of).map(|one| {
        let details = one.open_details(own.declaration.on(one.arrangement.id.as_str()));
        (one, details)
    });
    open.filter(|(_, details)| !details.is_empty()).collect()
}

/// How many details are open, as the end of a line; nothing where none is.
pub(super) fn count(context: &Context<'_>, open: &Open) -> Markup {
    let count: usize = open_details(context, open).iter().map(|(_, details)| details.len()).sum();
    html! {
        @if count > 0 {
            " " a href="#details" { (count) (if count == 1 { " detail is" } else { " details are" }) " still open" } "."
        }
    }
}

/// Each of them, with the way to its question.
pub(super) fn details(context: &Context<'_>, open: &Open) -> Markup {
    let all = open_details(context, open);
    let Some(own) = &open.chosen else { return html! {} };
    html! {
        @if !all.is_empty() {
            h2 #details tabindex="-1" { "Details that are still open" }
            p.hint { "Requirements ask for these, too. The words that were accepted don’t say them: answer what you know." }
            ul { @for (question, details) in &all {
                li {
                    (question.arrangement.title) ": "
                    @for (at, field) in details.iter().enumerate() {
                        @if at > 0 { ", " }
                        a href={ (paths::question(&own.path, question.arrangement.id.as_str())) "#" (field_id(&field.id)) } {
                            span.off { (question.arrangement.title) ": " } (field.title)
                        }
                    }
                }
            } }
        }
    }
}
