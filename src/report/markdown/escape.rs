//! Text in Markdown: nothing in it is taken for markup.

/// Escapes a text for use within a paragraph, a heading or a table cell, behind words of ours: at
/// the start of a line a dash or a number would begin a list.
///
/// What sites make of plain text is broken up, too: names after `@` that they notify, numbers after
/// `#` that they link, addresses, formulas between `$`.
#[must_use]
pub(in crate::report) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut letters = crate::source::printable(text);
    letters.retain(|c| c != '\0');
    let mut rest = letters.chars().peekable();
    // How many times `w` was just there: three and a dot begin an address.
    let mut ws = 0;
    while let Some(c) = rest.next() {
        match c {
            '\n' => escaped.push(' '),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '$' => escaped.push_str("&#36;"),
            ':' if rest.peek() == Some(&'/') => escaped.push_str("&#58;"),
            '.' if ws == 3 => escaped.push_str("&#46;"),
            '@' => escaped.push_str("@&#8203;"),
            '#' => escaped.push_str("\\#&#8203;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '|' | '!' | '~' | '^' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
        ws = if c.eq_ignore_ascii_case(&'w') { ws + 1 } else { 0 };
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::{Config, RngSeed};
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::escape;

    #[test]
    fn markup_is_only_text() {
        assert_eq!(escape("a^b^"), "a\\^b\\^");
        assert_eq!(escape("a | *b* <i>\n[c](d)"), "a \\| \\*b\\* &lt;i&gt; \\[c\\](d)");
    }

    #[test]
    fn sites_make_nothing_of_it() {
        assert_eq!(escape("@all #12 $x$"), "@&#8203;all \\#&#8203;12 &#36;x&#36;");
        assert_eq!(escape("https://a www.b"), "https&#58;//a www&#46;b");
        assert_eq!(escape("now. WWW.x"), "now. WWW&#46;x");
    }

    proptest! {
        // The same texts on every run.
        #![proptest_config(Config {
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(2015),
            cases: 1024,
            ..Config::default()
        })]

        #[test]
        fn whatever_it_holds_it_is_one_text(text in ".{0,80}", marks in "[-_*`~^#<>|!\\[\\]()&;:/@\\\\ \n\t\"'a1.]{0,60}") {
            for text in [text, marks] {
                let document = format!("Said: {} end", escape(&text));
                for event in Parser::new_ext(&document, Options::all()) {
                    let plain = match &event {
                        Event::Text(_) | Event::SoftBreak => true,
                        Event::Start(tag) => *tag == Tag::Paragraph,
                        Event::End(tag) => *tag == pulldown_cmark::TagEnd::Paragraph,
                        _ => false,
                    };
                    prop_assert!(plain, "{event:?} in {document:?}");
                }
            }
        }
    }
}
