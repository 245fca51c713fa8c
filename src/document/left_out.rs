//! What a document holds and nobody sees who looks at it. No reading takes it in; it is told of, and kept, so
//! that a quote which stands only there can be known for what it is.

use std::collections::BTreeMap;

use super::block::Spot;
use super::numbers::numbers;
use crate::source::Fault;

/// How much of it is kept, in bytes. A quote from what comes after that isn't found.
const MOST: usize = 4 * 1024 * 1024;
/// How many places of one kind are kept apart.
const MOST_PLACES: usize = 2_000;
/// So few letters are a slip of the pen, or a sign that a program put there; hidden ones are a menu.
const FEWEST: usize = 4;
const FEWEST_HIDDEN: usize = 24;

/// Why nobody sees words, or why they no longer count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// They are struck through.
    Struck,
    /// They were deleted while changes were tracked.
    Deleted,
    /// The document hides them: a comment, a hidden element.
    Hidden,
    /// They are there, and can't be seen: in the colour of the ground, in no size, cut off, beside the page.
    Invisible,
    /// Something lies over them.
    Covered,
}

/// The words of one kind.
#[derive(Debug, Default)]
struct Kept {
    letters: usize,
    /// Pages, where the format has them, else lines or paragraphs.
    places: Vec<u32>,
}

/// What nobody sees of a document.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    kinds: BTreeMap<Why, Kept>,
    text: String,
    last: Option<(Why, Spot)>,
}

impl LeftOut {
    /// Takes in words that stand at a place.
    pub(super) fn push(&mut self, why: Why, text: &str, at: Spot) {
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        let kept = self.kinds.entry(why).or_default();
        kept.letters = kept.letters.saturating_add(letters);
        let place = at.page.unwrap_or(at.line);
        if letters > 0 && kept.places.last() != Some(&place) && kept.places.len() < MOST_PLACES {
            kept.places.push(place);
        }
        let line = Spot { column: 0, ..at };
        if self.last.replace((why, line)) != Some((why, line)) {
            self.text.push('\n');
        }
        if self.text.len() + text.len() <= MOST {
            self.text.push_str(text);
        }
    }

    /// Its words, those of one place after those of another.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// The warnings of a document in which places are called so: "page", "paragraph", "line".
    pub(super) fn faults(&self, name: &str, place: &str) -> Vec<Fault> {
        let told = self.kinds.iter().filter(|(why, kept)| {
            kept.letters >= if **why == Why::Hidden { FEWEST_HIDDEN } else { FEWEST }
        });
        told.map(|(why, kept)| fault(*why, name, &numbers(place, &kept.places))).collect()
    }
}

fn fault(why: Why, name: &str, places: &str) -> Fault {
    let (what, help) = match why {
        Why::Struck => ("words that are struck through", "what is struck through no longer counts"),
        Why::Deleted => (
            "words that were deleted while changes were tracked",
            "accept or reject the changes, and read that copy",
        ),
        Why::Hidden => ("words that are hidden", "show them, if they are meant to count"),
        Why::Invisible => (
            "words that nobody sees: in the colour of their ground, in no size, cut off or not painted",
            "ask who made it what they are for",
        ),
        Why::Covered => (
            "words that something lies over, as where they were to be made unreadable",
            "whoever has the file can copy them out all the same: where they are secret, they must be taken out of it, and its sender should be told",
        ),
    };
    Fault::whole("document::unseen", format!("`{name}` holds {what} ({places}): they weren't read"))
        .help(help)
        .into_warning()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32) -> Spot {
        Spot { page: None, line, column: 1 }
    }

    #[test]
    fn what_is_left_out_is_told_by_kind_and_place_without_its_words() {
        let mut left = LeftOut::default();
        left.push(Why::Struck, "a dedicated ", at(3));
        left.push(Why::Struck, "team", at(3));
        left.push(Why::Struck, "of ten", at(7));
        left.push(Why::Covered, "secret", at(9));
        left.push(Why::Hidden, "x", at(9));
        let told: Vec<String> =
            left.faults("a.docx", "paragraph").iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "`a.docx` holds words that are struck through (paragraphs 3 and 7): they weren't read",
                "`a.docx` holds words that something lies over, as where they were to be made \
                 unreadable (paragraph 9): they weren't read",
            ]
        );
        assert_eq!(left.into_text(), "\na dedicated team\nof ten\nsecret\nx");
    }
}
