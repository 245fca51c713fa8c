//! Notes that no format tells of: a raised number in a text, and a line at the foot of its page that begins with it.
//!
//! A run of such lines counts as notes only where each of them has its mark on the page (or, behind all else, in the
//! document): a list that happens to stand last has none.

use std::collections::HashMap;

use super::block::{Block, Kind, NoteMark};
use super::foot_marks::{
    FoundMark, MOST, Marks, SIGNS, Shown, TYPED, digit, is_of_a_mark, is_raised, marks, shown,
};

/// What a line without a word of its own is no longer than: a page number.
const NOTHING: usize = 3;

/// Finds which lines are notes to which marks, and drops the marks that have none.
pub(super) fn link(blocks: &mut [Block]) {
    let mut next = blocks
        .iter()
        .flat_map(|block| block.note_marks().iter().map(|mark| mark.note).chain(block.note()))
        .filter(|note| *note < TYPED)
        .max()
        .map_or(0, |note| note.saturating_add(1));
    let mut marks = marks(blocks);
    if !marks.is_empty() {
        let paged = blocks.iter().any(|block| block.spot(0).page.is_some());
        let runs = runs(blocks, paged);
        let mut counts: HashMap<(Option<u32>, Shown), usize> = HashMap::new();
        for (at, shown, _) in runs.iter().flatten() {
            *counts.entry((page(blocks, *at), *shown)).or_default() += 1;
        }
        for run in runs {
            let page = run.first().and_then(|(at, ..)| page(blocks, *at));
            let own = |(at, shown, _): &(usize, Shown, usize)| {
                let found = marks.get(&(page, *shown));
                let found = found.filter(|_| counts.get(&(page, *shown)) == Some(&1));
                found.is_some_and(|found| {
                    found.len() <= MOST && found.iter().all(|(mark, _)| mark < at)
                })
            };
            let rises = run.windows(2).all(|pair| match pair {
                [(_, Shown::Number(one), _), (_, Shown::Number(two), _)] => one < two,
                [(_, one, _), (_, two, _)] => one != two,
                _ => true,
            });
            if !rises || !run.iter().all(own) {
                continue;
            }
            for (at, shown, length) in run {
                let found = marks.remove(&(page, shown)).unwrap_or_default();
                join(blocks, at, length, &found, next);
                next = next.saturating_add(1);
            }
        }
        if paged {
            at_the_end(blocks, &marks, next);
        }
    }
    for block in blocks {
        if let Some(noted) = &mut block.noted {
            noted.marks.retain(|mark| mark.note < TYPED);
        }
    }
}

/// Notes that stand together behind all pages: each has one mark in the document, which no page answers.
fn at_the_end(blocks: &mut [Block], marks: &Marks, mut next: u32) {
    let mut whole: HashMap<Shown, Vec<FoundMark>> = HashMap::new();
    for ((_, shown), found) in marks {
        whole.entry(*shown).or_default().extend(found.iter().cloned());
    }
    let Some(run) = runs(blocks, false).pop() else { return };
    let own = |(at, shown, _): &(usize, Shown, usize)| {
        whole.get(shown).is_some_and(|found| matches!(found.as_slice(), [(mark, _)] if mark < at))
    };
    let counts = run.windows(2).all(|pair| match pair {
        [(_, Shown::Number(one), _), (_, Shown::Number(two), _)] => one + 1 == *two,
        _ => false,
    });
    if counts && run.iter().all(own) {
        for (at, shown, length) in run {
            join(blocks, at, length, whole.get(&shown).map_or(&[], Vec::as_slice), next);
            next = next.saturating_add(1);
        }
    }
}

/// Makes a block the note of marks.
fn join(blocks: &mut [Block], at: usize, length: usize, marks: &[FoundMark], note: u32) {
    if let Some(block) = blocks.get_mut(at) {
        let noted = block.noted();
        noted.of = Some(note);
        if length > 0 {
            noted.marks.insert(0, NoteMark { place: 0..length, note });
        }
    }
    for (block, place) in marks {
        let Some(block) = blocks.get_mut(*block) else { continue };
        let own = &mut block.noted().marks;
        own.retain(|mark| mark.note < TYPED || mark.place.start != place.start);
        let behind = own.partition_point(|mark| mark.place.start <= place.start);
        own.insert(behind, NoteMark { place: place.clone(), note });
    }
}

fn page(blocks: &[Block], at: usize) -> Option<u32> {
    blocks.get(at).and_then(|block| block.spot(0).page)
}

/// So many blocks may stand behind the notes of a paper without pages.
const BEHIND: usize = 3;

