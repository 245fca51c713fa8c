//! Texts as the short report has them: no longer than they may be, and without the signs by which the
//! files of this program name things.

use super::super::prose::flat;

/// A text of at most so many characters, cut between words, with a mark where it is cut.
pub(super) fn short(text: &str, most: usize) -> String {
    let text = plain(text);
    if text.chars().count() <= most {
        return text;
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    let whole = kept.rsplit_once(' ').map_or(kept.as_str(), |(whole, _)| whole);
    format!("{} …", whole.trim_end_matches([',', ';', ':', ' ']))
}

/// A text without the marks around names of tables and keys.
pub(super) fn plain(text: &str) -> String {
    flat(&text.replace(['`', '[', ']'], ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_is_marked_and_ends_with_a_word() {
        assert_eq!(short("one two three", 13), "one two three");
        assert_eq!(short("one two, three", 12), "one two …");
        assert_eq!(short("`[force]` says", 40), "force says");
    }
}
