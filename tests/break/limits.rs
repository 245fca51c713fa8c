//! The limits of rule packs and declarations as users meet them, in golden files.

use std::time::{Duration, Instant};

use msacheck::checklists;
use msacheck::proof::{Coverage, coverage, lint};
use msacheck::rulebook::{RuleFile, Rulebook, from_folder};
use msacheck::source::Fault;
use snapbox::Data;

use crate::hostile_set::{Hostile, quotes};
use crate::workplace::{Workplace, repository};

/// A pack with one requirement whose faults are shown.
fn pack(need: &str, classes: &str) -> Workplace {
    Workplace::new()
        .file(
            "pack/arrangements/guidebook.toml",
            "id = \"guidebook\"\ntitle = \"Guidebook\"\nquestion = \"Is there one?\"\ninformative = true\n\
             fields.topics = { type = \"list\", question = \"On what?\" }\n",
        )
        .file("pack/custom/instrument.toml", "id = \"custom\"\ntitle = \"C\"\nfrom = 2010-01-01\n")
        .file(
            "pack/custom/rules.toml",
            format!(
                "[[provision]]\nid = \"p\"\nheading = \"H\"\n\n[[requirement]]\nid = \"r\"\ntitle = \"T\"\n\
                 provision = \"p\"\ncitation = \"There\"\nstrength = \"duty\"\nbearer = [\"forces\"]\n\
                 derivation = \"express\"\nwarrant = \"seen\"\nfrom = 2010-01-01\nremedy = \"Do it.\"\n\
                 needs = [\n  {need}\n]\n"
            ),
        )
        .file("pack/context.toml", classes)
}

#[test]
fn row_12_limits_of_rules_are_told_at_their_place() {
    let needs = "\"guidebook\",\n  ".repeat(101);
    let place = pack(&needs, "[class]\ndeep = [\"{deep} x\"]\n");
    place.run("rules show custom/r --rules pack").wrong().golden_in("break", "rules-too-much");
}

#[test]
fn row_12_logic_that_is_too_much_is_told_of() {
    let items = |count: usize| {
        let items: Vec<String> = (0..count).map(|n| format!("topics is t{n}")).collect();
        pack(&format!("\"guidebook where {}\"", items.join(" and ")), "")
    };
    let codes = |faults: &[Fault]| -> Vec<_> { faults.iter().map(Fault::fault_code).collect() };
    let mut told = String::new();
    let begun = Instant::now();
    for (count, too_much) in [(12, false), (16, true)] {
        // Alone: what the built-in rules take is no matter of this.
        let files = from_folder(&items(count).path("pack")).unwrap();
        let ranks = checklists::files().into_iter().filter(|file| file.path == "ranks.toml");
        let files: Vec<RuleFile> = ranks.chain(files).collect();
        let rules = Rulebook::load(&files).unwrap_or_else(|faults| panic!("{faults:?}"));
        let mut found = lint(&rules);
        found.extend(coverage(&rules, &[]).iter().flat_map(Coverage::living));
        for code in ["lint::too-much-logic", "rules::too-much-logic"] {
            assert_eq!(codes(&found).contains(&code), too_much, "{count}: {found:?}");
        }
        for fault in found.iter().filter(|fault| fault.fault_code().ends_with("::too-much-logic")) {
            let message = fault.to_string();
            told += &format!("{}\n{message}\n", fault.fault_code());
        }
    }
    assert!(begun.elapsed() < Duration::from_secs(120), "{:?}", begun.elapsed());
    let golden = repository().join("tests/break/golden/logic.txt");
    snapbox::assert_data_eq!(Data::text(told), Data::read_from(&golden, None).raw());
}

#[test]
fn row_23_quotes_are_looked_up_within_a_limit_that_is_told() {
    let Hostile { bytes, beside, .. } = quotes(4 << 20);
    let (name, source) = &beside[0];
    let place = Workplace::new().file("quotes.toml", bytes).file(name, source);
    place.run("check --full quotes.toml").wrong().golden_in("break", "quotes");
}
