//! Tables whose row of totals isn't the sum of the rows above it.

use std::collections::BTreeMap;

use super::odd::Odd;
use crate::document::Kind;
use crate::lint::data::Phrases;
use crate::lint::finding::Sensitivity;
use crate::lint::page::Page;
use crate::reading::WordForm;

/// A cell with a number: its block, and the number.
type Number = Option<(usize, i64)>;

/// Every total that isn't the sum of its column.
pub(super) fn odd(page: &Page<'_>, rows: &Phrases) -> Vec<(usize, Odd)> {
    let mut tables: BTreeMap<u32, BTreeMap<u32, BTreeMap<u32, Number>>> = BTreeMap::new();
    for (index, block) in page.document.blocks.iter().enumerate() {
        let Kind::Cell(cell) = &block.kind else { continue };
        let row = tables.entry(cell.table).or_default().entry(cell.row).or_default();
        // A cell of several paragraphs, or that reaches over others, is none that adds up.
        let number = number(block.text()).map(|number| (index, number));
        let whole = cell.rows <= 1 && cell.columns <= 1 && !row.contains_key(&cell.column);
        row.insert(cell.column, number.filter(|_| whole));
    }
    if tables.is_empty() {
        return Vec::new();
    }
    let mut totals: Vec<(u32, u32)> = Vec::new();
    for struck in page.struck(rows) {
        let mut rest = struck.words.end..struck.sentence.len();
        let alone = struck.words.start == 0
            && rest.all(|at| struck.sentence.form(at) == Some(WordForm::Sign));
        if let Some(Kind::Cell(cell)) = page.block(struck.sentence.block).map(|block| &block.kind)
            && alone
            && cell.column == 0
        {
            totals.push((cell.table, cell.row));
        }
    }
    totals.dedup();
    let mut found = Vec::new();
    for (table, last) in &totals {
        // Several rows of totals have totals of totals: what they add up can't be told.
        let once = totals.iter().filter(|(own, _)| own == table).count() == 1;
        let Some(rows) = tables.get(table).filter(|_| once) else { continue };
        let Some(sums) = rows.get(last) else { continue };
        for (column, total) in sums.iter().filter(|(column, _)| **column > 0) {
            let Some((block, total)) = total else { continue };
            let above = rows.range(..last).map(|(_, cells)| cells.get(column));
            // The heading of the column is no number; all below it must be.
            let mut cells: Vec<Number> = above.map(|cell| cell.copied().flatten()).collect();
            while cells.first().is_some_and(Option::is_none) {
                cells.remove(0);
            }
            let Some(numbers) = cells.into_iter().collect::<Option<Vec<_>>>() else { continue };
            let years = numbers.iter().all(|(_, number)| (1990..2100).contains(number));
            let sum: i64 = numbers.iter().map(|(_, number)| number).sum();
            if numbers.len() >= 2
                && !years
                && sum != *total
                && rows.range(last + 1..).next().is_none()
            {
                let end = page.text(*block).len();
                let odd = Odd {
                    span: 0..end,
                    message: format!("the column above comes to {sum}, and not to {total}"),
                    sensitivity: Sensitivity::Default,
                };
                found.push((*block, odd));
            }
        }
    }
    found
}

/// A whole number that is all of a cell.
fn number(text: &str) -> Option<i64> {
    let plain = text.trim().replace(',', "");
    let digits = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
    plain.parse().ok().filter(|_| digits && plain.len() <= 12)
}
