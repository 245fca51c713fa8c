//! What pages repeat at their edges: headers, footers, page numbers.

use std::collections::BTreeMap;

use super::lines::PdfLine;
use super::page::PageLayout;

/// How much of a page's height is an edge.
const EDGE: f32 = 0.12;
/// How far what is repeated may move from page to page, in points.
const MOVES: f32 = 10.0;

/// How many lines of one wording at an edge of a page are looked at.
const NEAR: usize = 20;

/// Marks the lines that are furniture. Pages come in order; one without text is there, too.
pub(super) fn mark(pages: &mut [Option<PageLayout>]) {
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
fn edge(line: &PdfLine, height: f32) -> Option<bool> {
    edge_within(line, height, EDGE)
}

fn edge_within(line: &PdfLine, height: f32, share: f32) -> Option<bool> {
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
    let has = |page: usize| {
        let first = places.partition_point(|(other, _)| *other < page);
        let own = places.iter().skip(first).take_while(|(other, _)| *other == page);
        own.take(NEAR).any(|(_, at)| (at - y).abs() < MOVES)
    };
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

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::super::lines::tests::drawn;
    use super::*;

    /// Pages with a line at each of these heights.
    fn marked(pages: &[&[(f32, &str)]]) -> Vec<Vec<String>> {
        let page = |texts: &&[(f32, &str)]| {
            let words = texts.iter().flat_map(|(y, text)| drawn(text, 50.0, *y, *y as usize));
            Some(PageLayout {
                height: 800.0,
                flow: lines(words.collect(), &[]),
                ..PageLayout::default()
            })
        };
        let mut pages: Vec<Option<PageLayout>> = pages.iter().map(page).collect();
        mark(&mut pages);
        let texts = |layout: Option<PageLayout>| {
            let lines = layout.unwrap_or_default().flow.into_iter();
            lines.filter(|line| line.edge).map(|line| line.text).collect()
        };
        pages.into_iter().map(texts).collect()
    }

    #[test]
    fn what_is_repeated_at_the_edges_is_furniture() {
        let page: &[(f32, &str)] =
            &[(40.0, "The plan"), (90.0, "Objective 1:"), (400.0, "Text"), (780.0, "Page 3 of 9")];
        let other: &[(f32, &str)] = &[(41.0, "The plan"), (400.0, "Text"), (780.0, "Page 4 of 9")];
        let pages = marked(&[page, other, other, other, other, page]);
        assert_eq!(pages[0], ["The plan", "Page 3 of 9"]);
        assert_eq!(pages[2], ["The plan", "Page 4 of 9"]);
        assert_eq!(pages[5], ["The plan", "Page 3 of 9"]);
    }

    #[test]
    fn what_stands_there_once_is_text_unless_it_is_a_page_number() {
        assert_eq!(marked(&[&[(40.0, "A title"), (780.0, "– 7 –")]]), [["– 7 –"]]);
        for number in ["7", "iv", "Page 7", "7 of 12", "3/9"] {
            assert!(is_page_number(number), "{number}");
        }
        assert!(!is_page_number("2018-2019") && !is_page_number("mix") && !is_page_number("of"));
    }
}
