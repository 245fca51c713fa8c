//! Commands that the runners of GitHub and its kin obey when they stand in the log of a job: they take
//! every line that a program prints for one that may hold some.

use std::borrow::Cow;

/// What a command begins with, at the start of a line.
const AT_THE_START: &str = "::";

/// What a command of the old kind begins with, anywhere in a line.
pub const IN_A_LINE: &str = "##[";

/// Text in which no line is a command: what would begin one is broken by a space.
#[must_use]
pub fn without_commands(text: &str) -> Cow<'_, str> {
    let starts = |line: &str| line.trim_start().starts_with(AT_THE_START);
    if !text.contains(IN_A_LINE) && !text.lines().any(starts) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for line in text.split_inclusive('\n') {
        let line = line.replace(IN_A_LINE, "# #[");
        match line.find(AT_THE_START) {
            Some(at) if starts(&line) => {
                let (before, rest) = line.split_at(at + 1);
                out.push_str(before);
                out.push(' ');
                out.push_str(rest);
            }
            _ => out.push_str(&line),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_a_command() {
        for (text, told) in [
            ("::error::x\n", ": :error::x\n"),
            ("a\n  ::add-mask::b\n\nc ::d\n", "a\n  : :add-mask::b\n\nc ::d\n"),
            ("a ##[error]b", "a # #[error]b"),
            ("a::b\n:c", "a::b\n:c"),
        ] {
            assert_eq!(without_commands(text), told);
        }
    }
}
