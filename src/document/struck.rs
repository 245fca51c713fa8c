//! Words that somebody struck out in plain text, as people do who know Markdown: "~~a coordinator~~".

use std::borrow::Cow;

use super::block::Spot;
use super::left_out::{LeftOut, Why};

/// What stands on both sides of such words.
const STROKE: &str = "~~";

/// A text in which spaces stand where words were struck out, so that the others keep their places.
pub(super) fn without_struck<'t>(text: &'t str, left_out: &mut LeftOut) -> Cow<'t, str> {
    if !text.contains(STROKE) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let mut rest = line;
        let mut column = 1;
        while let Some((before, struck, after)) = struck(rest) {
            kept.push_str(before);
            column += characters(before);
            left_out.push(Why::Struck, struck, Spot { page: None, line: number, column });
            let width = characters(struck) + 4;
            (0..width).for_each(|_| kept.push(' '));
            column += width;
            rest = after;
        }
        kept.push_str(rest);
    }
    Cow::Owned(kept)
}

/// The first words of a line that are struck out, with what stands before and behind them.
fn struck(line: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = line.split_once(STROKE)?;
    let (own, after) = rest.split_once(STROKE)?;
    // A row of tildes is a rule, and parts others.
    let words = !own.trim().is_empty() && !own.starts_with(['~', ' ']) && !own.ends_with(' ');
    (words && !after.starts_with('~')).then_some((before, own, after))
}

fn characters(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn struck_words_leave_their_places() {
        let of = |text: &str| without_struck(text, &mut LeftOut::default()).into_owned();
        assert_eq!(of("a ~~lead~~ b\n~~one~~ two"), "a          b\n        two");
        for text in ["~~~~~~~~", "about ~~ 5 and ~~ 6", "~~~ rust ~~~", "one ~~ two"] {
            assert_eq!(of(text), text);
        }
    }
}
