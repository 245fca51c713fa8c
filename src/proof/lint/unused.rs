//! An arrangement or a field that no rule uses and that isn't marked informative, or one that is
//! marked so and used.

use crate::rulebook::{Arrangement, Condition, FieldId, Need, Rulebook};
use crate::source::{Fault, Span};

pub(super) fn lint(rulebook: &Rulebook) -> Vec<Fault> {
    rulebook
        .vocabulary()
        .arrangements()
        .iter()
        .flat_map(|arrangement| check(rulebook, arrangement))
        .collect()
}

fn check(rulebook: &Rulebook, arrangement: &Arrangement) -> Vec<Fault> {
    let asks: Vec<_> = rulebook
        .requirements()
        .iter()
        .flat_map(|requirement| requirement.needs.iter().flat_map(Need::asks))
        .filter(|ask| ask.arrangement == arrangement.id)
        .collect();
    let conditions = || asks.iter().flat_map(|ask| ask.conditions());
    let limits = &arrangement.limits;
    let uses = |field: &str| {
        let own = |condition: &Condition| condition.field.as_str() == field;
        conditions().any(own) || limits.iter().any(own)
    };
    let mut faults = Vec::new();
    faults.extend(disagreement(
        arrangement,
        "it",
        arrangement.span.clone(),
        !asks.is_empty(),
        arrangement.informative,
    ));
    if arrangement.informative {
        // What is said of the whole is said of its fields.
        return faults;
    }
    for field in arrangement.fields.iter().filter(|field| field.id.as_str() != FieldId::SINCE) {
        let name = format!("its field `{}`", field.id);
        let used = uses(field.id.as_str());
        faults.extend(disagreement(
            arrangement,
            &name,
            field.span.clone(),
            used,
            field.informative,
        ));
    }
    faults
}

fn disagreement(
    arrangement: &Arrangement,
    what: &str,
    span: Span,
    used: bool,
    informative: bool,
) -> Option<Fault> {
    let (message, label) = match (used, informative) {
        (false, false) => ("no rule rests on", "expected `informative = true`, or a rule"),
        (true, true) => ("a rule rests on", "`informative = true` is wrong here"),
        _ => return None,
    };
    let message = format!("`{}`: {message} {what}", arrangement.id);
    Some(Fault::new("lint::unused", &arrangement.text, span, message, label))
}
