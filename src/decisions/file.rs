//! The file of decisions: read with all its faults, and written so that what stands in it stays as it is.

use std::fmt::Write as _;
use std::sync::Arc;

use toml_edit::{DocumentMut, Item};

use super::decision::{Decided, Decision};
use super::held::Decisions;
use crate::rulebook::ArrangementId;
use crate::source::{Digest, Faults, Table, Text, parse_toml};
use crate::standing::State;

/// The name of the file, in the folder of the settings.
pub const FILE_NAME: &str = "decisions.toml";

const HEAD: &str = "\
# What people decided about passages of papers. msacheck reads it beside the papers: what is rejected counts for
# nothing, what is accepted counts. To take one back, take out its [[decision]].
";

impl Decisions {
    /// The decisions that a text holds. What is wrong with it goes to `faults`.
    #[must_use]
    pub fn read(text: &Arc<Text>, faults: &Faults) -> Self {
        let parsed = parse_toml(text, faults);
        let root = Table::root(&parsed, text, faults);
        let mut all = Vec::new();
        for table in root.tables("decision") {
            all.extend(decision(&table));
            table.finish();
        }
        root.finish();
        Self { text: Some(Arc::clone(text)), all }
    }
}

fn decision(table: &Table<'_>) -> Option<Decision> {
    let paper = table.require("paper").and_then(|item| {
        let digest = item.text().and_then(|found| Digest::parse(&found.value));
        if digest.is_none() {
            item.expected("the SHA-256 of a paper: 64 hexadecimal digits");
        }
        digest
    });
    let file = table.required_text("file");
    let arrangement = table.required_text("arrangement");
    let quote = table.required_text("quote");
    let whole = |key: &'static str| {
        table.get(key).and_then(|item| {
            let number = u32::try_from(item.number()?.value).ok().filter(|number| *number > 0);
            if number.is_none() {
                item.expected("a whole number from 1");
            }
            number
        })
    };
    let (page, line) = (whole("page"), whole("line"));
    let suggested = table.required_text("suggested");
    let decided = table.required_word::<Decided>("decided");
    let (state, was) = (table.word::<State>("state"), table.word::<State>("was"));
    let reason = table.text_of("reason");
    let role = table.required_text("role");
    let date = table.require("date").and_then(|item| item.day());
    let program = table.required_text("program");
    let decided = decided?.value;
    if decided != Decided::Rejected && state.is_none() {
        let _ = table.required_word::<State>("state");
    }
    Some(Decision {
        paper: paper?,
        file: file?.value,
        arrangement: ArrangementId::from(arrangement?.value.as_str()),
        quote: quote?.value,
        page,
        line: line.unwrap_or_default(),
        suggested: suggested?.value,
        decided,
        state: state.map(|found| found.value).filter(|_| decided != Decided::Rejected),
        reason: reason.map(|found| found.value),
        role: role?.value,
        date: date?.value,
        program: program?.value,
        was: was.map(|found| found.value),
    })
}

/// The text of the file with a further decision: all that stands in it stays as it is.
#[must_use]
pub fn with_decision(body: &str, decision: &Decision) -> String {
    let mut out = if body.trim().is_empty() { HEAD.to_owned() } else { body.to_owned() };
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out.push_str("\n[[decision]]\n");
    let text = |text: &str| toml_edit::Value::from(text).to_string();
    let mut line = |key: &str, value: String| {
        let _ = writeln!(out, "{key} = {value}");
    };
    line("paper", text(&decision.paper.to_string()));
    line("file", text(&decision.file));
    line("arrangement", text(decision.arrangement.as_str()));
    line("quote", text(&decision.quote));
    if let Some(page) = decision.page {
        line("page", page.to_string());
    }
    line("line", decision.line.to_string());
    line("suggested", text(&decision.suggested));
    line("decided", text(&decision.decided.to_string()));
    if let Some(state) = decision.state {
        line("state", text(&state.to_string()));
    }
    if let Some(was) = decision.was {
        line("was", text(&was.to_string()));
    }
    if let Some(reason) = &decision.reason {
        line("reason", text(reason));
    }
    line("role", text(&decision.role));
    line("date", decision.date.to_string());
    line("program", text(&decision.program));
    out
}

/// The text of the file without one of its decisions; nothing where it has no such.
#[must_use]
pub fn without_decision(body: &str, at: usize) -> Option<String> {
    let mut document: DocumentMut = body.parse().ok()?;
    let Some(Item::ArrayOfTables(all)) = document.get_mut("decision") else { return None };
    if at >= all.len() {
        return None;
    }
    all.remove(at);
    Some(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rejected(quote: &str) -> Decision {
        Decision {
            paper: Digest::of(b"a paper"),
            file: "papers/plan.txt".to_owned(),
            arrangement: "lead".into(),
            quote: quote.to_owned(),
            page: Some(2),
            line: 3,
            suggested: "partial: it is said to be there".to_owned(),
            decided: Decided::Rejected,
            state: None,
            reason: Some("another “force”\nis meant".to_owned()),
            role: "inspector".to_owned(),
            date: "2026-11-24".parse().unwrap(),
            program: "msacheck 0.1.0".to_owned(),
            was: None,
        }
    }

    fn read(body: &str) -> Vec<Decision> {
        let faults = Faults::new();
        let text = Arc::new(Text::new(FILE_NAME, body.to_owned()));
        let read = Decisions::read(&text, &faults);
        assert!(!faults.has_errors(), "{:?}", faults.into_sorted());
        read.all
    }

    #[test]
    fn what_is_written_reads_back_and_can_be_taken_back() {
        let one = rejected("our \"lead\" \\ of it");
        let state = Some(State::Planned);
        let other =
            Decision { decided: Decided::Changed, state, was: state, ..rejected("two words") };
        let body = with_decision("# ours\n", &one);
        let both = with_decision(&body, &other);
        assert_eq!(read(&both), [one.clone(), other]);
        assert_eq!(without_decision(&both, 1).as_deref(), Some(body.as_str()));
        assert!(body.starts_with("# ours\n\n[[decision]]\n"));
        assert_eq!(without_decision(&both, 2), None);
        assert!(with_decision("", &one).starts_with("# What people decided"));
    }
}
