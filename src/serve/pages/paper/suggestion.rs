//! One passage with what the program makes of it, and what a person may make of it.

use maud::{Markup, html};

use super::opened::{Open, hidden, title};
use crate::reading::Upshot;
use crate::report::state_tag;
use crate::review::{Passage, would_give};
use crate::serve::fields::Errors;
use crate::serve::pages::{Context, states};
use crate::serve::paths;

/// A passage as the page shows it.
pub(super) fn show(
    one: &Passage<'_>,
    context: &Context<'_>,
    open: &Open,
    errors: &Errors,
) -> Markup {
    let id = format!("s{}", one.at);
    let field = |of: &str| format!("{id}-{of}");
    let spot = one.spot;
    let title = title(context, one.statement.arrangement.as_str());
    let (vocabulary, today) = (context.work.rulebook().vocabulary(), context.work.today());
    let gives = would_give(open.quotable(), one, vocabulary, today);
    let own = open.chosen.as_ref().and_then(|own| {
        own.declaration.on(one.statement.arrangement.as_str()).map(|own| own.state)
    });
    let now = own.filter(|state| Some(*state) != one.suggested());
    let said = context.said_at(&id);
    html! {
        "\n" section.suggestion.wrong[errors.has(&id)] id=(id) tabindex="-1" aria-label={ (title) ": " (one.quote) }
            aria-describedby=[said.as_ref().map(|_| "said")] {
            @if let Some(said) = said { (said) }
            (errors.at(&id))
            h3 { (title) " " @match &one.statement.upshot {
                Upshot::State(state, _) => (state_tag(*state)),
                Upshot::Unsure(_) => strong.tag.let-pass { "to decide" },
                Upshot::Silent(_) => strong.tag.let-pass { "not counted" },
            } }
            blockquote { p { "“" (one.quote) "”" } }
            p.from {
                a.words href={ "#w" (one.at) } {
                    @if let Some(page) = spot.page { "Page " (page) ", line " (spot.line) } @else { "Line " (spot.line) }
                }
                ". " (why(&one.statement.upshot)) "."
                @if let Some(now) = now { " The answer so far: " (now) "." }
            }
            @if !gives.is_empty() {
                p.from { "Accepted, it also says: "
                    @for (at, (title, value)) in gives.iter().enumerate() {
                        @if at > 0 { "; " } (title) ": " (value)
                    } "."
                }
            }
            form.decide method="post" action={ (paths::paper(&open.path)) "/decide" } novalidate {
                (context.csrf())
                (hidden(open))
                input type="hidden" name="at" value=(one.at);
                input type="hidden" name="quote" value=(one.quote);
                div.row {
                    div {
                        label for=(field("state")) { "It says" }
                        (states::said(&field("state"), one.suggested()))
                    }
                    button.accept type="submit" name="act" value="accept" { "Accept" }
                    div {
                        label for=(field("reason")) { "Or why it says nothing" }
                        input type="text" id=(field("reason")) name="reason" autocomplete="off";
                    }
                    button.second.reject type="submit" name="act" value="reject" { "Reject" }
                }
            }
        }
    }
}

fn why(upshot: &Upshot) -> String {
    match upshot {
        Upshot::State(_, ground) => format!("It counts since {ground}"),
        Upshot::Unsure(why) => format!("For you to decide, since {why}"),
        Upshot::Silent(why) => format!("It doesn’t count since {why}"),
    }
}
