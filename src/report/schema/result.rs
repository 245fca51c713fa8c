//! What `check --format json` prints: the result of a check, of one force or of several.

use serde_json::{Map, Value, json};

use super::shape::{Keys, date, day, defined, list, one_of, ordinal, text, word, yes_no};
use super::verdict;
use crate::assessment::Join;
use crate::declaration::{JudgedAs, Why};
use crate::result::{Role, SCHEMA};
use crate::standing::{
    Attribute, Basis, Bearer, Derivation, ForceKind, Outcome, State, Strength, Warrant, Words,
};

/// The schema, and what it refers to.
pub(super) fn schema() -> (Value, Map<String, Value>) {
    let one = assessment(run(Keys::new())).table("The result for one force.");
    let several = run(Keys::new())
        .required("assessments", list(&defined("assessment"), "In the order of the inputs."))
        .table("The result for several forces, or one that lacks an input.");
    let parts = [
        ("assessment", assessment(Keys::new()).table("All that came out for one force.")),
        ("arrangement", arrangement()),
        ("evidence", evidence()),
        ("finding", finding()),
        ("because", because()),
        ("stands", stands()),
        ("answered", answered()),
        ("place", place()),
        ("tally", tally()),
        ("statement", statement()),
        ("gate", verdict::schema()),
        ("mark", verdict::mark()),
        ("waiver", verdict::waiver()),
    ];
    let parts = parts.map(|(name, part)| (name.to_owned(), part));
    (json!({ "anyOf": [one, several] }), Map::from_iter(parts))
}

/// What may be missing: it is then `null`.
#[allow(clippy::needless_pass_by_value, reason = "it is made where it is passed")]
pub(super) fn perhaps(shape: Value) -> Value {
    json!({ "anyOf": [shape, { "type": "null" }] })
}

/// Any text, blank or not: what people wrote stands as they wrote it.
pub(super) fn any_text(description: &str) -> Value {
    json!({ "type": "string", "description": description })
}

pub(super) fn count(description: &str) -> Value {
    json!({ "type": "integer", "minimum": 0, "description": description })
}

fn sha256(description: &str) -> Value {
    json!({ "type": "string", "pattern": "^[0-9a-f]{64}$", "description": description })
}

fn run(keys: Keys) -> Keys {
    let pack = Keys::new()
        .required("pack", any_text("`built-in`, or the folder as it was named."))
        .required("version", perhaps(text("The program's for what is built in; else none.")))
        .required("sha256", sha256("That of the list of its files as `sha256sum` prints it."))
        .table("A rule pack.");
    let rules = Keys::new()
        .required("packs", list(&pack, "The built-in rules, then the user's."))
        .required("optional", list(&any_text("Its id."), "Optional packs that were asked for."))
        .required("drafts", yes_no("Were drafts asked, too?"))
        .table("The rules that were asked.");
    let file = Keys::new()
        .required("file", any_text("Its name, as the user gave it."))
        .required("role", word::<Role>("What it was used for."))
        .required("sha256", sha256("The SHA-256 of its bytes."))
        .table("A file that is neither an input nor a rule.");
    keys.required("schema", one_of([SCHEMA], "The name and version of this shape."))
        .required("program", text("The program and its version."))
        .required("rules", rules)
        .required("files", list(&file, "What else was read."))
        .required(
            "options",
            list(&any_text("A word."), "With which another command sees the same."),
        )
        .optional("filtered", text("Which requirements are shown, where not all are."))
        .required("incomplete", yes_no("Is there an input that couldn't be assessed?"))
        .required("unassessed", count("How many inputs couldn't be assessed."))
}

fn assessment(keys: Keys) -> Keys {
    let attributes = Attribute::ALL.iter().fold(Keys::new(), |keys, attribute| {
        keys.optional(attribute.word(), yes_no("Stated of the force."))
    });
    let input = Keys::new()
        .required("file", any_text("Its name, as the user gave it; `-` for standard input."))
        .required("sha256", sha256("The SHA-256 of its bytes."))
        .required("date", perhaps(date("The day of its facts, where it says so.")))
        .required("read", yes_no("Is it a document that was read, not a declaration?"))
        .table("A file that the assessment rests on.");
    let source = Keys::new()
        .required("source", any_text("The name by which evidence refers to it."))
        .required("title", any_text("Its title."))
        .required("file", perhaps(any_text("Its file, as the declaration names it.")))
        .required("sha256", perhaps(sha256("The SHA-256 of its bytes; none if it wasn't read.")))
        .required("date", perhaps(date("Its date.")))
        .table("A document that evidence is from.");
    let informed = Keys::new()
        .required("note", any_text("What it is."))
        .required("evidence", list(&defined("evidence"), "Where it comes from."))
        .required("place", defined("place"))
        .table("A quoted fact of no arrangement.");
    let contradicted = Keys::new()
        .required("arrangement", any_text("The arrangement's id."))
        .required("name", any_text("Its name in sentences."))
        .required("counts", defined("statement"))
        .required("overruled", defined("statement"))
        .required("why", word::<Why>("Why the one counts and not the other."))
        .table("Two statements that don't agree.");
    keys.required("force", any_text("The id of the force."))
        .required("name", perhaps(any_text("Its name.")))
        .required("note", perhaps(any_text("What a reader must know of the declaration.")))
        .required("kind", word::<ForceKind>("What kind of force it is."))
        .required("attributes", attributes.table("What is stated of the force."))
        .required("as_of", day("The day that the facts are of."))
        .required("assessed_on", day("The day that was assessed: it picks the law."))
        .required("place", defined("place"))
        .required("inputs", list(&input, "The latest first."))
        .required("sources", list(&source, "The documents that evidence is from."))
        .required("arrangements", list(&defined("arrangement"), "Every one, stated or not."))
        .required("information", list(&informed, "Facts of no arrangement."))
        .required("findings", list(&defined("finding"), "One a requirement; superseded ones last."))
        .required("counts", counts())
        .required("contradictions", list(&contradicted, "Where inputs don't agree."))
        .required("judgements", judgements())
        .required("notes", list(&any_text("A caveat."), "What bears on the whole."))
        .required("caveats", list(&typed("A caveat."), "The notes, for programs."))
        .required("gate", perhaps(defined("gate")))
}

