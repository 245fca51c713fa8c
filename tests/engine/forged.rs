//! A result in which something was changed by hand is refused, or says what it said: no outcome in it is
//! another, and no gate that failed passes.

use std::collections::BTreeSet;

use msacheck::actions::Actions;
use msacheck::gate::{Baseline, Gate, Occasion, Terms, Threshold, Verdict};
use msacheck::report::{Spacing, result_json};
use msacheck::result::{CheckResult, Gated, Role, Rules, Run, UsedFile, read};
use msacheck::source::{Digest, Text};
use msacheck::standing::{Outcome, State, Words as _};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::calendar::on;
use crate::case::{Case, any_case};
use crate::run;
use crate::seen::Seen;
use crate::toml_text::Order;

/// The result of a check, with a gate of each kind.
pub(crate) fn checked(
    case: &Case,
    threshold: Threshold,
    recorded: bool,
) -> Result<CheckResult, String> {
    let rulebook = case.rulebook(Order::kept())?;
    let assessment = case.assess(&rulebook, &case.facts, Order::kept())?;
    let mut baseline = Baseline { file: "baseline.toml".to_owned(), ..Baseline::default() };
    baseline.record(&assessment, None, &[]);
    let terms = Terms { superseded: true, ..Terms::at(threshold) };
    let gate = Gate { terms, baseline: recorded.then_some(baseline), ..Gate::default() };
    let occasion = Occasion { today: on(2026, 11, 24).civil(), whole: true, rules: &[] };
    let verdict = Some(gate.judge(&assessment, occasion));
    let file = recorded.then(|| UsedFile {
        file: "baseline.toml".to_owned(),
        role: Role::Baseline,
        sha256: Digest::of(b"baseline"),
    });
    let run = Run {
        docs: None,
        program: Run::this_program(),
        rules: Rules { packs: Vec::new(), optional: Vec::new(), drafts: false },
        files: file.into_iter().collect(),
        options: Vec::new(),
        filtered: None,
        gated: true,
        earlier: false,
        unassessed: 0,
    };
    Ok(CheckResult {
        run,
        assessments: vec![Gated { assessment, verdict, actions: Actions::default() }],
    })
}

/// Where there is a value that holds no others, or a list with something in it, below these parts.
fn places(result: &Value) -> Vec<String> {
    fn collect(at: &str, value: &Value, out: &mut Vec<String>) {
        match value {
            Value::Object(parts) => {
                parts.iter().for_each(|(key, part)| {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    collect(&format!("{at}/{key}"), part, out);
                });
            }
            Value::Array(parts) => {
                out.extend((!parts.is_empty()).then(|| at.to_owned()));
                parts
                    .iter()
                    .enumerate()
                    .for_each(|(n, one)| collect(&format!("{at}/{n}"), one, out));
            }
            _ => out.push(at.to_owned()),
        }
    }
    let mut out = Vec::new();
    for part in ["findings", "gate", "counts", "arrangements"] {
        collect(&format!("/{part}"), &result[part], &mut out);
    }
    out
}

fn key(pointer: &str) -> &str {
    let mut keys = pointer.rsplit('/').filter(|key| key.parse::<usize>().is_err());
    keys.next().unwrap_or_default()
}

/// Something else that could stand there: what stands under the same key elsewhere, any word of its kind, the
/// opposite, nothing; of a list, one less.
fn other(result: &Value, places: &[String], at: &str, pick: &Index) -> Option<Value> {
    let is = result.pointer(at)?;
    if let Value::Array(list) = is {
        let mut less = list.clone();
        less.remove(pick.index(less.len()));
        return Some(less.into());
    }
    let alike = places.iter().filter(|place| key(place) == key(at));
    let alike = alike.filter_map(|place| result.pointer(place)).filter(|value| !value.is_array());
    let words: Vec<&str> = match key(at) {
        "outcome" => Outcome::ALL.iter().map(|outcome| outcome.word()).collect(),
        "value" | "state" | "was" | "is" => State::ALL.iter().map(|state| state.word()).collect(),
        "ruling" => vec!["passes", "fails", "baselined", "unasked"],
        "threshold" => Threshold::ALL.iter().map(|one| one.word()).collect(),
        _ => Vec::new(),
    };
    let mut others: Vec<Value> = words.into_iter().map(Value::from).collect();
    others.extend(alike.cloned());
    others.extend(is.as_bool().map(|yes| Value::from(!yes)));
    others.extend(is.as_u64().map(|count| Value::from(count + 1)));
    others.push(Value::Null);
    let mut told = BTreeSet::new();
    others.retain(|one| one != is && told.insert(one.to_string()));
    (!others.is_empty()).then(|| others.swap_remove(pick.index(others.len())))
}

fn outcomes(result: &CheckResult) -> Vec<Outcome> {
    let findings = result.assessments.iter().flat_map(|gated| &gated.assessment.findings);
    findings.map(|finding| finding.outcome).collect()
}

fn passes(result: &CheckResult) -> bool {
    result.assessments.iter().all(|gated| gated.verdict.as_ref().is_some_and(Verdict::passes))
}

#[test]
fn what_was_changed_by_hand_is_refused_or_says_what_it_said() {
    let seen = Seen::default();
    let threshold = proptest::sample::select(Threshold::ALL);
    let edits = vec((any::<Index>(), any::<Index>()), 40);
    run::holds(80, &(any_case(), threshold, any::<bool>(), edits), |all| {
        let (case, threshold, recorded, edits) = all;
        let sound = checked(case, *threshold, *recorded)?;
        let json = result_json(&sound, Spacing::Compact).map_err(|fault| fault.to_string())?;
        let whole: Value = serde_json::from_slice(&json).map_err(|fault| fault.to_string())?;
        let places = places(&whole);
        for (place, pick) in edits {
            // Each key as often as any other, however often it stands there.
            let keys = BTreeSet::from_iter(places.iter().map(|at| key(at)));
            let keys = Vec::from_iter(keys);
            let keyed = keys[place.index(keys.len())];
            let alike: Vec<&String> = places.iter().filter(|at| key(at) == keyed).collect();
            let at = alike[pick.index(alike.len())];
            let Some(other) = other(&whole, &places, at, pick) else { continue };
            let what = format!("{at}: {other}");
            let mut forged = whole.clone();
            *forged.pointer_mut(at).expect("it stands there") = other;
            let Ok(read) = read(&Text::new("result.json", forged.to_string()).into()) else {
                seen.count(format!("refused: {}", key(at)));
                continue;
            };
            if outcomes(&read) != outcomes(&sound) || passes(&read) != passes(&sound) {
                return Err(case.failed(&format!("{what} is taken for true\n{whole}")));
            }
            seen.count("taken, and says the same");
        }
        seen.count(if passes(&sound) { "passed" } else { "failed" });
        Ok(())
    });
    let refused =
        ["outcome", "value", "decides", "state", "ruling", "threshold", "marks", "findings"];
    seen.require(refused.map(|key| format!("refused: {key}")));
    seen.require(["taken, and says the same", "passed", "failed"]);
}
