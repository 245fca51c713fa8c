//! `missing-topic`: what a document of its kind must speak of, and doesn't.

use std::collections::BTreeSet;

use super::check::{Check, Looks};
use super::data::{Data, Phrases, patterns};
use super::finding::{Finding, Sensitivity};
use super::page::Page;
use crate::document::Kind;
use crate::rulebook::Pattern;

pub(super) const CHECK: Check = Check {
    id: "missing-topic",
    title: "A topic that a document of its kind must cover, and doesn't",
    why: "What a procedure leaves out, nobody does: the gap shows when a victim was sent home.",
    helps: "Officers who have only this document, and inspectors who ask whether the duty is in it.",
    sensitivity: Sensitivity::Default,
    fix: None,
    make: |data| Box::new(Topics::new(data)),
};

/// What documents of some kinds speak of.
#[derive(Debug)]
struct Topic {
    called: String,
    kinds: Vec<String>,
    /// The provision that it comes from.
    from: String,
    said: Vec<Pattern>,
    pedantic: bool,
}

#[derive(Debug)]
struct Topics {
    topics: Vec<Topic>,
    phrases: Phrases,
}

/// The kinds of documents that have topics.
pub(super) fn kinds(data: &Data<'_>) -> BTreeSet<String> {
    let mut kinds = BTreeSet::new();
    data.each(|root| {
        for table in root.tables("topic") {
            kinds.extend(table.texts("kinds").into_iter().map(|text| text.value));
        }
    });
    kinds
}

impl Topics {
    fn new(data: &mut Data<'_>) -> Self {
        let mut topics: Vec<Topic> = Vec::new();
        data.each(|root| {
            for table in root.tables("topic") {
                let (called, from) = (table.required_text("called"), table.required_text("from"));
                let kinds = table.texts("kinds").into_iter().map(|text| text.value).collect();
                let (said, pedantic) = (patterns(&table, "said"), table.flag("pedantic"));
                table.finish();
                let (Some(called), Some(from)) = (called, from) else { continue };
                topics.push(Topic {
                    called: called.value,
                    kinds,
                    from: from.value,
                    said,
                    pedantic,
                });
            }
        });
        let phrases = data.phrases(topics.iter().map(|topic| topic.said.as_slice()));
        Self { topics, phrases }
    }
}

impl Looks for Topics {
    fn look(&self, page: &Page<'_>, found: &mut Vec<Finding>) {
        let Some(kind) = page.kind else { return };
        // That a heading names it is not that something is said of it.
        let said = |block: usize| {
            page.block(block)
                .is_some_and(|own| !matches!(own.kind, Kind::Heading(_) | Kind::Furniture))
        };
        let covered: BTreeSet<usize> = page
            .struck(&self.phrases)
            .filter(|struck| said(struck.sentence.block))
            .map(|struck| struck.entry)
            .collect();
        for (entry, topic) in self.topics.iter().enumerate() {
            if !topic.kinds.iter().any(|own| own == kind) || covered.contains(&entry) {
                continue;
            }
            let sensitivity =
                if topic.pedantic { Sensitivity::Pedantic } else { Sensitivity::Default };
            let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            let message =
                format!("{article} {kind} must cover {}, and this one doesn't", topic.called);
            let end = page.text(0).len();
            let finding = page.finding(CHECK.id, sensitivity, 0, 0..end, message);
            let whole = Finding { quote: topic.called.clone(), ..finding };
            found.push(whole.helped(format!("it comes from {}", topic.from)));
        }
    }
}
