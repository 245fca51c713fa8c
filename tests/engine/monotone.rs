//! More never makes it worse; saying less never makes it better.

use msacheck::assessment::Assessment;
use msacheck::gate::{Gate, Occasion};
use msacheck::standing::{State, Words as _};

use msacheck::source::Severity;

use crate::calendar::on;
use crate::case::{Case, any_case, lines, load, outcomes};
use crate::edits::{Edit, NONE_CAME, raises, removals};
use crate::run;
use crate::seen::Seen;
use crate::thresholds::heeding_silence;
use crate::toml_text::Order;
use crate::vocabulary::Field;

/// All requirements, on any day: no waiver is among the gates here.
fn occasion() -> Occasion<'static> {
    Occasion { today: on(2026, 11, 24).civil(), whole: true, rules: &[] }
}

/// The gates that there are, with their names.
fn gates() -> Vec<(String, Gate)> {
    let mut gates = vec![("the default gate".to_owned(), Gate::default())];
    gates.extend(heeding_silence().map(|at| (format!("--fail-on {at}"), Gate::at(at))));
    let with: Vec<(String, Gate)> = gates
        .iter()
        .map(|(name, gate)| {
            (format!("{name} --with-superseded"), gate.clone().with_superseded(true))
        })
        .collect();
    gates.extend(with);
    gates
}

#[test]
fn raising_a_state_lowers_nothing() {
    let seen = Seen::default();
    run::holds(500, &any_case(), |case| {
        let rulebook = case.rulebook(Order::kept())?;
        let before = case.assess(&rulebook, &case.facts, Order::kept())?;
        for edit in raises(&case.facts) {
            if is_beyond_a_limit(case, &rulebook, &edit)? {
                seen.count("beyond a limit");
                continue;
            }
            let after = case.assess(&rulebook, &edit.facts, Order::kept())?;
            let raised = outcomes(&after);
            for (id, outcome) in outcomes(&before) {
                if raised[id] < outcome {
                    let what = format!("{}: {id} fell from {outcome} to {}", edit.what, raised[id]);
                    return Err(case.varied(&what, &edit.facts));
                }
                if raised[id] > outcome {
                    seen.count("an outcome rose");
                }
            }
            check_gates_of_a_raise(case, &edit, &before, &after, &seen)?;
            seen.count(edit.kind);
        }
        Ok(())
    });
    let mut kinds = vec!["an outcome rose".to_owned(), "beyond a limit".to_owned()];
    for (at, from) in State::ALL.iter().enumerate() {
        let higher = State::ALL.iter().skip(at + 1);
        kinds.extend(higher.clone().map(|to| format!("raise {from} to {to}")));
        if *from == State::NotStated {
            kinds.extend(higher.map(|to| format!("raise nothing to {to}")));
        }
    }
    kinds.extend(gates().into_iter().map(|(name, _)| format!("closed {name}")));
    seen.require(kinds);
}

/// A raise may close gaps, and so open a gate; it never shuts one. From an honest "no" to silence it
/// doesn't open one either.
fn check_gates_of_a_raise(
    case: &Case,
    edit: &Edit,
    before: &Assessment,
    after: &Assessment,
    seen: &Seen,
) -> Result<(), String> {
    let to_silence = edit.kind == "raise absent to not stated";
    for (name, gate) in gates() {
        let (failed, fails) =
            (!gate.judge(before, occasion()).passes(), !gate.judge(after, occasion()).passes());
        if fails && !failed {
            return Err(case.varied(&format!("{}: {name} fails now", edit.what), &edit.facts));
        }
        if failed && !fails {
            if to_silence {
                return Err(case.varied(&format!("{}: {name} passes", edit.what), &edit.facts));
            }
            seen.count(format!("closed {name}"));
        }
    }
    Ok(())
}

/// `in place` beside a limit doesn't load, and nothing else that is raised fails to.
fn is_beyond_a_limit(
    case: &Case,
    rulebook: &msacheck::rulebook::Rulebook,
    edit: &Edit,
) -> Result<bool, String> {
    let Err(faults) = load(rulebook, &edit.facts, Order::kept()) else { return Ok(false) };
    let limit = |code| code == "declaration::beyond-its-limit";
    let mut errors = faults.iter().filter(|fault| fault.how_bad() == Severity::Error);
    if errors.all(|fault| limit(fault.fault_code())) && !case.limits.is_empty() {
        return Ok(true);
    }
    Err(case.varied(&format!("{}: {}", edit.what, lines(&faults)), &edit.facts))
}

#[test]
fn saying_less_gains_nothing() {
    let seen = Seen::default();
    run::holds(500, &any_case(), |case| {
        let rulebook = case.rulebook(Order::kept())?;
        let before = case.assess(&rulebook, &case.facts, Order::kept())?;
        for edit in removals(&case.facts) {
            let after = case.assess(&rulebook, &edit.facts, Order::kept())?;
            let left = outcomes(&after);
            for (id, outcome) in outcomes(&before) {
                if left[id] > edit.most(outcome) {
                    let what = format!("{}: {id} rose from {outcome} to {}", edit.what, left[id]);
                    return Err(case.varied(&what, &edit.facts));
                }
                if left[id] != outcome {
                    seen.count(format!("{outcome} became {}", left[id]));
                }
            }
            check_gates_of_a_removal(case, &edit, &before, &after, &seen)?;
            seen.count(edit.kind);
        }
        Ok(())
    });
    let mut kinds = vec!["remove a mark".to_owned(), "not met became not evidenced".to_owned()];
    kinds.push(NONE_CAME.to_owned());
    kinds.extend(
        ["met", "not met", "not evidenced"].map(|now| format!("not applicable became {now}")),
    );
    kinds.extend(
        ["withheld", "planned", "partly met", "met"]
            .map(|was| format!("{was} became not evidenced")),
    );
    kinds.extend(["met became not met", "met became partly met"].map(str::to_owned));
    kinds.extend(State::ALL.iter().map(|state| format!("remove a table: {state}")));
    let fields = Field::ALL.iter().filter(|field| **field != Field::Since);
    kinds.extend(fields.map(|field| format!("remove a field: {field:?}")));
    kinds.extend(["List", "ListOf"].map(|field| format!("remove an element: {field}")));
    for (name, _) in gates() {
        kinds.extend([format!("still failing {name}"), format!("failing now {name}")]);
    }
    seen.require(kinds);
}

/// What failed still fails, finding by finding.
fn check_gates_of_a_removal(
    case: &Case,
    edit: &Edit,
    before: &Assessment,
    after: &Assessment,
    seen: &Seen,
) -> Result<(), String> {
    let left = crate::case::by_id(after);
    for (name, gate) in gates() {
        for finding in before.findings.iter().filter(|finding| gate.falls_short(finding)) {
            if !gate.falls_short(left[finding.requirement.as_str()]) {
                let what = format!("{}: {} passes {name}", edit.what, finding.requirement);
                return Err(case.varied(&what, &edit.facts));
            }
        }
        let (failed, fails) =
            (!gate.judge(before, occasion()).passes(), !gate.judge(after, occasion()).passes());
        match (failed, fails) {
            (true, false) => {
                return Err(case.varied(&format!("{}: {name} passes", edit.what), &edit.facts));
            }
            (true, true) => seen.count(format!("still failing {name}")),
            (false, true) => seen.count(format!("failing now {name}")),
            (false, false) => {}
        }
    }
    Ok(())
}
