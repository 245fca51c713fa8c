//! What office programs make of what is typed, taken back: curly quotes, long dashes, spaces that don't break.

/// A word as it was typed: trimmed, its typography plain, its white space single.
pub(super) fn folded(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{200b}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}'))
        .map(|c| match c {
            '‘' | '’' | '‚' | '‛' => '\'',
            '“' | '”' | '„' | '‟' => '"',
            '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The same as names are compared: in small letters, and hyphens, underscores and spaces are one.
pub(super) fn key(text: &str) -> String {
    folded(text).to_lowercase().replace(['_', '-'], " ")
}

/// The one of some words that was meant, whatever its letters are like.
pub(super) fn meant<'a>(text: &str, mut words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let own = key(text);
    words.find(|word| key(word) == own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_correct_is_taken_back() {
        assert_eq!(folded("\u{a0}In\u{a0} place\u{200b} "), "In place");
        assert_eq!(folded("10–15"), "10-15");
        assert_eq!(folded("“a” isn’t"), "\"a\" isn't");
        assert_eq!(meant("In Place", ["partial", "in place"].into_iter()), Some("in place"));
        assert_eq!(
            meant("members-complete", ["members_complete"].into_iter()),
            Some("members_complete")
        );
    }
}
