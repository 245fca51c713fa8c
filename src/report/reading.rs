//! What a document declares, as JSON and sentence by sentence.

use std::fmt::Write as _;

use serde::Serialize;

use crate::document::Document;
use crate::reading::{Reading, Verdict};

#[derive(Serialize)]
struct Read<'a> {
    schema: &'static str,
    document: &'a str,
    force: Option<&'a str>,
    arrangements: Vec<Arrangement>,
}

#[derive(Serialize)]
struct Arrangement {
    arrangement: String,
    state: String,
    evidence: Vec<Evidence>,
}

#[derive(Serialize)]
struct Evidence {
    quote: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    line: u32,
    column: u32,
}

/// A reading as JSON.
///
/// # Errors
///
/// What `serde_json` says, which can't happen with these shapes.
pub fn reading_json(document: &Document, reading: &Reading) -> Result<String, serde_json::Error> {
    let arrangements = reading.arrangements.iter().map(|read| Arrangement {
        arrangement: read.arrangement.to_string(),
        state: read.state.to_string(),
        evidence: read
            .evidence
            .iter()
            .map(|evidence| Evidence {
                quote: evidence.quote.clone(),
                page: evidence.spot.page,
                line: evidence.spot.line,
                column: evidence.spot.column,
            })
            .collect(),
    });
    let read = Read {
        schema: "msacheck/reading/1",
        document: &document.name,
        force: reading.force.as_ref().map(|force| force.id.as_str()),
        arrangements: arrangements.collect(),
    };
    serde_json::to_string_pretty(&read).map(|json| json + "\n")
}

/// Each cue of a document with what was made of it.
#[must_use]
pub fn explain_reading(document: &Document, reading: &Reading) -> String {
    let mut out = String::new();
    let name = reading
        .force
        .as_ref()
        .map(|force| force.name.clone())
        .or_else(|| reading.force_name.clone());
    let _ = writeln!(
        out,
        "{}: speaks for {}",
        document.name,
        name.unwrap_or_else(|| if reading.speaks {
            "a force that it doesn't name".to_owned()
        } else {
            "no force".to_owned()
        })
    );
    let mut last = None;
    for statement in &reading.statements {
        let Some(block) = document.blocks.get(statement.block) else { continue };
        if last != Some((statement.block, statement.sentence.start)) {
            let spot = block.spot(statement.sentence.start);
            let sentence = block.text().get(statement.sentence.clone()).unwrap_or_default();
            let _ = writeln!(out, "\n{}:{}: {sentence}", spot.line, spot.column);
            last = Some((statement.block, statement.sentence.start));
        }
        let cue = block.text().get(statement.cue.clone()).unwrap_or_default();
        let verdict = match &statement.verdict {
            Verdict::State(state) => {
                format!("{state}{}", if statement.presupposed { " (presupposed)" } else { "" })
            }
            Verdict::Unsure(why) => format!("unsure: {why}"),
            Verdict::Silent(why) => format!("nothing: {why}"),
        };
        let marks: Vec<String> = statement
            .marks
            .iter()
            .map(|(span, effect, _)| {
                format!("{effect} \"{}\"", block.text().get(span.clone()).unwrap_or_default())
            })
            .collect();
        let _ = writeln!(
            out,
            "    {} \"{cue}\" [{}]: {verdict} {}",
            statement.arrangement,
            statement.pattern,
            marks.join(", ")
        );
    }
    out
}
