//! Texts of others as comments of TOML: whatever lines they have, each is one.

use std::fmt::Write as _;

use crate::source::printable;

/// Writes a text as a comment, a line of it a line.
pub(super) fn comment(out: &mut String, text: &str) {
    for line in printable(text).lines() {
        let _ = writeln!(out, "# {}", line.trim_end());
    }
}

/// A text on one line, without what a terminal would obey.
pub(super) fn one_line(text: &str) -> String {
    printable(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_comment_and_none_is_a_command() {
        let mut out = String::new();
        comment(&mut out, "Who leads?\n[lead]\r\nstate = \"in place\"\u{1b}[2J\u{202e}\r[x]");
        assert_eq!(out, "# Who leads?\n# [lead]\n# state = \"in place\"\u{fffd}[2J\u{fffd} [x]\n");
        assert_eq!(one_line(" a\n\tb\r\nc "), "a b c");
    }
}
