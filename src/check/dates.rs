//! What is to be said where a force has several dates.

use crate::declaration::{Declaration, Input, SameDay};
use crate::source::Fault;

/// How many forces are told of one by one.
const ONE_BY_ONE: usize = 3;

/// Which dates were passed over, force by force, or of many forces in one sentence.
pub(super) fn passed_over(counts: &[Declaration]) -> Vec<Fault> {
    let older: Vec<&Declaration> =
        counts.iter().filter(|own| !own.passed_over.is_empty()).collect();
    if older.len() <= ONE_BY_ONE {
        return older.into_iter().filter_map(of_one).collect();
    }
    let dates: usize = older.iter().map(|own| own.passed_over.len()).sum();
    let named: Vec<String> =
        older.iter().take(ONE_BY_ONE).map(|own| own.force.id.to_string()).collect();
    let message = format!(
        "{dates} other dates of {} forces were passed over ({}, …): of each, the latest that holds on the \
         day assessed counts",
        older.len(),
        named.join(", ")
    );
    vec![Fault::whole("declaration::passed-over", message).help(HELP).into_warning()]
}

/// What is done to see them, too.
const HELP: &str = "`msacheck compare` with the same files shows what changed; `--as-of` with an earlier day \
                    assesses an earlier one";

fn of_one(counts: &Declaration) -> Option<Fault> {
    let over: Vec<String> = counts.passed_over.iter().map(dated).collect();
    if over.is_empty() {
        return None;
    }
    let (files, were) = (over.join(", "), if over.len() == 1 { "was" } else { "were" });
    let message = format!(
        "{files} {were} passed over: of {}, what holds on the day assessed is `{}`, of {}",
        counts.force.shown(),
        counts.text.name(),
        counts.force.as_of
    );
    Some(Fault::whole("declaration::passed-over", message).help(HELP).into_warning())
}

fn dated(input: &Input) -> String {
    let date = input.date.map(|date| format!(" ({date})")).unwrap_or_default();
    format!("`{}`{date}", input.file)
}

/// That a force declares one day twice: at every declaration of it but the first.
pub(super) fn declared_twice(twice: &SameDay) -> Vec<Fault> {
    let mut declarations = twice.declarations.iter();
    let Some(first) = declarations.next() else { return Vec::new() };
    let fault = |second: &Declaration| {
        let (a, b) = (first.text.name(), second.text.name());
        let message = format!(
            "`{a}` and `{b}` are both of the force `{}` and the day {}",
            second.force.id, second.force.as_of
        );
        let label = format!("the same force and the same day as in `{a}`");
        Fault::new("declaration::same-day", &second.text, second.force.span.clone(), message, label)
            .help("name one of them alone, or give each the day in `as_of` that its facts are of")
    };
    declarations.map(fault).collect()
}