/// What is said in words elsewhere, for programs: a word, or an object whose one key tells what it is.
fn typed(description: &str) -> Value {
    json!({ "type": ["object", "string"], "description": description })
}

/// How an arrangement stands, for programs.
fn stands() -> Value {
    let called = Keys::new()
        .required("name", any_text("The name in sentences."))
        .required("plural", yes_no("Is it a plural?"))
        .table("What it is called.");
    Keys::new()
        .required("arrangement", any_text("Its id."))
        .required("called", called)
        .required("how", typed("How it stands."))
        .table("How an arrangement stands, and why it counts so.")
}

/// What is stated to a condition, for programs.
fn answered() -> Value {
    let called = Keys::new()
        .required("name", any_text("The name in sentences."))
        .required("plural", yes_no("Is it a plural?"))
        .table("What the field is called.");
    let condition = Keys::new()
        .required("field", any_text("The field's id."))
        .required("test", typed("What is asked of it."))
        .table("The condition.");
    Keys::new()
        .required("arrangement", any_text("The arrangement's id."))
        .required("name", any_text("Its name in sentences."))
        .required("called", called)
        .required("condition", condition)
        .required("stated", perhaps(typed("The value that is stated.")))
        .required("answer", typed("What it says to the condition."))
        .table("What is stated to a condition.")
}

fn place() -> Value {
    Keys::new()
        .required("file", any_text("A path as the user gave it, or `-` for standard input."))
        .optional("page", ordinal("The page, in a document that has pages."))
        .required("line", count("The line (of the page), from 1."))
        .required("column", count("The column, from 1, in Unicode scalars."))
        .table("A place to go to.")
}

fn evidence() -> Value {
    let number =
        |description: &str| perhaps(json!({ "type": "integer", "description": description }));
    Keys::new()
        .required("source", any_text("The id of the source."))
        .required("title", any_text("Its title."))
        .required("quote", perhaps(any_text("The quoted words.")))
        .required("basis", word::<Basis>("Were the words found?"))
        .required("place", perhaps(defined("place")))
        .required("page", number("The page, as declared or found."))
        .required("line", number("The line, as declared."))
        .required("date", perhaps(date("The date of what is evidenced.")))
        .table("A piece of evidence.")
}

fn arrangement() -> Value {
    let details = json!({
        "type": "object",
        "additionalProperties": { "type": "string" },
        "description": "Its details, as they are declared.",
    });
    Keys::new()
        .required("arrangement", any_text("Its id."))
        .required("name", any_text("Its name in sentences."))
        .required("title", any_text("Its name as a heading."))
        .required("headline", yes_no("Is it one of those that come first?"))
        .required("informative", yes_no("Does no requirement rest on it?"))
        .required("state", word::<State>("How far it stands. Weakest first."))
        .optional("declared", word::<State>("What is declared, where its basis is too weak."))
        .required("basis", perhaps(word::<Basis>("How well that is backed.")))
        .required("reason", any_text("The state in words."))
        .required("stands", defined("stands"))
        .required("since", perhaps(date("Since when.")))
        .required("details", details)
        .required("note", perhaps(any_text("What the force adds.")))
        .required("evidence", list(&defined("evidence"), "Where it comes from."))
        .required("place", defined("place"))
        .table("How one arrangement stands.")
}

