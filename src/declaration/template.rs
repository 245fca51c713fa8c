//! A declaration to fill in, generated from the vocabulary.

use std::fmt::Write as _;

use super::Force;
use crate::rulebook::{Arrangement, FieldKind, Vocabulary};
use crate::standing::{Attribute, State, Words};

/// Writes a commented declaration for a force, in which nothing is stated yet.
#[must_use]
pub fn template(force: &Force, vocabulary: &Vocabulary) -> String {
    let mut out = String::new();
    let states: Vec<String> = State::ALL.iter().map(|state| format!("\"{state}\"")).collect();
    let _ = write!(
        out,
        "\
# What {name} declares against modern slavery.
#
# Go through the questions. For each arrangement set `state` to one of, weakest first:
#   {states}
# Where you know a detail, take the `#` away before it and write what you know in place of `…`.
# What you leave as it is counts as not stated. Then:
#   msacheck check FILE

[force]
id = {id}
name = {name_quoted}
kind = \"{kind}\"        # territorial, transport or national
as_of = {as_of}         # the day that these facts are of
",
        name = force.shown(),
        states = states.join(", "),
        id = toml::Value::from(force.id.as_str()),
        name_quoted = toml::Value::from(force.shown()),
        kind = force.kind,
        as_of = force.as_of,
    );
    for attribute in Attribute::ALL {
        let _ = writeln!(out, "# {attribute} = true");
    }
    out.push_str(
        "
# The documents that your evidence comes from. `file` is a path from this file's folder; words
# quoted from a text file are looked up in it.
# [[source]]
# id = \"policy\"
# title = \"Modern slavery policy\"
# file = \"policy.txt\"
",
    );
    for arrangement in vocabulary.arrangements() {
        write_arrangement(&mut out, arrangement);
    }
    out
}

fn write_arrangement(out: &mut String, arrangement: &Arrangement) {
    let _ = write!(out, "\n# {}\n# {}\n", arrangement.title, arrangement.question);
    for limit in &arrangement.limits {
        let _ = writeln!(out, "# Where {limit}, it is at most \"partial\".");
    }
    let _ = write!(out, "[{}]\nstate = \"{}\"\n", arrangement.id, State::NotStated);
    for field in &arrangement.fields {
        let _ = writeln!(out, "# {}", field.question);
        let _ = writeln!(out, "#   {} = {}", field.id, blank(&field.kind));
        if matches!(field.kind, FieldKind::List(_)) {
            let _ = writeln!(out, "#   {}_complete = true or false   # is that all?", field.id);
        }
    }
    out.push_str("# What else should be known?\n#   note = \"…\"\n");
    out.push_str("# Which words of which source say so?\n");
    out.push_str("#   evidence = [{ source = \"…\", quote = \"…\" }]\n");
}

/// What stands for a value that isn't filled in yet. None of these loads as it stands: a detail
/// that nobody thought about can't become a claim.
fn blank(kind: &FieldKind) -> String {
    let quoted =
        |words: &[String]| words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>();
    match kind {
        FieldKind::Text => "\"…\"".to_owned(),
        FieldKind::Rank => "\"…\"   # a rank, or \"police staff …\"".to_owned(),
        FieldKind::Number => "\"…\"   # 7, \"10-15\", \"at least 10\" or \"at most 15\"".to_owned(),
        FieldKind::YesNo => "true or false".to_owned(),
        FieldKind::Date => "\"…\"   # \"2017\", \"2017-03\" or 2017-03-31".to_owned(),
        FieldKind::Choice(of) | FieldKind::Ordered(of) => quoted(of).join(" or "),
        FieldKind::List(Some(of)) => format!("[\"…\"]   # any of {}", quoted(of).join(", ")),
        FieldKind::List(None) => "[\"…\", \"…\"]".to_owned(),
    }
}
