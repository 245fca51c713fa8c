//! One value of a TOML table, read as what it should be.

use std::sync::Arc;

use toml::Spanned;
use toml::de::DeValue;

use super::{Fault, Faults, Located, Span, Table, Text, nearest, slip};
use crate::standing::{Day, PartialDate, Words};

/// One value of a table, with its key.
#[derive(Clone)]
pub struct Item<'a> {
    pub(super) key: Located<&'a str>,
    pub(super) value: &'a Spanned<DeValue<'a>>,
    pub(super) text: &'a Arc<Text>,
    pub(super) faults: &'a Faults,
}

impl<'a> Item<'a> {
    /// The key.
    #[must_use]
    pub fn key(&self) -> &Located<&'a str> {
        &self.key
    }

    /// The span of the value.
    #[must_use]
    pub fn span(&self) -> Span {
        self.value.span()
    }

    /// Whether the value is a table.
    #[must_use]
    pub fn is_table(&self) -> bool {
        matches!(self.value.get_ref(), DeValue::Table(_))
    }

    /// Whether the value is a list.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self.value.get_ref(), DeValue::Array(_))
    }

    /// Whether the value is a text.
    #[must_use]
    pub fn is_text(&self) -> bool {
        matches!(self.value.get_ref(), DeValue::String(_))
    }

    /// A whole number, if the value is one: no fault otherwise.
    #[must_use]
    pub fn as_number(&self) -> Option<i64> {
        let DeValue::Integer(number) = self.value.get_ref() else { return None };
        i64::from_str_radix(number.as_str(), number.radix()).ok()
    }

    /// A yes or no, if the value is one: no fault otherwise.
    #[must_use]
    pub fn as_yes_no(&self) -> Option<bool> {
        let DeValue::Boolean(value) = self.value.get_ref() else { return None };
        Some(*value)
    }

    /// Records that something else was expected here.
    pub fn expected(&self, what: &str) {
        let found = kind(self.value.get_ref());
        let key = self.key.value;
        let fault = Fault::new(
            "toml::wrong-type",
            self.text,
            self.span(),
            format!("`{key}` must be {what}; this is {found}"),
            format!("expected {what}"),
        );
        let written = self.text.body().get(self.span()).unwrap_or_default();
        self.faults.push(fault.maybe_help(slip::instead(key, written, what)));
    }

    /// Records a fault about this value.
    pub fn fault(&self, code: &'static str, message: impl Into<String>, label: impl Into<String>) {
        self.push(Fault::new(code, self.text, self.span(), message, label));
    }

    /// Records a fault that was made elsewhere.
    pub fn push(&self, fault: Fault) {
        self.faults.push(fault);
    }

    /// The file that the value stands in.
    #[must_use]
    pub fn file(&self) -> &'a Arc<Text> {
        self.text
    }

    /// The value as text: never empty.
    #[must_use]
    pub fn text(&self) -> Option<Located<String>> {
        let DeValue::String(text) = self.value.get_ref() else {
            self.expected("text in quotes");
            return None;
        };
        if matches!(text.trim(), "" | "…") {
            let key = self.key.value;
            self.fault("toml::not-filled-in", format!("`{key}` isn't filled in"), "expected words");
            return None;
        }
        Some(Located::new(text.to_string(), self.span()))
    }

    /// The value as one of a closed set of words.
    #[must_use]
    pub fn word<T: Words>(&self) -> Option<Located<T>> {
        self.word_for(self.key.value)
    }

    /// The same where the key doesn't say what kind of word it is.
    #[must_use]
    pub fn word_for<T: Words>(&self, kind: &str) -> Option<Located<T>> {
        let text = self.text()?;
        if let Some(value) = T::from_word(&text.value) {
            return Some(Located::new(value, text.span));
        }
        let words: Vec<&str> = T::ALL.iter().map(|value| value.word()).collect();
        let near = nearest(&text.value, words.iter().copied());
        let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        self.push(
            Fault::new(
                "toml::unknown-word",
                self.text,
                text.span,
                format!("`{}` isn't {article} {kind} that is known", text.value),
                format!("expected one of: {}", words.join(", ")),
            )
            .maybe_help(near.map(|near| format!("did you mean \"{near}\"?"))),
        );
        None
    }

    /// The value as yes (`true`) or no (`false`).
    #[must_use]
    pub fn yes_no(&self) -> Option<Located<bool>> {
        let value = self.as_yes_no();
        if value.is_none() {
            self.expected("`true` or `false`");
        }
        value.map(|value| Located::new(value, self.span()))
    }

    /// The value as a whole number.
    #[must_use]
    pub fn number(&self) -> Option<Located<i64>> {
        let number = self.as_number();
        if number.is_none() {
            self.expected("a whole number");
        }
        number.map(|value| Located::new(value, self.span()))
    }

    /// The value as a whole day.
    #[must_use]
    pub fn day(&self) -> Option<Located<Day>> {
        let date = self.date()?;
        if let PartialDate::Day(day) = date.value {
            return Some(Located::new(day, date.span));
        }
        self.expected("a whole date such as 2017-06-30");
        None
    }

    /// The value as a date, partial ones (`"2017"`, `"2017-03"`) included.
    #[must_use]
    pub fn date(&self) -> Option<Located<PartialDate>> {
        let date = match self.value.get_ref() {
            DeValue::Datetime(datetime) => match (datetime.date, datetime.time) {
                (Some(date), None) => PartialDate::parse(&date.to_string()),
                _ => None,
            },
            DeValue::String(text) => PartialDate::parse(text),
            _ => {
                self.expected("a date: 2017-06-30, \"2017-06\" or \"2017\"");
                return None;
            }
        };
        if date.is_none() {
            let written = self.text.body().get(self.span()).unwrap_or_default();
            let expected = "expected a day that exists (2017-06-30), a month (\"2017-06\") or a year (\"2017\")";
            let message = format!("{written} isn't a date");
            let fault = Fault::new("toml::not-a-date", self.text, self.span(), message, expected);
            let meant = slip::day(written).map(|day| format!("write {day}"));
            self.push(fault.maybe_help(meant));
        }
        date.map(|value| Located::new(value, self.span()))
    }

    /// The value as a list; its items answer to the same key.
    #[must_use]
    pub fn list(&self) -> Option<Vec<Item<'a>>> {
        let DeValue::Array(items) = self.value.get_ref() else {
            self.expected("a list in square brackets");
            return None;
        };
        Some(items.iter().map(|value| Item { value, ..self.clone() }).collect())
    }

    /// The value as a table.
    #[must_use]
    pub fn table(&self) -> Option<Table<'a>> {
        if let DeValue::Table(entries) = self.value.get_ref() {
            return Some(Table::new(entries, self.span(), self.text, self.faults));
        }
        self.expected("a table");
        None
    }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(..0) => "a number below 0",
            Ok(_) => "a whole number",
            Err(_) => "a whole number that is too large",
        },
        DeValue::Float(_) => "a number with a decimal point",
        DeValue::Boolean(_) => "a yes or no",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
