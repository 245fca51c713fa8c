//! Settings to start from: what is checked, and a gate.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::gate::{Terms, Threshold};
use crate::standing::{Basis, Words};

/// What settings without a gate say.
pub(super) const NOTHING_FAILS: &str = "\
# Nothing fails here. Once the form is filled in, a gate makes the check fail where too little is
# stated: `msacheck init --gate` adds one.
";

/// Writes commented settings that check a declaration, with rule packs beside the built-in ones.
#[must_use]
pub fn template(declaration: &Path, rules: &[PathBuf], gated: bool) -> String {
    let path = |path: &Path| toml::Value::from(path.display().to_string()).to_string();
    let mut out = format!(
        "\
# What `msacheck check` checks in this folder, and when it fails.
# Paths are taken from the folder of this file.
check = [{}]
",
        path(declaration)
    );
    if !rules.is_empty() {
        let rules: Vec<String> = rules.iter().map(|folder| path(folder)).collect();
        let _ = writeln!(out, "rules = [{}]", rules.join(", "));
    }
    out.push_str(
        "\
# Who does what about which gap, and by when: shown beside the gaps.
# actions = \"actions.toml\"
",
    );
    if gated {
        out.push_str(&gate());
    } else {
        out.push_str(NOTHING_FAILS);
    }
    out
}

/// A commented gate with the default thresholds.
#[must_use]
pub fn gate() -> String {
    let words = |words: Vec<&str>| words.join("\", \"");
    let mut out = String::new();
    let _ = write!(
        out,
        "
# This or weaker fails the check. The thresholds, from the mildest to the strictest; the first
# forgives what isn't evidenced:
#   \"{}\"
# A power never fails by its strength; what is superseded fails only with `superseded = true`.
[gate]
",
        words(Threshold::ALL.iter().map(|threshold| threshold.word()).collect())
    );
    for (strength, threshold) in Terms::default().thresholds.iter().rev() {
        let _ = writeln!(out, "{strength} = \"{threshold}\"");
    }
    let _ = write!(
        out,
        "\
# The weakest basis with which a state counts; with a weaker one it counts as not stated:
#   \"{}\"
# basis = \"cited\"
# Gaps that are known: `msacheck baseline` records them, and only what is new or worse fails.
# baseline = \"baseline.toml\"
# Where no requirement is left to look at, the check fails, unless this is so:
# may-be-empty = true
# Fail what is stated without evidence of the last months: `check --stale 12mo` lists it.
# stale = \"12mo\"

# Thresholds for one instrument, or one requirement, in place of those above.
# [gate.instrument]
# act-2015 = \"partly-met\"
# [gate.requirement]
# \"act-2015/s52-notify\" = \"partly-met\"

# A gap that somebody answers for. It doesn't fail until `last_day`, that day included.
# [[waiver]]
# requirement = \"act-2015/s52-notify\"
# reason = \"…\"
# owner = \"…\"
# last_day = 2027-03-31
# force = \"…\"             # where it is for one force only
",
        words(Basis::ALL.iter().map(|basis| basis.word()).collect())
    );
    out
}