/// The lines that may be notes, with what each shows and how many bytes of its text that takes, in runs without another line
/// between: on pages, on which columns end anywhere, each run; without pages the one that stands last, but for a few lines
/// such as a version or a name.
fn runs(blocks: &[Block], paged: bool) -> Vec<Vec<(usize, Shown, usize)>> {
    let mut runs: Vec<Vec<(usize, Shown, usize)>> = Vec::new();
    let mut run = Vec::new();
    // Whether something else stands behind on the page.
    let (mut over, mut last, mut behind) = (false, None, 0);
    for (at, block) in blocks.iter().enumerate().rev() {
        let own = if paged { block.spot(0).page } else { None };
        if last != Some(own) {
            runs.push(std::mem::take(&mut run));
            (over, last) = (false, Some(own));
        }
        let says = block.text().contains(char::is_alphabetic) || block.text().len() > NOTHING;
        if over || matches!(block.kind, Kind::Furniture) || !says {
            continue;
        }
        match begins(block) {
            Some((shown, length)) => run.push((at, shown, length)),
            None if paged => runs.push(std::mem::take(&mut run)),
            None if run.is_empty() && behind < BEHIND => behind += 1,
            None => over = true,
        }
    }
    // A version or a name may stand behind notes that nothing else looks like.
    let raised = |at: usize| blocks.get(at).is_some_and(|own| own.text().starts_with(is_raised));
    if behind > 0 && !run.iter().all(|(at, ..)| raised(*at)) {
        run.clear();
    }
    runs.push(run);
    runs.iter_mut().for_each(|run| run.reverse());
    runs.retain(|run| !run.is_empty());
    runs
}

/// What a block begins with, if a note may: "1 The post …", "[1]", "1.", "¹", "*".
fn begins(block: &Block) -> Option<(Shown, usize)> {
    let may = matches!(block.kind, Kind::Paragraph | Kind::Item) && block.note().is_none();
    if !may || block.text().ends_with('?') {
        return None;
    }
    let mark = block.mark().unwrap_or_default();
    if !mark.is_empty() {
        return shown(mark.trim_matches(['[', ']', '(', ')', '.', ':', ' ']))
            .map(|shown| (shown, 0));
    }
    let text = block.text();
    let end = text.find(|c: char| !is_of_a_mark(c))?;
    let first = text.get(..end)?;
    let shows = shown(first.trim_matches(['[', ']', '(', ')', '.', ':']))?;
    let rest = text.get(end..)?;
    let raised = first.starts_with(|c| digit(c).is_some() || SIGNS.contains(&c));
    (rest.starts_with(' ') || raised).then_some((shows, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::plain;

    /// For each note its words, and those before each of its marks.
    fn told(text: &str) -> Vec<(String, Vec<String>)> {
        let mut blocks = (plain::FORMAT.read)("t.txt", text.as_bytes().into()).unwrap().blocks;
        link(&mut blocks);
        let notes =
            blocks.iter().filter_map(|block| Some((block.note()?, block.text().to_owned())));
        let marked = |note: u32| {
            let all = blocks.iter().filter(|block| block.note().is_none());
            let of = all.flat_map(|block| block.note_marks().iter().map(move |mark| (block, mark)));
            let own = of.filter(|(_, mark)| mark.note == note);
            own.map(|(block, mark)| block.text().get(..mark.place.start).unwrap().to_owned())
                .collect()
        };
        notes.map(|(note, text)| (text, marked(note))).collect()
    }

    #[test]
    fn a_line_at_the_foot_is_the_note_of_its_mark() {
        for (mark, note) in [
            ("coordinator.[1]", "[1] It is vacant."),
            ("coordinator.¹", "¹ It is vacant."),
            ("coordinator.¹", "1. It is vacant."),
            ("coordinator (1).", "(1) It is vacant."),
            ("coordinator.1", "1. It is vacant."),
            ("coordinator*.", "* It is vacant."),
        ] {
            let found = told(&format!("The force has a {mark}\n\nThis is reviewed.\n\n{note}\n"));
            assert_eq!(found.len(), 1, "{mark} {note}");
            assert!(found[0].0.ends_with("It is vacant."), "{found:?}");
            assert!(
                found[0].1[0].trim_end_matches(['.', ' ']).ends_with("coordinator"),
                "{found:?}"
            );
        }
    }

    #[test]
    fn a_list_that_stands_last_is_no_note() {
        for text in [
            "The force has a coordinator.[1]\n\n1. It is vacant.\n\n2. There is a lead.\n",
            "You asked (1) and (2).\n\n(1) There is a lead.\n\n(2) There is none.\n",
            "The force has a coordinator.[1]\n\n[1] It is vacant.\n\nYours faithfully\n",
            "There are 12 m² of it.\n\n2. It is vacant.\n",
            "See section 3.1\n\n1. It is vacant.\n",
            "Is there one?[1]\n\n[1] Is it vacant?\n",
        ] {
            assert!(told(text).is_empty(), "{text} {:?}", told(text));
        }
    }
}
