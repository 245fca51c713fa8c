//! Ten faults in one declaration: ten diagnostics, each at its span.

use std::sync::Arc;

use msacheck::checklists;
use msacheck::declaration::{NoSources, load};
use msacheck::rulebook::Rulebook;
use msacheck::source::{Fault, Faults, Text};

use crate::workplace::{NORTHMARCH, TODAY};
use crate::{Seen, seen};

/// Every fault of a declaration of Northmarch that goes on like this.
fn faults(rest: &str) -> Vec<Fault> {
    let rulebook = Rulebook::load(&checklists::files()).unwrap();
    let text = Arc::new(Text::new("northmarch.toml", format!("{NORTHMARCH}\n{rest}")));
    let faults = Faults::new();
    let declaration =
        load(&text, rulebook.vocabulary(), &NoSources, TODAY.parse().unwrap(), &faults);
    assert!(declaration.is_none());
    faults.into_sorted()
}

#[test]
fn ten_faults_are_ten_diagnostics_at_their_exact_spans() {
    let faults = faults(
        "[leed]\nstate = \"in place\"\n\n\
         [coordinator]\nstate = \"in-place\"\nrank = \"serjeant\"\n\n\
         [partnership]\nstate = \"in place\"\nmembers = [\"councils\", \"chuches\"]\nrol = \"chair\"\n\n\
         [guidance]\nsince = 2026-12-24\nevidence = [{ source = \"minutes\" }]\n\n\
         [intelligence]\nstate = \"in place\"\ncapacity = \"part-time\"\nanalysts = \"several\"\n",
    );
    let found: Vec<Seen<'_>> = faults.iter().map(seen).collect();
    let file = "northmarch.toml";
    assert_eq!(
        found,
        [
            (file, 7, "declaration::unknown-arrangement", "leed"),
            (file, 11, "toml::unknown-word", "\"in-place\""),
            (file, 12, "declaration::unknown-rank", "\"serjeant\""),
            (file, 16, "declaration::unknown-value", "\"chuches\""),
            (file, 17, "toml::unknown-key", "rol"),
            (file, 19, "toml::missing-key", "[guidance]"),
            (file, 20, "declaration::future-date", "2026-12-24"),
            (file, 21, "declaration::unknown-source", "\"minutes\""),
            (file, 24, "declaration::beyond-its-limit", "\"in place\""),
            (file, 26, "toml::wrong-type", "\"several\""),
        ]
    );
}

#[test]
fn a_missing_key_hides_no_unknown_one() {
    let faults =
        faults("[lead]\nstate = \"partial\"\nevidence = [{ sorce = \"minutes\", pages = 4 }]\n");
    let found: Vec<(&str, &str)> =
        faults.iter().map(seen).map(|(_, _, code, text)| (code, text)).collect();
    assert_eq!(
        found,
        [
            ("toml::missing-key", "{ sorce = \"minutes\", pages = 4 }"),
            ("toml::unknown-key", "sorce"),
            ("toml::unknown-key", "pages"),
        ]
    );
}

#[test]
fn behind_other_scripts_and_wide_characters_spans_still_fit() {
    let faults = faults(
        "[lead]\nnote = \"Nörthmärch 北 🚓 e\u{301}\"  # 北\nstate = \"in-place\"\n'rnak' = \"北\"\n",
    );
    let found: Vec<&str> = faults.iter().map(|fault| seen(fault).3).collect();
    assert_eq!(found, ["\"in-place\"", "'rnak'"]);
}
