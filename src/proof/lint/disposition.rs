//! A provision with neither a requirement nor a reason why there is none, or with both.

use crate::rulebook::Rulebook;
use crate::source::Fault;

pub(super) fn lint(rulebook: &Rulebook) -> Vec<Fault> {
    let provisions = rulebook.provisions().iter();
    let faults = provisions.filter_map(|provision| {
        let resting = rulebook.requirements().iter().any(|r| r.is_under(provision));
        let (message, label) = match (resting, &provision.no_rule) {
            (false, None) => ("has neither a requirement nor a reason", "expected `no_rule`"),
            (true, Some(_)) => ("has a requirement and a reason for none", "`no_rule` is too much"),
            _ => return None,
        };
        Some(Fault::new(
            "lint::disposition",
            &provision.text,
            provision.span.clone(),
            format!("`{}/{}` {message}", provision.instrument, provision.id),
            label,
        ))
    });
    faults.collect()
}
