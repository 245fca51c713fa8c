//! What stands behind dots that lead to it: "Coordinator ........ none".

use std::collections::BTreeMap;

use super::grid::GridCell;
use super::grid_answers::GridReader;
use super::grid_counts::number;
use super::grid_said::{Answers, CellPart, Said};
use super::grid_values::NUMBER;
use super::owner::{Owner, owner};
use crate::document::Block;
use crate::rulebook::ColumnKind;
use crate::standing::State;

const OTHERS: &str = "another body stands beside it";

impl GridReader<'_> {
    /// What stands behind dots that lead to it: a status with something to it, a few words, a number.
    pub(super) fn led(
        &self,
        at: usize,
        label: &str,
        value: &str,
        parts: &mut BTreeMap<usize, CellPart>,
    ) {
        let label = GridCell::of_line(at, 0, label, &self.filled.words);
        if !self.has_cues(&label) {
            return;
        }
        let own = self.document.blocks.get(at).map_or("", Block::text);
        let Some(start) = own.rfind(value).filter(|_| !value.is_empty()) else { return };
        let cell = GridCell::of_line(at, start, value, &self.filled.words);
        let mut answers = Answers::default();
        // "Slavery desk .... North Marches ROCU, office hours": theirs, and it may be that the force rings it.
        if self.begins_with_others(at, start) {
            parts.insert(at, CellPart::Label(Said::Unsure(OTHERS), Vec::new()));
            return;
        }
        match number(value) {
            // "Training .... 12" is a line of contents.
            Some(count) if self.says_what_was_done(&label) => {
                let state = if count > 0.0 { State::InPlace } else { State::Absent };
                answers.stated.push((Said::State(state), None));
            }
            // Nor is a sum of money a page.
            Some(count) if count > 0.0 && value.trim().starts_with('£') => {
                answers.stated.push((Said::State(State::InPlace), None));
            }
            // "Strategy .... 12" may be a line of contents.
            Some(count) if count > 0.0 => answers.stated.push((Said::Unsure(NUMBER), None)),
            // "Force lead .... Det Ch Supt .... ext 4410"
            _ => {
                let held = cell.says.is_none() && self.is_answered_by_rank(&label, &cell);
                let kind = if held { ColumnKind::Holder } else { ColumnKind::Answer };
                self.take(&cell, Some(kind), None, &mut answers, parts);
            }
        }
        // "14 May", "page 4": what nobody understands says nothing that is certain.
        let said = answers.said().or_else(|| self.is_bare(&label).then_some(Said::Unsure(NUMBER)));
        if let Some(said) = said {
            parts.insert(at, CellPart::Label(said, Vec::new()));
        }
    }

    /// Whether what stands behind a label names another body first.
    fn begins_with_others(&self, at: usize, start: usize) -> bool {
        const NAME: usize = 3;
        let text = self.document.blocks.get(at).map_or("", Block::text);
        // "North Marches ROCU": its name may begin before what shows that it is a body.
        let near = |place: usize| {
            let before = text.get(start..place);
            before.is_some_and(|own| {
                own.split_whitespace().count() <= NAME && !own.contains([',', ';', '.'])
            })
        };
        self.in_block(at).any(|own| {
            own.actors.iter().any(|actor| {
                let place = own.place(&actor.span).start;
                near(place) && owner(actor, self.voice) == Owner::Other
            })
        })
    }
}
