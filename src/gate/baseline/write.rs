//! The file of a baseline: TOML, sorted, a line a fact, so that a difference can be read.

use std::fmt::{Display, Write as _};

use super::{Baseline, Ground, Recorded};
use crate::source::is_command;

/// The name and version of the shape.
pub const BASELINE_SCHEMA: &str = "msacheck/baseline/2";

/// The shape before it, which said nothing of the rules, the inputs and the force.
pub(super) const EARLIER_SCHEMA: &str = "msacheck/baseline/1";

const HEAD: &str = "\
# Gaps that are known: with `msacheck check --baseline` only what is new or worse fails.
# `msacheck baseline` writes this file; `--overwrite` records anew, `--prune` takes out what is met.
";

impl Baseline {
    /// Writes the file. Reading it gives the same baseline back.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = format!("{HEAD}schema = \"{BASELINE_SCHEMA}\"\n");
        for (force, recorded) in &self.forces {
            write_force(&mut out, &key(force.as_str()), recorded);
        }
        out
    }
}

fn write_force(out: &mut String, force: &str, recorded: &Recorded) {
    let _ = write!(out, "\n[force.{force}]\nas_of = {}\n", recorded.as_of);
    let _ = writeln!(out, "assessed_on = {}", recorded.assessed_on);
    if let Some(basis) = recorded.basis {
        let _ = writeln!(out, "basis = \"{basis}\"");
    }
    match &recorded.ground {
        Some(ground) => write_ground(out, force, ground),
        None => out.push_str("earlier = true\n"),
    }
    let _ = write!(out, "\n[force.{force}.state]\n");
    for (arrangement, state) in &recorded.states {
        let _ = writeln!(out, "{} = \"{state}\"", key(arrangement.as_str()));
    }
    for (requirement, gap) in &recorded.gaps {
        let id = key(requirement.as_str());
        let _ = write!(out, "\n[force.{force}.gap.{id}]\noutcome = \"{}\"\n", gap.outcome);
        for (need, value) in &gap.needs {
            let _ = writeln!(out, "need.{} = \"{value}\"", key(need));
        }
    }
}

fn write_ground(out: &mut String, force: &str, ground: &Ground) {
    let Ground { kind, attributes, rules, inputs, switched_off, met, not_assessed } = ground;
    let _ = writeln!(out, "kind = \"{kind}\"");
    write_list(out, "rules", rules);
    write_list(out, "inputs", inputs);
    write_list(out, "switched_off", switched_off);
    write_list(out, "met", met);
    write_list(out, "not_assessed", not_assessed);
    if !attributes.is_empty() {
        let _ = write!(out, "\n[force.{force}.attributes]\n");
        for (attribute, value) in attributes {
            let _ = writeln!(out, "{attribute} = {value}");
        }
    }
}

/// A list, a line an item.
fn write_list<T: Display>(out: &mut String, name: &str, items: impl IntoIterator<Item = T>) {
    let lines: String =
        items.into_iter().map(|item| format!("  {},\n", quoted(&item.to_string()))).collect();
    let _ = if lines.is_empty() {
        writeln!(out, "{name} = []")
    } else {
        writeln!(out, "{name} = [\n{lines}]")
    };
}

/// A key as TOML has it: bare where it may be.
fn key(text: &str) -> String {
    let bare = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    if !text.is_empty() && text.bytes().all(bare) { text.to_owned() } else { quoted(text) }
}

fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() || is_command(c) => format!("\\U{:08x}", u32::from(c)),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}
