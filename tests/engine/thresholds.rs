//! The thresholds that the properties of gates hold for: all but `declared-gaps`, which forgives silence,
//! and whose verdict says so.

use msacheck::gate::{Gate, Threshold};
use msacheck::standing::{Outcome, Words as _};

use crate::case::any_case;
use crate::run;
use crate::seen::Seen;
use crate::toml_text::Order;

/// All of them but that one.
pub(crate) fn heeding_silence() -> impl Iterator<Item = Threshold> {
    Threshold::ALL.iter().copied().filter(|threshold| *threshold != Threshold::DeclaredGaps)
}

#[test]
fn the_one_that_forgives_silence_forgives_nothing_else() {
    let seen = Seen::default();
    run::holds(500, &any_case(), |case| {
        let rulebook = case.rulebook(Order::kept())?;
        let assessment = case.assess(&rulebook, &case.facts, Order::kept())?;
        let (forgiving, strict) =
            (Gate::at(Threshold::DeclaredGaps), Gate::at(Threshold::PartlyMet));
        for finding in &assessment.findings {
            let silent = finding.outcome == Outcome::NotEvidenced;
            if forgiving.falls_short(finding) != (strict.falls_short(finding) && !silent) {
                return Err(case.varied(&format!("{}", finding.requirement), &case.facts));
            }
            seen.count(if silent { "silent" } else { "stated" });
        }
        Ok(())
    });
    seen.require(["silent", "stated"]);
}