fn finding() -> Value {
    let silence = Keys::new()
        .required("arrangement", any_text("The arrangement's id."))
        .required("says", any_text("What isn't stated."))
        .table("Something that decides and isn't stated.");
    let confirmed = Keys::new()
        .required("requirement", any_text("The requirement."))
        .required("bears_out", yes_no("Does the text bear it out?"))
        .required("at", any_text("The page or paragraph."))
        .required("quote", perhaps(any_text("The words that bear it out.")))
        .required("reason", perhaps(any_text("Why the text doesn't bear it out.")))
        .required("by", any_text("Who read the text, by role."))
        .required("date", day("When."))
        .table("What a holder of the full text says of the rule.");
    Keys::new()
        .required("requirement", any_text("The requirement's full id."))
        .required("instrument", any_text("The instrument's id."))
        .required("instrument_title", any_text("The instrument's title."))
        .required("instrument_short", any_text("A short name of the instrument."))
        .required("law", yes_no("Is it law? Else a shortfall is a gap, not a breach."))
        .required("title", any_text("What the requirement claims."))
        .required("provision", any_text("The id of the provision that it rests on."))
        .required("citation", any_text("How to cite its source."))
        .required("strength", word::<Strength>("How binding it is for the force. Weakest first."))
        .required("bearer", list(&word::<Bearer>("Who."), "Who promised it or carries the duty."))
        .required("derivation", word::<Derivation>("How it follows from its provision."))
        .required("warrant", word::<Warrant>("How sure its source is."))
        .required("from", day("The first day on which this version counts."))
        .required("until", perhaps(day("The first day on which it no longer counts.")))
        .required("outcome", word::<Outcome>("What it came to. Weakest first."))
        .required("superseded", yes_no("Is its instrument superseded?"))
        .required("why", any_text("The reason in a few words."))
        .required("not_assessed", perhaps(typed("Why it wasn't assessed, where it wasn't.")))
        .required("because", list(&defined("because"), "The whole explanation."))
        .required("silent", list(&silence, "What decides and isn't stated."))
        .required("basis", perhaps(word::<Basis>("How well what decides is backed.")))
        .required("remedy", any_text("What closes a gap."))
        .required("ways", list(&any_text("A way."), "Where one of several ways is enough."))
        .required("evidence", perhaps(any_text("What would be accepted as evidence.")))
        .required("note", perhaps(any_text("How the requirement is read.")))
        .required("assumed", perhaps(any_text("What was assumed of the force.")))
        .required("assumptions", list(&typed("One of them."), "The same for programs."))
        .required("confirmed", perhaps(confirmed))
        .required("place", defined("place"))
        .table("What one requirement came to.")
}

fn because() -> Value {
    Keys::new()
        .required("join", word::<Join>("How it comes to its value."))
        .optional("count", count("Of `at least`: how many."))
        .required("need", any_text("What is asked, in the need language."))
        .required("value", word::<State>("What it is worth. Weakest first."))
        .required("decides", yes_no("Does it decide?"))
        .required("says", any_text("The reason in words."))
        .optional("stands", defined("stands"))
        .optional("answered", defined("answered"))
        .required("arrangement", perhaps(any_text("The arrangement that is asked about.")))
        .required("field", perhaps(any_text("The field that is asked about.")))
        .required("item", perhaps(any_text("The item that a list is asked for.")))
        .required("place", perhaps(defined("place")))
        .required("children", list(&defined("because"), "What it is made of."))
        .table("One node of an explanation.")
}

fn statement() -> Value {
    Keys::new()
        .required("file", any_text("The input's file."))
        .required("date", perhaps(date("Its date.")))
        .required("state", word::<State>("How far the arrangement stands by it."))
        .required("evidence", list(&defined("evidence"), "Its words."))
        .required("place", defined("place"))
        .table("What one input says.")
}

fn judgements() -> Value {
    let judged = Keys::new()
        .required("requirement", any_text("The requirement."))
        .required("verdict", word::<JudgedAs>("What the inspector finds."))
        .required("role", any_text("Who, by role."))
        .required("date", day("When."))
        .required("reason", any_text("Why."))
        .required("last_day", day("The last day on which it holds."))
        .required("place", defined("place"))
        .table("An inspector's own finding.");
    Keys::new()
        .required("today", perhaps(day("The day that they were judged by.")))
        .required("holding", list(&judged, "Those that hold."))
        .required("expired", list(&judged, "Those whose last day is over."))
        .table("Inspectors' own findings: beside the computed ones, never moving the gate.")
}

fn tally() -> Value {
    let outcomes = ["met", "partly_met", "planned", "withheld", "not_evidenced", "not_met"];
    outcomes
        .iter()
        .fold(Keys::new(), |keys, outcome| keys.required(outcome, count("How many.")))
        .table("How many requirements came out how.")
}

fn counts() -> Value {
    let strengths = Strength::ALL
        .iter()
        .fold(Keys::new(), |keys, strength| keys.required(strength.word(), defined("tally")));
    Keys::new()
        .required("arrangements", count("How many arrangements may be declared."))
        .required("arrangements_stated", count("How many of them are stated."))
        .required("in_force", defined("tally"))
        .required("superseded", defined("tally"))
        .required("not_in_force", count("Not in force on the day assessed."))
        .required("not_applicable", count("Not for this force."))
        .required("by_strength", strengths.table("Those in force, by strength."))
        .required("met_on_quotes", count("Met, on words found in their source."))
        .required("met_on_citations", count("Met, on a source that is named."))
        .required("met_on_assertion", count("Met, on assertion alone."))
        .required("assumed", count("How many rest on an assumption about the force."))
        .table("How many came out how. No figure sums them up: a score would hide gaps.")
}
