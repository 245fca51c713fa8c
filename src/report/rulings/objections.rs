//! Why a gate fails beside findings, in words: what it is called, and what there is to say and to do.

use super::super::prose::capital;
use crate::gate::Objection;

/// The rule that it breaks, where programs want one. No requirement has its name.
pub(in crate::report) fn rule(objection: &Objection) -> &'static str {
    match objection {
        Objection::Empty => "gate/nothing-to-look-at",
        Objection::Aged { .. } => "gate/aged-evidence",
        Objection::OlderFacts { .. } => "baseline/older-facts",
        Objection::OlderLaw { .. } => "baseline/older-law",
        Objection::AnotherKind { .. } => "baseline/another-kind",
        Objection::AnotherReach { .. } | Objection::OutOfReach { .. } => "baseline/another-reach",
        Objection::SwitchedOff { .. } => "baseline/switched-off",
    }
}

/// What tells it from others of its rule.
pub(in crate::report) fn about(objection: &Objection) -> String {
    match objection {
        Objection::Aged { arrangement, .. } => arrangement.to_string(),
        Objection::AnotherReach { attribute, .. } => attribute.to_string(),
        Objection::OutOfReach { requirement } | Objection::SwitchedOff { requirement } => {
            requirement.to_string()
        }
        Objection::Empty
        | Objection::OlderFacts { .. }
        | Objection::OlderLaw { .. }
        | Objection::AnotherKind { .. } => String::new(),
    }
}

/// What it is, in a few words that begin small.
pub(in crate::report) fn objection(objection: &Objection) -> String {
    match objection {
        Objection::Empty => {
            "there was nothing to look at: no requirement that it gates was assessed".to_owned()
        }
        Objection::Aged { name, months, newest: Some(newest), .. } => {
            format!("the newest evidence of {name} is of {newest}, older than {months}")
        }
        Objection::Aged { name, months, newest: None, .. } => {
            format!("{name}: no evidence says of when it is, and it may be {months} old at most")
        }
        Objection::OlderFacts { was, is } => {
            format!("the facts are of {is}, before those of the baseline, {was}")
        }
        Objection::OlderLaw { was, is } => {
            format!("the day assessed, {is}, is before that of the baseline, {was}")
        }
        Objection::AnotherKind { was, is } => {
            format!("the force is declared as {is}, and the baseline records it as {was}")
        }
        Objection::AnotherReach { attribute, was, is } => {
            let stated = |value: &Option<bool>| match value {
                Some(true) => "true",
                Some(false) => "false",
                None => "not stated",
            };
            let (was, is) = (stated(was), stated(is));
            format!(
                "`{attribute}` is {is}, and was {was} in the baseline: less may reach the force"
            )
        }
        Objection::OutOfReach { requirement } => {
            format!("{requirement} doesn't reach the force, and the baseline records a gap in it")
        }
        Objection::SwitchedOff { requirement } => {
            format!("{requirement} is switched off, and wasn't in the baseline")
        }
    }
}

/// The same in sentences that stand by themselves, with what there is to do.
pub(in crate::report) fn objection_account(of: &Objection) -> String {
    let remedy = match of {
        Objection::Empty => {
            "look at more, or say in [gate] that it `may-be-empty = true`".to_owned()
        }
        Objection::Aged { .. } => {
            "look whether it still stands so, and cite what shows it, with its date".to_owned()
        }
        Objection::OlderFacts { .. } | Objection::OlderLaw { .. } => {
            "check facts that are as late, or record the baseline anew".to_owned()
        }
        Objection::AnotherKind { .. }
        | Objection::AnotherReach { .. }
        | Objection::OutOfReach { .. } => {
            "correct [force], or record the baseline anew where it is so".to_owned()
        }
        Objection::SwitchedOff { .. } => {
            "take the row out of the confirmations, or record the baseline anew".to_owned()
        }
    };
    format!("{}. What closes it: {remedy}.", capital(&objection(of)))
}
