//! What pages repeat at their edges: headers, footers, page numbers.

use std::collections::BTreeMap;

use super::lines::Line;
use super::page::Layout;

/// How much of a page's height is an edge.
const EDGE: f32 = 0.12;
/// How far what is repeated may move from page to page, in points.
const MOVES: f32 = 10.0;

/// Marks the lines that are furniture. Pages come in order; one without text is there, too.
pub(super) fn mark(pages: &mut [Option<Layout>]) {
    let mut seen: BTreeMap<(bool, String), Vec<(usize, f32)>> = BTreeMap::new();
    for (page, layout) in pages.iter().enumerate() {
        let Some(layout) = layout else { continue };
        for line in layout.lines() {
            if let Some(at_top) = edge(line, layout.height) {
                seen.entry((at_top, pattern(&line.text))).or_default().push((page, line.y));
            }
        }
    }
    let few = pages.len() <= 4;
    for (page, layout) in pages.iter_mut().enumerate() {
        let Some(layout) = layout else { continue };
        let height = layout.height;
        for line in layout.lines_mut() {
            let at_top = edge(line, height);
            // What the document marks, it may mark by mistake: only at the edges it is believed.
            let marked = line.edge && edge_within(line, height, EDGE * 1.5).is_some();
            let repeated = at_top.is_some_and(|at_top| {
                let places = seen.get(&(at_top, pattern(&line.text)));
                places.is_some_and(|places| repeats(places, page, line.y, few))
            });
            line.edge = marked || repeated || (at_top.is_some() && is_page_number(&line.text));
        }
    }
}

/// Whether a line stands at the top edge or the bottom edge of its page.
fn edge(line: &Line, height: f32) -> Option<bool> {
    edge_within(line, height, EDGE)
}

fn edge_within(line: &Line, height: f32, share: f32) -> Option<bool> {
    if line.bottom() < share * height {
        Some(true)
    } else {
        (line.top() > (1.0 - share) * height).then_some(false)
    }
}

/// A text with every number alike.
fn pattern(text: &str) -> String {
    let mut pattern = String::new();
    for c in text.chars() {
        let c = if c.is_ascii_digit() { '#' } else { c.to_ascii_lowercase() };
        if !(c == '#' && pattern.ends_with('#')) {
            pattern.push(c);
        }
    }
    pattern
}

/// Whether a line is one of a row of pages that have it, every page or every second one.
fn repeats(places: &[(usize, f32)], page: usize, y: f32, few: bool) -> bool {
    let has =
        |page: usize| places.iter().any(|(other, at)| *other == page && (at - y).abs() < MOVES);
    let row = |step: usize| {
        let before = (1..3).take_while(|n| page.checked_sub(n * step).is_some_and(has)).count();
        let after = (1..3).take_while(|n| has(page + n * step)).count();
        1 + before + after
    };
    let longest = row(1).max(row(2));
    longest >= 3 || (few && longest >= 2)
}

/// Whether a text is the number of a page and nothing else.
fn is_page_number(text: &str) -> bool {
    let text = text.trim().trim_matches(['-', '–', '|', '[', ']', ' ']).to_lowercase();
    let text = text.strip_prefix("page").unwrap_or(&text).trim();
    let parts: Vec<&str> = text.split_whitespace().collect();
    let number = |text: &str| {
        !text.is_empty()
            && text.len() <= 4
            && (text.chars().all(|c| c.is_ascii_digit())
                || text.chars().all(|c| matches!(c, 'i' | 'v' | 'x')))
    };
    match parts.as_slice() {
        [own] => number(own) || own.split_once('/').is_some_and(|(a, b)| number(a) && number(b)),
        [own, "of" | "/", all] => number(own) && number(all),
        _ => false,
    }
}
