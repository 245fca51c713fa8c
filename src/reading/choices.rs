//! Boxes that are ticked or left empty: which words of a document were chosen, and which only stood to be chosen from.

use std::collections::{BTreeMap, BTreeSet};

use super::alternatives::alternatives;
use super::boxes::marks;
use super::chosen::Chosen;
use super::denied::denied;
use super::status::{CellSays, leading, strict};
use crate::document::{Block, Document, Kind};
use crate::rulebook::{GridWords, Tick};
use crate::source::Span;
use crate::standing::State;

/// The words of one option that excludes others are no longer than this.
const OPTION: usize = 6;

/// One thing to choose.
struct Choice {
    block: usize,
    mark: Span,
    tick: Tick,
    words: Span,
    /// Where what is asked before it in its block ends.
    asks: Option<usize>,
    /// Whether it says how far something stands, so that only one of its kind can hold.
    excludes: bool,
    /// How far it says that something stands.
    says: Option<State>,
    /// Whether another question stands between it and the one before or after.
    asks_again: bool,
}

/// What was chosen in each block that has boxes.
pub(super) fn chosen(
    document: &Document,
    words: &GridWords,
    empty: Option<State>,
) -> BTreeMap<usize, Chosen> {
    let mut groups: Vec<(bool, Vec<Choice>)> = Vec::new();
    let mut last: Option<(usize, &Kind)> = None;
    for (at, block) in document.blocks.iter().enumerate() {
        let Some((own, prefixed)) = choices(at, block, words) else { continue };
        let goes_on = !prefixed
            && last.is_some_and(|(before, kind)| {
                let row = || groups.last().is_some_and(|(_, group)| is_one_choice(group, &own));
                before + 1 == at
                    && groups.last().is_some()
                    && (alike(kind, &block.kind) || are_beside(kind, &block.kind) && row())
            });
        match groups.last_mut().filter(|_| goes_on) {
            Some((_, group)) => group.extend(own),
            None => groups.push((prefixed, own)),
        }
        last = Some((at, &block.kind));
    }
    let mut found: BTreeMap<usize, Chosen> = BTreeMap::new();
    for (at, block) in document.blocks.iter().enumerate() {
        let answered = |asks| Chosen { asks: Some(asks), answers: true, ..Chosen::default() };
        let own = alternatives(block, words).or_else(|| denied(block, words).map(answered));
        if let Some(own) = own.filter(|_| marks(block.text()).is_empty()) {
            found.insert(at, own);
        }
    }
    for (_, group) in groups {
        settle(&group, empty, &mut found);
    }
    found
}

fn alike(a: &Kind, b: &Kind) -> bool {
    match (a, b) {
        (Kind::Cell(a), Kind::Cell(b)) => a == b,
        (Kind::Cell(_), _) | (_, Kind::Cell(_)) => false,
        _ => true,
    }
}

/// Whether two cells stand in one row.
fn are_beside(a: &Kind, b: &Kind) -> bool {
    matches!((a, b), (Kind::Cell(a), Kind::Cell(b)) if a.table == b.table && a.row == b.row)
}

/// Whether the options of two cells are of one choice: "☐ Yes" and beside it "☒ No". No two of them say the same, and one at most
/// is ticked.
fn is_one_choice(before: &[Choice], after: &[Choice]) -> bool {
    let all = || before.iter().chain(after);
    let states: Option<Vec<State>> = all().map(|choice| choice.says).collect();
    let differ =
        states.is_some_and(|states| states.iter().collect::<BTreeSet<_>>().len() == states.len());
    let ticked = all().filter(|choice| choice.tick != Tick::Empty).count();
    differ && ticked <= 1
}

