//! The paper's own text, block by block, with what speaks of an arrangement marked.

use maud::{Markup, html};

use super::opened::Open;
use crate::document::{Block, Cell, Kind, Spot};
use crate::reading::Upshot;
use crate::review::Passage;
use crate::source::Span;

/// Shows the paper. The passage at the place that somebody asks for is told from the rest.
pub(super) fn show(open: &Open, all: &[Passage<'_>], here: Option<Spot>) -> Markup {
    let blocks = &open.read.document.blocks;
    let shown: Vec<&Passage<'_>> =
        all.iter().filter(|one| !matches!(one.statement.upshot, Upshot::Silent(_))).collect();
    let here = here.and_then(|here| {
        let before = |block: &&Block| {
            let own = block.spot(0);
            (own.page, own.line) <= (here.page, here.line)
        };
        blocks.iter().take_while(before).count().checked_sub(1)
    });
    let mut page = None;
    let mut parts: Vec<Markup> = Vec::new();
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        let own = block.spot(0).page;
        if own.is_some() && own != page {
            page = own;
            parts.push(html! { p.page-number { "Page " (own.unwrap_or_default()) } });
        }
        if let Kind::Cell(cell) = &block.kind {
            let end = blocks.iter().skip(at).position(|other| !in_table(other, cell.table));
            let end = end.map_or(blocks.len(), |more| at + more);
            parts.push(table(blocks.get(at..end).unwrap_or_default(), at, &shown, here));
            at = end.max(at + 1);
            continue;
        }
        let words = placed(at, here, marked(block, at, &shown));
        parts.push(match &block.kind {
            Kind::Heading(_) => html! { p.heading { (words) } },
            Kind::Item => html! { p.item { @if let Some(number) = block.number() { (number) " " } @else { "• " } (words) } },
            Kind::Quotation => html! { blockquote { p { (words) } } },
            Kind::Furniture => html! { p.from { (words) } },
            Kind::Paragraph | Kind::Cell(_) => html! { p { (words) } },
        });
        at += 1;
    }
    html! { div.paper { @for part in &parts { "\n" (part) } } }
}

fn in_table(block: &Block, table: u32) -> bool {
    matches!(&block.kind, Kind::Cell(Cell { table: own, .. }) if *own == table)
}

/// A passage with what leads to it, where it is the one that was asked for.
fn placed(at: usize, here: Option<usize>, words: Markup) -> Markup {
    match here == Some(at) {
        true => html! { span #here.here tabindex="-1" { (words) } },
        false => words,
    }
}

fn table(cells: &[Block], first: usize, shown: &[&Passage<'_>], here: Option<usize>) -> Markup {
    let mut rows: Vec<(u32, Vec<(usize, &Block)>)> = Vec::new();
    for (index, block) in cells.iter().enumerate() {
        let Kind::Cell(cell) = &block.kind else { continue };
        match rows.last_mut() {
            Some((row, cells)) if *row == cell.row => cells.push((first + index, block)),
            _ => rows.push((cell.row, vec![(first + index, block)])),
        }
    }
    html! {
        div.wide tabindex="0" role="region" aria-label="A table of the paper" { table {
            @for (_, cells) in &rows { tr { @for (at, block) in cells {
                td { (placed(*at, here, marked(block, *at, shown))) }
            } } }
        } }
    }
}

/// The words of a block. Of passages that overlap, the first is marked.
fn marked(block: &Block, at: usize, shown: &[&Passage<'_>]) -> Markup {
    let text = block.text();
    let mut own: Vec<(Span, Vec<&Passage<'_>>)> = Vec::new();
    for one in shown.iter().filter(|one| one.statement.block == at) {
        let span = one.statement.sentence.clone();
        match own.iter_mut().find(|(known, _)| *known == span) {
            Some((_, same)) => same.push(one),
            None => own.push((span, vec![one])),
        }
    }
    own.sort_by_key(|(span, _)| span.start);
    let mut pieces: Vec<Markup> = Vec::new();
    let mut done = 0;
    for (span, of) in own {
        let (Some(before), Some(words)) = (text.get(done..span.start), text.get(span.clone()))
        else {
            continue;
        };
        done = span.end;
        let (first, rest) = of.split_first().map_or((None, of.as_slice()), |(a, b)| (Some(a), b));
        pieces.push(html! {
            (before)
            @for more in rest { span id={ "w" (more.at) } {} }
            @if let Some(first) = first {
                mark.decided[!first.is_open()].unsure[first.is_unsure()] id={ "w" (first.at) } tabindex="-1" {
                    @if first.is_open() { a href={ "#s" (first.at) } { (words) } } @else { (words) }
                }
            }
        });
    }
    html! { @for piece in &pieces { (piece) } (text.get(done..).unwrap_or_default()) }
}
