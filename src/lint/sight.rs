//! What a block quotes from others, by its quotation marks.

use crate::source::Span;

/// The quoted parts of a block's text, from left to right.
#[derive(Debug, Default)]
pub(super) struct Quoted(Vec<Span>);

/// The longest quotation within a block, in bytes: a mark that nobody closed mustn't hide the rest.
const LONGEST: usize = 1_500;

impl Quoted {
    /// What a text quotes.
    pub(super) fn of(text: &str) -> Self {
        let mut found = Vec::new();
        let mut open: Option<(usize, char)> = None;
        for (at, c) in text.char_indices() {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text.get(at + c.len_utf8()..).and_then(|after| after.chars().next());
            let inner = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            match (open, c) {
                (None, '“' | '"' | '«') => open = Some((at, closing(c))),
                // An apostrophe stands within a word, or behind it.
                (None, '‘' | '\'') if !inner(before) && inner(after) => {
                    open = Some((at, closing(c)));
                }
                (Some((start, close)), _) if c == close => {
                    if matches!(close, '’' | '\'') && inner(after) {
                        continue;
                    }
                    if at - start <= LONGEST {
                        found.push(start..at + c.len_utf8());
                    }
                    open = None;
                }
                _ => {}
            }
        }
        Self(found)
    }

    /// Whether a span lies in one of them.
    pub(super) fn holds(&self, span: &Span) -> bool {
        self.0.iter().any(|own| own.start <= span.start && span.end <= own.end)
    }
}

fn closing(open: char) -> char {
    match open {
        '“' => '”',
        '«' => '»',
        '‘' => '’',
        same => same,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_marks_is_quoted() {
        for (text, quoted, own) in [
            ("He said “ask SOCA” of the GLA.", "SOCA", "GLA"),
            ("The \"SOCA\" of the GLA.", "SOCA", "GLA"),
            ("The force's ‘SOCA’s plan’ for the GLA's.", "SOCA", "GLA"),
            ("An 'old SOCA's name', the GLA", "SOCA", "GLA"),
        ] {
            let found = Quoted::of(text);
            let at = |word: &str| text.find(word).map(|at| at..at + word.len()).unwrap();
            assert!(found.holds(&at(quoted)), "{text}");
            assert!(!found.holds(&at(own)), "{text}");
        }
        assert!(!Quoted::of("Officers' duties: ask SOCA.").holds(&(22..26)));
    }
}
