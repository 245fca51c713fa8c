//! The gaps that the force declares, with why, on which words, and what closes them.

use super::super::actions;
use super::super::missing::Missing;
use super::super::outline::{ReportOutline, Section};
use super::super::phrase::Phrase;
use super::super::prose::{capital, full_stop};
use super::blocks::{BriefBlock, BriefCell, BriefTable, Manner};
use super::plain::{plain, short};
use crate::assessment::Cited;
use crate::report::words;

/// How many things are told of in full; where there are more, each has a line.
const IN_FULL: usize = 25;

/// How many of their words are quoted in all, and for one thing.
const QUOTED: usize = 20;
const QUOTES: usize = 2;

/// The longest title, reason, quote and remedy.
const TITLE: usize = 170;
const WHY: usize = 260;
const QUOTE: usize = 190;
const REMEDY: usize = 240;

/// All of them, each missing thing once.
pub(super) fn declared(outline: &ReportOutline<'_>, level: u8) -> Vec<BriefBlock> {
    let things = outline.missing(Section::Declared);
    if things.is_empty() {
        return Vec::new();
    }
    let mut blocks =
        vec![BriefBlock::Heading(level, "Declared gaps: why, and what closes them".to_owned())];
    let (columns, rows) = if things.len() > IN_FULL {
        let columns = vec![("What is asked", 9), ("Outcome", 3), ("Why", 8)];
        (columns, things.iter().map(line).collect())
    } else {
        let columns = vec![("What is asked", 6), ("Outcome", 3), ("Why, and what closes it", 11)];
        let rows = things.iter().enumerate().map(|(at, thing)| full(thing, at < QUOTED));
        (columns, rows.collect())
    };
    blocks.push(BriefBlock::Table(BriefTable {
        caption: "Gaps in what the force declares".to_owned(),
        columns,
        rows,
    }));
    if things.len() > IN_FULL {
        let more = "The annex has the words behind each, and what closes it.";
        blocks.push(BriefBlock::text(Manner::Aside, more));
    }
    blocks
}

fn asked(thing: &Missing<'_>) -> BriefCell {
    let mut said = vec![vec![Phrase::strong(short(&thing.first.title(), TITLE))]];
    if let Some(finding) = thing.first.finding() {
        let source =
            format!("{}, {}", capital(&finding.strength.to_string()), finding.instrument_short);
        said.push(vec![Phrase::plain(plain(&source))]);
    }
    BriefCell::Said(said)
}

fn outcome(thing: &Missing<'_>) -> BriefCell {
    thing.first.finding().map_or_else(|| BriefCell::text(""), |one| BriefCell::Outcome(one.outcome))
}

fn line(thing: &Missing<'_>) -> Vec<BriefCell> {
    let behind = thing.behind_in_short().map(|more| format!(" ({more})")).unwrap_or_default();
    let said = format!("{}{behind}", short(&thing.why(), TITLE));
    vec![BriefCell::text(short(&thing.first.title(), TITLE)), outcome(thing), BriefCell::text(said)]
}

fn full(thing: &Missing<'_>, quoting: bool) -> Vec<BriefCell> {
    let gap = &thing.first;
    let mut said = vec![vec![Phrase::plain(full_stop(&short(&thing.why(), WHY)))]];
    let quotes = gap.words().into_iter().filter(|_| quoting).filter_map(quoted);
    said.extend(quotes.take(QUOTES).map(|quote| vec![Phrase::plain(quote)]));
    if let Some(finding) = gap.finding() {
        said.push(vec![
            Phrase::strong("What closes it: "),
            Phrase::plain(full_stop(&short(&finding.remedy, REMEDY))),
        ]);
    }
    said.extend(thing.behind().map(|behind| vec![Phrase::plain(short(&behind, WHY))]));
    let beside = thing.gaps().flat_map(|gap| {
        let planned = gap.finding().map(|one| actions::lines_for_people(gap.gated, one));
        gap.standing().into_iter().chain(gap.judged()).chain(planned.unwrap_or_default())
    });
    said.extend(beside.map(|one| vec![Phrase::plain(full_stop(&capital(&short(&one, WHY))))]));
    vec![asked(thing), outcome(thing), BriefCell::Said(said)]
}

/// Words of a source, and what they are from.
fn quoted(cited: &Cited) -> Option<String> {
    let quote = short(cited.quote.as_ref()?, QUOTE);
    let page = cited.place.as_ref().and_then(|place| place.page.map(i64::from)).or(cited.page);
    let page = page.map(|page| format!(", p. {page}")).unwrap_or_default();
    Some(format!("“{quote}” ({}{page}; {})", short(&cited.title, 70), words::found(cited)))
}
