//! Figures that answer a question: where they begin, and the share that they tell.

use super::reader::Reader;
use super::sentence::Sentence;

/// From this share on those who have had it are as good as all.
pub(super) const NEARLY_ALL: f64 = 0.9;

/// Where an answer begins behind what says of when it is: "As of 30 June, none", "Since the Act, eleven".
pub(super) fn behind_adverbial(sentence: &Sentence, start: usize, reader: &Reader) -> usize {
    const LEAD: usize = 8;
    let classes = &reader.classes;
    let leads = sentence.is(classes.preposition, start) || sentence.is(classes.when, start);
    let behind = start..(start + LEAD).min(sentence.len());
    let comma = behind.clone().find(|at| sentence.is(classes.comma, *at));
    match comma.filter(|comma| leads && !(start..*comma).any(|at| sentence.is_verb(at))) {
        Some(comma) if comma + 1 < sentence.len() => comma + 1,
        _ => start,
    }
}

/// "204 out of 1,390": the share of those of whom it is asked.
pub(super) fn share(whole: &str) -> Option<f64> {
    let words: Vec<&str> = whole.split_whitespace().take(5).collect();
    let (part, all) = match words.as_slice() {
        [part, "of", all, ..] | [part, "out", "of", all, ..] => (number(part)?, number(all)?),
        _ => return None,
    };
    (all > 0.0).then_some(part / all)
}

/// A whole number as people write it: "1,390", and "204." at the end of a sentence.
fn number(text: &str) -> Option<f64> {
    text.trim_end_matches('.').replace(',', "").parse::<u32>().ok().map(f64::from)
}

/// Whether a sentence counts a part of a whole that is clearly less than it: "187 of the 410", "of 410 officers, 187".
pub(super) fn few_of(sentence: &Sentence, text: &str) -> bool {
    const LONGEST: usize = 12;
    let number = |at: usize| number(sentence.text(text, at));
    let of = |at: usize| sentence.text(text, at).eq_ignore_ascii_case("of");
    let percent = |at: usize| {
        sentence.is_sign(text, at, &["%"]) || sentence.text(text, at).eq_ignore_ascii_case("per")
    };
    let share = (0..sentence.len()).rev().find(|at| percent(*at + 1)).and_then(number);
    if share.is_some_and(|share| share > 0.0 && share < 100.0 * NEARLY_ALL) {
        return true;
    }
    let numbers: Vec<(usize, f64)> =
        (0..sentence.len()).filter_map(|at| number(at).map(|own| (at, own))).collect();
    numbers.windows(2).any(|pair| {
        let [(first, one), (second, two)] = pair else { return false };
        let year = |number: f64| (1900.0..2100.0).contains(&number);
        if year(*one) || year(*two) || *one < 2.0 {
            return false;
        }
        let between = (first + 1..*second).any(of) && second - first <= 4;
        let before = first.checked_sub(1).is_some_and(of) && second - first <= LONGEST;
        let share = if between { one / two } else { two / one };
        (between || before) && share > 0.0 && share < NEARLY_ALL
    })
}
