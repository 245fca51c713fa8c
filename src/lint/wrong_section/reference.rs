//! Sections and Schedules as documents name them: "section 52(5)(a)", "ss. 1–4", "s52", "Sch. 4".

use crate::lint::page::Sentence;
use crate::source::Span;

/// A section or a Schedule that a sentence names, or a range of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// Its words: from "section" to the last bracket.
    pub words: Span,
    pub schedule: bool,
    /// Its number with its letter, in small letters: "52", "54a".
    pub first: String,
    /// The last one of a range.
    pub last: Option<String>,
    /// The number of the subsection, where one is named.
    pub subsection: Option<i64>,
}

impl Reference {
    /// The ids of what it names: "s52", "sch4". Of a range both ends.
    pub(super) fn ids(&self) -> Vec<String> {
        let kind = if self.schedule { "sch" } else { "s" };
        let all = std::iter::once(&self.first).chain(&self.last);
        all.map(|number| format!("{kind}{number}")).collect()
    }

    /// The same words with another number; nothing for a range, or for another kind of provision.
    pub(super) fn rewritten(&self, written: &str, id: &str) -> Option<String> {
        let number = id.strip_prefix(if self.schedule { "sch" } else { "s" })?;
        let number = number.strip_prefix("ch").unwrap_or(number);
        if self.last.is_some()
            || self.subsection.is_some()
            || !number.starts_with(|c: char| c.is_ascii_digit())
        {
            return None;
        }
        let at = written.to_lowercase().rfind(&self.first)?;
        let (before, rest) = written.split_at_checked(at)?;
        Some(format!("{before}{}{}", number.to_uppercase(), rest.get(self.first.len()..)?))
    }
}

/// An id as people write it: "section 52", "Schedule 4".
pub(super) fn written(id: &str) -> String {
    match id.strip_prefix("sch") {
        Some(number) => format!("Schedule {}", number.to_uppercase()),
        None => format!("section {}", id.trim_start_matches('s').to_uppercase()),
    }
}

/// Every one that a sentence names.
pub(super) fn references(sentence: &Sentence, text: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        match begin(sentence, text, at) {
            Some((schedule, first, number)) => {
                let (list, end) = list(sentence, text, at, schedule, first, number);
                found.extend(list);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// What leads in a number: whether it is of a Schedule, the number, and where it stands.
fn begin(sentence: &Sentence, text: &str, at: usize) -> Option<(bool, String, usize)> {
    let word = sentence.word(text, at);
    let lower = word.to_lowercase();
    let schedule = match lower.as_str() {
        "section" | "sections" | "sec" | "secs" | "s" | "ss" => false,
        "schedule" | "schedules" | "sch" => true,
        _ => {
            // "s52", "ss1"
            let digits = lower.strip_prefix("ss").or_else(|| lower.strip_prefix('s'))?;
            return Some((false, number(digits)?, at));
        }
    };
    // "s" is a section in small letters alone, and no ending: "force's 10".
    if matches!(lower.as_str(), "s" | "ss") && (word != lower || glued(sentence, text, at)) {
        return None;
    }
    let mut next = at + 1;
    if sentence.is(text, next, &["."]) {
        next += 1;
    }
    Some((schedule, number(sentence.word(text, next))?, next))
}

fn glued(sentence: &Sentence, text: &str, at: usize) -> bool {
    let start = sentence.place(&(at..at + 1)).start;
    text.get(..start).is_some_and(|before| {
        before.ends_with(['\'', '’', '-', '/']) || before.ends_with(char::is_alphanumeric)
    })
}

/// The provisions of a list that one word leads in: "sections 1, 2 and 4", "ss. 1–4".
fn list(
    sentence: &Sentence,
    text: &str,
    start: usize,
    schedule: bool,
    first: String,
    at: usize,
) -> (Vec<Reference>, usize) {
    let mut found = Vec::new();
    let (mut start, mut first, mut at) = (start, first, at);
    loop {
        let (subsection, mut end) = brackets(sentence, text, at + 1);
        let mut last = None;
        if sentence.is(text, end, &["–", "-", "to"])
            && let Some(number) = number(sentence.word(text, end + 1))
        {
            last = Some(number);
            end += 2;
        }
        found.push(Reference { words: start..end, schedule, first, last, subsection });
        let mut next = end;
        while sentence.is(text, next, &[",", "and", "or", "&"]) && next < end + 2 {
            next += 1;
        }
        let plural = sentence.word(text, start).to_lowercase();
        let goes_on = next > end
            && (found.len() > 1
                || matches!(plural.as_str(), "sections" | "ss" | "secs" | "schedules"));
        match number(sentence.word(text, next)).filter(|_| goes_on) {
            Some(number) => (start, first, at) = (next, number, next),
            None => return (found, end),
        }
    }
}

/// The brackets behind a number: the subsection, and where they end.
fn brackets(sentence: &Sentence, text: &str, mut at: usize) -> (Option<i64>, usize) {
    let mut subsection = None;
    let mut first = true;
    while sentence.is(text, at, &["("]) && sentence.is(text, at + 2, &[")"]) {
        let inner = sentence.word(text, at + 1);
        if inner.len() > 4 {
            break;
        }
        if first {
            subsection = inner.parse().ok();
        }
        first = false;
        at += 3;
    }
    (subsection, at)
}

/// A number of a provision, with its letter: "54A".
fn number(word: &str) -> Option<String> {
    let digits: usize = word.bytes().take_while(u8::is_ascii_digit).count();
    let letters = word.get(digits..)?;
    let fits = (1..=3).contains(&digits)
        && letters.len() <= 1
        && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    fits.then(|| word.to_lowercase())
}
