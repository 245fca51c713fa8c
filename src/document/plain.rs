//! Plain text: paragraphs, list items and headings as people type them.

use super::block::{Block, Kind, Spot};
use super::budget::Budget;
use super::builder::Builder;
use super::counted_lines::counted;
use super::encoding::decode;
use super::entries::{is_entry, is_title_over};
use super::format::{Contents, Format, megabytes};
use super::left_out::LeftOut;
use super::struck::without_struck;
use super::typed::{bullet, is_numbered_in_words, looks_like_a_heading};
use super::typed_row::TypedRow;
use super::typed_table::table;
use crate::source::Fault;

pub(super) static FORMAT: Format = Format {
    name: "plain text",
    word: "text",
    endings: &["txt", "text"],
    always_told: None,
    largest: megabytes(16),
    recognises: |_| false,
    read: |name, bytes| read(name, &bytes),
};

/// A line that is shorter than this share of the longest near it was ended on purpose.
const WRAPPED: f64 = 0.7;
/// Lines below this length are never wrapped ones.
const NARROWEST: u32 = 30;

fn read(name: &str, bytes: &[u8]) -> Result<Contents, Fault> {
    let text = decode(name, bytes)?;
    let mut left_out = LeftOut::default();
    let text = without_struck(&text, &mut left_out);
    let (blocks, budget) = blocks(&text);
    budget.excess(name)?;
    let faults = left_out.faults(name, "line");
    Ok(Contents { blocks, faults, left_out: left_out.into_text(), ..Contents::default() })
}

/// The blocks of a text, as far as they may take memory, and what they take.
fn blocks(text: &str) -> (Vec<Block>, Budget) {
    let (mut blocks, mut budget, mut tables) = (Vec::new(), Budget::default(), 0);
    let mut group: Vec<TypedRow<'_>> = Vec::new();
    let mut quoted = false;
    let counted = counted(text.lines());
    for (at, (number, line)) in (1..).zip(text.lines()).enumerate() {
        let trimmed = line.trim();
        // What a mail quotes of the one before it.
        let (is_quoted, trimmed) = unquoted(trimmed);
        if is_quoted != quoted {
            flush(&group, quoted, &mut blocks, &mut budget, &mut tables);
            group.clear();
            quoted = is_quoted;
        }
        if trimmed.is_empty() {
            flush(&group, quoted, &mut blocks, &mut budget, &mut tables);
            group.clear();
            continue;
        }
        budget.line();
        if budget.is_spent() {
            break;
        }
        let indent = line.strip_suffix(trimmed).unwrap_or_else(|| {
            let end = line.trim_end();
            end.strip_suffix(trimmed).unwrap_or_default()
        });
        let indent = indent.chars().count();
        let mark = counted.get(&at).copied().or_else(|| bullet(trimmed)).unwrap_or(0);
        let [indent, width, mark] = [indent, trimmed.chars().count(), mark]
            .map(|length| u32::try_from(length).unwrap_or(u32::MAX));
        group.push(TypedRow { number, indent, text: trimmed, whole: line, width, mark });
    }
    flush(&group, quoted, &mut blocks, &mut budget, &mut tables);
    (blocks, budget)
}

/// A line without the signs with which a mail quotes it, and whether it has some.
fn unquoted(line: &str) -> (bool, &str) {
    let mut rest = line;
    while let Some(inner) = rest.strip_prefix('>') {
        rest = inner.trim_start();
    }
    // "> 5 years" compares, and quotes nothing.
    let compares =
        rest.starts_with(|c: char| c.is_ascii_digit()) && !rest.contains(['.', ')', ':', '?']);
    if compares { (false, line) } else { (rest.len() < line.len(), rest) }
}

