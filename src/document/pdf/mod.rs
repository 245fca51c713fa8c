//! PDF: from glyphs with places to blocks. What the layout of a page says (headings, columns, cells,
//! what is repeated at the edges) has to be found again, since the format doesn't say it.
//!
//! `unfold` takes out what would fill the memory, `work` bounds what is done, `run` guards the PDF crate,
//! `glyphs`, `weight`, `ground`, `notes`, `fields` and `pen` are the only files that know it. `sight` takes off what isn't seen. `strokes`, `boxes`, `words`, `lines`, `grid`, `aligned` and `columns` are geometry; `bullets`,
//! `paragraphs`, `tables`, `furniture` and `joins` make blocks of it; `faults` says what couldn't be read.

mod aligned;
mod area;
mod bare;
mod boxes;
mod bullets;
mod columns;
mod draft;
mod faults;
mod fields;
mod furniture;
mod glyphs;
mod grid;
mod ground;
mod instead;
mod joins;
mod letters;
mod lines;
mod listed;
mod notes;
mod page;
mod paragraphs;
mod pen;
mod raised;
mod ruled;
mod run;
mod running;
mod shape;
mod sheet;
mod sight;
mod strokes;
mod tables;
mod unfold;
mod weight;
mod words;
mod work;

use self::draft::Draft;
use self::faults::{Beyond, Record};
use self::glyphs::News;
use self::lines::PdfLine;
use self::page::PageLayout;
use self::paragraphs::Usual;
use self::sheet::Sheet;
use self::tables::Tables;
use self::work::Work;
use super::block::{Block, Kind, Spot};
use super::budget::Budget;
use super::format::{Contents, Format};
use super::language::{self, Legibility};
use super::left_out::LeftOut;
use super::pdf_header::format;
use super::properties::Makers;
use crate::source::Fault;

pub(super) static FORMAT: Format = format(|name, bytes| read(name, bytes.into_owned()));

/// In how many directions the text of one page is read: the usual ones, and a few of drawings.
const MOST_TURNS: usize = 24;

/// What stands on one page.
#[derive(Debug, Default)]
struct PdfPage {
    /// The text in its main direction.
    main: Option<PageLayout>,
    /// Text in other directions: labels of drawings, watermarks.
    turned: Vec<PageLayout>,
}

impl PdfPage {
    fn of(sheet: &Sheet) -> Self {
        // Each direction is a look at all of the page.
        let turns = sheet.turns().into_iter().take(MOST_TURNS);
        let mut layouts = turns.map(|turn| PageLayout::of(&sheet.turned(turn)));
        Self { main: layouts.next(), turned: layouts.collect() }
    }

    fn lines(&self) -> impl Iterator<Item = &PdfLine> {
        self.main.iter().chain(&self.turned).flat_map(PageLayout::regions).flatten()
    }
}

fn read(name: &str, mut bytes: Vec<u8>) -> Result<Contents, Fault> {
    let mut record = Record::new(name, &bytes);
    record.bombs = unfold::defuse(&mut bytes);
    let mut pages: Vec<PdfPage> = Vec::new();
    let mut unreadable = None;
    let mut budget = Budget::default();
    let mut work = Work::of(bytes.len());
    let (mut left_out, mut makers) = (LeftOut::default(), Makers::default());
    let came_to_its_end = run::read(bytes, |news| {
        match news {
            News::Unreadable(why) => unreadable = Some(why),
            News::Pages { declared, found, unread, maker } => {
                makers.add(&maker);
                (record.declared, record.found, record.unread) = (declared, found, unread);
            }
            News::Page(sheet) => {
                let spent = !work.spend(sheet.as_deref().map_or(0, Sheet::work));
                if spent || budget.is_spent() {
                    let what = if spent { Beyond::Work } else { Beyond::Memory };
                    record.beyond(record.next(), what);
                    return false;
                }
                record.page(sheet.as_deref());
                let number = record.next() - 1;
                let seen = |mut sheet: Box<Sheet>| {
                    for (why, text) in sight::part(&mut sheet) {
                        let at = Spot { page: Some(number), line: 1, column: 1 };
                        left_out.push(why, &text, at);
                    }
                    PdfPage::of(&sheet)
                };
                let page = sheet.map(seen).unwrap_or_default();
                page.lines().for_each(|line| budget.piece(&line.text));
                pages.push(page);
            }
            News::Beyond => record.beyond(record.next(), Beyond::Work),
        }
        true
    });
    if let Some(why) = unreadable {
        return Err(record.unreadable(why));
    }
    record.stopped = !came_to_its_end;
    let blocks = blocks(pages, &mut record);
    let mut faults = record.faults();
    faults.extend(left_out.faults(name, "page"));
    if blocks.iter().all(|block| block.kind == Kind::Furniture) {
        if let Some(fault) = faults.into_iter().next() {
            return Err(fault);
        }
        return Ok(Contents { pages: Some(record.found), ..Contents::default() });
    }
    let faults = faults.into_iter().map(Fault::into_warning).collect();
    let left_out = left_out.into_text();
    let pages = Some(record.found);
    Ok(Contents { blocks, faults, pages, left_out, makers, ..Contents::default() })
}

/// The blocks of all pages. What is no language is left out and recorded.
fn blocks(mut pages: Vec<PdfPage>, record: &mut Record) -> Vec<Block> {
    let mut mains: Vec<Option<PageLayout>> =
        pages.iter_mut().map(|page| page.main.take()).collect();
    furniture::mark(&mut mains);
    let usual = Usual::of(&mains.iter().flatten().flat_map(PageLayout::regions));
    let mut tables = Tables::default();
    let mut drafts = Vec::new();
    for ((number, main), page) in (1..).zip(mains).zip(pages) {
        let mut own = Vec::new();
        for layout in main.iter().chain(&page.turned) {
            let height = layout.height;
            own.extend(
                layout.drafts(number, &usual, |table| tables.read(table, number, height, &usual)),
            );
        }
        count_lines(&mut own);
        judge(&mut own, number, record);
        drafts.extend(own);
    }
    let blocks: Vec<Block> =
        joins::join(drafts).into_iter().filter_map(Draft::into_block).collect();
    if language::holds_together(blocks.iter().map(Block::text)) {
        return blocks;
    }
    record.garbled_whole();
    Vec::new()
}

/// Numbers a page's lines in the order of reading.
fn count_lines(drafts: &mut [Draft]) {
    for (line, piece) in (1..).zip(drafts.iter_mut().flat_map(|draft| &mut draft.pieces)) {
        piece.line = line;
    }
}

/// Takes out what is no language.
fn judge(drafts: &mut Vec<Draft>, page: u32, record: &mut Record) {
    let text = drafts.iter().any(|draft| draft.kind != Kind::Furniture);
    record.text(page, text);
    let lines: Vec<&str> =
        drafts.iter().flat_map(|draft| &draft.pieces).map(|piece| piece.text.as_str()).collect();
    match language::page(lines.iter().copied()) {
        Legibility::NotLanguage => {
            record.garbled(page);
            drafts.clear();
            return;
        }
        Legibility::Doubtful => record.doubtful(page),
        Legibility::Language => {}
    }
    let bad = language::garbled(&lines);
    if bad.is_empty() {
        return;
    }
    record.garbled_in_part(page);
    let (mut n, mut gap) = (0, false);
    let mut is_out = || {
        n += 1;
        bad.iter().any(|run| run.contains(&(n - 1)))
    };
    let all = std::mem::take(drafts).into_iter();
    drafts.extend(all.flat_map(|draft| draft.without(&mut is_out, &mut gap)));
}
