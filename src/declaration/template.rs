//! A declaration to fill in, generated from the vocabulary.

use std::fmt::Write as _;

use super::Force;
use crate::rulebook::{Arrangement, Field, FieldKind, Vocabulary};
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
# and take the `#` away from the details that you know. What you leave as it is counts as not
# stated: a gap that nobody can see, so an honest \"absent\" is worth more. Then:
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
        let example = format!("# {} = {}", field.id, example(field));
        let _ = writeln!(out, "{example:<40} # {}", field.question);
    }
    let _ = writeln!(out, "# note = \"\"");
    let _ = writeln!(
        out,
        "# evidence = [{{ source = \"policy\", quote = \"at least four of its words\" }}]"
    );
}

fn example(field: &Field) -> String {
    let word = |words: &[String]| {
        let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
        words.join(" or ")
    };
    match &field.kind {
        FieldKind::Text => "\"\"".to_owned(),
        FieldKind::Number => "1".to_owned(),
        FieldKind::YesNo => "true".to_owned(),
        FieldKind::Date => "\"2017-03\"".to_owned(),
        FieldKind::Choice(of) | FieldKind::Ordered(of) => word(of),
        FieldKind::Rank => "\"inspector\"".to_owned(),
        FieldKind::List(Some(of)) => {
            let words: Vec<String> = of.iter().map(|word| format!("\"{word}\"")).collect();
            format!("[{}]", words.join(", "))
        }
        FieldKind::List(None) => "[\"\"]".to_owned(),
    }
}
