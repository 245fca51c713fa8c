//! Reading TOML with every fault: a walk over tables that knows where each key stands.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Fault, Faults, Item, Located, Span, Text, nearest, slip};
use crate::standing::Words;

/// How many syntax errors of one file are shown: one stray bracket can cause dozens.
const MOST_SYNTAX_ERRORS: usize = 10;

/// How many are looked at.
const MOST_LOOKED_AT: usize = 100;

/// Parses a TOML text, recording every syntax error, and gives what could be understood.
pub fn parse_toml<'a>(text: &'a Arc<Text>, faults: &Faults) -> Spanned<DeTable<'a>> {
    parse_part(text.body(), text, faults)
}

/// The same for a text of which only a part is looked at: `part` is as long, and blank elsewhere.
pub fn parse_part<'a>(part: &'a str, text: &'a Arc<Text>, faults: &Faults) -> Spanned<DeTable<'a>> {
    let (table, errors) = DeTable::parse_recoverable(part);
    let end = part.len();
    let spans = errors.iter().map(|error| error.span().unwrap_or(end..end));
    let line_of = |at: usize| part.get(..at).map_or(0, |before| before.matches('\n').count());
    if let Some(first) = spans.clone().map(|span| span.start).min() {
        // What was made of the value in which it stands is no fault of its own; its key may be.
        let line =
            part.get(..first).map_or(0, |before| before.rfind('\n').map_or(0, |end| end + 1));
        let value = part.get(line..first).and_then(|line| line.find('='));
        faults.damaged(text, value.map_or(first, |at| line + at));
    }
    let fault = |message: &str, span: Span| {
        let help = slip::likely(part, &span, message).unwrap_or_else(|| slip::ANY.to_owned());
        Fault::new("toml::syntax", text, span, format!("this isn't TOML: {message}"), "here")
            .help(help)
    };
    let mut found: Vec<(&str, Span)> =
        errors.iter().map(toml::de::Error::message).zip(spans).collect();
    // One slip is told of once: what follows from it in its line isn't, nor what follows from a list
    // that has no end. A text may have an error for every byte: not all are looked at.
    let overlooked = found.len().saturating_sub(MOST_LOOKED_AT);
    found.truncate(MOST_LOOKED_AT);
    found.sort_by_key(|(_, span)| span.start);
    found.dedup_by_key(|(_, span)| line_of(span.start));
    found.dedup_by(|after, before| slip::follows(part, (before.0, &before.1), (after.0, &after.1)));
    let shown = found.iter().take(MOST_SYNTAX_ERRORS);
    let unclosed =
        shown.map(|(_, span)| slip::unclosed(part, span)).position(|list| list.is_some());
    let overlooked = if unclosed.is_some() { 0 } else { overlooked };
    found.truncate(unclosed.map_or(found.len(), |last| last + 1));
    for (message, span) in found.iter().take(MOST_SYNTAX_ERRORS) {
        faults.push(fault(message, span.clone()));
    }
    if let Some((_, span)) = found.get(MOST_SYNTAX_ERRORS) {
        let more = found.len() - MOST_SYNTAX_ERRORS + overlooked;
        let message = format!("{more} more syntax errors, most of them probably from the first");
        faults.push(fault(&message, span.clone()));
    }
    table
}

/// One TOML table being read: each key is asked for once, and what wasn't asked for is a fault.
pub struct Table<'a> {
    entries: &'a DeTable<'a>,
    header: Span,
    text: &'a Arc<Text>,
    faults: &'a Faults,
    asked: RefCell<Vec<Cow<'static, str>>>,
}

impl<'a> Table<'a> {
    /// The top level of a parsed file.
    pub fn root(parsed: &'a Spanned<DeTable<'a>>, text: &'a Arc<Text>, faults: &'a Faults) -> Self {
        // Nothing more exact than the first line stands for a file as a whole.
        let first_line = text.body().lines().next().map_or(0, str::len);
        Self::new(parsed.get_ref(), 0..first_line, text, faults)
    }

    pub(super) fn new(
        entries: &'a DeTable<'a>,
        header: Span,
        text: &'a Arc<Text>,
        faults: &'a Faults,
    ) -> Self {
        Self { entries, header, text, faults, asked: RefCell::default() }
    }

    /// The table's heading in its file, or the inline table as a whole.
    #[must_use]
    pub fn header(&self) -> Span {
        self.header.clone()
    }

