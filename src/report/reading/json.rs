//! What a document declares as JSON: on many lines for people, on one line for pipelines.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::super::json::{Spacing, text};
use crate::document::{Block, Spot};
use crate::reading::{Passage, ReadDocument, Statement, Step, Upshot};
use crate::source::{Digest, Fault, Span};
use crate::standing::{State, Words as _};

/// The name and version of the shape. It changes when a reader of the old shape would be misled.
pub const READING_SCHEMA: &str = "msacheck/reading/1";

/// The most statements that are listed for one arrangement beside those that decide: a document of
/// a hundred megabytes may repeat itself.
const MOST: usize = 50;

/// What a document declares.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Reading", deny_unknown_fields))]
pub(in crate::report) struct ReadingObject<'a> {
    /// The name and version of this shape.
    #[cfg_attr(test, schemars(extend("const" = READING_SCHEMA)))]
    schema: &'static str,
    /// Its path as it was named, or `-` for standard input.
    #[cfg_attr(test, schemars(regex(pattern = r"\S")))]
    document: &'a str,
    /// The SHA-256 of the document.
    sha256: Digest,
    /// What it was read as.
    #[cfg_attr(test, schemars(extend("enum" = crate::document::formats().map(crate::document::Format::word).collect::<Vec<_>>())))]
    format: &'static str,
    /// The id of the police force that it speaks for, where known.
    force: Option<&'a str>,
    /// The force's name, where it is named at all.
    force_name: Option<&'a str>,
    /// Does it speak for a force? If not, it declares nothing.
    speaks: bool,
    /// The date that the document gives itself: a day, a month or a year.
    date: Option<String>,
    /// What isn't listed isn't stated.
    arrangements: Vec<ArrangementObject<'a>>,
    /// With `--explain`: every cue, in reading order.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "Vec<Explained<'a>>"))]
    statements: Option<Vec<Explained<'a>>>,
    /// What somebody should look at.
    warnings: Vec<Warning>,
}

/// An arrangement of which the document states something.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Arrangement", deny_unknown_fields))]
struct ArrangementObject<'a> {
    /// Its id.
    #[cfg_attr(test, schemars(regex(pattern = r"\S")))]
    arrangement: &'a str,
    /// How far it stands. Weakest first.
    #[cfg_attr(test, schemars(with = "State"))]
    state: &'static str,
    /// The words that decided, the first one first.
    evidence: Vec<Quote>,
    /// What the document says otherwise, at most 50.
    overruled: Vec<Overruled>,
    /// What a person should decide, at most 50.
    unsure: Vec<Unsure>,
}

/// Words at their place.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
struct Quote {
    /// The words, as they stand there, white space folded.
    #[cfg_attr(test, schemars(regex(pattern = r"\S")))]
    quote: String,
    #[serde(flatten)]
    at: At,
}

/// A statement that says otherwise.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
struct Overruled {
    /// What it says.
    #[cfg_attr(test, schemars(with = "State"))]
    state: &'static str,
    #[serde(flatten)]
    quote: Quote,
}

/// A statement that a person should decide.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
struct Unsure {
    /// Why it can't be told.
    #[cfg_attr(test, schemars(regex(pattern = r"\S")))]
    why: &'static str,
    /// What it would state if a person decides that it speaks of what the force has; absent where that is open, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "State"))]
    would: Option<&'static str>,
    #[serde(flatten)]
    quote: Quote,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
struct At {
    /// The page, where the format has pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "u32", range(min = 1)))]
    page: Option<u32>,
    /// The line (of the page), or the number of the paragraph.
    #[cfg_attr(test, schemars(range(min = 1)))]
    line: u32,
    /// The column, in Unicode scalars.
    #[cfg_attr(test, schemars(range(min = 1)))]
    column: u32,
}

/// A cue with what was made of it: `state`, `unsure` or `silent`.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
struct Explained<'a> {
    /// The id of the arrangement that the cue names.
    #[cfg_attr(test, schemars(regex(pattern = r"\S")))]
    arrangement: &'a str,
    /// What the sentence says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "State"))]
    state: Option<&'static str>,
    /// On what ground that is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "&str", regex(pattern = r"\S")))]
    ground: Option<&'static str>,
    /// What settled whose it is, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "&str", regex(pattern = r"\S")))]
    settled: Option<&'static str>,
    /// Why that can't be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "&str", regex(pattern = r"\S")))]
    unsure: Option<&'static str>,
    /// Why the cue says nothing of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "&str", regex(pattern = r"\S")))]
    silent: Option<&'static str>,
    /// Is the arrangement taken for granted, not stated?
    presupposed: bool,
    #[serde(flatten)]
    quote: Quote,
    /// What names the arrangement.
    cue: Matched<'a>,
    /// Those that decided.
    modifiers: Vec<ModifierObject<'a>>,
}

/// Words that a pattern of the rules matches.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
struct Matched<'a> {
    /// The words in the document.
    #[cfg_attr(test, schemars(regex(pattern = r"\S")))]
    words: &'a str,
    /// The pattern in the rules that they match.
    #[cfg_attr(test, schemars(regex(pattern = r"\S")))]
    pattern: &'a str,
}

