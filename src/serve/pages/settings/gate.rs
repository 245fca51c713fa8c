//! The gate as a form: what fails a check.

use maud::{Markup, html};

use crate::gate::{GATED, Terms, Threshold};
use crate::project::{Project, SettingsEdit};
use crate::serve::fields::{Errors, radio};
use crate::serve::form::Fields;
use crate::serve::pages::Context;
use crate::standing::{Basis, Strength, Words as _};

pub(super) fn form(context: &Context<'_>, project: Option<&Project>, errors: &Errors) -> Markup {
    let gate = project.map(|project| &project.gate);
    let known = gate.and_then(|gate| gate.terms.as_ref());
    let terms = known.cloned().unwrap_or_default();
    let overrides = terms.instruments.len() + terms.requirements.len();
    let baseline = gate.and_then(|gate| gate.baseline.as_ref());
    html! {
        form method="post" action="/settings/gate" novalidate {
            (context.csrf())
            fieldset.ask.wrong[errors.has("gate-0")] {
                legend { "Does a check fail where too little is there?" }
                (errors.at("gate-0"))
                (radio("gate", "gate-0", "no", known.is_none(), "No: gaps are shown, and nothing fails", None))
                (radio("gate", "gate-1", "yes", known.is_some(), "Yes, as it says below", None))
            }
            @for strength in GATED {
                @let own = terms.thresholds.get(&strength).copied();
                div.field {
                    label for=(strength) { (head(strength)) }
                    select id=(strength) name=(strength) {
                        @for threshold in Threshold::ALL {
                            option value=(threshold) selected[own == Some(*threshold)] { (words(*threshold)) }
                        }
                    }
                }
            }
            div.field {
                label for="basis" { "How must an answer be backed to count?" }
                select #basis name="basis" {
                    option value="" { "It needn’t be" }
                    @for basis in [Basis::Cited, Basis::Quoted] {
                        option value=(basis) selected[terms.basis == Some(basis)] { (backed(basis)) }
                    }
                }
            }
            div.radio {
                input type="checkbox" #superseded name="superseded" value="yes" checked[terms.superseded];
                label for="superseded" { "What a later strategy superseded counts, too" }
            }
            @if overrides > 0 {
                p.hint { "Thresholds for single instruments or requirements (" (overrides) ") stand in the file, and stay as they are." }
            }
            @if let Some(baseline) = baseline {
                p.hint { "Known gaps are those in " code { (baseline) } ": only what is new or worse fails." }
            }
            button type="submit" { "Save the gate" }
        }
    }
}

/// What somebody sent.
pub(super) fn sent(form: &Fields, errors: &mut Errors) -> Option<SettingsEdit> {
    match form.get("gate") {
        Some("no") => return Some(SettingsEdit::NoGate),
        Some("yes") => {}
        _ => {
            errors.add("gate-0", "Choose whether a check fails");
            return None;
        }
    }
    let default = Terms::default().thresholds;
    let thresholds = GATED.iter().filter_map(|strength| {
        let sent = form.get(strength.word()).and_then(Threshold::from_word);
        Some((*strength, sent.or_else(|| default.get(strength).copied())?))
    });
    Some(SettingsEdit::Gate {
        thresholds: thresholds.collect(),
        basis: form.get("basis").and_then(Basis::from_word),
        superseded: form.get("superseded").is_some(),
    })
}

fn head(strength: Strength) -> &'static str {
    match strength {
        Strength::Duty => "What the law asks fails where it is",
        Strength::Commitment => "What was promised fails where it is",
        Strength::Expectation | Strength::Power => "What is expected fails where it is",
    }
}

fn words(threshold: Threshold) -> &'static str {
    match threshold {
        Threshold::DeclaredGaps => "said to fall short (silence passes)",
        Threshold::NotEvidenced => "not evidenced, or not met",
        Threshold::Withheld => "withheld, or less",
        Threshold::Planned => "planned, or less",
        Threshold::PartlyMet => "partly met, or less: every gap",
    }
}

fn backed(basis: Basis) -> &'static str {
    match basis {
        Basis::Asserted => "It needn’t be",
        Basis::Cited => "By a source that is named",
        Basis::Quoted => "By words that are found in their paper",
    }
}
