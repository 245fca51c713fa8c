//! The short report as a page.

use maud::{Markup, html};

use super::super::brief::{BriefBlock, BriefCell, BriefTable, Manner, brief};
use super::super::phrase::Phrase;
use super::words::{heading, outcome_tag, set, state_tag};
use crate::result::CheckResult;

/// All of it.
pub(super) fn all(result: &CheckResult) -> Markup {
    html! { @for block in &brief(result) { "\n" (self::block(block)) } }
}

fn block(block: &BriefBlock) -> Markup {
    match block {
        BriefBlock::Title(title) => html! { h1 { (title) } },
        BriefBlock::Heading(level, text) => heading(level + 1, None, text),
        BriefBlock::Opening(text) => html! { h2.opens { (text) } },
        BriefBlock::Paragraph(manner, said) => match manner {
            Manner::Lede => html! { p.lede { (set(said)) } },
            Manner::Plain => html! { p { (set(said)) } },
            Manner::Aside => html! { p.from { (set(said)) } },
            Manner::Alert => html! { p.banner.fails { (set(said)) } },
        },
        BriefBlock::Points(points) => html! { ul { (items(points)) } },
        BriefBlock::Steps(_, steps) => html! { ol.todo { (items(steps)) } },
        BriefBlock::Table(table) => self::table(table),
    }
}

fn items(points: &[Vec<Phrase>]) -> Markup {
    html! { @for point in points { "\n" li { (set(point)) } } }
}

fn table(table: &BriefTable) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label=(table.caption) {
            table {
                thead { tr { @for (head, _) in &table.columns { th scope="col" { (head) } } } }
                tbody { @for row in &table.rows {
                    "\n" tr { @for (at, cell) in row.iter().enumerate() { (self::cell(cell, at == 0)) } }
                } }
            }
        }
    }
}

fn cell(cell: &BriefCell, head: bool) -> Markup {
    let said = match cell {
        BriefCell::Said(said) => html! {
            @for (at, one) in said.iter().enumerate() { @if at > 0 { br; } (set(one)) }
        },
        BriefCell::State(state) => state_tag(*state),
        BriefCell::Outcome(outcome) => outcome_tag(*outcome),
        BriefCell::Number(number) => return html! { td.count { (number) } },
    };
    html! { @if head { th.said scope="row" { (said) } } @else { td { (said) } } }
}
