//! How well an outcome is backed is worked out from the generated trees alone: as its weakest part, and of
//! several ways to it as the best.

use msacheck::standing::{Basis, Outcome, State};
use proptest::array::uniform4;

use crate::case::{any_case, by_id};
use crate::gated::{assessed, back};
use crate::oracle::{Node, counting, expect};
use crate::run;
use crate::seen::Seen;
use crate::toml_text::Order;

/// How well all of these are backed; nothing where one isn't stated.
fn weakest(nodes: &[Node], of: &dyn Fn(usize) -> Option<Basis>) -> Option<Basis> {
    let each: Vec<Option<Basis>> = nodes.iter().map(|node| backed(node, of)).collect();
    if each.contains(&None) { None } else { each.into_iter().min().flatten() }
}

fn backed(node: &Node, of: &dyn Fn(usize) -> Option<Basis>) -> Option<Basis> {
    match (node.join, node.arrangement) {
        ("all", _) => weakest(&node.children, of),
        ("any" | "at least", _) => {
            let ways = node.children.iter().filter(|child| child.value >= node.value);
            ways.map(|child| backed(child, of)).max().flatten()
        }
        (_, Some(arrangement)) => of(arrangement),
        (join, None) => panic!("{join} asks of no arrangement"),
    }
}

#[test]
fn an_outcome_is_backed_as_its_weakest_part_is() {
    let seen = Seen::default();
    run::holds(300, &(any_case(), uniform4(0..4usize)), |(case, how)| {
        let mut case = case.clone();
        back(&mut case.facts, *how);
        let rulebook = case.rulebook(Order::kept())?;
        let assessment = assessed(&case, &rulebook, &case.facts, None)?;
        let findings = by_id(&assessment);
        let of = |arrangement: usize| {
            let declared = counting(&case.facts, arrangement, case.clock())?;
            let basis = [Basis::Asserted, Basis::Cited, Basis::Quoted, Basis::Quoted];
            (declared.state != State::NotStated).then(|| basis[how[arrangement]])
        };
        for (at, requirement) in case.requirements.iter().enumerate() {
            let id = requirement.id(at);
            let finding = findings.get(id.as_str()).ok_or_else(|| case.failed(&id))?;
            let expected = expect(requirement, &case.facts, case.clock());
            let shown = !expected.tree.is_empty() && expected.outcome != Outcome::NotEvidenced;
            let basis = shown.then(|| weakest(&expected.tree, &of)).flatten();
            if finding.basis != basis {
                let fault = format!("{id} is {:?}, not {basis:?}", finding.basis);
                return Err(case.failed(&fault));
            }
            seen.count(basis.map_or("nothing to say".to_owned(), |basis| basis.to_string()));
        }
        Ok(())
    });
    seen.require(["nothing to say", "asserted", "cited", "quoted"]);
}
