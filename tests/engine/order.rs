//! The order of files, tables, keys and needs changes no outcome.

use std::sync::Arc;

use msacheck::rulebook::{RuleFile, Rulebook};
use msacheck::source::{Fault, Text};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::case::{any_case, outcomes};
use crate::run;
use crate::toml_text::Order;
use crate::vocabulary;

#[test]
fn order_changes_no_outcome() {
    run::holds(400, &(any_case(), vec(any::<u64>(), 3)), |(case, seeds)| {
        let kept = case.assess(&case.rulebook(Order::kept())?, &case.facts, Order::kept())?;
        for seed in seeds {
            let order = Order::by(*seed);
            let rulebook = case.rulebook(order)?;
            let shuffled = case.assess(&rulebook, &case.facts, order)?;
            if outcomes(&shuffled) != outcomes(&kept) {
                let (kept, shuffled) = (outcomes(&kept), outcomes(&shuffled));
                let facts = case.facts.toml(&mut order.clone());
                return Err(case.failed(&format!(
                    "{kept:?}\nbecame, in another order,\n{shuffled:?}\n\n{facts}"
                )));
            }
        }
        Ok(())
    });
}

/// Where two files gave one arrangement, their order would decide which of them counts. A pack of the
/// user's may well be known by the names of the built-in one.
#[test]
fn an_arrangement_given_twice_is_a_fault_whatever_the_files_are_called() {
    let mut files = vocabulary::files(&[], &mut Order::kept());
    let lead = files.iter().find(|(path, _)| path.ends_with("lead.toml")).cloned();
    files.extend(lead);
    for names in [["rules/lead.toml", "rules/lead.toml"], ["rules/lead.toml", "own/lead.toml"]] {
        let mut names = names.iter();
        let files = files.iter().map(|(path, body)| {
            let name = if path.ends_with("lead.toml") { names.next().copied() } else { None };
            let text = Arc::new(Text::new(name.unwrap_or(path), body.clone()));
            RuleFile { path: path.clone(), text }
        });
        let loaded = Rulebook::load(&files.collect::<Vec<_>>());
        let codes: Vec<&str> = loaded.err().iter().flatten().map(Fault::fault_code).collect();
        assert_eq!(codes, ["rules::duplicate-id"]);
    }
}
