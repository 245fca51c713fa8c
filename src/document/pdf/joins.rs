//! Sentences that run on over a page, a column or a picture.

use super::draft::Draft;
use crate::document::block::{Cell, Kind};
use crate::document::typed::wants_more;

/// How many blocks may stand between the two parts of a sentence: captions, furniture, cells.
const REACH: usize = 40;

/// Puts the parts of such sentences together.
pub(super) fn join(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut joined: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        match begun(&joined, &draft).and_then(|n| joined.get_mut(n)) {
            Some(before) => {
                before.full |= draft.full;
                before.pieces.extend(draft.pieces);
            }
            None => joined.push(draft),
        }
    }
    joined
}

/// The place of the block that a block goes on from.
fn begun(joined: &[Draft], next: &Draft) -> Option<usize> {
    if next.after_gap {
        return None;
    }
    let page = next.pieces.first()?.page;
    let lower = next.start().starts_with(char::is_lowercase);
    if let Kind::Cell(cell) = &next.kind {
        return lower.then(|| begun_in_table(joined, cell, page)).flatten();
    }
    if next.kind != Kind::Paragraph {
        return None;
    }
    // Whether nothing but furniture stands between.
    let mut beside = true;
    for (n, before) in joined.iter().enumerate().rev().take(REACH) {
        let last = before.pieces.last()?;
        if before.kind == Kind::Furniture {
            continue;
        }
        // A name, even in bold type or as a link, goes on from the text right before it.
        let wants = std::mem::take(&mut beside) && wants_more(&last.text);
        let size = (before.size / next.size.max(0.1) - 1.0).abs();
        let ink = (before.ink / next.ink.max(0.001) - 1.0).abs();
        let alike = if wants { size < 0.12 } else { size < 0.06 && ink < 0.15 };
        match before.kind {
            Kind::Paragraph | Kind::Item if alike => {
                let goes_on = lower || wants;
                let near = last.page + 1 >= page;
                let open = !before.is_ended() && (before.full || last.text.len() > 40);
                return (goes_on && near && open).then_some(n);
            }
            Kind::Cell(_) => {}
            // A caption, a note.
            Kind::Paragraph | Kind::Item if before.pieces.len() < 3 && !alike => {}
            _ => return None,
        }
    }
    None
}

/// A cell at the top of a page goes on from the last one of its column on the page before.
fn begun_in_table(joined: &[Draft], cell: &Cell, page: u32) -> Option<usize> {
    let column = |draft: &Draft| match &draft.kind {
        Kind::Cell(other) => other.table == cell.table && other.column == cell.column,
        _ => false,
    };
    let near = joined.iter().enumerate().rev().take(REACH * 5);
    let (n, before) = near.into_iter().find(|(_, before)| column(before))?;
    let over_the_page = before.pieces.last()?.page + 1 == page;
    (over_the_page && !before.is_ended()).then_some(n)
}

#[cfg(test)]
mod tests {
    use super::super::draft::LinePart;
    use super::*;

    fn draft(kind: Kind, page: u32, size: f32, text: &str) -> Draft {
        let piece =
            LinePart { page, line: 1, skipped: 0, mark: String::new(), text: text.to_owned() };
        Draft { kind, pieces: vec![piece], size, ink: 0.2, full: true, after_gap: false }
    }

    fn joined(drafts: Vec<Draft>) -> Vec<String> {
        let text = |draft: Draft| {
            draft.pieces.into_iter().map(|piece| piece.text).collect::<Vec<_>>().join(" ")
        };
        join(drafts).into_iter().map(text).collect()
    }

    #[test]
    fn a_sentence_goes_on_past_furniture_and_captions() {
        let parts = vec![
            draft(Kind::Paragraph, 1, 10.0, "The force has one"),
            draft(Kind::Furniture, 1, 8.0, "7"),
            draft(Kind::Paragraph, 2, 8.0, "A photograph"),
            draft(Kind::Paragraph, 2, 10.0, "detective as its lead."),
            draft(Kind::Paragraph, 2, 10.0, "it also has a deputy."),
        ];
        assert_eq!(
            joined(parts),
            [
                "The force has one detective as its lead.",
                "7",
                "A photograph",
                "it also has a deputy."
            ]
        );
    }

    #[test]
    fn nothing_goes_on_over_what_was_left_out() {
        let mut whole = draft(Kind::Paragraph, 1, 10.0, "The force has one");
        for text in ["wkh irufh", "detective as its lead."] {
            whole.pieces.extend(draft(Kind::Paragraph, 1, 10.0, text).pieces);
        }
        let mut at = 0;
        let second = || {
            at += 1;
            at == 2
        };
        let parts = whole.without(second, &mut false);
        assert_eq!(joined(parts), ["The force has one", "detective as its lead."]);
    }

    #[test]
    fn what_is_ended_headed_or_pages_away_stays() {
        let next = || draft(Kind::Paragraph, 2, 10.0, "detective as its lead.");
        for before in [
            draft(Kind::Paragraph, 1, 10.0, "The force has a lead."),
            draft(Kind::Heading(1), 1, 10.0, "The force has one"),
            draft(Kind::Paragraph, 1, 14.0, "The force has one"),
        ] {
            assert_eq!(joined(vec![before, next()]).len(), 2);
        }
        let far = draft(Kind::Paragraph, 4, 10.0, "detective as its lead.");
        assert_eq!(
            joined(vec![draft(Kind::Paragraph, 1, 10.0, "The force has one"), far]).len(),
            2
        );
    }
}
