//! What people type where a format has a word of its own for it: bullets, numbers, headings.

use super::dictionary::is_word;

/// Words in which no phrase ends, one a line.
const OPEN: &str = include_str!("open-words.txt");

/// Whether a line ends in a word that no phrase ends in.
pub(super) fn wants_more(text: &str) -> bool {
    let last = text.split_whitespace().next_back();
    last.is_some_and(|word| OPEN.lines().any(|open| open == word))
}

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
    (is_one && !inner.is_empty() && !is_initial(word, next)).then_some(word.len())
}

/// What joins the words of a heading.
const JOINING: [&str; 7] = ["and", "of", "for", "to", "in", "on", "with"];

/// Whether a capital with a point is the initial of a name, "T. Marlow", and no letter of a list, "B. Training for all".
/// Its next word is another initial, or no word of the language; or it is one that stands apart ("K. Brown, DCI") behind a letter
/// that lists hardly reach. "A." and "Q." are those of an answer and a question, unless the name stands apart.
fn is_initial(word: &str, next: &str) -> bool {
    let Some(letter) = initial(word) else { return false };
    let mut rest = next.split_whitespace();
    let mut name = rest.next().unwrap_or_default();
    let mut further = false;
    while initial(name).is_some() {
        (name, further) = (rest.next().unwrap_or_default(), true);
    }
    let bare = name.trim_end_matches(|c: char| !c.is_alphanumeric());
    let bare = ["’s", "'s"].iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare);
    let named = bare.len() > 2
        && bare.chars().any(char::is_lowercase)
        && bare.split(['-', '\'', '’']).all(is_capital);
    // What stands beside a name and hardly behind the first word of a sentence.
    let after = rest.next();
    let parted = bare.len() < name.len() || after.is_none();
    // "B. Governance and oversight": not every word is in the dictionary.
    let joins = after.is_some_and(|word| JOINING.contains(&word))
        && rest.next().and_then(initial).is_none();
    let alone = match letter {
        'A' | 'Q' => parted,
        letter => !(joins && counts_on(letter)),
    };
    named && (further || if is_word(bare) { parted && !counts_on(letter) } else { alone })
}

/// Whether a part of a name is one: "Smith-Jones" has two, "Multi-agency" one and a word.
fn is_capital(part: &str) -> bool {
    part.starts_with(char::is_uppercase) && part.chars().all(char::is_alphabetic)
}

/// The letter of a word that is a capital with a point.
fn initial(word: &str) -> Option<char> {
    let letter = word.strip_suffix('.')?;
    let mut letters = letter.chars();
    letters.next().filter(|c| c.is_ascii_uppercase() && letters.next().is_none())
}

/// Whether lists get as far as a letter, by the alphabet or in Roman numbers.
fn counts_on(letter: char) -> bool {
    matches!(letter, 'A'..='I' | 'Q' | 'V' | 'X')
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
    fn the_letter_of_a_list_is_told_from_the_initial_of_a_name() {
        for text in [
            "T. Marlow is the lead.",
            "T. Marlow",
            "T. J. Marlow leads.",
            "J.",
            "J. Smith, Detective Superintendent",
            "K. Brown",
            "R. O’Neill’s team",
            "M. Smith-Jones (Det Supt)",
            "A. Marlow, Det Supt",
            "V. Okafor is the coordinator.",
            "D/Supt. Marlow leads.",
            "D. Supt. Marlow",
            "C. Marlow and J. Smith lead.",
        ] {
            assert_eq!(bullet(text), None, "{text}");
        }
        for (text, cut) in [
            ("A. The force has a lead.", 3),
            ("A. Yes", 3),
            ("A. Northmarch Police has a lead.", 3),
            ("Q. Is there a lead?", 3),
            ("B. Training for all officers", 3),
            ("I. Background", 3),
            ("V. Training, guidance and awareness", 3),
            ("C. NRM referrals", 3),
            ("C. We have none.", 3),
            ("D. Multi-agency work", 3),
            ("E. Governance and oversight", 3),
            ("(T) Marlow", 4),
            ("b) Marlow leads", 3),
            ("a. Marlow leads", 3),
            ("iv. Marlow leads", 4),
        ] {
            assert_eq!(bullet(text), Some(cut), "{text}");
        }
    }

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
