//! What is to be said where a force has several dates.

use crate::declaration::{Declaration, Input, SameDay};
use crate::source::Fault;

/// That other dates of a force were passed over, where they were.
pub(super) fn passed_over(counts: &Declaration) -> Option<Fault> {
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
    let help = "`msacheck compare` with the same files shows what changed; `--as-of` with an earlier day \
                assesses an earlier one";
    Some(Fault::whole("declaration::passed-over", message).help(help).into_warning())
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