/// What is to be chosen in a block, and whether something stands before it.
fn choices(at: usize, block: &Block, words: &GridWords) -> Option<(Vec<Choice>, bool)> {
    let text = block.text();
    let marks = marks(text);
    let (first, last) = (marks.first()?, marks.last()?);
    let is_word =
        |span: Span| text.get(span).is_some_and(|part| part.contains(char::is_alphanumeric));
    let before = is_word(0..first.0.start);
    let after = is_word(last.0.end..text.len());
    if !before && !after && marks.len() == 1 {
        // A tick alone in its cell: the grid knows what it ticks.
        return None;
    }
    // "Yes ☐ No ☒": words first.
    let words_first = before && !after;
    let mut found = Vec::with_capacity(marks.len());
    let mut prefixed = before && !words_first;
    for (n, (mark, tick)) in marks.iter().enumerate() {
        let asks_again;
        let span = if words_first {
            let from = n.checked_sub(1).and_then(|n| marks.get(n)).map_or(0, |mark| mark.0.end);
            let said = text.get(from..mark.start).unwrap_or_default();
            let cut = said.trim_end().rfind(['?', ':', '.']).map_or(0, |cut| cut + 1);
            prefixed |= n == 0 && cut > 0;
            asks_again = n > 0 && cut > 0;
            from + cut..mark.start
        } else {
            let to = marks.get(n + 1).map_or(text.len(), |mark| mark.0.start);
            let said = text.get(mark.end..to).unwrap_or_default();
            asks_again = said.contains('?');
            // "[X] No Is there a lead?": of the next question nothing stands to be chosen.
            let option = said.len() - said.trim_start().len();
            let option = option + said.trim_start().find(' ').unwrap_or(0);
            mark.end..if asks_again { mark.end + option } else { to }
        };
        let said = text.get(span.clone()).unwrap_or_default();
        // Nothing was filled in there: "A strategy? ☐".
        let bare = before && !said.contains(char::is_alphanumeric) && *tick == Tick::Empty;
        let short = said.split_whitespace().count() <= OPTION;
        let option = said.trim_matches(|c: char| !c.is_alphanumeric());
        // "No, a wider team deals with it" is one of several answers, too.
        let led_in = || {
            let (says, end) = leading(said.trim(), words)?;
            let rest = said.trim().get(end..)?;
            let signed = rest.starts_with([',', ';', ':'])
                || [" –", " —", " -"].iter().any(|sign| rest.starts_with(sign));
            // What stands behind a "yes" may well take it back.
            (signed && says.state() == Some(State::Absent)).then_some(says)
        };
        let status = if short { strict(option, words) } else { None };
        let says = status.or_else(led_in).and_then(CellSays::state);
        let excludes = bare || says.is_some();
        let asks = (prefixed && n == 0 && excludes).then(|| span.start.min(mark.start));
        let (mark, tick) = (mark.clone(), *tick);
        let choice =
            Choice { block: at, mark, tick, words: span, asks, excludes, says, asks_again };
        found.push(choice);
    }
    Some((found, prefixed))
}

