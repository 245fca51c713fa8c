//! How far an arrangement stands: the same words wherever it is asked for, those of files and reports first.

use maud::{Markup, html};

use crate::questions::states;
use crate::serve::fields::{Errors, radio};
use crate::standing::{State, Words as _};

/// A state as it is offered: its word, and what that means in a plain one where it helps.
fn label(state: State) -> &'static str {
    match state {
        State::InPlace => "In place",
        State::Partial => "Partial",
        State::Planned => "Planned",
        State::Absent => "Absent",
        State::NotStated => "Not stated: we don’t know",
        State::Withheld => "Withheld: the force won’t say",
    }
}

/// All of them as radio buttons, each with its meaning.
pub(super) fn asked(chosen: Option<State>, errors: &Errors) -> Markup {
    html! {
        fieldset.ask.wrong[errors.has("state-0")] {
            legend { "How does it stand?" }
            (errors.at("state-0"))
            @for (index, choice) in states().iter().enumerate() {
                @let own = choice.state.unwrap_or(State::NotStated);
                (radio(
                    "state",
                    &format!("state-{index}"),
                    own.word(),
                    chosen == Some(own),
                    label(own),
                    choice.meaning,
                ))
            }
        }
    }
}

/// What words may say: a list to choose from.
pub(super) fn said(id: &str, chosen: Option<State>) -> Markup {
    let offered = states().into_iter().filter_map(|choice| choice.state);
    html! {
        select id=(id) name="state" {
            @if chosen.is_none() { option value="" { "Choose" } }
            @for state in offered.filter(|state| *state != State::NotStated) {
                option value=(state) selected[chosen == Some(state)] { (label(state)) }
            }
        }
    }
}
