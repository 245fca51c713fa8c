//! The first sheet: what was checked and when, how it came out, and what it rests on.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::super::actions;
use super::super::aside::Aside;
use super::super::columns::CellValue;
use super::super::outline::{FIRST, ReportOutline, SHOWN, Tallied};
use super::super::prose::{capital, full_stop};
use super::super::provenance;
use super::super::rulings::sentence;
use super::super::shortfall::name;
use super::super::words::UNGATED;
use super::cell_formats::CellFormats;
use super::sheet::{self, TITLE};
use crate::assessment::Tally;
use crate::report::words;
use crate::result::{CheckResult, Gated, Run};
use crate::standing::Words as _;

/// How wide the column of names is, and each of numbers.
const NAME: u8 = 38;
const COUNT: u8 = 14;

/// Writes the sheet.
pub(super) fn write(
    to: &mut Worksheet,
    result: &CheckResult,
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    to.set_name("Summary")?.set_screen_gridlines(false);
    sheet::paper(to);
    to.set_column_width(0, NAME)?;
    for column in 1..=6 {
        to.set_column_width(column, COUNT)?;
    }
    let mut page = SummarySheet { sheet: to, formats, row: 0 };
    page.whole(TITLE, &formats.title)?;
    if let Some(incomplete) = result.incomplete() {
        page.whole(&incomplete, &formats.alarm)?;
    }
    if let Some(filter) = &result.run.filtered {
        page.whole(
            &format!("Only {filter}. What else is asked isn't in this workbook."),
            &formats.alarm,
        )?;
    }
    for gated in &result.assessments {
        page.row += 1;
        force(&mut page, &result.run, gated)?;
    }
    page.row += 1;
    page.whole("What this rests on", &formats.heading)?;
    page.facts(&provenance::of_run(result))?;
    for gated in &result.assessments {
        page.whole(name(gated), &formats.name)?;
        page.facts(&provenance::of_force(gated))?;
    }
    Ok(())
}

fn force(page: &mut SummarySheet<'_>, run: &Run, gated: &Gated) -> Result<(), XlsxError> {
    let of = &gated.assessment;
    let outline = ReportOutline::of(gated);
    let counts = &outline.counts;
    page.whole(name(gated), &page.formats.heading)?;
    page.fact("Facts of", &CellValue::Day(of.as_of))?;
    page.fact("Assessed as at", &CellValue::Day(of.assessed_on))?;
    match &gated.verdict {
        None => page.said("Gate", UNGATED)?,
        Some(verdict) => page.said("Gate", &full_stop(&sentence(verdict)))?,
    }
    if let Some(aside) = Aside::of(run, gated).line() {
        page.said("Left aside", &aside)?;
    }
    if let Some(plan) = actions::counted(gated) {
        page.said("Action plan", &plan)?;
    }
    for said in words::none_stated(of) {
        page.said("Not asked", &said)?;
    }
    page.said(
        "Arrangements",
        &format!("{} of {} are stated.", counts.arrangements_stated, counts.arrangements),
    )?;
    page.said(
        "Not evidenced",
        "What was checked is silent: that isn’t to say that the force lacks it.",
    )?;
    page.row += 1;
    page.heads("Requirements in force")?;
    for (what, tally) in outline.tallies() {
        let head = match what {
            Tallied::Of(strength) => capital(strength.word()),
            all => all.head(),
        };
        page.tally(&head, &tally)?;
    }
    page.row += 1;
    page.whole("Headline arrangements", &page.formats.heading)?;
    for standing in &outline.headline {
        page.said(&standing.title, &full_stop(&capital(&words::state(&standing.stands))))?;
    }
    page.row += 1;
    page.whole("What to do first", &page.formats.heading)?;
    let first = outline.first();
    if first.is_empty() {
        page.said("Nothing comes first", outline.why_nothing_is_first())?;
    }
    for thing in first.iter().take(FIRST) {
        let gap = &thing.first;
        let behind = thing.behind().map(|behind| format!(" {behind}")).unwrap_or_default();
        match gap.finding() {
            Some(finding) => page.said(
                &finding.title,
                &format!(
                    "{}: {}{behind}",
                    capital(finding.outcome.word()),
                    full_stop(&finding.remedy)
                ),
            )?,
            None => page.said(&gap.title(), &gap.account())?,
        }
    }
    Ok(())
}

/// A sheet that is written from the top.
struct SummarySheet<'a> {
    sheet: &'a mut Worksheet,
    formats: &'a CellFormats,
    row: u32,
}

impl SummarySheet<'_> {
    /// A text over the whole width.
    fn whole(&mut self, said: &str, format: &Format) -> Result<(), XlsxError> {
        sheet::say(self.sheet, self.row, 0, said, format)?;
        self.row += 1;
        Ok(())
    }

    /// A name, and a text over the rest of the width, as high as it needs.
    fn said(&mut self, name: &str, said: &str) -> Result<(), XlsxError> {
        self.sheet.merge_range(self.row, 1, self.row, 6, "", &self.formats.plain)?;
        sheet::say(self.sheet, self.row, 0, name, &self.formats.plain)?;
        sheet::say(self.sheet, self.row, 1, said, &self.formats.plain)?;
        // Merged cells don't grow by themselves.
        let lines = [sheet::lines(name, NAME), sheet::lines(said, 6 * COUNT)];
        sheet::fit(self.sheet, self.row, lines.into_iter())?;
        self.row += 1;
        Ok(())
    }

    fn fact(&mut self, name: &str, cell: &CellValue) -> Result<(), XlsxError> {
        sheet::say(self.sheet, self.row, 0, name, &self.formats.plain)?;
        sheet::put(self.sheet, self.row, 1, cell, self.formats, &self.formats.plain)?;
        self.row += 1;
        Ok(())
    }

    fn facts(&mut self, facts: &[(String, String)]) -> Result<(), XlsxError> {
        facts.iter().try_for_each(|(name, value)| self.said(&capital(name), value))
    }

    fn heads(&mut self, name: &str) -> Result<(), XlsxError> {
        sheet::say(self.sheet, self.row, 0, name, &self.formats.head)?;
        for (at, outcome) in (1..).zip(SHOWN) {
            sheet::say(self.sheet, self.row, at, &capital(outcome.word()), &self.formats.head)?;
        }
        self.row += 1;
        Ok(())
    }

    fn tally(&mut self, name: &str, tally: &Tally) -> Result<(), XlsxError> {
        sheet::say(self.sheet, self.row, 0, name, &self.formats.plain)?;
        for (at, outcome) in (1..).zip(SHOWN) {
            let count = u32::try_from(tally.count(outcome)).unwrap_or(u32::MAX);
            sheet::put(
                self.sheet,
                self.row,
                at,
                &CellValue::Number(count),
                self.formats,
                &self.formats.plain,
            )?;
        }
        self.row += 1;
        Ok(())
    }
}
