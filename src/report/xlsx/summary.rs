//! The first sheet: what was checked and when, how it came out, and what it rests on.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::super::columns::Cell;
use super::super::division::SHOWN;
use super::super::priorities::{FIRST, first, none};
use super::super::shortfall::{capital, full_stop, name};
use super::super::words::{UNGATED, state, verdict_sentence};
use super::super::{provenance, standings};
use super::{look, sheet};
use crate::assessment::Tally;
use crate::result::{CheckResult, Gated};
use crate::standing::Words as _;

/// How wide the column of names is, and each of numbers.
const NAME: u8 = 38;
const COUNT: u8 = 14;

/// Writes the sheet.
pub(super) fn write(to: &mut Worksheet, result: &CheckResult) -> Result<(), XlsxError> {
    to.set_name("Summary")?.set_screen_gridlines(false);
    sheet::paper(to);
    to.set_column_width(0, NAME)?;
    for column in 1..=6 {
        to.set_column_width(column, COUNT)?;
    }
    let mut page = Page { sheet: to, row: 0 };
    page.whole("Modern slavery: what is declared and what is asked", &look::title())?;
    if let Some(incomplete) = result.incomplete() {
        page.whole(&incomplete, &look::alarm())?;
    }
    if let Some(filter) = &result.run.filtered {
        page.whole(
            &format!("Only {filter}. What else is asked isn't in this workbook."),
            &look::alarm(),
        )?;
    }
    for gated in &result.assessments {
        page.row += 1;
        force(&mut page, gated)?;
    }
    page.row += 1;
    page.whole("What this rests on", &look::heading())?;
    page.facts(&provenance::of_run(result))?;
    for gated in &result.assessments {
        page.whole(name(gated), &look::plain().set_bold())?;
        page.facts(&provenance::of_force(gated))?;
    }
    Ok(())
}

fn force(page: &mut Page<'_>, gated: &Gated) -> Result<(), XlsxError> {
    let of = &gated.assessment;
    let counts = of.counts();
    page.whole(name(gated), &look::heading())?;
    page.fact("Facts of", &Cell::Day(of.as_of))?;
    page.fact("Assessed as at", &Cell::Day(of.assessed_on))?;
    match &gated.verdict {
        None => page.said("Gate", UNGATED)?,
        Some(verdict) => page.said("Gate", &full_stop(&verdict_sentence(verdict)))?,
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
    for (strength, tally) in counts.by_strength.iter().rev() {
        page.tally(&capital(strength.word()), tally)?;
    }
    page.tally("All in force", &counts.in_force)?;
    page.tally("Superseded, counted apart", &counts.superseded)?;
    page.row += 1;
    page.whole("Headline arrangements", &look::heading())?;
    for standing in standings::headline(gated) {
        page.said(&standing.title, &full_stop(&capital(&state(&standing.stands))))?;
    }
    page.row += 1;
    page.whole("What to do first", &look::heading())?;
    let gaps = first(gated);
    if gaps.is_empty() {
        page.said("Nothing comes first", none(gated))?;
    }
    for gap in gaps.iter().take(FIRST) {
        match gap.finding() {
            Some(finding) => page.said(
                &finding.title,
                &format!("{}: {}", capital(finding.outcome.word()), finding.remedy),
            )?,
            None => page.said("Went silent", &gap.account())?,
        }
    }
    Ok(())
}

/// A sheet that is written from the top.
struct Page<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
}

impl Page<'_> {
    /// A text over the whole width.
    fn whole(&mut self, said: &str, look: &Format) -> Result<(), XlsxError> {
        sheet::say(self.sheet, self.row, 0, said, &look.clone().unset_text_wrap())?;
        self.row += 1;
        Ok(())
    }

    /// A name, and a text over the rest of the width, as high as it needs.
    fn said(&mut self, name: &str, said: &str) -> Result<(), XlsxError> {
        self.sheet.merge_range(self.row, 1, self.row, 6, "", &look::plain())?;
        sheet::say(self.sheet, self.row, 0, name, &look::plain())?;
        sheet::say(self.sheet, self.row, 1, said, &look::plain())?;
        // Merged cells don't grow by themselves.
        let lines = [sheet::lines(name, NAME), sheet::lines(said, 6 * COUNT)];
        sheet::fit(self.sheet, self.row, lines.into_iter())?;
        self.row += 1;
        Ok(())
    }

    fn fact(&mut self, name: &str, cell: &Cell) -> Result<(), XlsxError> {
        sheet::say(self.sheet, self.row, 0, name, &look::plain())?;
        sheet::put(self.sheet, self.row, 1, cell, &look::plain())?;
        self.row += 1;
        Ok(())
    }

    fn facts(&mut self, facts: &[(String, String)]) -> Result<(), XlsxError> {
        facts.iter().try_for_each(|(name, value)| self.said(&capital(name), value))
    }

    fn heads(&mut self, name: &str) -> Result<(), XlsxError> {
        sheet::say(self.sheet, self.row, 0, name, &look::head())?;
        for (at, outcome) in (1..).zip(SHOWN) {
            sheet::say(self.sheet, self.row, at, &capital(outcome.word()), &look::head())?;
        }
        self.row += 1;
        Ok(())
    }

    fn tally(&mut self, name: &str, tally: &Tally) -> Result<(), XlsxError> {
        sheet::say(self.sheet, self.row, 0, name, &look::plain())?;
        for (at, outcome) in (1..).zip(SHOWN) {
            let count = u32::try_from(tally.count(outcome)).unwrap_or(u32::MAX);
            sheet::put(self.sheet, self.row, at, &Cell::Number(count), &look::plain())?;
        }
        self.row += 1;
        Ok(())
    }
}
