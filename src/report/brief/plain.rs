//! Texts as the short report has them: no longer than they may be, and without the signs by which the
//! files of this program name things.

use super::super::prose::flat;

/// A text of at most so many characters, with a mark where it is cut: behind a sentence, else a part of one, that takes
/// up half of the room or more; else between words.
pub(super) fn short(text: &str, most: usize) -> String {
    let text = plain(text);
    if text.chars().count() <= most {
        return text;
    }
    // The sign by which it goes on shows whether one ends.
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    let half = kept.len() / 2;
    let is_whole =
        |part: &&str| part.len() >= half && part.matches('(').count() == part.matches(')').count();
    let ends = |marks: &[char]| {
        let parts = kept.match_indices(' ').filter_map(|(at, _)| kept.get(..at));
        let mut own = parts.filter(|part| part.ends_with(marks) && !is_abbreviated(part));
        own.rfind(is_whole).map(str::to_owned)
    };
    if let Some(sentence) = ends(&['.', '!', '?']) {
        return format!("{sentence} …");
    }
    // What stands behind a colon is what the words before it are for.
    let part = ends(&[';']).or_else(|| ends(&[',']));
    let whole = kept.rsplit_once(' ').map_or(kept.as_str(), |(whole, _)| whole);
    let part = part.as_deref().unwrap_or(whole);
    format!("{} …", part.trim_end_matches([',', ';', ':', ' ']))
}

/// Whether the point behind a text is that of a short form, as in "s. 52" or "pp. 31–44".
fn is_abbreviated(text: &str) -> bool {
    let last = text.rsplit([' ', '(']).next().unwrap_or_default();
    last.ends_with('.') && last.trim_end_matches('.').chars().count() <= 3
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
        assert_eq!(short("Name one. If there is none, say", 29), "Name one. If there is none …");
        assert_eq!(short("Name a lead of rank. If not, say", 28), "Name a lead of rank. …");
        assert_eq!(short("By the Act, s. 52 it is asked of all", 22), "By the Act …");
        assert_eq!(
            short("A lead (of rank, or above, by post) leads", 30),
            "A lead (of rank, or above …"
        );
        assert_eq!(short("`[force]` says", 40), "force says");
    }
}
