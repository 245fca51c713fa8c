//! What the text at a place of a page stands in.

use std::borrow::Cow;

use super::element::Does;
use super::lists::HtmlLists;
use super::tag::Tag;
use crate::document::block::Kind;
use crate::document::builder::TAB;

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

/// A preformatted line with the sign of a tab wherever it has one, or where white space as wide parts it into columns.
pub(super) fn parted(line: &str) -> Cow<'_, str> {
    const WIDE: &str = "   ";
    if !line.contains('\t') && !line.contains(WIDE) {
        return Cow::Borrowed(line);
    }
    let mut shown = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = [rest.find('\t'), rest.find(WIDE)].into_iter().flatten().min() {
        let (before, gap) = rest.split_at_checked(at).unwrap_or((rest, ""));
        rest = gap.trim_start();
        shown.push_str(before);
        shown.push_str(TAB);
        // Every character behind it keeps its place.
        let width = gap.chars().count() - rest.chars().count();
        shown.extend(std::iter::repeat_n(' ', width.saturating_sub(1)));
    }
    shown.push_str(rest);
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_white_space_parts_as_a_tab_does() {
        for (line, shown) in [
            ("Lead\tNo", "Lead\u{2001}No"),
            ("Lead    No", "Lead\u{2001}   No"),
            ("A lead  of the force", "A lead  of the force"),
            ("   Lead", "\u{2001}  Lead"),
            ("Lead   ", "Lead\u{2001}  "),
        ] {
            assert_eq!(parted(line), shown);
        }
    }
}
