//! The short report: what a chief officer takes in at a glance, on six pages at most. The first page
//! says whom it is about and on what papers, how the headline arrangements and the duties stand, where
//! what is declared falls short, and what to do first; the others say why, and name theme by theme
//! what isn't evidenced. All else is for the annex and the workbook.
//!
//! Nothing here is the language of rules, and no place in a file is named: who acts on this page has
//! neither before them. Texts of others are cut where they are long, and marked as cut.

mod aged;
mod blocks;
mod force;
mod gaps;
mod heads;
mod plain;
mod plan;
mod several;
mod silence;

pub(super) use blocks::{BriefBlock, BriefCell, BriefTable, Manner};

use super::lede::{self, title};
use super::outline::ReportOutline;
use super::phrase::Phrase;
use crate::result::CheckResult;

/// The short report of a result, block by block.
pub(super) fn brief(result: &CheckResult) -> Vec<BriefBlock> {
    let outlines: Vec<ReportOutline<'_>> =
        result.assessments.iter().map(ReportOutline::of).collect();
    let mut blocks = vec![BriefBlock::Title(title(result))];
    match outlines.as_slice() {
        [only] if result.only().is_some() => {
            blocks.extend(force::page(&result.run, only, 0, 1, scope(result)));
            blocks.extend(gaps::declared(only, 1));
            blocks.extend(silence::themes(only, 1));
            blocks.extend(plan::planned(only, 1));
            blocks.extend(aged::aged(only, 1));
            blocks.extend(force::beside(only, 1));
        }
        forces => {
            blocks.extend(scope(result));
            blocks.extend(several::overview(result, forces));
            for (index, outline) in forces.iter().enumerate() {
                blocks.push(BriefBlock::Opening(lede_name(outline)));
                blocks.extend(force::page(&result.run, outline, index, 2, Vec::new()));
                blocks.extend(aged::aged(outline, 2));
            }
        }
    }
    blocks.push(BriefBlock::text(Manner::Aside, ELSEWHERE));
    blocks.push(BriefBlock::text(Manner::Aside, made_by(result)));
    blocks
}

/// What made it: no report is to be taken for a paper of the force, whoever gets it to read.
fn made_by(result: &CheckResult) -> String {
    let rules = result.run.digests().into_iter().next();
    let rules = rules.map(|digest| format!(" by rules of sha256 {digest}")).unwrap_or_default();
    plain::plain(&format!("Made by {}{rules}.", result.run.program))
}

/// Where the rest is.
const ELSEWHERE: &str = "Everything else stands in the annex (the option --annex) and in the workbook: every \
     requirement with its source and how sure the rule is, every state with its words and their place, and \
     what the whole rests on.";

fn lede_name(outline: &ReportOutline<'_>) -> String {
    super::shortfall::name(outline.gated).to_owned()
}

/// What bounds the whole: that an input is missing, or that only a part was asked.
fn scope(result: &CheckResult) -> Vec<BriefBlock> {
    let incomplete = result.incomplete().map(|incomplete| {
        let counts = " What it says isn’t in this report, and no number here counts it.";
        BriefBlock::Paragraph(
            Manner::Alert,
            vec![Phrase::strong(incomplete), Phrase::plain(counts)],
        )
    });
    let part = lede::scope(result).map(|scope| BriefBlock::Paragraph(Manner::Alert, scope));
    incomplete.into_iter().chain(part).collect()
}
