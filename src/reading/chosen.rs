//! What was chosen in a block, and what only stood there to be chosen from.

use crate::source::Span;
use crate::standing::State;

/// What of a block's text wasn't chosen.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen {
    /// Boxes, and what stands beside empty ones, in bytes.
    pub out: Vec<Span>,
    /// Why nobody can tell what was chosen.
    pub undecided: Option<&'static str>,
    /// Where what is asked ends, in bytes, if it stands in the same block.
    pub asks: Option<usize>,
    /// Whether its options exclude one another, so that they answer what stands before them.
    pub answers: bool,
    /// What its empty box says of the words beside it, where the document tells.
    pub empty: Option<State>,
    /// Whether something is ticked in it that is no answer to a question.
    pub ticked: bool,
}

impl Chosen {
    /// Whether a byte of the text is left out.
    pub(super) fn leaves_out(&self, at: usize) -> bool {
        self.out.iter().any(|span| span.contains(&at))
    }

    /// The text that is left.
    pub(super) fn rest(&self, text: &str) -> String {
        text.char_indices().filter(|(at, _)| !self.leaves_out(*at)).map(|(_, c)| c).collect()
    }
}
