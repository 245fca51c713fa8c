//! Text in Markdown: nothing in it is taken for markup.

/// Escapes a text for use within a paragraph, a heading or a table cell.
#[must_use]
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in crate::source::printable(text).chars() {
        match c {
            '\n' => escaped.push(' '),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '!' | '~' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_is_only_text() {
        assert_eq!(escape("a | *b* <i>\n[c](d)"), "a \\| \\*b\\* &lt;i&gt; \\[c\\](d)");
    }
}
