//! What a result rests on, as it is published: in two parts, for how many inputs fail is known last.

use serde::Serialize;

use crate::result::{Rules, Run, UsedFile};

/// What is known before anything is assessed.
#[derive(Serialize)]
pub(super) struct StartJson<'a> {
    program: &'a str,
    rules: &'a Rules,
    files: &'a [UsedFile],
    options: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    filtered: Option<&'a str>,
}

/// What is known when everything is.
#[derive(Serialize)]
pub(super) struct EndJson {
    incomplete: bool,
    unassessed: usize,
}

impl<'a> From<&'a Run> for StartJson<'a> {
    fn from(run: &'a Run) -> Self {
        let Run { program, rules, files, options, filtered, unassessed: _ } = run;
        Self { program, rules, files, options, filtered: filtered.as_deref() }
    }
}

impl From<&Run> for EndJson {
    fn from(run: &Run) -> Self {
        Self { incomplete: run.incomplete(), unassessed: run.unassessed }
    }
}
