//! From words to stretches of lines: words of one baseline that stand together.

use super::bullets::bullet;
use super::raised::{is_note, is_sign, raise};
use super::sheet::RuledLine;
use super::words::PdfWord;
use crate::document::builder::RAISED;

/// Words that are drawn one after another may stand this far apart, as a share of their size.
const WIDE_SPACE: f32 = 1.6;
/// The text of an item may stand this far behind its bullet or number.
const MARK: f32 = 5.0;
/// Others may not stand further apart than this.
const SPACE: f32 = 0.9;
/// The same where their sizes differ: a heading in the margin, and the text beside it.
const SPACE_OF_ANOTHER: f32 = 0.5;
/// Sizes differ where one is less than this share of the other.
const UNLIKE: f32 = 0.88;

/// What ends a word or a sentence.
const SIGNS: [char; 8] = ['.', ',', ';', ':', '!', '?', ')', '’'];

/// Words of one line that stand together. A line of two columns is two of these.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PdfLine {
    /// Its words from left to right, with single spaces between them.
    pub text: String,
    /// Its left end.
    pub x0: f32,
    /// Its right end.
    pub x1: f32,
    /// Its baseline.
    pub y: f32,
    /// The size of most of its type.
    pub size: f32,
    /// How much ink its letters have; 0 where unknown.
    pub ink: f32,
    /// The place of its first glyph in the order of drawing.
    pub order: usize,
    /// Whether the document marks it as part of a header or footer.
    pub edge: bool,
    /// How wide its first word is.
    pub first_word: f32,
    /// Where its second word begins: behind a bullet, the text.
    pub second: f32,
}

impl PdfLine {
    /// Its top: about where capitals end.
    pub(super) fn top(&self) -> f32 {
        self.y - self.size * 0.75
    }

    /// Its bottom: about where letters such as g end.
    pub(super) fn bottom(&self) -> f32 {
        self.y + self.size * 0.25
    }

    /// How much of two lines' widths lie above one another.
    pub(super) fn overlap(&self, other: &Self) -> f32 {
        self.x1.min(other.x1) - self.x0.max(other.x0)
    }
}

/// The lines of these words, from top to bottom and from left to right.
pub(super) fn lines(mut words: Vec<PdfWord>, rules: &[RuledLine]) -> Vec<PdfLine> {
    words.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Vec<PdfWord>> = Vec::new();
    for word in words {
        let level = |other: &PdfWord| (word.y - other.y).abs() < 0.2 * word.size.min(other.size);
        match rows.iter_mut().rev().take(6).find(|row| row.iter().any(level)) {
            Some(row) => row.push(word),
            None => rows.push(vec![word]),
        }
    }
    raise(&mut rows);
    settle_marks(&mut rows);
    let standing: Vec<&RuledLine> = rules.iter().filter(|rule| !rule.lies).collect();
    let mut lines = Vec::new();
    for mut row in rows {
        row.sort_by(|a, b| a.x0.total_cmp(&b.x0).then(a.order.cmp(&b.order)));
        let mut part: Vec<PdfWord> = Vec::new();
        for word in row {
            let first = part.len() == 1;
            if part.last().is_some_and(|last| stand_apart(last, &word, first, &standing)) {
                lines.extend(line(&std::mem::take(&mut part)));
            }
            part.push(word);
        }
        lines.extend(line(&part));
    }
    lines.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    lines
}

