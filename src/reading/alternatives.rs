//! Answers of which all but one are to be struck out: "Yes / No". What was struck out is gone by now; if more than one is left,
//! nobody chose.

use super::chosen::Chosen;
use super::status::{CellSays, leading, strict};
use crate::document::{Block, Kind};
use crate::rulebook::GridWords;
use crate::source::Span;

/// Answers that stand alone have no more words than this.
const ALONE: usize = 6;
const NOT_STRUCK: &str = "none of its answers, or each, is struck out";

/// What is left of the answers in a block, where it has such.
pub(super) fn alternatives(block: &Block, words: &GridWords) -> Option<Chosen> {
    let text = block.text();
    if !text.contains('/') {
        return None;
    }
    // What looks like a heading since it stands alone, or follows a statement, has answers and nothing else.
    let mut alone = matches!(block.kind, Kind::Heading(_));
    let from = match &block.kind {
        Kind::Quotation | Kind::Furniture => return None,
        Kind::Cell(cell) if cell.heads || cell.row == 0 => return None,
        Kind::Cell(_) => text.rfind(['?', ':']).map_or(0, |at| at + 1),
        // Under a statement such answers stand alone.
        Kind::Heading(_) | Kind::Paragraph | Kind::Item => match text.rfind(['?', ':']) {
            Some(at) => at + 1,
            None if text.split_whitespace().count() <= ALONE => 0,
            // "We have a lead. Yes / No"
            None => {
                let last = text.rfind(". ")? + 1;
                alone = true;
                let few = text.get(last..)?.split_whitespace().count() <= ALONE;
                few.then_some(last)?
            }
        },
    };
    let all = text.get(from..)?;
    // "n/a" is one word, and "amber/green" one status.
    let filled = all.split('/').filter(|part| !part.trim().is_empty()).count();
    let status = strict(all, words).is_some_and(|says| !matches!(says, CellSays::Tick(_)));
    if filled > 1 && status {
        return None;
    }
    let whole = from..text.len();
    // All answers are struck out.
    if filled == 0 {
        let out = vec![whole];
        return (all.trim() == "/").then(|| unchosen(out, from));
    }
    let mut at = from;
    let mut left = Vec::new();
    let mut out = Vec::new();
    for (n, part) in all.split('/').enumerate() {
        if n > 0 {
            out.push(at..at + 1);
            at += 1;
        }
        let bare = part.trim();
        if !bare.is_empty() {
            let (says, end) = leading(bare, words)?;
            let rest = bare.get(end..).unwrap_or_default().trim_start();
            let closed = rest.is_empty() || !alone && rest.starts_with([',', '–', '-', '(', ';']);
            let known = matches!(says, CellSays::State(_) | CellSays::Nothing);
            if !known || !closed || bare.chars().count() < 2 {
                return None;
            }
            left.push(at..at + part.len());
        }
        at += part.len();
    }
    match left.len() {
        0 => None,
        1 if alone => None,
        1 => Some(Chosen { out, asks: asks(from), answers: true, ..Chosen::default() }),
        _ => Some(unchosen(vec![whole], from)),
    }
}

fn asks(from: usize) -> Option<usize> {
    (from > 0).then_some(from)
}

fn unchosen(out: Vec<Span>, from: usize) -> Chosen {
    let undecided = Some(NOT_STRUCK);
    Chosen { out, asks: asks(from), answers: true, undecided, ..Chosen::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::open;
    use crate::standing::State;

    #[test]
    fn what_is_left_answers_and_two_that_are_left_do_not() {
        let mut words = GridWords::default();
        for (phrase, state) in
            [("yes", State::InPlace), ("no", State::Absent), ("n a", State::NotStated)]
        {
            words.statuses.insert(phrase.into(), state);
        }
        let of = |text: &str| {
            let document = open("t.txt", format!("Title\n\n- {text}\n").as_bytes()).unwrap();
            let block = document.blocks.last().unwrap();
            alternatives(block, &words)
                .map(|own| (own.rest(block.text()).trim().to_owned(), own.undecided.is_some()))
        };
        assert_eq!(of("Is there a lead? Yes / No"), Some(("Is there a lead?".into(), true)));
        assert_eq!(of("Is there a lead? / No"), Some(("Is there a lead?  No".into(), false)));
        assert_eq!(
            of("A lead: / Yes, part time /"),
            Some(("A lead:  Yes, part time".into(), false))
        );
        // Under a statement they stand alone.
        assert_eq!(of("Yes / No"), Some((String::new(), true)));
        assert_eq!(of("Is there a lead? /"), Some(("Is there a lead?".into(), true)));
        for text in ["A lead: n/a", "Is there a lead (yes/no)?", "A lead: Kent/Essex"] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
