//! Sections and Schedules of the law, as people write them: which one a cursor stands in.

use crate::source::Span;

/// The provision that a number at a place of a text means, as rules name it ("s52", "sch4a"), and its words; also
/// a later one of a list: "sections 1, 2 and 4".
pub(super) fn provision_at(text: &str, at: usize) -> Option<(String, Span)> {
    let word = |c: char| c.is_ascii_alphanumeric();
    let start = text.get(..at)?.trim_end_matches(word).len();
    let own = text.get(start..)?;
    let end = start + own.find(|c| !word(c)).unwrap_or(own.len());
    let written = text.get(start..end)?.to_ascii_lowercase();
    // The cursor may stand in the word before its number.
    if leads(&written).is_some() {
        let rest = text.get(end..)?;
        let number = rest.trim_start_matches([' ', '.', '\u{a0}']);
        let from = end + (rest.len() - number.len());
        let length = number.find(|c| !word(c)).unwrap_or(number.len());
        let number = number.get(..length).filter(|own| is_number(own))?;
        return Some((
            format!("{}{}", leads(&written)?, number.to_lowercase()),
            start..from + length,
        ));
    }
    // "s52", "ss1"
    let bare = written.trim_start_matches('s');
    if matches!(written.len() - bare.len(), 1 | 2) && is_number(bare) {
        return Some((format!("s{bare}"), start..end));
    }
    if !is_number(&written) {
        return None;
    }
    // Back over a list of numbers to the word that leads it in.
    let mut before = text.get(..start)?;
    for _ in 0..24 {
        before = before.trim_end_matches(|c: char| !word(c) && c != '\n');
        let from = before.trim_end_matches(word).len();
        let last = before.get(from..)?.to_ascii_lowercase();
        if let Some(kind) = leads(&last) {
            return Some((format!("{kind}{written}"), from..end));
        }
        let listed =
            is_number(&last) || matches!(last.as_str(), "and" | "or" | "to" | "a" | "b" | "c");
        if !listed || last.is_empty() {
            return None;
        }
        before = before.get(..from)?;
    }
    None
}

fn leads(word: &str) -> Option<&'static str> {
    match word {
        "section" | "sections" | "sec" | "secs" | "s" | "ss" => Some("s"),
        "schedule" | "schedules" | "sch" => Some("sch"),
        _ => None,
    }
}

fn is_number(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    !digits.is_empty()
        && digits.len() <= 3
        && word.len() - digits.len() <= 1
        && digits.bytes().all(|own| own.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_section_that_leads_it_in() {
        for (text, found) in [
            ("under sec|tion 52 of", Some("s52")),
            ("under section 5|2(5)", Some("s52")),
            ("ss. 1, 2 and |4", Some("s4")),
            ("Schedule 4|A", Some("sch4a")),
            ("Sch. |3", Some("sch3")),
            ("by s5|4A", Some("s54a")),
            ("in |2017 we", None),
            ("52| officers", None),
            ("a section of 5| officers", None),
            ("|", None),
        ] {
            let at = text.find('|').unwrap();
            let own = provision_at(&text.replace('|', ""), at).map(|(id, _)| id);
            assert_eq!(own.as_deref(), found, "{text}");
        }
    }
}
