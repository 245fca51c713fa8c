//! What changed from one date of a force to the next, on a terminal.

use super::super::heads::{SHOWN, meaning, span};
use super::super::sides::Side;
use crate::compare::{ArrangementChange, Change, Changes, RequirementChange};
use crate::report::evidence::evidence;
use crate::report::layout::{TerminalPage, Tone};
use crate::report::prose::capital;
use crate::report::words::many;
use crate::standing::Words as _;

/// How many words of a side are shown where not all are asked for.
const QUOTES: usize = 1;

/// Shows what changed, with both sides.
pub(super) fn show(page: &mut TerminalPage, changes: &Changes<'_>, full: bool) {
    page.heading(&capital(&span(changes.before, changes.after)));
    let counts: Vec<String> = SHOWN
        .iter()
        .map(|change| (*change, changes.count(*change)))
        .filter(|(_, count)| *count > 0)
        .map(|(change, count)| format!("{} {count}", change.word()))
        .collect();
    let same = changes.count(Change::Same);
    let same = many(same, "requirement is as it was", "requirements are as they were");
    let counts = if counts.is_empty() { "nothing".to_owned() } else { counts.join(", ") };
    page.paragraph("", &format!("What changed: {counts}. {}.", capital(&same)));
    for change in SHOWN {
        let mut any = false;
        for one in changes.changed(change) {
            if !any {
                page.heading(&format!("{} ({})", capital(change.word()), changes.count(change)));
                page.aside("", &format!("{}.", capital(meaning(change))));
                any = true;
            }
            match one.either() {
                Some(finding) if !full && is_short(change) => page.paragraph(
                    "  ",
                    &format!("{} ({}, {})", finding.title, finding.requirement, finding.outcome),
                ),
                _ => requirement(page, changes, one, full),
            }
        }
        if any && !full && is_short(change) {
            page.aside("", "`--full` shows both sides of these.");
        }
    }
    let mut arrangements = changes.arrangements_changed().peekable();
    if arrangements.peek().is_some() {
        page.heading("Arrangements");
        arrangements.for_each(|one| arrangement(page, changes, one, full));
    }
}

/// Whether a line is enough of what came out the same.
fn is_short(change: Change) -> bool {
    matches!(change, Change::Further | Change::Nearer)
}

fn requirement(
    page: &mut TerminalPage,
    changes: &Changes<'_>,
    one: &RequirementChange<'_>,
    full: bool,
) {
    let Some(finding) = one.either() else { return };
    let strength = if finding.superseded { "superseded" } else { finding.strength.word() };
    page.gap();
    page.paragraph("", &format!("{} ({strength})", finding.title));
    page.aside("  ", &format!("{}, {}", finding.requirement, finding.citation));
    side(page, "was", one.before.map(|of| Side::of(changes.before, of)), full);
    side(page, "is", one.after.map(|of| Side::of(changes.after, of)), full);
}

fn arrangement(
    page: &mut TerminalPage,
    changes: &Changes<'_>,
    one: &ArrangementChange<'_>,
    full: bool,
) {
    let Some(standing) = one.either() else { return };
    page.gap();
    page.paragraph("", &format!("{}: {}", standing.title, one.change));
    side(page, "was", one.before.map(|of| Side::of_standing(changes.before, of)), full);
    side(page, "is", one.after.map(|of| Side::of_standing(changes.after, of)), full);
}

fn side(page: &mut TerminalPage, tense: &str, side: Option<Side<'_>>, full: bool) {
    let lead = format!("  {tense:<4}");
    let Some(side) = side else {
        page.paragraph(&lead, "no rule of that date");
        return;
    };
    let word = format!("{}:", side.word);
    let words = side.why.split_whitespace().map(|word| (word, None));
    let tone = Some(Tone::from(side.outcome));
    let pieces: Vec<(&str, Option<Tone>)> =
        word.split(' ').map(|word| (word, tone)).chain(words).collect();
    page.wrapped(&lead, &pieces, " ");
    let shown = if full { side.evidence.len() } else { QUOTES };
    for cited in side.evidence.iter().take(shown) {
        evidence(page, cited, "        ");
    }
    if side.evidence.len() > shown {
        let more = side.evidence.len() - shown;
        page.aside("        ", &format!("and {more} more (`--full`)"));
    }
}
