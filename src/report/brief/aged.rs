//! What has to be looked at again.

use super::super::aged;
use super::super::outline::ReportOutline;
use super::super::phrase::Phrase;
use super::super::prose::full_stop;
use super::blocks::{BriefBlock, Manner};
use super::plain::short;

/// The longest that is said of one arrangement.
const SAID: usize = 160;

/// The list; nothing where it wasn't asked for.
pub(super) fn aged(outline: &ReportOutline<'_>, level: u8) -> Vec<BriefBlock> {
    let Some(stale) = &outline.gated.assessment.stale else { return Vec::new() };
    let mut blocks = vec![
        BriefBlock::Heading(level, aged::heading(stale)),
        BriefBlock::text(Manner::Plain, aged::account(stale)),
    ];
    let points = aged::batches(stale).into_iter().map(|batch| {
        let evidence = full_stop(&short(&batch.evidence, SAID));
        vec![Phrase::strong(format!("{}: ", batch.which)), Phrase::plain(evidence)]
    });
    let points: Vec<Vec<Phrase>> = points.collect();
    if !points.is_empty() {
        blocks.push(BriefBlock::Points(points));
    }
    blocks
}
