//! Boxes to tick in a text, and the signs that tick them.

use crate::rulebook::Tick;
use crate::source::Span;

/// Boxes to tick, and what ticks them. Those of private use are Wingdings.
const BOXES: [(char, Tick); 20] = [
    ('☐', Tick::Empty),
    ('□', Tick::Empty),
    ('▢', Tick::Empty),
    ('⬜', Tick::Empty),
    ('❏', Tick::Empty),
    ('❑', Tick::Empty),
    ('\u{f0a8}', Tick::Empty),
    ('\u{f06f}', Tick::Empty),
    ('\u{f071}', Tick::Empty),
    ('☑', Tick::Chosen),
    ('☒', Tick::Chosen),
    ('🗹', Tick::Chosen),
    ('✅', Tick::Chosen),
    ('\u{f0fe}', Tick::Chosen),
    ('\u{f0fd}', Tick::Chosen),
    ('\u{f078}', Tick::Chosen),
    ('◉', Tick::Chosen),
    ('⦿', Tick::Chosen),
    ('◯', Tick::Empty),
    ('🔘', Tick::Chosen),
];
/// What is a box only among others: bullets look so, too.
const BULLETS: [(char, Tick); 8] = [
    ('○', Tick::Empty),
    ('●', Tick::Chosen),
    ('✓', Tick::Chosen),
    ('✔', Tick::Chosen),
    ('\u{f0fc}', Tick::Chosen),
    ('✗', Tick::Crossed),
    ('✘', Tick::Crossed),
    ('\u{f0fb}', Tick::Crossed),
];
/// Whether a sign is a box to tick, wherever it stands.
pub(super) fn is_box(sign: &str) -> bool {
    let mut signs = sign.chars();
    let first = signs.next().filter(|_| signs.next().is_none());
    first.is_some_and(|first| BOXES.iter().any(|(own, _)| *own == first))
}

/// The boxes in a text.
pub(super) fn marks(text: &str) -> Vec<(Span, Tick)> {
    let mut marks: Vec<(Span, Tick)> = Vec::new();
    let mut bullets: Vec<(Span, Tick)> = Vec::new();
    for (at, c) in text.char_indices() {
        let span = at..at + c.len_utf8();
        if let Some((_, tick)) = BOXES.iter().find(|(own, _)| *own == c) {
            marks.push((span, *tick));
        } else if let Some((_, tick)) = BULLETS.iter().find(|(own, _)| *own == c) {
            bullets.push((span, *tick));
        } else if matches!(c, '[' | '(')
            && let Some((end, tick)) = bracketed(text, at)
        {
            marks.push((at..end, tick));
        }
    }
    // A sign within brackets is theirs.
    bullets.retain(|(span, _)| !marks.iter().any(|(mark, _)| mark.contains(&span.start)));
    let several = bullets.iter().any(|(_, tick)| *tick != Tick::Chosen) && bullets.len() > 1;
    if several || !marks.is_empty() && !bullets.is_empty() {
        marks.extend(bullets);
        marks.sort_by_key(|(span, _)| span.start);
    }
    marks
}

/// The widest box in brackets, in characters: `(     )`.
const WIDEST: usize = 8;

/// The end of a box in brackets, `[x]` or `( )`, and what it says.
fn bracketed(text: &str, at: usize) -> Option<(usize, Tick)> {
    let rest = text.get(at..)?;
    let close = if rest.starts_with('[') { ']' } else { ')' };
    let end = rest.char_indices().take(WIDEST).find(|(_, c)| *c == close)?.0;
    let inner = rest.get(1..end)?;
    let tick = match inner.trim() {
        "" if close == ']' || !inner.is_empty() => Tick::Empty,
        "_" | "__" => Tick::Empty,
        "x" | "X" | "✓" | "✔" | "*" | "•" | "●" | "✗" | "✘" => Tick::Chosen,
        _ => return None,
    };
    // "reason(x)" is no box.
    let alone = !text.get(..at)?.ends_with(char::is_alphanumeric);
    alone.then_some((at + end + 1, tick))
}
