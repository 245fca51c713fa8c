//! `placeholder`: text that is left from a template, or from writing.

mod remarks;

use super::check::{Check, Looks};
use super::data::{Data, Phrases};
use super::finding::{Finding, Sensitivity};
use super::page::{Page, Sentence};
use crate::document::Kind;
use crate::source::{Span, Table};

pub(super) const CHECK: Check = Check {
    id: "placeholder",
    title: "Text that is left from a template",
    why: "Where the template still speaks, nobody decided: a procedure without a name or a number can't be followed.",
    helps: "Whoever must act on the document, and whoever signs it.",
    sensitivity: Sensitivity::Default,
    fix: None,
    make: |data| Box::new(Placeholders::new(data)),
};

#[derive(Debug)]
struct Placeholders {
    /// How a note in brackets to whoever fills in the template begins.
    begins: Vec<String>,
    /// Notes in brackets, whole.
    whole: Vec<String>,
    /// What stands where nothing was decided yet, and the labels beside which that is no answer.
    open: Phrases,
    labels: Phrases,
    /// What no finished text holds.
    never: Phrases,
}

impl Placeholders {
    fn new(data: &mut Data<'_>) -> Self {
        let (mut begins, mut whole) = (Vec::new(), Vec::new());
        let words = |root: &Table<'_>, key| -> Vec<String> {
            root.texts(key).into_iter().map(|text| text.value.to_lowercase()).collect()
        };
        let keys = ["open", "labels", "never"];
        let [open, labels, never] = data.lists(data.check, keys, |root| {
            begins.extend(words(root, "begins"));
            whole.extend(words(root, "whole"));
        });
        Self { begins, whole, open, labels, never }
    }

    /// Notes in brackets: "[insert name]", "<force name>", "{{date}}".
    fn bracketed(&self, text: &str) -> Vec<Span> {
        const MARKS: [(char, char); 3] = [('[', ']'), ('<', '>'), ('{', '}')];
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = text.get(from..).and_then(|rest| rest.find(['[', '<', '{'])) {
            let start = from + at;
            let rest = text.get(start..).unwrap_or_default();
            let Some(open) = rest.chars().next() else { break };
            from = start + open.len_utf8();
            let Some((_, close)) = MARKS.iter().find(|(mark, _)| *mark == open) else { continue };
            let Some(end) = rest.find(*close).filter(|end| *end < 160) else { continue };
            let inner = rest.get(open.len_utf8()..end).unwrap_or_default();
            let doubled = open == '{'
                && inner.starts_with('{')
                && rest.get(end..).is_some_and(|rest| rest.starts_with("}}"));
            let said = inner.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            let begins = |start: &String| {
                said.strip_prefix(start.as_str())
                    .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            };
            if doubled || self.begins.iter().any(begins) || self.whole.contains(&said) {
                let end = start + end + close.len_utf8() + usize::from(doubled);
                found.push(start..end);
                from = end;
            }
        }
        found
    }

    /// Whether "TBC" answers a label that wants an answer: a cell's, or one before a colon.
    fn answers_a_label(&self, page: &Page<'_>, sentence: &Sentence, words: &Span) -> bool {
        let text = page.text(sentence.block);
        let ends = words.end >= sentence.len()
            || (words.end + 1 == sentence.len() && sentence.is(text, words.end, &[".", ")", "]"]));
        if !ends {
            return false;
        }
        let label = |said: &str| self.labels_in(page, said);
        match page.block(sentence.block).map(|block| &block.kind) {
            Some(Kind::Cell(cell)) if words.start == 0 => {
                [&cell.beside, &cell.under].into_iter().flatten().any(|said| label(said))
            }
            _ => {
                let colon = words.start.checked_sub(1);
                colon.is_some_and(|at| sentence.is(text, at, &[":", "–", "-"]))
                    && page.struck_in(sentence, &self.labels).any(|(_, label)| label.start == 0)
            }
        }
    }

    /// Whether a heading of cells is a label that wants an answer.
    fn labels_in(&self, page: &Page<'_>, said: &str) -> bool {
        page.struck(&self.labels).any(|struck| {
            struck.words.start == 0 && page.text(struck.sentence.block).trim() == said.trim()
        })
    }
}

impl Looks for Placeholders {
    fn look(&self, page: &Page<'_>, found: &mut Vec<Finding>) {
        let help = "write what belongs there, or take it out";
        for (index, block) in page.document.blocks.iter().enumerate() {
            if matches!(block.kind, Kind::Quotation) || !block.text().contains(['[', '<', '{']) {
                continue;
            }
            for span in self.bracketed(block.text()) {
                if page.is_quoted(index, &span) {
                    continue;
                }
                let written = block.text().get(span.clone()).unwrap_or_default();
                let message = format!("“{written}” is left from a template");
                let finding = page.finding(CHECK.id, Sensitivity::Default, index, span, message);
                found.push(finding.helped(help));
            }
        }
        remarks::look(page, CHECK.id, found);
        for struck in page.struck(&self.never) {
            let span = struck.sentence.place(&struck.words);
            if page.is_quoted(struck.sentence.block, &span) {
                continue;
            }
            let message = "this is left from a template".to_owned();
            let finding =
                page.finding(CHECK.id, Sensitivity::Default, struck.sentence.block, span, message);
            found.push(finding.helped(help));
        }
        for struck in page.struck(&self.open) {
            let (sentence, words) = (struck.sentence, struck.words);
            let span = sentence.place(&words);
            let sensitivity = if self.answers_a_label(page, sentence, &words) {
                Sensitivity::Default
            } else {
                Sensitivity::Pedantic
            };
            let message = "nothing was decided here yet".to_owned();
            let finding = page.finding(CHECK.id, sensitivity, sentence.block, span, message);
            found.push(finding.helped(help));
        }
    }
}
