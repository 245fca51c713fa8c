//! The short report in Markdown.

use std::fmt::Write as _;

use super::super::brief::{BriefBlock, BriefCell, BriefTable, Manner, brief};
use super::super::phrase::Phrase;
use super::super::words::date;
use super::blocks::heading;
use super::escape::escape;
use crate::result::CheckResult;

/// All of it.
pub(super) fn all(result: &CheckResult) -> String {
    let mut out = String::new();
    for one in &brief(result) {
        block(&mut out, one);
    }
    // No text holds an end of line: what is doubled is ours.
    out.replace("\n\n\n", "\n\n")
}

fn block(out: &mut String, block: &BriefBlock) {
    let _ = match block {
        BriefBlock::Title(title) => writeln!(out, "# {}", escape(title)),
        BriefBlock::Heading(level, text) => {
            heading(out, usize::from(*level) + 1, &escape(text));
            Ok(())
        }
        BriefBlock::Opening(text) => {
            heading(out, 2, &escape(text));
            Ok(())
        }
        BriefBlock::Paragraph(Manner::Alert, said) => writeln!(out, "\n> {}", set(said)),
        BriefBlock::Paragraph(_, said) => writeln!(out, "\n{}", set(said)),
        BriefBlock::Points(points) => {
            out.push('\n');
            points.iter().try_for_each(|point| writeln!(out, "- {}", set(point)))
        }
        BriefBlock::Steps(_, steps) => {
            out.push('\n');
            (1..).zip(steps).try_for_each(|(at, step)| writeln!(out, "{at}. {}", set(step)))
        }
        BriefBlock::Table(table) => self::table(out, table),
    };
}

fn table(out: &mut String, table: &BriefTable) -> std::fmt::Result {
    let heads: Vec<&str> = table.columns.iter().map(|(head, _)| *head).collect();
    let numbers = |at: usize| {
        table.rows.first().and_then(|row| row.get(at)).is_some_and(BriefCell::is_number)
    };
    let rules = (0..heads.len()).map(|at| if numbers(at) { "--:" } else { "---" });
    writeln!(out, "\n| {} |", heads.join(" | "))?;
    writeln!(out, "| {} |", rules.collect::<Vec<_>>().join(" | "))?;
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

fn cell(cell: &BriefCell) -> String {
    match cell {
        BriefCell::Said(said) => said.iter().map(|one| set(one)).collect::<Vec<_>>().join("<br>"),
        BriefCell::State(state) => format!("**{state}**"),
        BriefCell::Outcome(outcome) => format!("**{outcome}**"),
        BriefCell::Number(number) => number.to_string(),
    }
}

/// A sentence behind words of ours, so that none of it begins a list or a heading.
fn set(sentence: &[Phrase]) -> String {
    let said = sentence.iter().map(|phrase| match phrase {
        Phrase::Plain(text) | Phrase::Name(text) | Phrase::File(text) => escape(text),
        Phrase::Strong(text) => strong(text),
        Phrase::Day(day) => date(*day),
    });
    said.collect()
}

/// Strong text. Markdown takes white space inside of the stars for no emphasis.
fn strong(text: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    let (lead, rest) = text.split_once(inner).unwrap_or(("", ""));
    format!("{lead}**{}**{rest}", escape(inner))
}
