//! Lines that people count without a sign after the number: "1 Is there a lead?", "2 Is there a budget?".

use std::collections::BTreeMap;

/// From so many lines on that count on from one, the numbers are no part of what they say: "1 Sergeant", "2 Constables".
const RUN: usize = 3;
/// Of lines of which none asks anything.
const SILENT_RUN: usize = 4;
/// The most that people count up to.
const DIGITS: usize = 2;

/// The lines of a text that are counted, by their place among its lines, each with the bytes of its number.
pub(super) fn counted<'a>(lines: impl Iterator<Item = &'a str>) -> BTreeMap<usize, usize> {
    let mut counted = BTreeMap::new();
    let mut run: Vec<(usize, usize)> = Vec::new();
    // What was asked so is answered so.
    let mut asks = false;
    let mut keep = |run: &mut Vec<(usize, usize)>, asks: bool| {
        let counts = run.len() >= if asks { RUN } else { SILENT_RUN };
        if counts {
            counted.extend(run.iter().copied());
        }
        run.clear();
        counts && asks
    };
    for (at, line) in lines.enumerate() {
        let Some((number, length, signed)) = number(line.trim()) else { continue };
        if number == 1 {
            asks = keep(&mut run, asks);
        }
        if number == run.len() + 1 {
            run.push((at, length));
            asks |= signed || line.trim_end().ends_with('?');
        }
    }
    keep(&mut run, asks);
    counted
}

/// The number that a line begins with, how many bytes it takes with the space after it, and whether a dash stands there:
/// "1 - Yes".
fn number(line: &str) -> Option<(usize, usize, bool)> {
    let (word, rest) = line.split_once(char::is_whitespace)?;
    let digits = word.len() <= DIGITS && word.bytes().all(|byte| byte.is_ascii_digit());
    let rest = rest.trim_start();
    let behind = rest.strip_prefix(['-', '–', '—']).filter(|rest| rest.starts_with(' '));
    let (rest, signed) = behind.map_or((rest, false), |rest| (rest.trim_start(), true));
    let begins = rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let number = word.parse().ok().filter(|_| digits && begins)?;
    Some((number, line.len() - rest.len(), signed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<usize> {
        counted(text.lines()).into_keys().collect()
    }

    #[test]
    fn lines_that_count_on_are_told_from_numbers_of_things() {
        assert_eq!(
            of("1 Is there a lead?\n2 Is there a budget?\nWe ask\n3 Who\n\n1 No.\n2 Yes."),
            [0, 1, 3]
        );
        assert_eq!(of("1 No.\n\n2 Yes.\n\n3 Det Supt.\n\n4 None."), [0, 2, 4, 6]);
        assert_eq!(of("1 - Yes.\n2 – Not now.\n3 - None."), [0, 1, 2]);
        assert!(of("1 Sergeant\n2 Constables\n3 Staff").is_empty());
        assert!(of("1 x DCI\n2 x DI\n3 x DS\n4 x DC").is_empty());
        assert!(of("2 Yes\n3 No\n4 None\n5 What?").is_empty());
    }
}