/// Puts a bullet that is larger than its line into the row of the word behind it.
fn settle_marks(rows: &mut [Vec<PdfWord>]) {
    for n in 0..rows.len() {
        let alone = |row: &Vec<PdfWord>| row.len() == 1 && row.iter().all(is_sign);
        let Some(mark) = rows.get(n).filter(|row| alone(row)).and_then(|row| row.first()).cloned()
        else {
            continue;
        };
        let leads = |other: &PdfWord| {
            let gap = other.x0 - mark.x1;
            mark.size > 1.1 * other.size
                && (mark.y - other.y).abs() < 0.55 * mark.size
                && gap > -0.1 * other.size
                && gap < MARK * other.size
        };
        let near = n.saturating_sub(3)..(n + 4).min(rows.len());
        let found = near.filter(|m| *m != n).min_by(|a, b| {
            let away = |m: &usize| {
                let words = rows.get(*m).into_iter().flatten().filter(|word| leads(word));
                words.map(|word| (mark.y - word.y).abs()).fold(f32::MAX, f32::min)
            };
            away(a).total_cmp(&away(b))
        });
        let row = found.and_then(|m| rows.get_mut(m));
        if let Some(row) = row.filter(|row| row.iter().any(leads)) {
            row.push(mark);
            rows.get_mut(n).into_iter().for_each(Vec::clear);
        }
    }
}

/// Whether two words of a row stand apart, the left one being the first of its line or not.
fn stand_apart(left: &PdfWord, right: &PdfWord, first: bool, standing: &[&RuledLine]) -> bool {
    let size = left.size.max(right.size);
    let gap = right.x0 - left.x1;
    let follows = right.order > left.order && right.order <= left.order + left.text.len() + 3;
    let other = left.size.min(right.size) < UNLIKE * size;
    let most = match () {
        () if is_mark(&left.text, first) => MARK,
        () if follows => WIDE_SPACE,
        () if other => SPACE_OF_ANOTHER,
        () => SPACE,
    };
    let parted = standing.iter().any(|rule| {
        // The sides of what only marks words are as low as a line.
        rule.to - rule.from > 2.5 * size
            && left.x1 - 1.0 <= rule.at
            && rule.at <= right.x0 + 1.0
            && rule.from < left.top() + 0.1 * size
            && rule.to > left.y - 0.1 * size
    });
    gap > most * size || parted || left.edge != right.edge
}

/// Whether a word is the bullet or the number of an item: "2.23.", "(a)", "iv)". Behind others, a dash or a number
/// ends what a column says ("in 2018."), and only a box is one.
fn is_mark(text: &str, first: bool) -> bool {
    const WITHIN: [char; 10] = ['–', '—', '−', '’', '‘', '”', '“', '…', '•', '·'];
    let number = || bullet(&format!("{text} X")).is_some();
    first && number()
        || text.chars().all(|c| {
            !c.is_alphanumeric() && !c.is_ascii_punctuation() && (first || !WITHIN.contains(&c))
        })
}

fn line(words: &[PdfWord]) -> Option<PdfLine> {
    let first = words.first()?;
    let letters = |word: &PdfWord| word.text.chars().count() as f32;
    let main = words.iter().max_by(|a, b| letters(a).total_cmp(&letters(b)))?;
    let mut text = String::new();
    let mut last: Option<&PdfWord> = None;
    for word in words {
        // Pieces of one word that were drawn at different times.
        let touches = last.is_some_and(|last| {
            let near = word.x0 - last.x1 < 0.06 * word.size;
            // The sign behind the number of a note stands lower than that.
            let level = (word.y - last.y).abs() < 0.1 * word.size;
            near && (level || last.y < word.y && word.text.starts_with(SIGNS))
        });
        if let Some(last) = last.filter(|_| !touches) {
            text.push(if is_note(last, word) { RAISED } else { ' ' });
        }
        text.push_str(&word.text);
        last = Some(word);
    }
    let text = without_soft_hyphens(&text);
    let inked: f32 = words.iter().filter(|word| word.ink > 0.0).map(letters).sum();
    let ink = words.iter().map(|word| word.ink * letters(word)).sum::<f32>() / inked.max(1.0);
    Some(PdfLine {
        x0: words.iter().map(|word| word.x0).fold(f32::MAX, f32::min),
        x1: words.iter().map(|word| word.x1).fold(f32::MIN, f32::max),
        y: main.y,
        size: main.size,
        ink,
        order: words.iter().map(|word| word.order).min()?,
        edge: first.edge,
        first_word: first.x1 - first.x0,
        second: words.get(1).map_or(first.x0, |word| word.x0),
        text,
    })
}

