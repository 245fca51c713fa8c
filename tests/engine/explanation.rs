//! Every node of every explanation has the value, and decides, as it must.

use msacheck::assessment::{Because, Finding, Note};
use msacheck::declaration::{Answer, answer};
use msacheck::rulebook::{ArrangementId, FieldId, Need as LoadedNeed, Rulebook};
use msacheck::standing::{State, Words as _};

use crate::case::{Case, any_case, by_id, lines, load};
use crate::coverage;
use crate::fitting::asks;
use crate::oracle::{Expected, Node, Said, counting, expect, says};
use crate::run;
use crate::seen::Seen;
use crate::toml_text::Order;
use crate::vocabulary::{ARRANGEMENTS, Field};

#[test]
fn every_value_is_the_one_that_the_declaration_gives() {
    let seen = Seen::default();
    run::holds(3000, &any_case(), |case| {
        let rulebook = case.rulebook(Order::kept())?;
        let assessment = case.assess(&rulebook, &case.facts, Order::kept())?;
        let findings = by_id(&assessment);
        if findings.len() != case.requirements.len() {
            return Err(case.failed("not one finding a requirement"));
        }
        for (at, requirement) in case.requirements.iter().enumerate() {
            let id = requirement.id(at);
            let expected = expect(requirement, &case.facts, case.clock());
            let finding = findings.get(id.as_str()).ok_or_else(|| case.failed(&id))?;
            compare(&expected, finding).map_err(|fault| case.failed(&format!("{id}: {fault}")))?;
            coverage::count(&seen, requirement, &expected);
        }
        compare_answers(case, &rulebook, &seen)?;
        compare_notes(case, &assessment.notes)?;
        coverage::count_facts(&seen, case);
        Ok(())
    });
    seen.require(coverage::everything());
}

pub(crate) fn compare(expected: &Expected, finding: &Finding) -> Result<(), String> {
    if finding.outcome != expected.outcome {
        return Err(format!("came to {}, not to {}", finding.outcome, expected.outcome));
    }
    if finding.assumed.is_empty() == expected.assumed {
        return Err(format!("assumed {:?}", finding.assumed));
    }
    compare_nodes(&expected.tree, &finding.because, expected.value, true)
}

/// A node decides where it and every node above it stand at the value of the whole.
fn compare_nodes(
    expected: &[Node],
    shown: &[Because],
    whole: State,
    above: bool,
) -> Result<(), String> {
    if expected.len() != shown.len() {
        return Err(format!("{} nodes, not {}", shown.len(), expected.len()));
    }
    for (node, because) in expected.iter().zip(shown) {
        let decides = above && node.value == whole;
        let arrangement = node.arrangement.map(|at| ARRANGEMENTS[at]);
        let field = node.field.map(Field::key);
        let same = because.join().word() == node.join
            && because.need() == node.need
            && because.value == node.value
            && because.decides == decides
            && because.arrangement().map(ArrangementId::as_str) == arrangement
            && because.field().map(FieldId::as_str) == field;
        if !same {
            return Err(format!(
                "the node is\n  {} `{}` of {:?} {:?}: {}, decides: {}\nand must be\n  {} `{}` of \
                 {arrangement:?} {field:?}: {}, decides: {decides}",
                because.join(),
                because.need(),
                because.arrangement(),
                because.field(),
                because.value,
                because.decides,
                node.join,
                node.need,
                node.value,
            ));
        }
        compare_nodes(&node.children, because.children(), whole, decides)?;
    }
    Ok(())
}

/// Holds each answer to a condition, with the day on which it lapses, against the oracle's.
pub(crate) fn compare_answers(case: &Case, rulebook: &Rulebook, seen: &Seen) -> Result<(), String> {
    let declaration = load(rulebook, &case.facts, Order::kept())
        .map_err(|faults| case.failed(&lines(&faults)))?;
    let clock = case.clock();
    let dates = msacheck::declaration::Clock {
        facts: clock.facts.civil(),
        assessed: clock.assessed.civil(),
    };
    for (at, requirement) in case.requirements.iter().enumerate() {
        let loaded = rulebook.versions(&requirement.id(at));
        let loaded = loaded.iter().flat_map(|version| version.needs.iter());
        let loaded = loaded.flat_map(LoadedNeed::asks);
        for (ask, loaded) in asks(&requirement.needs).into_iter().zip(loaded) {
            let declared = counting(&case.facts, ask.arrangement, clock);
            let stated = declared.and_then(|_| declaration.on(ARRANGEMENTS[ask.arrangement]));
            let conditions = ask.requires.iter().chain(&ask.prefers);
            let loaded = loaded.requires.iter().chain(&loaded.prefers);
            for (condition, asked) in conditions.zip(loaded) {
                let value = declared.and_then(|declared| declared.values.get(&condition.field));
                let said = says(*condition, value, clock);
                let loaded = stated.and_then(|stated| stated.value(condition.field.key()));
                let answered = answer(asked, loaded, dates);
                if answered != as_answer(said) {
                    let fault = format!("`{condition}` is answered {answered:?}, not {said:?}");
                    return Err(case.failed(&fault));
                }
                coverage::count_answer(seen, *condition, said, value);
            }
        }
    }
    Ok(())
}

fn as_answer(said: Said) -> Answer {
    match said {
        Said::Holds => Answer::Holds,
        Said::HoldsUntil(day) => Answer::HoldsUntil(Some(day.civil())),
        Said::Fails => Answer::Fails,
        Said::Lapsed(day) => Answer::Lapsed(Some(day.civil())),
        Said::Silent => Answer::Silent,
        Said::Later => Answer::Later,
        Said::StaffGrade => Answer::StaffGrade,
        Said::OnlyTheMost => Answer::OnlyTheMost,
        Said::NotListed => Answer::NotListed,
    }
}

/// What isn't counted because it begins after the assessment is warned of, and nothing else is.
fn compare_notes(case: &Case, notes: &[Note]) -> Result<(), String> {
    for (at, id) in ARRANGEMENTS.iter().enumerate() {
        let warned = notes.iter().any(|note| {
            matches!(note, Note::BeginsLater { arrangement, .. } if arrangement.as_str() == *id)
        });
        let left_out = case.facts.declared.contains_key(&at)
            && counting(&case.facts, at, case.clock()).is_none();
        if warned != left_out {
            return Err(case.failed(&format!("{id}: warned: {warned}, left out: {left_out}")));
        }
    }
    Ok(())
}
