//! What people type where a format has a word of its own for it: bullets, numbers, headings.

/// How many bytes of a line are the bullet or the number of a list item, white space included.
pub(super) fn bullet(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    let (_, first) = chars.next()?;
    // "(x) Yes ( ) No": boxes to choose from.
    if first == '(' && text.contains("( )") {
        return None;
    }
    // "● Yes ○ No", "✓ Yes ✗ No": to choose from.
    let others = |c: char| matches!(c, '●' | '○' | '✗' | '✘' | '☐' | '◉' | '⦿' | '◯' | '☑' | '☒');
    if matches!(first, '●' | '○' | '✓') && chars.clone().any(|(_, c)| others(c)) {
        return None;
    }
    let marks = [
        '•', '·', '●', '○', '▪', '■', '◦', '‣', '⁃', '–', '—', '-', '*', '\u{f0b7}', '➢', '✓', 'o',
    ];
    let after_mark = if marks.contains(&first) { first.len_utf8() } else { numbering(text)? };
    let rest = text.get(after_mark..)?;
    let spaces = rest.len() - rest.trim_start().len();
    (spaces > 0 && !rest.trim().is_empty()).then_some(after_mark + spaces)
}

/// Whether a line begins with the number of a question or of an answer: "Question 1(b):", "Q2)", "Answer 3.".
pub(super) fn is_numbered_in_words(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let Some(first) = words.next() else { return false };
    let closes = |word: &str| word.ends_with([':', '.', ')', '-', '–']);
    let counts = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && closes(word);
    match first.to_ascii_lowercase().as_str() {
        "question" | "answer" | "response" | "reply" => words.next().is_some_and(counts),
        _ => first.strip_prefix(['Q', 'A']).is_some_and(counts),
    }
}

/// The length of "1.", "(a)", "iv)", "2.3" and the like at the start of a line.
fn numbering(text: &str) -> Option<usize> {
    let word = text.split_whitespace().next()?;
    let open = word.starts_with('(');
    let inner = word.trim_start_matches('(').trim_end_matches([')', '.', ':']);
    let closed = word.len() > inner.len() + usize::from(open);
    let digits = inner.split('.').all(|part| {
        !part.is_empty() && part.len() <= 3 && part.chars().all(|c| c.is_ascii_digit())
    });
    let letter = inner.len() == 1 && inner.chars().all(|c| c.is_ascii_alphabetic());
    let roman = inner.len() <= 4 && inner.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    // "3.5 officers" counts; "3.5 Officers" is a number of the text.
    let next = text.get(word.len()..).unwrap_or_default().trim_start();
    let counts = !closed && !next.starts_with(char::is_uppercase);
    let is_one =
        (digits && (closed || inner.contains('.')) && !counts) || ((letter || roman) && closed);
    (is_one && !inner.is_empty()).then_some(word.len())
}

/// Whether a line that stands alone reads as a heading: short, without an end, and not a sentence.
pub(super) fn looks_like_a_heading(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let ends = text.ends_with(['.', '!', '?', ';', ',']);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    words <= 12 && !ends && letters * 2 > text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_and_answers_begin_with_their_numbers() {
        for text in
            ["Question 1(b): Is there a lead?", "Q2) Is there one?", "Answer 3. No.", "A4: No."]
        {
            assert!(is_numbered_in_words(text), "{text}");
        }
        for text in
            ["Question time", "Answers were given.", "A 40 year old", "A40 road", "Questions 1"]
        {
            assert!(!is_numbered_in_words(text), "{text}");
        }
    }
}
