//! Pieces of forms: errors in a summary and at their fields, radio buttons, inputs.

use maud::{Markup, html};

use super::form::Fields;
use crate::declaration::entered_date;
use crate::source::Fault;
use crate::standing::{Day, PartialDate};

/// What is wrong with a form: each with the id of its field.
#[derive(Clone, Debug, Default)]
pub(super) struct Errors(Vec<(String, String)>);

impl Errors {
    pub(super) fn add(&mut self, field: &str, message: impl Into<String>) {
        self.0.push((field.to_owned(), message.into()));
    }

    /// Faults of what was entered in a field.
    pub(super) fn faults(&mut self, field: &str, faults: &[Fault]) {
        for fault in faults.iter().filter(|fault| !fault.is_warning()) {
            self.add(field, words(fault));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The summary at the top of the page, which leads to the fields.
    pub(super) fn summary(&self) -> Markup {
        html! {
            @if !self.is_empty() {
                div.errors role="alert" tabindex="-1" aria-labelledby="errors-title" autofocus {
                    h2 #errors-title { "There is a problem" }
                    ul { @for (field, message) in &self.0 {
                        li { a href={ "#" (field) } { (message) } }
                    } }
                }
            }
        }
    }

    /// What is wrong at a field.
    pub(super) fn at(&self, field: &str) -> Markup {
        html! {
            @for (_, message) in self.0.iter().filter(|(own, _)| own == field) {
                p.error id={ (field) "-error" } { span.off { "Error: " } (message) }
            }
        }
    }

    pub(super) fn has(&self, field: &str) -> bool {
        self.0.iter().any(|(own, _)| own == field)
    }
}

/// How a day may be entered.
pub(super) const SUCH_AS: &str = "such as 31 March 2027 or 31/3/2027";

/// A day as a field holds it before somebody enters another.
pub(super) fn written(day: Day) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// A date that somebody entered, whole or in part; what is wrong with it is said at its field.
pub(super) fn date(written: &str, field: &str, errors: &mut Errors) -> Option<PartialDate> {
    match entered_date(written) {
        Ok(Some(date)) => return Some(date),
        Ok(None) => errors.add(field, format!("Enter a date that exists, {SUCH_AS}")),
        Err(fault) => errors.faults(field, &[fault]),
    }
    None
}

/// A whole day that somebody entered.
pub(super) fn day(form: &Fields, name: &str, errors: &mut Errors) -> Option<Day> {
    match date(form.filled(name).unwrap_or_default(), name, errors)? {
        PartialDate::Day(day) => return Some(day),
        _ => errors.add(name, format!("Enter the day, too, {SUCH_AS}")),
    }
    None
}

/// A last day that somebody entered: today or later.
pub(super) fn last_day(form: &Fields, name: &str, today: Day, errors: &mut Errors) -> Option<Day> {
    let day = day(form, name, errors)?;
    if day < today {
        errors.add(name, "The last day can’t be before today");
    }
    (day >= today).then_some(day)
}

/// A fault in a sentence or two: what, and what to do.
pub(super) fn words(fault: &Fault) -> String {
    let said = match fault.advice() {
        Some(advice) => format!("{fault}: {advice}"),
        None => fault.to_string(),
    };
    // What a terminal sets in ticks is quoted on a page.
    let mut pieces = said.split('`');
    let mut words = pieces.next().unwrap_or_default().to_owned();
    for (at, piece) in pieces.enumerate() {
        words.push(if at % 2 == 0 { '“' } else { '”' });
        words.push_str(piece);
    }
    words
}

/// One of several answers, of which one is chosen.
pub(super) fn radio(
    name: &str,
    id: &str,
    value: &str,
    chosen: bool,
    label: &str,
    hint: Option<&str>,
) -> Markup {
    let described = hint.map(|_| format!("{id}-hint"));
    html! {
        div.radio {
            input type="radio" name=(name) id=(id) value=(value) checked[chosen] aria-describedby=[described.as_deref()];
            label for=(id) { (label) }
            @if let Some(hint) = hint { p.hint id={ (id) "-hint" } { (hint) } }
        }
    }
}

/// A line to type in.
pub(super) struct Input<'a> {
    pub(super) id: &'a str,
    pub(super) label: &'a str,
    pub(super) hint: Option<&'a str>,
    pub(super) value: &'a str,
    /// How many characters it is for, where that is few.
    pub(super) width: Option<usize>,
    /// How many lines it has.
    pub(super) lines: usize,
}

impl Input<'_> {
    pub(super) fn show(&self, errors: &Errors) -> Markup {
        let Self { id, label, hint, value, width, lines } = self;
        let hint_id = hint.map(|_| format!("{id}-hint"));
        let error_id = errors.has(id).then(|| format!("{id}-error"));
        let described: Vec<&str> = hint_id.iter().chain(&error_id).map(String::as_str).collect();
        let described = (!described.is_empty()).then(|| described.join(" "));
        let wrong = errors.has(id).then_some("true");
        let size = width.map(|width| format!("w{width}"));
        html! {
            div.field.wrong[errors.has(id)] {
                label for=(id) { (label) }
                @if let Some(hint) = hint { p.hint id={ (id) "-hint" } { (hint) } }
                (errors.at(id))
                @if *lines > 1 {
                    textarea name=(id) id=(id) rows=(lines) aria-describedby=[described] aria-invalid=[wrong] {
                        // A browser takes away the first line end.
                        "\n" (value)
                    }
                } @else {
                    input type="text" name=(id) id=(id) value=(value) class=[size] autocomplete="off"
                        spellcheck="false" aria-describedby=[described] aria-invalid=[wrong];
                }
            }
        }
    }
}
