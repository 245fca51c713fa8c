//! From glyphs to words.

use super::sheet::Glyph;

/// A gap of this share of the type size parts words, in type that isn't spaced out.
const GAP: f32 = 0.15;
/// The same behind a sign that ends a word, before a letter: a justified line may have narrow spaces there.
const GAP_OF_A_SIGN: f32 = 0.05;
/// Pieces of one word that are drawn apart stand at most this share of the type size apart.
const JOIN: f32 = 0.1;

/// A double of a word is among so many of the same word in its rows.
const NEAR: usize = 50;

/// A word on a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PdfWord {
    /// Its letters.
    pub text: String,
    /// Its left end.
    pub x0: f32,
    /// Its right end.
    pub x1: f32,
    /// Its baseline.
    pub y: f32,
    /// The size of its type.
    pub size: f32,
    /// How much ink its letters have, from 0 to 1; 0 where unknown.
    pub ink: f32,
    /// The place of its first glyph in the order of drawing.
    pub order: usize,
    /// Whether the document marks it as part of a header or footer.
    pub edge: bool,
}

impl PdfWord {
    /// Its top: about where capitals end.
    pub(super) fn top(&self) -> f32 {
        self.y - self.size * 0.75
    }

    /// Whether another word stands right before or after it on its line.
    pub(super) fn goes_with(&self, other: &Self) -> bool {
        let size = self.size.max(other.size);
        let gap = (other.x0 - self.x1).max(self.x0 - other.x1);
        (self.y - other.y).abs() < 0.2 * size && gap < 0.6 * size
    }

    fn glue(&mut self, other: &Self) {
        let (own, new) = (self.text.chars().count() as f32, other.text.chars().count() as f32);
        self.ink = (self.ink * own + other.ink * new) / (own + new).max(1.0);
        self.text.push_str(&other.text);
        self.x1 = self.x1.max(other.x1);
        if new > own {
            (self.y, self.size) = (other.y, other.size);
        }
    }
}

/// The words of a page, in the order in which they are drawn.
pub(super) fn words(glyphs: &[Glyph]) -> Vec<PdfWord> {
    let mut words: Vec<PdfWord> = Vec::new();
    let mut open: Option<PdfWord> = None;
    let mut last: Option<&Glyph> = None;
    let spacing = letter_spacing(glyphs);
    for (order, glyph) in glyphs.iter().enumerate() {
        // A soft hyphen shows at the end of a line only: lines know.
        if glyph.c.is_whitespace() || matches!(glyph.c, '\u{200b}' | '\u{feff}') {
            words.extend(open.take());
            last = None;
            continue;
        }
        let spaced = spacing.get(order).copied().unwrap_or(0.0);
        let goes_on = last.is_some_and(|last| {
            let size = last.size.max(glyph.size);
            let gap = spaced + if ends_a_word(last.c, glyph.c) { GAP_OF_A_SIGN } else { GAP };
            let level = (glyph.y - last.y).abs();
            let near = glyph.x - last.end < gap * size && glyph.x - last.x > -0.3 * size;
            // Raised letters belong to their word ("1st"), raised digits are notes.
            let raised = glyph.size < last.size * 0.85 && glyph.c.is_alphabetic();
            near && (level < 0.1 * size || (raised && level < 0.6 * size))
                && (glyph.size / last.size - 1.0).abs() < if raised { 0.6 } else { 0.25 }
        });
        if !goes_on {
            words.extend(open.take());
        }
        let ink = if glyph.c.is_alphabetic() { glyph.ink } else { 0.0 };
        let word = open.get_or_insert_with(|| PdfWord {
            text: String::new(),
            x0: glyph.x,
            x1: glyph.end,
            y: glyph.y,
            size: glyph.size,
            ink: 0.0,
            order,
            edge: glyph.edge,
        });
        let before = word.text.chars().count() as f32;
        word.ink = if ink > 0.0 { (word.ink * before + ink) / (before + 1.0) } else { word.ink };
        word.text.push(glyph.c);
        word.x1 = word.x1.max(glyph.end);
        last = Some(glyph);
    }
    words.extend(open);
    once(whole(words))
}

/// Whether a word ends where these two signs meet, if there is any room between them: "out, or".
fn ends_a_word(before: char, after: char) -> bool {
    matches!(before, ',' | ';' | ':' | '.' | '!' | '?' | ')' | ']' | '”')
        && (after.is_alphabetic() || matches!(after, '“' | '‘' | '('))
}

/// By how much letters are spaced out around each glyph, as a share of their size: titles may stand
/// "L i k e  t h i s" without being letters apart.
fn letter_spacing(glyphs: &[Glyph]) -> Vec<f32> {
    let mut spacing = vec![0.0; glyphs.len()];
    let mut start = 0;
    for line in glyphs.chunk_by(|a, b| (a.y - b.y).abs() < 0.1 * a.size && b.x > a.x) {
        let mut gaps: Vec<f32> = line
            .iter()
            .zip(line.iter().skip(1))
            .filter(|(a, b)| !a.c.is_whitespace() && !b.c.is_whitespace())
            .map(|(a, b)| (b.x - a.end) / a.size.max(0.1))
            .collect();
        gaps.sort_by(f32::total_cmp);
        // Most gaps of usual text are none: only where nearly all are wide is it spaced out.
        let low = gaps.get(gaps.len() / 5).copied().unwrap_or(0.0);
        if gaps.len() >= 5 && low > 0.08 {
            let middle = gaps.get(gaps.len() / 2).copied().unwrap_or(low);
            for own in spacing.iter_mut().skip(start).take(line.len()) {
                *own = middle;
            }
        }
        start += line.len();
    }
    spacing
}

