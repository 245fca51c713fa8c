//! What somebody would like to have, or would do: the answer to such a question says nothing of what there is.

use super::context::SentenceRole;
use super::heard::Heard;
use super::reader::Reader;
use super::statement::Statement;
use crate::document::{Document, Kind};

const WISHED: &str = "it answers what somebody would like, not what there is";
/// An answer has no more sentences than this.
const ANSWER: usize = 3;
/// What leads in a list has no more tokens than this.
const LEAD: usize = 14;

/// Hands over what answers a question about wishes, or stands in a list that they lead in.
pub(super) fn hand_over_wished(
    statements: &mut [Statement],
    paper: &Heard,
    document: &Document,
    reader: &Reader,
) {
    let is_item =
        |block: usize| document.blocks.get(block).is_some_and(|own| matches!(own.kind, Kind::Item));
    let mut wished = vec![false; paper.sentences.len()];
    let mut left = 0_usize;
    let mut listed = false;
    for (at, sentence) in paper.sentences.iter().enumerate() {
        let asks = paper.roles.get(at) == Some(&SentenceRole::Question);
        let item = is_item(sentence.block);
        let wish = sentence.has(reader.classes.wish, &(0..sentence.len()));
        let next = paper.sentences.get(at + 1).map(|next| next.block);
        let leads = !item && sentence.len() <= LEAD && next.is_some_and(is_item);
        if asks || leads {
            left = if wish { ANSWER } else { 0 };
            listed = leads;
            continue;
        }
        if left == 0 || listed && !item {
            left = 0;
            continue;
        }
        left -= usize::from(!listed);
        if let Some(own) = wished.get_mut(at) {
            *own = true;
        }
    }
    for statement in statements.iter_mut() {
        if wished.get(statement.number).copied().unwrap_or_default() {
            statement.hand_over(WISHED);
        }
    }
}
