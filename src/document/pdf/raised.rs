//! Words that stand above or below their line: the numbers of notes.

use super::words::PdfWord;

fn is_short_number(word: &PdfWord) -> bool {
    word.text.len() <= 3 && word.text.chars().all(|c| c.is_ascii_digit())
}

/// A raised word is smaller than its neighbours by this share at least: a number as pages have it, a sixth smaller, is enough.
fn raised_below(word: &PdfWord) -> f32 {
    if is_short_number(word) { 0.86 } else { 0.8 }
}

/// Whether a word is a number that is raised right behind another, by so much that its size needn't say so.
fn is_raised_behind(word: &PdfWord, other: &PdfWord) -> bool {
    is_short_number(word)
        && word.size < 0.93 * other.size
        && other.y - word.y > 0.25 * other.size
        && (word.x0 - other.x1).abs() < 0.1 * other.size
        && !other.text.ends_with(|c: char| c.is_ascii_digit())
}

/// Puts raised and lowered words, such as the numbers of notes, into the row of their neighbours.
pub(super) fn raise(rows: &mut [Vec<PdfWord>]) {
    // Longer rows are no text.
    let is_text = |row: &Vec<PdfWord>| row.len() < 1000;
    for n in 0..rows.len() {
        if !rows.get(n).is_some_and(is_text) {
            continue;
        }
        let row = rows.get_mut(n).map(std::mem::take).unwrap_or_default();
        let mut kept = Vec::with_capacity(row.len());
        for word in row {
            let beside = |other: &PdfWord| {
                !is_sign(other)
                    && (word.size < raised_below(&word) * other.size
                        || is_raised_behind(&word, other))
                    && (word.y - other.y).abs() < 0.55 * other.size
                    && word.x0 < other.x1 + 0.6 * other.size
                    && other.x0 < word.x1 + 0.6 * other.size
            };
            let near = n.saturating_sub(3)..(n + 4).min(rows.len());
            let mut others = near.filter(|m| *m != n);
            match others
                .find(|m| rows.get(*m).is_some_and(|row| is_text(row) && row.iter().any(beside)))
            {
                Some(m) => rows.get_mut(m).into_iter().for_each(|row| row.push(word.clone())),
                None => kept.push(word),
            }
        }
        if let Some(row) = rows.get_mut(n) {
            // What was put here by a row before stays.
            row.append(&mut kept);
        }
    }
}

/// Whether a word is a raised number right behind another: the number of a note, which isn't parted from it.
pub(super) fn is_note(last: &PdfWord, word: &PdfWord) -> bool {
    if is_raised_behind(word, last) {
        return true;
    }
    word.text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡'))
        && !(word.text.starts_with(|c: char| c.is_ascii_digit())
            && last.text.ends_with(|c: char| c.is_ascii_digit()))
        && word.size < raised_below(word) * last.size
        && word.y < last.y - 0.1 * last.size
        && word.x0 - last.x1 < 0.1 * last.size
}

/// Whether a word is a sign alone: a bullet.
pub(super) fn is_sign(word: &PdfWord) -> bool {
    word.text.chars().count() <= 2 && !word.text.contains(char::is_alphanumeric)
}

/// Whether a line begins with a number that is much narrower than its type: the raised one of a note, "3 The post …".
pub(super) fn leads_a_note(text: &str, first_word: f32, size: f32) -> bool {
    /// Digits are rarely narrower than this share of their size.
    const NARROW: f32 = 0.42;
    let Some((number, rest)) = text.split_once(' ') else { return false };
    let digits = (1..=3).contains(&number.len()) && number.bytes().all(|c| c.is_ascii_digit());
    digits && !rest.is_empty() && first_word < NARROW * size * number.len() as f32
}
