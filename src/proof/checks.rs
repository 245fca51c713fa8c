//! What the examples of checks of documents would notice: an entry of their data that is dropped, a day that is
//! shifted.

use std::sync::Arc;

use crate::lint::{LintExample, Linter, lint_examples};
use crate::rulebook::{RuleFile, Rulebook};
use crate::source::{Fault, Span, Text};
use crate::standing::Day;

/// How well the data of checks is guarded by examples.
#[derive(Debug, Default)]
pub struct CheckCoverage {
    /// How many examples there are.
    pub examples: usize,
    /// How many changes were caught.
    pub caught: usize,
    /// A fault for each that no example noticed.
    pub alive: Vec<Fault>,
}

/// A change of a file.
struct Change {
    said: String,
    /// Where, in the file as it is.
    span: Span,
    body: String,
}

/// Changes every entry of the data of checks whose files' paths begin so, one at a time, and runs the examples.
///
/// # Errors
///
/// Every fault of the data as it is.
pub fn check_coverage(rulebook: &Rulebook, prefix: &str) -> Result<CheckCoverage, Vec<Fault>> {
    let examples = lint_examples(rulebook)?;
    let mut coverage = CheckCoverage { examples: examples.len(), ..CheckCoverage::default() };
    let files = rulebook.files();
    for (at, file) in files.iter().enumerate() {
        if file.check().is_none() || !file.path.starts_with(prefix) {
            continue;
        }
        for change in changes(file.text.body()) {
            let mut changed = files.to_vec();
            if let Some(own) = changed.get_mut(at) {
                let text = Text::new(file.text.name(), change.body);
                *own = RuleFile { text: Arc::new(text), ..own.clone() };
            }
            let noticed = match Linter::of(rulebook, &changed) {
                Ok(linter) => {
                    examples.iter().any(|example: &LintExample| example.run(&linter).is_some())
                }
                // What doesn't load is noticed at once.
                Err(_) => true,
            };
            if noticed {
                coverage.caught += 1;
            } else {
                let message = format!("no example notices that {}", change.said);
                let label = "expected an example that comes out otherwise then";
                coverage.alive.push(Fault::new(
                    "rules::unnoticed-change",
                    &file.text,
                    change.span,
                    message,
                    label,
                ));
            }
        }
    }
    Ok(coverage)
}

/// Each entry dropped, and each day shifted by one.
fn changes(body: &str) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut lines = Vec::new();
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        lines.push(start..start + line.len());
        start += line.len();
    }
    let text = |span: &Span| body.get(span.clone()).unwrap_or_default();
    for (at, own) in lines.iter().enumerate() {
        let line = text(own).trim();
        if let Some(name) = line.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")) {
            let within = format!("[[{name}.");
            let rest = lines.iter().skip(at + 1);
            let end = rest.clone().find(|next| {
                let line = text(next).trim();
                line.starts_with('[') && !line.starts_with(&within)
            });
            let end = end.map_or(body.len(), |next| next.start);
            let without = [text(&(0..own.start)), text(&(end..body.len()))].concat();
            let said = format!("this `{name}` is gone");
            changes.push(Change { said, span: own.start..own.start + line.len(), body: without });
        }
        let Some((key, value)) = line.split_once(" = ") else { continue };
        let day = Some(value).filter(|_| matches!(key, "from" | "until"));
        let Some(day) = day.and_then(|value| value.parse::<Day>().ok()) else { continue };
        for other in [day.yesterday(), day.tomorrow()].into_iter().flatten() {
            let changed = format!("{key} = {other}\n");
            let body = [text(&(0..own.start)), &changed, text(&(own.end..body.len()))].concat();
            let said = format!("`{key}` is {other} instead of {day}");
            let span = own.start..own.end.saturating_sub(1);
            changes.push(Change { said, span, body });
        }
    }
    changes
}
