//! Lists of which some lines begin with ticks, and others with crosses.

use crate::document::{Block, Document};
use crate::rulebook::{GridWords, Tick};

/// What ticks a cell, and is a bullet before a line.
pub(super) const BULLETS: [&str; 6] = ["●", "•", "■", "⬤", "◉", "⦿"];

/// Whether some lines begin with ticks and others with crosses: a list of what there is, and of what there isn't.
pub(super) fn is_crossed(document: &Document, words: &GridWords) -> bool {
    let begins = |block: &Block, tick: Tick| {
        let mark = block.mark().unwrap_or_default();
        let first = block.text().chars().next().map(String::from).unwrap_or_default();
        let own = [mark.trim(), &first];
        own.iter().any(|sign| words.ticks.get(*sign) == Some(&tick) && !BULLETS.contains(sign))
    };
    let any = |tick: Tick| document.blocks.iter().any(|block| begins(block, tick));
    any(Tick::Crossed) && any(Tick::Chosen)
}
