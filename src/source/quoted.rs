//! Text as TOML has it.

use super::is_command;

/// A text in the quotes that suit it; nothing in it is a command to a terminal.
#[must_use]
pub fn quoted(text: &str) -> String {
    // TOML has it as it stands, but a terminal would obey it.
    if text.contains(is_command) { escaped(text) } else { toml::Value::from(text).to_string() }
}

/// The same where a line of the file may not end.
#[must_use]
pub fn quoted_on_one_line(text: &str) -> String {
    if text.contains(['\n', '\r']) { escaped(text) } else { quoted(text) }
}

/// A text as a key: TOML takes none in the quotes that run over lines, which suit a text with both kinds of
/// quotes.
#[must_use]
pub fn quoted_key(text: &str) -> String {
    escaped(text)
}

fn escaped(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        c if is_command(c) => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_one_whatever_quotes_it_holds() {
        for text in ["plain", "a\"b'c", "\"\"\"'", "a\nb\\", "", "é\u{7f}\u{1b}"] {
            let table: toml::Table = format!("{} = 1", quoted_key(text)).parse().unwrap();
            assert_eq!(table.keys().collect::<Vec<_>>(), [text]);
        }
    }
}
