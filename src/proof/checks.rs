//! What the examples of checks of documents would notice: an entry of their data that is dropped, a word of a list,
//! a day that is shifted.

use std::sync::Arc;

use crate::lint::{Check, LintExample, Linter, lint_examples};
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

/// Changes every entry, word and day of the data of checks whose files' paths begin so, one at a time, and runs the examples.
///
/// # Errors
///
/// Every fault of the data as it is.
pub fn check_coverage(rulebook: &Rulebook, prefix: &str) -> Result<CheckCoverage, Vec<Fault>> {
    let examples = lint_examples(rulebook)?;
    let mut coverage = CheckCoverage { examples: examples.len(), ..CheckCoverage::default() };
    let files = rulebook.files();
    let linter = Linter::new(rulebook)?;
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
            let noticed = match linter.with(rulebook, &changed) {
                Ok(linter) => {
                    let slips = |example: &LintExample| example.run(&linter).is_some();
                    // What is no check's own several go by.
                    let own = file.check().filter(|id| Check::named(id).is_some());
                    let bears = |it: &&LintExample| own.is_none_or(|own| it.check == own);
                    examples.iter().filter(bears).any(slips)
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

/// Each entry and each word of a list dropped, and each day shifted by one.
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
    changes.extend(words(body));
    changes
}

/// Each text of a list dropped.
fn words(body: &str) -> Vec<Change> {
    let mut changes = Vec::new();
    let (mut lists, mut at) = (0_usize, 0);
    while let Some(c) = body.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = body.get(at..).unwrap_or_default();
        let length = match c {
            '"' => closing(rest).unwrap_or(rest.len()),
            '#' => rest.find('\n').unwrap_or(rest.len()),
            _ => c.len_utf8(),
        };
        match c {
            // The head of a table stands at the start of its line, a list behind its key.
            '[' if lists > 0 || starts_list(body, at) => lists += 1,
            ']' => lists = lists.saturating_sub(1),
            '"' if lists > 0 => {
                let behind = body.get(at + length..).unwrap_or_default();
                let comma = behind.trim_start_matches([' ', '\n', '\r']).starts_with(',');
                let next = if comma { behind.find(',').map_or(0, |found| found + 1) } else { 0 };
                let rest = behind.get(next..).unwrap_or_default();
                let without = [body.get(..at).unwrap_or_default(), rest].concat();
                let said = format!("{} is gone from this list", text_at(body, at, length));
                changes.push(Change { said, span: at..at + length, body: without });
            }
            _ => {}
        }
        at += length;
    }
    changes
}

fn starts_list(body: &str, at: usize) -> bool {
    body.get(..at).is_some_and(|before| before.trim_end_matches(' ').ends_with('='))
}

fn text_at(body: &str, at: usize, length: usize) -> &str {
    body.get(at..at + length).unwrap_or_default()
}

/// How long a text is that begins with its mark; nothing where it has no end.
fn closing(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !escaped => return Some(at + 1),
            _ => escaped = c == '\\' && !escaped,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_of_a_list_is_dropped_once() {
        let body = "# [\"no\"]\nx = \"no\"\nl = [\"a [b]\", \"c\\\"d\",\n]\n[[t]]\nm = [\"e\"]\n";
        let changed = words(body);
        let dropped: Vec<&str> =
            changed.iter().map(|own| body.get(own.span.clone()).unwrap()).collect();
        assert_eq!(dropped, ["\"a [b]\"", "\"c\\\"d\"", "\"e\""]);
        for own in &changed {
            assert!(own.body.parse::<toml::Table>().is_ok(), "{}", own.body);
        }
    }
}
