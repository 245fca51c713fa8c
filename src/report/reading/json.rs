//! What a document declares as JSON: on many lines for people, on one line for pipelines.

use serde::Serialize;

use super::super::json::{Spacing, text};

use crate::document::{Block, Spot};
use crate::reading::{Passage, ReadDocument, Statement, Upshot};
use crate::source::{Digest, Fault, Span};
use crate::standing::{State, Words as _};

/// The name and version of the shape. It changes when a reader of the old shape would be misled.
pub const READING_SCHEMA: &str = "msacheck/reading/1";

/// The most statements that are listed for one arrangement beside those that decide: a document of
/// a hundred megabytes may repeat itself.
const MOST: usize = 50;

#[derive(Serialize)]
struct ReadingObject<'a> {
    schema: &'static str,
    document: &'a str,
    sha256: Digest,
    format: &'static str,
    force: Option<&'a str>,
    force_name: Option<&'a str>,
    speaks: bool,
    date: Option<String>,
    arrangements: Vec<ArrangementObject<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    statements: Option<Vec<Explained<'a>>>,
    warnings: Vec<Warning>,
}

#[derive(Serialize)]
struct ArrangementObject<'a> {
    arrangement: &'a str,
    state: &'static str,
    evidence: Vec<Quote>,
    overruled: Vec<Overruled>,
    unsure: Vec<Unsure>,
}

/// Words at their place.
#[derive(Serialize)]
struct Quote {
    quote: String,
    #[serde(flatten)]
    at: At,
}

#[derive(Serialize)]
struct Overruled {
    state: &'static str,
    #[serde(flatten)]
    quote: Quote,
}

#[derive(Serialize)]
struct Unsure {
    why: &'static str,
    #[serde(flatten)]
    quote: Quote,
}

#[derive(Serialize)]
struct At {
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    line: u32,
    column: u32,
}

/// A cue with what was made of it.
#[derive(Serialize)]
struct Explained<'a> {
    arrangement: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unsure: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    silent: Option<&'static str>,
    presupposed: bool,
    #[serde(flatten)]
    quote: Quote,
    cue: Matched<'a>,
    modifiers: Vec<ModifierObject<'a>>,
}

#[derive(Serialize)]
struct Matched<'a> {
    words: &'a str,
    pattern: &'a str,
}

#[derive(Serialize)]
struct ModifierObject<'a> {
    effect: &'static str,
    #[serde(flatten)]
    words: Matched<'a>,
}

#[derive(Serialize)]
struct Warning {
    code: &'static str,
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
            Upshot::Unsure(why) => quote(read, statement).map(|quote| Unsure { why, quote }),
            _ => None,
        };
        let overruled = |statement: &Statement| match statement.upshot {
            Upshot::State(state) => {
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
    let (state, unsure, silent) = match statement.upshot {
        Upshot::State(state) => (Some(state.word()), None, None),
        Upshot::Unsure(why) => (None, Some(why), None),
        Upshot::Silent(why) => (None, None, Some(why)),
    };
    let modifiers = statement.marks.iter().filter_map(|(span, effect, pattern)| {
        let block = read.document.blocks.get(read.place_of(statement, span)?)?;
        Some(ModifierObject { effect: effect.word(), words: words(block, span, pattern) })
    });
    Some(Explained {
        arrangement: statement.arrangement.as_str(),
        state,
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
