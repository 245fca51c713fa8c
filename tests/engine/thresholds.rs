//! The thresholds that the properties of gates hold for: all but `declared-gaps`, which forgives silence,
//! and whose verdict says so. And which of several counts.

use std::collections::BTreeMap;

use msacheck::gate::{Gate, Occasion, Ruling, Terms, Threshold};
use msacheck::rulebook::{InstrumentId, RequirementId};
use msacheck::standing::{Outcome, Strength, Words as _};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::calendar::on;
use crate::case::{Case, any_case};
use crate::checklist::INSTRUMENTS;
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

/// Any thresholds by strength and by instrument, and for each requirement of a case by its name.
fn any_terms() -> impl Strategy<Value = (Case, Terms)> {
    let one = || select(Threshold::ALL);
    let by_strength = btree_map(select(Strength::ALL), one(), 0..5);
    let by_instrument = btree_map(select(&INSTRUMENTS[..]), one(), 0..3);
    let named = vec(option::weighted(0.3, one()), 12);
    (any_case(), by_strength, by_instrument, named, any::<bool>()).prop_map(
        |(case, thresholds, instruments, named, superseded)| {
            let ids = case.requirements.iter().enumerate();
            let requirements: BTreeMap<RequirementId, Threshold> = ids
                .zip(named)
                .filter_map(|((at, of), named)| Some((of.id(at).as_str().into(), named?)))
                .collect();
            let instruments: BTreeMap<InstrumentId, Threshold> =
                instruments.into_iter().map(|(id, threshold)| (id.into(), threshold)).collect();
            let may_be_empty = true;
            let terms = Terms {
                thresholds,
                instruments,
                requirements,
                superseded,
                may_be_empty,
                stale: None,
                basis: None,
            };
            (case, terms)
        },
    )
}

/// Where a requirement is named, nothing else counts; else the instrument's counts, but not for a power;
/// else that of the strength. What is superseded is looked at where that is asked for, and only there.
#[test]
fn of_several_the_nearest_counts() {
    let seen = Seen::default();
    let occasion = Occasion { today: on(2026, 11, 24).civil(), whole: true, rules: &[] };
    run::holds(500, &any_terms(), |(case, terms)| {
        let rulebook = case.rulebook(Order::kept())?;
        let assessment = case.assess(&rulebook, &case.facts, Order::kept())?;
        let gate = Gate { terms: terms.clone(), ..Gate::default() };
        let verdict = gate.judge(&assessment, occasion);
        let mut short = false;
        for finding in &assessment.findings {
            let unasked = matches!(finding.outcome, Outcome::NotInForce | Outcome::NotApplicable);
            let power = finding.strength == Strength::Power;
            let by_name = terms.requirements.get(&finding.requirement);
            let by_instrument = terms.instruments.get(&finding.instrument);
            let by_strength = terms.thresholds.get(&finding.strength);
            let (whose, expected) = match (by_name, by_instrument, by_strength) {
                _ if unasked => ("not asked", None),
                _ if finding.superseded && !terms.superseded => ("superseded", None),
                (Some(own), _, _) => ("named", Some(own)),
                (None, Some(of), _) if !power => ("instrument", Some(of)),
                (None, _, Some(of)) => ("strength", Some(of)),
                (None, _, None) => ("none", None),
            };
            let mark = verdict.mark(&finding.requirement);
            if mark.map(|mark| mark.threshold) != expected.copied() {
                let id = &finding.requirement;
                return Err(case.failed(&format!("{id} by {whose}: {mark:?}, {terms:?}")));
            }
            short |= mark.is_some_and(|mark| mark.ruling == Ruling::Fails);
            // Of those that differ, so that it shows which was taken.
            let differ = expected.is_some_and(|one| {
                let all = [by_instrument, by_strength].into_iter().flatten();
                all.filter(|other| *other != one).count() == 2 - usize::from(whose == "instrument")
            });
            seen.count(if differ { format!("{whose}, against others") } else { whose.to_owned() });
            if power && whose == "strength" && by_instrument.is_some() {
                seen.count("a power beside its instrument's");
            }
        }
        if verdict.passes() == short {
            return Err(case.failed(&format!("{terms:?}: {verdict:?}")));
        }
        Ok(())
    });
    seen.require([
        "named, against others",
        "instrument, against others",
        "strength",
        "none",
        "superseded",
        "not asked",
        "a power beside its instrument's",
    ]);
}
