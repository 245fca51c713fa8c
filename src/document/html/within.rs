//! What the text at a place of a page stands in.

use super::lists::HtmlLists;
use super::tag::Tag;
use crate::document::block::Kind;

/// How many elements of each kind the text stands in.
#[derive(Default)]
pub(super) struct Within {
    pub left_out: usize,
    /// Those among them that have no words of the page.
    pub wordless: usize,
    /// Lists to choose from, and whether something in one was chosen.
    pub choices: usize,
    pub chosen: bool,
    pub has_chosen: bool,
    pub edges: usize,
    pub content: usize,
    pub quotations: usize,
    pub items: usize,
    pub strong: usize,
    pub raised: usize,
    pub preformatted: usize,
    pub table_heads: usize,
    /// How many pictures there were that may show words.
    pub pictures: usize,
    pub headings: Vec<u8>,
    pub lists: HtmlLists,
}

impl Within {
    /// An item begins.
    pub(super) fn begins_item(&mut self, tag: &Tag) {
        self.items += 1;
        self.lists.item(tag);
    }

    /// Whether raised text is the mark of a footnote.
    pub(super) fn is_mark(&self, text: &str) -> bool {
        let text = text.trim_matches(['[', ']', '(', ')', ' ']);
        self.raised > 0 && text.chars().all(|c| c.is_ascii_digit() || c == '*')
    }

    /// What the text is there.
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self { edges: 1.., .. } => Kind::Furniture,
            Self { quotations: 1.., .. } => Kind::Quotation,
            Self { items: 1.., headings, .. } if headings.is_empty() => Kind::Item,
            Self { headings, .. } => {
                headings.last().map_or(Kind::Paragraph, |level| Kind::Heading(*level))
            }
        }
    }
}
