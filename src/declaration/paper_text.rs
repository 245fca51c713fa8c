//! The text of a document, in which every place is the document's own.

use std::borrow::Cow;
use std::sync::Arc;

use crate::document::{Block, Document, Spot};
use crate::source::{Line, Position, Positions, Text};

/// Where each block of a document begins in the text that was made of it.
struct Blocks {
    document: Arc<Document>,
    starts: Vec<usize>,
}

impl Blocks {
    /// The block at an offset of the text, and where that is in the block's own.
    fn block(&self, offset: usize) -> Option<(&Block, usize)> {
        let index = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let block = self.document.blocks.get(index)?;
        let within = offset - self.starts.get(index)?;
        // The text has a line break more at each joint.
        let joints = block.joints();
        let (mut added, mut most) = (0, joints.len());
        while added < most {
            let middle = usize::midpoint(added, most);
            match joints.get(middle) {
                Some(at) if at + middle < within => added = middle + 1,
                _ => most = middle,
            }
        }
        Some((block, within - added))
    }
}

impl Positions for Blocks {
    fn position(&self, offset: usize) -> Position {
        self.block(offset).map(|(block, at)| position(block.spot(at))).unwrap_or_default()
    }

    fn line(&self, offset: usize) -> Line {
        let start = self.block(offset).map(|(block, at)| position(block.start_of_run(at)));
        let Position { page, line, .. } = start.unwrap_or_default();
        Line { page, line }
    }

    fn marks(&self) -> Box<dyn Iterator<Item = (usize, Cow<'_, str>)> + '_> {
        let blocks = self.starts.iter().copied().zip(&self.document.blocks);
        Box::new(blocks.filter_map(|(start, block)| Some((start, block.mark()?))))
    }
}

/// Puts the text of a document together, a line for each of its own, block by block; and where each block begins in it.
pub(super) fn text_of(document: &Arc<Document>) -> (Text, Vec<usize>) {
    let mut body = String::new();
    let mut starts = Vec::with_capacity(document.blocks.len());
    for block in &document.blocks {
        starts.push(body.len());
        push_lines(&mut body, block);
        body.push('\n');
    }
    let blocks = Blocks { document: Arc::clone(document), starts: starts.clone() };
    let text = Text::placed(document.name.clone(), body, Arc::new(blocks), document.digest);
    (text, starts)
}

/// A spot as a place in a text.
pub(super) fn position(spot: Spot) -> Position {
    let whole = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    Position { page: spot.page, line: whole(spot.line), column: whole(spot.column) }
}

/// A block with the line breaks that it has in the document.
fn push_lines(body: &mut String, block: &Block) {
    let text = block.text();
    let mut joints = block.joints().iter().copied().peekable();
    let mut starts = block.line_starts().iter().copied().peekable();
    for (at, c) in text.char_indices() {
        if joints.next_if_eq(&at).is_some() {
            body.push('\n');
        }
        while starts.next_if(|start| *start <= at).is_some() {}
        let ends_a_line = c == ' ' && starts.peek() == Some(&(at + 1));
        body.push(if ends_a_line { '\n' } else { c });
    }
}
