//! Saying less never opens a gate: with waivers that hold, that are over and that are idle, with a
//! basis, and with a baseline, too.

use std::collections::BTreeSet;
use std::sync::Arc;

use msacheck::assessment::{Assessment, assess};
use msacheck::declaration::Sources;
use msacheck::gate::{Baseline, Gate, Occasion, Terms, Verdict, Waiver};
use msacheck::rulebook::{RequirementId, Rulebook};
use msacheck::source::{Fault, Text};
use msacheck::standing::{Basis, Outcome};
use proptest::array::uniform4;
use proptest::prelude::*;

use crate::calendar::on;
use crate::case::{Case, any_case, by_id, lines, load_text, outcomes};
use crate::edits::{Edit, NONE_CAME, raises, removals};
use crate::facts::{Evidence, Facts, Source};
use crate::run;
use crate::seen::Seen;
use crate::thresholds::heeding_silence;
use crate::toml_text::Order;
use crate::vocabulary::ARRANGEMENTS;

pub(crate) const WORDS: &str = "these words stand in the paper";

/// One paper, which holds the words.
struct Paper;

impl Sources for Paper {
    fn read(&self, name: &str) -> Result<Arc<Text>, Fault> {
        Ok(Arc::new(Text::new(name.to_owned(), format!("{WORDS}\n"))))
    }
}

/// Evidence for an arrangement: nothing, a source, words, or both.
fn evidence(how: usize) -> Vec<Evidence> {
    let piece = |source: &str, quote: Option<&str>| Evidence {
        source: source.to_owned(),
        quote: quote.map(str::to_owned),
        page: None,
        line: None,
        times: Vec::new(),
    };
    let (cited, quoted) = (piece("book", None), piece("paper", Some(WORDS)));
    match how {
        0 => Vec::new(),
        1 => vec![cited],
        2 => vec![quoted],
        _ => vec![cited, quoted],
    }
}

/// Backs what is declared: each arrangement in a way of its own.
pub(crate) fn back(facts: &mut Facts, how: [usize; 4]) {
    let source = |id: &str, file: Option<&str>| Source {
        id: id.to_owned(),
        title: id.to_owned(),
        file: file.map(str::to_owned),
        address: None,
        date: None,
        obtained: None,
    };
    facts.sources = vec![source("book", None), source("paper", Some("paper.txt"))];
    for (at, declared) in &mut facts.declared {
        declared.evidence = evidence(how[*at]);
    }
    for (at, none) in facts.force.none.iter_mut().enumerate() {
        // What nothing speaks for spares nothing, so that taking it away would show little.
        none.evidence = evidence([1, 1, 2, 3][how[at]]);
    }
}

/// Every way to take away one fact, a piece of evidence among them.
fn less(facts: &Facts) -> Vec<Edit> {
    let mut edits = removals(facts);
    for (at, declared) in &facts.declared {
        for piece in 0..declared.evidence.len() {
            let mut facts = facts.clone();
            if let Some(declared) = facts.declared.get_mut(at) {
                declared.evidence.remove(piece);
            }
            edits.push(Edit {
                kind: "remove evidence".to_owned(),
                what: format!("evidence of {} taken away", ARRANGEMENTS[*at]),
                facts,
            });
        }
    }
    for (at, none) in facts.force.none.iter().enumerate() {
        for piece in 0..none.evidence.len() {
            let mut facts = facts.clone();
            facts.force.none[at].evidence.remove(piece);
            let what = "evidence that none came taken away".to_owned();
            edits.push(Edit { kind: NONE_CAME.to_owned(), what, facts });
        }
    }
    edits
}

/// The assessment of these facts, where a state counts from a basis on.
pub(crate) fn assessed(
    case: &Case,
    rulebook: &Rulebook,
    facts: &Facts,
    basis: Option<Basis>,
) -> Result<Assessment, String> {
    let declaration = load_text(rulebook, facts.toml(&mut Order::kept()), &Paper)
        .map_err(|faults| case.varied(&lines(&faults), facts))?;
    let declaration = match basis {
        Some(least) => declaration.backed_by(least),
        None => declaration,
    };
    Ok(assess(rulebook, &declaration, Some(case.assessed.civil())))
}

fn occasion() -> Occasion<'static> {
    Occasion { today: on(2026, 11, 24).civil(), whole: true, rules: &[] }
}

/// A waiver for each requirement that is chosen: every other one is over since yesterday.
fn waivers(assessment: &Assessment, chosen: u32) -> Vec<Waiver> {
    let findings = assessment.findings.iter().enumerate();
    let chosen = findings.filter(|(at, _)| chosen >> (at % 32) & 1 == 1);
    chosen
        .map(|(at, finding)| Waiver {
            requirement: finding.requirement.clone(),
            force: None,
            reason: "R".to_owned(),
            owner: "O".to_owned(),
            last_day: if at % 2 == 0 { on(2026, 11, 24) } else { on(2026, 11, 23) }.civil(),
            place: finding.place.clone(),
        })
        .collect()
}

