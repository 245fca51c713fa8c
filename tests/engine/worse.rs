//! No sequence of edits that only worsens the facts opens a gate against a baseline, whatever day, kind
//! of force, attributes, rules and rows that switch rules off come with it, unless the verdict says so.

use std::sync::Arc;

use msacheck::assessment::{Assessment, assess};
use msacheck::gate::{Against, Baseline, Gate, Objection, Occasion, Terms, Threshold, Verdict};
use msacheck::rulebook::{Confirmation, RequirementId, Rulebook};
use msacheck::source::{Digest, Faults, Text};
use msacheck::standing::{Attribute, ForceKind, Outcome, State, Strength, Words as _};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::calendar::{Day, on};
use crate::case::{Case, any_case, lines, load};
use crate::checklist::Reach;
use crate::edits::{raises, removals};
use crate::facts::Facts;
use crate::run;
use crate::seen::Seen;
use crate::thresholds::heeding_silence;
use crate::toml_text::Order;

/// One edit, with what it picks.
type Edit = (&'static str, Index);

/// All that may be edited.
#[derive(Clone, Debug)]
struct World {
    facts: Facts,
    assessed: Day,
    struck: Vec<RequirementId>,
    other_rules: bool,
}

impl World {
    /// The same after an edit: away from what was recorded, and never better.
    fn after(&self, (kind, pick): &Edit, ids: &[RequirementId]) -> Self {
        let mut world = self.clone();
        let force = &mut world.facts.force;
        match *kind {
            "a fact less" => {
                let less = removals(&self.facts);
                if !less.is_empty() {
                    world.facts = less[pick.index(less.len())].facts.clone();
                }
            }
            "a state lower" => {
                let stated = world.facts.declared.values_mut();
                let mut stated: Vec<_> =
                    stated.filter(|declared| declared.state > State::NotStated).collect();
                if !stated.is_empty() {
                    let at = pick.index(stated.len());
                    let lower = State::ALL.iter().rev().find(|state| **state < stated[at].state);
                    // An honest "no" in the place of a weak "yes", silence in that of none.
                    stated[at].state = match lower {
                        Some(State::NotStated) | None => State::Absent,
                        Some(lower) => *lower,
                    };
                }
            }
            "older facts" => {
                force.as_of = on(2016, 1, 1);
                // Of days after the facts nothing can be said.
                force.none.retain(|none| none.is_sound(on(2016, 1, 1)));
            }
            "older law" => world.assessed = on(2015, 1, 1),
            "another kind" => {
                let others: Vec<ForceKind> =
                    ForceKind::ALL.iter().copied().filter(|other| *other != force.kind).collect();
                force.kind = others[pick.index(others.len())];
            }
            "another attribute" => {
                let attribute = Attribute::ALL[pick.index(Attribute::ALL.len())];
                let other = match force.attributes.get(&attribute) {
                    Some(true) | None => Some(false),
                    Some(false) => None,
                };
                force.attributes.remove(&attribute);
                force.attributes.extend(other.map(|other| (attribute, other)));
            }
            "a rule struck" if !ids.is_empty() => {
                world.struck.push(ids[pick.index(ids.len())].clone());
            }
            "other rules" => world.other_rules = true,
            _ => {}
        }
        world
    }

    fn assess(&self, case: &Case, rules: [&Rulebook; 2]) -> Result<Assessment, String> {
        let rulebook = rules[usize::from(self.other_rules)];
        let rows = self.struck.iter().map(|id| Confirmation {
            requirement: id.clone(),
            bears_out: false,
            at: "p. 1".to_owned(),
            quote: None,
            reason: Some("R".to_owned()),
            by: "R".to_owned(),
            date: on(2020, 1, 1).civil(),
        });
        let rulebook = rulebook.clone().confirmed(rows.collect());
        let declaration = load(&rulebook, &self.facts, Order::kept())
            .map_err(|faults| case.varied(&lines(&faults), &self.facts))?;
        Ok(assess(&rulebook, &declaration, Some(self.assessed.civil())))
    }

    fn judge(&self, gate: &Gate, assessment: &Assessment) -> Verdict {
        let rules = [digest(self.other_rules)];
        gate.judge(
            assessment,
            Occasion { today: on(2026, 11, 24).civil(), whole: true, rules: &rules },
        )
    }
}

/// What stands for the files of the rules.
fn digest(other: bool) -> Digest {
    Digest::of(if other { b"other rules" } else { b"these rules" })
}

const KINDS: [&str; 8] = [
    "a fact less",
    "a state lower",
    "older facts",
    "older law",
    "another kind",
    "another attribute",
    "a rule struck",
    "other rules",
];

fn any_edits() -> impl Strategy<Value = Vec<Edit>> {
    vec((proptest::sample::select(&KINDS[..]), any::<Index>()), 1..5)
}

#[test]
fn no_sequence_of_edits_that_worsens_opens_a_gate_in_silence() {
    let seen = Seen::default();
    let any = (any_case(), any_case(), vec(any_edits(), 12), any::<Index>());
    run::holds(200, &any, |(case, other, sequences, pick)| {
        let rulebook = case.rulebook(Order::kept())?;
        // What one of them lets stand as in place the other may call limited, and not load.
        let other = Case { limits: case.limits.clone(), ..other.clone() };
        let rules = [&rulebook, &other.rulebook(Order::kept())?];
        // What was recorded is better than what is declared, or as good.
        let raised: Vec<_> =
            raises(&case.facts).into_iter().filter(|_| case.limits.is_empty()).collect();
        let recorded = match raised.len() {
            0 => case.facts.clone(),
            count => raised[pick.index(count)].facts.clone(),
        };
        let world = |facts: Facts| World {
            facts,
            assessed: case.assessed,
            struck: Vec::new(),
            other_rules: false,
        };
        let mut baseline = Baseline::default();
        let better = world(recorded).assess(case, rules)?;
        baseline.record(&better, None, &[digest(false)]);
        let start = world(case.facts.clone());
        let first = start.assess(case, rules)?;
        let ids: Vec<RequirementId> =
            first.findings.iter().map(|f| f.requirement.clone()).collect();
        for threshold in heeding_silence() {
            let terms = Terms { superseded: true, may_be_empty: false, ..Terms::at(threshold) };
            let gate = Gate { terms, baseline: Some(baseline.clone()), ..Gate::default() };
            let was = start.judge(&gate, &first);
            for edits in sequences {
                let end = edits.iter().fold(start.clone(), |world, edit| world.after(edit, &ids));
                let last = end.assess(case, rules)?;
                let is = end.judge(&gate, &last);
                let told = is.baseline.as_ref().and_then(|used| used.other_rules) == Some(true);
                assert_eq!(told, end.other_rules);
                // What failed for want of a requirement that reaches the force may pass once one does and is met.
                let was_idle = was.failing().next().is_none()
                    && was.went_silent.is_empty()
                    && was.objections.iter().all(|one| matches!(one, Objection::Empty));
                let asked_now = was_idle
                    && is.looked_at() > 0
                    && edits.iter().any(|(kind, _)| *kind == "another attribute");
                if !was.passes() && is.passes() && !told && !asked_now {
                    let what = format!("{edits:?} open {threshold}");
                    return Err(case.varied(&what, &end.facts));
                }
                if !was.passes() {
                    edits.iter().for_each(|(kind, _)| seen.count(format!("failed, then {kind}")));
                }
                for objection in &is.objections {
                    seen.count(match objection {
                        Objection::Empty => "nothing to look at",
                        Objection::Aged { .. } => "its evidence has aged",
                        Objection::OlderFacts { .. } => "its facts are older",
                        Objection::OlderLaw { .. } => "its law is older",
                        Objection::AnotherKind { .. } => "it is of another kind",
                        Objection::AnotherReach { .. } => "less reaches it",
                        Objection::OutOfReach { .. } => "out of reach",
                        Objection::SwitchedOff { .. } => "switched off",
                    });
                }
                seen.count(match (was.passes(), is.passes()) {
                    (false, false) => "still failing",
                    (false, true) if told => "opened by other rules, and told so",
                    (false, true) => "asked by now, and met",
                    (true, false) => "failing now",
                    (true, true) => "still passing",
                });
            }
        }
        Ok(())
    });
    let mut kinds: Vec<String> = KINDS.iter().map(|kind| format!("failed, then {kind}")).collect();
    kinds.extend(
        [
            "its facts are older",
            "its law is older",
            "it is of another kind",
            "less reaches it",
            "switched off",
            "still failing",
            "failing now",
            "still passing",
            "opened by other rules, and told so",
        ]
        .map(str::to_owned),
    );
    seen.require(kinds);
}

/// Whether a gate looks at something that isn't asked since none came: a fact, which it weighs.
fn looks_at_what_waits(case: &Case, assessment: &Assessment, superseded: bool) -> bool {
    assessment.findings.iter().any(|finding| {
        let mut own = case.requirements.iter().enumerate();
        let waits = own.any(|(at, requirement)| {
            requirement.id(at) == finding.requirement.as_str()
                && matches!(requirement.reach, Reach::Waits(_) | Reach::WaitsForEither(..))
        });
        waits
            && finding.outcome == Outcome::NotApplicable
            && finding.strength != Strength::Power
            && (superseded || !finding.superseded)
    })
}

/// A gate that has nothing to look at fails, whatever leaves it without, but for evidence that none came
/// of what it would ask for.
#[test]
fn a_gate_that_looks_at_nothing_fails_unless_it_may() {
    let seen = Seen::default();
    run::holds(150, &any_case(), |case| {
        let rulebook = case.rulebook(Order::kept())?;
        let assessment = case.assess(&rulebook, &case.facts, Order::kept())?;
        for (may_be_empty, superseded) in
            [(false, false), (false, true), (true, false), (true, true)]
        {
            let terms = Terms { may_be_empty, superseded, ..Terms::default() };
            let gate = Gate { terms, ..Gate::default() };
            let occasion = Occasion { today: on(2026, 11, 24).civil(), whole: true, rules: &[] };
            for part in 0..=assessment.findings.len().min(3) {
                let mut part_of = assessment.clone();
                part_of.findings.truncate(part);
                let verdict = gate.judge(&part_of, occasion);
                let spared = looks_at_what_waits(case, &part_of, superseded);
                let empty = verdict.marks.is_empty() && !spared;
                let objects = verdict.objections.contains(&Objection::Empty);
                if objects != (empty && !may_be_empty) || (objects && verdict.passes()) {
                    return Err(case.failed(&format!("{part} findings: {verdict:?}")));
                }
                seen.count(match (empty, spared && verdict.marks.is_empty()) {
                    (true, _) => "empty",
                    (false, true) => "nothing is asked",
                    (false, false) => "not empty",
                });
            }
        }
        Ok(())
    });
    seen.require(["empty", "not empty", "nothing is asked"]);
}

/// A baseline reads back as it was recorded, and no line can be taken out of it that opens a gate.
#[test]
fn no_line_taken_out_of_a_baseline_opens_a_gate() {
    let seen = Seen::default();
    run::holds(60, &(any_case(), any::<Index>()), |(case, pick)| {
        let rulebook = case.rulebook(Order::kept())?;
        let rules = [digest(false)];
        let against = Some(Against { rulebook: &rulebook, rules: &rules });
        let read = |body: String| {
            let faults = Faults::new();
            let text = Arc::new(Text::new("baseline.toml", body));
            (Baseline::read_for(&text, against, &faults), faults.into_sorted())
        };
        let assessed = |facts: &Facts| case.assess(&rulebook, facts, Order::kept());
        let mut baseline = Baseline { file: "baseline.toml".to_owned(), ..Baseline::default() };
        baseline.record(&assessed(&case.facts)?, None, &rules);
        let written = baseline.write();
        let (again, faults) = read(written.clone());
        if again.as_ref() != Some(&baseline) || !faults.is_empty() {
            return Err(case.failed(&format!("{written}\n{}", lines(&faults))));
        }
        // Something is worse than was recorded.
        let less = removals(&case.facts);
        let Some(less) = less.get(pick.index(less.len().max(1))) else { return Ok(()) };
        let worse = assessed(&less.facts)?;
        let terms = Terms { superseded: true, ..Terms::at(Threshold::PartlyMet) };
        let judge = |baseline: Baseline| {
            let gate = Gate { terms: terms.clone(), baseline: Some(baseline), ..Gate::default() };
            let today = on(2026, 11, 24).civil();
            gate.judge(&worse, Occasion { today, whole: true, rules: &rules })
        };
        if judge(baseline).passes() {
            seen.count("passes as it is");
            return Ok(());
        }
        let all: Vec<&str> = written.lines().collect();
        for out in 0..all.len() {
            let kept = all.iter().enumerate().filter(|(at, _)| *at != out);
            let body: String = kept.map(|(_, line)| format!("{line}\n")).collect();
            match read(body).0 {
                None => seen.count("refused"),
                Some(lacking) if judge(lacking.clone()).passes() => {
                    let what = format!("without `{}` it passes", all[out]);
                    return Err(case.varied(&what, &less.facts));
                }
                Some(_) => seen.count("still failing"),
            }
        }
        Ok(())
    });
    seen.require(["refused", "still failing"]);
}
