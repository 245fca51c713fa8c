//! What the text at a place of a page stands in.

use super::element::Does;
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
    /// Whether a field was filled in since a block began: what another label leads in is no part of that block.
    pub filled: bool,
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

    /// An element ends: what of it is counted here.
    pub(super) fn ends(&mut self, does: Does) {
        let count = match does {
            Does::Item => &mut self.items,
            Does::Quotation => &mut self.quotations,
            Does::Edge => &mut self.edges,
            Does::Content => &mut self.content,
            Does::Strong => &mut self.strong,
            Does::Raised => &mut self.raised,
            Does::Preformatted => &mut self.preformatted,
            Does::TableHead => &mut self.table_heads,
            Does::LeftOut => &mut self.left_out,
            Does::Wordless => {
                self.wordless = self.wordless.saturating_sub(1);
                &mut self.left_out
            }
            _ => return,
        };
        *count = count.saturating_sub(1);
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