fn settle(group: &[Choice], empty: Option<State>, found: &mut BTreeMap<usize, Chosen>) {
    let excluding = || group.iter().filter(|choice| choice.excludes);
    let ticked = |tick: Tick| excluding().filter(|choice| choice.tick == tick).count();
    // Where boxes are left empty and none is ticked, a cross ticks.
    let ticks = |choice: &Choice| match choice.tick {
        Tick::Chosen | Tick::Either => true,
        Tick::Crossed => choice.excludes && ticked(Tick::Chosen) == 0 && ticked(Tick::Empty) > 0,
        Tick::Empty => false,
    };
    let count = excluding().filter(|choice| ticks(choice)).count();
    let undecided = match count {
        _ if excluding().next().is_none() => None,
        _ if group.iter().any(|choice| choice.asks_again) => {
            Some("several questions share one line of boxes")
        }
        0 => Some("no box of its answer is ticked"),
        1 => None,
        _ => Some("more than one box of its answer is ticked"),
    };
    let mut first = true;
    for choice in group {
        let own = found.entry(choice.block).or_default();
        own.out.push(choice.mark.clone());
        own.asks = own.asks.or(choice.asks);
        own.answers |= choice.excludes;
        // "An empty box means that we do not have it."
        if choice.tick == Tick::Empty && !choice.excludes && empty.is_some() {
            own.empty = empty;
            continue;
        }
        own.ticked |= ticks(choice) && !choice.excludes;
        if !ticks(choice) || (choice.excludes && undecided.is_some()) {
            own.out.push(choice.words.clone());
        }
        if choice.excludes && std::mem::take(&mut first) {
            own.undecided = own.undecided.or(undecided);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::open;

    fn words() -> GridWords {
        let mut words = GridWords::default();
        words.statuses.insert("yes".into(), State::InPlace);
        words.statuses.insert("no".into(), State::Absent);
        words
    }

    fn left(text: &str) -> (String, Option<&'static str>) {
        let document = open("t.txt", text.as_bytes()).unwrap();
        let found = chosen(&document, &words(), None);
        let mut left = Vec::new();
        let mut undecided = None;
        for (at, block) in document.blocks.iter().enumerate() {
            match found.get(&at) {
                Some(chosen) => {
                    left.push(chosen.rest(block.text()).trim().to_owned());
                    undecided = undecided.or(chosen.undecided);
                }
                None => left.push(block.text().to_owned()),
            }
        }
        left.retain(|line| !line.is_empty());
        (left.join(" / "), undecided)
    }

    #[test]
    fn what_was_chosen_stays() {
        for (text, rest) in [
            ("☐ Yes ☒ No", "No"),
            ("[x] Yes [ ] No", "Yes"),
            ("( ) Yes (•) No", "No"),
            ("Yes ☐ No ☒", "No"),
            ("Is there a lead? Yes ☒ No ☐", "Is there a lead? Yes"),
            ("A lead: ☐ Yes ☑ No", "A lead:  No"),
            ("☐ Yes\n\n☒ No", "No"),
            ("☐ A coordinator of the force.\n\n☑ A lead of the force.", "A lead of the force."),
            ("✓ Yes ✗ No", "Yes"),
            ("○ Yes ◉ No", "No"),
        ] {
            assert_eq!(left(text), (rest.to_owned(), None), "{text}");
        }
    }

    #[test]
    fn none_or_both_is_nothing() {
        for text in ["☐ Yes ☐ No", "☒ Yes ☒ No", "☐ Yes\n\n☐ No", "☒ Yes\n\n☒ No"] {
            let (rest, undecided) = left(text);
            assert!(rest.is_empty() && undecided.is_some(), "{text}: {rest}");
        }
    }

    #[test]
    fn questions_in_one_paragraph_are_not_answered_by_each_others_boxes() {
        let (rest, undecided) = left("A lead? [ ] Yes [X] No Is there a team? [X] Yes [ ] No");
        assert!(rest.contains("Is there a team?") && undecided.is_some(), "{rest}");
        assert!(!rest.contains("Yes") && !rest.contains("No "), "{rest}");
    }

    #[test]
    fn cells_of_a_row_are_one_choice_where_they_exclude_each_other() {
        let row = |cells: &str| {
            format!(
                "<table><tr><td>A lead?</td>{cells}</tr><tr><td>A team?</td><td></td></tr></table>"
            )
        };
        let left = |cells: &str| {
            let document = open("t.html", row(cells).as_bytes()).unwrap();
            let found = chosen(&document, &words(), None);
            let undecided = found.values().find_map(|own| own.undecided);
            let rest = found.iter().map(|(at, own)| own.rest(document.blocks[*at].text()));
            (rest.collect::<Vec<_>>().join("").trim().to_owned(), undecided)
        };
        assert_eq!(left("<td>☐ Yes</td><td>☒ No</td>"), ("No".to_owned(), None));
        assert_eq!(left("<td>☒ Yes</td><td>☒ Yes</td>").1, None);
        assert!(left("<td>☐ Yes</td><td>☐ No</td>").1.is_some());
    }

    #[test]
    fn what_only_looks_like_a_box_is_none() {
        for text in ["One [1] and (a) two.", "reason(x) and more"] {
            assert_eq!(left(text), (text.to_owned(), None));
        }
        // It may be one, and leaves out nothing but itself.
        assert_eq!(left("The force (x) has a lead."), ("The force  has a lead.".to_owned(), None));
    }
}
