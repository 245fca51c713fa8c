//! A document that contradicts itself: in one place something isn't there, in another it is.
//!
//! Certain is only what denies no less than the other place states: a denial whose every word but the empty ones
//! stands there, too. "No dedicated team in the north" says nothing against a dedicated team at headquarters.

use super::super::finding::{Finding, Sensitivity};
use super::super::page::Page;
use super::words::{Said, WordLists};
use crate::document::Kind;
use crate::reading::{Ground, Statement, Step, Upshot, dates_in};
use crate::rulebook::ArrangementId;
use crate::source::Place;
use crate::standing::{Day, State};

/// A statement that may be one side of a contradiction, with what its sentence says.
struct Side<'a> {
    statement: &'a Statement,
    said: Said,
}

/// Two that contradict each other.
struct Pair<'p, 'a> {
    denial: &'p Side<'a>,
    claim: &'p Side<'a>,
    sensitivity: Sensitivity,
}

/// The longest block that is a date with a word or two: what follows it is of that day.
const DATED: usize = 8;

/// One finding for each arrangement of which two things are said, at the later place.
pub(super) fn own(
    check: &'static str,
    page: &Page<'_>,
    statements: &[Statement],
    lists: &WordLists,
    found: &mut Vec<Finding>,
) {
    let mut told: Vec<&ArrangementId> = Vec::new();
    for denied in statements.iter().filter(|own| state(own) == Some(State::Absent)) {
        let id = &denied.arrangement;
        if told.contains(&id) {
            continue;
        }
        told.push(id);
        let of_it = || statements.iter().filter(|own| own.arrangement == *id);
        let sides = |wanted: fn(&Statement) -> bool, denial: bool| -> Vec<Side<'_>> {
            let own = of_it().filter(|own| wanted(own) && is_the_documents(page, own));
            own.map(|statement| Side { statement, said: lists.said(page, statement, denial) })
                .collect()
        };
        let claims = sides(claims, false);
        let denials = if claims.is_empty() { Vec::new() } else { sides(denies, true) };
        let pairs = denials
            .iter()
            .flat_map(|denial| claims.iter().filter_map(|claim| pair(page, lists, denial, claim)));
        // The certain one first, else the first in reading order.
        if let Some(pair) = pairs.min_by_key(|pair| pair.sensitivity as u8) {
            found.push(finding(check, page, &pair));
        }
    }
}

fn state(statement: &Statement) -> Option<State> {
    match statement.upshot {
        Upshot::State(state, _) => Some(state),
        _ => None,
    }
}

/// Whether it says outright that the thing isn't there.
fn denies(statement: &Statement) -> bool {
    matches!(&statement.upshot, Upshot::State(State::Absent, ground) if *ground != Ground::Presupposed)
        && !statement.presupposed
}

/// Whether it says that the thing is there, outright or as the document's own: "our team".
fn claims(statement: &Statement) -> bool {
    matches!(state(statement), Some(State::Partial | State::InPlace))
        && !statement.in_part
        && (!statement.presupposed || statement.settled == Some(Step::Possessor))
}

/// Whether it is said in the text itself: a table, a heading or a quotation says it of something else.
fn is_the_documents(page: &Page<'_>, statement: &Statement) -> bool {
    let kind = page.block(statement.block).map(|block| &block.kind);
    matches!(kind, Some(Kind::Paragraph | Kind::Item))
        && !page.is_quoted(statement.block, &statement.cue)
}

fn pair<'p, 'a>(
    page: &Page<'_>,
    lists: &WordLists,
    denial: &'p Side<'a>,
    claim: &'p Side<'a>,
) -> Option<Pair<'p, 'a>> {
    let places = [denial, claim].map(|side| (side.statement.block, side.statement.cue.start));
    let same = places.iter().all(|(block, _)| *block == denial.statement.block)
        && denial.statement.sentence == claim.statement.sentence;
    // What changed in between is no contradiction.
    if same || denial.said.changes || claim.said.changes {
        return None;
    }
    // What is denied by an answer, or by what follows, stands in another sentence.
    if !denial.said.denies || claim.said.denies {
        return None;
    }
    let dated = [denial, claim].iter().any(|side| is_dated(page, side.statement));
    let (first, last) = (places.iter().min()?.0, places.iter().max()?.0);
    if dated || (first + 1..=last).any(|block| dates_what_follows(page, block)) {
        return None;
    }
    let told_of_another = [denial, claim].iter().any(|side| lists.is_under(page, side.statement));
    let certain = !told_of_another && denial.said.is_denied_of(&claim.said);
    let sensitivity = if certain { Sensitivity::Default } else { Sensitivity::Pedantic };
    Some(Pair { denial, claim, sensitivity })
}

/// Whether its sentence names a day or a year.
fn is_dated(page: &Page<'_>, statement: &Statement) -> bool {
    let text = page.text(statement.block).get(statement.sentence.clone()).unwrap_or_default();
    names_a_date(text)
}

/// Whether a block is little but a date, or heads a part of the document with one.
fn dates_what_follows(page: &Page<'_>, block: usize) -> bool {
    let text = page.text(block);
    let heads = page.block(block).is_some_and(|own| matches!(own.kind, Kind::Heading(_)));
    (heads || text.split_whitespace().take(DATED + 1).count() <= DATED) && names_a_date(text)
}

fn names_a_date(text: &str) -> bool {
    let year = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let number = word.get(..4).and_then(|year| year.parse::<i16>().ok());
        number.is_some_and(|year| (1990..2100).contains(&year) && Day::new(year, 1, 1).is_ok())
    };
    text.split_whitespace().any(year) || !dates_in(text).is_empty()
}

fn finding(check: &'static str, page: &Page<'_>, pair: &Pair<'_, '_>) -> Finding {
    let at = |side: &Side<'_>| (side.statement.block, side.statement.cue.start);
    let (first, later) = if at(pair.denial) < at(pair.claim) {
        (pair.denial, pair.claim)
    } else {
        (pair.claim, pair.denial)
    };
    let state = |side: &Side<'_>| state(side.statement).unwrap_or(State::NotStated);
    let earlier = placed(check, page, first, String::new());
    let message = format!(
        "by this {} is {}, and by {} {}: “{}”",
        later.statement.arrangement,
        state(later),
        said_at(&earlier.place),
        state(first),
        earlier.quote,
    );
    let own = placed(check, page, later, message);
    let help = "say it once, or say of each when, where and for whom it is so";
    Finding { sensitivity: pair.sensitivity, ..own }.helped(help)
}

/// A finding about the sentence of a statement.
fn placed(check: &'static str, page: &Page<'_>, side: &Side<'_>, message: String) -> Finding {
    let Statement { block, sentence, .. } = side.statement;
    let written = page.text(*block).get(sentence.clone()).unwrap_or_default();
    let end = sentence.start + written.trim_end().len();
    page.finding(check, Sensitivity::Default, *block, sentence.start..end, message)
}

fn said_at(place: &Place) -> String {
    match place.page {
        Some(page) => format!("page {page}, line {}", place.line),
        None => format!("line {}", place.line),
    }
}
