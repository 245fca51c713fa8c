//! The details of an arrangement that count.

use maud::{Markup, html};

use super::asking::Asking;
use super::given::{Given, field_id};
use crate::rulebook::{Field, FieldKind};
use crate::serve::fields::{Errors, Input, radio};

pub(super) fn all(asking: &Asking<'_>, given: &Given, errors: &Errors) -> Markup {
    let details = &asking.question.details;
    html! {
        @if !details.is_empty() {
            h2 { "Details" }
            p.hint { "Where it is there, at least in part. Leave open what you don’t know." }
            @let limits = &asking.question.arrangement.limits;
            @for limit in limits { p.hint { "Where " (limit) ", it stands in part at most." } }
            @for field in details { (detail(field, given, errors)) }
        }
    }
}

fn detail(field: &Field, given: &Given, errors: &Errors) -> Markup {
    let id = field_id(&field.id);
    let value = given.detail(&field.id);
    let text = |hint: Option<&'static str>, width, lines| {
        Input { id: &id, label: &field.question, hint, value, width, lines }.show(errors)
    };
    match &field.kind {
        FieldKind::YesNo => {
            let yes_no = ["yes", "no"].map(str::to_owned);
            choices(field, &id, &yes_no, value, errors)
        }
        FieldKind::Choice(of) | FieldKind::Ordered(of) => choices(field, &id, of, value, errors),
        FieldKind::Number => {
            text(Some("A number or a range: 7, 10-15, at least 10, at most 15."), Some(10), 1)
        }
        FieldKind::Date => {
            text(Some("A day, a month or a year: 31 March 2017, March 2017, 2017."), Some(20), 1)
        }
        FieldKind::Rank => text(
            Some("Such as detective superintendent; a staff grade as “police staff …”."),
            Some(20),
            1,
        ),
        FieldKind::Text => text(None, None, 1),
        FieldKind::List(Some(of)) => {
            let chosen: Vec<&str> = value.split('\n').collect();
            html! {
                fieldset.ask.wrong[errors.has(&id)] id=(id) tabindex="-1" {
                    legend { (field.question) }
                    (errors.at(&id))
                    @for (index, word) in of.iter().enumerate() {
                        div.radio {
                            input type="checkbox" name=(id) id={ (id) "-" (index) } value=(word)
                                checked[chosen.contains(&word.as_str())];
                            label for={ (id) "-" (index) } { (word) }
                        }
                    }
                    (whole(field, given))
                }
            }
        }
        FieldKind::List(None) => html! {
            (text(Some("One on each line."), None, 4))
            (whole(field, given))
        },
    }
}

/// Whether a list is all that there is: else what isn't in it isn't stated.
fn whole(field: &Field, given: &Given) -> Markup {
    let id = format!("{}-whole", field_id(&field.id));
    html! {
        div.radio {
            input type="checkbox" name=(id) id=(id) value="yes" checked[given.is_whole(&field.id)];
            label for=(id) { "That is all there are" }
        }
    }
}

fn choices(field: &Field, id: &str, of: &[String], value: &str, errors: &Errors) -> Markup {
    html! {
        fieldset.ask.wrong[errors.has(id)] id=(id) tabindex="-1" {
            legend { (field.question) }
            (errors.at(id))
            div.row[of.len() < 4] {
                @for (index, word) in of.iter().enumerate() {
                    (radio(id, &format!("{id}-{index}"), word, value == word, word, None))
                }
                (radio(id, &format!("{id}-open"), "", value.is_empty(), "don’t know", None))
            }
        }
    }
}
