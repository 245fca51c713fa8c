//! Dates of which only the month or the year is known, under every condition: the same as what this test
//! works out, however many there are.

use std::cell::Cell;

use proptest::prelude::*;

use crate::case::{Case, any_case, by_id};
use crate::conditions::Test;
use crate::explanation::{compare, compare_answers};
use crate::fitting::asks;
use crate::oracle::{Node, expect};
use crate::run;
use crate::seen::Seen;
use crate::toml_text::Order;
use crate::values::Value;

/// Holds cases in which every date is partial against the oracle. How many comparisons that made: of
/// outcomes, of nodes of explanations, of answers to conditions.
fn compare_all(cases: u32) -> usize {
    let (seen, compared) = (Seen::default(), Cell::new(0));
    run::holds(cases, &any_case().prop_map(Case::with_partial_dates), |case| {
        let rulebook = case.rulebook(Order::kept())?;
        let assessment = case.assess(&rulebook, &case.facts, Order::kept())?;
        let findings = by_id(&assessment);
        for (at, requirement) in case.requirements.iter().enumerate() {
            let id = requirement.id(at);
            let expected = expect(requirement, &case.facts, case.clock());
            let finding = findings.get(id.as_str()).ok_or_else(|| case.failed(&id))?;
            compare(&expected, finding).map_err(|fault| case.failed(&format!("{id}: {fault}")))?;
            let asked = asks(&requirement.needs);
            let conditions = asked.iter().flat_map(|ask| ask.requires.iter().chain(&ask.prefers));
            let dated = conditions.clone().filter(|one| matches!(one.test, Test::Within(_)));
            dated.for_each(|one| seen.count(format!("{:?}", one.field)));
            compared.set(compared.get() + 1 + nodes(&expected.tree) + conditions.count());
        }
        compare_answers(case, &rulebook, &seen)?;
        let values = case.facts.declared.values().flat_map(|declared| declared.values.values());
        values
            .filter(|value| matches!(value, Value::Date(_)))
            .for_each(|value| seen.count(value.kind()));
        Ok(())
    });
    seen.require(["Date", "Since", "value: date to the month", "value: date to the year"]);
    println!("{} comparisons", compared.get());
    compared.get()
}

fn nodes(tree: &[Node]) -> usize {
    tree.iter().map(|node| 1 + nodes(&node.children)).sum()
}

#[test]
fn partial_dates_count_by_their_worse_end_under_every_condition() {
    assert!(compare_all(400) > 4_000);
}

#[test]
#[ignore = "takes a minute"]
fn partial_dates_count_so_in_a_hundred_thousand_comparisons() {
    assert!(compare_all(8_000) > 100_000);
}