/// A soft hyphen is a hyphen at the end of a line and nothing within it.
fn without_soft_hyphens(text: &str) -> String {
    let ends = text.ends_with('\u{ad}');
    let mut text: String = text.chars().filter(|c| *c != '\u{ad}').collect();
    if ends {
        text.push('-');
    }
    text
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A word of letters half as wide as high.
    pub(in super::super) fn word(text: &str, x: f32, y: f32, order: usize) -> PdfWord {
        let width = text.chars().count() as f32 * 5.0;
        PdfWord {
            text: text.to_owned(),
            x0: x,
            x1: x + width,
            y,
            size: 10.0,
            ink: 0.2,
            order,
            edge: false,
        }
    }

    /// The words of a line that is drawn at once.
    pub(in super::super) fn drawn(text: &str, x: f32, y: f32, order: usize) -> Vec<PdfWord> {
        let mut at = 0;
        let mut words = Vec::new();
        for part in text.split(' ') {
            words.push(word(part, x + at as f32 * 5.0, y, order + at));
            at += part.chars().count() + 1;
        }
        words
    }

    fn texts(words: Vec<PdfWord>, rules: &[RuledLine]) -> Vec<String> {
        lines(words, rules).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn columns_and_rules_part_a_line() {
        let two = [drawn("the force lead", 10.0, 20.0, 0), drawn("and its team", 110.0, 20.0, 90)];
        assert_eq!(texts(two.concat(), &[]), ["the force lead", "and its team"]);
        let near = [drawn("Task", 10.0, 20.0, 0), drawn("Create", 35.0, 20.0, 5)].concat();
        assert_eq!(texts(near.clone(), &[]), ["Task Create"]);
        let rule = RuledLine { lies: false, at: 32.0, from: 0.0, to: 40.0 };
        assert_eq!(texts(near, &[rule]), ["Task", "Create"]);
    }

    #[test]
    fn what_ends_a_column_is_no_mark_of_the_next() {
        for (end, at) in [("a plan –", 80.0), ("it is 2.", 80.0)] {
            let two = [drawn(end, 10.0, 20.0, 0), drawn("slavery is", at, 20.0, 90)].concat();
            assert_eq!(texts(two, &[]), [end, "slavery is"]);
        }
        let item = [drawn("2.", 10.0, 20.0, 0), drawn("A lead", 50.0, 20.0, 9)].concat();
        assert_eq!(texts(item, &[]), ["2. A lead"]);
        let heading = drawn("our policy", 10.0, 20.0, 0).into_iter();
        let larger = heading.map(|word| PdfWord { size: 13.0, ..word }).collect();
        let beside = [larger, drawn("This may be", 68.0, 21.0, 90)].concat();
        assert_eq!(texts(beside, &[]), ["our policy", "This may be"]);
    }

    #[test]
    fn a_line_is_read_from_left_to_right_whatever_was_drawn_first() {
        let words = [drawn("of the force", 60.0, 20.3, 0), drawn("the lead", 15.0, 20.0, 50)];
        assert_eq!(texts(words.concat(), &[]), ["the lead of the force"]);
        let raised = PdfWord { y: 16.0, size: 6.0, ..word("3", 35.4, 16.0, 6) };
        let noted = [drawn("slavery", 0.0, 20.0, 0), vec![raised]].concat();
        assert_eq!(texts(noted, &[]), ["slavery\u{200a}3"]);
    }

    #[test]
    fn a_bullet_larger_than_its_line_tears_no_word_from_it() {
        let mark = PdfWord { size: 22.0, ..word("•", 10.0, 22.0, 0) };
        let first = drawn("No lead is in post", 24.0, 20.0, 2);
        let second = drawn("at the moment.", 24.0, 32.0, 30);
        let words = [first, vec![mark], second].concat();
        assert_eq!(texts(words, &[]), ["• No lead is in post", "at the moment."]);
    }

    #[test]
    fn soft_hyphens_show_at_the_end_of_a_line() {
        assert_eq!(
            texts(drawn("traf\u{ad}ficking traf\u{ad}", 0.0, 9.0, 0), &[]),
            ["trafficking traf-"]
        );
    }
}
