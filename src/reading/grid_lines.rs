//! Lines that set a status beside a label, as the rows of a grid do: "Modern slavery strategy: TBC".

use std::collections::BTreeMap;

use super::choices::Chosen;
use super::grid_answers::GridReader;
use super::grid_said::{CellPart, Said};
use super::status::{CellSays, strict};
use crate::document::Kind;
use crate::rulebook::Effect;
use crate::standing::State;

const UNKNOWN: &str = "what stands beside it says that nobody knows yet";
/// The longest label, in words.
const LABEL: usize = 12;

impl GridReader<'_> {
    /// Notes what such lines say. "Yes" and "no" are read where sentences are.
    pub(super) fn lines(
        &self,
        chosen: &BTreeMap<usize, Chosen>,
        parts: &mut BTreeMap<usize, CellPart>,
    ) {
        for (at, block) in self.document.blocks.iter().enumerate() {
            if !matches!(block.kind, Kind::Paragraph | Kind::Item) || chosen.contains_key(&at) {
                continue;
            }
            let Some((label, value)) = block.text().split_once(": ") else { continue };
            let words = label.split_whitespace().count();
            if words > LABEL || label.contains(['.', '?', ';']) || value.trim().len() < 2 {
                continue;
            }
            let said = match strict(value, &self.reader.grids) {
                Some(CellSays::State(State::InPlace)) | Some(CellSays::Tick(_)) | None => continue,
                Some(CellSays::State(state)) => Said::State(state),
                Some(CellSays::Nothing) => Said::Unsure(UNKNOWN),
            };
            let mut own = self.of_block.get(&at).into_iter().flatten();
            let sentence = own.next().and_then(|own| self.sentences.get(*own));
            let Some(sentence) = sentence.filter(|_| own.next().is_none()) else { continue };
            let denied = sentence.marks.iter().any(|mark| mark.effect == Effect::Negated);
            if !sentence.cues.is_empty() && !denied {
                parts.insert(at, CellPart::Label(said, Vec::new()));
            }
        }
    }
}
