//! A declaration to fill in, generated from the vocabulary. What rule packs say is shown in comments,
//! and in nothing else: no text of theirs can state anything.

use std::fmt::Write as _;

use super::comment::{comment, one_line};
use super::{Force, Form};
use crate::rulebook::{Arrangement, FieldKind, Tie, Vocabulary};
use crate::source::quoted_on_one_line;
use crate::standing::{Attribute, State, Words};

/// What is asked about each attribute of a force.
pub(super) const ATTRIBUTES: [(Attribute, &str); 4] = [
    (Attribute::SeaPort, "Is there a sea port in the force's area?"),
    (Attribute::Airport, "Is there an airport?"),
    (Attribute::GuardianService, "Does the child trafficking guardian service run there?"),
    (Attribute::PublishesStatement, "Does the force publish a slavery statement of its own?"),
];

/// Writes a commented declaration for a force, in which nothing is stated yet.
#[must_use]
pub fn template(force: &Force, vocabulary: &Vocabulary, form: &Form) -> String {
    let mut out = String::new();
    let states: String = State::ALL
        .iter()
        .map(|state| format!("#   {:<13} {}\n", format!("\"{state}\""), state.meaning()))
        .collect();
    let _ = write!(
        out,
        "\
# What {name} declares against modern slavery.
#
# Go through the questions. For each arrangement set `state` to one of, weakest first:
{states}# Where you know a detail, take the `#` away before it and write what you know in place of `…`; of
# several lines for one detail take one.
# What you leave as it is counts as not stated. Then:
#   msacheck check FILE

[force]
id = {id}
name = {name_quoted}
kind = \"{kind}\"        # territorial, transport, agency, defence or nuclear
as_of = {as_of}         # the day that these facts are of
",
        name = one_line(force.shown()),
        id = toml::Value::from(force.id.as_str()),
        name_quoted = toml::Value::from(force.shown()),
        kind = force.kind,
        as_of = force.as_of,
    );
    out.push_str(
        "# What is left out here counts as yes for the rules that ask about it, but for the last.\n",
    );
    ties(&mut out, force, vocabulary);
    for fact in force.known.iter().filter(|fact| fact.holds_on(force.as_of)) {
        let source = fact.source.as_deref().map(|of| format!(" ({of})")).unwrap_or_default();
        let _ = writeln!(
            out,
            "# Unless you say otherwise, {} counts as {}, by the table of forces{source}.",
            fact.attribute, fact.is
        );
    }
    for (attribute, question) in ATTRIBUTES {
        let _ = writeln!(out, "# {question}\n#   {attribute} = true\n#   {attribute} = false");
    }
    none(&mut out, vocabulary);
    out.push_str(
        "
# The documents that your evidence comes from. `file` is a path from this file's folder; words
# quoted from it are looked up there. `msacheck read --draft` fills all this in from documents.
# [[source]]
# id = \"policy\"
# title = \"Modern slavery policy\"
# file = \"policy.txt\"
",
    );
    for arrangement in vocabulary.arrangements().iter().filter(|one| form.asks(one)) {
        write_arrangement(&mut out, arrangement, form);
    }
    if form.is_first_pass() {
        let all = vocabulary.arrangements().len();
        let here = vocabulary.arrangements().iter().filter(|one| form.asks(one)).count();
        let _ = write!(
            out,
            "
# That is the first pass: {here} of {all} arrangements, those that come first and those that the law asks
# for. The rest counts as not stated. `msacheck init --all` writes a form with all of them.
"
        );
    }
    out
}

/// What the table of forces says that the force belongs to, as comments.
fn ties(out: &mut String, force: &Force, vocabulary: &Vocabulary) {
    let Some(known) = vocabulary.force(force.id.as_str()) else { return };
    for known in Tie::ALL.iter().filter_map(|tie| known.tie_on(*tie, force.as_of)) {
        let what = known.attribute.word().replace('-', " ");
        let source = known.source.as_deref().map(|of| format!(" ({of})")).unwrap_or_default();
        let said = match &known.is {
            Some(name) => format!("By the table of forces, its {what} is: {name}{source}."),
            None => format!("By the table of forces, it has no {what}{source}."),
        };
        comment(out, &one_line(&said));
    }
}

/// How to state that none came of what a duty waits for, as comments.
pub(super) fn none(out: &mut String, vocabulary: &Vocabulary) {
    if vocabulary.events().is_empty() {
        return;
    }
    out.push_str(
        "
# Some duties wait for a request or an order of others. If none came, say for which days, and where
# that stands: then they aren't asked. Without `until` it is said up to the day of the facts.
",
    );
    for event in vocabulary.events() {
        let back = match event.months {
            Some(months) => format!("at least {months} months back"),
            None => format!("{} or earlier", event.from),
        };
        let _ = write!(
            out,
            "# {}\n# [[force.none]]\n# of = \"{}\"\n# from = …   # {back}\n\
             # until = …   # the first day on which it is no longer said\n\
             # evidence = [{{ source = \"…\", quote = \"…\" }}]\n",
            event.question, event.id
        );
    }
}

fn write_arrangement(out: &mut String, arrangement: &Arrangement, form: &Form) {
    out.push('\n');
    comment(out, &arrangement.title);
    comment(out, &arrangement.question);
    for limit in &arrangement.limits {
        comment(out, &format!("Where {limit}, it is at most \"partial\"."));
    }
    let _ = write!(out, "[{}]\nstate = \"{}\"\n", arrangement.id, State::NotStated);
    for field in arrangement.fields.iter().filter(|field| form.asks_for(arrangement, field)) {
        comment(out, &field.question);
        for value in blanks(&field.kind) {
            let _ = writeln!(out, "#   {} = {value}", field.id);
        }
        if matches!(field.kind, FieldKind::List(_)) {
            let _ = writeln!(out, "#   {}_complete = true   # if that is all", field.id);
        }
    }
    out.push_str("# What else should be known?\n#   note = \"…\"\n");
    out.push_str("# Which words of which source say so?\n");
    out.push_str("#   evidence = [{ source = \"…\", quote = \"…\" }]\n");
}

/// The lines to choose from for a value. What isn't filled in doesn't load, and of several choices
/// only one does: a detail that nobody thought about can't become a claim.
fn blanks(kind: &FieldKind) -> Vec<String> {
    let quoted =
        |words: &[String]| words.iter().map(|word| quoted_on_one_line(word)).collect::<Vec<_>>();
    match kind {
        FieldKind::YesNo => vec!["true".to_owned(), "false".to_owned()],
        FieldKind::Choice(of) | FieldKind::Ordered(of) => quoted(of),
        FieldKind::Text => vec!["\"…\"".to_owned()],
        FieldKind::Rank => vec!["\"…\"   # a rank, or \"police staff …\"".to_owned()],
        FieldKind::Number => {
            vec!["\"…\"   # 7, \"10-15\", \"at least 10\" or \"at most 15\"".to_owned()]
        }
        FieldKind::Date => vec!["\"…\"   # \"2017\", \"2017-03\" or 2017-03-31".to_owned()],
        FieldKind::List(Some(of)) => vec![format!("[\"…\"]   # any of {}", quoted(of).join(", "))],
        FieldKind::List(None) => vec!["[\"…\", \"…\"]".to_owned()],
    }
}
