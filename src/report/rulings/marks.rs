//! Rulings in a word or two: in a cell, as a tag, beside an outcome.

use crate::gate::{Change, Mark, Ruling};
use crate::result::Gated;

/// That there was no gate, among other words.
pub(in crate::report) const NO_GATE: &str = "nothing was gated";

/// The same on a terminal, with what would change that.
pub(in crate::report) const ASK_FOR_A_GATE: &str =
    "Nothing was gated: `--fail-on` or a [gate] would do so.";

/// What a finding does that the gate fails for.
pub(in crate::report) const FAILS: &str = "fails the gate";

/// How a force stands at the gate; nothing where there is none.
pub(in crate::report) fn verdict(gated: &Gated) -> Option<&'static str> {
    gated.verdict.as_ref().map(|_| if gated.fails() { "fails" } else { "passes" })
}

/// What a ruling is.
pub(in crate::report) fn word(ruling: &Ruling) -> &'static str {
    match ruling {
        Ruling::Passes => "passes",
        Ruling::Fails | Ruling::Expired { .. } => "fails",
        Ruling::Waived { .. } => "waived",
        Ruling::Baselined => "in the baseline",
        Ruling::Unasked => "not asked by the baseline's rules",
    }
}

/// The same where nothing beside it says why.
pub(in crate::report) fn full_word(ruling: &Ruling) -> &'static str {
    match ruling {
        Ruling::Expired { .. } => "fails: the waiver has expired",
        plain => word(plain),
    }
}

/// The same as a tag beside an outcome: nothing where that says enough.
pub(in crate::report) fn tag(ruling: &Ruling) -> Option<&'static str> {
    match ruling {
        Ruling::Passes => None,
        Ruling::Fails => Some(FAILS),
        Ruling::Expired { .. } => Some("fails the gate: waiver over"),
        let_pass => Some(word(let_pass)),
    }
}

/// The same in a narrow column, with how a gap compares with the baseline: nothing where the outcome
/// says enough.
pub(in crate::report) fn short(mark: &Mark) -> Option<&'static str> {
    let change = mark.compared.as_ref().map(|compared| compared.change);
    match (&mark.ruling, change) {
        (Ruling::Expired { .. }, _) => Some("waiver over"),
        (Ruling::Baselined, _) => Some("in baseline"),
        (Ruling::Unasked, _) => Some("new rule"),
        (waived @ Ruling::Waived { .. }, _) => Some(word(waived)),
        (_, Some(Change::New)) => Some("new"),
        (_, Some(Change::Worse)) => Some("worse"),
        (_, Some(Change::Same | Change::Better | Change::Unasked) | None) => None,
    }
}
