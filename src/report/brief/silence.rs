//! What isn't evidenced, a line a theme, with what there is to send in.

use super::super::outline::{ReportOutline, Section};
use super::super::prose::{capital, full_stop};
use super::super::words::many;
use super::blocks::{BriefBlock, BriefCell, BriefTable, Manner};
use super::plain::short;
use crate::assessment::Finding;
use crate::report::words;
use crate::standing::Strength;

/// The longest that a line says of what to send in.
const SEND: usize = 150;

/// The themes, what comes first before the rest. A theme is the arrangement that is silent.
pub(super) fn themes(outline: &ReportOutline<'_>, level: u8) -> Vec<BriefBlock> {
    let silent = outline.findings(Section::Silent);
    let mut blocks = vec![BriefBlock::Heading(
        level,
        format!("Not evidenced, theme by theme: {}", silent.len()),
    )];
    if silent.is_empty() {
        blocks.push(BriefBlock::text(Manner::Plain, "Nothing: what was checked speaks of all."));
        return blocks;
    }
    let mut themes: Vec<(String, Vec<&Finding>)> = Vec::new();
    for finding in silent {
        let theme = theme(outline, finding);
        match themes.iter_mut().find(|(known, _)| *known == theme) {
            Some((_, of_it)) => of_it.push(finding),
            None => themes.push((theme, vec![finding])),
        }
    }
    let row = |(theme, of_it): &(String, Vec<&Finding>)| {
        let duties = of_it.iter().filter(|finding| finding.strength == Strength::Duty).count();
        let duties = match duties {
            0 => String::new(),
            some => format!(" ({})", many(some, "duty", "duties")),
        };
        let send = of_it.iter().find_map(|finding| finding.evidence.as_deref());
        let send =
            send.or(of_it.first().map(|finding| finding.remedy.as_str())).unwrap_or_default();
        vec![
            BriefCell::strong(theme),
            BriefCell::text(format!("{}{duties}", of_it.len())),
            BriefCell::text(full_stop(&short(&capital(send), SEND))),
        ]
    };
    blocks.push(BriefBlock::Table(BriefTable {
        caption: "What isn’t evidenced, by theme".to_owned(),
        columns: vec![("What is silent", 6), ("Requirements", 4), ("What to send in", 12)],
        rows: themes.iter().map(row).collect(),
    }));
    blocks
}

/// The title of the arrangement that is silent first.
fn theme(outline: &ReportOutline<'_>, finding: &Finding) -> String {
    let silent = words::silent(finding);
    let standings = &outline.gated.assessment.arrangements;
    let standing =
        silent.first().and_then(|(id, _)| standings.iter().find(|one| one.arrangement == **id));
    standing.map_or_else(|| "Other".to_owned(), |standing| standing.title.to_string())
}
