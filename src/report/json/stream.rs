//! Several assessments written as they come about, so that none is held longer than it takes to write
//! it: as one document without line breaks.

use serde::Serialize;

use super::assessment::AssessmentJson;
use super::run::{EndJson, StartJson};
use super::text::compact;
use crate::result::{Gated, Pieces, Run, SCHEMA};
use crate::source::Fault;

/// The pieces of the document that is made of several assessments.
pub(super) const PIECES: Pieces = Pieces { alone: false, head, piece, between: b",", tail };

#[derive(Serialize)]
struct Head<'a> {
    schema: &'static str,
    #[serde(flatten)]
    start: StartJson<'a>,
}

fn head(run: &Run) -> Result<Vec<u8>, Fault> {
    let mut head = compact(&Head { schema: SCHEMA, start: StartJson::from(run) })?;
    // What follows stands in the same object.
    head.pop();
    head.extend(b",\"assessments\":[");
    Ok(head)
}

fn piece(run: &Run, gated: &Gated) -> Result<Vec<u8>, Fault> {
    compact(&AssessmentJson::of(run, gated))
}

fn tail(run: &Run, _: usize, _: usize) -> Result<Vec<u8>, Fault> {
    let end = compact(&EndJson::from(run))?;
    let keys = end.strip_prefix(b"{").unwrap_or(&end);
    Ok([b"],", keys, b"\n"].concat())
}
