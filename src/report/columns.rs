//! Findings as rows: the columns of every sheet, in one list, so that the sheets say the same.

use super::actions;
use super::aside::Aside;
use super::prose::{capital, flat, full_stop};
use super::rulings;
use super::shortfall::{Short, Shortfall, beside, name, path};
use crate::assessment::{Cited, Finding};
use crate::report::words;
use crate::result::{CheckResult, Gated};
use crate::standing::{Day, Words as _};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CellValue {
    /// A text on one line, no longer than a cell may be. It may come from anybody.
    Text(String),
    /// A date.
    Day(Day),
    /// A number.
    Number(u32),
    /// Nothing.
    Empty,
}

/// What a row is about: a finding, or what makes the gate fail beside findings.
#[derive(Clone, Copy, Debug)]
pub(super) struct SheetRow<'a> {
    /// The result that it stands in.
    pub(super) result: &'a CheckResult,
    /// The finding, be it a gap or not.
    pub(super) about: Shortfall<'a>,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub(super) struct SheetColumn {
    /// Its name to programs.
    pub(super) key: &'static str,
    /// Its name to people.
    pub(super) title: &'static str,
    /// How wide it is where it has a width, in digits.
    pub(super) width: u8,
    /// What stands in it.
    pub(super) of: fn(&SheetRow<'_>) -> CellValue,
}

/// The outcome of an arrangement that went silent since the baseline. No requirement has it.
pub(super) const SILENT: &str = "went silent";

/// That of what makes the gate fail beside findings.
pub(super) const OBJECTION: &str = "fails the gate";

/// The most that a spreadsheet takes in a cell, in units of UTF-16.
const LONGEST: usize = 32_767;

/// All rows of a result: a force after another, and of each what comes first before the rest.
pub(super) fn rows(result: &CheckResult) -> impl Iterator<Item = SheetRow<'_>> {
    result.assessments.iter().flat_map(move |gated| {
        let findings = gated.assessment.findings.iter().map(Short::Finding);
        let all = findings.chain(beside(gated)).map(|what| Shortfall { gated, what });
        let mut all: Vec<Shortfall<'_>> = all.collect();
        all.sort_by_cached_key(Shortfall::precedence);
        all.into_iter().map(move |about| SheetRow { result, about })
    })
}

/// All columns.
pub(super) const COLUMNS: &[SheetColumn] = &[
    column("force", "Force id", 16, |row| text(row.gated().assessment.force.as_str())),
    column("name", "Force", 18, |row| text(name(row.gated()))),
    column("as_of", "Facts of", 12, |row| CellValue::Day(row.gated().assessment.as_of)),
    column("assessed_on", "Assessed as at", 12, |row| {
        CellValue::Day(row.gated().assessment.assessed_on)
    }),
    column("requirement", "Requirement", 24, |row| text(row.about.rule())),
    column("title", "What is asked", 28, |row| match row.about.what {
        Short::Finding(finding) => text(&finding.title),
        Short::Silent(silent) => text(&capital(&silent.name)),
        Short::Objection(_) => text(&row.about.title()),
    }),
    column("instrument", "Instrument", 26, |row| row.of(|finding| text(&finding.instrument_title))),
    column("law", "Law", 7, |row| row.of(|finding| yes_no(finding.law))),
    column("strength", "How binding", 13, |row| row.of(|finding| text(finding.strength.word()))),
    column("outcome", "Outcome", 14, |row| match row.about.what {
        Short::Finding(finding) => text(finding.outcome.word()),
        Short::Silent(_) => text(SILENT),
        Short::Objection(_) => text(OBJECTION),
    }),
    column("superseded", "Superseded", 12, |row| row.of(|finding| yes_no(finding.superseded))),
    column("why", "Why", 36, |row| match row.about.what {
        Short::Finding(finding) => text(&capital(&words::why(finding))),
        Short::Silent(_) | Short::Objection(_) => text(&row.about.account()),
    }),
    column("assumed", "Assumed", 26, |row| {
        row.of(|finding| optional(words::assumed(finding).as_deref()))
    }),
    column("none_came", "None came", 30, |row| {
        let said = words::none_stated(&row.gated().assessment);
        optional((!said.is_empty()).then(|| said.join(" ")).as_deref())
    }),
    column("basis", "Backed by", 12, |row| {
        row.of(|finding| finding.basis.map_or(CellValue::Empty, |basis| text(basis.word())))
    }),
    column("quotes", "Words", 38, |row| {
        let words: Vec<String> = row.about.words().into_iter().filter_map(quoted).collect();
        optional((!words.is_empty()).then(|| words.join(" ")).as_deref())
    }),
    column("remedy", "What closes it", 32, |row| {
        row.of(
            |finding| {
                if finding.outcome.is_gap() { text(&finding.remedy) } else { CellValue::Empty }
            },
        )
    }),
    column("citation", "Source", 20, |row| row.of(|finding| text(&finding.citation))),
    column("derivation", "Derivation", 14, |row| row.of(|finding| text(finding.derivation.word()))),
    column("warrant", "Words read", 16, |row| row.of(|finding| text(finding.warrant.word()))),
    column("confirmed", "Confirmed at", 16, |row| {
        row.of(|finding| optional(finding.confirmed.as_ref().map(|one| one.at.as_str())))
    }),
    column("accepted", "Evidence that would do", 34, |row| {
        row.of(|finding| optional(finding.evidence.as_deref()))
    }),
    column("note", "How it is read", 34, |row| row.of(|finding| optional(finding.note.as_deref()))),
    column("gate", "Gate", 14, |row| gate(row).map_or(CellValue::Empty, text)),
    column("gate_note", "What speaks for it", 30, |row| optional(row.about.standing().as_deref())),
    column("judgement", "Inspector’s judgement", 30, |row| {
        let judged = row.about.judged();
        optional((!judged.is_empty()).then(|| judged.join(" ")).as_deref())
    }),
    column("actions", "Action", 34, |row| {
        let planned = row.about.planned();
        optional((!planned.is_empty()).then(|| planned.join(" ")).as_deref())
    }),
    column("file", "File", 28, |row| text(&path(row.about.place()))),
    column("page", "Page", 7, |row| {
        row.about.place().page.map_or(CellValue::Empty, CellValue::Number)
    }),
    column("line", "Line", 7, |row| {
        u32::try_from(row.about.place().line).map_or(CellValue::Empty, CellValue::Number)
    }),
    column("aside", "Left aside or taken as given", 34, |row| {
        optional(Aside::of(&row.result.run, row.gated()).line().as_deref())
    }),
    column("action_plan", "Action plan", 30, |row| {
        optional(actions::counted(row.gated()).as_deref())
    }),
    column("complete", "All inputs assessed", 14, |row| match row.result.incomplete() {
        None => text("yes"),
        Some(incomplete) => text(&incomplete),
    }),
];

