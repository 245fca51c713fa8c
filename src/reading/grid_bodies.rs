//! Grids with a column for each of several bodies: one is the force's, by its name, a part of it, or a letter that stands for it.

use super::actor::ForceName;
use super::grid::{Grid, GridCell};
use super::grid_answers::GridReader;
use super::short_forms::bare;
use super::voice::Speaker;
use crate::rulebook::{ColumnKind, plain};

/// The head of a column that names a body has no more words than this.
const NAME: usize = 5;

impl GridReader<'_> {
    /// Where a head names the force by less than its name, its column answers, and those beside it are others'.
    pub(super) fn tell_bodies(&self, grid: &mut Grid) -> bool {
        let first = grid.first_column();
        let (mut ours, mut others) = (Vec::new(), Vec::new());
        for row in grid.heads.clone() {
            let heads: Vec<&GridCell> = grid
                .row(row)
                .filter(|head| head.column != first && !head.text.is_empty())
                .collect();
            if !heads.iter().any(|head| self.is_our_name(&head.text)) {
                continue;
            }
            for head in heads {
                let named = head.text.split_whitespace().count() <= NAME;
                // "Coldwater" over "RAG" and "Comment": what those are holds below it.
                let wide = head.columns > 1;
                let reach = head.column..head.column.saturating_add(head.columns);
                if self.is_our_name(&head.text) {
                    let free = |column: &u32| !wide || grid.column(*column).is_none();
                    ours.extend(reach.filter(free));
                } else if named && (wide || grid.column(head.column).is_none()) {
                    others.extend(reach);
                }
            }
        }
        let several = !others.is_empty();
        if several {
            let ours = ours.into_iter().map(|column| (column, ColumnKind::Answer));
            let others = others.into_iter().map(|column| (column, ColumnKind::Elsewhere));
            grid.columns.extend(ours.chain(others));
        }
        several
    }

    /// Whether a text is the force's name, without what every force is called, or a short form that the document explains.
    fn is_our_name(&self, text: &str) -> bool {
        let own = plain(text);
        let bare = bare(&own);
        let is_name = |bare: &str| match &self.voice.speaker {
            Speaker::Force(ForceName::Unknown(name)) => plain(name) == bare,
            Speaker::Force(ForceName::Known(at)) => {
                let force = self.reader.forces.get(*at);
                force.is_some_and(|force| {
                    self::bare(&plain(&force.name)) == bare || force.is_called(bare)
                })
            }
            _ => false,
        };
        !bare.is_empty()
            && (is_name(bare)
                || self.short_forms.get(text.trim()).is_some_and(|name| is_name(name)))
    }
}
