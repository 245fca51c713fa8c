//! A version on the title page that isn't the last of the version table: one of the two wasn't kept up.

use super::super::data::Phrases;
use super::super::page::Page;
use crate::document::Kind;
use crate::source::Span;

/// A version, by its numbers: 2.10 is later than 2.9.
type Version = Vec<u32>;

/// Two versions that a document gives itself.
pub(super) struct Apart {
    /// Where the title page says its own.
    pub block: usize,
    pub span: Span,
    pub title: String,
    /// The last of the table.
    pub table: String,
}

/// Where a document's title page and its version table don't agree; nothing where either isn't clear.
pub(super) fn apart(page: &Page<'_>, labels: &Phrases) -> Option<Apart> {
    let said: Vec<(usize, Span)> = page
        .struck(labels)
        .filter(|struck| struck.words.start == 0)
        .map(|struck| (struck.sentence.block, struck.sentence.place(&struck.words)))
        .collect();
    let is_label = |text: &str| {
        let text = text.trim().trim_end_matches(':');
        said.iter().any(|(block, span)| {
            let own = page.text(*block);
            own.get(span.clone()) == Some(text) && own.trim().trim_end_matches(':') == text
        })
    };
    // The rows of the table that has most of them; one row alone may be the title page itself.
    let cells = page.document.blocks.iter().enumerate().filter_map(|(at, block)| {
        let Kind::Cell(cell) = &block.kind else { return None };
        Some((at, block.text(), cell))
    });
    let mut rows: Vec<(u32, usize, Version, &str)> = Vec::new();
    let mut titles: Vec<(usize, Span)> = Vec::new();
    for (at, text, cell) in cells {
        if cell.under.as_deref().is_some_and(is_label) {
            rows.extend(version(text).map(|own| (cell.table, at, own, text.trim())));
        } else if cell.beside.as_deref().is_some_and(is_label) && version(text).is_some() {
            titles.push((at, 0..text.len()));
        }
    }
    let (table, first, ..) = rows.first()?;
    let (table, first) = (*table, *first);
    rows.retain(|(own, ..)| *own == table);
    let last = rows.iter().max_by(|a, b| a.2.cmp(&b.2)).filter(|_| rows.len() > 1)?;
    for (block, span) in &said {
        let text = page.text(*block);
        let is_cell = matches!(page.block(*block).map(|own| &own.kind), Some(Kind::Cell(_)));
        let rest = text.get(span.end..).unwrap_or_default();
        let number = rest.trim_matches(|c: char| c.is_whitespace() || ":–-".contains(c));
        if !is_cell && *block < first && version(number).is_some() {
            let start = span.end + rest.find(number).unwrap_or(0);
            titles.push((*block, span.start..start + number.len()));
        }
    }
    let [(block, span)] = titles.as_slice() else { return None };
    let words = page.text(*block).get(span.clone())?;
    let title = words.rsplit(|c: char| !(c.is_ascii_digit() || c == '.')).next()?;
    (version(title)? != last.2).then(|| Apart {
        block: *block,
        span: span.clone(),
        title: title.to_owned(),
        table: last.3.to_owned(),
    })
}

/// The numbers of a version, where a text is one and nothing else; ends that are nought don't count.
fn version(text: &str) -> Option<Version> {
    let text = text.trim().trim_start_matches(['v', 'V']).trim();
    let mut numbers = Vec::new();
    for part in text.split('.') {
        numbers.push(part.parse().ok().filter(|_| part.len() <= 4)?);
    }
    while numbers.len() > 1 && numbers.last() == Some(&0) {
        numbers.pop();
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_number_by_number() {
        assert_eq!(version(" v2.0"), version("2"));
        assert!(version("2.10") > version("2.9"));
        for none in ["", "2.", "draft", "2.1 draft", "2019-03", "12345"] {
            assert_eq!(version(none), None, "{none}");
        }
    }
}
