//! What isn't stated never passes.

use std::collections::BTreeMap;

use msacheck::gate::{Gate, Threshold};
use msacheck::standing::{Outcome, State, Strength, Words as _};

use crate::case::any_case;
use crate::run;
use crate::seen::Seen;
use crate::thresholds::heeding_silence;
use crate::toml_text::Order;

#[test]
fn the_empty_declaration_meets_nothing() {
    let seen = Seen::default();
    run::holds(500, &any_case(), |case| {
        let rulebook = case.rulebook(Order::kept())?;
        let mut silent = case.facts.clone();
        silent.declared = BTreeMap::new();
        let assessment = case.assess(&rulebook, &silent, Order::kept())?;
        for finding in assessment.findings.iter().filter(|f| f.outcome.is_assessed()) {
            if finding.outcome != Outcome::NotEvidenced {
                let what = format!("{} is {}", finding.requirement, finding.outcome);
                return Err(case.varied(&what, &silent));
            }
            let forgiving = Gate::at(Threshold::DeclaredGaps).with_superseded(true);
            if forgiving.falls_short(finding) {
                let what = format!("{} against {forgiving:?}", finding.requirement);
                return Err(case.varied(&what, &silent));
            }
            let gates = heeding_silence().map(Gate::at).chain([Gate::default()]);
            for gate in gates.map(|gate| gate.with_superseded(true)) {
                if gate.falls_short(finding) != (finding.strength != Strength::Power) {
                    let what = format!("{} against {gate:?}", finding.requirement);
                    return Err(case.varied(&what, &silent));
                }
            }
            seen.count("silent");
        }
        Ok(())
    });
    seen.require(["silent"]);
}

#[test]
fn details_without_a_state_meet_nothing() {
    let seen = Seen::default();
    run::holds(500, &any_case(), |case| {
        let rulebook = case.rulebook(Order::kept())?;
        let mut silent = case.facts.clone();
        silent.declared.values_mut().for_each(|declared| declared.state = State::NotStated);
        let assessment = case.assess(&rulebook, &silent, Order::kept())?;
        for finding in assessment.findings.iter().filter(|f| f.outcome.is_assessed()) {
            if finding.outcome > Outcome::NotEvidenced {
                let what = format!("{} is {}", finding.requirement, finding.outcome);
                return Err(case.varied(&what, &silent));
            }
            seen.count(finding.outcome.word());
        }
        Ok(())
    });
    seen.require(["not evidenced", "not met"]);
}
