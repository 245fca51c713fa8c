//! The words of a document that whoever looks at it doesn't see: hidden, struck out, set in the colour of
//! the page or in no size. What is quoted from there proves nothing.
//!
//! It is a rough reading beside the real one, asked only whether a quote stands in it: what stands where
//! doesn't matter, and a document that can't be read here has said so already.

mod docx;
mod html;
mod markdown;
mod odt;
mod style;

use super::open::Document;
use crate::source::Unseen;

/// The words of a document that nobody sees; nothing where all are seen, or the format doesn't tell.
#[must_use]
pub fn unseen(document: &Document, bytes: &[u8]) -> Option<Unseen> {
    let words = match document.format.word() {
        "docx" => docx::unseen(bytes)?,
        "odt" => odt::unseen(bytes)?,
        "html" => html::unseen(&String::from_utf8_lossy(bytes)),
        "markdown" => markdown::unseen(&String::from_utf8_lossy(bytes)),
        _ => return None,
    };
    let any = |words: &str| !words.trim().is_empty();
    (any(&words.left_out) || any(&words.taken_in)).then_some(words)
}