/// The gates to try, with their names.
fn gates(waivers: &[Waiver], baseline: &Baseline, basis: Option<Basis>) -> Vec<(String, Gate)> {
    let mut terms = vec![("default".to_owned(), Terms::default())];
    terms.extend(heeding_silence().map(|at| (at.to_string(), Terms::at(at))));
    let mut gates = Vec::new();
    for (name, terms) in terms {
        for (superseded, recorded) in [(false, false), (true, false), (false, true), (true, true)] {
            let gate = Gate {
                terms: Terms { superseded, basis, ..terms.clone() },
                waivers: waivers.to_vec(),
                without_waivers: false,
                baseline: recorded.then(|| baseline.clone()),
            };
            let against = if recorded { " against a baseline" } else { "" };
            gates.push((format!("{name}{against}"), gate));
        }
    }
    gates
}

#[test]
fn saying_less_opens_no_gate_whatever_speaks_for_a_gap() {
    let seen = Seen::default();
    let any = (any_case(), uniform4(0..4usize), any::<u32>(), any::<prop::sample::Index>());
    run::holds(150, &any, |(case, how, chosen, other)| {
        let mut case = case.clone();
        back(&mut case.facts, *how);
        let rulebook = case.rulebook(Order::kept())?;
        // What was recorded is of other facts: some raised, some taken away.
        let mut others: Vec<Edit> = removals(&case.facts);
        others.extend(raises(&case.facts).into_iter().filter(|_| case.limits.is_empty()));
        let recorded = others.get(other.index(others.len().max(1)));
        let recorded = recorded.map_or(&case.facts, |edit| &edit.facts).clone();
        for basis in [None, Some(Basis::Cited), Some(Basis::Quoted)] {
            let before = assessed(&case, &rulebook, &case.facts, basis)?;
            let mut baseline = Baseline::default();
            baseline.record(&assessed(&case, &rulebook, &recorded, basis)?, basis, &[]);
            let gates = gates(&waivers(&before, *chosen), &baseline, basis);
            lowers_only(&case, &rulebook, &before, basis, &seen)?;
            for edit in less(&case.facts) {
                let after = assessed(&case, &rulebook, &edit.facts, basis)?;
                let left = by_id(&after);
                for (id, outcome) in outcomes(&before) {
                    if left[id].outcome > edit.most(outcome) {
                        let what = format!("{}: {id} rose from {outcome}", edit.what);
                        return Err(case.varied(&what, &edit.facts));
                    }
                }
                for (name, gate) in &gates {
                    let was = gate.judge(&before, occasion());
                    let is = gate.judge(&after, occasion());
                    opens_nothing(name, &was, &is, &seen).map_err(|what| {
                        case.varied(&format!("{}: {what}", edit.what), &edit.facts)
                    })?;
                }
                seen.count(edit.kind);
            }
        }
        Ok(())
    });
    let mut kinds: Vec<String> = ["still failing", "failing now", "still passing"]
        .iter()
        .flat_map(|what| ["", " against a baseline"].map(|against| format!("{what}{against}")))
        .collect();
    kinds.extend(
        [
            "remove evidence",
            "a waiver acts now",
            "an idle waiver is over now",
            "went silent",
            "a basis lowers",
            "a basis has it asked",
            NONE_CAME,
        ]
        .map(str::to_owned),
    );
    seen.require(kinds);
}

/// What a basis does never raises an outcome.
fn lowers_only(
    case: &Case,
    rulebook: &Rulebook,
    backed: &Assessment,
    basis: Option<Basis>,
    seen: &Seen,
) -> Result<(), String> {
    let free = assessed(case, rulebook, &case.facts, None)?;
    for (id, outcome) in outcomes(&free) {
        let with = by_id(backed)[id].outcome;
        // That none came may not be backed: then what waits for it is asked.
        if outcome == Outcome::NotApplicable && with.is_assessed() {
            seen.count("a basis has it asked");
            continue;
        }
        if with > outcome {
            return Err(case.failed(&format!("{id} is {outcome}, and {with} on {basis:?}")));
        }
        if with < outcome {
            seen.count("a basis lowers");
        }
    }
    Ok(())
}

/// All that made the check fail still does.
fn opens_nothing(name: &str, was: &Verdict, is: &Verdict, seen: &Seen) -> Result<(), String> {
    let failing: BTreeSet<&str> = is.failing().map(RequirementId::as_str).collect();
    if let Some(id) = was.failing().find(|id| !failing.contains(id.as_str())) {
        return Err(format!("{id} passes {name}"));
    }
    let silent = |verdict: &Verdict| verdict.went_silent.len();
    if silent(is) < silent(was) || (!was.passes() && is.passes()) {
        return Err(format!("{name} passes"));
    }
    let against = if was.baseline.is_some() { " against a baseline" } else { "" };
    seen.count(match (was.passes(), is.passes()) {
        (false, _) => format!("still failing{against}"),
        (true, false) => format!("failing now{against}"),
        (true, true) => format!("still passing{against}"),
    });
    if silent(is) > silent(was) {
        seen.count("went silent");
    }
    let waived = |verdict: &Verdict| {
        verdict
            .marks
            .iter()
            .filter(|mark| mark.ruling.waiver().is_some() && !mark.ruling.fails())
            .count()
    };
    if waived(is) > waived(was) {
        seen.count("a waiver acts now");
    }
    let idle = |verdict: &Verdict| {
        verdict.idle_waivers.iter().map(|idle| idle.waiver.clone()).collect::<Vec<_>>()
    };
    if idle(was)
        .iter()
        .any(|waiver| !idle(is).contains(waiver) && failing.contains(waiver.requirement.as_str()))
    {
        seen.count("an idle waiver is over now");
    }
    Ok(())
}
