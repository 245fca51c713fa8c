//! One passage with what the program makes of it, and what a person may make of it.

use maud::{Markup, html};

use super::evidence::would_give;
use super::opened::{Open, hidden, states, title};
use crate::decisions::Decision;
use crate::reading::{Statement, Upshot};
use crate::report::state_tag;
use crate::serve::fields::Errors;
use crate::serve::pages::Context;
use crate::serve::paths;
use crate::standing::State;

/// A passage that speaks of an arrangement.
pub(super) struct Suggestion<'a> {
    /// Its place among the statements of the paper.
    pub(super) at: usize,
    pub(super) statement: &'a Statement,
    /// Its words.
    pub(super) quote: String,
    /// What was decided about it.
    pub(super) decided: Option<&'a Decision>,
}

impl<'a> Suggestion<'a> {
    /// Every passage, in reading order; of several words of one sentence that come to the same, the first.
    pub(super) fn all(open: &'a Open) -> Vec<Self> {
        let document = &open.read.document;
        let mut all: Vec<Self> = Vec::new();
        for (at, statement) in open.read.reading.statements.iter().enumerate() {
            let Some(block) = document.blocks.get(statement.block) else { continue };
            let quote = block.quote(statement.sentence.clone());
            let decided = open.decisions.of(document, statement).map(|(_, decision)| decision);
            let again = all.iter().any(|known| {
                known.statement.block == statement.block
                    && known.statement.sentence == statement.sentence
                    && known.statement.arrangement == statement.arrangement
                    && rank(&known.statement.upshot) >= rank(&statement.upshot)
            });
            if !again {
                all.push(Self { at, statement, quote, decided });
            }
        }
        all
    }

    pub(super) fn is_open(&self) -> bool {
        self.decided.is_none()
    }

    pub(super) fn is_unsure(&self) -> bool {
        matches!(self.statement.upshot, Upshot::Unsure(_))
    }

    pub(super) fn is_stated(&self) -> bool {
        matches!(self.statement.upshot, Upshot::State(..))
    }

    /// The state that accepting it gives, where the words leave none open.
    pub(super) fn suggested(&self) -> Option<State> {
        match self.statement.upshot {
            Upshot::State(state, _) => Some(state),
            _ => self.statement.would,
        }
    }

    pub(super) fn show(&self, context: &Context<'_>, open: &Open, errors: &Errors) -> Markup {
        let id = format!("s{}", self.at);
        let field = |of: &str| format!("{id}-{of}");
        let block = open.read.document.blocks.get(self.statement.block);
        let spot = block.map(|block| block.spot(self.statement.sentence.start)).unwrap_or_default();
        let title = title(context, self.statement.arrangement.as_str());
        let gives = would_give(context, open, self);
        let own = open.chosen.as_ref().and_then(|own| {
            own.declaration.on(self.statement.arrangement.as_str()).map(|own| own.state)
        });
        let now = own.filter(|state| Some(*state) != self.suggested());
        html! {
            "\n" section.suggestion.wrong[errors.has(&id)] id=(id) tabindex="-1" aria-label={ (title) ": " (self.quote) } {
                (errors.at(&id))
                h3 { (title) " " @match &self.statement.upshot {
                    Upshot::State(state, _) => (state_tag(*state)),
                    Upshot::Unsure(_) => strong.tag.let-pass { "to decide" },
                    Upshot::Silent(_) => strong.tag.let-pass { "not counted" },
                } }
                blockquote { p { "“" (self.quote) "”" } }
                p.from {
                    a.words href={ "#w" (self.at) } {
                        @if let Some(page) = spot.page { "Page " (page) ", line " (spot.line) } @else { "Line " (spot.line) }
                    }
                    ". " (why(&self.statement.upshot)) "."
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
                    input type="hidden" name="at" value=(self.at);
                    input type="hidden" name="quote" value=(self.quote);
                    div.row {
                        div {
                            label for=(field("state")) { "It says" }
                            (states(&field("state"), self.suggested()))
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
}

fn rank(upshot: &Upshot) -> u8 {
    match upshot {
        Upshot::Silent(_) => 0,
        Upshot::Unsure(_) => 1,
        Upshot::State(..) => 2,
    }
}

fn why(upshot: &Upshot) -> String {
    match upshot {
        Upshot::State(_, ground) => format!("It counts since {ground}"),
        Upshot::Unsure(why) => format!("For you to decide, since {why}"),
        Upshot::Silent(why) => format!("It doesn’t count since {why}"),
    }
}
