//! Packs without their examples.
//!
//! Examples are most of a pack's text, and only its proof needs them. Loading leaves them out
//! before anything is parsed: that halves the start-up of a check.

use memchr::memmem;

/// The heading under which an example stands.
const HEADING: &str = "[[requirement.example]]";

/// A pack's text with every example blanked out, so that all else keeps its place; `None` where it
/// has none.
///
/// An example reaches from its heading to the next heading that isn't part of it. A text with
/// multi-line strings, in which a heading may only seem to stand, is left whole.
pub(super) fn without(text: &str) -> Option<String> {
    let holds = |what: &str| memmem::find(text.as_bytes(), what.as_bytes()).is_some();
    if !holds(HEADING) || holds("\"\"\"") || holds("'''") {
        return None;
    }
    let mut kept = String::with_capacity(text.len());
    let mut inside = false;
    for line in text.split_inclusive('\n') {
        if let Some(heading) = heading(line) {
            inside =
                heading == "requirement.example" || heading.starts_with("requirement.example.");
        }
        if inside {
            let line_break = if line.ends_with('\n') { "\n" } else { "" };
            kept.push_str(&" ".repeat(line.len() - line_break.len()));
            kept.push_str(line_break);
        } else {
            kept.push_str(line);
        }
    }
    Some(kept)
}

/// The name in a line that is the heading of a table.
fn heading(line: &str) -> Option<&str> {
    let inner = line.trim_start().strip_prefix('[')?;
    let inner = inner.strip_prefix('[').unwrap_or(inner);
    let name = inner.split(']').next()?;
    let bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    (!name.is_empty() && name.chars().all(bare)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_but_examples_keeps_its_place() {
        let text = "[[requirement]]\nid = 'a'\n  [[requirement.example]]\n  as = 'é'\n  x = [\n  ['q'],\n]\n\
                    [requirement.example.declared]\nlead = 1\n[[requirement]]\nid = 'b'\n";
        let kept = without(text).unwrap();
        assert_eq!(kept.len(), text.len());
        assert_eq!(kept.matches('\n').count(), text.matches('\n').count());
        assert_eq!(kept.find("id = 'b'"), text.find("id = 'b'"));
        let words: Vec<&str> = kept.split_whitespace().collect();
        assert_eq!(words.join(" "), "[[requirement]] id = 'a' [[requirement]] id = 'b'");
    }

    #[test]
    fn a_text_in_which_a_heading_may_be_quoted_is_left_whole() {
        assert_eq!(without("[[requirement]]\nnote = '''\n[[requirement.example]]\n'''\n"), None);
        assert_eq!(without("[[requirement]]\nid = 'a'\n"), None);
    }
}