/// Puts together what was drawn in pieces: "W" and "ork" at no distance.
fn whole(words: Vec<PdfWord>) -> Vec<PdfWord> {
    let mut whole: Vec<PdfWord> = Vec::with_capacity(words.len());
    for word in words {
        if let Some(last) = whole.last_mut() {
            let size = last.size.max(word.size);
            let near = (word.x0 - last.x1).abs() < JOIN * size;
            let alike =
                (word.y - last.y).abs() < 0.1 * size && (word.size / last.size - 1.0).abs() < 0.25;
            let signs = last.text.chars().next_back().zip(word.text.chars().next());
            let apart = word.x0 - last.x1 > GAP_OF_A_SIGN * size
                && signs.is_some_and(|(before, after)| ends_a_word(before, after));
            if near && alike && !apart && word.edge == last.edge {
                last.glue(&word);
                continue;
            }
        }
        whole.push(word);
    }
    whole
}

/// Leaves out what is drawn twice at nearly one place, which is how some programs make bold type
/// and shadows.
fn once(words: Vec<PdfWord>) -> Vec<PdfWord> {
    let mut kept: Vec<PdfWord> = Vec::with_capacity(words.len());
    let mut rows: std::collections::HashMap<(String, i32), Vec<usize>> =
        std::collections::HashMap::new();
    for word in words {
        let row = (word.y / 4.0) as i32;
        let double = (row - 1..=row + 1).any(|row| {
            rows.get(&(word.text.clone(), row)).is_some_and(|places| {
                places.iter().rev().take(NEAR).filter_map(|place| kept.get(*place)).any(
                    |other: &PdfWord| {
                        (other.x0 - word.x0).abs() < 0.15 * word.size
                            && (other.y - word.y).abs() < 0.15 * word.size
                    },
                )
            })
        });
        if !double {
            rows.entry((word.text.clone(), row)).or_default().push(kept.len());
            kept.push(word);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters half as wide as they are high, from a place on; a space is a glyph.
    fn line(text: &str, x: f32, y: f32, tracking: f32) -> Vec<Glyph> {
        let step = 5.0 + tracking;
        text.chars()
            .zip(0_u8..)
            .map(|(c, n)| {
                let x = x + f32::from(n) * step;
                Glyph { c, x, y, end: x + 5.0, size: 10.0, ink: 0.2, ..Glyph::default() }
            })
            .collect()
    }

    fn texts(glyphs: &[Glyph]) -> Vec<String> {
        words(glyphs).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn gaps_and_spaces_part_words() {
        assert_eq!(texts(&line("Force Lead", 10.0, 20.0, 0.0)), ["Force", "Lead"]);
        let apart = [line("Force", 10.0, 20.0, 0.0), line("Lead", 38.0, 20.0, 0.0)].concat();
        assert_eq!(texts(&apart), ["Force", "Lead"]);
        let pieces = [line("W", 10.0, 20.0, 0.0), line("ork", 14.6, 20.0, 0.0)].concat();
        assert_eq!(texts(&pieces), ["Work"]);
        let lines = [line("Force", 10.0, 20.0, 0.0), line("Lead", 10.0, 32.0, 0.0)].concat();
        assert_eq!(texts(&lines), ["Force", "Lead"]);
    }

    #[test]
    fn a_narrow_space_behind_a_sign_parts_words() {
        let ends = |text: &str| {
            let glyphs = line(text, 10.0, 20.0, 0.0);
            glyphs.last().map_or(0.0, |glyph| glyph.end)
        };
        let by = |first: &str, gap: f32, second: &str| {
            let at = ends(first) + gap;
            texts(&[line(first, 10.0, 20.0, 0.0), line(second, at, 20.0, 0.0)].concat())
        };
        assert_eq!(by("out,", 0.8, "or"), ["out,", "or"]);
        assert_eq!(by("e.", 0.0, "g."), ["e.g."]);
        assert_eq!(by("out", 0.4, "side"), ["outside"]);
    }

    #[test]
    fn letters_that_are_spaced_out_are_one_word() {
        assert_eq!(texts(&line("Liberate", 10.0, 20.0, 2.0)), ["Liberate"]);
        assert_eq!(texts(&line("The Plan", 10.0, 20.0, 2.0)), ["The", "Plan"]);
    }

    #[test]
    fn raised_letters_belong_to_their_word_and_raised_digits_do_not() {
        let raised = |text: &str| {
            line(text, 20.0, 16.0, 0.0).into_iter().map(|g| Glyph { size: 6.0, ..g }).collect()
        };
        assert_eq!(texts(&[line("21", 10.0, 20.0, 0.0), raised("st")].concat()), ["21st"]);
        assert_eq!(texts(&[line("it", 10.0, 20.0, 0.0), raised("3")].concat()), ["it", "3"]);
    }

    #[test]
    fn what_is_drawn_twice_is_read_once() {
        let twice = [line("Lead", 10.0, 20.0, 0.0), line("Lead", 10.4, 20.0, 0.0)].concat();
        assert_eq!(texts(&twice), ["Lead"]);
    }
}
