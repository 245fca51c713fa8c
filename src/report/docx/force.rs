//! One force: its headline arrangements, numbers, gaps, and what stands beside them.

use super::super::outline::{self, ReportOutline, SHOWN, Section};
use super::super::prose::{capital, full_stop};
use super::super::shortfall::name;
use super::super::words::behind;
use super::blocks::{DocxBlock, DocxCell, DocxColumn, DocxRun, DocxTable, ParagraphStyle};
use super::{arrangements, beside, finding};
use crate::assessment::Finding;
use crate::report::words;
use crate::result::Gated;
use crate::standing::Words as _;

/// A force among others: a chapter.
pub(super) fn chapter(outline: &ReportOutline<'_>) -> Vec<DocxBlock> {
    let mut blocks = vec![DocxBlock::Opening(format!("{}: annex", name(outline.gated)))];
    blocks.extend(rest(outline, 2));
    blocks
}

/// All that there is on a force, with headings of a level.
pub(super) fn rest(outline: &ReportOutline<'_>, level: u8) -> Vec<DocxBlock> {
    let gated = outline.gated;
    let headline = "Headline arrangements".to_owned();
    let mut blocks = vec![if level == 1 {
        DocxBlock::Opening(headline)
    } else {
        DocxBlock::Heading(level, headline)
    }];
    blocks.extend(arrangements::headline(outline));
    blocks.extend(notes(gated));
    blocks.push(DocxBlock::Heading(level, "Outcomes by strength".to_owned()));
    blocks.extend(counts(outline));
    blocks.extend(gaps(outline, level));
    blocks.extend(beside::gate(gated, level));
    blocks.extend(beside::aged(gated, level));
    blocks.extend(beside::judgements(gated, level));
    blocks.extend(beside::plan(gated, level));
    blocks.extend(beside::contradictions(gated, level));
    blocks.push(DocxBlock::Heading(level, "Other arrangements".to_owned()));
    blocks.extend(arrangements::others(outline));
    blocks.extend(beside::information(gated, level));
    blocks
}

/// What bears on the whole.
fn notes(gated: &Gated) -> Vec<DocxBlock> {
    let assessment = &gated.assessment;
    let own = assessment.note.iter().map(|note| format!("Note of the declaration: {note}"));
    let notes = words::head_notes(assessment).into_iter().map(|note| capital(&note));
    own.chain(notes).map(|note| DocxBlock::text(ParagraphStyle::Inset, full_stop(&note))).collect()
}

/// The gaps: those that the force declares, what isn't evidenced, and what is superseded.
fn gaps(outline: &ReportOutline<'_>, level: u8) -> Vec<DocxBlock> {
    let gated = outline.gated;
    let mut blocks = Vec::new();
    for section in [Section::Declared, Section::Silent, Section::Superseded] {
        let gaps = outline.findings(section);
        // That nothing is superseded wants no heading.
        if gaps.is_empty() && section == Section::Superseded {
            continue;
        }
        blocks.push(DocxBlock::Heading(level, section.heading(gaps.len())));
        if gaps.is_empty() {
            blocks.push(DocxBlock::text(ParagraphStyle::Normal, "None."));
            continue;
        }
        blocks.push(DocxBlock::text(ParagraphStyle::Inset, section.caution()));
        blocks.extend(match section {
            Section::Declared => full(gated, &gaps, level + 1),
            _ => by_strength(gated, &gaps, level + 1),
        });
    }
    blocks
}

/// Gaps in full, under headings of a level.
fn full(gated: &Gated, gaps: &[&Finding], level: u8) -> Vec<DocxBlock> {
    gaps.iter().flat_map(|gap| finding::full(gated, gap, level)).collect()
}

/// Gaps under a heading for each strength.
fn by_strength(gated: &Gated, gaps: &[&Finding], level: u8) -> Vec<DocxBlock> {
    let mut blocks = Vec::new();
    for (head, of_it) in outline::by_strength(gaps) {
        blocks.push(DocxBlock::Heading(level, head));
        blocks.extend(full(gated, &of_it, level + 1));
    }
    blocks
}

/// How many of each strength came out how, with what the numbers rest on.
fn counts(outline: &ReportOutline<'_>) -> Vec<DocxBlock> {
    let mut columns = vec![DocxColumn::of("How binding", 10)];
    columns.extend(SHOWN.iter().map(|outcome| DocxColumn::number(capital(outcome.word()), 5)));
    let rows = outline.tallies().into_iter().filter(|(what, tally)| what.is_told(tally));
    let rows = rows.map(|(what, tally)| {
        let mut row = vec![DocxCell::of(vec![DocxRun::strong(what.head())])];
        row.extend(SHOWN.iter().map(|outcome| DocxCell::text(tally.count(*outcome).to_string())));
        row
    });
    vec![
        DocxBlock::text(ParagraphStyle::Caption, "How many came out how"),
        DocxBlock::Table(DocxTable { columns, rows: rows.collect() }),
        DocxBlock::text(ParagraphStyle::Normal, behind(&outline.counts)),
    ]
}