/// Makes blocks of lines, which quote somebody or don't.
fn flush(
    group: &[TypedRow<'_>],
    quoted: bool,
    blocks: &mut Vec<Block>,
    budget: &mut Budget,
    tables: &mut u32,
) {
    let from = blocks.len();
    push_blocks(group, blocks, budget, tables);
    if quoted {
        for block in blocks.iter_mut().skip(from) {
            if !matches!(block.kind, Kind::Cell(_)) {
                block.kind = Kind::Quotation;
            }
        }
    }
}

/// Makes blocks of lines that no empty one parts.
fn push_blocks(
    group: &[TypedRow<'_>],
    blocks: &mut Vec<Block>,
    budget: &mut Budget,
    tables: &mut u32,
) {
    let widest = group.iter().map(|line| line.width).max().unwrap_or(0);
    let mut rest = group;
    while let Some((first, after)) = rest.split_first() {
        if budget.is_spent() {
            return;
        }
        if let Some((made, taken)) = table(rest, *tables) {
            made.iter().for_each(|block| budget.block(block));
            blocks.extend(made);
            *tables += 1;
            rest = rest.get(taken..).unwrap_or_default();
            continue;
        }
        let mut taken = 0;
        let mut last = first;
        // "Coordinator: yes": each such line has a label of its own, and goes on from none.
        let begins = is_entry(first.text);
        let mut before = begins;
        for next in after {
            let entry = is_entry(next.text);
            let own = entry && (begins || before);
            let titles = taken == 0 && rest.len() == group.len();
            let titled = titles && is_title_over(first.text, next.text);
            if own || titled || !continues(last, next, widest) {
                break;
            }
            taken += 1;
            (last, before) = (next, entry);
        }
        let (own, left) = after.split_at(taken);
        let made = block(first, own);
        made.iter().for_each(|block| budget.block(block));
        blocks.extend(made);
        rest = left;
    }
}

/// Whether a line only goes on because the one before it was full.
fn continues(line: &TypedRow<'_>, next: &TypedRow<'_>, widest: u32) -> bool {
    if is_numbered_in_words(next.text) || next.mark > 0 || is_rule(next.text) {
        return false;
    }
    // What stands well apart on one line is a row of something, and goes on in no other line.
    if is_parted(line.text) || is_parted(next.text) {
        return false;
    }
    // "A lead? ☐ Yes ☒ No": each line of a form asks for itself.
    if has_boxes(line.text) && has_boxes(next.text) {
        return false;
    }
    let ends = line.text.ends_with(['.', '!', '?', ':', ';']);
    let lower = next.text.starts_with(|c: char| c.is_lowercase());
    let full =
        widest >= NARROWEST && is_most_of(line.width.saturating_add(first_word(next.text)), widest);
    // Letters and statements alike: a short line that ends a sentence ends a paragraph, too.
    if ends {
        full && (lower || u64::from(line.width) * 10 > u64::from(widest) * 9)
    } else {
        lower || full
    }
}

/// Whether there are boxes to tick in a line.
fn has_boxes(text: &str) -> bool {
    const TYPED: [&str; 6] = ["[ ]", "[]", "[x]", "[X]", "( )", "(x)"];
    // "[>] date fixed": a sign of the document's own.
    let mut signs = text.chars();
    let own = signs.next() == Some('[') && signs.nth(1) == Some(']');
    own || text.contains(['☐', '☑', '☒', '□']) || TYPED.iter().any(|own| text.contains(own))
}

fn is_parted(text: &str) -> bool {
    // "Coordinator ........ none"
    text.contains("    ") || text.contains('\t') || text.contains(".....") || text.contains("_____")
}

fn is_most_of(width: u32, widest: u32) -> bool {
    f64::from(width) >= f64::from(widest) * WRAPPED
}

fn first_word(text: &str) -> u32 {
    let word = text.split_whitespace().next().unwrap_or_default();
    u32::try_from(word.chars().count()).unwrap_or(u32::MAX)
}

fn is_rule(text: &str) -> bool {
    text.chars().all(|c| !c.is_alphanumeric())
}

fn block(first: &TypedRow<'_>, rest: &[TypedRow<'_>]) -> Option<Block> {
    // "/" parted answers that were all struck out.
    if rest.is_empty() && is_rule(first.text) && first.text != "/" {
        return None;
    }
    let cut = first.mark as usize;
    let item = cut > 0;
    let kind = if item {
        Kind::Item
    } else if rest.is_empty() && looks_like_a_heading(first.text) && !has_boxes(first.text) {
        Kind::Heading(1)
    } else {
        Kind::Paragraph
    };
    let mut builder = Builder::new(kind);
    let (mark, own) = first.text.split_at(cut);
    let marked = u32::try_from(mark.chars().count()).unwrap_or(0);
    let spot = |line: &TypedRow<'_>, skipped: u32| Spot {
        page: None,
        line: line.number,
        column: line.indent + skipped + 1,
    };
    builder.marked(mark);
    builder.push(own, spot(first, marked));
    for line in rest {
        builder.end_line(line.text);
        builder.push(line.text, spot(line, 0));
    }
    builder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        blocks(text).0.iter().map(|block| block.text().to_owned()).collect()
    }

    #[test]
    fn wrapped_lines_are_one_paragraph_and_short_ones_are_not() {
        let text = "Force Support.\nThere is no specific budget for anti-trafficking activities. It cuts\nacross a host of specialisms.\n1 x Detective Superintendent as part time Force Lead.\n2 x DCI’s as part time support to Force Lead.\n";
        assert_eq!(
            texts(text),
            [
                "Force Support.",
                "There is no specific budget for anti-trafficking activities. It cuts across a host of specialisms.",
                "1 x Detective Superintendent as part time Force Lead.",
                "2 x DCI’s as part time support to Force Lead.",
            ]
        );
    }

    #[test]
    fn a_word_divided_at_the_end_of_a_line_is_whole() {
        let text = "The Force takes part in the regional partnership against anti-\ntrafficking with   councils.\n";
        let blocks = blocks(text).0;
        let block = blocks.first().unwrap();
        assert_eq!(
            block.text(),
            "The Force takes part in the regional partnership against anti-trafficking with councils."
        );
        let at = block.text().find("trafficking").unwrap();
        assert_eq!(block.spot(at), Spot { page: None, line: 2, column: 1 });
        assert_eq!(block.quote(at - 5..at + 11), "anti- trafficking");
        let councils = block.text().find("councils").unwrap();
        assert_eq!(block.spot(councils).column, 20);
    }

    #[test]
    fn bullets_and_numbers_are_no_text() {
        assert_eq!(
            texts(
                "3.5 officers work on it\n\n  • One lead\n  • 2 x DCI\n(a) a team\n2. Budget\n1 x sergeant\n"
            ),
            ["3.5 officers work on it", "One lead", "2 x DCI", "a team", "Budget", "1 x sergeant"]
        );
    }
}