    /// The file that the table stands in.
    #[must_use]
    pub fn text(&self) -> &'a Arc<Text> {
        self.text
    }

    /// Records a fault about a span of this file.
    pub fn fault(
        &self,
        kind: &'static str,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
    ) {
        self.faults.push(Fault::new(kind, self.text, span, message, label));
    }

    /// Records a fault that was made elsewhere.
    pub fn push(&self, fault: Fault) {
        self.faults.push(fault);
    }

    /// The value under a key, if it is there.
    #[must_use]
    pub fn get(&self, key: impl Into<Cow<'static, str>>) -> Option<Item<'a>> {
        let key = key.into();
        let found = self.entries.get_key_value(key.as_ref());
        self.asked.borrow_mut().push(key);
        let (key, value) = found?;
        Some(self.item(key, value))
    }

    /// The value under a key; a fault where it isn't there.
    #[must_use]
    pub fn require(&self, key: &'static str) -> Option<Item<'a>> {
        let found = self.get(key);
        if found.is_none() {
            self.faults.push(self.missing(key));
        }
        found
    }

    fn missing(&self, key: &str) -> Fault {
        let label = match self.text.is_of_cells() {
            true => format!("expected an answer beside `{key}`"),
            false => format!("`{key} = …` belongs under this"),
        };
        let message = format!("`{key}` is missing");
        Fault::new("toml::missing-key", self.text, self.header(), message, label)
    }

    /// Every entry, in the order of the file, whether or not it was asked for.
    #[must_use]
    pub fn items(&self) -> Vec<Item<'a>> {
        let mut items: Vec<Item<'a>> =
            self.entries.iter().map(|(key, value)| self.item(key, value)).collect();
        items.sort_by_key(|item| item.key.span.start);
        items
    }

    /// The text under an optional key.
    #[must_use]
    pub fn text_of(&self, key: &'static str) -> Option<Located<String>> {
        self.get(key)?.text()
    }

    /// The text under a key that must be there.
    #[must_use]
    pub fn required_text(&self, key: &'static str) -> Option<Located<String>> {
        self.require(key)?.text()
    }

    /// One of a closed set of words under an optional key.
    #[must_use]
    pub fn word<T: Words>(&self, key: &'static str) -> Option<Located<T>> {
        self.get(key)?.word()
    }

    /// One of a closed set of words under a key that must be there.
    #[must_use]
    pub fn required_word<T: Words>(&self, key: &'static str) -> Option<Located<T>> {
        let Some(found) = self.get(key) else {
            let words: Vec<String> =
                T::ALL.iter().map(|one| format!("\"{}\"", one.word())).collect();
            self.faults.push(self.missing(key).help(format!("one of: {}", words.join(", "))));
            return None;
        };
        found.word()
    }

    /// A yes or no under an optional key; `false` where it isn't there.
    #[must_use]
    pub fn flag(&self, key: &'static str) -> bool {
        self.get(key).and_then(|item| item.yes_no()).is_some_and(|found| found.value)
    }

    /// A list of texts under an optional key; empty where it isn't there.
    #[must_use]
    pub fn texts(&self, key: &'static str) -> Vec<Located<String>> {
        let items = self.get(key).and_then(|item| item.list()).unwrap_or_default();
        items.iter().filter_map(Item::text).collect()
    }

    /// The tables of an array of tables under an optional key.
    #[must_use]
    pub fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        let items = self.get(key).and_then(|item| item.list()).unwrap_or_default();
        items.iter().filter_map(Item::table).collect()
    }

    /// Reports every key that was never asked for, with the nearest that could have been meant.
    pub fn finish(self) {
        let asked = self.asked.borrow();
        for item in self.items() {
            if asked.iter().any(|key| key == item.key.value) {
                continue;
            }
            let key = item.key.value;
            let help = nearest(key, asked.iter().map(AsRef::as_ref))
                .map(|near| format!("did you mean `{near}`?"));
            self.faults.push(
                Fault::new(
                    "toml::unknown-key",
                    self.text,
                    item.key.span.clone(),
                    format!("`{key}` isn't a key here"),
                    "not known",
                )
                .maybe_help(help.or_else(|| Some(format!("known here: {}", asked.join(", "))))),
            );
        }
    }

    fn item(&self, key: &'a Spanned<Cow<'a, str>>, value: &'a Spanned<DeValue<'a>>) -> Item<'a> {
        Item {
            key: Located::new(key.get_ref().as_ref(), key.span()),
            value,
            text: self.text,
            faults: self.faults,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults_of(body: &'static str, read: impl FnOnce(Table<'_>)) -> Vec<String> {
        let text = Arc::new(Text::new("t", body));
        let faults = Faults::new();
        let parsed = parse_toml(&text, &faults);
        read(Table::root(&parsed, &text, &faults));
        faults.into_sorted().iter().map(Fault::one_line).collect()
    }

    #[test]
    fn what_may_follow_from_broken_syntax_is_not_reported() {
        let faults = faults_of("a = 1\nsinze = 2017-02-30\nd = \"2017-13\"\n", |table| {
            assert_eq!(table.text_of("a"), None);
            assert!(table.get("d").unwrap().date().is_none());
            assert!(table.required_text("b").is_none());
            table.finish();
        });
        assert_eq!(
            faults,
            [
                "t:1:5: `a` must be text in quotes; this is a whole number",
                "t:2:1: `sinze` isn't a key here",
                "t:2:9: this isn't TOML: invalid date, expected day between 01 and 28",
            ]
        );
    }

    #[test]
    fn unknown_and_missing_keys_are_faults() {
        let faults = faults_of("a = 1\nsinse = 2017-02-20\nd = \"2017-13\"\n", |table| {
            assert_eq!(table.text_of("a"), None);
            assert!(table.get("d").unwrap().date().is_none());
            assert!(table.required_text("b").is_none());
            let _ = table.get("since");
            table.finish();
        });
        assert_eq!(
            faults,
            [
                "t:1:1: `b` is missing",
                "t:1:5: `a` must be text in quotes; this is a whole number",
                "t:2:1: `sinse` isn't a key here",
                "t:3:5: \"2017-13\" isn't a date",
            ]
        );
    }
}
