//! Needs that are nearly right, made of any bytes. What a need is shown as reads as the same need, and any
//! declaration can be held against it.
#![no_main]

use std::sync::Arc;

use jiff::civil::date;
use libfuzzer_sys::arbitrary::Unstructured;
use msacheck::declaration::{self, NoSources};
use msacheck::rulebook::{Ask, Need, RuleFile, Rulebook};
use msacheck::source::{Faults, Text};
use msacheck::{assessment, rulebook};
use msacheck_fuzz::made;
use msacheck_fuzz::rules::RULEBOOK;

const INSTRUMENT: &str = "id = \"fuzzed\"\ntitle = \"F\"\nfrom = 2010-01-01\n";

fn file(path: &str, body: String) -> RuleFile {
    RuleFile { path: path.to_owned(), text: Arc::new(Text::new(path, body)) }
}

/// The rules with one requirement more that asks for these needs; none where those don't load.
fn with(needs: &str) -> Option<Rulebook> {
    let body = format!(
        "[[provision]]\nid = \"p\"\nheading = \"H\"\n\n[[requirement]]\nid = \"r\"\ntitle = \"T\"\n\
         provision = \"p\"\ncitation = \"C\"\nstrength = \"duty\"\nbearer = [\"forces\"]\n\
         derivation = \"express\"\nwarrant = \"seen\"\nfrom = 2010-01-01\nneeds = {needs}\n\
         remedy = \"R\"\n"
    );
    let files = [
        file("fuzzed/instrument.toml", INSTRUMENT.to_owned()),
        file("fuzzed/rules.toml", body.clone()),
    ];
    let beside = RULEBOOK.beside(&files);
    if beside.is_none() {
        let all: Vec<RuleFile> = RULEBOOK.files().iter().cloned().chain(files).collect();
        msacheck_fuzz::say(&Rulebook::load(&all).err().unwrap_or_default());
    }
    beside
}

fn asks(rules: &Rulebook) -> Vec<Ask> {
    let versions = rules.versions("fuzzed/r");
    versions.iter().flat_map(|version| version.needs.iter()).flat_map(Need::asks).cloned().collect()
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut bytes = Unstructured::new(bytes);
    let Ok(needs) = made::needs(&mut bytes, RULEBOOK.vocabulary()) else { return };
    let Some(rules) = with(&needs) else { return };
    let asked = asks(&rules);
    let shown: Vec<String> = asked.iter().map(|ask| format!("{:?}", ask.to_string())).collect();
    // What holds signs that TOML writes otherwise is left to the tests of single needs.
    let plain = |shown: &String| !shown.contains("\\u{") && !shown.contains("\\0");
    if shown.iter().all(plain) {
        let again = with(&format!("[{}]", shown.join(", "))).expect("what is shown can be read");
        assert_eq!(asks(&again), asked);
    }
    let Ok(body) = made::declaration(&mut bytes, RULEBOOK.vocabulary()) else { return };
    let text = Arc::new(Text::new("declaration.toml", body));
    let faults = Faults::new();
    let today = date(2027, 12, 31);
    let declared = declaration::load(&text, rules.vocabulary(), &NoSources, today, &faults);
    if let Some(declared) = declared {
        let assessed = assessment::assess(&rules, &declared, None);
        let id = rulebook::RequirementId::from("fuzzed/r");
        assert!(assessed.findings.iter().any(|finding| finding.requirement == id));
    }
});
