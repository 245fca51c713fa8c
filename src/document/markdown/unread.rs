//! HTML within a text, which isn't read.

/// Whether a block of HTML holds words that a browser would show.
pub(super) fn has_words(html: &str) -> bool {
    let mut rest = html;
    loop {
        let (words, tag) = rest.split_once('<').unwrap_or((rest, ""));
        if words.contains(char::is_alphanumeric) {
            return true;
        }
        let lower = tag.get(..6).unwrap_or_default().to_ascii_lowercase();
        let end = match lower.as_str() {
            _ if lower.starts_with("!--") => "-->",
            "script" | "style>" | "style " => "</",
            _ => ">",
        };
        match tag.split_once(end) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
}
