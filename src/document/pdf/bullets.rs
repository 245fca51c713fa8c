//! What a line's first and last words tell of its neighbours: bullets, numbers, leaders.

use crate::document::typed;

/// Boxes to tick, ticks and crosses of a symbol font: no bullets.
const BOXES: [char; 8] = [
    '\u{f0a8}', '\u{f06f}', '\u{f071}', '\u{f0fe}', '\u{f0fd}', '\u{f078}', '\u{f0fc}', '\u{f0fb}',
];

/// Boxes to tick as letters.
const LETTERS: [char; 8] = ['☐', '☑', '☒', '□', '▢', '⬜', '🗹', '✅'];
/// What stands behind a box is one of its answers where it has no more words.
const ANSWER: usize = 2;
/// The longest label of a form, in words.
const LABEL: usize = 10;

/// Whether a line ends with a box and its answer, "☐ Yes ☒ No": the next line is another matter.
pub(super) fn ends_in_a_box(text: &str) -> bool {
    let brackets = ["[ ]", "[x]", "[X]", "[]"];
    let letter = text.rfind(|c| LETTERS.contains(&c) || BOXES.contains(&c));
    let bracket = brackets.iter().filter_map(|own| Some(text.rfind(own)? + own.len() - 1)).max();
    let Some(last) = letter.max(bracket) else { return false };
    let rest =
        text.get(last..).unwrap_or_default().trim_start_matches(|c: char| !c.is_alphanumeric());
    rest.split_whitespace().count() <= ANSWER && !rest.ends_with(',')
}

/// Whether a line sets a word or two beside a label, "Strategic lead: Yes": a row of a form, which goes on in no other.
pub(super) fn sets_a_value(text: &str) -> bool {
    let Some((label, value)) = text.rsplit_once(": ") else { return false };
    let label = label.split_whitespace().count();
    (1..=LABEL).contains(&label)
        && (1..=ANSWER).contains(&value.split_whitespace().count())
        && !value.ends_with(['.', ',', ';', ':'])
}

/// Whether dots lead from a line's label to what stands behind it.
pub(super) fn is_leader(text: &str) -> bool {
    text.contains(".....") || text.contains(". . . .") || text.contains("……")
}

/// Whether such dots lead to the number of a page or to nothing, as in a table of contents, and not to an answer.
pub(super) fn leads_to_a_page(text: &str) -> bool {
    let last = text.trim_end_matches(['.', '…', ' ']).rsplit(['.', '…']).next();
    let page = last.unwrap_or_default().trim();
    let roman = |c: char| matches!(c, 'i' | 'v' | 'x');
    is_leader(text)
        && (text.trim_end().ends_with(['.', '…'])
            || page.chars().all(|c| c.is_ascii_digit())
            || page.chars().all(roman))
}

/// How many bytes of a line are the bullet or number of an item. More careful than with typed text,
/// where the line breaks are the writer's own: "1.5 million" is no item.
pub(super) fn bullet(text: &str) -> Option<usize> {
    // Symbol fonts have bullets where no letters are.
    let private = |c: char| ('\u{e000}'..='\u{f8ff}').contains(&c);
    if let Some(rest) = text.strip_prefix(private).filter(|_| !text.starts_with(BOXES)) {
        return rest.starts_with(' ').then(|| text.len() - rest.trim_start().len());
    }
    // "■■ a lead": drawn twice, the second to the right.
    let twice = text.chars().next().filter(|sign| {
        let sign = *sign;
        !sign.is_ascii() && !sign.is_alphanumeric() && text.chars().nth(1) == Some(sign)
    });
    if let Some(sign) = twice {
        let cut = typed::bullet(text.get(sign.len_utf8()..)?)?;
        return Some(sign.len_utf8() + cut);
    }
    let cut = typed::bullet(text)?;
    let rest = text.get(cut..)?;
    let mark = text.get(..cut)?.trim_end();
    let decimal =
        mark.starts_with(|c: char| c.is_ascii_digit()) && !mark.ends_with([')', '.', ':']);
    (!decimal || !rest.starts_with(|c: char| c.is_lowercase() || c == '%')).then_some(cut)
}

/// Whether two lines begin with marks of one kind: "1." and "2.", "(a)" and "(b)".
pub(super) fn alike(one: &str, other: &str) -> bool {
    let shape = |text: &str| {
        let mark = text.get(..bullet(text)?)?.trim_end();
        let kind = |c: char| match c {
            c if c.is_ascii_digit() => '1',
            c if c.is_alphabetic() => 'a',
            c => c,
        };
        let mut shape: Vec<char> = mark.chars().map(kind).collect();
        shape.dedup();
        Some(shape)
    };
    shape(one).is_some_and(|own| shape(other) == Some(own))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::typed::wants_more;

    #[test]
    fn dots_lead_to_pages_or_to_answers() {
        for text in
            ["Strategy ........ 12", "Foreword ...... iv", "Strategy ..............", "Aim …… 3"]
        {
            assert!(leads_to_a_page(text), "{text}");
        }
        for text in ["Strategy ........ Yes", "Lead ..... in post since 2021", "A lead.", "12"] {
            assert!(!leads_to_a_page(text), "{text}");
        }
    }

    #[test]
    fn a_number_that_begins_a_line_by_chance_is_no_bullet() {
        assert_eq!(bullet("1.5 million people"), None);
        assert_eq!(bullet("2018 was the year"), None);
        assert_eq!(bullet("2.23. Under the Convention"), Some(6));
        assert_eq!(bullet("\u{f0b7} a lead"), Some(4));
        assert_eq!(bullet("■■ a lead"), Some(7));
        assert!(ends_in_a_box("A lead: ☐ Yes ☒ No") && ends_in_a_box("[x] Yes [ ] No"));
        assert!(sets_a_value("Strategic lead: Yes") && !sets_a_value("We have: a lead, a team,"));
        assert!(!ends_in_a_box("☒ The force has a lead who") && !ends_in_a_box("No"));
        assert!(
            wants_more("under Section 54 of the") && !wants_more("the lead") && !wants_more("")
        );
        assert!(alike("1. a lead", "2. a team") && !alike("1. a lead", "(a) a team"));
    }
}
