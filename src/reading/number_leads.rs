//! The numbers of questions in texts: "Questions 1 and 3:", "In respect of question 2, …".

use crate::rulebook::Writing;

/// The most numbers that one answer is for, and the longest number.
const MOST: usize = 20;
const LONGEST: usize = 6;

/// How parts are counted that nobody counts in figures or letters.
const ROMAN: [&str; 8] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"];

/// A number without its signs: "1(b)" is "1b".
pub(super) fn key(number: &str) -> String {
    number
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '.')
        .flat_map(char::to_lowercase)
        .collect()
}

/// Where the parts of a question begin that are numbered within it: "Have you (1) a unit; (2) a budget?", each with its number.
/// None where they aren't numbered in order.
pub(super) fn parts(text: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for (close, _) in text.match_indices(')') {
        let before = text.get(..close).unwrap_or_default();
        let start = before.rfind(|c: char| !c.is_ascii_alphanumeric()).map_or(0, |at| at + 1);
        let number = text.get(start..close).unwrap_or_default().to_ascii_lowercase();
        let opened = text.get(..start).is_some_and(|before| before.ends_with('('));
        let at = start - usize::from(opened);
        // "section 52(1)" begins no part.
        let apart = text.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
        let order = found.len();
        let letter = u8::try_from(order).ok().and_then(|order| b'a'.checked_add(order));
        let next = number.parse() == Ok(order + 1)
            || letter.is_some_and(|letter| number.as_bytes() == [letter])
            || ROMAN.get(order).is_some_and(|own| *own == number);
        if next && apart {
            found.push((at, key(&number)));
        }
    }
    if found.len() > 1 { found } else { Vec::new() }
}

/// The numbers that a text begins with, as "Questions 1 and 3:" and "Q2." do, and where they end.
pub(super) fn lead(text: &str, writing: &Writing) -> Option<(Vec<String>, usize)> {
    if let Some(found) = lettered(text) {
        return Some(found);
    }
    if !may_lead(text, writing) {
        return None;
    }
    let lower = text.to_lowercase();
    let mut keys = Vec::new();
    let mut led = false;
    let mut end = 0;
    let mut opened = false;
    let mut ahead = lower.split_whitespace().skip(1);
    for word in lower.split_inclusive(|c: char| c.is_whitespace()).take(3 * MOST) {
        let next = ahead.next().unwrap_or_default();
        let goes_on = is_number(next.trim_matches(|c: char| !c.is_alphanumeric()))
            || writing.number_joins.contains(next);
        // "In respect of question 2, there is none."
        let comma = opened && word.trim_end().ends_with(',') && !goes_on;
        let closes = comma || word.trim_end().ends_with([':', '.', ')', '–', '-']);
        let bare = word.trim().trim_matches(|c: char| !c.is_alphanumeric());
        // "1(a)" is "1a".
        let inner = bare.replacen('(', "", 1);
        let bare = if is_number(&inner) { inner.as_str() } else { bare };
        end += word.len();
        let joined = bare.trim_start_matches(['q', 'a']);
        if !led {
            // "(3) Have you analysts?", in the midst of a paragraph.
            if is_number(bare) && word.starts_with('(') && word.trim_end().ends_with(')') {
                led = true;
                keys.push(bare.to_owned());
            } else if is_number(joined)
                && joined.len() < bare.len()
                && bare.len() - joined.len() == 1
            {
                led = true;
                keys.push(joined.to_owned());
            } else if writing.number_leads.contains(bare) {
                led = true;
                continue;
            } else if !writing.number_openings.contains(bare) || end > 40 {
                return None;
            } else {
                opened = true;
                continue;
            }
        } else if is_number(bare) {
            keys.push(bare.to_owned());
        } else if is_number(joined) && joined.len() + 1 == bare.len() {
            keys.push(joined.to_owned());
        } else if bare.is_empty()
            || writing.number_leads.contains(bare)
            || writing.number_joins.contains(bare)
        {
            if !closes {
                continue;
            }
        } else {
            return None;
        }
        if closes && !keys.is_empty() {
            // In lower case a letter may have another length.
            let signs = text.char_indices().nth(lower.get(..end)?.chars().count());
            return Some((keys, signs.map_or(text.len(), |(at, _)| at)));
        }
        if keys.len() > MOST {
            return None;
        }
    }
    None
}

/// Whether a text begins as one with numbers may: few do, and the rest isn't looked at.
fn may_lead(text: &str, writing: &Writing) -> bool {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let first = text.split(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let bare = first.trim_matches(|c: char| !c.is_alphanumeric());
    bare.contains(|c: char| c.is_ascii_digit())
        || writing.number_leads.contains(bare)
        || writing.number_openings.contains(bare)
}

/// The one number that a text names in its midst: "The cost limit applies to question 1."
pub(super) fn within(text: &str, writing: &Writing) -> Option<String> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let lower = text.to_lowercase();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let words: Vec<String> = lower.split_whitespace().take(10 * MOST).map(bare).collect();
    let spelt = |word: &String| word.len() > LONGEST && writing.number_leads.contains(word);
    let mut found = words.windows(2).filter_map(|pair| match pair {
        [lead, number] if spelt(lead) && is_number(number) => Some(number.clone()),
        _ => None,
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// "Q1 Is there a lead?": a letter and a number before a sentence of its own, with no sign between them.
fn lettered(text: &str) -> Option<(Vec<String>, usize)> {
    let (first, rest) = text.split_once(char::is_whitespace)?;
    let number = first.strip_prefix(['Q', 'A'])?;
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let begins = rest.trim_start().starts_with(char::is_uppercase);
    let led = (vec![number.to_owned()], text.len() - rest.trim_start().len());
    (digits && begins && number.len() < LONGEST).then_some(led)
}

/// Whether a word is a number or a letter that counts: "3", "2.1", "1b", "b".
fn is_number(word: &str) -> bool {
    word.len() <= LONGEST
        && word.contains(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '.')
        && word.chars().filter(char::is_ascii_alphabetic).count() <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_that_lead_in_an_answer_are_told() {
        let mut writing = Writing::default();
        writing.number_leads.extend(["question", "questions", "q", "answer"].map(str::to_owned));
        writing.number_openings.extend(["in", "response", "to", "for"].map(str::to_owned));
        writing.number_joins.insert("and".into());
        let of = |text: &str| {
            lead(text, &writing)
                .map(|(keys, end)| (keys.join(" "), text.get(end..).unwrap().to_owned()))
        };
        let some = |keys: &str, rest: &str| Some((keys.to_owned(), rest.to_owned()));
        assert_eq!(of("Questions 1 and 3: yes."), some("1 3", "yes."));
        assert_eq!(of("Q2. No."), some("2", "No."));
        assert_eq!(of("Q2 Is there a budget?"), some("2", "Is there a budget?"));
        assert_eq!(of("Answer 4 – We do."), some("4", "We do."));
        assert_eq!(of("Answer 4: We do."), some("4", "We do."));
        assert_eq!(of("Answer 1(a): No."), some("1a", "No."));
        assert_eq!(of("(3) Have you analysts?"), some("3", "Have you analysts?"));
        assert_eq!(of("In response to question 2.1: none."), some("2.1", "none."));
        assert_eq!(of("For question 2, there is none."), some("2", "there is none."));
        assert_eq!(of("For questions 2, 3 and 4, none."), some("2 3 4", "none."));
        for other in [
            "A4 leaflets went out.",
            "A lead was named in 2016.",
            "We have 3.",
            "Question: is there?",
            "No.",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
