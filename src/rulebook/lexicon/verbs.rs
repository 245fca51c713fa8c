//! The forms of verbs: `verbs.toml`. What a form is in a sentence, reading tells by its place.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::source::{Item, Table};

/// What a word may be as a form of a verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerbForm(u8);

impl VerbForm {
    /// A verb that stands with another: "has", "will".
    pub const AUXILIARY: Self = Self(1);
    /// "Work": also after "we", "they" and names of many.
    pub const BASE: Self = Self(2);
    /// "Works".
    pub const THIRD: Self = Self(4);
    /// "Worked", "began".
    pub const PAST: Self = Self(8);
    /// "Worked", "begun".
    pub const PARTICIPLE: Self = Self(16);
    /// "Working".
    pub const GERUND: Self = Self(32);

    /// Whether it may be one of these.
    #[must_use]
    pub fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it is no form of a verb.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Either of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The forms of verbs, each in lower case.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Verbs {
    /// What each may be.
    pub forms: BTreeMap<String, VerbForm>,
}

impl Verbs {
    /// Adds what a file says.
    pub(super) fn read(&mut self, table: Table<'_>) {
        if let Some(verbs) = table.get("verbs").and_then(|item| item.table()) {
            let doubling: Vec<String> =
                verbs.texts("doubling").into_iter().map(|text| text.value).collect();
            for text in verbs.texts("auxiliary") {
                self.add(&text.value, VerbForm::AUXILIARY);
            }
            for text in verbs.texts("regular") {
                self.regular(&text.value, doubling.contains(&text.value));
            }
            for verb in &doubling {
                self.regular(verb, true);
            }
            let lines = verbs.get("irregular").and_then(|item| item.list()).unwrap_or_default();
            lines.iter().for_each(|line| self.irregular(line));
            verbs.finish();
        }
        table.finish();
    }

    fn add(&mut self, word: &str, form: VerbForm) {
        let known = self.forms.entry(word.to_owned()).or_default();
        *known = known.and(form);
    }

    fn regular(&mut self, base: &str, doubles: bool) {
        self.add(base, VerbForm::BASE);
        let last = base.chars().last();
        let before = base.chars().rev().nth(1);
        let vowel = |c: Option<char>| c.is_some_and(|c| "aeiou".contains(c));
        let third = match last {
            Some('y') if !vowel(before) => format!("{}ies", base.trim_end_matches('y')),
            Some('s' | 'x' | 'z' | 'o') => format!("{base}es"),
            Some('h') if matches!(before, Some('c' | 's')) => format!("{base}es"),
            _ => format!("{base}s"),
        };
        self.add(&third, VerbForm::THIRD);
        let (past, gerund) = match last {
            Some('e') if before == Some('e') => (format!("{base}d"), format!("{base}ing")),
            Some('e') => (format!("{base}d"), format!("{}ing", base.trim_end_matches('e'))),
            Some('y') if !vowel(before) => {
                (format!("{}ied", base.trim_end_matches('y')), format!("{base}ing"))
            }
            Some('c') if doubles => (format!("{base}ked"), format!("{base}king")),
            Some(c) if doubles => (format!("{base}{c}ed"), format!("{base}{c}ing")),
            _ => (format!("{base}ed"), format!("{base}ing")),
        };
        self.add(&past, VerbForm::PAST.and(VerbForm::PARTICIPLE));
        self.add(&gerund, VerbForm::GERUND);
    }

    fn irregular(&mut self, line: &Item<'_>) {
        let Some(text) = line.text() else { return };
        let columns = [
            VerbForm::BASE,
            VerbForm::THIRD,
            VerbForm::PAST,
            VerbForm::PARTICIPLE,
            VerbForm::GERUND,
        ];
        let words: Vec<&str> = text.value.split_whitespace().collect();
        if words.len() != columns.len() {
            let label = "expected base, third person, past, participle and the form in -ing";
            line.fault("rules::not-a-verb", "this verb has not five forms", label);
            return;
        }
        for (forms, kind) in words.into_iter().zip(columns) {
            forms.split('|').for_each(|form| self.add(form, kind));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms_follow_by_rule() {
        let mut verbs = Verbs::default();
        for (verb, doubles) in
            [("work", false), ("notify", false), ("use", false), ("refer", true), ("pass", false)]
        {
            verbs.regular(verb, doubles);
        }
        let is = |word: &str, form: VerbForm| verbs.forms.get(word).is_some_and(|own| own.is(form));
        for (third, past, gerund) in [
            ("works", "worked", "working"),
            ("notifies", "notified", "notifying"),
            ("uses", "used", "using"),
            ("refers", "referred", "referring"),
            ("passes", "passed", "passing"),
        ] {
            assert!(is(third, VerbForm::THIRD), "{third}");
            assert!(is(past, VerbForm::PAST) && is(past, VerbForm::PARTICIPLE), "{past}");
            assert!(is(gerund, VerbForm::GERUND), "{gerund}");
        }
    }
}