/// What decides.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Modifier", deny_unknown_fields))]
struct ModifierObject<'a> {
    /// What it does to the cue.
    #[cfg_attr(test, schemars(with = "crate::rulebook::Effect"))]
    effect: &'static str,
    #[serde(flatten)]
    words: Matched<'a>,
}

/// A warning.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
struct Warning {
    /// The kind of fault, such as `document::no-text`.
    #[cfg_attr(test, schemars(regex(pattern = r"\S")))]
    code: &'static str,
    /// What couldn't be read, or must be looked at.
    #[cfg_attr(test, schemars(regex(pattern = r"\S")))]
    message: String,
}

impl From<Spot> for At {
    fn from(Spot { page, line, column }: Spot) -> Self {
        Self { page, line, column }
    }
}

impl From<&Passage> for Quote {
    fn from(evidence: &Passage) -> Self {
        Self { quote: evidence.quote.clone(), at: evidence.spot.into() }
    }
}

impl From<&Fault> for Warning {
    fn from(fault: &Fault) -> Self {
        Self { code: fault.fault_code(), message: fault.one_line() }
    }
}

impl<'a> ReadingObject<'a> {
    fn new(read: &'a ReadDocument, explain: bool) -> Self {
        let ReadDocument { document, reading, .. } = read;
        let unsure = |statement: &Statement| match statement.upshot {
            Upshot::Unsure(why) => quote(read, statement).map(|quote| Unsure {
                why,
                would: statement.would.map(State::word),
                quote,
            }),
            _ => None,
        };
        let overruled = |statement: &Statement| match statement.upshot {
            Upshot::State(state, _) => {
                quote(read, statement).map(|quote| Overruled { state: state.word(), quote })
            }
            _ => None,
        };
        let stated = reading.arrangements.iter().map(|own| ArrangementObject {
            arrangement: own.arrangement.as_str(),
            state: own.state.word(),
            evidence: own.evidence.iter().map(Quote::from).collect(),
            overruled: read.statements(&own.overruled).filter_map(overruled).take(MOST).collect(),
            unsure: read.statements(&own.unsure).filter_map(unsure).take(MOST).collect(),
        });
        let only_unsure =
            read.only_unsure().into_iter().map(|(id, statements)| ArrangementObject {
                arrangement: id.as_str(),
                state: State::NotStated.word(),
                evidence: Vec::new(),
                overruled: Vec::new(),
                unsure: statements.into_iter().filter_map(unsure).take(MOST).collect(),
            });
        let explained = || reading.statements.iter().filter_map(|own| explained(read, own));
        Self {
            schema: READING_SCHEMA,
            document: &document.name,
            sha256: document.digest,
            format: document.format.word(),
            force: reading.force.as_ref().map(|force| force.id.as_str()),
            force_name: read.force_name(),
            speaks: reading.speaks,
            date: read.dated.as_ref().map(|dated| dated.date.to_string()),
            arrangements: stated.chain(only_unsure).collect(),
            statements: explain.then(|| explained().collect()),
            warnings: document.faults.iter().map(Warning::from).collect(),
        }
    }
}

fn quote(read: &ReadDocument, statement: &Statement) -> Option<Quote> {
    read.quote(statement).map(|(spot, quote)| Quote { quote, at: spot.into() })
}

fn explained<'a>(read: &'a ReadDocument, statement: &'a Statement) -> Option<Explained<'a>> {
    let block = read.document.blocks.get(statement.block)?;
    let (state, ground, unsure, silent) = match statement.upshot {
        Upshot::State(state, ground) => (Some(state.word()), Some(ground.word()), None, None),
        Upshot::Unsure(why) => (None, None, Some(why), None),
        Upshot::Silent(why) => (None, None, None, Some(why.word())),
    };
    let modifiers = statement.marks.iter().filter_map(|(span, effect, pattern)| {
        let block = read.document.blocks.get(read.place_of(statement, span)?)?;
        Some(ModifierObject { effect: effect.word(), words: words(block, span, pattern) })
    });
    Some(Explained {
        arrangement: statement.arrangement.as_str(),
        state,
        ground,
        settled: statement.settled.map(Step::word),
        unsure,
        silent,
        presupposed: statement.presupposed,
        quote: quote(read, statement)?,
        cue: words(block, &statement.cue, &statement.pattern),
        modifiers: modifiers.collect(),
    })
}

fn words<'a>(block: &'a Block, span: &Span, pattern: &'a str) -> Matched<'a> {
    Matched { words: block.text().get(span.clone()).unwrap_or_default(), pattern }
}

/// A reading as a JSON object on many lines. `explain` adds every cue with what was made of it.
///
/// # Errors
///
/// None in practice: every part of a reading has a JSON form.
pub fn reading_json(read: &ReadDocument, explain: bool) -> serde_json::Result<String> {
    text(&ReadingObject::new(read, explain), Spacing::Indented)
}

/// The same on one line, its end included.
///
/// # Errors
///
/// None in practice, likewise.
pub fn reading_line(read: &ReadDocument, explain: bool) -> serde_json::Result<String> {
    text(&ReadingObject::new(read, explain), Spacing::Compact)
}
