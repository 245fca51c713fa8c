//! The notes of a page: links that are marks of them, and the elements that those lead to.

use super::tag::Tag;
use crate::document::foot_marks::TYPED;
use crate::document::notes::NoteNames;

/// What the names of notes begin with, an underscore apart, as programs write them: Word, LibreOffice, pandoc, wikis.
const NAMES: [&str; 7] = ["fn", "ftn", "edn", "footnote", "endnote", "sdfootnote", "sdendnote"];
/// The same anywhere in a name.
const WITHIN: [&str; 2] = ["cite_note", "note-"];

/// Where a note ends.
#[derive(Clone, Copy, Debug)]
enum Until {
    /// With the element at this place among those that are open.
    Element(usize),
    /// With the block in which it began.
    Block,
}

/// The notes of a page.
#[derive(Debug, Default)]
pub(super) struct HtmlNotes {
    names: NoteNames,
    /// Where the link leads that is open, and whether it says that it is a mark.
    link: Option<(String, bool)>,
    until: Option<Until>,
}

impl HtmlNotes {
    /// A tag begins, with so many elements open. The note that begins with it, if one does.
    pub(super) fn begins(&mut self, tag: &Tag, inline: bool, open: usize) -> Option<u32> {
        if tag.name == b"a" && !tag.leads_to.is_empty() {
            let says = tag.role == b"doc-noteref" || is_of_a_note(&tag.leads_to);
            self.link = Some((tag.leads_to.clone(), says));
        }
        let note = tag.ids().find_map(|id| self.names.known(id))?;
        self.until = Some(if inline { Until::Block } else { Until::Element(open) });
        Some(note)
    }

    /// A link ends.
    pub(super) fn ends_link(&mut self) {
        self.link = None;
    }

    /// The note whose mark a text is.
    pub(super) fn mark(&mut self, text: &str, raised: bool) -> Option<u32> {
        let (name, says) = self.link.as_ref()?;
        let text = text.trim_matches(|c: char| c.is_whitespace() || "[]()".contains(c));
        let label = text.rsplit(' ').next().unwrap_or(text);
        let counts = |c: char| c.is_ascii_digit() || "*†‡§".contains(c) || c.is_ascii_lowercase();
        let short = !label.is_empty() && label.len() <= 4 && label.chars().all(counts);
        let named =
            matches!(text.to_ascii_lowercase().split(' ').next(), Some("footnote" | "note"));
        let is_mark = short && (label == text || named);
        // Its words may come in pieces: "[", "1", "]".
        let piece = *says && text.is_empty();
        if !(raised || *says) || !(is_mark || piece) {
            return None;
        }
        self.names.number(name)
    }

    /// Whether a text only leads back from a note to its mark: "↩", "[1]", "^".
    pub(super) fn leads_back(&self, text: &str) -> bool {
        self.link.is_some() && self.until.is_some() && !text.contains(char::is_alphabetic)
    }

    /// A block ends: whether the note does, too.
    pub(super) fn ends_with_block(&mut self) -> bool {
        let ends = matches!(self.until, Some(Until::Block));
        self.until = self.until.filter(|_| !ends);
        ends
    }

    /// Elements end from a place on: whether the note does, too.
    pub(super) fn ends_with(&mut self, open: usize) -> bool {
        let ends = matches!(self.until, Some(Until::Element(at)) if at >= open);
        self.until = self.until.filter(|_| !ends);
        ends
    }
}

/// Whether it is a note that has such a name.
fn is_of_a_note(name: &str) -> bool {
    let bare = name.trim_start_matches('_');
    let counted = |start: &&str| {
        let rest = bare.strip_prefix(*start);
        rest.is_some_and(|rest| {
            rest.contains(|c: char| c.is_ascii_digit()) || rest.starts_with([':', '-'])
        })
    };
    NAMES.iter().any(counted) || WITHIN.iter().any(|part| bare.contains(part))
}

/// What a raised number stands for that leads nowhere.
pub(super) fn typed(text: &str) -> Option<u32> {
    let number: u32 = text.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
    TYPED.checked_add(number)
}