const fn column(
    key: &'static str,
    title: &'static str,
    width: u8,
    of: fn(&SheetRow<'_>) -> CellValue,
) -> SheetColumn {
    SheetColumn { key, title, width, of }
}

impl<'a> SheetRow<'a> {
    fn gated(&self) -> &'a Gated {
        self.about.gated
    }

    fn of(&self, cell: impl Fn(&Finding) -> CellValue) -> CellValue {
        self.about.finding().map_or(CellValue::Empty, cell)
    }
}

/// What the gate makes of a row, in a word or two; nothing where there is no gate.
pub(super) fn gate(row: &SheetRow<'_>) -> Option<&'static str> {
    row.gated().verdict.as_ref()?;
    Some(match row.about.what {
        Short::Finding(_) => {
            row.about.mark().map_or("not gated", |mark| rulings::word(&mark.ruling))
        }
        Short::Silent(_) | Short::Objection(_) => "fails",
    })
}

/// A text from anywhere as a cell has it: on one line, and no longer than a cell may be. What is cut
/// off is told.
pub(super) fn text(text: &str) -> CellValue {
    let text: String = flat(text).chars().filter(|c| !is_no_character(*c)).collect();
    if text.is_empty() { CellValue::Empty } else { CellValue::Text(cut(text)) }
}

fn optional(of: Option<&str>) -> CellValue {
    of.map_or(CellValue::Empty, text)
}

fn yes_no(yes: bool) -> CellValue {
    text(if yes { "yes" } else { "no" })
}

/// Words of a source, with their place.
pub(super) fn quoted(cited: &Cited) -> Option<String> {
    let quote = cited.quote.as_ref()?;
    Some(full_stop(&format!("“{quote}” ({})", stands(cited))))
}

/// Where words stand.
pub(super) fn stands(cited: &Cited) -> String {
    match (&cited.place, cited.page) {
        _ if cited.unseen => format!("{}, {}", cited.title, words::UNSEEN),
        (Some(place), _) => place.to_string(),
        (None, Some(page)) => format!("{}, p. {page}, not checked", cited.title),
        (None, None) => format!("{}, not checked", cited.title),
    }
}

/// Code points that are no characters: XML has no place for them.
fn is_no_character(c: char) -> bool {
    matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff)
}

fn cut(text: String) -> String {
    const MARK: &str = " […cut]";
    if text.encode_utf16().count() <= LONGEST {
        return text;
    }
    let mut left = LONGEST - MARK.chars().count();
    let kept = text.chars().take_while(|c| match left.checked_sub(c.len_utf16()) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    });
    let mut kept: String = kept.collect();
    kept.push_str(MARK);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_no_more_than_it_can() {
        for (long, kept) in [("x".repeat(32_767), 32_767), ("x".repeat(40_000), 32_767)] {
            let CellValue::Text(cell) = text(&long) else { panic!("no text") };
            assert_eq!(cell.encode_utf16().count(), kept);
            assert_eq!(cell.ends_with("[…cut]"), long.len() > 32_767);
        }
        let CellValue::Text(cell) = text(&"😀".repeat(20_000)) else { panic!("no text") };
        assert!(cell.encode_utf16().count() <= LONGEST && cell.ends_with("😀 […cut]"));
        assert_eq!(text("a\r\n\tb\u{ffff}"), CellValue::Text("a b".to_owned()));
        assert_eq!(text(" \n"), CellValue::Empty);
    }
}
