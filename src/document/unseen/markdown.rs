//! What nobody sees of a Markdown text: what is struck out, what stands in comments, and what its HTML
//! hides.

use super::html;
use crate::source::Unseen;

/// The words that nobody sees.
pub(super) fn unseen(text: &str) -> Unseen {
    let mut words = html::unseen(text);
    // What is struck out stands between the first mark and the second, the third and the fourth.
    for struck in text.split("~~").skip(1).step_by(2) {
        words.left_out.push(' ');
        words.left_out.push_str(struck);
    }
    for comment in text.split("<!--").skip(1) {
        words.left_out.push(' ');
        words.left_out.push_str(comment.split("-->").next().unwrap_or_default());
    }
    words
}
