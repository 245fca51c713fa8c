//! Key by key: a schema allows in every table what the loader knows there, and nothing else.

use std::collections::BTreeSet;

use miette::Diagnostic;
use msacheck::report::SchemaKind;
use msacheck::rulebook::NOT_ARRANGEMENTS;
use msacheck::source::Fault;
use msacheck::standing::Words;

use crate::judge::Judge;
use crate::walk::{closed, reach};

/// A key that is like no other, so that the loader lists all that it knows.
const STRANGE: &str = "qqqqq";

#[test]
fn every_table_has_the_keys_that_the_loader_knows() {
    let mut compared = 0;
    for kind in SchemaKind::ALL.iter().filter(|kind| kind.is_written_by_people()) {
        let judge = Judge::new(*kind);
        let tables = closed(&judge.schema);
        for (path, table) in &tables {
            let mut file = judge.base();
            reach(&mut file, path, &tables).insert(STRANGE.to_owned(), 1.into());
            let text = toml::to_string(&file).unwrap();
            assert!(!judge.objections(&text).is_empty(), "{kind}: {path:?} takes a strange key");
            let faults = judge.faults(&text);
            let known = known(&judge, &faults).unwrap_or_else(|| {
                let lines: Vec<String> = faults.iter().map(Fault::one_line).collect();
                panic!("{kind}: the loader takes a strange key at {path:?}: {lines:?}\n{text}")
            });
            let allowed: BTreeSet<String> = table.keys.keys().cloned().collect();
            assert_eq!(allowed, known, "{kind}: {path:?}: the schema's keys, and the loader's");
            compared += 1;
        }
    }
    assert!(compared >= 70, "only {compared} tables compared");
}

/// The keys that the loader says it knows where it met the strange one.
fn known(judge: &Judge, faults: &[Fault]) -> Option<BTreeSet<String>> {
    let fault = faults.iter().find(|fault| fault.to_string().contains(STRANGE))?;
    if fault.fault_code() == "declaration::unknown-arrangement" {
        let ids = judge.vocabulary.arrangements().iter().map(|a| a.id.to_string());
        let at_top = judge.kind == SchemaKind::Declaration;
        let reserved = NOT_ARRANGEMENTS.iter().filter(|_| at_top).map(|key| (*key).to_owned());
        return Some(ids.chain(reserved).collect());
    }
    assert_eq!(fault.fault_code(), "toml::unknown-key");
    let help = fault.help()?.to_string();
    Some(help.strip_prefix("known here: ")?.split(", ").map(str::to_owned).collect())
}
