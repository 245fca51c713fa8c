//! What a result rests on, as it is published: in two parts, for how many inputs fail is known last.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use crate::result::{Rules, Run, UsedFile};

/// What is known before anything is assessed.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub(super) struct StartJson<'a> {
    /// The program and its version.
    #[cfg_attr(test, schemars(regex(pattern = r"\S")))]
    program: &'a str,
    /// The rules that were asked.
    rules: &'a Rules,
    /// What else was read.
    files: &'a [UsedFile],
    /// With which another command sees the same.
    options: &'a [String],
    /// Which requirements are shown, where not all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "String", regex(pattern = r"\S")))]
    filtered: Option<&'a str>,
    /// Where the rules are to be read, with `{rule}` for the name of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "String", regex(pattern = r"\S")))]
    docs: Option<&'a str>,
    /// Whether there was a gate.
    gated: bool,
    /// Whether it was read from an earlier shape, which didn't hold what a baseline recorded.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, schemars(extend("default" = false)))]
    earlier: bool,
}

/// What is known when everything is.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub(super) struct EndJson {
    /// Whether there is an input that couldn't be assessed.
    incomplete: bool,
    /// How many inputs couldn't be assessed.
    unassessed: usize,
}

impl<'a> From<&'a Run> for StartJson<'a> {
    fn from(run: &'a Run) -> Self {
        let Run { program, rules, files, options, filtered, docs, gated, earlier, .. } = run;
        let (gated, earlier) = (*gated, *earlier);
        let (filtered, docs) = (filtered.as_deref(), docs.as_deref());
        Self { program, rules, files, options, filtered, docs, gated, earlier }
    }
}

impl From<&Run> for EndJson {
    fn from(run: &Run) -> Self {
        Self { incomplete: run.incomplete(), unassessed: run.unassessed }
    }
}
