//! What a Word or OpenDocument file still shows of its being written: changes that nobody accepted, comments.

use super::super::allow::{allowed, block_at};
use super::super::finding::{Finding, Sensitivity};
use super::super::page::Page;
use crate::document::{Remark, RemarkKind};
use crate::source::Place;

/// The longest words that are quoted of one, in characters.
const LONGEST: usize = 80;

/// One finding for each comment, and for the changes of each paragraph.
pub(super) fn look(page: &Page<'_>, check: &'static str, found: &mut Vec<Finding>) {
    let mut changed: Option<u32> = None;
    for remark in &page.document.remarks {
        let words = short(&remark.text);
        let (message, help) = match remark.kind {
            RemarkKind::Comment if allowed(remark).is_some() => continue,
            RemarkKind::Comment => (
                format!("the comment “{words}” is left in the document"),
                "do what it says, and delete it: whoever is sent the file reads it",
            ),
            // Those of one paragraph are told of once.
            _ if changed == Some(remark.spot.line) => continue,
            RemarkKind::Added => (
                format!("“{words}” was added while changes were tracked, and nobody accepted it"),
                ACCEPT,
            ),
            RemarkKind::Deleted => (
                format!("“{words}” was deleted while changes were tracked, and can still be read"),
                ACCEPT,
            ),
        };
        if remark.kind != RemarkKind::Comment {
            changed = Some(remark.spot.line);
        }
        found.push(finding(page, remark, check, (words, message)).helped(help));
    }
}

const ACCEPT: &str = "accept or reject all changes before the document goes out";

fn finding(
    page: &Page<'_>,
    remark: &Remark,
    check: &'static str,
    (quote, message): (String, String),
) -> Finding {
    let line = remark.spot.line as usize;
    Finding {
        check,
        sensitivity: Sensitivity::Default,
        place: Place {
            file: page.document.name.clone(),
            page: None,
            sheet: None,
            line,
            column: remark.spot.column as usize,
        },
        block: block_at(page.document, line).unwrap_or(usize::MAX),
        // No words of the text: what else is found in the paragraph stands beside it.
        span: usize::MAX..usize::MAX,
        quote,
        message,
        help: None,
        fix: None,
    }
}

fn short(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= LONGEST {
        return text;
    }
    let head: String = text.chars().take(LONGEST).collect();
    format!("{head} …")
}
